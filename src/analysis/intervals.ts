/** Task indexes in document order from `start` up to, not including, `end`. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The same tasks in ascending, disjoint intervals that do not touch. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.start - b.start)) {
    if (interval.end <= interval.start) continue;
    const last = merged.at(-1);
    if (last !== undefined && interval.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) };
    } else merged.push(interval);
  }
  return merged;
}

/** The intervals without one task; the very same array where the task is in none of them. */
export function withoutTask(intervals: readonly Interval[], task: number): readonly Interval[] {
  if (!includesTask(intervals, task)) return intervals;
  return intervals.flatMap(({ start, end }) =>
    task < start || task >= end
      ? [{ start, end }]
      : [
          { start, end: task },
          { start: task + 1, end },
        ].filter((part) => part.start < part.end),
  );
}

export function includesTask(intervals: readonly Interval[], task: number): boolean {
  return intervals.some(({ start, end }) => task >= start && task < end);
}
