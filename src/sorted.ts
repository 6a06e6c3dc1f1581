/** How many of the things, which stand in ascending order of some number, have a lower one than the bound. */
export function countBelow<Thing>(sorted: readonly Thing[], bound: number, numberOf: (thing: Thing) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(sorted[middle]) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
