import { lintPlan } from "../src/commands/fixing.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Diagnostic } from "../src/lint.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource, positionAt, type Source, type Span } from "../src/source.ts";

/** What one rule finds in a plan, each as `line place: message`. */
export function foundBy(rule: string, plan: string, config: object = {}): readonly string[] {
  return diagnosticsOf(rule, plan, config).found.map((finding) => finding[0]);
}

/** The same with what proves each: notes behind `=`, related places behind `~`, and help behind `?`. */
export function provenBy(rule: string, plan: string, config: object = {}): readonly string[] {
  return diagnosticsOf(rule, plan, config).found.flat();
}

/** The severity of each finding of a rule, and what its fixes write. */
export function fixesOf(rule: string, plan: string, config: object = {}): readonly string[] {
  return diagnosticsOf(rule, plan, config).diagnostics.map(({ severity, fix }) => {
    const edits = fix?.edits.map(({ start, end, text }) => `${JSON.stringify(plan.slice(start, end))} to ${JSON.stringify(text)}`);
    return `${severity}: ${fix === undefined ? "no fix" : `${fix.safe ? "" : "unsafe: "}${fix.title}: ${edits?.join(", ")}`}`;
  });
}

/** A table of tasks with the usual columns, below a heading. */
export function section(heading: string, rows: readonly string[], team: readonly string[] = []): string {
  const members = team.length === 0 ? "" : `### Team Capacity\n\n${team.map((line) => `- ${line}\n`).join("")}\n### Tasks\n\n`;
  return `## ${heading}\n\n${members}${table(["ID", "Task", "Hours", "Assignee", "Dependencies"], rows)}\n`;
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

/** A table of tasks; each row is its cells with bars between them. */
export function table(columns: readonly string[], rows: readonly string[]): string {
  const lines = [columns.join(" | "), columns.map(() => "---").join(" | "), ...rows];
  return lines.map((line) => `| ${line} |\n`).join("");
}

function diagnosticsOf(rule: string, text: string, input: object) {
  const config = configSchema.parse(input);
  const shown = lintPlan(parsePlan(createSource("plan.md", text), config), config);
  const diagnostics = shown.diagnostics.filter((each) => each.rule === rule);
  return { diagnostics, found: diagnostics.map((diagnostic) => linesOf(shown.plan.source, diagnostic)) };
}

function linesOf(source: Source, { span, message, notes = [], related = [], help }: Diagnostic): readonly string[] {
  return [
    `${placeOf(source, span)}: ${message}`,
    ...notes.map((note) => `= ${note}`),
    ...related.map((each) => `~ ${placeOf(source, each.span)}: ${each.message}`),
    ...(help === undefined ? [] : [`? ${help}`]),
  ];
}

function placeOf(source: Source, span: Span): string {
  return `${positionAt(source, span.start).line} ${source.text.slice(span.start, span.end)}`;
}
