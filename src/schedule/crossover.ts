import type { Instance } from "./compile.ts";
import type { Population } from "./population.ts";
import type { Random } from "./random.ts";

/**
 * The peak crossover of Debels and Vanhoucke (2007): a child keeps its father's order where the father uses the resources
 * most, and takes its mother's order before and behind. Gives the writer of children.
 */
export function createCrossover(instance: Instance, random: Random): Crossover {
  const { count, durations, shares } = instance;
  const loads = Float64Array.from(shares, (share, activity) => share * durations[activity]);
  let profile = new Float64Array(0);

  /** The start of the stretch of so many ticks in which the activities that start in it use the resources most. */
  function peak(times: Int32Array, length: number, stretch: number): number {
    if (profile.length < length + 1) profile = new Float64Array(2 * length + 1);
    else profile.fill(0, 0, length + 1);
    for (let activity = 0; activity < count; activity += 1) profile[times[activity]] += loads[activity];
    let sum = 0;
    for (let tick = 0; tick < stretch; tick += 1) sum += profile[tick];
    let best = sum;
    let start = 0;
    for (let tick = stretch; tick <= length; tick += 1) {
      sum += profile[tick] - profile[tick - stretch];
      if (sum > best) {
        best = sum;
        start = tick - stretch + 1;
      }
    }
    return start;
  }

  return (population, father, mother, child) => {
    const length = population.lengths[father];
    const stretch = Math.max(1, Math.floor(length * (LEAST_STRETCH + random.fraction() * STRETCH_RANGE)));
    const times = population.times[father];
    const from = peak(times, length, stretch);
    const to = from + stretch;
    const fathers = population.lists[father];
    const mothers = population.lists[mother];
    let filled = 0;
    for (let at = 0; at < count; at += 1) {
      if (times[mothers[at]] < from) {
        child[filled] = mothers[at];
        filled += 1;
      }
    }
    for (let at = 0; at < count; at += 1) {
      const time = times[fathers[at]];
      if (time >= from && time < to) {
        child[filled] = fathers[at];
        filled += 1;
      }
    }
    for (let at = 0; at < count; at += 1) {
      if (times[mothers[at]] >= to) {
        child[filled] = mothers[at];
        filled += 1;
      }
    }
  };
}

export type Crossover = (population: Population, father: number, mother: number, child: Int32Array) => void;

const LEAST_STRETCH = 0.25;
const STRETCH_RANGE = 0.5;
