import type { Random } from "../../schedule/random.ts";
import { HIGHEST_SCORE, quantileAt, quantileTable, STEPS, STEPS_PER_SCORE } from "./distribution.ts";
import type { Assumptions, Spread } from "./spreads.ts";

/** Draws durations of tasks that err together as far as one shared factor goes (a Gaussian copula). */
export interface Sampler {
  /** The tasks whose durations vary, by index. */
  readonly varying: Int32Array;
  /** Overwrites the durations of those tasks, in hours. */
  draw(durations: Float64Array): void;
  /** What a varying task takes at a score, in hours. */
  durationAt(task: number, score: number): number;
}

export function createSampler(spreads: readonly Spread[], assumptions: Assumptions, random: Random): Sampler {
  const { varying, tables, places, least, width } = tabulate(spreads, assumptions);
  const normal = createNormal(random);
  const shared = Math.sqrt(assumptions.correlation);
  const own = Math.sqrt(1 - assumptions.correlation);
  const lastPlace = STEPS - 1e-9;
  const draw = (durations: Float64Array): void => {
    const factor = shared * normal();
    for (const task of varying) {
      const score = factor + own * normal();
      const place = Math.min(Math.max((score + HIGHEST_SCORE) * STEPS_PER_SCORE, 0), lastPlace);
      const below = Math.floor(place);
      const entry = places[task] + below;
      const quantile = tables[entry] + (place - below) * (tables[entry + 1] - tables[entry]);
      durations[task] = Math.max(0, least[task] + width[task] * quantile);
    }
  };
  const tableOf = (task: number) => tables.subarray(places[task], places[task] + STEPS + 1);
  return { varying, draw, durationAt: (task, score) => Math.max(0, least[task] + width[task] * quantileAt(tableOf(task), score)) };
}

interface Tables {
  readonly varying: Int32Array;
  /** One table for each mode, behind each other. */
  readonly tables: Float64Array;
  /** Where a task's table begins. */
  readonly places: Int32Array;
  readonly least: Float64Array;
  readonly width: Float64Array;
}

function tabulate(spreads: readonly Spread[], { distribution }: Assumptions): Tables {
  const varying = spreads.flatMap(({ least, most }, task) => (most > least ? [task] : []));
  const modes = [...new Set(varying.map((task) => tableMode(spreads[task])))];
  const size = STEPS + 1;
  const tables = new Float64Array(modes.length * size);
  for (const [index, mode] of modes.entries()) tables.set(quantileTable(distribution, mode), index * size);
  const indexes = new Map(modes.map((mode, index) => [mode, index]));
  return {
    varying: Int32Array.from(varying),
    tables,
    places: Int32Array.from(spreads, (spread) => (indexes.get(tableMode(spread)) ?? 0) * size),
    least: Float64Array.from(spreads, ({ least }) => least),
    width: Float64Array.from(spreads, ({ least, most }) => most - least),
  };
}

/** Three points can have any mode: a thousand tables are enough for all of them. */
function tableMode({ mode }: Spread): number {
  return Math.round(mode * 1000) / 1000;
}

/** Numbers of the standard normal distribution by the polar method (Marsaglia, 1964), two at a time. */
function createNormal(random: Random): () => number {
  let spare = 0;
  let spared = false;
  return () => {
    spared = !spared;
    if (!spared) return spare;
    for (;;) {
      const one = 2 * random.fraction() - 1;
      const other = 2 * random.fraction() - 1;
      const square = one * one + other * other;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = other * scale;
      return one * scale;
    }
  };
}
