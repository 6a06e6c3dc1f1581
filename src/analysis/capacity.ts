import { HOUR_TOLERANCE, type Plan, type Reading } from "../model.ts";
import { type Effort, effortReadings, exactHours, taskDuration } from "./effort.ts";
import { planTotals, sprintTotals, teamCapacity } from "./totals.ts";

export interface PlanCapacity {
  /** Hours of every row of the plan once. */
  readonly hours: number;
  readonly capacity: number;
  readonly sprints: readonly SprintCapacity[];
}

/** What a sprint asks of its people, in hours. */
export interface SprintCapacity {
  readonly sprint: number;
  /** Each row of the sprint once, however many people work on it. */
  readonly hours: number;
  readonly capacity: number;
  /** Capacity less hours, negative where they exceed it. */
  readonly buffer: number;
  /** Parallel to the sprint's team. */
  readonly members: readonly MemberLoad[];
  readonly without: readonly UnbudgetedWork[];
}

export interface MemberLoad {
  readonly name: string;
  /** Undefined where the capacity line cannot be read. */
  readonly capacity: number | undefined;
  readonly load: number;
  /** Load per capacity, 1 when fully used; undefined without a capacity above 0. */
  readonly utilization: number | undefined;
  /** Hours above capacity, 0 when there are none. */
  readonly overload: number;
}

/** Work of somebody who has no capacity line in the task's sprint. */
export interface UnbudgetedWork {
  readonly task: number;
  /** As written. */
  readonly assignee: string;
  readonly hours: number;
}

/** A member's load under one reading, in hours. */
export interface ReadLoad {
  readonly reading: Reading;
  readonly load: number;
  readonly overload: number;
}

export function computeCapacity(plan: Plan, effort: Effort, reading: Reading): PlanCapacity {
  const sprints = sprintTotals(plan, effort).map(({ hours }, sprint) => {
    const capacity = teamCapacity(plan, sprint);
    const loads = memberLoads(plan, effort, reading, sprint);
    const members = loads.map((load, member) => memberLoad(plan, sprint, member, load));
    return {
      sprint,
      hours,
      capacity,
      buffer: exactHours(capacity - hours),
      members,
      without: unbudgetedWork(plan, effort, reading, sprint),
    };
  });
  const capacity = exactHours(sprints.reduce((sum, sprint) => sum + sprint.capacity, 0));
  return { hours: planTotals(plan, effort).hours, capacity, sprints };
}

/** For every member of a sprint's team, its load under each way to read joint tasks and tasks of everybody, `reading` first. */
export function loadsByReading(plan: Plan, effort: Effort, reading: Reading, sprint: number): readonly (readonly ReadLoad[])[] {
  const readings = effortReadings(reading);
  const loads = readings.map((each) => memberLoads(plan, effort, each, sprint));
  return plan.sprints[sprint].team.map(({ capacity }, member) =>
    readings.map((each, index) => {
      const load = loads[index][member];
      return { reading: each, load, overload: overloadOf(load, capacity.value) };
    }),
  );
}

/** Tasks of everybody are summed apart from the members, else a big team times many such tasks would be quadratic. */
function memberLoads(plan: Plan, effort: Effort, reading: Reading, sprint: number): readonly number[] {
  const { firstTask, endTask, team } = plan.sprints[sprint];
  const own = team.map(() => 0);
  let everyones = 0;
  for (let task = firstTask; task < endTask; task += 1) {
    const { everyone, people } = effort.crews[task];
    const hours = taskDuration(effort, task, reading);
    if (everyone) everyones += hours;
    for (const { member } of people) if (member !== undefined) own[member] += hours;
  }
  return own.map((hours) => exactHours(hours + everyones));
}

function memberLoad(plan: Plan, sprint: number, member: number, load: number): MemberLoad {
  const { name, capacity } = plan.sprints[sprint].team[member];
  const hours = capacity.value;
  const utilization = hours === undefined || hours <= 0 ? undefined : load / hours;
  return { name: name.text, capacity: hours, load, utilization, overload: overloadOf(load, hours) };
}

function overloadOf(load: number, capacity: number | undefined): number {
  return capacity === undefined || load - capacity < HOUR_TOLERANCE ? 0 : exactHours(load - capacity);
}

function unbudgetedWork(plan: Plan, effort: Effort, reading: Reading, sprint: number): readonly UnbudgetedWork[] {
  const work: UnbudgetedWork[] = [];
  const { firstTask, endTask } = plan.sprints[sprint];
  for (let task = firstTask; task < endTask; task += 1) {
    for (const { member, assignee } of effort.crews[task].people) {
      if (member !== undefined) continue;
      work.push({ task, assignee: plan.tasks[task].assignees[assignee].text, hours: exactHours(taskDuration(effort, task, reading)) });
    }
  }
  return work;
}
