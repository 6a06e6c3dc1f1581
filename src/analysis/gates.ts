import { addArc, compressArcs, createArcList } from "../arcs.ts";
import type { Gate, Plan, Reading } from "../model.ts";
import { findComponents } from "./components.ts";
import { sprintIndexes } from "./sections.ts";
import { foldWords } from "./words.ts";

/** A declared order between two sprints of the plan, by their indexes. */
export interface ResolvedGate {
  /** Index into the plan's gates. */
  readonly gate: number;
  readonly from: number;
  readonly to: number;
  readonly kind: Gate["kind"];
}

/** The gates whose sprints are in the plan; one between a sprint and itself says nothing. */
export function resolveGates(plan: Plan): readonly ResolvedGate[] {
  const sprints = sprintIndexes(plan);
  return plan.gates.flatMap(({ from, to, kind }, gate) => {
    const fromIndex = sprints.get(foldWords(from.value ?? ""));
    const toIndex = sprints.get(foldWords(to.value ?? ""));
    return fromIndex === undefined || toIndex === undefined || fromIndex === toIndex ? [] : [{ gate, from: fromIndex, to: toIndex, kind }];
  });
}

/** The gates as a reading of "may overlap" understands them: such a gate becomes a hard one, stays, or goes. */
export function readGates(plan: Plan, overlap: Reading["overlap"]): readonly ResolvedGate[] {
  return resolveGates(plan).flatMap((gate) => {
    if (gate.kind === "hard" || overlap === "inherit") return [gate];
    return overlap === "wait" ? [{ ...gate, kind: "hard" }] : [];
  });
}

/**
 * For every sprint that a gate names, the node at which it may start and the node at which it is finished. A sprint
 * without tasks has one node for both; sprints that may all overlap each other start at one node, for each of them
 * waits for what the others wait for. So no cycle can be made of gates alone, without any task.
 */
export function numberGateNodes(plan: Plan, gates: readonly ResolvedGate[], firstNode: number): GateNodes {
  const arcs = createArcList();
  for (const { from, to, kind, gate } of gates) {
    if (kind === "overlap" || isEmpty(plan, from)) addArc(arcs, from, to, gate);
  }
  const { component } = findComponents(compressArcs(plan.sprints.length, arcs));
  const shared = new Map<number, number>();
  const start = new Map<number, number>();
  const finish = new Map<number, number>();
  let next = firstNode;
  for (const sprint of new Set(gates.flatMap(({ from, to }) => [from, to]))) {
    const node = shared.get(component[sprint]) ?? next;
    if (node === next) next += 1;
    shared.set(component[sprint], node);
    start.set(sprint, node);
    finish.set(sprint, isEmpty(plan, sprint) ? node : next);
    if (!isEmpty(plan, sprint)) next += 1;
  }
  return { start, finish, endNode: next };
}

export interface GateNodes {
  readonly start: ReadonlyMap<number, number>;
  readonly finish: ReadonlyMap<number, number>;
  readonly endNode: number;
}

function isEmpty(plan: Plan, sprint: number): boolean {
  return plan.sprints[sprint].firstTask === plan.sprints[sprint].endTask;
}
