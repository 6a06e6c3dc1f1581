import type { Incumbent } from "./incumbent.ts";
import { listByPriority } from "./priorities.ts";
import type { Random } from "./random.ts";
import type { Side } from "./sides.ts";

/**
 * Improves the best schedule by moving single activities in its list, as long as nothing gets worse: a walk through its
 * neighbours, which finds less lateness at the same makespan better than crossing does.
 */
export function polish(side: Side, incumbent: Incumbent, random: Random, done: () => boolean): void {
  const { instance } = side;
  const list = listByPriority(instance, Float64Array.from(incumbent.starts));
  const places = new Int32Array(instance.count);
  const next = new Int32Array(instance.count);
  let cost = incumbent.cost();
  for (let still = 0; !done() && still < PATIENCE * list.length; ) {
    for (let at = 0; at < list.length; at += 1) places[list[at]] = at;
    const from = random.below(list.length);
    const to = pickPlace(side, list[from], places, random);
    still += 1;
    if (to === from) continue;
    still = 0;
    next.set(list);
    next.copyWithin(from, from + 1);
    next.copyWithin(to + 1, to, list.length - 1);
    next[to] = list[from];
    const moved = incumbent.generate(side, next);
    if (moved > cost) continue;
    cost = moved;
    list.set(next);
  }
}

/** After so many tries for each activity of which none could move, there is no other order. */
const PATIENCE = 20;

/** A place behind all that an activity waits for, and before all that waits for it. */
function pickPlace({ instance }: Side, activity: number, places: Int32Array, random: Random): number {
  const { before, after } = instance.links;
  let first = 0;
  for (let arc = before.offsets[activity]; arc < before.offsets[activity + 1]; arc += 1)
    first = Math.max(first, places[before.targets[arc]] + 1);
  let last = places.length - 1;
  for (let arc = after.offsets[activity]; arc < after.offsets[activity + 1]; arc += 1)
    last = Math.min(last, places[after.targets[arc]] - 1);
  return first + random.below(last - first + 1);
}
