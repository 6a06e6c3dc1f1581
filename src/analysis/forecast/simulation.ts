import { topologicalOrder } from "../../arcs.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import type { Facts } from "../facts.ts";
import type { Network } from "../network.ts";

/** How a plan goes if its tasks take given times: the same arrays serve run after run. */
export interface Simulation {
  /** When each task is finished in the latest run, by task index, in hours. */
  readonly finishes: Float64Array;
  /** Gives the end of the plan if its tasks take these hours. */
  run(durations: Float64Array): number;
  /** Adds 1 for each task on which the end of the latest run rests. */
  countCritical(counts: Uint32Array): void;
}

/**
 * The plan by its dependencies and gates alone, whoever works on it; undefined where there is a cycle. With `windows`,
 * no task starts before the window of its sprint.
 */
export function simulateLogic(facts: Facts, releases: "windows" | "asap"): Simulation | undefined {
  const network = facts.network();
  const order = topologicalOrder(network);
  if (order === undefined) return undefined;
  const least = releases === "windows" ? windowStarts(facts, network.nodeCount) : new Float64Array(network.nodeCount);
  const state: State = {
    ...weighArcs(network),
    order,
    least,
    taskCount: network.taskCount,
    offsets: network.offsets,
    targets: network.targets,
    starts: new Float64Array(network.nodeCount),
    own: new Float64Array(network.nodeCount),
    marked: new Uint8Array(network.nodeCount),
    finishes: new Float64Array(network.taskCount),
  };
  let end = 0;
  return {
    finishes: state.finishes,
    run: (durations) => {
      state.own.set(durations);
      end = passForward(state);
      return end;
    },
    countCritical: (counts) => {
      passBackward(state, end);
      for (let task = 0; task < state.taskCount; task += 1) counts[task] += state.marked[task];
    },
  };
}

interface State {
  readonly taskCount: number;
  readonly order: Int32Array;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Per arc: its lag, and the shares of its ends' durations that it adds. */
  readonly lags: Float64Array;
  readonly fromShares: Float64Array;
  readonly toShares: Float64Array;
  readonly least: Float64Array;
  readonly starts: Float64Array;
  readonly own: Float64Array;
  readonly marked: Uint8Array;
  readonly finishes: Float64Array;
}

function windowStarts({ plan, windows }: Facts, nodeCount: number): Float64Array {
  const starts = new Float64Array(nodeCount);
  for (const { index, sprint } of plan.tasks) {
    const window = sprint === undefined ? undefined : windows[sprint];
    if (window !== undefined) starts[index] = Math.max(0, window.start);
  }
  return starts;
}

function weighArcs({ labels, ties }: Network): Pick<State, "lags" | "fromShares" | "toShares"> {
  const perArc = (value: (tie: Network["ties"][number]) => number) => Float64Array.from(labels, (label) => value(ties[label]));
  return {
    lags: perArc(({ lag }) => lag),
    fromShares: perArc(({ from }) => (from === "finish" ? 1 : 0)),
    toShares: perArc(({ to }) => (to === "finish" ? -1 : 0)),
  };
}

function passForward({ order, offsets, targets, lags, fromShares, toShares, least, starts, own, finishes, taskCount }: State): number {
  starts.set(least);
  for (const node of order) {
    const start = starts[node];
    const hours = own[node];
    for (let arc = offsets[node], last = offsets[node + 1]; arc < last; arc += 1) {
      const target = targets[arc];
      const next = start + (lags[arc] + fromShares[arc] * hours + toShares[arc] * own[target]);
      if (next > starts[target]) starts[target] = next;
    }
  }
  let end = 0;
  for (let task = 0; task < taskCount; task += 1) {
    finishes[task] = starts[task] + own[task];
    end = Math.max(end, finishes[task]);
  }
  return end;
}

/** Marks the tasks that end last, and whatever a marked one waits for without any slack between. */
function passBackward({ order, offsets, targets, lags, fromShares, toShares, starts, own, marked, taskCount }: State, end: number): void {
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    const start = starts[node];
    const hours = own[node];
    let mark = node < taskCount && start + hours > end - HOUR_TOLERANCE ? 1 : 0;
    for (let arc = offsets[node], last = offsets[node + 1]; arc < last && mark === 0; arc += 1) {
      const target = targets[arc];
      if (marked[target] === 0) continue;
      const next = start + (lags[arc] + fromShares[arc] * hours + toShares[arc] * own[target]);
      if (next > starts[target] - HOUR_TOLERANCE) mark = 1;
    }
    marked[node] = mark;
  }
}
