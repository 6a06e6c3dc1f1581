import { posix } from "node:path";
import { countFindings, countGone, type Known, type KnownFinding } from "./baseline.ts";
import type { Outcome } from "./commands/outcome.ts";
import { memberOf } from "./config-data.ts";
import { parseJson } from "./config-json.ts";
import { formatCount } from "./format.ts";
import type { Host } from "./host.ts";
import { absolutePath } from "./paths.ts";
import { jsonText } from "./report/json-text.ts";
import { decodeSource } from "./source.ts";

/** Findings that are known already, by the plans' paths from the file's own folder, and the file that lists them. */
export interface Baseline {
  readonly path: string;
  readonly absolute: string;
  readonly use: "kept" | "updated";
  readonly findings: ReadonlyMap<string, readonly KnownFinding[]>;
  /** The file as it was read; undefined where it is not there yet. */
  readonly bytes: Uint8Array | undefined;
}

export type ReadBaseline =
  | { readonly kind: "baseline"; readonly baseline: Baseline }
  | { readonly kind: "problem"; readonly message: string };

/** Reads a baseline; one that is to be updated need not be there yet. What is no baseline is neither used nor replaced. */
export function readBaseline(host: Host, path: string, use: Baseline["use"]): ReadBaseline {
  const absolute = absolutePath(host, path);
  const empty: Baseline = { path, absolute, use, findings: new Map(), bytes: undefined };
  if (host.kindOf(absolute) === "missing" && use === "updated") return { kind: "baseline", baseline: empty };
  const refused = (reason: string): ReadBaseline => ({ kind: "problem", message: `cannot read the baseline \`${path}\`: ${reason}` });
  const contents = host.readFile(absolute);
  if (contents.kind === "refused" && host.kindOf(absolute) === "missing") return refused(`${contents.reason}, --update-baseline makes one`);
  if (contents.kind === "refused") return refused(contents.reason);
  const decoded = decodeSource(path, contents.bytes);
  if (decoded.kind === "refused") return refused(decoded.reason);
  const parsed = parseJson(decoded.source.text, "refused");
  if (parsed.kind === "broken") return refused(`line ${parsed.line}: ${parsed.reason}`);
  const listed = memberOf(parsed.value, "findings");
  if (memberOf(parsed.value, "tool") !== TOOL || !Array.isArray(listed)) return refused("it was not written by --update-baseline");
  if (memberOf(parsed.value, "baselineVersion") !== VERSION) return refused("another version of sprintplan wrote it");
  const findings = new Map<string, KnownFinding[]>();
  for (const [index, entry] of listed.entries()) {
    const known = knownFindingOf(entry);
    if (known === undefined) return refused(`line ${parsed.lineOf(["findings", index]) ?? 1}: this is no finding`);
    const own = findings.get(known.path) ?? [];
    own.push(known.finding);
    findings.set(known.path, own);
  }
  return { kind: "baseline", baseline: { ...empty, findings, bytes: contents.bytes } };
}

/** What is known of a plan; when the baseline is updated, whatever is found in it. */
export function knownIn(host: Host, baseline: Baseline, plan: string): Known {
  return baseline.use === "updated" ? "everything" : (baseline.findings.get(pathFrom(host, baseline, plan)) ?? []);
}

/** The baseline's new content after a check, and in one sentence what is to be said of it; either undefined where there is none. */
export interface Settled {
  readonly content: string | undefined;
  readonly note: string | undefined;
}

/** Compares a baseline with what was found. Of plans that were not looked at, all is kept; of plans that are gone, nothing. */
export function settleBaseline(host: Host, baseline: Baseline, outcomes: readonly Outcome[]): Settled {
  const found = new Map(
    outcomes.map(({ source, plan, diagnostics, hidden = [] }) => {
      const all = [...hidden, ...diagnostics].toSorted((a, b) => a.span.start - b.span.start);
      return [pathFrom(host, baseline, source.path), countFindings(plan, all)];
    }),
  );
  const kept = [...baseline.findings].filter(([path]) => !found.has(path) && !isGone(host, baseline, path));
  const stays = new Map([...kept, ...found]);
  const gone = [...baseline.findings].reduce((sum, [path, known]) => sum + countGone(known, stays.get(path) ?? []), 0);
  const entries = formatCount(gone, "entry", "entries");
  if (baseline.use === "updated") {
    const note = gone === 0 ? undefined : `${baseline.path}: ${entries} removed`;
    return { content: contentOf(stays), note };
  }
  const verb = gone === 1 ? "occurs" : "occur";
  const note =
    gone === 0 ? undefined : `${baseline.path}: ${entries} no longer ${verb}, --update-baseline removes ${gone === 1 ? "it" : "them"}`;
  return { content: undefined, note };
}

function isGone(host: Host, { absolute }: Baseline, path: string): boolean {
  return host.kindOf(posix.join(posix.dirname(absolute), path)) === "missing";
}

/** From the baseline's folder, so that it holds wherever the program is run. */
function pathFrom(host: Host, { absolute }: Baseline, plan: string): string {
  return posix.relative(posix.dirname(absolute), absolutePath(host, plan));
}

/** Sorted, so that two versions differ only where findings came or went. */
function contentOf(findings: ReadonlyMap<string, readonly KnownFinding[]>): string {
  const entries = [...findings].flatMap(([path, known]) =>
    known.map(({ rule, place, text, count }) => ({ path, rule, place, text, count })),
  );
  const keyed = entries.map((entry) => ({ entry, key: JSON.stringify([entry.path, entry.rule, entry.place, entry.text]) }));
  const sorted = keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
  return jsonText({ tool: TOOL, baselineVersion: VERSION, findings: sorted });
}

function knownFindingOf(entry: unknown): { readonly path: string; readonly finding: KnownFinding } | undefined {
  const [path, rule, place, text] = ["path", "rule", "place", "text"].map((key) => memberOf(entry, key));
  const count = memberOf(entry, "count");
  if (typeof path !== "string" || typeof rule !== "string" || typeof place !== "string" || typeof text !== "string") return undefined;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { path, finding: { rule, place, text, count } };
}

const TOOL = "sprintplan";
const VERSION = 1;
