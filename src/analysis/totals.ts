import type { Plan } from "../model.ts";
import { type Effort, exactHours } from "./effort.ts";

/** Sums over some tasks, in hours. */
export interface Totals {
  readonly tasks: number;
  /** Ranges at their midpoint, three points at their mean. */
  readonly hours: number;
  /** The sums of the lower and upper ends, equal to `hours` where nothing is a range: a stated total may lie anywhere between. */
  readonly low: number;
  readonly high: number;
}

/** The totals of every sprint, by sprint index. */
export function sprintTotals(plan: Plan, effort: Effort): readonly Totals[] {
  return plan.sprints.map(({ firstTask, endTask }) => totalOf(effort, firstTask, endTask));
}

/** The totals of all tasks, those outside of any sprint included. */
export function planTotals(plan: Plan, effort: Effort): Totals {
  return totalOf(effort, 0, plan.tasks.length);
}

/** The sum of the member lines of a sprint's capacity in hours, 0 where it lists nobody. */
export function teamCapacity(plan: Plan, sprint: number): number {
  return exactHours(plan.sprints[sprint].team.reduce((sum, { capacity }) => sum + (capacity.value ?? 0), 0));
}

function totalOf(effort: Effort, firstTask: number, endTask: number): Totals {
  const sum = (hours: Float64Array): number => exactHours(hours.subarray(firstTask, endTask).reduce((total, each) => total + each, 0));
  return { tasks: endTask - firstTask, hours: sum(effort.hours), low: sum(effort.low), high: sum(effort.high) };
}
