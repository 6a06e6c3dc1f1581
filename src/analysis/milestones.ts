import type { Plan } from "../model.ts";

/** The sprints that end by a milestone's week and after the milestone before it; none where the weeks are not known. */
export function milestoneSprints(plan: Plan, milestone: number): readonly number[] {
  const week = plan.milestones[milestone].week?.value;
  if (week === undefined) return [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { week: other } of plan.milestones) {
    if (other?.value !== undefined && other.value < week) before = Math.max(before, other.value);
  }
  return plan.sprints.flatMap((sprint, index) => {
    const last = sprint.weeks?.value?.last;
    return last !== undefined && last <= week && last > before ? [index] : [];
  });
}
