import { createCrossover } from "./crossover.ts";
import { type Beginning, createSampler, makeFirstPlans } from "./first-plans.ts";
import { createIncumbent, type Incumbent } from "./incumbent.ts";
import { createPopulation, extremeOf, keepSchedule, type Population } from "./population.ts";
import { priorityRules } from "./priorities.ts";
import type { Random } from "./random.ts";
import type { Side, Sides } from "./sides.ts";

export interface Limits {
  /** How many schedules may be generated. */
  readonly budget: number;
  /** The search ends with a schedule that costs no more. */
  readonly enough: number;
}

/**
 * The bi-population genetic algorithm of Debels and Vanhoucke (2005): lists of forward schedules have children on the
 * backward side, and theirs on the forward side again, so that every child is justified on its way. Where nothing moves
 * any more, all but what was found begins anew. Sizes and rates were tried on the instances J90 of PSPLIB.
 */
export function search(sides: Sides, known: readonly Int32Array[], limits: Limits, random: Random): Incumbent {
  const incumbent = createIncumbent(sides);
  const { forward, backward } = sides;
  const { count } = forward.instance;
  const left = createPopulation(POPULATION_SIZE, count);
  const right = createPopulation(POPULATION_SIZE, count);
  const done = () => incumbent.cost() <= limits.enough || incumbent.generated() >= limits.budget;
  const beginning: Beginning = { sides, incumbent, population: left, done };
  makeFirstPlans(beginning, known, random);
  if (done()) return incumbent;

  const nextBackward = createGeneration(beginning, { parents: left, children: right, side: backward }, random);
  const nextForward = createGeneration(beginning, { parents: right, children: left, side: forward }, random);
  const sample = createSampler(beginning, priorityRules(forward.instance), random);
  let best = incumbent.cost();
  for (let still = 0; !done(); still += 2) {
    if (isStale(left, still, count)) {
      for (let at = 0; at < left.size && !done(); at += 1) keepSchedule(forward, backward, left, { at, cost: sample(RESTART_SPREAD) });
      still = 0;
    }
    nextBackward();
    nextForward();
    if (incumbent.cost() < best) still = 0;
    best = incumbent.cost();
  }
  return incumbent;
}

const POPULATION_SIZE = 20;

/** How many individuals compete to be a mother. */
const TOURNAMENT = 4;

/** The chance that an activity of a child changes places with the next. */
const MUTATION_RATE = 0.05;

const RESTART_SPREAD = 0.6;

interface Generations {
  readonly parents: Population;
  readonly children: Population;
  /** The children's side. */
  readonly side: Side;
}

/** So many generations without a better schedule: two for each activity, few where most individuals are as good as the best. */
function isStale(population: Population, still: number, count: number): boolean {
  if (still < 6) return false;
  if (still >= 2 * count) return true;
  const least = population.costs[extremeOf(population, 1)];
  return population.costs.reduce((same, cost) => same + (cost === least ? 1 : 0), 0) >= population.size / 2;
}

/** Every parent has one child, which takes its place on the other side unless the best of that side stands there. */
function createGeneration({ sides, incumbent, done }: Beginning, { parents, children, side }: Generations, random: Random): () => void {
  const other = side === sides.forward ? sides.backward : sides.forward;
  const cross = createCrossover(side.instance, random);
  const child = new Int32Array(side.instance.count);
  return () => {
    let best = extremeOf(children, 1);
    for (let at = 0; at < parents.size && !done(); at += 1) {
      cross(parents, at, pickMother(parents, random), child);
      mutate(side, child, random);
      const cost = incumbent.generate(side, child);
      if (at === best && cost > children.costs[best]) continue;
      keepSchedule(side, other, children, { at, cost });
      if (cost < children.costs[best]) best = at;
    }
  };
}

function pickMother({ costs, size }: Population, random: Random): number {
  let mother = random.below(size);
  for (let rival = 1; rival < TOURNAMENT; rival += 1) {
    const other = random.below(size);
    if (costs[other] < costs[mother]) mother = other;
  }
  return mother;
}

function mutate({ instance }: Side, list: Int32Array, random: Random): void {
  const { offsets, others } = instance.links.after;
  for (let at = 0; at + 1 < list.length; at += 1) {
    if (random.fraction() >= MUTATION_RATE) continue;
    const one = list[at];
    const two = list[at + 1];
    let waits = false;
    for (let arc = offsets[one]; arc < offsets[one + 1]; arc += 1) waits ||= others[arc] === two;
    if (waits) continue;
    list[at] = two;
    list[at + 1] = one;
  }
}
