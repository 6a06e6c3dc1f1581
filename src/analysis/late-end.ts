import { HOUR_TOLERANCE } from "../model.ts";
import { exactHours } from "./effort.ts";
import type { Facts } from "./facts.ts";
import type { LevelledPlan } from "./levelling/levelling.ts";
import { isOnTimeSprintBySprint } from "./sprint-by-sprint.ts";
import { namesPeople } from "./team-people.ts";
import type { Window } from "./windows.ts";

/** An end that comes after the hour at which it is due. */
export interface LateEnd {
  /** Hours from the start of the plan. */
  readonly hours: number;
  /**
   * By dependencies, gates and windows alone, in every schedule; or as scheduled over the people, where no schedule of the
   * whole plan ends before `bound`.
   */
  readonly basis: { readonly kind: "logic" } | { readonly kind: "schedule"; readonly bound: number };
  /** The sprint of the task that ends last. */
  readonly sprint: number | undefined;
  /** The tasks that decide the end, from first to last; empty where only the end of the whole plan has such a chain. */
  readonly chain: readonly number[];
}

/** Plans of more tasks are not scheduled by the rules, for that takes too long. */
export const MOST_LEVELLED = 500;

/** The last end of the tasks of these sprints, or of all tasks, where it is later than `due`; undefined where nothing shows that. */
export function findLateEnd(facts: Facts, due: number, sprints?: readonly number[]): LateEnd | undefined {
  const ends = facts.earliestEnds();
  if (ends === undefined) return undefined;
  const tasks = tasksOf(facts, sprints);
  const last = latest(tasks, (task) => ends.finishes[task]);
  if (last === undefined) return undefined;
  const { sprint } = facts.plan.tasks[last];
  const hours = exactHours(ends.finishes[last]);
  if (hours > due + HOUR_TOLERANCE) return { hours, basis: { kind: "logic" }, sprint, chain: ends.chainTo(last) };
  // Where a sprint is too long by itself, that is the finding, and when the rest ends is its consequence.
  if (!canLevel(facts) || hasTooLongSprint(facts, due) || isOnTimeSprintBySprint(facts, due)) return undefined;
  const question: Question = { due, tasks, whole: sprints === undefined };
  return scheduledEnd(facts, facts.firstLevelled(), question) && scheduledEnd(facts, facts.levelled(), question);
}

/** Whether a sprint does not fit its window by itself, which is a finding of its own. */
export function isTooLongAlone(facts: Facts, sprint: number): boolean {
  const window = facts.windows[sprint];
  if (window === undefined) return false;
  return isPlainlyTooLong(facts, sprint, window) || (facts.levelledSprint(sprint)?.makespan ?? 0) > lengthOf(window);
}

function hasTooLongSprint(facts: Facts, due: number): boolean {
  return facts.windows.some((window, sprint) => window !== undefined && window.start < due && isPlainlyTooLong(facts, sprint, window));
}

/** By the hours that its members are asked for, or by its longest chain. */
function isPlainlyTooLong(facts: Facts, sprint: number, window: Window): boolean {
  return isOverloaded(facts, sprint) || (facts.sprintPath(sprint)?.duration ?? 0) > lengthOf(window);
}

function lengthOf({ start, end }: Window): number {
  return end - start + HOUR_TOLERANCE;
}

function isOverloaded(facts: Facts, sprint: number): boolean {
  return facts.capacity().sprints[sprint].members.some(({ overload }) => overload > 0);
}

/** By how much a schedule may be too long only because tasks were rounded up to whole ticks. */
export function roundingOf(levelled: LevelledPlan): number {
  const { rounded, tick } = levelled.project;
  return rounded.length === 0 ? HOUR_TOLERANCE : Math.min(rounded.length, levelled.chain.length) * tick + HOUR_TOLERANCE;
}

/** The hours that no schedule undercuts, not even one that would not round tasks up to whole ticks; 0 where that says nothing. */
export function provenHours({ project: { project, durations, tick }, lowerBound }: LevelledPlan): number {
  const added = durations.reduce((sum, hours, task) => sum + Math.max(0, project.activities[task].duration * tick - hours), 0);
  return exactHours(Math.max(0, lowerBound - added));
}

interface Question {
  readonly due: number;
  readonly tasks: readonly number[];
  readonly whole: boolean;
}

function scheduledEnd(facts: Facts, levelled: LevelledPlan | undefined, { due, tasks, whole }: Question): LateEnd | undefined {
  if (levelled === undefined) return undefined;
  const last = latest(tasks, (task) => levelled.tasks[task].finish);
  if (last === undefined || levelled.tasks[last].finish <= due + roundingOf(levelled)) return undefined;
  const { sprint } = facts.plan.tasks[last];
  if (sprint !== undefined && (whole ? isOverloaded(facts, sprint) : isTooLongAlone(facts, sprint))) return undefined;
  const basis = { kind: "schedule", bound: provenHours(levelled) } as const;
  return { hours: levelled.tasks[last].finish, basis, sprint, chain: whole ? levelled.chain.map(({ task }) => task) : [] };
}

/** Whether a schedule over people says anything: each line of a team is one person, and there are no more tasks than can be scheduled at once. */
function canLevel(facts: Facts): boolean {
  const { sprints, tasks } = facts.plan;
  if (tasks.length > MOST_LEVELLED) return false;
  const filled = sprints.flatMap(({ index, firstTask, endTask }) => (endTask > firstTask ? [index] : []));
  return filled.length > 0 && namesPeople(facts, filled);
}

function tasksOf({ plan }: Facts, sprints: readonly number[] | undefined): readonly number[] {
  if (sprints === undefined) return plan.tasks.map(({ index }) => index);
  return sprints.flatMap((sprint) => {
    const { firstTask, endTask } = plan.sprints[sprint];
    return Array.from({ length: endTask - firstTask }, (_unused, index) => firstTask + index);
  });
}

function latest(tasks: readonly number[], endOf: (task: number) => number): number | undefined {
  let last: number | undefined;
  for (const task of tasks) if (last === undefined || endOf(task) > endOf(last) + HOUR_TOLERANCE) last = task;
  return last;
}
