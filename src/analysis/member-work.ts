import type { Plan } from "../model.ts";
import type { Effort } from "./effort.ts";

/** The tasks that a member of a sprint's team works on. */
export interface MemberWork {
  readonly count: number;
  /** The first of them as indexes in document order, at most so many. */
  first(limit: number): readonly number[];
}

/**
 * The work of each member of a sprint's team, of only such tasks as are wanted. Tasks of everybody are kept once, else a big
 * team times many such tasks would be quadratic.
 */
export function memberWorks(
  plan: Plan,
  effort: Effort,
  sprint: number,
  isWanted: (task: number) => boolean = () => true,
): readonly MemberWork[] {
  const { firstTask, endTask, team } = plan.sprints[sprint];
  const everyones: number[] = [];
  const own = team.map((): number[] => []);
  for (let task = firstTask; task < endTask; task += 1) {
    if (!isWanted(task)) continue;
    const { everyone, people } = effort.crews[task];
    if (everyone) everyones.push(task);
    // With everybody, only people who are not of the team are listed.
    for (const { member } of people) if (member !== undefined) own[member].push(task);
  }
  return own.map((tasks) => ({ count: tasks.length + everyones.length, first: (limit) => merge(tasks, everyones, limit) }));
}

function merge(one: readonly number[], other: readonly number[], limit: number): readonly number[] {
  const merged: number[] = [];
  for (let at = 0, place = 0; merged.length < limit && (at < one.length || place < other.length); ) {
    if (place === other.length || one[at] < other[place]) {
      merged.push(one[at]);
      at += 1;
    } else {
      merged.push(other[place]);
      place += 1;
    }
  }
  return merged;
}
