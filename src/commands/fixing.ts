import { computeFacts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import { applyEdits, compatibleFixes } from "../edit.ts";
import { formatQuote } from "../format.ts";
import { type Diagnostic, lint } from "../lint.ts";
import type { Plan } from "../model.ts";
import { parsePlan } from "../parse/plan.ts";
import { rules } from "../rules/index.ts";
import { contentOf, createSource } from "../source.ts";
import { harmOf } from "./harm.ts";

/** A plan with what the rules find in it, and how many fixes were made on the way. */
export interface Linted {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
  readonly fixes: number;
}

/** A fix that calls for another one comes to rest within a few rounds, or never. */
const MOST_ROUNDS = 10;

export function lintPlan(plan: Plan, config: Config): Linted {
  return { plan, diagnostics: lint({ plan, config, facts: computeFacts(plan, config) }, rules), fixes: 0 };
}

/**
 * The plan after all fixes that may be made, read anew after each round until nothing changes. A fix that changes anything
 * but its own places would be a fault of the program: it throws, and nothing is written.
 */
export function fixPlan(linted: Linted, config: Config, allowed: "safe" | "unsafe"): Linted {
  let current = linted;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = compatibleFixes(current.diagnostics.flatMap(({ fix }) => (fix && (fix.safe || allowed === "unsafe") ? [fix] : [])));
    const { source } = current.plan;
    const edits = fixes.flatMap((fix) => fix.edits);
    const text = applyEdits(source.text, edits);
    if (text === source.text) return current;
    const plan = parsePlan(createSource(source.path, contentOf(source, text)), config);
    const harm = harmOf(current.plan, plan, edits, allowed);
    if (harm !== undefined) throw new Error(`nothing is written, since the fixes of ${formatQuote(source.path)} do harm: ${harm}`);
    current = { ...lintPlan(plan, config), fixes: current.fixes + fixes.length };
  }
  return current;
}
