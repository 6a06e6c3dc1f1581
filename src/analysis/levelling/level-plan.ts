import { topologicalOrder } from "../../arcs.ts";
import { once } from "../../once.ts";
import { exactHours } from "../effort.ts";
import type { Facts } from "../facts.ts";
import { findChain } from "./levelled-chain.ts";
import { slackWithin } from "./levelled-slack.ts";
import { type SolvedPlan, solvePlan } from "./levelled-solution.ts";
import type { LevelledMember, LevelledPlan, LevelledSprint, LevelledTask, LevellingOptions, PlanProject } from "./levelling.ts";
import { planProject } from "./plan-project.ts";
import { type LevellingScope, scopeOf } from "./scope.ts";

/**
 * Who does what when: a plan, or one sprint of it, levelled over its people; undefined where tasks wait for each other. What the
 * schedule says of single tasks and people is worked out when it is first asked for. `known` is the project, where it was made.
 */
export function levelPlan(facts: Facts, options: LevellingOptions, known?: PlanProject): LevelledPlan | undefined {
  const scope = scopeOf(facts, options.sprint);
  if (topologicalOrder(scope.network) === undefined) return undefined;
  const project = known ?? planProject(facts, options);
  const solved = solvePlan(project, options);
  const hours = (ticks: number) => exactHours(ticks * project.tick);
  const tasks = once(() => listTasks(project, solved));
  const sprints = once(() => listSprints(facts, scope, tasks()));
  const members = once(() => listMembers(project, solved));
  const chain = once(() => findChain(facts, scope, solved));
  return {
    project,
    makespan: hours(solved.makespan),
    lowerBound: hours(solved.lowerBound),
    optimal: solved.optimal,
    generated: solved.generated,
    get tasks() {
      return tasks();
    },
    get sprints() {
      return sprints();
    },
    get members() {
      return members();
    },
    get chain() {
      return chain();
    },
  };
}

function listTasks({ project, firstTask, taskCount, tick, people }: PlanProject, solved: SolvedPlan): readonly LevelledTask[] {
  const slack = once(() => slackWithin(solved.project, solved.times, solved.handovers));
  return Array.from({ length: taskCount }, (_unused, index) => ({
    task: firstTask + index,
    start: exactHours(solved.whole.starts[index] * tick),
    finish: exactHours(solved.whole.finishes[index] * tick),
    members: project.activities[index].demands.map(({ resource }) => resource).filter((resource) => resource < people.length),
    get slack() {
      const pieces = slack().slice(solved.firstPieces[index], solved.lastPieces[index] + 1);
      return exactHours(pieces.reduce((least, each) => Math.min(least, each)) * tick);
    },
  }));
}

function listSprints(
  { plan }: Facts,
  { sprints, windows, network }: LevellingScope,
  tasks: readonly LevelledTask[],
): readonly LevelledSprint[] {
  return sprints.map((sprint) => {
    const { firstTask, endTask } = plan.sprints[sprint];
    const own = tasks.slice(firstTask - network.firstTask, endTask - network.firstTask);
    const window = windows[sprint];
    const start = own.reduce((first, task) => Math.min(first, task.start), Number.POSITIVE_INFINITY);
    const finish = own.reduce((last, task) => Math.max(last, task.finish), 0);
    return { sprint, start, finish, window, overrun: window === undefined ? 0 : exactHours(Math.max(0, finish - window.end)) };
  });
}

interface Attendance {
  hours: number;
  ticks: number;
  first: number;
  last: number;
}

function listMembers({ project, people, durations, tick }: PlanProject, { whole }: SolvedPlan): readonly LevelledMember[] {
  const attendances = people.map((): Attendance => ({ hours: 0, ticks: 0, first: Number.POSITIVE_INFINITY, last: 0 }));
  for (const [activity, hours] of durations.entries()) {
    const { demands, duration } = project.activities[activity];
    for (const { resource, amount } of demands) {
      if (resource >= people.length) continue;
      const attendance = attendances[resource];
      attendance.hours += hours * amount;
      attendance.ticks += duration * amount;
      if (duration === 0) continue;
      attendance.first = Math.min(attendance.first, whole.starts[activity]);
      attendance.last = Math.max(attendance.last, whole.finishes[activity]);
    }
  }
  return attendances.map(({ hours, ticks, first, last }, member) => {
    const { capacity, breaks } = project.resources[member];
    const away = (breaks ?? []).reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, last) - Math.max(start, first)), 0);
    const idle = first < last ? (last - first - away) * capacity - ticks : 0;
    return { name: people[member], load: exactHours(hours), idle: exactHours(idle * tick) };
  });
}
