import { posix } from "node:path";
import type { PlanState, RevisionState, TrendHistory, TrendRevision } from "./commands/trend/state.ts";
import type { Config } from "./config.ts";
import { fileLayers, type Layer } from "./config-file.ts";
import { readConfigured } from "./configured-plan.ts";
import { type Commit, type GitProblem, problem, type Repository } from "./git.ts";
import { historyOf, type Version } from "./git-history.ts";
import { readObjects } from "./git-objects.ts";
import type { Host } from "./host.ts";
import type { Plan } from "./model.ts";
import { describeExcess } from "./parse/guard.ts";
import { referenceMarkdown } from "./parse/markdown.ts";
import { sectionReader } from "./parse/section-reader.ts";
import { absolutePath } from "./paths.ts";
import type { PlanRequest } from "./plans.ts";
import { contentOf, decodeSource, type Source } from "./source.ts";

export interface HistoryRequest extends PlanRequest {
  readonly repository: Repository;
  /** The commit whose history it is. */
  readonly head: Commit;
  /** The most commits. */
  readonly limit: number;
  /** Only how the plan stood on this day, an ISO date, and what changed since. */
  readonly since: string | undefined;
  readonly measure: (plan: Plan, config: Config) => PlanState;
}

/** The states of a plan file from its first commit to the file as it lies here, all read with the configuration files of today. */
export function readHistory(
  host: Host,
  source: Source,
  request: HistoryRequest,
): ({ readonly kind: "history" } & TrendHistory) | GitProblem {
  const { repository, head, limit, since } = request;
  const absolute = absolutePath(host, source.path);
  const path = posix.relative(repository.root, absolute);
  if (path === ".." || path.startsWith("../") || posix.isAbsolute(path))
    return problem(`\`${source.path}\` has no history: it is not in this repository`, undefined);
  const found = historyOf(repository, head, { path, limit: limit + 1 });
  if (found.kind === "problem") return found;
  const newest = found.versions.at(0);
  // One that a search found beside others is new, and no reason to be silent on those.
  if (newest === undefined && request.patterns.includes(source.path))
    return problem(`\`${source.path}\` has no history under this name: it was never committed`, undefined);
  const limited = found.versions.slice(0, limit).reverse();
  const versions = limited.slice(firstSince(limited, since));
  const files = fileLayers(host, request.configFiles, posix.dirname(absolute));
  if (files.kind === "problem") return problem(files.message, undefined);
  const states = readStates(request, files.layers, versions);
  if (states.kind === "problem") return states;
  const now = workingState(source, newest, request, files.layers);
  if (now.kind === "problem") return now;
  return {
    kind: "history",
    revisions: [
      ...versions.map((version, index) => revisionOf(version, states.states[index])),
      ...now.revisions.map((state) => ({ ...HERE, path, state })),
    ],
    earlier: versions.length < limited.length ? "since" : found.versions.length > limit ? "limit" : repository.shallow ? "shallow" : "none",
  };
}

const HERE = { commit: undefined, time: undefined, author: undefined };

function revisionOf({ commit, time, author, path }: Version, state: RevisionState): TrendRevision {
  return { commit, time, author, path, state };
}

/** The last version before the day is how the plan stood on it. */
function firstSince(versions: readonly Version[], since: string | undefined): number {
  if (since === undefined) return 0;
  const first = versions.findIndex(({ time }) => time.slice(0, since.length) >= since);
  return Math.max(0, (first < 0 ? versions.length : first) - 1);
}

/** By the index of the version; the same bytes are read once. */
function readStates(
  request: HistoryRequest,
  layers: readonly Layer[],
  versions: readonly Version[],
): { readonly kind: "states"; readonly states: readonly RevisionState[] } | GitProblem {
  const known = new Map<string, RevisionState>();
  const readState = stateReader(request, layers);
  for (let from = 0; from < versions.length; from += AT_ONCE) {
    const wanted = versions.slice(from, from + AT_ONCE).filter(({ object }) => object !== undefined && !known.has(object));
    const objects = readObjects(
      request.repository,
      wanted.flatMap(({ object }) => object ?? []),
    );
    if (objects.kind === "problem") return objects;
    for (const { object = "", path } of wanted) {
      const bytes = objects.bytes.get(object);
      if (bytes !== undefined && !known.has(object)) known.set(object, readState(path, bytes));
    }
  }
  const states = versions.map(({ object }): RevisionState => (object === undefined ? undefined : known.get(object)) ?? { kind: "removed" });
  return { kind: "states", states };
}

/** So that a long history needs little memory. */
const AT_ONCE = 50;

/** Revisions that follow each other say nearly the same. */
function stateReader(
  { flags, measure, parser, limits }: HistoryRequest,
  layers: readonly Layer[],
): (path: string, bytes: Uint8Array) => RevisionState {
  const markdown = parser === "remark" ? referenceMarkdown : sectionReader();
  return (path, bytes) => {
    const decoded = decodeSource(path, bytes);
    if (decoded.kind === "refused") return { kind: "unreadable", reason: decoded.reason };
    const configured = readConfigured(decoded.source, layers, [flags], { markdown, limits });
    if (configured.kind === "excess") return { kind: "unreadable", reason: describeExcess(path, configured.excess) };
    if (configured.kind === "problem") return { kind: "unreadable", reason: configured.message };
    return { kind: "plan", numbers: measure(configured.plan, configured.config) };
  };
}

/** The file as it lies here, where it is different from what was committed; line endings are git's to change. */
function workingState(
  source: Source,
  newest: Version | undefined,
  request: HistoryRequest,
  layers: readonly Layer[],
): { readonly kind: "working"; readonly revisions: readonly RevisionState[] } | GitProblem {
  const objects = readObjects(request.repository, newest?.object === undefined ? [] : [newest.object]);
  if (objects.kind === "problem") return objects;
  const bytes = new TextEncoder().encode(contentOf(source));
  const committed = objects.bytes.get(newest?.object ?? "");
  const same = committed !== undefined && isEqual(withoutReturns(committed), withoutReturns(bytes));
  return { kind: "working", revisions: same ? [] : [stateReader(request, layers)(source.path, bytes)] };
}

function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte) => byte !== 0x0d);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
