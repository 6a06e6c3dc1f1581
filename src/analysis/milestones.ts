import type { Plan } from "../model.ts";
import { countBelow } from "../sorted.ts";

/** The sprints that end by a milestone's week and after the milestone before it; none where the weeks are not known. */
export type MilestoneSprints = (milestone: number) => readonly number[];

/** Whatever the number of milestones, each sprint is looked at once: all milestones of a week have the same sprints. */
export function findMilestoneSprints({ milestones, sprints }: Plan): MilestoneSprints {
  const weeks = [...new Set(milestones.flatMap(({ week }) => week?.value ?? []))].sort((a, b) => a - b);
  const byWeek = new Map<number, number[]>(weeks.map((week) => [week, []]));
  for (const [index, sprint] of sprints.entries()) {
    const last = sprint.weeks?.value?.last;
    const week = last === undefined ? undefined : weeks[countBelow(weeks, last, (each) => each)];
    if (week !== undefined) byWeek.get(week)?.push(index);
  }
  return (milestone) => byWeek.get(milestones[milestone].week?.value ?? Number.NaN) ?? [];
}
