import { lintPlan } from "../src/commands/fixing.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Fix } from "../src/edit.ts";
import type { Diagnostic } from "../src/lint.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource, positionAt, type Source, type Span } from "../src/source.ts";

/** What one rule finds in a plan, each as `line place: message`. */
export function foundBy(rule: string, plan: string, config: object = {}): readonly string[] {
  return findingsOf(rule, plan, config).map(({ found }) => found);
}

/** The same with what proves each: notes behind `=`, related places behind `~`, and help behind `?`. */
export function provenBy(rule: string, plan: string, config: object = {}): readonly string[] {
  return findingsOf(rule, plan, config).flatMap(({ found, proof }) => [found, ...proof]);
}

/** The same with what a fix would write, behind `>`. */
export function toldBy(rule: string, plan: string, config: object = {}): readonly string[] {
  return findingsOf(rule, plan, config).flatMap(({ found, proof, fix }) => [found, ...proof, ...(fix === undefined ? [] : [`> ${fix}`])]);
}

/** The severity of each finding of a rule, and what its fix would write. */
export function fixesOf(rule: string, plan: string, config: object = {}): readonly string[] {
  return findingsOf(rule, plan, config).map(({ severity, fix = "no fix" }) => `${severity}: ${fix}`);
}

export interface SprintParts {
  /** The columns of the table. */
  readonly head?: string;
  /** Lines such as `Ada: 20 hours`. */
  readonly team?: readonly string[];
  /** What stands behind the table. */
  readonly after?: string;
}

/** A table of tasks below a heading. */
export function section(heading: string, rows: readonly string[], { head, team = [], after = "" }: SprintParts = {}): string {
  const members = team.length === 0 ? "" : `### Team Capacity\n\n${team.map((line) => `- ${line}\n`).join("")}\n### Tasks\n\n`;
  return `## ${heading}\n\n${members}${table(rows, head)}\n${after === "" ? "" : `${after}\n\n`}`;
}

/** A table of tasks with the usual columns or others; head and rows are cells with bars between them. */
export function table(rows: readonly string[], head = "ID | Task | Hours | Assignee | Dependencies"): string {
  const rule = head.replaceAll(/[^|]+/g, " --- ").trim();
  return [head, rule, ...rows].map((line) => `| ${line} |\n`).join("");
}

/** The row of a task of two hours, written as `id` or `id < what it waits for`. */
export function rowOf(task: string): string {
  const [id, dependencies = "None"] = task.split(" < ");
  return `${id} | Step ${id} | 2 | | ${dependencies}`;
}

/** Such tasks in a sprint of some weeks, or of none. */
export function sprint(number: number, weeks: string, ...tasks: readonly string[]): string {
  return section(`Sprint ${number}${weeks === "" ? "" : ` (Week ${weeks})`}`, tasks.map(rowOf));
}

/** Three sprints of a week and a task each. */
export function three(first = "1.1", second = "2.1", third = "3.1"): string {
  return sprint(1, "1", first) + sprint(2, "2", second) + sprint(3, "3", third);
}

/** Gates such as `Sprint 1 → Sprint 2`. */
export function order(...lines: readonly string[]): string {
  return `## Critical Path\n\n${lines.map((line) => `- ${line}\n`).join("")}\n`;
}

function findingsOf(rule: string, text: string, input: object) {
  const config = configSchema.parse(input);
  const { plan, diagnostics } = lintPlan(parsePlan(createSource("plan.md", text), config), config);
  return diagnostics
    .filter((each) => each.rule === rule)
    .map(({ severity, span, message, fix, ...proof }) => ({
      severity,
      found: `${placeOf(plan.source, span)}: ${message}`,
      proof: proofOf(plan.source, proof),
      fix: fix && writtenBy(fix, text),
    }));
}

function proofOf(source: Source, { notes = [], related = [], help }: Pick<Diagnostic, "notes" | "related" | "help">): readonly string[] {
  return [
    ...notes.map((note) => `= ${note}`),
    ...related.map((each) => `~ ${placeOf(source, each.span)}: ${each.message}`),
    ...(help === undefined ? [] : [`? ${help}`]),
  ];
}

function writtenBy({ title, safe, edits }: Fix, plan: string): string {
  const written = edits.map(({ start, end, text }) => `[${plan.slice(start, end)}] to [${text}]`);
  return `${safe ? "" : "unsafe: "}${title}: ${written.join(", ")}`;
}

function placeOf(source: Source, span: Span): string {
  return `${positionAt(source, span.start).line} ${source.text.slice(span.start, span.end)}`;
}
