import type { Instance } from "./compile.ts";
import { type Domains, earliestFinish, latestStart, openDomains, raiseStart, type Tightening, tightenByLinks } from "./domains.ts";
import { machinesOf, tightenMachine } from "./machines.ts";
import type { Project } from "./project.ts";

/** What is known of the question whether everything can be finished by a deadline. */
export type Verdict =
  | { readonly kind: "impossible" }
  /** The start times of a schedule that keeps the deadline. */
  | { readonly kind: "possible"; readonly starts: Int32Array }
  | { readonly kind: "unknown" };

/** Asks for deadlines, and remembers how much work that was. */
export interface Prover {
  /** Whether every contested resource serves one activity at a time, which makes trying worth the while. */
  readonly disjunctive: boolean;
  /** By links, pairs and edge finding alone, without trying. */
  refutes(deadline: number): boolean;
  /** By trying both orders of one pair after the other, with at most so much work. */
  decide(deadline: number, work: number): Verdict;
  /** The earliest finishes under a deadline that can be kept. */
  earliestFinishes(deadline: number): Int32Array;
}

/** Beyond so many pairs of activities that exclude each other, nothing is tried. */
const MOST_PAIRS = 20_000;

/** Up to so many activities, also the order of pairs that could run at once is tried, where three or more of them cannot. */
const MOST_SHARING = 64;

/**
 * Destructive bounds (Klein and Scholl, 1999): a deadline is assumed, and what follows from it is worked out until it
 * contradicts itself: earliest and latest times by links, the order of pairs that cannot run at once, edge finding.
 * `decide` branches over the orders of pairs besides (Carlier and Pinson, 1989).
 */
export function createProver(project: Project, instance: Instance): Prover {
  const machines = machinesOf(project);
  const pairs = contestingPairs(project);
  const conflictOf = createConflictFinder(project, instance);
  const effort = 1 + 2 * instance.links.after.others.length + 2 * pairs.count + machines.reduce((sum, { activities }) => sum + 2 * activities.length ** 2, 0);
  let spent = 0;

  function settle(domains: Domains, decided: Int8Array): "contradiction" | "open" {
    for (;;) {
      spent += effort;
      let result = tightenByLinks(instance, domains);
      if (result === "contradiction") return result;
      let changed = result === "tighter";
      result = orderPairs(instance, pairs, domains, decided);
      if (result === "contradiction") return result;
      changed ||= result === "tighter";
      for (const machine of machines) {
        result = tightenMachine(machine, instance, domains);
        if (result === "contradiction") return result;
        changed ||= result === "tighter";
      }
      if (!changed) return "open";
    }
  }

  function begin(deadline: number): Node | undefined {
    const domains = openDomains(instance, deadline);
    const node = domains && { domains, decided: new Int8Array(pairs.count) };
    return node === undefined || settle(node.domains, node.decided) === "contradiction" ? undefined : node;
  }

  return {
    disjunctive: machines.length === contestedResources(project),
    refutes: (deadline) => begin(deadline) === undefined,
    decide(deadline, work) {
      const limit = spent + work;
      const open: Node[] = [];
      let node = begin(deadline);
      for (;;) {
        while (node !== undefined) {
          const choices = mostCritical(instance, pairs, node) ?? conflictOf(node.domains.earliest);
          if (choices.length === 0) return { kind: "possible", starts: node.domains.earliest };
          const ways = waysOut(pairs, node, choices);
          if (spent > limit || ways === undefined) return { kind: "unknown" };
          open.push(...ways);
          node = undefined;
        }
        const next = open.pop();
        if (next === undefined) return { kind: "impossible" };
        node = settle(next.domains, next.decided) === "contradiction" ? undefined : next;
      }
    },
    earliestFinishes(deadline) {
      const node = begin(deadline);
      if (node === undefined) return new Int32Array(instance.count);
      return node.domains.earliest.map((_start, activity) => earliestFinish(instance, node.domains, activity));
    },
  };
}

/** A state of the search: what is still possible, and for each pair which of the two comes first. */
interface Node {
  readonly domains: Domains;
  readonly decided: Int8Array;
}

const OPEN = 0;
const FIRST_BEFORE_SECOND = 1;
const SECOND_BEFORE_FIRST = 2;

/** How many resources two activities want. */
function contestedResources({ activities, resources }: Project): number {
  const users = resources.map(() => 0);
  for (const { duration, demands } of activities) for (const { resource, amount } of demands) if (duration > 0 && amount > 0) users[resource] += 1;
  return users.filter((count) => count > 1).length;
}

/** Two activities that want the same resource; the first has the lower index. */
interface Pairs {
  readonly count: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** 1 where they need more together than there is. */
  readonly exclusive: Uint8Array;
  /** The place of a pair, by `first * number of activities + second`. */
  readonly places: ReadonlyMap<number, number>;
  readonly activities: number;
}

function contestingPairs({ activities, resources }: Project): Pairs {
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
function orderPairs(instance: Instance, pairs: Pairs, domains: Domains, decided: Int8Array): Tightening {
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
    if (earliestFinish(instance, domains, second) > domains.latest[second] || latestStart(instance, domains, first) < domains.earliest[first])
      return "contradiction";
  }
  return changed ? "tighter" : "same";
}

/** `before` before `after`: one way to settle a pair. */
interface Choice {
  readonly before: number;
  readonly after: number;
}

/** Both orders of the exclusive pair that has the least room left in either, the order with more room last; undefined without one. */
function mostCritical(instance: Instance, pairs: Pairs, { domains, decided }: Node): readonly Choice[] | undefined {
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
function waysOut(pairs: Pairs, { domains, decided }: Node, choices: readonly Choice[]): readonly Node[] | undefined {
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

/**
 * Finds activities that need more of a resource at a time than there is, if they start at these times: in any schedule, some
 * two of them follow each other. Gives all orders of two of them; none where the times are a schedule.
 */
function createConflictFinder({ activities, resources }: Project, instance: Instance): (starts: Int32Array) => readonly Choice[] {
  const users = resources.map((_resource, index) =>
    activities.flatMap(({ duration, demands }, activity) =>
      demands.flatMap(({ resource, amount }) => (resource === index && duration > 0 && amount > 0 ? [{ activity, amount }] : [])),
    ),
  );
  return (starts) => {
    const finish = (activity: number) => earliestFinish(instance, { earliest: starts, latest: starts }, activity);
    for (const [resource, { capacity }] of resources.entries()) {
      for (const { activity } of users[resource]) {
        const time = starts[activity];
        const running = users[resource].filter((user) => starts[user.activity] <= time && finish(user.activity) > time);
        if (running.reduce((sum, { amount }) => sum + amount, 0) <= capacity) continue;
        return running.flatMap((one) =>
          running.flatMap((two) => (one === two ? [] : [{ before: one.activity, after: two.activity }])),
        );
      }
    }
    return [];
  };
}
