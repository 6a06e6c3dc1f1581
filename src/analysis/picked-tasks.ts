import type { Interval } from "./intervals.ts";

/** Some tasks of a plan, of which those within any intervals are found without a look at the others. */
export interface PickedTasks {
  /** How many of them lie within disjoint intervals. */
  countIn(intervals: readonly Interval[]): number;
  /** The first few of those, ascending where the intervals are. */
  firstIn(intervals: readonly Interval[], limit: number): readonly number[];
}

export function pickTasks(count: number, isPicked: (task: number) => boolean): PickedTasks {
  const picked: number[] = [];
  /** How many are picked before each task. */
  const before = new Int32Array(count + 1);
  for (let task = 0; task < count; task += 1) {
    before[task] = picked.length;
    if (isPicked(task)) picked.push(task);
  }
  before[count] = picked.length;
  return {
    countIn: (intervals) => intervals.reduce((sum, { start, end }) => sum + before[end] - before[start], 0),
    firstIn: (intervals, limit) => {
      const first: number[] = [];
      for (const { start, end } of intervals) {
        for (let at = before[start]; at < before[end] && first.length < limit; at += 1) first.push(picked[at]);
        if (first.length === limit) break;
      }
      return first;
    },
  };
}
