/** The share of two texts that they have in common, by lines and weighted by their bytes: 0 to 1, and 1 for two empty ones. */
export function similarity(one: Uint8Array, other: Uint8Array): number {
  const sum = one.length + other.length;
  if (sum === 0) return 1;
  // The longer text's surplus is in common with nothing.
  if ((2 * Math.min(one.length, other.length)) / sum < ALIKE) return 0;
  const left = linesOf(one);
  let shared = 0;
  for (const [line, count] of linesOf(other)) shared += Math.min(count, left.get(line) ?? 0) * line.length;
  return (2 * shared) / sum;
}

/** From here on two files are taken for one that was renamed, as git has it. */
export const ALIKE = 0.5;

/** How often each line is there, with its end; bytes as Latin-1, so that nothing is lost. */
function linesOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const text = new TextDecoder("latin1").decode(bytes);
  for (const [line] of text.matchAll(/[^\n]*\n|[^\n]+$/g)) lines.set(line, (lines.get(line) ?? 0) + 1);
  return lines;
}
