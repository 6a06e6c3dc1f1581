import { HOUR_TOLERANCE } from "../../model.ts";
import type { Facts } from "../facts.ts";
import { levelPlan } from "../levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../levelling/levelling.ts";
import { compareEnds, keepOrder } from "../what-if/order.ts";
import type { Match } from "./difference.ts";

/** Two versions of a plan, each levelled; undefined where tasks wait for each other. */
export interface LevelledPair {
  readonly base: LevelledPlan | undefined;
  readonly head: LevelledPlan | undefined;
}

/** How both versions are levelled: as facts are. */
export const EFFECT_LEVELLING: LevellingOptions = { releases: "windows", interruptions: "none" };

/**
 * Levels both versions, then each once more from what the search found for the other, until neither ends earlier or less
 * late: luck alone is no difference. Exchanging the versions exchanges the results.
 */
export function levelBoth(base: Facts, head: Facts, tasks: readonly Match[]): LevelledPair {
  let pair: LevelledPair = { base: base.levelled(), head: head.levelled() };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { base: before, head: after } = pair;
    if (before === undefined || after === undefined) break;
    const next = {
      base: improved(base, before, startsFrom(after, base.plan.tasks.length, new Map(tasks.map((match) => [match.head, match.base])))),
      head: improved(head, after, startsFrom(before, head.plan.tasks.length, new Map(tasks.map((match) => [match.base, match.head])))),
    };
    if (next.base === before && next.head === after) break;
    pair = next;
  }
  return inOneOrder(base, head, tasks, pair);
}

/**
 * One of the versions takes its tasks in the order of the other one, where that costs nothing: else sprints would end at
 * other times for no reason. Which of them leads does not depend on which is the base.
 */
function inOneOrder(base: Facts, head: Facts, tasks: readonly Match[], { base: before, head: after }: LevelledPair): LevelledPair {
  if (before === undefined || after === undefined) return { base: before, head: after };
  if (base.plan.source.text <= head.plan.source.text) {
    const starts = startsFrom(before, head.plan.tasks.length, new Map(tasks.map((match) => [match.base, match.head])));
    return { base: before, head: keepOrder(head, after, starts, EFFECT_LEVELLING) };
  }
  const starts = startsFrom(after, base.plan.tasks.length, new Map(tasks.map((match) => [match.head, match.base])));
  return { base: keepOrder(base, before, starts, EFFECT_LEVELLING), head: after };
}

/** The search is led by what is known already. */
const QUICK_BUDGET = 40;
const MOST_ROUNDS = 3;

/** A schedule of the same length and lateness is none that is better. */
function improved(facts: Facts, known: LevelledPlan, other: readonly number[]): LevelledPlan {
  const own = startsFrom(known, facts.plan.tasks.length, new Map(known.tasks.map(({ task }) => [task, task])));
  const quick: LevellingOptions = { ...EFFECT_LEVELLING, budget: QUICK_BUDGET, proof: "none", known: [own, other] };
  const found = known.optimal ? undefined : levelPlan(facts, quick);
  const shorter = found !== undefined && compareEnds(found, known) < 0 ? proved(found, known.lowerBound) : known;
  const kept = keepOrder(facts, shorter, other, EFFECT_LEVELLING);
  return compareEnds(kept, shorter) < 0 ? kept : shorter;
}

/** What was proved of one schedule of a plan holds for every other. */
function proved(found: LevelledPlan, lowerBound: number): LevelledPlan {
  return { ...found, lowerBound, optimal: found.makespan < lowerBound + HOUR_TOLERANCE };
}

/** By task index of the one version, when the same task starts in a schedule of the other; new tasks come last. */
function startsFrom({ tasks, makespan }: LevelledPlan, count: number, indexOf: ReadonlyMap<number, number>): readonly number[] {
  const starts = new Map(tasks.map(({ task, start }) => [indexOf.get(task), start]));
  return Array.from({ length: count }, (_unused, index) => starts.get(index) ?? makespan);
}
