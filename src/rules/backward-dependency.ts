import { findComponents } from "../analysis/components.ts";
import type { Facts } from "../analysis/facts.ts";
import { readGates } from "../analysis/gates.ts";
import { planNetwork } from "../analysis/network.ts";
import { formatQuote } from "../format.ts";
import { declaredOrder } from "./declared-order.ts";
import { homeName, sprintTime, taskName } from "./names.ts";
import type { Context, Finding, Related, Rule } from "./rule.ts";
import { type BackwardReference, backwardReferences } from "./sprint-order.ts";

export const backwardDependency: Rule = {
  id: "backward-dependency",
  severity: "error",
  summary: "a task waits for a task of a later sprint",
  fixable: "no",
  *check({ facts }: Context) {
    const inCycle = createCycleTest(facts);
    const gates = describeGates(facts);
    for (const reference of backwardReferences(facts)) {
      if (!inCycle(reference)) yield findingOf(facts, gates, reference);
    }
  },
};

function findingOf({ plan }: Facts, gates: ReadonlyMap<string, Related>, { task, dependency, target }: BackwardReference): Finding {
  const [waiting, awaited] = [plan.tasks[task], plan.tasks[target]];
  const field = waiting.dependencies[dependency];
  const [own, later] = [homeOf(plan, waiting.sprint), homeOf(plan, awaited.sprint)];
  const gate = gates.get(`${waiting.sprint} ${awaited.sprint}`);
  return {
    span: field.span,
    message: `task ${taskName(waiting)} of ${own} waits for ${formatQuote(field.text)} of the later ${later}`,
    help: `move ${taskName(waiting)} behind what it waits for, or ${taskName(awaited)} to ${homeName(plan, waiting.sprint)}`,
    ...(gate && { related: [gate] }),
  };
}

function homeOf(plan: Facts["plan"], sprint: number | undefined): string {
  return homeName(plan, sprint) + (sprint === undefined ? "" : sprintTime(plan.sprints[sprint]));
}

/** Whether the tasks wait for each other even without any gate, which `dependency-cycle` reports. */
function createCycleTest({ plan, references, reading, cycles }: Facts): (reference: BackwardReference) => boolean {
  if (cycles().length === 0) return () => false;
  const { component } = findComponents(planNetwork({ ...plan, gates: [] }, references, reading.overlap));
  return ({ task, target }) => component[task] === component[target];
}

/** The hard gates by the sprints that they join. */
function describeGates({ plan, reading }: Facts): ReadonlyMap<string, Related> {
  const gates = readGates(plan, reading.overlap).filter(({ kind }) => kind === "hard");
  return new Map(gates.map((gate) => [`${gate.from} ${gate.to}`, declaredOrder(plan, gate)]));
}
