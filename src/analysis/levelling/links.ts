import { topologicalOrder } from "../../arcs.ts";
import type { Network, Tie } from "../network.ts";

/** Ties between activities: the tasks of a network first, then `eventCount` events, none of which waits for a later one. */
export interface ActivityLinks {
  readonly eventCount: number;
  readonly links: readonly ActivityLink[];
}

/** Between activities by index, with the lag in hours. */
export interface ActivityLink extends Tie {
  readonly source: number;
  readonly target: number;
}

/**
 * A network's arcs between tasks, with as few nodes besides them as is cheap: a node goes where the arcs that
 * replace its own are no more than those. A node that nothing enters or leaves says nothing.
 */
export function linkActivities(network: Network): ActivityLinks {
  const wiring = wireUp(network);
  const order = topologicalOrder(network) ?? new Int32Array();
  const nodes = [...order].filter((node) => wiring.nodes.has(node));
  while (removeNodes(wiring, nodes, 1) + removeNodes(wiring, nodes, Number.POSITIVE_INFINITY) > 0);
  return numberEvents(wiring, nodes);
}

interface Wiring {
  /** Nodes that are no task. */
  readonly nodes: Map<number, Node>;
  /** Between two tasks. */
  readonly finished: ActivityLink[];
  readonly taskCount: number;
}

/** The links that enter and leave a node, also those that lost their other end. */
interface Node {
  entering: ActivityLink[];
  leaving: ActivityLink[];
}

function wireUp(network: Network): Wiring {
  const wiring: Wiring = { nodes: new Map(), finished: [], taskCount: network.taskCount };
  for (let source = 0; source < network.nodeCount; source += 1) {
    for (let arc = network.offsets[source]; arc < network.offsets[source + 1]; arc += 1) {
      const { from, to, lag } = network.ties[network.labels[arc]];
      addLink(wiring, { source, from, target: network.targets[arc], to, lag });
    }
  }
  return wiring;
}

function addLink(wiring: Wiring, link: ActivityLink): void {
  const { source, target } = link;
  if (source < wiring.taskCount && target < wiring.taskCount) wiring.finished.push(link);
  if (source >= wiring.taskCount) nodeOf(wiring, source).leaving.push(link);
  if (target >= wiring.taskCount) nodeOf(wiring, target).entering.push(link);
}

function nodeOf({ nodes }: Wiring, index: number): Node {
  const known = nodes.get(index);
  if (known !== undefined) return known;
  const node: Node = { entering: [], leaving: [] };
  nodes.set(index, node);
  return node;
}

/** How many nodes were removed, none of which costs more than `limit` links. */
function removeNodes(wiring: Wiring, candidates: readonly number[], limit: number): number {
  let removed = 0;
  for (const index of candidates) {
    const node = wiring.nodes.get(index);
    if (node === undefined) continue;
    node.entering = node.entering.filter(({ source }) => isThere(wiring, source));
    node.leaving = node.leaving.filter(({ target }) => isThere(wiring, target));
    const cost = node.entering.length * node.leaving.length;
    if (cost > limit || cost > node.entering.length + node.leaving.length) continue;
    wiring.nodes.delete(index);
    for (const before of node.entering) for (const after of node.leaving) addLink(wiring, compose(before, after));
    removed += 1;
  }
  return removed;
}

function isThere({ nodes, taskCount }: Wiring, index: number): boolean {
  return index < taskCount || nodes.has(index);
}

/** The node between them takes no time, so that it does not matter which of its ends they tie. */
function compose(before: ActivityLink, after: ActivityLink): ActivityLink {
  return { source: before.source, from: before.from, target: after.target, to: after.to, lag: before.lag + after.lag };
}

function numberEvents(wiring: Wiring, order: readonly number[]): ActivityLinks {
  const { nodes, finished, taskCount } = wiring;
  const events = new Map<number, number>();
  for (const index of order) if (nodes.has(index)) events.set(index, taskCount + events.size);
  const number = (index: number) => events.get(index) ?? index;
  const links = [...finished];
  for (const { entering, leaving } of nodes.values()) {
    for (const link of entering) {
      if (isThere(wiring, link.source)) links.push({ ...link, source: number(link.source), target: number(link.target) });
    }
    for (const link of leaving) if (link.target < taskCount) links.push({ ...link, source: number(link.source) });
  }
  return { eventCount: events.size, links };
}
