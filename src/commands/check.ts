import { type Known, sift } from "../baseline.ts";
import type { Config } from "../config.ts";
import { formatCount } from "../format.ts";
import { activeRules, type Diagnostic } from "../lint.ts";
import type { Plan } from "../model.ts";
import { rules } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import { unifiedDifference } from "./difference.ts";
import { type Fixed, fixPlan, lintPlan, withoutHarmful } from "./fixing.ts";
import type { Block, Outcome } from "./outcome.ts";

export interface CheckOptions {
  readonly fix: "none" | "safe" | "unsafe";
  /** What becomes of the fixed text: it takes the file's place, or is only shown as a difference. */
  readonly fixed: "written" | "shown";
  /** Findings of this plan that are known already: they are hidden, and no fault. */
  readonly known?: Known;
}

/** What is wrong with the plan, and after fixes what remains. */
export function check(plan: Plan, config: Config, options: CheckOptions): Outcome {
  const found = lintPlan(plan, config);
  const fixed: Fixed = options.fix === "none" ? { ...found, harmful: new Map() } : fixPlan(found, config, options.fix);
  if (options.fixed === "shown") {
    const text = unifiedDifference(plan.source, fixed.plan.source.text);
    return withoutKnown(outcomeOf(leftOf(found, fixed), config, text === "" ? [] : [{ kind: "difference", text }]), options.known);
  }
  const view: readonly Block[] = fixed.fixes === 0 ? [] : [{ kind: "line", text: `${formatCount(fixed.fixes, "problem")} fixed` }];
  const outcome = withoutKnown(outcomeOf(leftOf(fixed, fixed), config, view), options.known);
  return fixed.plan.source.text === plan.source.text ? outcome : { ...outcome, rewritten: fixed.plan.source.text };
}

interface Reported {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

function outcomeOf({ plan, diagnostics }: Reported, config: Config, view: readonly Block[]): Outcome {
  const ran = activeRules(config, rules);
  return { source: plan.source, plan, reading: config.reading, view, data: { rules: countByRule(diagnostics) }, diagnostics, ran };
}

/** What was found, and of what cannot be fixed without harm also why. */
function leftOf({ plan, diagnostics }: Reported, { harmful }: Fixed): Reported {
  return { plan, diagnostics: withoutHarmful(diagnostics, harmful) };
}

function withoutKnown(outcome: Outcome, known: Known | undefined): Outcome {
  if (known === undefined) return outcome;
  const { shown, hidden } = sift(outcome.plan, outcome.diagnostics, known);
  return { ...outcome, data: { rules: countByRule(shown) }, diagnostics: shown, hidden };
}

interface RuleCount {
  readonly id: string;
  readonly severity: Severity;
  readonly count: number;
}

function countByRule(diagnostics: readonly Diagnostic[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of diagnostics) {
    const before = counts.get(`${rule} ${severity}`);
    counts.set(`${rule} ${severity}`, { id: rule, severity, count: (before?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
