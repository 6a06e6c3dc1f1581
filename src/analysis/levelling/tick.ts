import { HOUR_TOLERANCE } from "../../model.ts";
import type { Facts } from "../facts.ts";
import type { Network } from "../network.ts";
import type { LevellingScope } from "./scope.ts";

const SHORTEST_TICK = 15;
const LONGEST_TICK = 60;

/** No more ticks than this, for a schedule takes as long to make as it has ticks: sixty years of quarters of an hour. */
const MOST_TICKS = 2 ** 19;

/**
 * The length of a tick in hours: what divides all durations, lags, days, windows and part-time capacities, but a
 * quarter of an hour at least and an hour at most; longer only where the work would be more ticks than can be counted.
 */
export function findTick(facts: Facts, scope: LevellingScope, durations: Float64Array): number {
  let divisor = Math.max(SHORTEST_TICK, commonMinutes(facts, scope, durations));
  const hours = durations.reduce((sum, each) => sum + each, 0) + lagsOf(scope.network) + lastWindow(scope);
  while ((hours * 60) / divisor > MOST_TICKS) divisor *= 2;
  return divisor / 60;
}

/** Whole ticks, rounded up. */
export function ticksUp(hours: number, tick: number): number {
  return Math.ceil(hours / tick - HOUR_TOLERANCE);
}

export function lastWindow({ windows }: LevellingScope): number {
  return windows.reduce((last, window) => Math.max(last, window?.end ?? 0), 0);
}

function commonMinutes({ plan, config }: Facts, { network, sprints, windows }: LevellingScope, durations: Float64Array): number {
  let divisor = LONGEST_TICK;
  const include = (hours: number) => {
    const minutes = Math.round(hours * 60);
    if (Math.abs(hours * 60 - minutes) < HOUR_TOLERANCE) divisor = greatestDivisor(divisor, Math.abs(minutes));
  };
  for (const hours of durations) include(hours);
  for (const { lag } of network.ties) include(lag);
  include(config.calendar.hoursPerDay);
  for (const sprint of sprints) {
    const window = windows[sprint];
    if (window === undefined) continue;
    include(window.start);
    include(window.end);
    for (const { capacity } of plan.sprints[sprint].team) include(Math.min(capacity.value ?? 0, window.end - window.start));
  }
  return divisor;
}

/** The sum of all lags and leads, in hours. */
export function lagsOf({ ties, labels }: Network): number {
  return labels.reduce((sum, label) => sum + Math.abs(ties[label].lag), 0);
}

function greatestDivisor(one: number, other: number): number {
  let [large, small] = [one, other];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}
