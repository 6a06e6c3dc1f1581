import type { Block, Outcome, Records } from "../src/commands/outcome.ts";
import type { Diagnostic } from "../src/lint.ts";
import { type Reporter, type ReportOptions, reportersOf } from "../src/report/reporter.ts";
import { rules } from "../src/rules/index.ts";
import { supplyOf } from "./hostile-plan.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";

/** An outcome that holds all that a reporter can be given, every text of it the next one of these. */
export function hostileOutcomeOf(texts: readonly string[]): Outcome {
  const next = supplyOf(texts);
  const path = next();
  const text = texts.join("\n");
  const view = hostileView(next);
  const diagnostics = Array.from({ length: 12 }, (_, index) => findingOf(text, next, index));
  return {
    ...outcomeOf({ path, text, view, diagnostics }),
    ran: rules,
    comment: hostileView(next),
    records: recordsOf(next),
    picture: { graph: graphOf(next), gantt: ganttOf(next) },
  };
}

/** Every format with a command that has it; the comment of `diff` is called so. */
export const everyFormat: ReadonlyMap<string, (outcomes: readonly Outcome[], rest?: Partial<ReportOptions>) => string> = new Map(
  ["check", "schedule", "diff"].flatMap((command) =>
    Array.from(reportersOf(command), ([name, reporter]) => [
      command === "diff" && name === "markdown" ? "comment" : name,
      writerOf(command, reporter),
    ]),
  ),
);

function writerOf(command: string, reporter: Reporter): (outcomes: readonly Outcome[], rest?: Partial<ReportOptions>) => string {
  return (outcomes, rest) => reporter(outcomes, optionsFor(command, rest));
}

/** Blocks of every kind but a rule's page, which is never a stranger's. */
function hostileView(next: () => string): readonly Block[] {
  return [
    { kind: "heading", text: next() },
    { kind: "line", text: next() },
    { kind: "line", text: [next(), { text: next(), tone: "code" }, next(), { text: next(), tone: "bad" }], indent: 2 },
    { kind: "blank" },
    { kind: "heading", text: [{ text: next(), tone: "strong" }, next()] },
    {
      kind: "table",
      columns: [{ title: next() }, { title: next(), align: "right" }],
      rows: Array.from({ length: 6 }, () => [next(), [{ text: next(), tone: "code" }, next()]]),
    },
    { kind: "difference", text: `-${next()}\n+${next()}\n` },
    { kind: "gantt", gantt: ganttOf(next) },
    { kind: "bars", bars: [{ label: next(), from: 0, to: 4, remark: next() }] },
    {
      kind: "details",
      summary: "2 changes",
      blocks: [
        { kind: "line", text: next() },
        { kind: "table", columns: [{ title: next() }], rows: [[next()]] },
      ],
    },
  ];
}

function findingOf(text: string, next: () => string, index: number): Diagnostic {
  const start = Math.floor((text.length * index) / 12);
  const span = { start, end: Math.min(text.length, start + 1 + 5 * index) };
  const fix = { title: next(), safe: index % 2 === 0, edits: [{ ...span, text: next() }] };
  const related = [{ span, message: next() }];
  const severity = (["error", "warning", "info"] as const)[index % 3];
  return findingAt(text, "", { span, severity, message: `task \`${next()}\` and ${next()}`, help: next(), notes: [next()], fix, related });
}

function recordsOf(next: () => string): Records {
  return { columns: ["task", "title", "hours"], rows: Array.from({ length: 20 }, () => [next(), next(), 4.5]) };
}

type Picture = NonNullable<Outcome["picture"]>;

function graphOf(next: () => string): Picture["graph"] {
  const nodes = Array.from({ length: 8 }, (_, index) => ({
    id: next(),
    title: next(),
    group: index < 4 ? next() : "",
    critical: index % 2 === 0,
  }));
  return { nodes, edges: nodes.slice(1).map((_, from) => ({ from, to: from + 1, critical: from % 2 === 0 })) };
}

function ganttOf(next: () => string): NonNullable<Picture["gantt"]> {
  const bars = Array.from({ length: 4 }, (_, index) => ({
    id: next(),
    title: next(),
    people: [next(), next()],
    start: index,
    finish: 4 + index,
    startTime: undefined,
    finishTime: undefined,
    critical: index % 2 === 0,
  }));
  const groups = [
    { name: next(), window: { start: 0, end: 5 }, bars },
    { name: next(), window: undefined, bars },
  ];
  return { hoursPerDay: 8, daysPerWeek: 5, finish: 8, groups, milestones: [{ name: next(), due: 4, reached: 6 }] };
}
