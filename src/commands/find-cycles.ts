import type { Cycle } from "../analysis/cycles.ts";
import type { Facts } from "../analysis/facts.ts";
import { defaultConfig } from "../config.ts";
import { formatChain, formatQuote } from "../format.ts";
import { type Diagnostic, lint } from "../lint.ts";
import type { Plan } from "../model.ts";
import { rules } from "../rules/index.ts";
import { taskIds } from "./ids.ts";

/**
 * The findings on tasks that wait for each other, none in a sound plan. A cycle takes an answer away, whatever the
 * configuration and the plan's comments make of the rule in `check`.
 */
export function findCycles(facts: Facts): readonly Diagnostic[] {
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
