import type { Facts } from "../../analysis/facts.ts";
import type { LevelledPlan, LevelledTask } from "../../analysis/levelling/levelling.ts";
import { HOUR_TOLERANCE } from "../../model.ts";

/** A levelled plan with what is needed to speak of it. */
export interface ScheduleResult {
  readonly facts: Facts;
  readonly levelled: LevelledPlan;
  /** Only this sprint, whose times count from its own start. */
  readonly sprint: number | undefined;
  readonly releases: "windows" | "asap";
  readonly interruptions: "none" | "split";
  /** The local time at which work at this hour starts or is finished, undefined where the first day is not known. */
  readonly timeAt: (hour: number, side: "start" | "finish") => string | undefined;
  /** Tasks that decide the end: they have no slack, or stand in the chain that leads to it. */
  readonly critical: ReadonlySet<number>;
}

/** The tasks without slack, and those of the chain, by task index. */
export function criticalTasks({ tasks, chain }: LevelledPlan): ReadonlySet<number> {
  const without = tasks.filter(({ slack }) => slack < HOUR_TOLERANCE);
  return new Set([...without, ...chain].map(({ task }) => task));
}

/** The names of the people on a task; the crew of a task for everybody is `everyone`, with whoever comes to it by name. */
export function crewNames({ facts, levelled }: ScheduleResult, { task, members }: LevelledTask): readonly string[] {
  const crew = facts.effort.crews[task];
  if (!crew.everyone) return members.map((member) => levelled.members[member].name);
  return ["everyone", ...crew.people.map(({ assignee }) => facts.plan.tasks[task].assignees[assignee].text)];
}

/** The tasks of each sprint, and of none, in document order. */
export function groupBySprint({ facts, levelled }: ScheduleResult): ReadonlyMap<number | undefined, readonly LevelledTask[]> {
  const groups = new Map<number | undefined, LevelledTask[]>();
  for (const task of levelled.tasks) {
    const { sprint } = facts.plan.tasks[task.task];
    const group = groups.get(sprint);
    if (group === undefined) groups.set(sprint, [task]);
    else group.push(task);
  }
  return groups;
}
