import { once, onceEach } from "../once.ts";
import type { Incumbent } from "./incumbent.ts";
import { createPopulation, extremeOf, keepSchedule, type Population } from "./population.ts";
import { listByPriority, priorityRules } from "./priorities.ts";
import type { Random } from "./random.ts";
import type { Sides } from "./sides.ts";

/** What a search begins with. */
export interface Beginning {
  readonly sides: Sides;
  readonly incumbent: Incumbent;
  /** What the priority rules think of the activities of the forward side. */
  readonly rules: () => readonly Float64Array[];
  /** Forward schedules, which are lists for the backward side. */
  readonly population: () => Population;
  /** Generates one schedule at random. */
  readonly sample: Sample;
  /** Whether nothing more is to be gained, or allowed. */
  readonly done: () => boolean;
}

/** Parallel generation looks at every activity at every event: beyond so many it takes too long. */
const MOST_PARALLEL = 2000;

/** How far a sampled priority may lie from the rule's own, as a share of the makespan. */
const SAMPLE_SPREAD = 0.3;

/**
 * Fills the population: with known schedules, with those of priority rules, forward and backward, serial and parallel,
 * each improved by justification, that is pushed to the right and back to the left (Valls, Ballestín and Quintanilla,
 * 2005), and with samples around the rules.
 */
export function makeFirstPlans({ sides, incumbent, rules, population, sample, done }: Beginning, known: readonly Int32Array[]): void {
  const { forward } = sides;
  const scratch = once(() => createPopulation(1, forward.instance.count));
  let filled = 0;

  function keep(cost: number): void {
    const { size, costs } = population();
    const at = filled < size ? filled : extremeOf(population(), -1);
    if (filled < size) filled += 1;
    else if (cost >= costs[at]) return;
    keepSchedule(forward, sides.backward, population(), { at, cost });
  }
  function turnForward(): number {
    keepSchedule(sides.backward, forward, scratch(), { at: 0, cost: 0 });
    return incumbent.generate(forward, scratch().lists[0]);
  }
  function justify(cost: number): void {
    if (done()) return;
    keepSchedule(forward, sides.backward, scratch(), { at: 0, cost });
    incumbent.generate(sides.backward, scratch().lists[0]);
    if (!done()) keep(turnForward());
  }

  for (const times of known) {
    if (done()) return;
    const cost = incumbent.adopt(times) ?? incumbent.generate(forward, listByPriority(forward.instance, Float64Array.from(times)));
    justify(cost);
  }
  const ahead = onceEach((rule) => listByPriority(forward.instance, rules()[rule]));
  const behind = once(() => {
    const { instance } = sides.backward;
    return priorityRules(instance).map((priorities) => listByPriority(instance, priorities));
  });
  const schemes = forward.instance.count > MOST_PARALLEL ? [incumbent.generate] : [incumbent.generate, incumbent.generateParallel];
  for (const generate of schemes) {
    for (let rule = 0; rule < rules().length; rule += 1) {
      if (done()) return;
      justify(generate(forward, ahead(rule)));
    }
    for (const each of done() ? [] : behind()) {
      if (done()) return;
      generate(sides.backward, each);
      if (!done()) justify(turnForward());
    }
  }
  while (!done() && filled < population().size) keep(sample(SAMPLE_SPREAD));
}

/** Generates a forward schedule around one of the first two rules; gives its cost. */
export type Sample = (spread: number) => number;

export function createSampler({ sides, incumbent, rules }: Pick<Beginning, "sides" | "incumbent" | "rules">, random: Random): Sample {
  const { forward } = sides;
  return (spread) => {
    const width = spread * incumbent.makespan();
    const priorities = rules()[random.below(2)].map((priority) => priority + (random.fraction() - 0.5) * width);
    return incumbent.generate(forward, listByPriority(forward.instance, priorities));
  };
}
