import type { CriticalPath, TaskTimes } from "../analysis/critical-path.ts";
import type { Cycle } from "../analysis/cycles.ts";
import { exactHours } from "../analysis/effort.ts";
import { computeFacts, type Facts } from "../analysis/facts.ts";
import { readGates } from "../analysis/gates.ts";
import { sprintIndexes } from "../analysis/sections.ts";
import { foldWords } from "../analysis/words.ts";
import { type Config, defaultConfig } from "../config.ts";
import { formatChain, formatList, formatQuote } from "../format.ts";
import { type Diagnostic, lint } from "../lint.ts";
import type { Plan } from "../model.ts";
import { rules } from "../rules/index.ts";
import { didYouMean } from "../suggest.ts";
import { UsageError } from "./command.ts";
import { planView, sprintView } from "./critical-path-view.ts";
import { sectionId, sprintIdOf, taskId, taskIds } from "./ids.ts";
import type { Outcome } from "./outcome.ts";

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
  return {
    source: plan.source,
    plan,
    reading: config.reading,
    view,
    data: dataOf(facts, path, sprint),
    diagnostics: path === undefined ? findCycles(facts) : [],
  };
}

function findSprint(plan: Plan, id: string): number {
  const indexes = sprintIndexes(plan);
  const index = indexes.get(foldWords(id)) ?? indexes.get(foldWords(id.replace(/^\s*sprint\b/i, "")));
  if (index !== undefined) return index;
  const ids = plan.sprints.map(sectionId);
  const known = ids.length === 0 ? ", it has none" : `, it has ${formatList(ids, MOST_SPRINTS)}`;
  throw new UsageError(`no sprint \`${id}\` in ${formatQuote(plan.source.path)}${didYouMean(id, ids) || known}`);
}

/** A cycle takes the answer away, whatever the configuration and the plan's comments make of the rule in `check`. */
function findCycles(facts: Facts): readonly Diagnostic[] {
  const { plan, config } = facts;
  const found = lint(
    { plan: { ...plan, suppressions: [] }, config: { ...config, rules: defaultConfig.rules }, facts },
    rules.filter(({ id }) => id === CYCLE_RULE),
  );
  return found.length > 0 ? found : facts.cycles().map((cycle) => gateCycle(plan, cycle));
}

/** Tasks that only dependencies and gates together let wait for each other: `check` lays it at the door of one of them. */
function gateCycle(plan: Plan, { tasks, steps }: Cycle): Diagnostic {
  const gates = steps.flatMap((step) => (step.kind === "gate" ? step.gates : [])).map((gate) => plan.gates[gate]);
  return {
    rule: CYCLE_RULE,
    severity: "error",
    span: plan.tasks[tasks[0]].id.span,
    message: `tasks wait for each other: ${formatChain(taskIds(plan, [...tasks, tasks[0]]))}`,
    related: gates.map(({ from, to, kind, span }) => ({
      span,
      message: `sprint ${formatQuote(to.text)} ${kind === "hard" ? "waits for" : "may overlap"} ${formatQuote(from.text)}`,
    })),
    help: "`sprintplan check` names the dependency or gate that is at fault",
  };
}

const CYCLE_RULE = "dependency-cycle";

const MOST_SPRINTS = 12;

function dataOf(facts: Facts, path: CriticalPath | undefined, only: number | undefined): object {
  const { plan, reading } = facts;
  const sprints = plan.sprints.filter(({ index }) => only === undefined || index === only);
  const tasks = path?.tasks.filter(({ task }) => only === undefined || plan.tasks[task].sprint === only) ?? [];
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

function taskData(plan: Plan, { task, ...times }: TaskTimes): object {
  return { id: taskId(plan, task), sprint: sprintIdOf(plan, task), ...times };
}
