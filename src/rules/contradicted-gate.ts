import { type Cycle, type CycleStep, findCycles } from "../analysis/cycles.ts";
import type { Facts } from "../analysis/facts.ts";
import { type ResolvedGate, readGates } from "../analysis/gates.ts";
import { planNetwork } from "../analysis/network.ts";
import type { References } from "../analysis/references.ts";
import { sprintIndexes } from "../analysis/sections.ts";
import { foldWords } from "../analysis/words.ts";
import { formatQuote } from "../format.ts";
import type { Gate, Plan } from "../model.ts";
import { declaredOrder } from "./declared-order.ts";
import { loopText, sprintName, taskName } from "./names.ts";
import type { Context, Finding, Related, Rule } from "./rule.ts";
import { backwardReferences, isLater } from "./sprint-order.ts";

export const contradictedGate: Rule = {
  id: "contradicted-gate",
  severity: "error",
  summary: "a declared order of sprints cannot be kept, because of tasks, other gates or a sprint that is not there",
  fixable: "no",
  *check({ plan, facts }: Context) {
    yield* findStrayGates(plan);
    for (const cycle of findGateCycles(facts)) yield* cycleFinding(facts, cycle);
  },
};

/** A plan of one sprint may draw the order of sprints that stand in other files. */
function* findStrayGates(plan: Plan): Iterable<Finding> {
  if (plan.sprints.length < 2) return;
  const sprints = sprintIndexes(plan);
  const isKnown = ({ value }: Gate["from"]): boolean => sprints.has(foldWords(value ?? ""));
  const reported = new Set<string>();
  // A sprint that is there twice is missing elsewhere: that is `duplicate-sprint`.
  const misnamed = sprints.size < plan.sprints.length;
  for (const { from, to } of plan.gates) {
    for (const [end, other] of [
      [from, to],
      [to, from],
    ]) {
      if (misnamed || isKnown(end) || !isKnown(other) || reported.has(end.text)) continue;
      reported.add(end.text);
      yield { span: end.span, message: `sprint ${formatQuote(end.text)} has a place in the order of sprints, but is not in the plan` };
    }
    if (isKnown(from) && foldWords(from.text) === foldWords(to.text))
      yield { span: from.span, message: `sprint ${formatQuote(from.text)} is declared to wait for itself` };
  }
}

/** What waits for a later sprint is the fault of the dependency, and `backward-dependency` reports it. */
function findGateCycles(facts: Facts): readonly Cycle[] {
  const { plan, reading, cycles } = facts;
  if (cycles().length === 0) return [];
  const references = withoutBackward(facts);
  return findCycles(planNetwork(plan, references, reading.overlap), references).filter(({ steps }) =>
    steps.some(({ kind }) => kind === "gate"),
  );
}

function withoutBackward(facts: Facts): References {
  const backward = new Set([...backwardReferences(facts)].map(({ task, dependency }) => `${task} ${dependency}`));
  if (backward.size === 0) return facts.references;
  return facts.references.map((resolutions, task) =>
    resolutions.map((resolution, at) => (backward.has(`${task} ${at}`) ? { ...resolution, targets: [] } : resolution)),
  );
}

function* cycleFinding(facts: Facts, { tasks, steps }: Cycle): Iterable<Finding> {
  const { plan, reading } = facts;
  const passed = new Set(steps.flatMap((step) => (step.kind === "gate" ? step.gates : [])));
  const gates = readGates(plan, reading.overlap).filter(({ gate }) => passed.has(gate));
  const worst = gates.find(({ from, to }) => isLater(facts, from, to)) ?? gates.at(-1);
  if (worst === undefined) return;
  const others = gates.filter(({ gate }) => gate !== worst.gate);
  yield {
    span: plan.gates[worst.gate].span,
    message: contradiction(plan, worst, lastStarted(gates, steps, worst)),
    notes: [...(tasks.length === 1 ? [] : [loopText(plan, tasks)]), readingNote(facts, gates)],
    related: [...steps.flatMap((step) => relatedOf(plan, step)), ...others.map((gate) => declaredOrder(plan, gate))],
    help: "take out the gate or the dependency that is not meant",
  };
}

/** The sprint whose tasks come next in the circle: sprints that may overlap each other wait together, and one of them may close it. */
function lastStarted(gates: readonly ResolvedGate[], steps: readonly CycleStep[], worst: ResolvedGate): number {
  const passed = steps.flatMap((step) => (step.kind === "gate" && step.gates.includes(worst.gate) ? step.gates : []));
  const byIndex = new Map(gates.map((gate) => [gate.gate, gate]));
  let last = worst;
  for (const index of passed.slice(passed.indexOf(worst.gate) + 1)) {
    const next = byIndex.get(index);
    if (next?.kind !== "overlap") break;
    last = next;
  }
  return last.to;
}

function contradiction(plan: Plan, { gate, from, to, kind }: ResolvedGate, started: number): string {
  const [first, then, third] = [from, to, started].map((sprint) => sprintName(plan.sprints[sprint]));
  if (kind === "overlap")
    return `${then} may overlap ${first} and waits for what that waits for, in the end for ${started === to ? "itself" : third}`;
  if (plan.gates[gate].kind === "overlap")
    return `${then} may overlap ${first} and is read as waiting for it, which itself waits for ${then}`;
  if (started === to) return `${then} is declared to wait for ${first}, which itself waits for ${then}`;
  if (started === from) return `${then} is declared to wait for ${first}, which waits for whatever ${then} waits for`;
  return `${then} is declared to wait for ${first}, and so does ${third}, for which ${first} itself waits`;
}

function relatedOf(plan: Plan, step: CycleStep): readonly Related[] {
  if (step.kind === "gate") return [];
  const { span } = plan.tasks[step.to].dependencies[step.dependency];
  return [{ span, message: `task ${taskName(plan.tasks[step.to])} waits for ${taskName(plan.tasks[step.from])}` }];
}

/** A gate that allows an overlap orders more the more strictly it is read. */
function readingNote({ plan, reading }: Facts, gates: readonly ResolvedGate[]): string {
  if (gates.every(({ gate }) => plan.gates[gate].kind === "hard")) return "holds under every reading";
  return `holds with overlap: ${reading.overlap === "inherit" ? "inherit and overlap: wait" : reading.overlap}`;
}
