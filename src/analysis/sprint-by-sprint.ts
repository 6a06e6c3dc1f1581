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
    const levelled = facts.firstLevelledSprint(index);
    if (levelled === undefined || levelled.makespan > window.end - window.start) return false;
    for (const { task, start } of levelled.tasks) starts[task] = window.start + start;
    end = window.end;
  }
  return plan.tasks.every(({ sprint }) => sprint !== undefined && windows[sprint] !== undefined) && isKept(facts, starts);
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
