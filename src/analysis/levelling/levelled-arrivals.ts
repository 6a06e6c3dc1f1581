import { addArc, compressArcs, createArcList, topologicalOrder } from "../../arcs.ts";
import type { Network, Tie } from "../network.ts";
import type { Times } from "./levelled-handovers.ts";
import { ticksUp } from "./tick.ts";

/** What a task waits for by an arc of the network, and until when, in ticks. */
export interface Arrival {
  /** Activity indexes of tasks. */
  readonly source: number;
  /** The tied end of the waiting task. */
  readonly to: Tie["to"];
  readonly tick: number;
  /** The gate behind which the source stands, where one is between them: an index into the plan's gates. */
  readonly gate: number | undefined;
}

/** For each task of a scheduled network, what it waits for: through nodes that stand for many tasks, the last of them. */
export function createArrivals(network: Network, times: Times, tick: number): (task: number) => readonly Arrival[] {
  const entering = reverse(network);
  const gates = new Map(network.gateArcs.map(({ from, to, gate }) => [from * network.nodeCount + to, gate]));
  const arrivalsAt = (node: number): readonly Arrival[] => {
    const arrivals: Arrival[] = [];
    for (let arc = entering.offsets[node]; arc < entering.offsets[node + 1]; arc += 1) {
      const { from, to, lag } = network.ties[entering.labels[arc]];
      const source = entering.targets[arc];
      const gate = gates.get(source * network.nodeCount + node);
      if (source < network.taskCount) {
        const end = from === "finish" ? times.finishes[source] : times.starts[source];
        arrivals.push({ source, to, tick: end + ticksUp(lag, tick), gate });
      } else {
        const behind = last.get(source);
        if (behind !== undefined) arrivals.push({ ...behind, to, tick: behind.tick + ticksUp(lag, tick), gate: behind.gate ?? gate });
      }
    }
    return arrivals;
  };
  const last = new Map<number, Arrival>();
  for (const node of topologicalOrder(network) ?? []) {
    if (node < network.taskCount) continue;
    const latest = arrivalsAt(node).reduce((best: Arrival | undefined, arrival) => (comesLater(arrival, best) ? arrival : best), undefined);
    if (latest !== undefined) last.set(node, latest);
  }
  return arrivalsAt;
}

/** Of two at the same time, the one whose task stands first in the document decides. */
function comesLater(arrival: Arrival, best: Arrival | undefined): boolean {
  return best === undefined || arrival.tick > best.tick || (arrival.tick === best.tick && arrival.source < best.source);
}

function reverse(network: Network) {
  const arcs = createArcList();
  for (let source = 0; source < network.nodeCount; source += 1) {
    for (let arc = network.offsets[source]; arc < network.offsets[source + 1]; arc += 1) {
      addArc(arcs, network.targets[arc], source, network.labels[arc]);
    }
  }
  return compressArcs(network.nodeCount, arcs);
}
