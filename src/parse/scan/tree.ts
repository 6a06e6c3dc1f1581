import type { Root } from "mdast";
import { blocksIn } from "./blocks.ts";
import { linesOf, pointAt } from "./lines.ts";

/**
 * The tree that remark makes of a text, places and all, for texts that use nothing but the plain marks of Markdown;
 * nothing at the first thing that is not certain to be plain.
 */
export function scanTree(text: string): Root | undefined {
  const lines = linesOf(text);
  if (lines === undefined) return undefined;
  const children = blocksIn({ lines, from: 0, to: lines.ends.length, depth: 0, quoteEnd: undefined });
  if (children === undefined) return undefined;
  const end = pointAt(lines, lines.ends.length - 1, text.length);
  return { type: "root", children: [...children], position: { start: { line: 1, column: 1, offset: 0 }, end } };
}
