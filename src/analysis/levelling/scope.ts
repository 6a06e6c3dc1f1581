import type { Facts } from "../facts.ts";
import type { Network } from "../network.ts";
import type { Window } from "../windows.ts";

/** What of a plan is levelled: all of it, or one sprint from its own start. */
export interface LevellingScope {
  readonly network: Network;
  /** Indexes of the sprints with tasks. */
  readonly sprints: readonly number[];
  /** By sprint index, in hours from the start of what is levelled. */
  readonly windows: readonly (Window | undefined)[];
  /** Hours from the start of the plan to the start of what is levelled. */
  readonly origin: number;
}

export function scopeOf(facts: Facts, sprint: number | undefined): LevellingScope {
  if (sprint === undefined) {
    const sprints = facts.plan.sprints.flatMap(({ index, firstTask, endTask }) => (firstTask < endTask ? [index] : []));
    return { network: facts.network(), sprints, windows: facts.windows.map((window) => window && fromZero(window)), origin: 0 };
  }
  const window = facts.windows[sprint];
  const { firstTask, endTask } = facts.plan.sprints[sprint];
  const windows: (Window | undefined)[] = [];
  windows[sprint] = window && { start: 0, end: window.end - window.start };
  return {
    network: facts.sprintNetwork(sprint),
    sprints: firstTask < endTask ? [sprint] : [],
    windows,
    origin: window?.start ?? 0,
  };
}

/** What a plan has before its first day happens on it. */
function fromZero({ start, end }: Window): Window {
  return { start: Math.max(0, start), end: Math.max(0, end) };
}
