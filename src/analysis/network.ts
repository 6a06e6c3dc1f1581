import { type Arcs, addArc, compressArcs, createArcList } from "../arcs.ts";
import type { Link, Plan, Reading, Sprint } from "../model.ts";
import { type GateNodes, numberGateNodes, type ResolvedGate, readGates } from "./gates.ts";
import type { Interval } from "./intervals.ts";
import type { References } from "./references.ts";

/**
 * What waits for what, as arcs between nodes. The first nodes are the tasks from `firstTask` on; all others take no
 * time: they stand for many tasks at once, so that a long range or a gate costs a few arcs. Its size is linear in the
 * tasks and in what is written (times the logarithm of a range's length).
 */
export interface Network extends Arcs {
  readonly firstTask: number;
  readonly taskCount: number;
  /** Per arc, an index into `ties`. */
  readonly labels: Int32Array;
  readonly ties: readonly Tie[];
  /** The arcs that gates made, between nodes. */
  readonly gateArcs: readonly GateArc[];
}

/** Which ends of two tasks an arc ties to each other, and the hours between. */
export interface Tie {
  readonly from: "start" | "finish";
  readonly to: "start" | "finish";
  readonly lag: number;
}

export interface GateArc {
  readonly from: number;
  readonly to: number;
  /** Index into the plan's gates. */
  readonly gate: number;
}

/** The whole plan: dependencies between tasks, and gates between sprints. */
export function planNetwork(plan: Plan, references: References, overlap: Reading["overlap"]): Network {
  const drawing = startDrawing(0, plan.tasks.length);
  drawReferences(drawing, references);
  const gates = readGates(plan, overlap);
  const nodes = numberGateNodes(plan, gates, drawing.nodeCount);
  drawing.nodeCount = nodes.endNode;
  drawSprints(drawing, plan, nodes);
  return finishDrawing(drawing, drawGates(drawing, gates, nodes));
}

/** One sprint by itself, or any tasks that follow each other: only the dependencies between them. */
export function sprintNetwork(references: References, sprint: Pick<Sprint, "firstTask" | "endTask">): Network {
  const drawing = startDrawing(sprint.firstTask, sprint.endTask);
  drawReferences(drawing, references);
  return finishDrawing(drawing, []);
}

/** What an arc adds to the start of its source to give the least start of its target, in hours. */
export function arcWeight(network: Network, arc: number, fromDuration: number, toDuration: number): number {
  const { from, to, lag } = network.ties[network.labels[arc]];
  return lag + (from === "finish" ? fromDuration : 0) - (to === "finish" ? toDuration : 0);
}

interface Drawing {
  readonly firstTask: number;
  readonly taskCount: number;
  nodeCount: number;
  readonly arcs: ReturnType<typeof createArcList>;
  readonly ties: Tie[];
  readonly tieLabels: Map<string, number>;
  /** One tree over the finishes of the tasks and one over their starts, each made when it is first needed. */
  readonly trees: Map<Tie["from"], Tree>;
}

/** Node `base + k` gathers the nodes `2k` and `2k + 1`; positions from the task count on are the tasks themselves. */
interface Tree {
  readonly base: number;
  readonly wanted: Uint8Array;
}

/** The labels of the two ties that every drawing begins with. */
const AFTER_START = 0;
const AFTER_FINISH = 1;

/** Up to this many tasks, an arc from each is cheaper than the way through a tree. */
const SHORT_INTERVAL = 3;

function startDrawing(firstTask: number, endTask: number): Drawing {
  const taskCount = endTask - firstTask;
  const drawing: Drawing = {
    firstTask,
    taskCount,
    nodeCount: taskCount,
    arcs: createArcList(),
    ties: [],
    tieLabels: new Map(),
    trees: new Map(),
  };
  labelOf(drawing, { relation: "SS", lag: 0 });
  labelOf(drawing, { relation: "FS", lag: 0 });
  return drawing;
}

function finishDrawing(drawing: Drawing, gateArcs: readonly GateArc[]): Network {
  for (const [end, tree] of drawing.trees) drawTree(drawing, tree, end === "finish" ? AFTER_FINISH : AFTER_START);
  const { firstTask, taskCount, ties } = drawing;
  return { ...compressArcs(drawing.nodeCount, drawing.arcs), firstTask, taskCount, ties, gateArcs };
}

function labelOf(drawing: Drawing, { relation, lag }: Link): number {
  if (lag === 0 && relation === "FS" && drawing.ties.length > AFTER_FINISH) return AFTER_FINISH;
  const key = `${relation} ${lag}`;
  const known = drawing.tieLabels.get(key);
  if (known !== undefined) return known;
  const label = drawing.ties.length;
  const from = relation === "FS" || relation === "FF" ? "finish" : "start";
  drawing.ties.push({ from, to: relation === "FF" || relation === "SF" ? "finish" : "start", lag });
  drawing.tieLabels.set(key, label);
  return label;
}

/** What is written twice is drawn twice, which changes nothing and is cheaper than finding out. */
function drawReferences(drawing: Drawing, references: References): void {
  for (let node = 0; node < drawing.taskCount; node += 1) {
    for (const { reference, targets } of references[drawing.firstTask + node]) {
      if (reference === undefined) continue;
      const label = labelOf(drawing, reference.link);
      for (const interval of targets) drawInterval(drawing, interval, node, label);
    }
  }
}

function drawInterval(drawing: Drawing, interval: Interval, node: number, label: number): void {
  const size = drawing.taskCount;
  const start = Math.max(interval.start - drawing.firstTask, 0);
  const end = Math.min(interval.end - drawing.firstTask, size);
  if (end - start <= SHORT_INTERVAL) {
    for (let source = start; source < end; source += 1) addArc(drawing.arcs, source, node, label);
    return;
  }
  const tree = treeFor(drawing, drawing.ties[label].from);
  for (let left = start + size, right = end + size; left < right; left >>= 1, right >>= 1) {
    if (left & 1) {
      drawFromTree(drawing, tree, left, { node, label });
      left += 1;
    }
    if (right & 1) {
      right -= 1;
      drawFromTree(drawing, tree, right, { node, label });
    }
  }
}

function drawFromTree(drawing: Drawing, tree: Tree, position: number, to: { readonly node: number; readonly label: number }): void {
  const size = drawing.taskCount;
  if (position < size) tree.wanted[position] = 1;
  addArc(drawing.arcs, position < size ? tree.base + position : position - size, to.node, to.label);
}

function treeFor(drawing: Drawing, end: Tie["from"]): Tree {
  const known = drawing.trees.get(end);
  if (known !== undefined) return known;
  const tree = { base: drawing.nodeCount, wanted: new Uint8Array(drawing.taskCount) };
  drawing.nodeCount += drawing.taskCount;
  drawing.trees.set(end, tree);
  return tree;
}

/** From the root down, so that whatever a wanted node gathers becomes wanted in its turn. */
function drawTree(drawing: Drawing, tree: Tree, leafLabel: number): void {
  const size = drawing.taskCount;
  for (let position = 1; position < size; position += 1) {
    if (tree.wanted[position] === 0) continue;
    for (let child = 2 * position; child <= 2 * position + 1; child += 1) {
      if (child < size) tree.wanted[child] = 1;
      addArc(drawing.arcs, child < size ? tree.base + child : child - size, tree.base + position, child < size ? AFTER_START : leafLabel);
    }
  }
}

function drawSprints(drawing: Drawing, plan: Plan, nodes: GateNodes): void {
  for (const [sprint, startNode] of nodes.start) {
    const { firstTask, endTask } = plan.sprints[sprint];
    for (let task = firstTask; task < endTask; task += 1) addArc(drawing.arcs, startNode, task, AFTER_START);
  }
  for (const [sprint, finishNode] of nodes.finish) {
    const { firstTask, endTask } = plan.sprints[sprint];
    for (let task = firstTask; task < endTask; task += 1) addArc(drawing.arcs, task, finishNode, AFTER_FINISH);
  }
}

function drawGates(drawing: Drawing, gates: readonly ResolvedGate[], nodes: GateNodes): readonly GateArc[] {
  return gates.flatMap(({ gate, from, to, kind }) => {
    const source = (kind === "hard" ? nodes.finish : nodes.start).get(from);
    const target = nodes.start.get(to);
    if (source === undefined || target === undefined || source === target) return [];
    addArc(drawing.arcs, source, target, AFTER_START);
    return [{ from: source, to: target, gate }];
  });
}
