import type { Side, Sides } from "./sides.ts";

/** The best schedule so far, and the count of all that were made to find it. */
export interface Incumbent {
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  makespan(): number;
  lateness(): number;
  cost(): number;
  generated(): number;
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
  const { count, dues, features } = forward.instance;
  const starts = new Int32Array(count);
  const finishes = new Int32Array(count);
  let makespan = Number.POSITIVE_INFINITY;
  let lateness = 0;
  let best = Number.POSITIVE_INFINITY;
  let sum = Number.POSITIVE_INFINITY;
  let generated = 0;

  function latenessOf(ends: Int32Array): number {
    let late = 0;
    for (let activity = 0; activity < count; activity += 1) if (ends[activity] > dues[activity]) late += ends[activity] - dues[activity];
    return late;
  }

  function judgeForward(length: number): number {
    const { generator } = forward;
    const late = features.dues ? latenessOf(generator.finishes) : 0;
    const cost = costOf(length, late);
    if (cost > best) return cost;
    const startSum = generator.starts.reduce((total, start) => total + start, 0);
    if (cost === best && startSum >= sum) return cost;
    best = cost;
    sum = startSum;
    makespan = length;
    lateness = late;
    starts.set(generator.starts);
    finishes.set(generator.finishes);
    return cost;
  }

  function judgeBackward({ generator, tails }: Side, length: number, from: number): number {
    if (!features.releases) return costOf(length - from, 0);
    let reach = 0;
    for (let activity = 0; activity < count; activity += 1) reach = Math.max(reach, generator.finishes[activity] + tails[activity]);
    return costOf(reach - from, 0);
  }

  function judge(side: Side, length: number, from: number): number {
    generated += 1;
    return side === forward ? judgeForward(length) : judgeBackward(side, length, from);
  }

  /** Breaks hold at their times alone: there, a backward schedule must begin where the best forward one ends. */
  function fromOf(side: Side): number {
    return side === forward || !features.breaks ? 0 : Math.max(0, sides.horizon - makespan);
  }

  return {
    starts,
    finishes,
    makespan: () => makespan,
    lateness: () => lateness,
    cost: () => best,
    generated: () => generated,
    generate: (side, list) => judge(side, side.generator.serial(list, fromOf(side)), fromOf(side)),
    adopt(given) {
      const length = forward.generator.fixed(given);
      return length === undefined ? undefined : judge(forward, length, 0);
    },
    generateParallel: (side, list) => judge(side, side.generator.parallel(placesOf(list)), 0),
  };
}

function placesOf(list: Int32Array): Int32Array {
  const places = new Int32Array(list.length);
  for (const [place, activity] of list.entries()) places[activity] = place;
  return places;
}
