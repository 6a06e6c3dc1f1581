import { distance } from "fastest-levenshtein";

/**
 * The candidate that a mistyped word most likely means: one that differs in case or punctuation only, else the nearest
 * by edit distance (Levenshtein, 1966), two swapped letters counted as one step, at most two and at most a third of the
 * word's length away; the first of equals.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates)[0];
}

/** All candidates that are as near to the word as the one that `suggest` gives, in their order; none where it gives none. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = fold(word);
  const farthest = Math.min(2, Math.floor(word.length / 3));
  const same: string[] = [];
  let near: string[] = [];
  let least = farthest;
  for (const candidate of candidates) {
    if (wanted !== "" && fold(candidate) === wanted) same.push(candidate);
    if (same.length > 0 || Math.abs(candidate.length - word.length) > least) continue;
    const steps = isSwap(word, candidate) ? 1 : distance(word, candidate);
    if (steps < least) near = [];
    if (steps <= least) near.push(candidate);
    least = Math.min(least, steps);
  }
  return same.length > 0 ? same : near;
}

/** ``, did you mean `x`?`` to put behind a message, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = suggest(word, candidates);
  return candidate === undefined ? "" : `, did you mean \`${candidate}\`?`;
}

/** How alike two texts are, from 0 to 1: one less the edit distance as a share of the longer one; long texts by their beginnings. */
export function likeness(first: string, second: string): number {
  const [one, other] = [first.slice(0, COMPARED), second.slice(0, COMPARED)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - distance(one, other) / longest;
}

const COMPARED = 200;

function fold(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isSwap(word: string, candidate: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
  const swapped = word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2);
  return at >= 0 && swapped === candidate;
}
