import type { ResolvedGate } from "../analysis/gates.ts";
import type { Plan } from "../model.ts";
import { sprintName } from "./names.ts";
import type { Related } from "./rule.ts";

/** The place and the words of a gate, to prove a finding about something else. */
export function declaredOrder(plan: Plan, { gate, from, to, kind }: ResolvedGate): Related {
  const declared = plan.gates[gate];
  const [first, then] = [sprintName(plan.sprints[from]), sprintName(plan.sprints[to])];
  const overlap = `${then} may overlap ${first}, and ${kind === "hard" ? "is read as waiting for it" : "waits for what that waits for"}`;
  return { span: declared.span, message: declared.kind === "hard" ? `${then} is declared to wait for ${first}` : overlap };
}
