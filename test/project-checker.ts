import type { Project, ProjectLink, ProjectSchedule } from "../src/schedule/project.ts";

/** What is wrong with a schedule, from the definition of a project alone; nothing where it is sound. */
export function faultsOf(project: Project, schedule: ProjectSchedule): readonly string[] {
  const count = project.activities.length;
  if (schedule.starts.length !== count || schedule.finishes.length !== count)
    return ["it has not one start and one finish for each activity"];
  return [
    ...project.activities.flatMap((_, activity) => timeFaults(project, schedule, activity)),
    ...project.links.filter((link) => !holds(link, schedule)).map((link) => `the link ${JSON.stringify(link)} is broken`),
    ...project.resources.flatMap((_, resource) => capacityFaults(project, schedule, resource)),
    ...summaryFaults(project, schedule),
  ];
}

/** Whether an activity of some duration could do something in a tick: none of its resources has a break then. */
export function worksAt({ activities, resources }: Project, activity: number, tick: number): boolean {
  return activities[activity].demands.every(
    ({ resource }) => !(resources[resource].breaks ?? []).some(({ start, end }) => start <= tick && tick < end),
  );
}

/** When an activity that starts in a tick has worked for all of its duration. */
export function finishFrom(project: Project, activity: number, start: number): number {
  const { duration, demands } = project.activities[activity];
  const pauses = demands.some(({ resource }) => (project.resources[resource].breaks ?? []).length > 0);
  if (!pauses) return start + duration;
  let left = duration;
  let tick = start;
  while (left > 0) {
    if (worksAt(project, activity, tick)) left -= 1;
    tick += 1;
  }
  return tick;
}

function timeFaults(project: Project, { starts, finishes }: ProjectSchedule, activity: number): readonly string[] {
  const { duration, release = 0 } = project.activities[activity];
  const [start, finish] = [starts[activity], finishes[activity]];
  if (!Number.isInteger(start) || !Number.isInteger(finish)) return [`activity ${activity} has times that are no whole ticks`];
  const expected = finishFrom(project, activity, start);
  return [
    ...(start < Math.max(0, release) ? [`activity ${activity} starts at ${start}, before its release at ${release}`] : []),
    ...(duration > 0 && !worksAt(project, activity, start) ? [`activity ${activity} starts at ${start}, in a break`] : []),
    ...(finish === expected ? [] : [`activity ${activity} finishes at ${finish}, but its work is done at ${expected}`]),
  ];
}

function holds({ from, to, relation, lag }: ProjectLink, { starts, finishes }: ProjectSchedule): boolean {
  const since = relation === "SS" || relation === "SF" ? starts[from] : finishes[from];
  const until = relation === "FS" || relation === "SS" ? starts[to] : finishes[to];
  return until >= since + lag;
}

/** What is taken and given back, in the order of time, gives before takes: never more than there is. */
function capacityFaults({ activities, resources }: Project, { starts, finishes }: ProjectSchedule, resource: number): readonly string[] {
  const changes = activities.flatMap(({ demands }, activity) =>
    demands
      .filter((demand) => demand.resource === resource && finishes[activity] > starts[activity])
      .flatMap(({ amount }) => [
        { tick: starts[activity], amount },
        { tick: finishes[activity], amount: -amount },
      ]),
  );
  let used = 0;
  for (const { tick, amount } of changes.sort((one, other) => one.tick - other.tick || one.amount - other.amount)) {
    used += amount;
    if (used > resources[resource].capacity)
      return [`resource ${resource} gives ${used} at ${tick}, but has ${resources[resource].capacity}`];
  }
  return [];
}

function summaryFaults({ activities }: Project, schedule: ProjectSchedule): readonly string[] {
  const { finishes, makespan, lowerBound, optimal, lateness } = schedule;
  const end = Math.max(0, ...finishes);
  const late = activities.reduce((sum, { due = Number.POSITIVE_INFINITY }, activity) => sum + Math.max(0, finishes[activity] - due), 0);
  return [
    ...(makespan === end ? [] : [`the makespan is said to be ${makespan}, but the last finish is ${end}`]),
    ...(lowerBound <= makespan ? [] : [`the lower bound ${lowerBound} is above the makespan ${makespan}`]),
    ...(optimal === (lowerBound === makespan) ? [] : [`a bound of ${lowerBound} and a makespan of ${makespan}, but optimal is ${optimal}`]),
    ...(lateness === late ? [] : [`the lateness is said to be ${lateness}, but is ${late}`]),
  ];
}
