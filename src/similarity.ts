/** A text as its lines: how often each is there. */
export interface Lines {
  /** In bytes. */
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Bytes of any encoding as lines, each with its end. */
export function linesOf(bytes: Uint8Array): Lines {
  const counts = new Map<string, number>();
  // Every byte is one character of Latin-1, so that nothing is lost and lengths stay.
  const text = new TextDecoder("latin1").decode(bytes);
  for (const [line] of text.matchAll(/[^\n]*\n|[^\n]+$/g)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return { length: bytes.length, counts };
}

/** The share of two texts that they have in common, by lines and weighted by their bytes: 0 to 1, and 1 for two empty ones. */
export function similarity(one: Lines, other: Lines): number {
  const sum = one.length + other.length;
  if (sum === 0) return 1;
  let shared = 0;
  for (const [line, count] of other.counts) shared += Math.min(count, one.counts.get(line) ?? 0) * line.length;
  return (2 * shared) / sum;
}
