import { type Calendar, countBefore, createCalendar, workedTick } from "./calendar.ts";
import type { Instance } from "./compile.ts";
import type { Domains, Tightening } from "./domains.ts";
import { raiseHeads } from "./edge-finding.ts";
import type { Project } from "./project.ts";

/** A resource that can be used by one activity at a time, such as a person. */
export interface Machine {
  readonly activities: Int32Array;
  readonly calendar: Calendar;
}

/** The resources of which no two activities find enough, with what needs them and takes time. */
export function machinesOf({ activities, resources }: Project): readonly Machine[] {
  const users = resources.map((): number[] => []);
  const smallest = resources.map(() => Number.POSITIVE_INFINITY);
  for (const [activity, { duration, demands }] of activities.entries()) {
    for (const { resource, amount } of demands) {
      if (duration === 0 || amount === 0) continue;
      users[resource].push(activity);
      smallest[resource] = Math.min(smallest[resource], amount);
    }
  }
  return resources.flatMap(({ capacity, breaks }, resource) =>
    users[resource].length > 1 && 2 * smallest[resource] > capacity
      ? [{ activities: Int32Array.from(users[resource]), calendar: createCalendar(breaks ?? []) }]
      : [],
  );
}

/** Edge finding on a machine, from both ends of time, in the working time of that machine. */
export function tightenMachine({ activities, calendar }: Machine, { durations }: Instance, domains: Domains): Tightening {
  const heads = activities.map((activity) => countBefore(calendar, domains.earliest[activity]));
  const deadlines = activities.map((activity) => countBefore(calendar, domains.latest[activity]));
  const lengths = activities.map((activity) => durations[activity]);
  const forward = raise(heads, lengths, deadlines);
  if (forward === undefined) return "contradiction";
  const backward = raise(
    deadlines.map((deadline) => -deadline),
    lengths,
    forward.map((head) => -head),
  );
  if (backward === undefined) return "contradiction";
  let changed = false;
  for (const [job, activity] of activities.entries()) {
    if (forward[job] > heads[job]) {
      domains.earliest[activity] = Math.max(domains.earliest[activity], workedTick(calendar, forward[job]));
      changed = true;
    }
    if (-backward[job] < deadlines[job]) {
      domains.latest[activity] = Math.min(domains.latest[activity], workedTick(calendar, -backward[job] - 1) + 1);
      changed = true;
    }
  }
  return changed ? "tighter" : "same";
}

/** Insertion keeps equals in order, and a machine has few activities that are seldom far from it; many are sorted. */
function placesByValue(values: Int32Array): Int32Array {
  const places = new Int32Array(values.length);
  for (let at = 0; at < places.length; at += 1) places[at] = at;
  if (values.length > MOST_INSERTED) return places.sort((one, other) => values[one] - values[other] || one - other);
  for (let next = 1; next < places.length; next += 1) {
    const value = values[next];
    let at = next;
    for (; at > 0 && values[places[at - 1]] > value; at -= 1) places[at] = places[at - 1];
    places[at] = next;
  }
  return places;
}

const MOST_INSERTED = 64;

function raise(heads: Int32Array, durations: Int32Array, deadlines: Int32Array): Int32Array | undefined {
  const byHead = placesByValue(heads);
  const raised = heads.slice();
  return raiseHeads({ heads: raised, durations, deadlines }, byHead) ? raised : undefined;
}
