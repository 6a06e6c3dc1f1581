import type { Field, Plan, ReferenceTarget } from "../model.ts";
import { type Interval, mergeIntervals } from "./intervals.ts";
import { findMilestoneSprints, type MilestoneSprints } from "./milestones.ts";
import { foldWords } from "./words.ts";

export type SectionReferenceRole = Extract<ReferenceTarget, { kind: "section" }>["role"];

/** The tasks of a section named by role and id, undefined where the plan has no such section. */
export type FindSection = (role: SectionReferenceRole, id: string) => readonly Interval[] | undefined;

/** Each section is looked up once, however many tasks name it. */
export function createSectionFinder(plan: Plan): FindSection {
  const sprints = indexById(plan.sprints);
  const phases = indexById(plan.phases);
  const milestones = indexById(plan.milestones);
  const found = new Map<string, readonly Interval[] | undefined>();
  let milestoneSprints: MilestoneSprints | undefined;

  const sprintNamed = (id: string): readonly number[] | undefined => asList(sprints.get(id));
  const phaseNamed = (id: string): readonly number[] | undefined => {
    const phase = phases.get(id);
    return phase === undefined ? undefined : plan.phases[phase].sprints;
  };
  const milestoneNamed = (id: string): readonly number[] | undefined => {
    const milestone = milestones.get(id);
    if (milestone === undefined || plan.milestones[milestone].week?.value === undefined) return undefined;
    milestoneSprints ??= findMilestoneSprints(plan);
    return milestoneSprints(milestone);
  };
  const find = (role: SectionReferenceRole, id: string): readonly number[] | undefined => {
    switch (role) {
      case "sprint":
        return sprintNamed(id) ?? phaseNamed(id);
      case "phase":
        return phaseNamed(id) ?? sprintNamed(id);
      case "milestone":
        return milestoneNamed(id) ?? phaseNamed(id) ?? sprintNamed(id);
      case "week":
        return sprintsInWeek(plan, id) ?? sprintNamed(id) ?? phaseNamed(id);
    }
  };

  return (role, id) => {
    const folded = foldWords(id);
    const key = `${role} ${folded}`;
    if (!found.has(key)) found.set(key, tasksOf(plan, find(role, folded)));
    return found.get(key);
  };
}

/** The index of each sprint by its id; of two with the same id the first one wins. */
export function sprintIndexes(plan: Plan): ReadonlyMap<string, number> {
  return indexById(plan.sprints);
}

function indexById(sections: readonly { readonly id: Field<string> }[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { id }] of sections.entries()) {
    const key = foldWords(id.value ?? "");
    if (key !== "" && !indexes.has(key)) indexes.set(key, index);
  }
  return indexes;
}

function sprintsInWeek(plan: Plan, id: string): readonly number[] | undefined {
  const week = Number(id);
  const inside = plan.sprints.flatMap((sprint, index) => {
    const weeks = sprint.weeks?.value;
    return weeks !== undefined && weeks.first <= week && week <= weeks.last ? [index] : [];
  });
  return inside.length === 0 ? undefined : inside;
}

function tasksOf(plan: Plan, sprints: readonly number[] | undefined): readonly Interval[] | undefined {
  return sprints && mergeIntervals(sprints.map((sprint) => ({ start: plan.sprints[sprint].firstTask, end: plan.sprints[sprint].endTask })));
}

function asList(index: number | undefined): readonly number[] | undefined {
  return index === undefined ? undefined : [index];
}
