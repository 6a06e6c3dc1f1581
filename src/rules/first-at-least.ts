/** Finds the first place from `from` up to, not including, `to` whose number is at least as great as a bound; undefined where none is. */
export type FindAtLeast = (bound: number, from: number, to: number) => number | undefined;

/** Prepares numbers so that a search takes steps in the logarithm of their count: each node of a tree knows the greatest below it. */
export function findAtLeastIn(numbers: readonly number[]): FindAtLeast {
  let size = 1;
  while (size < numbers.length) size *= 2;
  const greatest = new Float64Array(2 * size).fill(Number.NEGATIVE_INFINITY);
  greatest.set(numbers, size);
  for (let node = size - 1; node > 0; node -= 1) greatest[node] = Math.max(greatest[2 * node], greatest[2 * node + 1]);
  return (bound, from, to) => {
    let node = from + size;
    if (from >= to) return undefined;
    // Up and to the right until a part holds such a number, then down to its first one.
    while (greatest[node] < bound) {
      while (node % 2 === 1) node = (node - 1) / 2;
      if (node === 0) return undefined;
      node += 1;
    }
    while (node < size) node = greatest[2 * node] >= bound ? 2 * node : 2 * node + 1;
    return node - size < to ? node - size : undefined;
  };
}
