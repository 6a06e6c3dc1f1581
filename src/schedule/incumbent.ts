import type { Side, Sides } from "./sides.ts";

/** The best schedule so far, and the count of all that were made to find it. */
export interface Incumbent {
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  makespan(): number;
  lateness(): number;
  cost(): number;
  generated(): number;
  /** From now on, what schedules cost counts their lateness too; before, only the best one is chosen by it. */
  weighLateness(): void;
  /** Generates a schedule from a list for that side and gives its cost; a forward one may become the best. */
  readonly generate: (side: Side, list: Int32Array) => number;
  /** Takes start times for a forward schedule as they are, and gives its cost; undefined where they break a rule of the project. */
  adopt(starts: Int32Array): number | undefined;
  /** The same by parallel schedule generation, by the activities' places in the list. */
  readonly generateParallel: (side: Side, list: Int32Array) => number;
}

/**
 * What makes a schedule worse than another: first its makespan, then its lateness, both in ticks. A schedule of the
 * backward side has none of the latter.
 */
export function costOf(makespan: number, lateness: number): number {
  return makespan * LATENESS_RANGE + Math.min(lateness, LATENESS_RANGE - 1);
}

const LATENESS_RANGE = 2 ** 24;

export function createIncumbent(sides: Sides): Incumbent {
  const { forward } = sides;
  const { count, features } = forward.instance;
  const starts = new Int32Array(count);
  const finishes = new Int32Array(count);
  const best = { makespan: Number.POSITIVE_INFINITY, lateness: 0, cost: Number.POSITIVE_INFINITY, startSum: Number.POSITIVE_INFINITY };
  let generated = 0;
  let weighsLateness = false;

  function judgeForward(makespan: number): number {
    const lateness = features.dues ? latenessOf(forward) : 0;
    const cost = costOf(makespan, lateness);
    const startSum = cost <= best.cost ? forward.generator.starts.reduce((total, start) => total + start, 0) : 0;
    if (cost < best.cost || (cost === best.cost && startSum < best.startSum)) {
      Object.assign(best, { makespan, lateness, cost, startSum });
      starts.set(forward.generator.starts);
      finishes.set(forward.generator.finishes);
    }
    return weighsLateness ? cost : costOf(makespan, 0);
  }

  /** Breaks hold at their times alone: there, a backward schedule must begin where the best forward one ends. */
  function fromOf(side: Side): number {
    return side === forward || !features.breaks ? 0 : Math.max(0, sides.horizon - best.makespan);
  }

  function judge(side: Side, end: number, from: number): number {
    generated += 1;
    return side === forward ? judgeForward(end) : costOf((features.releases ? reachOf(side) : end) - from, 0);
  }

  return {
    starts,
    finishes,
    makespan: () => best.makespan,
    lateness: () => best.lateness,
    cost: () => best.cost,
    generated: () => generated,
    weighLateness: () => {
      weighsLateness = true;
    },
    generate: (side, list) => judge(side, side.generator.serial(list, fromOf(side)), fromOf(side)),
    adopt(given) {
      const end = forward.generator.fixed(given);
      return end === undefined ? undefined : judge(forward, end, 0);
    },
    generateParallel: (side, list) => judge(side, side.generator.parallel(placesOf(list)), 0),
  };
}

function latenessOf({ instance, generator }: Side): number {
  let lateness = 0;
  for (let activity = 0; activity < instance.count; activity += 1) {
    const late = generator.finishes[activity] - instance.dues[activity];
    if (late > 0) lateness += late;
  }
  return lateness;
}

/** How long a backward schedule would be if it were moved so far that no activity starts before its release. */
function reachOf({ instance, generator, tails }: Side): number {
  let reach = 0;
  for (let activity = 0; activity < instance.count; activity += 1) {
    reach = Math.max(reach, generator.finishes[activity] + tails[activity]);
  }
  return reach;
}

function placesOf(list: Int32Array): Int32Array {
  const places = new Int32Array(list.length);
  for (const [place, activity] of list.entries()) places[activity] = place;
  return places;
}
