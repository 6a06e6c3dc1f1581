import type { Config } from "../config.ts";
import type { Criterion, Plan, Sprint, Status } from "../model.ts";
import { positionAt } from "../source.ts";
import { type Effort, exactHours } from "./effort.ts";

/** How far a sprint, a phase or the whole plan is. */
export interface Progress {
  readonly tasks: TaskCounts;
  readonly hours: HourCounts;
  readonly criteria: ItemCounts;
}

/** A task without a status is open. */
export type TaskCounts = { readonly total: number } & Readonly<Record<Status, number>>;

export interface HourCounts {
  readonly total: number;
  readonly done: number;
  /** Neither done nor dropped. */
  readonly remaining: number;
}

export interface ItemCounts {
  readonly total: number;
  readonly done: number;
}

export interface PlanProgress extends Progress {
  /** By sprint index. */
  readonly sprints: readonly Progress[];
  /** By phase index. */
  readonly phases: readonly Progress[];
  /** By milestone index: its items. */
  readonly milestones: readonly ItemCounts[];
  /** How many check marks stand in front of things that have no checkbox. */
  readonly decorations: number;
}

/** Check marks make an item done only where the configuration says so. */
export function computeProgress(plan: Plan, config: Config, effort: Effort): PlanProgress {
  const marked = config.decorations === "done" ? markedLines(plan) : new Set<number>();
  const countItems = (items: readonly Criterion[]): ItemCounts => ({
    total: items.length,
    done: items.filter(({ done, text }) => done || (marked.size > 0 && marked.has(positionAt(plan.source, text.span.start).line))).length,
  });
  const sprints = plan.sprints.map((sprint) => ({
    ...countTasks(plan, effort, tasksOf(sprint)),
    criteria: countItems(sprint.criteria),
  }));
  const phases = plan.phases.map((phase) => ({
    ...countTasks(
      plan,
      effort,
      phase.sprints.flatMap((sprint) => tasksOf(plan.sprints[sprint])),
    ),
    criteria: addItems(phase.sprints.map((sprint) => sprints[sprint].criteria)),
  }));
  return {
    ...countTasks(
      plan,
      effort,
      plan.tasks.map(({ index }) => index),
    ),
    criteria: addItems(sprints.map(({ criteria }) => criteria)),
    sprints,
    phases,
    milestones: plan.milestones.map(({ items }) => countItems(items)),
    decorations: plan.checkMarks.length,
  };
}

function countTasks(plan: Plan, effort: Effort, tasks: readonly number[]): Omit<Progress, "criteria"> {
  const counts = { total: tasks.length, open: 0, started: 0, blocked: 0, done: 0, dropped: 0 };
  const hours = { open: 0, started: 0, blocked: 0, done: 0, dropped: 0 };
  for (const task of tasks) {
    const status = plan.tasks[task].status.value ?? "open";
    counts[status] += 1;
    hours[status] += effort.hours[task];
  }
  const remaining = hours.open + hours.started + hours.blocked;
  return {
    tasks: counts,
    hours: { total: exactHours(remaining + hours.done + hours.dropped), done: exactHours(hours.done), remaining: exactHours(remaining) },
  };
}

function addItems(counts: readonly ItemCounts[]): ItemCounts {
  return { total: counts.reduce((sum, { total }) => sum + total, 0), done: counts.reduce((sum, { done }) => sum + done, 0) };
}

function tasksOf({ firstTask, endTask }: Sprint): readonly number[] {
  return Array.from({ length: endTask - firstTask }, (_unused, offset) => firstTask + offset);
}

function markedLines(plan: Plan): ReadonlySet<number> {
  return new Set(plan.checkMarks.map(({ start }) => positionAt(plan.source, start).line));
}
