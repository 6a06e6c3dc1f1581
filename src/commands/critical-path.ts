import type { CriticalPath, TaskTimes } from "../analysis/critical-path.ts";
import { exactHours } from "../analysis/effort.ts";
import { computeFacts, type Facts } from "../analysis/facts.ts";
import { readGates } from "../analysis/gates.ts";
import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import { planView, sprintView } from "./critical-path-view.ts";
import { findCycles } from "./find-cycles.ts";
import { findSprint } from "./find-sprint.ts";
import { sectionId, sprintIdOf, taskId, taskIds } from "./ids.ts";
import type { Outcome, Picture, Records } from "./outcome.ts";
import { planGraph } from "./plan-graph.ts";

export interface CriticalPathOptions {
  /** Only this sprint, with all of its tasks. */
  readonly sprint?: string;
  /** Tasks with at most this slack in hours are listed beside the critical ones. */
  readonly near?: number;
}

/** The chain of tasks that decides the end of the plan and of each sprint, and the slack of everything else. */
export function criticalPath(plan: Plan, config: Config, options: CriticalPathOptions): Outcome {
  const facts = computeFacts(plan, config);
  const sprint = options.sprint === undefined ? undefined : findSprint(plan, options.sprint);
  const path = facts.planPath();
  const view = path === undefined ? [] : sprint === undefined ? planView(facts, path, options.near ?? 0) : sprintView(facts, path, sprint);
  const outcome = { source: plan.source, plan, reading: config.reading, view, data: dataOf(facts, path, sprint) };
  if (path === undefined) return { ...outcome, diagnostics: findCycles(facts) };
  return {
    ...outcome,
    diagnostics: [],
    // Few formats ask for these, and they take as long as the rest.
    get records() {
      return recordsOf(plan, path, sprint);
    },
    get picture() {
      return pictureOf(facts, path, sprint);
    },
  };
}

function dataOf(facts: Facts, path: CriticalPath | undefined, only: number | undefined): object {
  const { plan, reading } = facts;
  const sprints = plan.sprints.filter(({ index }) => only === undefined || index === only);
  const tasks = path === undefined ? [] : timesIn(plan, path, only);
  return {
    duration: path?.duration,
    path: path && taskIds(plan, path.path),
    gates: readGates(plan, reading.overlap).map(({ from, to, kind }) => ({
      from: sectionId(plan.sprints[from]),
      to: sectionId(plan.sprints[to]),
      kind,
    })),
    sprints: sprints.map(({ index }) => sprintData(facts, index)),
    tasks: tasks.map((times) => taskData(plan, times)),
  };
}

function sprintData(facts: Facts, sprint: number): object {
  const own = facts.sprintPath(sprint);
  const window = facts.windows[sprint];
  return {
    id: sectionId(facts.plan.sprints[sprint]),
    duration: own?.duration,
    window,
    overrun: own && window && exactHours(Math.max(0, own.duration - (window.end - window.start))),
    path: own && taskIds(facts.plan, own.path),
  };
}

/** The times of the tasks within the whole plan, as in the data; of one sprint only its own tasks. */
function recordsOf(plan: Plan, path: CriticalPath, only: number | undefined): Records {
  return {
    columns: ["task", "title", "sprint", ...TIMES],
    rows: timesIn(plan, path, only).map((times) => [
      taskId(plan, times.task),
      plan.tasks[times.task].title.text,
      sprintIdOf(plan, times.task),
      ...TIMES.map((column) => times[column]),
    ]),
  };
}

/** The picture of one sprint shows its own chain, as its view does. */
function pictureOf(facts: Facts, whole: CriticalPath, sprint: number | undefined): Picture {
  const path = (sprint === undefined ? undefined : facts.sprintPath(sprint)) ?? whole;
  const critical = new Set(path.tasks.flatMap((times) => (times.critical ? [times.task] : [])));
  return { graph: planGraph(facts, { sprint, critical, chain: path.path }) };
}

function timesIn(plan: Plan, { tasks }: CriticalPath, only: number | undefined): readonly TaskTimes[] {
  return only === undefined ? tasks : tasks.filter(({ task }) => plan.tasks[task].sprint === only);
}

const TIMES = [
  "duration",
  "earliestStart",
  "earliestFinish",
  "latestStart",
  "latestFinish",
  "totalSlack",
  "freeSlack",
  "critical",
] as const;

function taskData(plan: Plan, { task, ...times }: TaskTimes): object {
  return { id: taskId(plan, task), sprint: sprintIdOf(plan, task), ...times };
}
