import { HOUR_TOLERANCE } from "../../model.ts";
import { REMEDY_KINDS, type Remedy } from "./remedies.ts";

/** As much of a set of changes as says how good and how dear it is. */
export interface Ranked {
  readonly remedies: readonly Remedy[];
  /** What should be small, the most important first: the end, and by how much all tasks together come after the window. */
  readonly score: Score;
}

export type Score = readonly [finish: number, lateness: number];

/** What ends earlier first, then what is cheaper. */
export function byScore(one: Ranked, other: Ranked): number {
  return compareScores(one.score, other.score) || byCost(one, other);
}

export function compareScores(score: Score, other: Score): number {
  const differing = score.findIndex((value, at) => Math.abs(value - other[at]) > HOUR_TOLERANCE);
  return differing === -1 ? 0 : score[differing] - other[differing];
}

/** Fewer changes first, then cheaper kinds, then fewer hours. */
export function byCost(one: Ranked, other: Ranked): number {
  return changesOf(one) - changesOf(other) || kindsOf(one) - kindsOf(other) || hoursOf(one.remedies) - hoursOf(other.remedies);
}

export function changesOf({ remedies }: Ranked): number {
  return remedies.reduce((sum, { words }) => sum + words.length, 0);
}

function kindsOf({ remedies }: Ranked): number {
  return remedies.reduce((sum, { kind, words }) => sum + words.length * REMEDY_KINDS.indexOf(kind), 0);
}

export function hoursOf(remedies: readonly Remedy[]): number {
  return remedies.reduce((sum, { hours }) => sum + hours, 0);
}
