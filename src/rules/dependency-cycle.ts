import { type Cycle, type CycleStep, findCycles } from "../analysis/cycles.ts";
import type { Facts } from "../analysis/facts.ts";
import { planNetwork } from "../analysis/network.ts";
import { formatList, formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { loopText, taskId, taskName } from "./names.ts";
import type { Context, Finding, Related, Rule } from "./rule.ts";

export const dependencyCycle: Rule = {
  id: "dependency-cycle",
  severity: "error",
  summary: "tasks wait for each other, so that none of them can begin",
  fixable: "no",
  *check({ plan, facts }: Context) {
    for (const cycle of findPureCycles(facts)) yield findingOf(plan, cycle);
  },
};

/** The cycles that need no gate: without gates they are not hidden behind shorter ones that do. */
function findPureCycles({ plan, references, reading, cycles }: Facts): readonly Cycle[] {
  if (plan.gates.length === 0 || cycles().length === 0) return cycles();
  return findCycles(planNetwork({ ...plan, gates: [] }, references, reading.overlap), references);
}

/** The last step closes the cycle: there the earliest of the tasks waits for a later one. */
function findingOf(plan: Plan, { tasks, steps }: Cycle): Finding {
  const closing = steps[steps.length - 1];
  const [first, ...others] = tasks.map((task) => taskName(plan.tasks[task]));
  const span = closing.kind === "reference" ? plan.tasks[closing.to].dependencies[closing.dependency].span : plan.tasks[closing.to].id.span;
  if (others.length === 0) return { span, message: `task ${first} waits for itself`, help: "take it out of its own dependencies" };
  return {
    span,
    message: `task ${first} waits for itself, through ${formatList(others.toReversed(), MOST_NAMES)}`,
    notes: [loopText(plan, tasks)],
    related: steps.slice(0, -1).flatMap((step) => relatedOf(plan, step)),
    help: "take out the dependency that is not needed",
  };
}

function relatedOf(plan: Plan, step: CycleStep): readonly Related[] {
  if (step.kind !== "reference") return [];
  const field = plan.tasks[step.to].dependencies[step.dependency];
  const source = taskName(plan.tasks[step.from]);
  const through = field.text === taskId(plan.tasks[step.from]) ? "" : `, through ${formatQuote(field.text)}`;
  return [{ span: field.span, message: `task ${taskName(plan.tasks[step.to])} waits for ${source}${through}` }];
}

const MOST_NAMES = 4;
