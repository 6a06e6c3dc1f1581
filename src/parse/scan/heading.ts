import type { Area, Found } from "./found.ts";
import { phrasing } from "./inline.ts";
import { beforeBlanks, behindBlanks, positionIn } from "./lines.ts";

/** A heading behind number signs. */
export function headingAt({ lines, from }: Area, start: number): Found | undefined {
  const { text } = lines;
  let depth = 1;
  while (text.charCodeAt(start + depth) === NUMBER_SIGN) depth += 1;
  const first = behindBlanks(text, start + depth);
  const last = beforeBlanks(text, first, lines.ends[from]);
  let end = last;
  while (end > first && text.charCodeAt(end - 1) === NUMBER_SIGN) end -= 1;
  // Number signs right behind a word belong to it.
  if (end > first && end < last && text.charCodeAt(end - 1) !== BLANK) end = last;
  end = beforeBlanks(text, first, end);
  const children = end > first ? phrasing(lines, [{ line: from, start: first, end }]) : [];
  if (children === undefined || !isDepth(depth)) return undefined;
  return { node: { type: "heading", depth, children, position: positionIn(lines, from, start, lines.ends[from]) }, next: from + 1 };
}

function isDepth(depth: number): depth is 1 | 2 | 3 | 4 | 5 | 6 {
  return depth <= 6;
}

const NUMBER_SIGN = 35;
const BLANK = 32;
