import { once } from "../once.ts";
import { createCrossover } from "./crossover.ts";
import { createSampler, makeFirstPlans } from "./first-plans.ts";
import { createIncumbent, type Incumbent } from "./incumbent.ts";
import { polish } from "./polish.ts";
import { createPopulation, extremeOf, keepSchedule, type Population } from "./population.ts";
import { priorityRules } from "./priorities.ts";
import type { Random } from "./random.ts";
import type { Side, Sides } from "./sides.ts";

export interface Limits {
  /** How many schedules may be generated, together with those made before. */
  readonly budget: number;
  /** The search ends with a schedule for which this holds. */
  readonly enough: () => boolean;
}

export interface Search {
  readonly incumbent: Incumbent;
  /** Makes the first plans. */
  begin(known: readonly Int32Array[], limits: Limits): void;
  /** Improves them. */
  evolve(limits: Limits): void;
  /** Lets the best one be less late without a longer makespan. */
  polish(limits: Limits): void;
}

/**
 * The bi-population genetic algorithm of Debels and Vanhoucke (2005): lists of forward schedules have children on the
 * backward side, and theirs on the forward side again, so that every child is justified on its way. Where nothing moves
 * any more, all but what was found begins anew. Sizes and rates were tried on instances of PSPLIB (J30, J90, J120).
 */
export function createSearch(sides: Sides, random: Random): Search {
  const incumbent = createIncumbent(sides);
  const { forward } = sides;
  const { count } = forward.instance;
  const left = once(() => createPopulation(POPULATION_SIZE, count));
  const rules = once(() => priorityRules(forward.instance));
  const sample = createSampler({ sides, incumbent, rules }, random);
  const doneAt =
    ({ budget, enough }: Limits): Done =>
    () =>
      enough() || incumbent.generated() >= budget;

  function restart(done: Done): void {
    for (let at = 0; at < POPULATION_SIZE && !done(); at += 1) {
      const cost = sample(RESTART_SPREAD);
      keepSchedule(forward, sides.backward, left(), { at, cost });
    }
  }

  return {
    incumbent,
    begin: (known, limits) => makeFirstPlans({ sides, incumbent, rules, population: left, sample, done: doneAt(limits) }, known),
    evolve(limits) {
      const done = doneAt(limits);
      if (done()) return;
      const right = createPopulation(POPULATION_SIZE, count);
      const nextBackward = createGeneration({ sides, incumbent, parents: left(), children: right, side: sides.backward }, random);
      const nextForward = createGeneration({ sides, incumbent, parents: right, children: left(), side: forward }, random);
      let best = incumbent.cost();
      for (let still = 0; !done(); still += 2) {
        if (isStale(left(), still, count)) {
          restart(done);
          still = 0;
        }
        nextBackward(done);
        nextForward(done);
        if (incumbent.cost() < best) still = 0;
        best = incumbent.cost();
      }
    },
    polish(limits) {
      incumbent.weighLateness();
      polish(forward, incumbent, random, doneAt(limits));
    },
  };
}

const POPULATION_SIZE = 16;

/** How many individuals compete to be a mother. */
const TOURNAMENT = 4;

/** How many activities of a child change places with the next, on average. */
const MUTATIONS = 4;

/** How far the samples of a new beginning lie from the rules, as a share of the makespan. */
const RESTART_SPREAD = 1;

/** A new beginning helps small projects and costs large ones what they had reached: patience grows with the square of their size. */
const PATIENCE = 1 / 60;

type Done = () => boolean;

interface Generations {
  readonly sides: Sides;
  readonly incumbent: Incumbent;
  readonly parents: Population;
  readonly children: Population;
  /** The children's side. */
  readonly side: Side;
}

/** Too many generations without a better schedule, or some while most individuals are as good as the best. */
function isStale(population: Population, still: number, count: number): boolean {
  if (still < 6) return false;
  if (still >= PATIENCE * count ** 2) return true;
  const least = population.costs[extremeOf(population, 1)];
  return population.costs.reduce((same, cost) => same + (cost === least ? 1 : 0), 0) >= population.size / 2;
}

/** Every parent has one child, which takes its place on the other side unless the best of that side stands there. */
function createGeneration({ sides, incumbent, parents, children, side }: Generations, random: Random): (done: Done) => void {
  const other = side === sides.forward ? sides.backward : sides.forward;
  const cross = createCrossover(side.instance, random);
  const child = new Int32Array(side.instance.count);
  return (done) => {
    let best = extremeOf(children, 1);
    for (let at = 0; at < parents.size && !done(); at += 1) {
      cross(parents, at, pickMother(parents, random), child);
      mutate(side, child, random);
      side.sorter.repair(child);
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
  const { offsets, targets } = instance.links.after;
  const rate = MUTATIONS / list.length;
  for (let at = 0; at + 1 < list.length; at += 1) {
    if (random.fraction() >= rate) continue;
    const one = list[at];
    const two = list[at + 1];
    let waits = false;
    for (let arc = offsets[one]; arc < offsets[one + 1]; arc += 1) waits ||= targets[arc] === two;
    if (waits) continue;
    list[at] = two;
    list[at + 1] = one;
  }
}
