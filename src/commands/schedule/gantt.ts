import { dueMilestones } from "../../analysis/forecast/due.ts";
import type { LevelledTask } from "../../analysis/levelling/levelling.ts";
import { sectionName, taskId } from "../ids.ts";
import type { Gantt, GanttBar, GanttGroup } from "../outcome.ts";
import { crewNames, groupBySprint, type ScheduleResult } from "./result.ts";

/** The schedule as bars, sprint by sprint; the milestones, too, where it is of the whole plan. */
export function scheduleGantt(result: ScheduleResult): Gantt {
  const { facts, levelled, sprint } = result;
  const { hoursPerDay, daysPerWeek } = facts.config.calendar;
  return {
    hoursPerDay,
    daysPerWeek,
    finish: levelled.makespan,
    groups: ganttGroups(result),
    milestones: sprint === undefined ? ganttMilestones(result) : [],
  };
}

function ganttGroups(result: ScheduleResult): readonly GanttGroup[] {
  const { plan } = result.facts;
  const windows = new Map(result.levelled.sprints.map(({ sprint, window }) => [sprint, window]));
  return Array.from(groupBySprint(result), ([sprint, tasks]) => ({
    name: sprint === undefined ? "outside of any sprint" : sectionName(plan.sprints[sprint]),
    window: sprint === undefined ? undefined : windows.get(sprint),
    bars: tasks.map((task) => ganttBar(result, task)),
  }));
}

function ganttBar(result: ScheduleResult, levelled: LevelledTask): GanttBar {
  const { facts, critical, timeAt } = result;
  const { task, start, finish } = levelled;
  return {
    id: taskId(facts.plan, task),
    title: facts.plan.tasks[task].title.text,
    people: crewNames(result, levelled),
    start,
    finish,
    startTime: timeAt(start, "start"),
    finishTime: timeAt(finish, "finish"),
    critical: critical.has(task),
  };
}

/** A milestone is reached when the last of its sprints is finished. */
function ganttMilestones({ facts, levelled }: ScheduleResult): Gantt["milestones"] {
  const finishes = new Map(levelled.sprints.map(({ sprint, finish }) => [sprint, finish]));
  return dueMilestones(facts).map(({ milestone, due, sprints }) => {
    const { id, title } = facts.plan.milestones[milestone];
    const reached = sprints.flatMap((sprint) => finishes.get(sprint) ?? []);
    return {
      name: id.text === title.text ? title.text : `${id.text} ${title.text}`.trim(),
      due,
      reached: reached.length === 0 ? undefined : Math.max(...reached),
    };
  });
}
