import { defaultConfig } from "../config.ts";
import { parsePlan } from "../parse/plan.ts";
import { createSource } from "../source.ts";
import type { Block, Outcome } from "./outcome.ts";

/** An answer that speaks of no plan: its path is empty. */
export function withoutPlan(view: readonly Block[], data: unknown): Outcome {
  const plan = parsePlan(createSource("", ""), defaultConfig);
  return { source: plan.source, plan, reading: defaultConfig.reading, view, data, diagnostics: [] };
}
