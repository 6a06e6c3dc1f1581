import type { ResolvedGate } from "../analysis/gates.ts";
import type { Plan } from "../model.ts";
import { sprintName } from "./names.ts";
import type { Related } from "./rule.ts";

/** The place and the words of a gate, to prove a finding about something else. */
export function declaredOrder(plan: Plan, { gate, from, to }: ResolvedGate): Related {
  const { span, kind } = plan.gates[gate];
  const [first, then] = [sprintName(plan.sprints[from]), sprintName(plan.sprints[to])];
  return {
    span,
    message:
      kind === "hard" ? `${then} is declared to wait for ${first}` : `${then} may overlap ${first}, and waits for what that waits for`,
  };
}
