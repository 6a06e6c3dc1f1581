import type { Side } from "./sides.ts";

/** Schedules of one side, each kept as a list for the other side. */
export interface Population {
  readonly size: number;
  /** By individual: the activities in the order in which the other side takes them. */
  readonly lists: readonly Int32Array[];
  /** By individual and activity: when it starts, seen from the other side. */
  readonly times: readonly Int32Array[];
  /** The last of an individual's times. */
  readonly lengths: Int32Array;
  /** What the search minimises. */
  readonly costs: Float64Array;
}

export function createPopulation(size: number, count: number): Population {
  return {
    size,
    lists: Array.from({ length: size }, () => new Int32Array(count)),
    times: Array.from({ length: size }, () => new Int32Array(count)),
    lengths: new Int32Array(size),
    costs: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  };
}

/** Who keeps the schedule that `side` has just generated: read from its end, it is a list for the `other` side. */
export function keepSchedule(side: Side, other: Side, population: Population, { at, cost }: { at: number; cost: number }): void {
  const { finishes } = side.generator;
  let last = 0;
  for (let activity = 0; activity < finishes.length; activity += 1) if (finishes[activity] > last) last = finishes[activity];
  let first = last;
  const times = population.times[at];
  for (let activity = 0; activity < finishes.length; activity += 1) {
    times[activity] = last - finishes[activity];
    if (finishes[activity] < first) first = finishes[activity];
  }
  population.lengths[at] = last - first;
  population.costs[at] = cost;
  other.sorter.sort(times, last - first, population.lists[at]);
}

/** The individual of least or greatest cost. */
export function extremeOf({ costs, size }: Population, sign: 1 | -1): number {
  let extreme = 0;
  for (let at = 1; at < size; at += 1) if (sign * costs[at] < sign * costs[extreme]) extreme = at;
  return extreme;
}
