import { topologicalOrder } from "../arcs.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import type { Facts } from "./facts.ts";
import { arcWeight } from "./network.ts";

/** When tasks end if nobody is ever in short supply: by dependencies, gates and the starts of the sprints' windows alone. */
export interface EarliestEnds {
  /** Hours from the start of the plan, by task index: no schedule ends a task before. */
  readonly finishes: Float64Array;
  /** The tasks that a task waits for until then, from first to last, itself included. */
  chainTo(task: number): readonly number[];
}

/** Undefined where tasks wait for each other. */
export function findEarliestEnds(facts: Facts): EarliestEnds | undefined {
  const { plan, durations, windows } = facts;
  const network = facts.network();
  const order = topologicalOrder(network);
  if (order === undefined) return undefined;
  const own = new Float64Array(network.nodeCount);
  own.set(durations);
  const starts = new Float64Array(network.nodeCount);
  const binding = new Int32Array(network.nodeCount).fill(-1);
  for (const { index, sprint } of plan.tasks) starts[index] = Math.max(0, sprint === undefined ? 0 : (windows[sprint]?.start ?? 0));
  for (const node of order) {
    for (let arc = network.offsets[node]; arc < network.offsets[node + 1]; arc += 1) {
      const target = network.targets[arc];
      const start = starts[node] + arcWeight(network, arc, own[node], own[target]);
      if (start > starts[target] + (target < plan.tasks.length ? HOUR_TOLERANCE : 0)) binding[target] = node;
      starts[target] = Math.max(starts[target], start);
    }
  }
  return {
    finishes: durations.map((hours, task) => starts[task] + hours),
    chainTo: (task) => {
      const chain: number[] = [];
      for (let node = task; node !== -1; node = binding[node]) if (node < plan.tasks.length) chain.push(node);
      return chain.reverse();
    },
  };
}
