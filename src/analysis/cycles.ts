import { topologicalOrder } from "../arcs.ts";
import { findComponents } from "./components.ts";
import { shortestLoop } from "./graph.ts";
import { includesTask } from "./intervals.ts";
import { loopThrough, type Walk } from "./loop.ts";
import type { Network } from "./network.ts";
import type { References } from "./references.ts";

/** Tasks that wait for each other: each waits for the one before it, and the first for the last. */
export interface Cycle {
  /** Task indexes, beginning with the one that stands first in the document. */
  readonly tasks: readonly number[];
  /** Why `tasks[k + 1]` waits for `tasks[k]`, and at the end why the first waits for the last. */
  readonly steps: readonly CycleStep[];
}

export type CycleStep =
  /** `dependency` is an index into the written dependencies of `to`. */
  | { readonly kind: "reference"; readonly from: number; readonly to: number; readonly dependency: number }
  /** `gates` are indexes into the plan's gates, in the order in which they lead from one sprint to the other. */
  | { readonly kind: "gate"; readonly from: number; readonly to: number; readonly gates: readonly number[] };

/** Beyond this, only the shortest loop through a component's first task is looked for. */
const SMALL_COMPONENT = 2_000;

/** A shortest cycle for every set of tasks that wait for each other, in document order; none in a sound plan. */
export function findCycles(network: Network, references: References): readonly Cycle[] {
  if (topologicalOrder(network) !== undefined) return [];
  const { component, count } = findComponents(network);
  const sizes = new Int32Array(count);
  for (const id of component) sizes[id] += 1;
  const members = new Map<number, number[]>();
  for (let node = 0; node < network.nodeCount; node += 1) {
    const id = component[node];
    if (sizes[id] === 1 && !hasArc(network, node, node)) continue;
    const nodes = members.get(id);
    if (nodes === undefined) members.set(id, [node]);
    else nodes.push(node);
  }
  return [...members.values()].flatMap((nodes) => {
    const loop = findLoop(network, component, nodes);
    return loop === undefined ? [] : [describe(network, references, loop)];
  });
}

function findLoop(network: Network, component: Int32Array, nodes: readonly number[]): readonly number[] | undefined {
  const id = component[nodes[0]];
  const walk: Walk = {
    isTask: (node) => node < network.taskCount,
    successors: (node) =>
      network.targets.subarray(network.offsets[node], network.offsets[node + 1]).filter((next) => component[next] === id),
  };
  return nodes.length <= SMALL_COMPONENT ? shortestLoop(nodes, walk) : loopThrough(nodes[0], walk, nodes.length)?.nodes;
}

/** No task of a loop stands before its first node: a search from there would have found it sooner. */
function describe(network: Network, references: References, loop: readonly number[]): Cycle {
  const nodes = [...loop, loop[0]];
  const gates = new Map(network.gateArcs.map(({ from, to, gate }) => [from * network.nodeCount + to, gate]));
  const tasks: number[] = [];
  const steps: CycleStep[] = [];
  let passed: number[] = [];
  for (let at = 0; at + 1 < nodes.length; at += 1) {
    if (nodes[at] < network.taskCount) tasks.push(network.firstTask + nodes[at]);
    const gate = gates.get(nodes[at] * network.nodeCount + nodes[at + 1]);
    if (gate !== undefined) passed.push(gate);
    if (nodes[at + 1] >= network.taskCount) continue;
    const from = tasks[tasks.length - 1];
    const to = network.firstTask + nodes[at + 1];
    steps.push(explainStep(references, from, to, passed));
    passed = [];
  }
  return { tasks, steps };
}

function explainStep(references: References, from: number, to: number, gates: readonly number[]): CycleStep {
  const dependency = references[to].findIndex(({ targets }) => includesTask(targets, from));
  return dependency === -1 ? { kind: "gate", from, to, gates } : { kind: "reference", from, to, dependency };
}

function hasArc({ offsets, targets }: Network, from: number, to: number): boolean {
  return targets.subarray(offsets[from], offsets[from + 1]).includes(to);
}
