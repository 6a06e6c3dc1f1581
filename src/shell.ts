import { type Baseline, settleBaseline } from "./baseline-file.ts";
import { listFiles } from "./commands/list-files.ts";
import type { Outcome } from "./commands/outcome.ts";
import { formatCount } from "./format.ts";
import type { Host, Written } from "./host.ts";
import { absolutePath, pathFromRoot } from "./paths.ts";
import { findPlans, foundNothing, type PlanRequest, readPlans } from "./plans.ts";
import { reportCompact } from "./report/compact.ts";
import { type ReportOptions, reportersOf } from "./report/reporter.ts";
import { visible } from "./report/visible.ts";
import type { Severity } from "./rules/rule.ts";
import { contentOf } from "./source.ts";
import { type Telling, type Told, takePart, tellAll } from "./telling.ts";
import { type ColorLevel, isPlainTerminal, outputWidth } from "./terminal.ts";

/** Where a report in one format goes: to a file, or else to standard output. */
export interface Format {
  readonly name: string;
  readonly file: string | undefined;
}

export interface Presentation {
  readonly command: string;
  readonly formats: readonly Format[];
  readonly color: ColorLevel;
  readonly version: string;
  /** What is known already, to be compared with what was found. */
  readonly baseline?: Baseline | undefined;
}

/** What the command line asks for: a command over plans. */
export interface Call extends Telling, Presentation {
  readonly mostWarnings: number | undefined;
}

export type ExitCode = 0 | 1 | 2 | 3;

/** Reads the plans, runs the command over each, writes what it rewrote, and reports; the code follows from what was found. */
export function answer(call: Call, host: Host): ExitCode {
  if (host.membership !== undefined) {
    takePart(host, call, host.membership);
    return 0;
  }
  const found = findPlans(host, call);
  const told = tellAll(host, call, found.inputs);
  const all = told.flatMap((each) => (each.kind === "plan" ? [each] : []));
  const unwritten = all.flatMap((result) => writeRewritten(host, call, result));
  const results = all.filter((result) => !unwritten.some((failure) => failure.result === result));
  // Whoever trusts the code must learn of a plan that was too much, whatever else went wrong.
  const failed = told.some((each) => each.kind === "problem" && each.why === "limit") ? 3 : 2;
  const unread = [...found.problems, ...told.flatMap((each) => (each.kind === "problem" ? [each.message] : []))];
  const nothing = all.length === 0 && unread.length === 0 ? foundNothing(call) : undefined;
  const problems = [...(nothing === undefined ? unread : [nothing.problem]), ...unwritten.flatMap(({ message }) => message ?? [])];
  complainOf(host, problems, nothing?.hint);
  const incomplete = problems.length > 0 || unwritten.length > 0;
  if (incomplete && results.length === 0) return failed;
  const streamed = call.rewrites === "plans" && results.some(({ input }) => input.kind === "standard-input");
  // Where a repaired plan takes standard output, the report makes room for it.
  const streams: Host = streamed ? { ...host, writeOutput: host.writeError } : host;
  const presented = present(streams, call, outcomesOf(results), plansPaths(results));
  const settled = call.baseline === undefined ? "complete" : settle(host, call.baseline, results);
  return incomplete || presented === "failed" || settled === "failed" ? failed : verdict(host, call, results);
}

/** Lists the plans that would be read, and reads none of what is in them but whether they hold tasks. */
export function list(request: PlanRequest & Presentation, host: Host): ExitCode {
  const { plans, problems, hint } = readPlans(host, request);
  complainOf(
    host,
    problems.map(({ message }) => message),
    hint,
  );
  const failed = problems.some(({ why }) => why === "limit") ? 3 : 2;
  if (problems.length > 0 && plans.length === 0) return failed;
  const presented = present(host, request, [listFiles(plans.map(({ input }) => input.path))], new Set());
  return problems.length > 0 || presented === "failed" ? failed : 0;
}

/** Writes the outcomes in every format that is asked for; `plans` are files that no report may replace. */
export function present(host: Host, presentation: Presentation, outcomes: readonly Outcome[], plans: ReadonlySet<string>): Presented {
  const { command, color, version } = presentation;
  const reporters = reportersOf(command);
  const taken = new Set(presentation.baseline === undefined ? [] : [presentation.baseline.absolute]);
  let presented: Presented = "complete";
  // Rows have no room for findings, which must not be lost.
  if (presentation.formats.every(({ name }) => name === "csv")) host.writeError(reportCompact(outcomes));
  for (const { name, file } of presentation.formats) {
    const reporter = reporters.get(name);
    if (reporter === undefined) continue;
    const options: ReportOptions = {
      command,
      version,
      color: file === undefined ? color : 0,
      width: file === undefined ? outputWidth(host) : 80,
      ascii: file === undefined && isPlainTerminal(host),
      locate: (path) => pathFromRoot(host, path),
      pageOf: (rule) => host.readOwnFile(`src/rules/${rule}.md`),
    };
    const written = writeReport(host, reporter(outcomes, options), file, { plans, taken });
    if (written.kind === "refused") complain(host, `cannot write ${file === undefined ? "the output" : `\`${file}\``}: ${written.reason}`);
    if (written.kind !== "written") presented = "failed";
    if (file !== undefined) taken.add(absolutePath(host, file));
  }
  return presented;
}

/** A text that goes into one line of standard error: a name with a line feed must not make a line of its own. */
export function inOneLine(text: string): string {
  return visible(text).replaceAll("\n", "\\u{a}");
}

/** One sentence on what went wrong, for people. */
export function complain(host: Host, message: string): void {
  host.writeError(`sprintplan: ${inOneLine(message)}\n`);
}

function complainOf(host: Host, problems: readonly string[], hint: string | undefined): void {
  for (const problem of problems) complain(host, problem);
  if (hint !== undefined) host.writeError(`hint: ${inOneLine(hint)}\n`);
}

function settle(host: Host, baseline: Baseline, results: readonly Result[]): Presented {
  const { content, note } = settleBaseline(host, baseline, outcomesOf(results));
  if (content !== undefined) {
    const { absolute, bytes, path } = baseline;
    const written =
      bytes === undefined
        ? writeReport(host, content, path, { plans: plansPaths(results), taken: new Set() })
        : host.replaceFile(absolute, bytes, new TextEncoder().encode(content));
    if (written.kind === "refused") complain(host, `cannot write \`${baseline.path}\`: ${written.reason}`);
    if (written.kind !== "written") return "failed";
  }
  if (note !== undefined) complain(host, note);
  return "complete";
}

type Presented = "complete" | "failed";

type Result = Extract<Told, { readonly kind: "plan" }>;

interface Unwritten {
  readonly result: Result;
  /** Undefined where nobody wants the text. */
  readonly message: string | undefined;
}

function writeRewritten(host: Host, call: Call, result: Result): readonly Unwritten[] {
  if (call.rewrites === "nothing") return [];
  const { input, bytes, outcome } = result;
  const { source, rewritten } = outcome;
  const text = contentOf(source, rewritten ?? source.text);
  if (input.kind === "file" && rewritten === undefined) return [];
  const written = input.kind === "file" ? host.replaceFile(input.absolute, bytes, new TextEncoder().encode(text)) : host.writeOutput(text);
  if (written.kind === "written") return [];
  return [{ result, message: written.kind === "refused" ? `cannot write \`${input.path}\`: ${written.reason}` : undefined }];
}

interface Protected {
  readonly plans: ReadonlySet<string>;
  /** Files that something else is written to. */
  readonly taken: ReadonlySet<string>;
}

function writeReport(host: Host, report: string, file: string | undefined, { plans, taken }: Protected): Written {
  if (file === undefined) return host.writeOutput(report);
  const path = absolutePath(host, file);
  if (plans.has(path)) return { kind: "refused", reason: "it is one of the plans" };
  if (taken.has(path) && host.kindOf(path) !== "other") return { kind: "refused", reason: "something else is written there" };
  return host.writeFile(path, new TextEncoder().encode(report));
}

function verdict(host: Host, call: Call, results: readonly Result[]): ExitCode {
  const warnings = results.flatMap(({ outcome }) => outcome.diagnostics).filter(({ severity }) => severity === "warning").length;
  const tooMany = call.mostWarnings !== undefined && warnings > call.mostWarnings;
  if (tooMany) complain(host, `${formatCount(warnings, "warning")}, more than the ${call.mostWarnings} of --max-warnings`);
  return tooMany || results.some(failed) ? 1 : 0;
}

function failed({ failOn, outcome }: Result): boolean {
  return failOn !== "never" && outcome.diagnostics.some(({ severity }) => RANK[severity] >= RANK[failOn]);
}

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

function outcomesOf(results: readonly Result[]): readonly Outcome[] {
  return results.map(({ outcome }) => outcome);
}

function plansPaths(results: readonly Result[]): ReadonlySet<string> {
  return new Set(results.flatMap(({ input }) => (input.kind === "file" ? [input.absolute] : [])));
}
