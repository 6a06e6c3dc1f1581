import type { Facts } from "../analysis/facts.ts";
import { sprintNetwork } from "../analysis/network.ts";
import { targetsOf } from "../analysis/references.ts";
import { sectionName, taskId } from "./ids.ts";
import type { Graph } from "./outcome.ts";
import { type Crossing, gateGraph } from "./plan-graph-gates.ts";

/** What of a plan's graph is drawn, and what is set off in it. */
export interface GraphScope {
  /** Only the tasks of this sprint, and no gates. */
  readonly sprint: number | undefined;
  /** Task indexes. */
  readonly critical: ReadonlySet<number>;
  /** Task indexes; the edges along it are critical. */
  readonly chain: readonly number[];
}

/**
 * The tasks with what they wait for; a gate is a node where the one sprint ends, and one where the other begins. Its size
 * is linear in the plan's: where ranges and `All` would be too many edges, nodes without a name gather many tasks.
 */
export function planGraph(facts: Facts, scope: GraphScope): Graph {
  const { plan } = facts;
  const { firstTask, endTask } = scope.sprint === undefined ? { firstTask: 0, endTask: plan.tasks.length } : plan.sprints[scope.sprint];
  const drawing: Drawing = { facts, scope, firstTask, endTask, nodes: [], edges: [], before: chainOf(scope.chain), drawn: new Set() };
  for (let task = firstTask; task < endTask; task += 1) drawing.nodes.push(taskNode(facts, task, scope.critical.has(task)));
  if (isShort(drawing)) drawWrittenOut(drawing);
  else drawGathered(drawing);
  if (scope.sprint !== undefined) return { nodes: drawing.nodes, edges: drawing.edges };
  const gates = gateGraph(facts, drawing.nodes.length, crossingsOf(drawing));
  return { nodes: [...drawing.nodes, ...gates.nodes], edges: [...drawing.edges, ...gates.edges] };
}

interface Drawing {
  readonly facts: Facts;
  readonly scope: GraphScope;
  readonly firstTask: number;
  readonly endTask: number;
  readonly nodes: Node[];
  readonly edges: Edge[];
  /** The task before a task in the chain. */
  readonly before: ReadonlyMap<number, number>;
  /** Tasks that the chain reaches by an edge of its own. */
  readonly drawn: Set<number>;
}

type Node = Graph["nodes"][number];
type Edge = Graph["edges"][number];

function chainOf(chain: readonly number[]): ReadonlyMap<number, number> {
  return new Map(chain.slice(1).map((task, index) => [task, chain[index]]));
}

function taskNode({ plan }: Facts, task: number, critical: boolean): Node {
  const { title, sprint } = plan.tasks[task];
  return { id: taskId(plan, task), title: title.text, group: sprint === undefined ? "" : sectionName(plan.sprints[sprint]), critical };
}

function isShort({ facts, firstTask, endTask }: Drawing): boolean {
  let count = 0;
  for (let task = firstTask; task < endTask; task += 1) {
    for (const { start, end } of targetsOf(facts.references[task])) count += end - start;
  }
  return count <= MOST_EDGES_PER_TASK * (endTask - firstTask);
}

function drawWrittenOut(drawing: Drawing): void {
  const { facts, firstTask, endTask } = drawing;
  for (let task = firstTask; task < endTask; task += 1) {
    for (const { start, end } of targetsOf(facts.references[task])) {
      for (let other = Math.max(start, firstTask); other < Math.min(end, endTask); other += 1) drawEdge(drawing, other, task);
    }
  }
}

function drawEdge({ before, drawn, edges, firstTask }: Drawing, from: number, to: number): void {
  const critical = before.get(to) === from;
  if (critical) drawn.add(to);
  edges.push({ from: from - firstTask, to: to - firstTask, critical });
}

function drawGathered(drawing: Drawing): void {
  const { facts, firstTask, endTask, nodes, edges } = drawing;
  const network = sprintNetwork(facts.references, { firstTask, endTask });
  const gathering = new Map<number, number>();
  const nodeOf = (node: number): number => {
    if (node < network.taskCount) return node;
    const known = gathering.get(node) ?? nodes.push({ id: "", title: "", group: "", critical: false }) - 1;
    gathering.set(node, known);
    return known;
  };
  for (let node = 0; node < network.nodeCount; node += 1) {
    for (const target of new Set(network.targets.subarray(network.offsets[node], network.offsets[node + 1]))) {
      if (node < network.taskCount && target < network.taskCount) drawEdge(drawing, node + firstTask, target + firstTask);
      else edges.push({ from: nodeOf(node), to: nodeOf(target), critical: false });
    }
  }
}

/** The steps of the chain that no dependency explains. */
function crossingsOf({ scope, before, drawn }: Drawing): readonly Crossing[] {
  return scope.chain.flatMap((to) => {
    const from = before.get(to);
    return from === undefined || drawn.has(to) ? [] : [{ from, to }];
  });
}

const MOST_EDGES_PER_TASK = 20;
