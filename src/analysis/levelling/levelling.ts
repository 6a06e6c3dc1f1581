import type { Project } from "../../schedule/project.ts";
import type { Window } from "../windows.ts";

/** How a plan is levelled: everything that is not the plan itself. */
export interface LevellingOptions {
  /** Only this sprint, from its own start. */
  readonly sprint?: number | undefined;
  /** Sprints wait for their windows, or start as soon as they can. */
  readonly releases: "windows" | "asap";
  /** Other work may interrupt a task. */
  readonly interruptions: "none" | "split";
  /** How many schedules may be generated. */
  readonly budget?: number | undefined;
  readonly proof?: "tried" | "none" | undefined;
  /** A schedule of so many hours is not improved further, and nothing is proved of it. */
  readonly enough?: number | undefined;
  readonly seed?: number | undefined;
  /** So many people of whom anybody can do anything do all the work, instead of those whom the plan names. */
  readonly team?: number | undefined;
  /** Start times in hours by task index: the schedule of a similar plan, than which this one should not be worse for no reason. */
  readonly known?: readonly (readonly number[])[] | undefined;
  /** So many times what is estimated all work may take, and people's hours are still known; 1 where nothing is said. */
  readonly longest?: number | undefined;
  /** Times in which somebody is away, beside the days off of the configuration. */
  readonly absences?: readonly Absence[] | undefined;
}

/** Hours on the working-time axis in which a person of the plan is away. */
export interface Absence {
  /** As crews and resolved assignees name the person. */
  readonly person: string;
  readonly start: number;
  readonly end: number;
}

/** A plan as a project over people: activity `i` is task `firstTask + i` of the plan; events follow behind the tasks. */
export interface PlanProject {
  readonly project: Project;
  readonly firstTask: number;
  readonly taskCount: number;
  /** Length of a tick in hours. */
  readonly tick: number;
  /** Hours by activity index, before they were rounded. */
  readonly durations: Float64Array;
  /** Tasks whose hours are no whole number of ticks, and were rounded up. */
  readonly rounded: readonly number[];
  /** Names by resource index; a resource behind them has the holidays of tasks that nobody does. */
  readonly people: readonly string[];
  /** Resources with a capacity of 0 hours in some sprint, taken as full time: else their work could never be done. */
  readonly withoutHours: readonly number[];
}

/** A plan levelled over its people (resource levelling). All times are hours on the working-time axis, from the plan's start. */
export interface LevelledPlan {
  readonly project: PlanProject;
  readonly makespan: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly generated: number;
  /** In document order. */
  readonly tasks: readonly LevelledTask[];
  /** In document order, those with tasks. */
  readonly sprints: readonly LevelledSprint[];
  readonly members: readonly LevelledMember[];
  /** What decides the end, from first to last. */
  readonly chain: readonly ChainStep[];
}

export interface LevelledTask {
  readonly task: number;
  readonly start: number;
  readonly finish: number;
  /** Indexes into `members`. */
  readonly members: readonly number[];
  /** How long it can slip within this schedule, each person's order kept, before the end does. */
  readonly slack: number;
}

export interface LevelledSprint {
  readonly sprint: number;
  readonly start: number;
  readonly finish: number;
  readonly window: Window | undefined;
  /** Hours by which it ends after its window. */
  readonly overrun: number;
}

export interface LevelledMember {
  readonly name: string;
  /** Hours of work. */
  readonly load: number;
  /** Hours without work between their first task's start and their last task's finish, breaks left out. */
  readonly idle: number;
}

/** A task of the chain that decides the end, and why it does not start earlier. */
export interface ChainStep {
  readonly task: number;
  readonly reason: ChainReason;
}

export type ChainReason =
  | { readonly kind: "start" }
  /** Waits for that task by a dependency. */
  | { readonly kind: "task"; readonly task: number }
  /** Waits for the gate between sprints, behind which that task stands. */
  | { readonly kind: "gate"; readonly task: number; readonly gate: number }
  /** Waits until that person is done with that task. */
  | { readonly kind: "person"; readonly task: number; readonly member: number }
  | { readonly kind: "window"; readonly sprint: number }
  /** Waits for the next hour in which all of its people work. */
  | { readonly kind: "calendar" };
