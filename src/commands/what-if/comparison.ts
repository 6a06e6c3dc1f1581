import { exactHours } from "../../analysis/effort.ts";
import { foldWords } from "../../analysis/words.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { sectionId } from "../ids.ts";
import type { Gantt } from "../outcome.ts";
import { scheduleGantt } from "../schedule/gantt.ts";
import type { ScheduleResult } from "../schedule/result.ts";

/** Hours in the plan as it is and in the changed one; undefined where there is nothing to measure. */
export interface Change {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What is different in the schedule of a changed plan; of sprints, members and milestones only those with a difference. */
export interface Comparison {
  readonly makespan: Change;
  readonly lowerBound: Change;
  readonly optimal: { readonly before: boolean; readonly after: boolean };
  readonly sprints: readonly { readonly sprint: number; readonly finish: Change; readonly overrun: Change }[];
  readonly members: readonly { readonly name: string; readonly load: Change; readonly idle: Change }[];
  readonly milestones: readonly { readonly name: string; readonly due: number; readonly reached: Change }[];
}

export function compareSchedules(before: ScheduleResult, after: ScheduleResult): Comparison {
  return {
    makespan: { before: before.levelled.makespan, after: after.levelled.makespan },
    lowerBound: { before: before.levelled.lowerBound, after: after.levelled.lowerBound },
    optimal: { before: before.levelled.optimal, after: after.levelled.optimal },
    sprints: compareSprints(before, after),
    members: compareMembers(before, after),
    milestones: compareMilestones(scheduleGantt(before).milestones, scheduleGantt(after).milestones),
  };
}

/** Hours more than before; undefined where one of the two is not known. */
export function deltaOf({ before, after }: Change): number | undefined {
  if (before === undefined || after === undefined) return undefined;
  return Math.abs(after - before) < HOUR_TOLERANCE ? 0 : exactHours(after - before);
}

/** Whether there is any difference. */
function differs(change: Change): boolean {
  return (change.before === undefined) !== (change.after === undefined) || (deltaOf(change) ?? 0) !== 0;
}

/** A sprint whose tasks have all gone has no finish, and no overrun, any more. */
function compareSprints(before: ScheduleResult, after: ScheduleResult): Comparison["sprints"] {
  const old = new Map(before.levelled.sprints.map((sprint) => [sprint.sprint, sprint]));
  const now = new Map(after.levelled.sprints.map((sprint) => [sprint.sprint, sprint]));
  const indexes = after.facts.plan.sprints.map(({ index }) => index).filter((index) => old.has(index) || now.has(index));
  return indexes
    .map((sprint) => ({
      sprint,
      finish: { before: old.get(sprint)?.finish, after: now.get(sprint)?.finish },
      overrun: { before: old.get(sprint)?.overrun, after: now.get(sprint)?.overrun },
    }))
    .filter(({ finish, overrun }) => differs(finish) || differs(overrun));
}

/** Whoever has no work in one of the two has a load of 0 h there; people are not compared with a team that takes their place. */
function compareMembers(before: ScheduleResult, after: ScheduleResult): Comparison["members"] {
  const none = { load: 0, idle: 0 };
  const old = new Map(before.levelled.members.map((member) => [foldWords(member.name), member]));
  const now = new Map(after.levelled.members.map((member) => [foldWords(member.name), member]));
  if (![...now.keys()].some((key) => old.has(key))) return [];
  return [...new Map([...old, ...now])]
    .map(([key, { name }]) => {
      const [one, other] = [old.get(key) ?? none, now.get(key) ?? none];
      return { name, load: { before: one.load, after: other.load }, idle: { before: one.idle, after: other.idle } };
    })
    .filter(({ load, idle }) => differs(load) || differs(idle));
}

function compareMilestones(before: Gantt["milestones"], after: Gantt["milestones"]): Comparison["milestones"] {
  return after
    .map(({ name, due, reached }, at) => ({ name, due, reached: { before: before[at]?.reached, after: reached } }))
    .filter(({ reached }) => differs(reached));
}

/** For programs: the changes as they were asked for, and what comes of them. */
export function comparisonData({ facts: { plan } }: ScheduleResult, comparison: Comparison): object {
  return {
    makespan: changeData(comparison.makespan),
    lowerBound: changeData(comparison.lowerBound),
    optimal: comparison.optimal,
    sprints: comparison.sprints.map(({ sprint, finish, overrun }) => ({
      id: sectionId(plan.sprints[sprint]),
      finish: changeData(finish),
      overrun: changeData(overrun),
    })),
    members: comparison.members.map(({ name, load, idle }) => ({ name, load: changeData(load), idle: changeData(idle) })),
    milestones: comparison.milestones.map(({ name, due, reached }) => ({ name, due, reached: changeData(reached) })),
  };
}

function changeData(change: Change): object {
  return { ...change, delta: deltaOf(change) };
}
