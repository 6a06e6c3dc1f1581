import { computeFacts } from "../../analysis/facts.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { findCycles } from "../find-cycles.ts";
import type { Outcome } from "../outcome.ts";
import { trendData, trendRecords } from "./data.ts";
import type { TrendHistory, TrendOptions } from "./state.ts";
import { trendView } from "./view.ts";

/** How a plan, what is done of it and its end moved over its own history, which leads up to the plan as it is. */
export function trend(plan: Plan, config: Config, history: TrendHistory, options: TrendOptions): Outcome {
  return {
    source: plan.source,
    plan,
    reading: config.reading,
    view: trendView(plan, config, history, options),
    data: trendData(history),
    diagnostics: findCycles(computeFacts(plan, config)),
    records: trendRecords(history, options),
  };
}
