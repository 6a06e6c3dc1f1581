import type { Facts } from "../analysis/facts.ts";
import { type GateNodes, numberGateNodes, readGates } from "../analysis/gates.ts";
import type { Plan } from "../model.ts";
import { sectionId } from "./ids.ts";
import type { Graph } from "./outcome.ts";

/** A step of a chain from one task to another, by their indexes. */
export interface Crossing {
  readonly from: number;
  readonly to: number;
}

/**
 * A plan's gates: nodes, numbered from `firstNode` on, where sprints begin and end, tied to each other and to the tasks,
 * which are the nodes before. Edges that lead a chain from sprint to sprint are critical. Only a sprint's first and last
 * tasks are tied to it: the others come after or before one of these.
 */
export function gateGraph(facts: Facts, firstNode: number, crossings: readonly Crossing[]): Graph {
  const { plan, reading } = facts;
  const gates = readGates(plan, reading.overlap);
  const numbered = numberGateNodes(plan, gates, firstNode);
  const arcs = gates.flatMap(({ from, to, kind }) => {
    const source = (kind === "hard" ? numbered.finish : numbered.start).get(from);
    const target = numbered.start.get(to);
    return source === undefined || target === undefined || source === target ? [] : [{ from: source, to: target }];
  });
  const used = [...new Set(arcs.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  const places = new Map(used.map((node, index) => [node, firstNode + index]));
  const names = nameNodes(plan, numbered);
  const ways = findWays(plan, arcs, { crossings, ...numbered });
  const passed = new Set(ways.flatMap(({ arcs: own }) => own.map(keyOf)));
  const edges = [...arcs.map((arc) => ({ ...arc, critical: passed.has(keyOf(arc)) })), ...taskArcs(facts, ways, numbered)];
  return {
    nodes: used.map((node) => ({ id: "", title: names.get(node) ?? "", group: "", critical: false })),
    edges: edges.flatMap(({ from, to, critical }) => {
      const [source, target] = [from, to].map((node) => (node < firstNode ? node : places.get(node)));
      return source === undefined || target === undefined ? [] : [{ from: source, to: target, critical }];
    }),
  };
}

type Arc = Omit<Edge, "critical">;
type Edge = Graph["edges"][number];

/** Sprints that may all overlap each other begin at one node. */
function nameNodes(plan: Plan, { start, finish }: GateNodes): ReadonlyMap<number, string> {
  const beginners = new Map<number, string[]>();
  for (const [sprint, node] of start) {
    const beside = beginners.get(node) ?? [];
    beginners.set(node, beside);
    beside.push(sectionId(plan.sprints[sprint]));
  }
  return new Map([
    ...Array.from(finish, ([sprint, node]) => [node, `end of ${sectionId(plan.sprints[sprint])}`] as const),
    ...Array.from(beginners, ([node, sprints]) => [node, `start of ${sprints.join(", ")}`] as const),
  ]);
}

function keyOf({ from, to }: Arc): string {
  return `${from} ${to}`;
}

/** A step of a chain with the gates on its way. */
interface Way extends Crossing {
  readonly arcs: readonly Arc[];
}

interface Crossings extends GateNodes {
  readonly crossings: readonly Crossing[];
}

/** Only the steps that gates explain. */
function findWays(plan: Plan, arcs: readonly Arc[], { crossings, start, finish }: Crossings): readonly Way[] {
  const sources = new Map<number, number[]>();
  for (const { from, to } of arcs) {
    const known = sources.get(to);
    if (known === undefined) sources.set(to, [from]);
    else known.push(from);
  }
  return crossings.flatMap(({ from, to }) => {
    const end = finish.get(plan.tasks[from].sprint ?? -1);
    const beginning = start.get(plan.tasks[to].sprint ?? -1);
    const way = end === undefined || beginning === undefined ? [] : wayBack(sources, beginning, end);
    return way.length === 0 ? [] : [{ from, to, arcs: way }];
  });
}

/** A shortest way over gates: none of them takes time, so that each way is as tight as the others. */
function wayBack(sources: ReadonlyMap<number, readonly number[]>, beginning: number, end: number): readonly Arc[] {
  const next = new Map<number, number>([[beginning, beginning]]);
  for (const node of next.keys()) {
    if (node === end) break;
    for (const source of sources.get(node) ?? []) if (!next.has(source)) next.set(source, node);
  }
  const way: Arc[] = [];
  for (let node = end; node !== beginning; ) {
    const to = next.get(node);
    if (to === undefined) return [];
    way.push({ from: node, to });
    node = to;
  }
  return way;
}

function taskArcs(facts: Facts, ways: readonly Way[], { start, finish }: GateNodes): readonly Edge[] {
  const { follows, followed } = findNeighbours(facts);
  const entries = new Set(ways.map(({ to }) => to));
  const exits = new Set(ways.map(({ from }) => from));
  const edges: Edge[] = [];
  for (const { index, sprint } of facts.plan.tasks) {
    if (sprint === undefined) continue;
    const beginning = start.get(sprint);
    const end = finish.get(sprint);
    const entered = entries.has(index);
    const left = exits.has(index);
    if (beginning !== undefined && (entered || follows[index] === 0)) edges.push({ from: beginning, to: index, critical: entered });
    if (end !== undefined && (left || followed[index] === 0)) edges.push({ from: index, to: end, critical: left });
  }
  return edges;
}

interface Neighbours {
  /** By task index, whether it waits for the end of another task of its sprint. */
  readonly follows: Uint8Array;
  /** By task index, whether another task of its sprint waits for its end. */
  readonly followed: Uint8Array;
}

function findNeighbours({ plan, references }: Facts): Neighbours {
  const follows = new Uint8Array(plan.tasks.length);
  const changes = new Int32Array(plan.tasks.length + 1);
  for (const { index, sprint } of plan.tasks) {
    if (sprint === undefined) continue;
    const own = plan.sprints[sprint];
    for (const { reference, targets } of references[index]) {
      if (reference === undefined || reference.link.relation !== "FS" || reference.link.lag < 0) continue;
      for (const target of targets) {
        const first = Math.max(target.start, own.firstTask);
        const end = Math.min(target.end, own.endTask);
        if (first >= end) continue;
        follows[index] = 1;
        changes[first] += 1;
        changes[end] -= 1;
      }
    }
  }
  let depth = 0;
  const followed = new Uint8Array(plan.tasks.length).map((_, task) => {
    depth += changes[task];
    return depth > 0 ? 1 : 0;
  });
  return { follows, followed };
}
