import type { Instance } from "./compile.ts";
import { type Domains, earliestFinish, latestStart, raiseStart, type Tightening } from "./domains.ts";
import type { Project } from "./project.ts";

/** Two activities that want the same resource; the first has the lower index. */
export interface Pairs {
  readonly count: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** 1 where they need more together than there is. */
  readonly exclusive: Uint8Array;
  /** The place of a pair, by `first * number of activities + second`. */
  readonly places: ReadonlyMap<number, number>;
  readonly activities: number;
}

/** A state of the search: what is still possible, and for each pair which of the two comes first. */
export interface Node {
  readonly domains: Domains;
  readonly decided: Int8Array;
}

const OPEN = 0;
const FIRST_BEFORE_SECOND = 1;
const SECOND_BEFORE_FIRST = 2;

/** Beyond so many pairs of activities that exclude each other, nothing is tried. */
const MOST_PAIRS = 20_000;

/** Up to so many activities, also the order of pairs that could run at once is tried, where three or more of them cannot. */
const MOST_SHARING = 64;

export function contestingPairs({ activities, resources }: Project): Pairs {
  const exclusive = new Map<number, number>();
  const users = resources.map((): { activity: number; amount: number }[] => []);
  for (const [activity, { duration, demands }] of activities.entries()) {
    if (duration === 0) continue;
    for (const { resource, amount } of demands) {
      for (const other of users[resource]) {
        const excludes = other.amount + amount > resources[resource].capacity;
        const key = other.activity * activities.length + activity;
        if (excludes || (activities.length <= MOST_SHARING && !exclusive.has(key))) exclusive.set(key, excludes ? 1 : 0);
      }
      if (amount > 0) users[resource].push({ activity, amount });
    }
    if (exclusive.size > MOST_PAIRS) {
      exclusive.clear();
      break;
    }
  }
  const keys = [...exclusive.keys()];
  return {
    count: keys.length,
    first: Int32Array.from(keys, (key) => Math.floor(key / activities.length)),
    second: Int32Array.from(keys, (key) => key % activities.length),
    exclusive: Uint8Array.from(exclusive.values()),
    places: new Map(keys.map((key, place) => [key, place])),
    activities: activities.length,
  };
}

/** Settles the order of every exclusive pair for which only one is left, and what follows from all orders for the times. */
export function orderPairs(instance: Instance, pairs: Pairs, domains: Domains, decided: Int8Array): Tightening {
  let changed = false;
  for (let at = 0; at < pairs.count; at += 1) {
    const one = pairs.first[at];
    const two = pairs.second[at];
    if (decided[at] === OPEN) {
      if (pairs.exclusive[at] === 0) continue;
      const oneFirst = earliestFinish(instance, domains, one) <= latestStart(instance, domains, two);
      const twoFirst = earliestFinish(instance, domains, two) <= latestStart(instance, domains, one);
      if (!oneFirst && !twoFirst) return "contradiction";
      if (oneFirst && twoFirst) continue;
      decided[at] = oneFirst ? FIRST_BEFORE_SECOND : SECOND_BEFORE_FIRST;
    }
    const [first, second] = decided[at] === FIRST_BEFORE_SECOND ? [one, two] : [two, one];
    if (raiseStart(instance, domains, second, earliestFinish(instance, domains, first))) changed = true;
    const latest = latestStart(instance, domains, second);
    if (latest < domains.latest[first]) {
      domains.latest[first] = latest;
      changed = true;
    }
    if (
      earliestFinish(instance, domains, second) > domains.latest[second] ||
      latestStart(instance, domains, first) < domains.earliest[first]
    )
      return "contradiction";
  }
  return changed ? "tighter" : "same";
}

/** `before` before `after`: one way to settle a pair. */
export interface Choice {
  readonly before: number;
  readonly after: number;
}

/** Both orders of the exclusive pair that has the least room left in either, the order with more room last; undefined without one. */
export function mostCritical(instance: Instance, pairs: Pairs, { domains, decided }: Node): readonly Choice[] | undefined {
  let least = Number.POSITIVE_INFINITY;
  let critical: readonly Choice[] | undefined;
  for (let at = 0; at < pairs.count; at += 1) {
    if (decided[at] !== OPEN || pairs.exclusive[at] === 0) continue;
    const one = pairs.first[at];
    const two = pairs.second[at];
    const oneFirst = latestStart(instance, domains, two) - earliestFinish(instance, domains, one);
    const twoFirst = latestStart(instance, domains, one) - earliestFinish(instance, domains, two);
    const similarity = Math.sqrt(Math.min(oneFirst, twoFirst) / Math.max(1, oneFirst, twoFirst));
    const room = Math.min(oneFirst, twoFirst) / Math.max(0.1, similarity);
    if (room >= least) continue;
    least = room;
    const choices = [
      { before: one, after: two },
      { before: two, after: one },
    ];
    critical = oneFirst >= twoFirst ? choices.reverse() : choices;
  }
  return critical;
}

/** A state for each choice that is still open; undefined where a choice is about no pair. */
export function waysOut(pairs: Pairs, { domains, decided }: Node, choices: readonly Choice[]): readonly Node[] | undefined {
  const ways: Node[] = [];
  for (const { before, after } of choices) {
    const place = pairs.places.get(Math.min(before, after) * pairs.activities + Math.max(before, after));
    if (place === undefined) return undefined;
    if (decided[place] !== OPEN) continue;
    const next = { domains: { earliest: domains.earliest.slice(), latest: domains.latest.slice() }, decided: decided.slice() };
    next.decided[place] = before < after ? FIRST_BEFORE_SECOND : SECOND_BEFORE_FIRST;
    ways.push(next);
  }
  return ways;
}
