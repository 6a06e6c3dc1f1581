import type { Config } from "../config.ts";
import { type Estimate, HOUR_TOLERANCE, type Plan, type Reading, type Task } from "../model.ts";
import { type People, teamSize } from "./people.ts";
import { foldWords } from "./words.ts";

/** Hours and people of every task, by task index, before a reading says what they mean together. */
export interface Effort {
  /** Hours of the row as counted in sums: 0 without an estimate, and for a task whose parts have estimates. */
  readonly hours: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly crews: readonly Crew[];
}

/** Who works on a task, each person once. */
export interface Crew {
  /** The sprint's whole team; `people` then holds only those who are not of the team. */
  readonly everyone: boolean;
  /** Never below 1 where `everyone` is set, even if the sprint lists no team. */
  readonly size: number;
  readonly people: readonly CrewMember[];
}

export interface CrewMember {
  readonly person: string;
  /** Index into the team of the task's sprint, undefined where the person is not of it. */
  readonly member: number | undefined;
  /** Index into the task's written assignees. */
  readonly assignee: number;
}

export function computeEffort(plan: Plan, config: Config, people: People): Effort {
  const counted = countedTasks(plan);
  const count = plan.tasks.length;
  const [hours, low, high] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (const { estimate, index } of plan.tasks) {
    if (!counted[index]) continue;
    const bounds = estimateBounds(estimate.value, config);
    hours[index] = bounds.hours;
    low[index] = bounds.low;
    high[index] = bounds.high;
  }
  return { hours, low, high, crews: plan.tasks.map((task) => gatherCrew(plan, people, task)) };
}

/** How long a task takes in hours, which is also what each of its people is asked for. */
export function taskDuration(effort: Effort, task: number, reading: Reading): number {
  const { everyone, size } = effort.crews[task];
  const shared = everyone ? reading.all === "share" : reading.joint === "split";
  return shared && size > 1 ? effort.hours[task] / size : effort.hours[task];
}

/** The duration of every task, in hours. */
export function taskDurations(effort: Effort, reading: Reading): Float64Array {
  return effort.hours.map((_hours, task) => taskDuration(effort, task, reading));
}

/** Hours that an estimate counts as; 0 for none, and for points and sizes that the configuration does not explain. */
export function hoursOf(estimate: Estimate | undefined, config: Config): number {
  return estimateBounds(estimate, config).hours;
}

/** The four ways to read joint tasks and tasks of everybody, with the given one first. */
export function effortReadings(reading: Reading): readonly Reading[] {
  const joints: readonly Reading["joint"][] = [reading.joint, reading.joint === "split" ? "each" : "split"];
  const alls: readonly Reading["all"][] = [reading.all, reading.all === "attend" ? "share" : "attend"];
  return joints.flatMap((joint) => alls.map((all) => ({ ...reading, joint, all })));
}

/** The nearest multiple of ten seconds where only a rounding error keeps the hours from being one. */
export function exactHours(hours: number): number {
  const nearest = Math.round(hours * 360) / 360;
  return Math.abs(hours - nearest) < HOUR_TOLERANCE / 1000 ? nearest : hours;
}

interface Bounds {
  readonly hours: number;
  readonly low: number;
  readonly high: number;
}

const NOTHING: Bounds = { hours: 0, low: 0, high: 0 };

/** Three points by the mean of the beta distribution that PERT assumes (Malcolm, Roseboom, Clark, Fazar, 1959). */
function estimateBounds(estimate: Estimate | undefined, config: Config): Bounds {
  if (estimate === undefined) return NOTHING;
  switch (estimate.kind) {
    case "hours":
      return exactly(estimate.hours);
    case "range":
      return { hours: (estimate.low + estimate.high) / 2, low: estimate.low, high: estimate.high };
    case "three-point": {
      const { optimistic, mostLikely, pessimistic } = estimate;
      return { hours: (optimistic + 4 * mostLikely + pessimistic) / 6, low: optimistic, high: pessimistic };
    }
    case "points":
      return exactly(estimate.points * (config.points?.hoursPerPoint ?? 0));
    case "size": {
      const size = foldWords(estimate.size);
      return exactly(Object.entries(config.sizes).find(([name]) => foldWords(name) === size)?.[1] ?? 0);
    }
  }
}

function exactly(hours: number): Bounds {
  return { hours, low: hours, high: hours };
}

/** False for a task with an estimated part, whose own estimate would count the same work twice. */
function countedTasks(plan: Plan): readonly boolean[] {
  const counted = plan.tasks.map(() => true);
  for (const task of plan.tasks) {
    if (task.estimate.value === undefined) continue;
    let parent = task.parent;
    while (parent !== undefined && counted[parent]) {
      counted[parent] = false;
      parent = plan.tasks[parent].parent;
    }
  }
  return counted;
}

const NO_CREW: Crew = { everyone: false, size: 0, people: [] };

function gatherCrew(plan: Plan, people: People, task: Task): Crew {
  const resolutions = people.assignees[task.index];
  if (resolutions.length === 0) return NO_CREW;
  const [only] = resolutions;
  if (resolutions.length === 1 && only.kind === "member")
    return { everyone: false, size: 1, people: [{ person: only.person, member: only.member, assignee: 0 }] };
  const everyone = resolutions.some(({ kind }) => kind === "everyone");
  const crew = new Map<string, CrewMember>();
  for (const [assignee, resolution] of resolutions.entries()) {
    if (resolution.kind === "everyone" || resolution.kind === "nobody" || crew.has(resolution.person)) continue;
    const member = resolution.kind === "member" ? resolution.member : undefined;
    if (everyone && member !== undefined) continue;
    crew.set(resolution.person, { person: resolution.person, member, assignee });
  }
  const size = everyone ? Math.max(1, teamSize(plan, task.sprint) + crew.size) : crew.size;
  return { everyone, size, people: [...crew.values()] };
}
