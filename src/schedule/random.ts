import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of numbers that looks random and is the same for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const fraction = () => (generator.next() >>> 0) / 0x1_0000_0000;
  return { fraction, below: (end) => Math.floor(fraction() * end) };
}
