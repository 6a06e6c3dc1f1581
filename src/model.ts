import type { Source, Span } from "./source.ts";

/**
 * One thing that a person wrote: its text without Markdown marks, where it stands, and what it means.
 * Where it means nothing, `value` is undefined and `problem` says why; where nothing is written, both are undefined
 * and the text is empty.
 */
export interface Field<T> {
  readonly text: string;
  readonly span: Span;
  readonly value: T | undefined;
  readonly problem: string | undefined;
}

/** Everything that was read in one Markdown file. Tasks, sprints and phases stand in document order. */
export interface Plan {
  readonly source: Source;
  readonly title: Field<string> | undefined;
  /** The labelled lines under the title: version, date, status … */
  readonly facts: readonly Fact[];
  readonly duration: StatedDuration | undefined;
  readonly phases: readonly Phase[];
  readonly sprints: readonly Sprint[];
  readonly tasks: readonly Task[];
  /** Sums stated anywhere but in a sprint's own `Total` line, which is the sprint's `statedHours`. */
  readonly totals: readonly StatedTotal[];
  readonly gates: readonly Gate[];
  readonly parallelClaims: readonly ParallelClaim[];
  readonly milestones: readonly Milestone[];
  readonly ceremonies: readonly Ceremony[];
  readonly communications: readonly Communication[];
  readonly successCriteria: readonly ItemGroup[];
  readonly sections: readonly Section[];
  readonly tables: readonly TaskTable[];
  readonly unread: readonly Unread[];
  readonly damage: readonly Damage[];
  /** Check marks (✅) in front of goals, metrics, milestone items …, which are decoration unless configured otherwise. */
  readonly checkMarks: readonly Span[];
  readonly frontMatter: FrontMatter | undefined;
  readonly suppressions: readonly Suppression[];
}

/** A comment that hides findings: `<!-- sprintplan-disable-next-line rule-id -- reason -->`. */
export interface Suppression {
  /** What the comment begins with; one that is misspelt has a problem, names no rules and hides nothing. */
  readonly directive: Field<"disable" | "disable-next-line">;
  /** The rules whose findings it hides, one field per id. */
  readonly rules: readonly Field<string>[];
  readonly reason: Field<string> | undefined;
  /** Findings that begin in here are hidden: a line, a table, or what is left of a section. */
  readonly scope: Span;
  readonly span: Span;
}

export interface Fact {
  readonly label: Field<string>;
  readonly text: Field<string>;
}

/** A sum that the plan states: `Total Points: 24`, `Must Have subtotal: 6.25d`, a total row, `Phase 2 (3 hours)`. */
export interface StatedTotal {
  readonly amount: Field<Estimate>;
  readonly from: "line" | "row" | "heading";
  /** The runs of tasks that it may be meant for, the likeliest first; it is right if it is right for one of them. */
  readonly scopes: readonly TaskRun[];
  /** Hours of buffer rows above it, which it may include or leave out. */
  readonly buffer: number;
}

/** The tasks with index `first` up to, not including, `end`. */
export interface TaskRun {
  readonly first: number;
  readonly end: number;
}

/** `8 weeks (3 engineers) or 16 weeks (1 engineer)`: each alternative with its length in weeks. */
export interface StatedDuration {
  readonly field: Field<string>;
  readonly alternatives: readonly { readonly weeks: number; readonly people: number | undefined; readonly span: Span }[];
}

/** One heading with what stands under it, up to the next heading of its own or a higher level. */
export interface Section {
  readonly heading: Field<string>;
  readonly depth: number;
  readonly role: SectionRole;
  readonly parent: number | undefined;
  readonly span: Span;
}

export type SectionRole =
  | "plan"
  | "phase"
  | "sprint"
  | "goal"
  | "capacity"
  | "tasks"
  | "task"
  | "focus"
  | "criteria"
  | "risks"
  | "metrics"
  | "ceremonies"
  | "ceremony"
  | "gates"
  | "parallel"
  | "milestones"
  | "milestone"
  | "communication"
  | "success"
  | "prose";

/** First and last week, counted from one, both included. */
export interface Weeks {
  readonly first: number;
  readonly last: number;
}

/** First and last day as ISO dates, both included. */
export interface Dates {
  readonly first: string;
  readonly last: string;
}

export interface Phase {
  readonly id: Field<string>;
  readonly title: Field<string>;
  readonly heading: Field<string>;
  readonly weeks: Field<Weeks> | undefined;
  /** Indexes into the plan's sprints. */
  readonly sprints: readonly number[];
  readonly span: Span;
}

export interface Sprint {
  /** Index into the plan's sprints: what tells two sprints with the same id apart. */
  readonly index: number;
  readonly id: Field<string>;
  readonly title: Field<string>;
  /** The heading's text, where findings about the whole sprint are shown. */
  readonly heading: Field<string>;
  readonly phase: number | undefined;
  readonly weeks: Field<Weeks> | undefined;
  /** `Days 1-3` of the plan, counted from one, both included. */
  readonly days?: Field<Weeks> | undefined;
  readonly dates: Field<Dates> | undefined;
  readonly goal: Field<string> | undefined;
  readonly team: readonly Member[];
  /** `- Total: 80 hours` at the end of the capacity list. */
  readonly statedCapacity: Field<number> | undefined;
  readonly statedHours: Field<number> | undefined;
  readonly statedBuffer: Field<number> | undefined;
  readonly focus: readonly ItemGroup[];
  readonly criteria: readonly Criterion[];
  readonly risks: readonly RiskNote[];
  readonly metrics: readonly Field<string>[];
  /** The tasks with index `firstTask` up to, not including, `endTask` belong to this sprint. */
  readonly firstTask: number;
  readonly endTask: number;
  readonly span: Span;
}

/** A line of a sprint's capacity: a person or role, and the hours it has for this sprint. */
export interface Member {
  readonly name: Field<string>;
  readonly capacity: Field<number>;
}

export type TaskId = string;

export interface Task {
  /** Index into the plan's tasks: what the analyses run over. */
  readonly index: number;
  readonly id: Field<TaskId>;
  readonly title: Field<string>;
  readonly sprint: number | undefined;
  /** Index of the task that this one is a part of. */
  readonly parent: number | undefined;
  readonly estimate: Field<Estimate>;
  /** One field per name, each with the place of that name alone. */
  readonly assignees: readonly Field<Assignee>[];
  readonly dependencies: readonly Field<Reference>[];
  readonly risk: Field<RiskLevel>;
  readonly priority: Field<string>;
  readonly status: Field<Status>;
  readonly optional: boolean;
  readonly line: number;
  readonly span: Span;
}

/** Hours unless said; points and sizes become hours only where the configuration says how. */
export type Estimate =
  | { readonly kind: "hours"; readonly hours: number }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "three-point"; readonly optimistic: number; readonly mostLikely: number; readonly pessimistic: number }
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "size"; readonly size: string };

export type Assignee =
  /** `exact` where the name is short for nobody, and means whoever is called so. */
  { readonly kind: "person"; readonly name: string; readonly exact?: true } | { readonly kind: "everyone" } | { readonly kind: "nobody" };

/** A dependency as written; what it becomes is decided by `resolveReferences`. */
export type Reference = ReferenceTarget & { readonly link: Link };

export type ReferenceTarget =
  | { readonly kind: "id"; readonly id: TaskId }
  | { readonly kind: "range"; readonly first: TaskId; readonly last: TaskId }
  | { readonly kind: "all" }
  | { readonly kind: "group"; readonly words: string }
  | { readonly kind: "section"; readonly role: "sprint" | "phase" | "milestone" | "week"; readonly id: string }
  | { readonly kind: "outside" };

/** Finish to start, start to start, finish to finish or start to finish, with a lag in hours (a lead is negative). */
export interface Link {
  readonly relation: "FS" | "SS" | "FF" | "SF";
  readonly lag: number;
}

export type RiskLevel = "low" | "medium" | "high" | "critical";
export type Status = "open" | "started" | "blocked" | "done" | "dropped";

export interface Criterion {
  readonly text: Field<string>;
  readonly done: boolean;
}

export interface RiskNote {
  readonly level: RiskLevel;
  readonly text: Field<string>;
  readonly mitigation: Field<string> | undefined;
  readonly fallback: Field<string> | undefined;
}

/** A label with the items under it: a day's focus, a phase's success criteria, an agenda. */
export interface ItemGroup {
  readonly label: Field<string>;
  readonly items: readonly Field<string>[];
}

/** A declared order between sprints: all of `to` waits for all of `from`, or may overlap it. Both name sprint ids. */
export interface Gate {
  readonly from: Field<string>;
  readonly to: Field<string>;
  readonly kind: "hard" | "overlap";
  /** The note or arrow that declares it. */
  readonly span: Span;
}

export interface ParallelClaim {
  readonly weeks: Field<Weeks>;
  readonly text: Field<string>;
  readonly span: Span;
}

export interface Milestone {
  readonly id: Field<string>;
  readonly title: Field<string>;
  readonly heading: Field<string>;
  /** The week at whose end it is due. */
  readonly week: Field<number> | undefined;
  readonly items: readonly Criterion[];
}

export interface Ceremony {
  readonly name: Field<string>;
  /** Length of one meeting in hours. */
  readonly hours: Field<number> | undefined;
  readonly cadence: "daily" | "sprint";
  readonly facts: readonly Fact[];
  readonly agenda: readonly Field<string>[];
}

export interface Communication {
  readonly name: Field<string>;
  readonly facts: readonly Fact[];
  readonly content: readonly Field<string>[];
}

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A table that was read as tasks: which column was taken for what. */
export interface TaskTable {
  readonly columns: readonly { readonly header: Field<string>; readonly role: ColumnRole | undefined }[];
  readonly sprint: number | undefined;
  readonly line: number;
  readonly span: Span;
}

/** Rows of a task table that are no task of their own, and tables that look like tasks but could not be read. */
export interface Unread {
  readonly kind: "total" | "buffer" | "continuation" | "repeat" | "group" | "unreadable" | "table";
  readonly text: Field<string>;
  readonly reason: string;
  readonly line: number;
}

/** A double-encoded place: what stands there, what it must have been, and whether that is certain. */
export interface Damage {
  readonly span: Span;
  readonly text: string;
  readonly repaired: string;
  readonly certain: boolean;
}

export interface FrontMatter {
  readonly text: string;
  readonly span: Span;
}

/** How notations that mean different things to different teams are understood. */
export interface Reading {
  /** Two people on a task share its hours at the same time (`split`), or each works all of them (`each`). */
  readonly joint: "split" | "each";
  /** A task of `All`: everybody is there for all of its hours (`attend`), or they share them (`share`). */
  readonly all: "attend" | "share";
  /** "Can partially parallel with 2.1": waits for whatever 2.1 waits for (`inherit`), for 2.1 itself (`wait`), for nothing (`free`). */
  readonly overlap: "inherit" | "wait" | "free";
}

/** Hours closer than this are equal: far above rounding errors, far below anything a person writes. */
export const HOUR_TOLERANCE = 1e-6;

export const COLUMN_ROLES = ["id", "title", "estimate", "assignee", "dependencies", "risk", "priority", "status"] as const;

/** As much of a plan as those need who tell of it; every plan is one. */
export interface PlanOutline {
  readonly source: Source;
  readonly sprints: readonly OutlinedSprint[];
  readonly tasks: readonly OutlinedTask[];
}

export interface OutlinedSprint {
  readonly id: { readonly text: string };
  readonly span: Span;
}

export interface OutlinedTask extends OutlinedSprint {
  readonly title: { readonly text: string };
  readonly parent: number | undefined;
}
