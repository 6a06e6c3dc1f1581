import { countBefore, workedTick } from "./calendar.ts";
import type { Instance } from "./compile.ts";
import { createHeap } from "./heap.ts";
import type { Machine } from "./machines.ts";
import { tailsOf } from "./priorities.ts";

/**
 * A makespan below which no machine can do its work, were it allowed to interrupt it: Jackson's preemptive schedule, which
 * always does the work with the longest tail (Carlier, 1982). `heads` are the earliest starts. 0 without machines.
 */
export function preemptiveBound(instance: Instance, machines: readonly Machine[], heads: Int32Array): number {
  const tails = tailsOf(instance).fromFinish;
  return machines.reduce((bound, machine) => Math.max(bound, machineBound(instance, machine, { heads, tails })), 0);
}

function machineBound(
  { durations }: Instance,
  { activities, calendar }: Machine,
  { heads, tails }: { heads: Int32Array; tails: Int32Array },
): number {
  const count = activities.length;
  const work = activities.map((activity) => durations[activity]);
  const ready = activities.map((activity) => countBefore(calendar, heads[activity]));
  const behind = activities.map((activity) => tails[activity]);
  const byHead = Int32Array.from(activities.keys()).sort((one, other) => ready[one] - ready[other]);
  const byTail = Int32Array.from(activities.keys()).sort((one, other) => behind[other] - behind[one]);
  const place = new Int32Array(count);
  for (const [at, job] of byTail.entries()) place[job] = at;
  const waiting = createHeap(count);
  let bound = 0;
  let time = 0;
  for (let next = 0; next < count || waiting.size() > 0; ) {
    if (waiting.size() === 0) time = Math.max(time, ready[byHead[next]]);
    for (; next < count && ready[byHead[next]] <= time; next += 1) waiting.push(place[byHead[next]]);
    const job = byTail[waiting.least()];
    const until = next < count ? Math.min(time + work[job], ready[byHead[next]]) : time + work[job];
    work[job] -= until - time;
    time = until;
    if (work[job] > 0) continue;
    waiting.pop();
    bound = Math.max(bound, workedTick(calendar, time - 1) + 1 + behind[job]);
  }
  return bound;
}
