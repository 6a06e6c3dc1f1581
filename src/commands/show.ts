import { computeFacts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import type { Outcome } from "./outcome.ts";
import { showData } from "./show-data.ts";
import { showView } from "./show-view.ts";

/** What was understood of the file, and what was not. */
export function show(plan: Plan, config: Config): Outcome {
  const facts = computeFacts(plan, config);
  return {
    source: plan.source,
    plan,
    reading: config.reading,
    view: showView(facts),
    // Every `All` is written out in it, which may be far more than the plan: it is made only for who asks.
    get data() {
      return showData(facts);
    },
    diagnostics: [],
  };
}
