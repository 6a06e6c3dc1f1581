import type { Config } from "../config.ts";
import type { Dates, Plan, Sprint } from "../model.ts";
import { dayNumber, workingDays } from "./days.ts";

/** When a sprint is meant to happen, in working hours from the start of the plan. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * The window of every sprint, by sprint index: from its weeks, else from its days, else from its dates, counted from the first
 * date that any sprint has; undefined for a sprint with none of them. A plan that begins with week 0 begins there.
 */
export function findWindows(plan: Plan, config: Config): readonly (Window | undefined)[] {
  const { hoursPerDay, daysPerWeek } = config.calendar;
  const firstDay = firstDayOf(plan);
  const firstWeek = firstWeekOf(plan);
  return plan.sprints.map(({ weeks, days: written, dates }: Sprint) => {
    const hoursPerWeek = hoursPerDay * daysPerWeek;
    if (weeks?.value !== undefined)
      return { start: (weeks.value.first - firstWeek) * hoursPerWeek, end: (weeks.value.last + 1 - firstWeek) * hoursPerWeek };
    if (written?.value !== undefined) return { start: (written.value.first - 1) * hoursPerDay, end: written.value.last * hoursPerDay };
    const days = dates?.value && dayNumbers(dates.value);
    if (days === undefined || firstDay === undefined) return undefined;
    const before = workingDays(firstDay, days.first, daysPerWeek);
    return { start: before * hoursPerDay, end: (before + workingDays(days.first, days.last + 1, daysPerWeek)) * hoursPerDay };
  });
}

/** The week in which a plan begins: 1, or an earlier one that a sprint names. */
export function firstWeekOf({ sprints }: Plan): number {
  return sprints.reduce((first, { weeks }) => Math.min(first, weeks?.value?.first ?? 1), 1);
}

/** The first day that any sprint has a date for, as `dayNumber` counts; undefined without dates. */
export function firstDayOf(plan: Plan): number | undefined {
  let first: number | undefined;
  for (const { dates } of plan.sprints) {
    const days = dates?.value && dayNumbers(dates.value);
    if (days !== undefined && (first === undefined || days.first < first)) first = days.first;
  }
  return first;
}

interface DayNumbers {
  readonly first: number;
  readonly last: number;
}

/** Days counted from a Monday; undefined for dates that do not exist or run backwards. */
function dayNumbers({ first, last }: Dates): DayNumbers | undefined {
  const days = { first: dayNumber(first), last: dayNumber(last) };
  return days.first <= days.last ? days : undefined;
}
