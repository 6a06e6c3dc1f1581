import { Graph } from "@dagrejs/graphlib";
import type { Plan } from "../model.ts";
import { type Loop, loopThrough, type Walk } from "./loop.ts";
import { type References, writtenOut } from "./references.ts";

/** After so many steps the shortest loop found so far is taken. */
const SEARCH_STEPS = 1_000_000;

/**
 * The loop with the fewest tasks among some nodes of a network, as its nodes; of several the one through the earliest
 * task. Meant for the few thousand nodes of a strongly connected component, not for whole plans.
 */
export function shortestLoop(nodes: readonly number[], walk: Walk): readonly number[] | undefined {
  const graph = new Graph();
  for (const node of nodes) graph.setNode(nodeKey(node));
  for (const node of nodes) {
    for (const next of walk.successors(node)) if (graph.hasNode(nodeKey(next))) graph.setEdge(nodeKey(node), nodeKey(next));
  }
  let steps = 0;
  const neighbours = new Map(nodes.map((node) => [node, (graph.successors(nodeKey(node)) ?? []).map(nodeNumber)]));
  const inside: Walk = {
    isTask: walk.isTask,
    successors: (node) => {
      const next = neighbours.get(node) ?? [];
      steps += next.length;
      return next;
    },
  };
  let best: Loop | undefined;
  for (const source of nodes) {
    if (!walk.isTask(source) || (best !== undefined && steps > SEARCH_STEPS)) continue;
    best = loopThrough(source, inside, best === undefined ? nodes.length : best.tasks - 1) ?? best;
  }
  return best?.nodes;
}

/** Some tasks of a plan with the dependencies between them in the DOT language, every dependency written out. */
export function toDot(plan: Plan, references: References, tasks: readonly number[]): string {
  const graph = new Graph({ directed: true });
  for (const task of tasks) graph.setNode(nodeKey(task), `${plan.tasks[task].id.text} ${plan.tasks[task].title.text}`.trim());
  for (const task of tasks) {
    for (const before of writtenOut(references[task])) if (graph.hasNode(nodeKey(before))) graph.setEdge(nodeKey(before), nodeKey(task));
  }
  const nodeLines = graph.nodes().map((node) => `  ${node} [label=${quote(String(graph.node(node)))}];`);
  const edgeLines = graph.edges().map(({ v, w }) => `  ${v} -> ${w};`);
  return ["digraph plan {", "  rankdir=LR;", "  node [shape=box];", ...nodeLines, ...edgeLines, "}", ""].join("\n");
}

/** A letter in front keeps graphlib from treating a key as a number or as a property that every object has. */
function nodeKey(node: number): string {
  return `t${node}`;
}

function nodeNumber(key: string): number {
  return Number(key.slice(1));
}

function quote(label: string): string {
  return `"${label.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\s+/gu, " ")}"`;
}
