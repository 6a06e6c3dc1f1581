import { finishFromLatest, finishOf, latestStartFor, nextWorked, startFor } from "./calendar.ts";
import type { Instance } from "./compile.ts";

/** The least start and the greatest finish that each activity can still have. */
export interface Domains {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/** Everything that the links say under a deadline; undefined where an activity does not find its place. */
export function openDomains(instance: Instance, deadline: number): Domains | undefined {
  const domains = { earliest: Int32Array.from(instance.releases), latest: new Int32Array(instance.count).fill(deadline) };
  return tightenByLinks(instance, domains) === "contradiction" ? undefined : domains;
}

export type Tightening = "contradiction" | "tighter" | "same";

export function earliestFinish(instance: Instance, domains: Domains, activity: number): number {
  const calendar = instance.calendars[activity];
  const start = domains.earliest[activity];
  return calendar === undefined ? start + instance.durations[activity] : finishOf(calendar, start, instance.durations[activity]);
}

export function latestStart(instance: Instance, domains: Domains, activity: number): number {
  const calendar = instance.calendars[activity];
  const finish = domains.latest[activity];
  return calendar === undefined ? finish - instance.durations[activity] : latestStartFor(calendar, finish, instance.durations[activity]);
}

/** Raises an earliest start to the next tick at which work can begin; true where that changed it. */
export function raiseStart({ calendars, durations }: Instance, { earliest }: Domains, activity: number, start: number): boolean {
  const calendar = calendars[activity];
  const aligned = calendar === undefined || durations[activity] === 0 ? start : nextWorked(calendar, start);
  if (aligned <= earliest[activity]) return false;
  earliest[activity] = aligned;
  return true;
}

/** Both passes of the critical path method (Kelley and Walker, 1959), from what is known already. */
export function tightenByLinks(instance: Instance, domains: Domains): Tightening {
  let changed = false;
  for (const activity of instance.order) {
    if (pushForward(instance, domains, activity)) changed = true;
    if (earliestFinish(instance, domains, activity) > domains.latest[activity]) return "contradiction";
  }
  for (let at = instance.count - 1; at >= 0; at -= 1) {
    const activity = instance.order[at];
    if (pullBackward(instance, domains, activity)) changed = true;
    if (latestStart(instance, domains, activity) < domains.earliest[activity]) return "contradiction";
  }
  return changed ? "tighter" : "same";
}

function pushForward(instance: Instance, domains: Domains, activity: number): boolean {
  const { calendars, durations } = instance;
  const { offsets, targets, lags, fromFinish, toFinish } = instance.links.before;
  let start = domains.earliest[activity];
  for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
    const other = targets[arc];
    const time = (fromFinish[arc] === 1 ? earliestFinish(instance, domains, other) : domains.earliest[other]) + lags[arc];
    const calendar = calendars[activity];
    const duration = durations[activity];
    const least = toFinish[arc] === 0 ? time : calendar === undefined ? time - duration : startFor(calendar, time, duration);
    if (least > start) start = least;
  }
  return raiseStart(instance, domains, activity, start);
}

function pullBackward(instance: Instance, domains: Domains, activity: number): boolean {
  const { calendars, durations } = instance;
  const { offsets, targets, lags, fromFinish, toFinish } = instance.links.after;
  let finish = domains.latest[activity];
  for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
    const other = targets[arc];
    const time = (toFinish[arc] === 1 ? domains.latest[other] : latestStart(instance, domains, other)) - lags[arc];
    const calendar = calendars[activity];
    const duration = durations[activity];
    const most = fromFinish[arc] === 1 ? time : calendar === undefined ? time + duration : finishFromLatest(calendar, time, duration);
    if (most < finish) finish = most;
  }
  if (finish >= domains.latest[activity]) return false;
  domains.latest[activity] = finish;
  return true;
}
