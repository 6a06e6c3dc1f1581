import type { Area, BlockReader, Found } from "./found.ts";
import { behindBlanks, isBlank, pointAt } from "./lines.ts";
import { beginsPlainly, startAt } from "./starts.ts";

/** A quote, from its first line on to the first that neither has the mark nor goes on with a paragraph. */
export function quoteAt({ lines, from, to, depth, quoteEnd }: Area, start: number, read: BlockReader): Found | undefined {
  const { text, at, ends } = lines;
  let line = from;
  while (line < to) {
    const first = behindBlanks(text, at[line]);
    if (lines.lazy.has(line)) {
      line += 1;
      continue;
    }
    if (first >= ends[line]) break;
    const marked = text.charCodeAt(first) === QUOTE && first - at[line] <= 3;
    if (marked) at[line] = text.charCodeAt(first + 1) === BLANK && first + 1 < ends[line] ? first + 2 : first + 1;
    else {
      const kind = startAt(text, first, ends[line]);
      if (kind === undefined) return undefined;
      if (isBlank(lines, line - 1) || kind !== "text") break;
      if (first - at[line] > 3) return undefined;
      lines.lazy.add(line);
    }
    line += 1;
  }
  if (quoteEnd !== undefined && line < quoteEnd) return undefined;
  if (!beginsPlainly(text, behindBlanks(text, at[from]), ends[from])) return undefined;
  const children = read({ lines, from, to: line, depth: depth + 1, quoteEnd: line });
  if (children === undefined) return undefined;
  const position = { start: pointAt(lines, from, start), end: pointAt(lines, line - 1, ends[line - 1]) };
  return { node: { type: "blockquote", children: [...children], position }, next: line };
}

const QUOTE = 62;
const BLANK = 32;
