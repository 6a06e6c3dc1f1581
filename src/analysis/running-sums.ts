/** At each place the sum of all values before it, and at the end the sum of all: so that any run is summed at once. */
export function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at += 1) sums[at + 1] = sums[at] + values[at];
  return sums;
}
