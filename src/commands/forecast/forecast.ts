import { computeFacts, type Facts } from "../../analysis/facts.ts";
import { type Forecast, type ForecastSettings, forecastPlan } from "../../analysis/forecast/forecast.ts";
import { simulateLevelled } from "../../analysis/forecast/levelled.ts";
import { simulateLogic } from "../../analysis/forecast/simulation.ts";
import { findWorkingTime, timeAt } from "../../analysis/working-time.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { UsageError } from "../command.ts";
import { findCycles } from "../find-cycles.ts";
import { startingAt } from "../first-day.ts";
import type { Outcome } from "../outcome.ts";
import { forecastData, forecastRecords } from "./data.ts";
import type { ForecastResult } from "./result.ts";
import { forecastView } from "./view.ts";

export interface ForecastOptions {
  /** How many times the plan is played through: instead of the configured number. */
  readonly runs?: number;
  /** The same seed gives the same forecast; 1 where nothing is said. */
  readonly seed?: number;
  /** People are shared as in the best schedule that is found, instead of dependencies alone. */
  readonly levelled?: boolean;
  readonly distribution?: Config["forecast"]["distribution"];
  /** How strongly estimates err together, from 0 to 1. */
  readonly correlation?: number;
  /** The plan's first day, as an ISO date: instead of the configured one. */
  readonly start?: string;
  /** Sprints start as soon as they can, and do not wait for their windows. */
  readonly asap?: boolean;
}

export interface ForecastOutcome extends Outcome {
  /** Undefined where tasks wait for each other. */
  readonly forecast: Forecast | undefined;
}

/** How likely the plan, its sprints and its milestones are on time, and which tasks decide that. */
export function forecast(plan: Plan, config: Config, options: ForecastOptions): ForecastOutcome {
  const facts = computeFacts(plan, startingAt(config, options.start));
  const settings = settingsOf(config, options);
  const result = resultOf(facts, settings, options);
  const data = forecastData(settings, result);
  const common = { source: plan.source, plan, reading: config.reading, data, forecast: result?.forecast };
  if (result === undefined) return { ...common, view: [], diagnostics: findCycles(facts) };
  return { ...common, view: forecastView(result), diagnostics: [], records: forecastRecords(result) };
}

function settingsOf({ forecast: configured }: Config, options: ForecastOptions): ForecastSettings {
  const { runs, seed, distribution, correlation } = options;
  if (runs !== undefined && !isWhole(runs, 1, MOST_RUNS))
    throw new UsageError(`\`runs\` is a whole number from 1 to ${MOST_RUNS}, not ${runs}`);
  if (seed !== undefined && !isWhole(seed, 0, LARGEST_SEED))
    throw new UsageError(`\`seed\` is a whole number from 0 to ${LARGEST_SEED}, not ${seed}`);
  if (correlation !== undefined && !(correlation >= 0 && correlation <= 1))
    throw new UsageError(`\`correlation\` is a number from 0 to 1, not ${correlation}`);
  if (distribution !== undefined && distribution !== "pert" && distribution !== "triangular")
    throw new UsageError("`distribution` is `pert` or `triangular`");
  return {
    runs: runs ?? configured.runs,
    seed: seed ?? 1,
    assumptions: {
      distribution: distribution ?? configured.distribution,
      correlation: correlation ?? configured.correlation,
      spread: configured.spread,
    },
  };
}

const MOST_RUNS = 1_000_000;
const LARGEST_SEED = 2 ** 31 - 1;

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function resultOf(facts: Facts, settings: ForecastSettings, { levelled, asap }: ForecastOptions): ForecastResult | undefined {
  const releases = asap === true ? "asap" : "windows";
  const simulation = levelled === true ? simulateLevelled(facts, releases) : simulateLogic(facts, releases);
  if (simulation === undefined) return undefined;
  const time = findWorkingTime(facts.plan, facts.config);
  return {
    facts,
    settings,
    method: levelled === true ? "levelled" : "logic",
    releases,
    forecast: forecastPlan(facts, simulation, settings),
    timeAt: (hour) => time && timeAt(time, hour, "finish"),
  };
}
