import type { Instance } from "./compile.ts";

export interface Sorter {
  /**
   * Writes the activities into `list` by ascending `times`, which lie from 0 to `last`; every activity stands behind
   * those that it waits for.
   */
  sort(times: Int32Array, last: number, list: Int32Array): void;
  /** Moves every activity that stands before one it waits for behind it. */
  repair(list: Int32Array): void;
}

export function createSorter(instance: Instance): Sorter {
  const { count, order, rank } = instance;
  let buckets = new Int32Array(0);
  const keys = new Float64Array(count);
  const repair = createRepair(instance);

  function countingSort(times: Int32Array, last: number, list: Int32Array): void {
    if (buckets.length < last + 2) buckets = new Int32Array(2 * last + 2);
    else buckets.fill(0, 0, last + 2);
    for (let at = 0; at < count; at += 1) buckets[times[at] + 1] += 1;
    for (let time = 0; time < last; time += 1) buckets[time + 1] += buckets[time];
    for (let at = 0; at < count; at += 1) {
      const activity = order[at];
      const place = buckets[times[activity]];
      buckets[times[activity]] = place + 1;
      list[place] = activity;
    }
  }

  function keySort(times: Int32Array, list: Int32Array): void {
    for (let activity = 0; activity < count; activity += 1) keys[activity] = times[activity] * count + rank[activity];
    keys.sort();
    for (let at = 0; at < count; at += 1) list[at] = order[keys[at] % count];
  }

  return {
    sort(times, last, list) {
      if (last <= SPARSE * count) countingSort(times, last, list);
      else keySort(times, list);
      repair(list);
    },
    repair,
  };
}

/** With more ticks than this for each activity, sorting by comparison is cheaper than counting. */
const SPARSE = 64;

function createRepair({ count, links, features }: Instance): (list: Int32Array) => void {
  if (!features.leads) return () => {};
  const waiting = new Int32Array(count);
  const reached = new Uint8Array(count);
  const sound = new Int32Array(count);
  const { offsets, targets } = links.after;
  return (list) => {
    for (let activity = 0; activity < count; activity += 1)
      waiting[activity] = links.before.offsets[activity + 1] - links.before.offsets[activity];
    reached.fill(0);
    let filled = 0;
    const place = (activity: number): void => {
      sound[filled] = activity;
      filled += 1;
    };
    for (let at = 0; at < count; at += 1) {
      reached[list[at]] = 1;
      let next = filled;
      if (waiting[list[at]] === 0) place(list[at]);
      for (; next < filled; next += 1) {
        for (let arc = offsets[sound[next]]; arc < offsets[sound[next] + 1]; arc += 1) {
          waiting[targets[arc]] -= 1;
          if (waiting[targets[arc]] === 0 && reached[targets[arc]] === 1) place(targets[arc]);
        }
      }
    }
    list.set(sound);
  };
}
