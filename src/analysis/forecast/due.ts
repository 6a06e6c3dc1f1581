import type { Plan, StatedDuration } from "../../model.ts";
import type { Facts } from "../facts.ts";
import { findMilestoneSprints } from "../milestones.ts";
import { distinctPeople } from "../team-people.ts";
import { firstWeekOf } from "../windows.ts";

/** A milestone that can be forecast: when it is due, and the sprints that belong to it. */
export interface DueMilestone {
  readonly milestone: number;
  /** Hours from the start of the plan to the end of its week. */
  readonly due: number;
  readonly sprints: readonly number[];
}

/**
 * When the whole plan should be over, in hours: by the duration that it states for a team of its size, else by the end of
 * its last window; undefined where it says neither.
 */
export function planDue({ plan, config, windows }: Facts): number | undefined {
  const weeks = fittingDuration(plan)?.weeks;
  if (weeks !== undefined) return weeks * config.calendar.hoursPerDay * config.calendar.daysPerWeek;
  const ends = windows.flatMap((window) => window?.end ?? []);
  return ends.length === 0 ? undefined : ends.reduce((latest, end) => Math.max(latest, end));
}

/** Of several stated durations the one for the number of people that is nearest to the plan's own, the first of equals. */
export function fittingDuration(plan: Plan): DurationAlternative | undefined {
  const alternatives = plan.duration?.alternatives ?? [];
  const people = distinctPeople(plan).length;
  const distances = alternatives.map((alternative) => Math.abs((alternative.people ?? people) - people));
  return alternatives[distances.indexOf(Math.min(...distances))];
}

type DurationAlternative = StatedDuration["alternatives"][number];

/** The milestones with a week and with sprints that have tasks, in document order. */
export function dueMilestones({ plan, config }: Facts): readonly DueMilestone[] {
  const firstWeek = firstWeekOf(plan);
  const milestoneSprints = findMilestoneSprints(plan);
  return plan.milestones.flatMap(({ week }, milestone) => {
    const sprints = milestoneSprints(milestone).filter((sprint) => plan.sprints[sprint].endTask > plan.sprints[sprint].firstTask);
    if (week?.value === undefined || sprints.length === 0) return [];
    const { hoursPerDay, daysPerWeek } = config.calendar;
    return [{ milestone, due: (week.value + 1 - firstWeek) * hoursPerDay * daysPerWeek, sprints }];
  });
}
