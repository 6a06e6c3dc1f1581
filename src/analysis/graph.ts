import { Graph } from "@dagrejs/graphlib";
import { type Loop, loopThrough, type Walk } from "./loop.ts";

/** After so many steps the shortest loop found so far is taken. */
const SEARCH_STEPS = 1_000_000;

/**
 * The loop with the fewest tasks in a strongly connected component, as its nodes; of several the one through the earliest
 * task. The walk stays among the nodes, a few thousand at most, so that there is a loop through the first task already.
 */
export function shortestLoop(nodes: readonly number[], walk: Walk): readonly number[] | undefined {
  const graph = new Graph();
  for (const node of nodes) graph.setNode(nodeKey(node));
  for (const node of nodes) {
    for (const next of walk.successors(node)) graph.setEdge(nodeKey(node), nodeKey(next));
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
    if (!walk.isTask(source) || steps > SEARCH_STEPS) continue;
    best = loopThrough(source, inside, best === undefined ? nodes.length : best.tasks - 1) ?? best;
  }
  return best?.nodes;
}

/** A letter in front keeps graphlib from treating a key as a number or as a property that every object has. */
function nodeKey(node: number): string {
  return `t${node}`;
}

function nodeNumber(key: string): number {
  return Number(key.slice(1));
}
