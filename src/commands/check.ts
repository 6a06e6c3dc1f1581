import type { Config } from "../config.ts";
import { formatCount } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import type { Plan } from "../model.ts";
import type { Severity } from "../rules/rule.ts";
import { unifiedDifference } from "./difference.ts";
import { fixPlan, lintPlan } from "./fixing.ts";
import type { Block, Outcome } from "./outcome.ts";

export interface CheckOptions {
  readonly fix: "none" | "safe" | "unsafe";
  /** What becomes of the fixed text: it takes the file's place, or is only shown as a difference. */
  readonly fixed: "written" | "shown";
}

/** What is wrong with the plan, and after fixes what remains. */
export function check(plan: Plan, config: Config, options: CheckOptions): Outcome {
  const found = lintPlan(plan, config);
  const fixed = options.fix === "none" ? found : fixPlan(found, config, options.fix);
  if (options.fixed === "shown") {
    const text = unifiedDifference(plan.source, fixed.plan.source.text);
    return outcomeOf(found, config, text === "" ? [] : [{ kind: "difference", text }]);
  }
  const view: readonly Block[] = fixed.fixes === 0 ? [] : [{ kind: "line", text: `${formatCount(fixed.fixes, "problem")} fixed` }];
  const outcome = outcomeOf(fixed, config, view);
  return fixed.plan.source.text === plan.source.text ? outcome : { ...outcome, rewritten: fixed.plan.source.text };
}

interface Reported {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

function outcomeOf({ plan, diagnostics }: Reported, config: Config, view: readonly Block[]): Outcome {
  return { source: plan.source, plan, reading: config.reading, view, data: { rules: countByRule(diagnostics) }, diagnostics };
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
