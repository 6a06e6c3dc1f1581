import { editDistance } from "./edit-distance.ts";

/**
 * The candidate that a mistyped word most likely means: one that differs in case or punctuation only, else the nearest
 * by edit distance (Levenshtein, 1966), two swapped letters counted as one step, at most two and at most a third of the
 * word's length away; the first of equals.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestAmong(candidates)(word)[0];
}

/**
 * All candidates that are as near to a word as the one that `suggest` gives, in their order; none where it gives none. The
 * candidates are prepared once, when the first word comes.
 */
export function nearestAmong(candidates: Iterable<string>): (word: string) => readonly string[] {
  let prepared: Candidates | undefined;
  return (word) => {
    prepared ??= prepare(candidates);
    const wanted = fold(word);
    return (wanted === "" ? undefined : prepared.folded.get(wanted)) ?? leastEdited(word, prepared.all);
  };
}

interface Candidates {
  readonly all: readonly string[];
  readonly folded: ReadonlyMap<string, readonly string[]>;
}

function prepare(candidates: Iterable<string>): Candidates {
  const all = [...candidates];
  const folded = new Map<string, string[]>();
  for (const candidate of all) {
    const key = fold(candidate);
    const same = folded.get(key);
    if (same === undefined) folded.set(key, [candidate]);
    else same.push(candidate);
  }
  return { all, folded };
}

function leastEdited(word: string, candidates: readonly string[]): readonly string[] {
  let near: string[] = [];
  let least = Math.min(2, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const steps = isSwap(word, candidate) ? 1 : editDistance(word, candidate);
    if (steps < least) near = [];
    if (steps <= least) near.push(candidate);
    least = Math.min(least, steps);
  }
  return near;
}

/** ``, did you mean `x`?`` to put behind a message, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  return didYouMeanAmong(candidates)(word);
}

/** The same for many words. */
export function didYouMeanAmong(candidates: Iterable<string>): (word: string) => string {
  const nearestTo = nearestAmong(candidates);
  return (word) => {
    const [candidate] = nearestTo(word);
    return candidate === undefined ? "" : `, did you mean \`${candidate}\`?`;
  };
}

/** How alike two texts are, from 0 to 1: one less the edit distance as a share of the longer one; long texts by their beginnings. */
export function likeness(first: string, second: string): number {
  const [one, other] = [first.slice(0, COMPARED), second.slice(0, COMPARED)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - editDistance(one, other) / longest;
}

const COMPARED = 200;

function fold(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
  const swapped = word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2);
  return at >= 0 && swapped === candidate;
}
