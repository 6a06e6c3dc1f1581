import { topologicalOrder } from "../arcs.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import type { Facts } from "./facts.ts";
import { arcWeight } from "./network.ts";

/**
 * Whether the sprints that begin before an hour keep their windows when each is scheduled by itself, so that a schedule of the
 * whole plan does too. That needs sprints that follow each other without sharing time, and tasks that wait for no more than
 * what those sprints give; else it is not known.
 */
export function isOnTimeSprintBySprint(facts: Facts, due: number): boolean {
  const { plan, windows, durations } = facts;
  const sprints = plan.sprints.flatMap(({ index, firstTask, endTask }) => {
    const window = windows[index];
    return endTask > firstTask && (window === undefined || window.start < due) ? [{ index, window }] : [];
  });
  const starts = new Float64Array(durations.length).fill(Number.POSITIVE_INFINITY);
  const ordered = sprints.toSorted((one, other) => (one.window?.start ?? 0) - (other.window?.start ?? 0));
  let end = 0;
  for (const { index, window } of ordered) {
    if (window === undefined || window.start < end || window.end > due + HOUR_TOLERANCE) return false;
    const own = startsWithin(facts, index, window.end - window.start);
    if (own === undefined) return false;
    starts.set(
      own.map((start) => window.start + start),
      plan.sprints[index].firstTask,
    );
    end = window.end;
  }
  return plan.tasks.every(({ sprint }) => sprint !== undefined && windows[sprint] !== undefined) && isKept(facts, starts);
}

/** When the tasks of a sprint start in a schedule that takes no more hours than these; undefined where none is known. */
function startsWithin(facts: Facts, sprint: number, hours: number): readonly number[] | undefined {
  const first = facts.firstSchedule(sprint);
  if (first !== undefined && first.makespan <= hours) return first.starts;
  const levelled = facts.levelledSprint(sprint);
  return levelled === undefined || levelled.makespan > hours ? undefined : levelled.tasks.map(({ start }) => start);
}

/** Whether every task starts behind what it waits for; those that start never wait as long as they must. */
function isKept(facts: Facts, starts: Float64Array): boolean {
  const network = facts.network();
  const own = new Float64Array(network.nodeCount);
  own.set(facts.durations);
  const times = new Float64Array(network.nodeCount);
  times.set(starts);
  for (const node of topologicalOrder(network) ?? []) {
    for (let arc = network.offsets[node]; arc < network.offsets[node + 1]; arc += 1) {
      const target = network.targets[arc];
      const ready = times[node] + arcWeight(network, arc, own[node], own[target]);
      if (target >= starts.length) times[target] = Math.max(times[target], ready);
      else if (ready > times[target] + HOUR_TOLERANCE) return false;
    }
  }
  return true;
}
