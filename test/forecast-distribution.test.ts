import { describe, expect, test } from "vitest";
import { type Distribution, quantileAt, quantileTable, SCORE_OF_P90 } from "../src/analysis/forecast/distribution.ts";
import { createSampler } from "../src/analysis/forecast/draws.ts";
import { histogramOf, outlookOf, rankCorrelation, ranksOf } from "../src/analysis/forecast/statistics.ts";
import { createRandom } from "../src/schedule/random.ts";

/** Scores of the standard normal distribution with the share below them, from a table. */
const SHARES = [
  [-3.0902323062, 0.001],
  [-SCORE_OF_P90, 0.1],
  [-0.6744897502, 0.25],
  [0, 0.5],
  [0.8416212336, 0.8],
  [SCORE_OF_P90, 0.9],
  [1.644853627, 0.95],
  [3.0902323062, 0.999],
] as const;

/** What share of a distribution lies below a quantile, where that has a closed form. */
const FORMS: readonly (readonly [string, Distribution, number, (quantile: number) => number])[] = [
  ["a symmetric triangle", "triangular", 0.5, (x) => (x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x))],
  ["a rising triangle", "triangular", 1, (x) => x * x],
  ["a falling triangle", "triangular", 0, (x) => 1 - (1 - x) ** 2],
  ["a triangle with its mode at 0.25", "triangular", 0.25, (x) => (x < 0.25 ? 4 * x * x : 1 - (4 / 3) * (1 - x) ** 2)],
  ["a symmetric PERT distribution, beta(3, 3)", "pert", 0.5, (x) => 10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5],
  ["a falling PERT distribution, beta(1, 5)", "pert", 0, (x) => 1 - (1 - x) ** 5],
  ["a PERT distribution with its mode at 0.25, beta(2, 4)", "pert", 0.25, (x) => 1 - (1 - x) ** 4 * (1 + 4 * x)],
];

describe.each(FORMS)("%s", (_name, distribution, mode, shareBelow) => {
  const table = quantileTable(distribution, mode);

  test.each(SHARES)("at score %d has %d below", (score, share) => {
    expect(shareBelow(quantileAt(table, score))).toBeCloseTo(share, 5);
  });

  test("only ever rises", () => {
    expect(table.every((quantile, at) => at === 0 || quantile >= table[at - 1])).toBe(true);
  });
});

describe("draws", () => {
  const spread = { low: [0.85, 1.25], medium: [0.8, 1.6], high: [0.75, 2.5] } satisfies Record<string, [number, number]>;
  const draws = (distribution: Distribution, correlation: number) => {
    const spreads = [
      { least: 4, most: 16, mode: 0.25 },
      { least: 10, most: 10, mode: 0.5 },
      { least: 2, most: 3, mode: 0.5 },
    ];
    const sampler = createSampler(spreads, { distribution, correlation, spread }, createRandom(7));
    const durations = new Float64Array([7, 10, 2.5]);
    const columns = spreads.map(() => new Float64Array(20_000));
    for (let run = 0; run < 20_000; run += 1) {
      sampler.draw(durations);
      for (const [task, column] of columns.entries()) column[run] = durations[task];
    }
    return columns;
  };
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test("have the mean of their distribution", () => {
    expect(mean(draws("pert", 0.3)[0])).toBeCloseTo((4 + 4 * 7 + 16) / 6, 1);
    expect(mean(draws("triangular", 0.3)[0])).toBeCloseTo((4 + 7 + 16) / 3, 1);
  });

  test("leave alone what is certain", () => {
    expect(new Set(draws("pert", 0.3)[1])).toEqual(new Set([10]));
  });

  test.each([
    [0, -0.03, 0.03],
    [0.3, 0.25, 0.33],
    [1, 0.999999, 1],
  ])("with weight %d of the common factor move together by %d to %d", (correlation, least, most) => {
    const [first, , third] = draws("pert", correlation);
    const together = rankCorrelation(first, ranksOf(third));
    expect(together).toBeGreaterThanOrEqual(least);
    expect(together).toBeLessThanOrEqual(most);
  });
});

describe("statistics", () => {
  test("percentiles are of the nearest rank", () => {
    const ends = Float64Array.from({ length: 10 }, (_unused, index) => 100 - 10 * index);
    expect(outlookOf(ends, 50, 45)).toEqual({
      estimated: 50,
      mean: 55,
      percentiles: { p10: 10, p50: 50, p80: 80, p90: 90, p95: 100 },
      due: 45,
      onTime: 0.4,
    });
  });

  test("equal values share their ranks", () => {
    expect([...ranksOf(new Float64Array([3, 1, 3, 2]))]).toEqual([3.5, 1, 3.5, 2]);
  });

  test("a histogram has all runs in bins of a round width", () => {
    const bins = histogramOf(new Float64Array([10, 11.9, 12, 55]), [1, 4, 8], 6);
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [8, 16, 3],
      [16, 24, 0],
      [24, 32, 0],
      [32, 40, 0],
      [40, 48, 0],
      [48, 56, 1],
    ]);
    expect(histogramOf(new Float64Array([5, 1000]), [1, 4], 4)).toHaveLength(4);
    expect(histogramOf(new Float64Array([0, 0]), [1, 4], 4)).toEqual([{ from: 0, to: 1, count: 2 }]);
  });
});
