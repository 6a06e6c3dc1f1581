import type { Activity, Break, Demand, Project, ProjectLink, Resource } from "../../schedule/project.ts";
import type { Facts } from "../facts.ts";
import type { Tie } from "../network.ts";
import { findAbsences } from "./breaks.ts";
import { type Staffing, staffAsTeam, staffByName } from "./crews.ts";
import type { LevellingOptions, PlanProject } from "./levelling.ts";
import { type ActivityLink, linkActivities } from "./links.ts";
import { type LevellingScope, scopeOf } from "./scope.ts";
import { findTick, ticksUp } from "./tick.ts";

/** A plan, or one sprint of it, as a project over its people; where tasks wait for each other, it has no schedule. */
export function planProject(facts: Facts, options: LevellingOptions): PlanProject {
  const scope = scopeOf(facts, options.sprint);
  const { network } = scope;
  const staffing = options.team === undefined ? staffByName(facts, network) : staffAsTeam(facts, network, options.team);
  const tick = findTick(facts, scope, staffing.durations);
  const absences = findAbsences(facts, scope, { staffing, tick, longest: options.longest ?? 1 }, options.absences ?? []);
  const resources = staffing.resources.map(({ capacity }, index) => withBreaks(capacity, absences.breaks[index]));
  const tasks = listTasks(facts, scope, options, { staffing, tick });
  const { demands, further } = pauseForHolidays(staffing, absences.holidays);
  const { eventCount, links: ties } = linkActivities(network);
  const links = projectLinks(ties, network.taskCount + eventCount, tick);
  const ends = sprintEnds(facts, scope, { links, firstEvent: network.taskCount + eventCount, tick });
  const activities = [
    ...tasks.map((task, index) => ({ ...task, demands: demands[index] })),
    ...Array.from({ length: eventCount }, () => EVENT),
    ...ends.events,
  ];
  return {
    project: { activities, resources: [...resources, ...further], links: [...links, ...ends.links] },
    firstTask: network.firstTask,
    taskCount: network.taskCount,
    tick,
    durations: staffing.durations,
    rounded: tasks.flatMap(({ duration }, index) =>
      duration * tick - staffing.durations[index] > tick * ROUNDING ? [network.firstTask + index] : [],
    ),
    people: staffing.resources.map(({ name }) => name),
    withoutHours: absences.withoutHours,
  };
}

const EVENT: Activity = { duration: 0, demands: [] };
const ROUNDING = 1e-4;

interface Work {
  readonly staffing: Staffing;
  readonly tick: number;
}

function listTasks({ plan }: Facts, { network, windows }: LevellingScope, { releases }: LevellingOptions, { staffing, tick }: Work) {
  return Array.from(staffing.durations, (hours, index) => {
    const { sprint } = plan.tasks[network.firstTask + index];
    const window = sprint === undefined || releases === "asap" ? undefined : windows[sprint];
    return { duration: ticksUp(hours, tick), release: window && ticksUp(window.start, tick) };
  });
}

function withBreaks(capacity: number, breaks: readonly Break[]): Resource {
  return breaks.length === 0 ? { capacity } : { capacity, breaks };
}

/** On a holiday the tasks of nobody rest as well: they need something that has holidays and is never scarce. */
function pauseForHolidays({ demands, resources }: Staffing, holidays: readonly Break[]) {
  const alone = demands.reduce((count, each) => count + (each.length === 0 ? 1 : 0), 0);
  if (alone === 0 || holidays.length === 0) return { demands, further: [] };
  const calendar: readonly Demand[] = [{ resource: resources.length, amount: 1 }];
  return { demands: demands.map((each) => (each.length === 0 ? calendar : each)), further: [withBreaks(alone, holidays)] };
}

/** Of several links that tie the same ends of two activities, the longest lag holds. */
function projectLinks(ties: readonly ActivityLink[], count: number, tick: number): Project["links"] {
  const links = new Map<number, ProjectLink>();
  for (const tie of ties) {
    const relation = relationOf(tie);
    const lag = ticksUp(tie.lag, tick);
    const key = (tie.source * count + tie.target) * RELATIONS.length + RELATIONS.indexOf(relation);
    const known = links.get(key);
    if (known === undefined || known.lag < lag) links.set(key, { from: tie.source, to: tie.target, relation, lag });
  }
  return [...links.values()];
}

const RELATIONS = ["FS", "SS", "FF", "SF"] as const;

function relationOf({ from, to }: Tie): ProjectLink["relation"] {
  if (from === "finish") return to === "start" ? "FS" : "FF";
  return to === "start" ? "SS" : "SF";
}

interface Ends {
  readonly links: Project["links"];
  readonly firstEvent: number;
  readonly tick: number;
}

/** An event behind each sprint with a window, which is due when the window ends. */
function sprintEnds({ plan }: Facts, { network, sprints, windows }: LevellingScope, { links, firstEvent, tick }: Ends) {
  const sprintOf = (activity: number) => (activity < network.taskCount ? plan.tasks[network.firstTask + activity].sprint : undefined);
  const followed = new Uint8Array(network.taskCount);
  for (const { from, to, relation, lag } of links) {
    if (relation === "FS" && lag >= 0 && from < network.taskCount && sprintOf(from) === sprintOf(to)) followed[from] = 1;
  }
  const events: Activity[] = [];
  const ends: ProjectLink[] = [];
  for (const sprint of sprints) {
    const window = windows[sprint];
    if (window === undefined) continue;
    const event = firstEvent + events.length;
    events.push({ ...EVENT, due: ticksUp(window.end, tick) });
    const { firstTask, endTask } = plan.sprints[sprint];
    for (let task = firstTask - network.firstTask; task < endTask - network.firstTask; task += 1) {
      if (followed[task] === 0) ends.push({ from: task, to: event, relation: "FS", lag: 0 });
    }
  }
  return { events, links: ends };
}
