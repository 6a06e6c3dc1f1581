import { computeFacts, type Facts } from "../../analysis/facts.ts";
import { forecastPlan } from "../../analysis/forecast/forecast.ts";
import { simulateLogic } from "../../analysis/forecast/simulation.ts";
import { type PlanNumbers, planNumbers } from "../../analysis/plan-trend.ts";
import type { Config } from "../../config.ts";
import { lint } from "../../lint.ts";
import type { Plan } from "../../model.ts";
import { rules } from "../../rules/index.ts";

export interface TrendOptions {
  /** Also the end of each revision levelled over its people. */
  readonly levelled?: boolean;
  /** Also when each revision is over in half and in nine of ten runs. */
  readonly forecast?: boolean;
}

/** A revision in numbers; times are hours from the plan's start. */
export interface PlanState extends PlanNumbers {
  readonly levelledEnd: number | undefined;
  readonly p50: number | undefined;
  readonly p90: number | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** One state of a plan file: as a commit left it, or as it lies here. */
export interface TrendRevision {
  /** Undefined for the file as it lies here. */
  readonly commit: string | undefined;
  /** By the committer's clock: `2026-01-05T09:00:00+01:00`. */
  readonly time: string | undefined;
  readonly author: string | undefined;
  /** What the file was called. */
  readonly path: string;
  readonly state: RevisionState;
}

export type RevisionState =
  | { readonly kind: "plan"; readonly numbers: PlanState }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "removed" };

export interface TrendHistory {
  /** The oldest first, each different from the one before. */
  readonly revisions: readonly TrendRevision[];
  /** Whether all there is, or what took away older ones. */
  readonly earlier: "none" | "limit" | "since" | "shallow";
}

/** What a trend looks at in one revision. */
export function stateOf(plan: Plan, config: Config, options: TrendOptions): PlanState {
  const facts = computeFacts(plan, config);
  const findings = lint({ plan, config, facts }, rules);
  const countOf = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    ...planNumbers(facts),
    levelledEnd: options.levelled === true ? facts.levelled()?.makespan : undefined,
    ...(options.forecast === true ? chancesOf(facts) : { p50: undefined, p90: undefined }),
    errors: countOf("error"),
    warnings: countOf("warning"),
    infos: countOf("info"),
  };
}

function chancesOf(facts: Facts): Pick<PlanState, "p50" | "p90"> {
  const simulation = simulateLogic(facts, "windows");
  if (simulation === undefined) return { p50: undefined, p90: undefined };
  const { distribution, correlation, spread } = facts.config.forecast;
  const { plan } = forecastPlan(facts, simulation, { runs: RUNS, seed: 1, assumptions: { distribution, correlation, spread } });
  return { p50: plan.percentiles.p50, p90: plan.percentiles.p90 };
}

/** Enough to see where it goes; the command for forecasts takes its time. */
const RUNS = 500;
