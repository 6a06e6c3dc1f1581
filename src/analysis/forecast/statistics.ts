import { HOUR_TOLERANCE } from "../../model.ts";
import { exactHours } from "../effort.ts";

/** When something is over, in hours from the start of the plan. */
export interface Outlook {
  /** If every task takes what is estimated. */
  readonly estimated: number;
  readonly mean: number;
  /** Over by then in so many of a hundred runs. */
  readonly percentiles: Percentiles;
  /** Undefined where the plan does not say when it should be over. */
  readonly due: number | undefined;
  /** The share of runs in which it is over when it is due. */
  readonly onTime: number | undefined;
}

export type Percentiles = Readonly<Record<"p10" | "p50" | "p80" | "p90" | "p95", number>>;

/** Part of a histogram: how many runs end from `from` up to, not including, `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Percentiles by the nearest rank. `ends` has at least one run, in any order. */
export function outlookOf(ends: Float64Array, estimated: number, due: number | undefined): Outlook {
  const sorted = ends.slice().sort();
  const at = (percent: number) => roundHours(sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]);
  return {
    estimated: roundHours(estimated),
    mean: roundHours(sorted.reduce((sum, end) => sum + end, 0) / sorted.length),
    percentiles: { p10: at(10), p50: at(50), p80: at(80), p90: at(90), p95: at(95) },
    due,
    onTime: due === undefined ? undefined : shareUpTo(sorted, due),
  };
}

/** The share of runs that end by an hour. */
export function shareUpTo(ends: Float64Array, hour: number): number {
  return ends.reduce((count, end) => count + (end < hour + HOUR_TOLERANCE ? 1 : 0), 0) / ends.length;
}

/** Exact where only a rounding error keeps hours from being so, else to a thousandth. */
export function roundHours(hours: number): number {
  const exact = exactHours(hours);
  return Math.abs(exact * 360 - Math.round(exact * 360)) < HOUR_TOLERANCE ? exact : Math.round(exact * 1000) / 1000;
}

/** At most `most` bins of one width, which is one of `widths` or a doubling of their last. */
export function histogramOf(ends: Float64Array, widths: readonly number[], most: number): readonly Bin[] {
  let least = Number.POSITIVE_INFINITY;
  let latest = 0;
  for (const end of ends) {
    least = Math.min(least, end);
    latest = Math.max(latest, end);
  }
  const binsOf = (width: number) => Math.floor(latest / width) - Math.floor(least / width) + 1;
  let width = widths.find((each) => binsOf(each) <= most) ?? widths[widths.length - 1];
  while (binsOf(width) > most) width *= 2;
  const first = Math.floor(least / width);
  const counts = new Uint32Array(binsOf(width));
  for (const end of ends) counts[Math.floor(end / width) - first] += 1;
  return Array.from(counts, (count, bin) => ({ from: (first + bin) * width, to: (first + bin + 1) * width, count }));
}

/** How far two series rise and fall together (Spearman's rank correlation, 1904): from -1 to 1, 0 where one is constant. */
export function rankCorrelation(one: Float64Array, otherRanks: Float64Array): number {
  const ranks = ranksOf(one);
  const middle = (ranks.length + 1) / 2;
  let together = 0;
  let alone = 0;
  let otherAlone = 0;
  for (let run = 0; run < ranks.length; run += 1) {
    const distance = ranks[run] - middle;
    const otherDistance = otherRanks[run] - middle;
    together += distance * otherDistance;
    alone += distance * distance;
    otherAlone += otherDistance * otherDistance;
  }
  return alone === 0 || otherAlone === 0 ? 0 : together / Math.sqrt(alone * otherAlone);
}

/** The place of every value in order, from 1 on; equal values share the mean of their places. */
export function ranksOf(values: Float64Array): Float64Array {
  // Numbers alone are sorted several times as fast as by a comparison of ours.
  const sorted = values.slice().sort();
  const ranks = new Map<number, number>();
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    ranks.set(sorted[start], (start + end + 1) / 2);
    start = end;
  }
  return values.map((value) => ranks.get(value) ?? 0);
}
