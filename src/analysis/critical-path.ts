import { topologicalOrder } from "../arcs.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { once } from "../once.ts";
import { exactHours } from "./effort.ts";
import { arcWeight, type Network } from "./network.ts";

/** When a task can and must be done, in hours from the start of the plan or sprint. */
export interface TaskTimes {
  readonly task: number;
  readonly duration: number;
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** How long the task can slip before the end does. */
  readonly totalSlack: number;
  /** How long the task can slip before any other task does; without successors, before the end does. */
  readonly freeSlack: number;
  readonly critical: boolean;
}

export interface CriticalPath {
  readonly duration: number;
  /** In document order. */
  readonly tasks: readonly TaskTimes[];
  /** One chain of task indexes that takes the whole duration; empty where no task takes any time. */
  readonly path: readonly number[];
  /** True where critical tasks exist besides that chain. */
  readonly several: boolean;
}

/**
 * The critical path method (Kelley and Walker, 1959) over a network whose tasks take `durations`, by task index of the
 * plan, in hours. Undefined where there is a cycle; no tasks take no time. The times of single tasks are worked out when they
 * are first asked for.
 */
export function findCriticalPath(network: Network, durations: Float64Array): CriticalPath | undefined {
  const order = topologicalOrder(network);
  if (order === undefined) return undefined;
  const own = nodeDurations(network, durations);
  const forward = passForward(network, own, order);
  const end = findEnd(network, own, forward);
  const tasks = once(() => {
    const backward = passBackward(network, own, { order, earliest: forward.earliest, duration: end.duration });
    return listTimes(network, own, { earliest: forward.earliest, ...backward });
  });
  const path = end.duration > HOUR_TOLERANCE ? chainTo(network, forward.binding, end.node) : [];
  return {
    duration: exactHours(end.duration),
    get tasks() {
      return tasks();
    },
    path,
    get several() {
      return path.length > 0 && tasks().reduce((count, times) => count + (times.critical ? 1 : 0), 0) > path.length;
    },
  };
}

/** The length of the critical path alone, in hours; undefined where there is a cycle. */
export function findDuration(network: Network, durations: Float64Array): number | undefined {
  const order = topologicalOrder(network);
  if (order === undefined) return undefined;
  const own = nodeDurations(network, durations);
  return exactHours(findEnd(network, own, passForward(network, own, order)).duration);
}

interface Forward {
  readonly earliest: Float64Array;
  /** The node that a node's earliest start is due to, -1 for none. */
  readonly binding: Int32Array;
}

/** The nodes that stand for many tasks take no time. */
function nodeDurations(network: Network, durations: Float64Array): Float64Array {
  const own = new Float64Array(network.nodeCount);
  own.set(durations.subarray(network.firstTask, network.firstTask + network.taskCount));
  return own;
}

/** Of several predecessors that bind equally, the one whose task stands first in the document is taken. */
function passForward(network: Network, own: Float64Array, order: Int32Array): Forward {
  const earliest = new Float64Array(network.nodeCount);
  const binding = new Int32Array(network.nodeCount).fill(-1);
  const behind = new Int32Array(network.nodeCount).fill(network.taskCount);
  for (const node of order) {
    const task = node < network.taskCount ? node : behind[node];
    for (let arc = network.offsets[node]; arc < network.offsets[node + 1]; arc += 1) {
      const target = network.targets[arc];
      const start = earliest[node] + arcWeight(network, arc, own[node], own[target]);
      const later = start - earliest[target];
      const binds = later > HOUR_TOLERANCE || (later > -HOUR_TOLERANCE && binding[target] !== -1 && task < behind[target]);
      if (later > 0) earliest[target] = start;
      if (!binds) continue;
      binding[target] = node;
      behind[target] = task;
    }
  }
  return { earliest, binding };
}

function findEnd(network: Network, own: Float64Array, { earliest }: Forward): { readonly duration: number; readonly node: number } {
  let duration = 0;
  let node = 0;
  for (let task = 0; task < network.taskCount; task += 1) {
    const finish = earliest[task] + own[task];
    if (finish > duration + HOUR_TOLERANCE) node = task;
    duration = Math.max(duration, finish);
  }
  return { duration, node };
}

interface Known {
  readonly order: Int32Array;
  readonly earliest: Float64Array;
  readonly duration: number;
}

interface Backward {
  readonly latest: Float64Array;
  /** The latest start that moves no other task's earliest start. */
  readonly free: Float64Array;
}

function passBackward(network: Network, own: Float64Array, { order, earliest, duration }: Known): Backward {
  const latest = own.map((hours) => duration - hours);
  const free = latest.map((hours, node) => (node < network.taskCount ? hours : Number.POSITIVE_INFINITY));
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    for (let arc = network.offsets[node]; arc < network.offsets[node + 1]; arc += 1) {
      const target = network.targets[arc];
      const weight = arcWeight(network, arc, own[node], own[target]);
      latest[node] = Math.min(latest[node], latest[target] - weight);
      free[node] = Math.min(free[node], (target < network.taskCount ? earliest[target] : free[target]) - weight);
    }
  }
  return { latest, free };
}

function listTimes(network: Network, own: Float64Array, passes: Backward & { readonly earliest: Float64Array }): readonly TaskTimes[] {
  const { earliest, latest, free } = passes;
  return Array.from({ length: network.taskCount }, (_unused, node) => {
    const totalSlack = exactHours(Math.max(0, latest[node] - earliest[node]));
    return {
      task: network.firstTask + node,
      duration: exactHours(own[node]),
      earliestStart: exactHours(earliest[node]),
      earliestFinish: exactHours(earliest[node] + own[node]),
      latestStart: exactHours(latest[node]),
      latestFinish: exactHours(latest[node] + own[node]),
      totalSlack,
      freeSlack: exactHours(Math.max(0, free[node] - earliest[node])),
      critical: totalSlack < HOUR_TOLERANCE,
    };
  });
}

function chainTo(network: Network, binding: Int32Array, end: number): readonly number[] {
  const chain: number[] = [];
  for (let node = end; node !== -1; node = binding[node]) if (node < network.taskCount) chain.push(network.firstTask + node);
  return chain.reverse();
}
