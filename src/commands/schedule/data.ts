import type { ChainStep } from "../../analysis/levelling/levelling.ts";
import type { Plan } from "../../model.ts";
import { sectionId, sprintIdOf, taskId, taskIds } from "../ids.ts";
import type { Records } from "../outcome.ts";
import type { ScheduleResult } from "./result.ts";

/** What programs get: sprints, tasks, people and the chain that decides the end; nobody and nothing where there is no schedule. */
export function scheduleData(result: ScheduleResult | undefined): object {
  if (result === undefined) return { sprints: [], tasks: [], members: [], chain: [] };
  const { facts, levelled, critical, timeAt } = result;
  const { plan } = facts;
  return {
    makespan: levelled.makespan,
    lowerBound: levelled.lowerBound,
    optimal: levelled.optimal,
    tick: levelled.project.tick,
    rounded: taskIds(plan, levelled.project.rounded),
    sprints: levelled.sprints.map(({ sprint, ...times }) => ({ id: sectionId(plan.sprints[sprint]), ...times })),
    tasks: levelled.tasks.map(({ task, start, finish, members, slack }) => ({
      id: taskId(plan, task),
      sprint: sprintIdOf(plan, task),
      start,
      finish,
      startTime: timeAt(start, "start"),
      finishTime: timeAt(finish, "finish"),
      slack,
      critical: critical.has(task),
      members: members.map((member) => levelled.members[member].name),
    })),
    members: levelled.members.map(({ name, load, idle }) => ({ name, load, idle })),
    chain: levelled.chain.map((step) => chainData(result, step)),
  };
}

/** A row for each task. */
export function scheduleRecords({ facts, levelled, timeAt }: ScheduleResult): Records {
  const { plan } = facts;
  return {
    columns: ["id", "title", "sprint", "members", "start", "finish", "slack", "startTime", "finishTime"],
    rows: levelled.tasks.map(({ task, start, finish, members, slack }) => [
      taskId(plan, task),
      plan.tasks[task].title.text,
      sprintIdOf(plan, task),
      members.map((member) => levelled.members[member].name).join(", "),
      start,
      finish,
      slack,
      timeAt(start, "start"),
      timeAt(finish, "finish"),
    ]),
  };
}

function chainData({ facts: { plan }, levelled }: ScheduleResult, { task, reason }: ChainStep): object {
  const step = { task: taskId(plan, task), reason: reason.kind };
  switch (reason.kind) {
    case "start":
    case "calendar":
      return step;
    case "task":
      return { ...step, behind: taskId(plan, reason.task) };
    case "gate":
      return { ...step, behind: taskId(plan, reason.task), gate: gateData(plan, reason.gate) };
    case "person":
      return { ...step, behind: taskId(plan, reason.task), member: levelled.members[reason.member].name };
    case "window":
      return { ...step, sprint: sectionId(plan.sprints[reason.sprint]) };
  }
}

function gateData({ gates }: Plan, gate: number): object {
  const { from, to, kind } = gates[gate];
  return { from: from.value ?? from.text, to: to.value ?? to.text, kind };
}
