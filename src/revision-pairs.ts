import { type GitProblem, problem } from "./git.ts";
import type { Host } from "./host.ts";
import { findInputs } from "./inputs.ts";
import { LimitError } from "./parse/guard.ts";
import { absolutePath, shownPath } from "./paths.ts";
import { type PlanRequest, type ReadPlan, readPlans, type Unread } from "./plans.ts";
import { linesOf, similarity } from "./similarity.ts";

/** A plan at both ends; undefined where it is not there. */
export interface PlanPair {
  /** What it is called at the head, or was at the base. */
  readonly path: string;
  readonly base: ReadPlan | undefined;
  readonly head: ReadPlan | undefined;
}

/** One end of a comparison: the files as they are there, and what people call it. */
export interface End {
  readonly host: Host;
  readonly name: string;
  /** The absolute path of the folder in which files may have moved. */
  readonly root: string;
}

export type Pairs = { readonly kind: "pairs"; readonly pairs: readonly PlanPair[] } | GitProblem;

/** The plans of both ends, in pairs by path, or by content where one was renamed; everything must be readable. */
export function pairEnds(base: End, head: End, request: PlanRequest): Pairs {
  const before = plansOf(base, head, request);
  if (before.kind === "problem") return before;
  const after = plansOf(head, base, request);
  if (after.kind === "problem") return after;
  const lost = [...before.plans].filter(([path]) => !after.plans.has(path));
  const made = [...after.plans].filter(([path]) => !before.plans.has(path));
  const lostPartners = partnersOf(new Map(lost), head, base, request);
  if (lostPartners.kind === "problem") return lostPartners;
  const taken = new Set([...lostPartners.plans.values()].map(pathOf));
  const madePartners = partnersOf(new Map(made.filter(([path]) => !taken.has(path))), base, head, request);
  if (madePartners.kind === "problem") return madePartners;
  const pairs = [...after.plans]
    .filter(([path]) => !taken.has(path))
    .map(([path, plan]) => pairOf(before.plans.get(path) ?? madePartners.plans.get(path), plan));
  return { kind: "pairs", pairs: [...pairs, ...lost.map(([path, plan]) => pairOf(plan, lostPartners.plans.get(path)))].sort(byPath) };
}

/** Reads one plan by its name; undefined where there is no such file. */
export function readNamed(end: End, path: string, request: PlanRequest): Plans {
  const reading = readPlans(end.host, { ...request, patterns: [path], unmatched: "allowed" });
  return reading.problems.length > 0 ? unreadable(end, reading.problems) : { kind: "plans", plans: byAbsolutePath(reading.plans) };
}

/** Plans by their absolute paths. */
type Plans = { readonly kind: "plans"; readonly plans: ReadonlyMap<string, ReadPlan> } | GitProblem;

/** What the patterns find at one end; what a pattern names may be at the other end only. */
function plansOf(end: End, other: End, request: PlanRequest): Plans {
  const isThere = ({ host }: End, pattern: string) => host.kindOf(absolutePath(host, pattern)) !== "missing";
  const patterns = request.patterns.filter((pattern) => isThere(end, pattern) || !isThere(other, pattern));
  if (patterns.length === 0 && request.patterns.length > 0) return { kind: "plans", plans: new Map() };
  const { plans, problems } = readPlans(end.host, { ...request, patterns, unmatched: "allowed" });
  return problems.length > 0 ? unreadable(end, problems) : { kind: "plans", plans: byAbsolutePath(plans) };
}

/** For plans of `own`, what they are at the other end: the file of the same name, else the most similar one that `own` has not. */
function partnersOf(plans: ReadonlyMap<string, ReadPlan>, end: End, own: End, request: PlanRequest): Plans {
  const partners = new Map<string, ReadPlan>();
  const places = new Map([...plans.keys()].filter((path) => end.host.kindOf(path) === "file").map((path) => [path, path]));
  const others = new Map([...plans].filter(([path]) => !places.has(path)));
  for (const [path, renamed] of renames(others, end, own)) places.set(path, renamed);
  for (const [path, place] of places) {
    const read = readNamed(end, namedPath(end.host, place), request);
    if (read.kind === "problem") return read;
    const partner = read.plans.get(place);
    if (partner !== undefined) partners.set(path, partner);
  }
  return { kind: "plans", plans: partners };
}

/** For each plan the Markdown file at the end that it became, no file twice, the most similar first. */
function renames(plans: ReadonlyMap<string, ReadPlan>, end: End, own: End): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (plans.size === 0) return found;
  const known = [...plans].map(([plan, { bytes }]) => ({ plan, lines: linesOf(bytes) }));
  const candidates = markdownFiles(end).filter((path) => own.host.kindOf(path) === "missing");
  const likely = candidates.slice(0, Math.ceil(MOST_COMPARISONS / plans.size)).flatMap((path) => {
    const contents = end.host.readFile(path);
    if (contents.kind === "refused") return [];
    const lines = linesOf(contents.bytes);
    return known.map((own) => ({ plan: own.plan, path, share: similarity(own.lines, lines) })).filter(({ share }) => share >= ALIKE);
  });
  const taken = new Set<string>();
  for (const { plan, path } of likely.sort((a, b) => b.share - a.share)) {
    if (found.has(plan) || taken.has(path)) continue;
    found.set(plan, path);
    taken.add(path);
  }
  return found;
}

/** From here on two files are taken for one that was renamed, as git has it. */
const ALIKE = 0.5;

/** Each compares two files; where more would be needed, everything moved at once, and only the first files are looked at. */
const MOST_COMPARISONS = 100_000;

function markdownFiles({ host, root }: End): readonly string[] {
  const ignore = { globs: [], directory: root };
  const { inputs } = findInputs(host, {
    patterns: [namedPath(host, root)],
    directory: host.workingDirectory,
    standardInputName: "",
    ignore,
  });
  return inputs.flatMap((input) => (input.kind === "file" ? [input.absolute] : []));
}

/** As people at the working directory would write it, and no option and no sign for standard input. */
function namedPath(host: Host, absolute: string): string {
  const path = shownPath(host, absolute);
  return path.startsWith("-") ? `./${path}` : path;
}

/** Throws a LimitError where a plan was only too much: a comparison of the others would hide that. */
function unreadable(end: End, problems: readonly Unread[]): GitProblem {
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
  const first = problems.find(({ why }) => why === "limit") ?? problems[0];
  const message = `in ${end.name}: ${first.message}${others}`;
  if (first.why === "limit") throw new LimitError(message);
  return problem(message, undefined);
}

function byAbsolutePath(plans: readonly ReadPlan[]): ReadonlyMap<string, ReadPlan> {
  return new Map(plans.map((plan) => [pathOf(plan), plan]));
}

function pathOf({ input }: ReadPlan): string {
  return input.kind === "file" ? input.absolute : input.path;
}

function pairOf(base: ReadPlan | undefined, head: ReadPlan | undefined): PlanPair {
  return { path: head?.input.path ?? base?.input.path ?? "", base, head };
}

function byPath(a: PlanPair, b: PlanPair): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
