import type { Block, Outcome } from "../src/commands/outcome.ts";
import type { Diagnostic } from "../src/lint.ts";
import type { Field, Plan, Sprint, Task } from "../src/model.ts";
import type { ReportOptions } from "../src/report/reporter.ts";
import { createSource, type Source } from "../src/source.ts";

/** What a test says of an outcome; everything else is empty. */
export interface Sketch {
  readonly path?: string;
  readonly text?: string;
  readonly view?: readonly Block[];
  readonly data?: unknown;
  readonly diagnostics?: readonly Diagnostic[];
  readonly sprints?: number;
  readonly tasks?: number;
}

export function outcomeOf(sketch: Sketch): Outcome {
  const source = createSource(sketch.path ?? "plan.md", sketch.text ?? "");
  return {
    source,
    plan: planOf(source, sketch),
    reading: { joint: "split", all: "attend", overlap: "inherit" },
    view: sketch.view ?? [],
    data: sketch.data ?? { rules: [] },
    diagnostics: sketch.diagnostics ?? [],
  };
}

/** A finding at the first place where the text stands. */
export function findingAt(text: string, marked: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(marked);
  return { rule: "unknown-dependency", severity: "error", message: "no such task", span: { start, end: start + marked.length }, ...rest };
}

export function optionsFor(command: string, rest: Partial<ReportOptions> = {}): ReportOptions {
  return { command, color: 0, width: 80, version: "1.2.3", ...rest };
}

function planOf(source: Source, sketch: Sketch): Plan {
  return {
    source,
    title: undefined,
    facts: [],
    duration: undefined,
    phases: [],
    sprints: Array.from({ length: sketch.sprints ?? 0 }, (_, index) => sprintOf(index)),
    tasks: Array.from({ length: sketch.tasks ?? 0 }, (_, index) => taskOf(index)),
    totals: [],
    gates: [],
    parallelClaims: [],
    milestones: [],
    ceremonies: [],
    communications: [],
    successCriteria: [],
    sections: [],
    tables: [],
    unread: [],
    damage: [],
    checkMarks: [],
    frontMatter: undefined,
    suppressions: [],
  };
}

function sprintOf(index: number): Sprint {
  return {
    index,
    id: field(`${index}`),
    title: field(""),
    heading: field(""),
    phase: undefined,
    weeks: undefined,
    dates: undefined,
    goal: undefined,
    team: [],
    statedCapacity: undefined,
    statedHours: undefined,
    statedBuffer: undefined,
    focus: [],
    criteria: [],
    risks: [],
    metrics: [],
    firstTask: 0,
    endTask: 0,
    span: { start: 0, end: 0 },
  };
}

function taskOf(index: number): Task {
  return {
    index,
    id: field(`${index}`),
    title: field(""),
    sprint: undefined,
    parent: undefined,
    estimate: nothing(),
    assignees: [],
    dependencies: [],
    risk: nothing(),
    priority: nothing(),
    status: nothing(),
    optional: false,
    line: 1,
    span: { start: 0, end: 0 },
  };
}

function field(text: string): Field<string> {
  return { text, span: { start: 0, end: text.length }, value: text, problem: undefined };
}

function nothing<T>(): Field<T> {
  return { text: "", span: { start: 0, end: 0 }, value: undefined, problem: undefined };
}
