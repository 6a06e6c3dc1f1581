import { HOUR_TOLERANCE } from "../model.ts";
import type { Break } from "../schedule/project.ts";
import { exactHours } from "./effort.ts";
import type { Facts } from "./facts.ts";
import type { PlanProject } from "./levelling/levelling.ts";
import { isPerson } from "./team-people.ts";
import { foldWords } from "./words.ts";

/** Work of a member that begins too late in a sprint for the hours that it takes. All in hours from the sprint's start. */
export interface UnusableWork {
  readonly sprint: number;
  /** Index into the sprint's team. */
  readonly member: number;
  /** Tasks that cannot begin before `begin`, in document order: as few as show it. */
  readonly tasks: readonly number[];
  readonly begin: number;
  readonly work: number;
  /** The member's hours between `begin` and the end of the window. */
  readonly left: number;
  /** The member's hours in the whole window. */
  readonly capacity: number;
}

/** One for each member whose hours suffice for the sprint as a whole, but not for what can only begin late in it. */
export function findUnusableWork(facts: Facts, sprint: number): readonly UnusableWork[] {
  const path = facts.sprintPath(sprint);
  const window = facts.windows[sprint];
  if (path === undefined || window === undefined) return [];
  const { team } = facts.plan.sprints[sprint];
  const project = facts.sprintProject(sprint);
  const people = new Map(project.people.map((name, resource) => [foldWords(name), resource]));
  const { members } = facts.capacity().sprints[sprint];
  return team.flatMap((line, member) => {
    const resource = people.get(foldWords(line.name.value ?? line.name.text));
    const hours = window.end - window.start;
    if (resource === undefined || members[member].overload > 0 || !isPerson(line, hours)) return [];
    const work = lateWork(project, resource, { hours, begins: (task) => path.tasks[task - project.firstTask].earliestStart });
    return work === undefined ? [] : [{ ...work, sprint, member, capacity: members[member].capacity ?? 0 }];
  });
}

interface Span {
  readonly hours: number;
  /** The earliest start of a task by the dependencies inside of the sprint. */
  readonly begins: (task: number) => number;
}

function lateWork(project: PlanProject, resource: number, { hours, begins }: Span) {
  const { activities, resources } = project.project;
  const leftAfter = (begin: number) =>
    workedTime(resources[resource].breaks ?? [], begin / project.tick, hours / project.tick) * project.tick;
  const hoursOf = (task: number) => project.durations[task - project.firstTask];
  const own: number[] = [];
  for (let activity = 0; activity < project.taskCount; activity += 1) {
    const works = project.durations[activity] > 0 && activities[activity].demands.some((demand) => demand.resource === resource);
    if (works) own.push(project.firstTask + activity);
  }
  own.sort((one, other) => begins(other) - begins(one) || one - other);
  let sum = 0;
  for (const [index, task] of own.entries()) {
    sum += hoursOf(task);
    const begin = begins(task);
    if (begin < HOUR_TOLERANCE) return undefined;
    if (sum <= leftAfter(begin) + HOUR_TOLERANCE) continue;
    const tasks = fewest(own.slice(0, index + 1), hoursOf, leftAfter(begin)).sort((one, other) => one - other);
    const first = tasks.reduce((least, each) => Math.min(least, begins(each)), hours);
    const work = tasks.reduce((total, each) => total + hoursOf(each), 0);
    return { tasks, begin: exactHours(first), work: exactHours(work), left: exactHours(leftAfter(first)) };
  }
  return undefined;
}

/** The longest tasks that together take more than there is. */
function fewest(tasks: readonly number[], hoursOf: (task: number) => number, left: number): number[] {
  const chosen: number[] = [];
  let sum = 0;
  for (const task of tasks.toSorted((one, other) => hoursOf(other) - hoursOf(one) || one - other)) {
    if (sum > left + HOUR_TOLERANCE) break;
    chosen.push(task);
    sum += hoursOf(task);
  }
  return chosen;
}

/** How much of the time between two ticks is no break. */
function workedTime(breaks: readonly Break[], from: number, until: number): number {
  const away = breaks.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, until) - Math.max(start, from)), 0);
  return Math.max(0, until - from) - away;
}
