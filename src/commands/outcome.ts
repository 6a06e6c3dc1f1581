import type { Diagnostic } from "../lint.ts";
import type { PlanOutline, Reading } from "../model.ts";
import type { RuleDescription } from "../rules/rule.ts";
import type { Source } from "../source.ts";

/** What a command says of one plan. Commands neither print nor write: the shell does both. */
export interface Outcome {
  readonly source: Source;
  readonly plan: PlanOutline;
  readonly reading: Reading;
  /** For people. */
  readonly view: readonly Block[];
  /** For people who read a pull request, where that is told otherwise; empty where there is nothing to tell them. */
  readonly comment?: readonly Block[];
  /** For programs: what the output schema describes for this command. */
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that are known already, and neither shown nor counted. */
  readonly hidden?: readonly Diagnostic[];
  /** The rules that looked at the plan, whether they found something or not. */
  readonly ran?: readonly RuleDescription[];
  /** The file's text after fixes, where they changed it. */
  readonly rewritten?: string;
  /** The result as rows, for spreadsheets. */
  readonly records?: Records;
  /** The result as a picture, for the formats that are nothing else. */
  readonly picture?: Picture;
}

/** Names of columns in `camelCase`, and a cell for each of them in every row; undefined for an empty cell. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | undefined)[])[];
}

export interface Picture {
  /** What waits for what. */
  readonly graph: Graph;
  /** What happens when, where that is known. */
  readonly gantt?: Gantt;
}

export interface Graph {
  /** Without an id it is no task: where a sprint begins or ends, or, without a title too, what gathers many edges. */
  readonly nodes: readonly { readonly id: string; readonly title: string; readonly group: string; readonly critical: boolean }[];
  /** Indexes into `nodes`. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly critical: boolean }[];
}

/** Bars over the working-time axis; all times are hours from its start. */
export interface Gantt {
  readonly hoursPerDay: number;
  readonly daysPerWeek: number;
  readonly finish: number;
  readonly groups: readonly GanttGroup[];
  readonly milestones: readonly { readonly name: string; readonly due: number; readonly reached: number | undefined }[];
}

export interface GanttGroup {
  readonly name: string;
  readonly window: { readonly start: number; readonly end: number } | undefined;
  readonly bars: readonly GanttBar[];
}

export interface GanttBar {
  readonly id: string;
  readonly title: string;
  readonly people: readonly string[];
  readonly start: number;
  readonly finish: number;
  /** Local times such as `2026-03-02T09:00`, where the plan's first day is known. */
  readonly startTime: string | undefined;
  readonly finishTime: string | undefined;
  readonly critical: boolean;
}

/** What a view is made of; each reporter renders every kind in its own medium. */
export type Block =
  | { readonly kind: "heading"; readonly text: Inline }
  | { readonly kind: "line"; readonly text: Inline; readonly indent?: number }
  | { readonly kind: "blank" }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly Inline[])[] }
  /** Markdown as it stands, such as a rule's page. */
  | { readonly kind: "page"; readonly markdown: string }
  /** Lines of a unified difference. */
  | { readonly kind: "difference"; readonly text: string }
  | { readonly kind: "gantt"; readonly gantt: Gantt }
  /** What can be folded away under a few words of our own, which are never a plan's. */
  | { readonly kind: "details"; readonly summary: string; readonly blocks: readonly Block[] }
  /** Horizontal bars of one scale, each from `from` to `to`: a histogram, or a tornado where they do not start at 0. */
  | { readonly kind: "bars"; readonly bars: readonly Bar[] };

export interface Bar {
  readonly label: Inline;
  readonly from: number;
  readonly to: number;
  /** Up to where all that it is a part of reaches; undefined for a bar that is no part. */
  readonly whole?: number;
  /** What stands behind the bar. */
  readonly remark: Inline;
  readonly tone?: Tone;
}

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Text in one or several tones; a plain string has none. The reporter chooses the colours. */
export type Inline = string | readonly (string | Toned)[];

export interface Toned {
  readonly text: string;
  readonly tone: Tone;
}

export type Tone = "good" | "warn" | "bad" | "muted" | "strong" | "code";
