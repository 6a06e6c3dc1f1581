import type { Instance } from "./compile.ts";
import { createHeap } from "./heap.ts";
import { arcWeight } from "./links.ts";

/**
 * What four rules think of each activity, the least first (Kolisch, 1996): latest finish time, latest start time, most
 * total successors, greatest rank positional weight over all successors.
 */
export function priorityRules(instance: Instance): readonly Float64Array[] {
  const latest = latestStarts(instance);
  const finishes = Float64Array.from(latest, (start, activity) => start + instance.durations[activity]);
  const starts = Float64Array.from(latest);
  const { successors, weight } = followers(instance);
  return [finishes, starts, successors.map((value) => -value), weight.map((value) => -value)];
}

/** Ticks from an activity's start, and from its finish, to the end at least, by links alone: breaks and resources are left out. */
export function tailsOf(instance: Instance): { readonly fromStart: Int32Array; readonly fromFinish: Int32Array } {
  const { count, order, durations, links } = instance;
  const { offsets, targets, lags, fromFinish, toFinish } = links.after;
  const behindStart = new Int32Array(count);
  const behindFinish = new Int32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const activity = order[at];
    for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
      const tail = lags[arc] + (toFinish[arc] === 1 ? behindFinish : behindStart)[targets[arc]];
      const own = fromFinish[arc] === 1 ? behindFinish : behindStart;
      if (tail > own[activity]) own[activity] = tail;
    }
    behindStart[activity] = Math.max(behindStart[activity], durations[activity] + behindFinish[activity]);
  }
  return { fromStart: behindStart, fromFinish: behindFinish };
}

/** The earliest start of each activity by links and releases alone. */
export function headsOf(instance: Instance): Int32Array {
  const { order, durations, links, releases } = instance;
  const { offsets, targets } = links.after;
  const heads = Int32Array.from(releases);
  for (const activity of order) {
    for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
      const head = heads[activity] + arcWeight(links.after, arc, durations[activity], durations[targets[arc]]);
      if (head > heads[targets[arc]]) heads[targets[arc]] = head;
    }
  }
  return heads;
}

/** The activities by ascending priority value as far as links allow. */
export function listByPriority({ count, order, links }: Instance, priorities: Float64Array): Int32Array {
  const byPriority = [...order].sort((one, other) => priorities[one] - priorities[other]);
  const place = new Int32Array(count);
  for (const [at, activity] of byPriority.entries()) place[activity] = at;
  const waiting = Int32Array.from(
    { length: count },
    (_unused, activity) => links.before.offsets[activity + 1] - links.before.offsets[activity],
  );
  const heap = createHeap(count);
  for (let activity = 0; activity < count; activity += 1) if (waiting[activity] === 0) heap.push(place[activity]);
  const list = new Int32Array(count);
  for (let filled = 0; filled < count; filled += 1) {
    const activity = byPriority[heap.pop()];
    list[filled] = activity;
    for (let arc = links.after.offsets[activity]; arc < links.after.offsets[activity + 1]; arc += 1) {
      const other = links.after.targets[arc];
      waiting[other] -= 1;
      if (waiting[other] === 0) heap.push(place[other]);
    }
  }
  return list;
}

function latestStarts(instance: Instance): Int32Array {
  const tails = tailsOf(instance).fromStart;
  const heads = headsOf(instance);
  const end = heads.reduce((last, head, activity) => Math.max(last, head + tails[activity]), 0);
  return tails.map((tail) => end - tail);
}

interface Followers {
  readonly successors: Float64Array;
  readonly weight: Float64Array;
}

/** Beyond so many activities, only those that directly follow are counted, for the sets of all would fill the memory. */
const MOST_COUNTED = 2000;

function followers({ count, order, durations, links }: Instance): Followers {
  const successors = new Float64Array(count);
  const weight = Float64Array.from(durations);
  const { offsets, targets } = links.after;
  const words = count > MOST_COUNTED ? 0 : (count + 31) >>> 5;
  const sets = new Int32Array(words * count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const activity = order[at];
    const own = sets.subarray(words * activity, words * (activity + 1));
    for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
      const other = targets[arc];
      if (words === 0) {
        successors[activity] += 1;
        weight[activity] += durations[other];
        continue;
      }
      for (let word = 0; word < words; word += 1) own[word] |= sets[words * other + word];
      own[other >>> 5] |= 1 << (other & 31);
    }
    for (let word = 0; word < words; word += 1) {
      for (let bits = own[word]; bits !== 0; bits &= bits - 1) {
        successors[activity] += 1;
        weight[activity] += durations[32 * word + 31 - Math.clz32(bits & -bits)];
      }
    }
  }
  return { successors, weight };
}
