import { Chalk } from "chalk";
import type { Tone } from "../commands/outcome.ts";

/** How each tone is written on a terminal of 16, 256 or all colours. */
export function inksOf(level: 1 | 2 | 3): Readonly<Record<Tone, (text: string) => string>> {
  const { green, yellow, red, dim, bold, cyan } = new Chalk({ level });
  return { good: green, warn: yellow, bad: red, muted: dim, strong: bold, code: cyan };
}
