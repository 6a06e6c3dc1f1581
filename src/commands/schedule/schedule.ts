import { computeFacts, type Facts } from "../../analysis/facts.ts";
import { levelPlan } from "../../analysis/levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../../analysis/levelling/levelling.ts";
import { findWorkingTime, timeAt } from "../../analysis/working-time.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { UsageError } from "../command.ts";
import { findCycles } from "../find-cycles.ts";
import { findSprint } from "../find-sprint.ts";
import { startingAt } from "../first-day.ts";
import type { Graph, Outcome } from "../outcome.ts";
import { planGraph } from "../plan-graph.ts";
import { scheduleData, scheduleRecords } from "./data.ts";
import { scheduleGantt } from "./gantt.ts";
import { criticalTasks, type ScheduleResult } from "./result.ts";
import { overrunFindings } from "./strict.ts";
import { scheduleView } from "./view.ts";

export interface ScheduleOptions {
  /** Only this sprint, from its own start. */
  readonly sprint?: string;
  /** The plan's first day, as an ISO date: instead of the configured one. */
  readonly start?: string;
  /** Sprints start as soon as they can, and do not wait for their windows. */
  readonly asap?: boolean;
  /** Other work may interrupt a task. */
  readonly split?: boolean;
  /** A sprint that ends after its window is an error. */
  readonly strict?: boolean;
  /** Also a Gantt chart. */
  readonly gantt?: boolean;
  /** How many schedules may be generated. */
  readonly budget?: number;
  readonly seed?: number;
}

export interface ScheduleOutcome extends Outcome {
  /** Undefined where tasks wait for each other. */
  readonly levelled: LevelledPlan | undefined;
}

/** Who does what when: the plan levelled over the people that it names, and what decides its end. */
export function schedule(plan: Plan, config: Config, options: ScheduleOptions): ScheduleOutcome {
  const facts = computeFacts(plan, startingAt(config, options.start));
  const levelling = levellingOf(plan, options);
  const levelled = levelPlan(facts, levelling);
  const common = { source: plan.source, plan, reading: config.reading, levelled };
  if (levelled === undefined) return { ...common, view: [], data: scheduleData(undefined), diagnostics: findCycles(facts) };
  const result = resultOf(facts, levelled, levelling);
  return { ...common, data: scheduleData(result), ...describeSchedule(result, options, levelling) };
}

/** How the options ask for a plan to be levelled; a usage error for a sprint that it does not have. */
export function levellingOf(plan: Plan, { sprint, asap, split, budget, seed }: ScheduleOptions): LevellingOptions {
  if (budget !== undefined && !(Number.isInteger(budget) && budget >= 1 && budget <= MOST_SCHEDULES))
    throw new UsageError(`\`budget\` is a whole number from 1 to ${MOST_SCHEDULES}, not ${budget}`);
  return {
    sprint: sprint === undefined ? undefined : findSprint(plan, sprint),
    releases: asap === true ? "asap" : "windows",
    interruptions: split === true ? "split" : "none",
    budget,
    seed,
  };
}

const MOST_SCHEDULES = 100_000_000;

/** A levelled plan with what is needed to speak of it. */
export function resultOf(facts: Facts, levelled: LevelledPlan, { sprint, releases, interruptions }: LevellingOptions): ScheduleResult {
  return { facts, levelled, sprint, releases, interruptions, timeAt: clockOf(facts, sprint), critical: criticalTasks(levelled) };
}

/** Everything that is said of a schedule, but for the data. */
export function describeSchedule(
  result: ScheduleResult,
  { gantt, strict }: ScheduleOptions,
  levelling: LevellingOptions,
): Pick<Outcome, "view" | "diagnostics" | "records" | "picture"> {
  const chart = scheduleGantt(result);
  return {
    view: scheduleView(result, gantt === true ? chart : undefined),
    diagnostics: strict === true ? overrunFindings(result, levelling) : [],
    records: scheduleRecords(result),
    picture: { graph: graphOf(result), gantt: chart },
  };
}

function graphOf({ facts, levelled, sprint, critical }: ScheduleResult): Graph {
  return planGraph(facts, { sprint, critical, chain: levelled.chain.map(({ task }) => task) });
}

/** One sprint alone begins where its window does. */
function clockOf({ plan, config, windows }: Facts, sprint: number | undefined): ScheduleResult["timeAt"] {
  const working = findWorkingTime(plan, config);
  const before = sprint === undefined ? 0 : (windows[sprint]?.start ?? 0);
  return (hour, side) => (working === undefined ? undefined : timeAt(working, before + hour, side));
}
