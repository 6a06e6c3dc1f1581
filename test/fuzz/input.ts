import { isDeepStrictEqual } from "node:util";
import { decodeSource, type Source } from "../../src/source.ts";

/** The text that bytes are; undefined where they are none, or more than is worth trying. */
export function sourceOf(bytes: Uint8Array): Source | undefined {
  if (bytes.length > LONGEST) return undefined;
  const decoded = decodeSource("plan.md", bytes);
  return decoded.kind === "refused" ? undefined : decoded.source;
}

/** Throws where two values that must be the same are not. */
export function same(what: string, one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) throw new Error(`${what} differs`);
}

const LONGEST = 4000;
