import type { BlockContent } from "mdast";
import { fenceAt } from "./fence.ts";
import type { Area, Found } from "./found.ts";
import { headingAt } from "./heading.ts";
import { behindBlanks, positionIn } from "./lines.ts";
import { listAt } from "./list.ts";
import { paragraphAt } from "./paragraph.ts";
import { quoteAt } from "./quote.ts";
import { startAt } from "./starts.ts";
import { tableAt } from "./table.ts";

/** The blocks of a container in order; nothing where one of them is not plain. */
export function blocksIn(area: Area): readonly BlockContent[] | undefined {
  if (area.depth > DEEPEST) return undefined;
  const { lines } = area;
  const blocks: BlockContent[] = [];
  let line = area.from;
  while (line < area.to) {
    const start = behindBlanks(lines.text, lines.at[line]);
    if (start >= lines.ends[line]) {
      line += 1;
      continue;
    }
    const found = blockAt({ ...area, from: line }, start);
    if (found === undefined) return undefined;
    blocks.push(found.node);
    line = found.next;
  }
  return blocks;
}

function blockAt(area: Area, start: number): Found | undefined {
  const { lines, from } = area;
  if (lines.boxes.has(from)) return paragraphAt(area, lines.at[from]);
  if (lines.lazy.has(from) || start - lines.at[from] > DEEPEST_BLANKS) return undefined;
  const end = lines.ends[from];
  switch (startAt(lines.text, start, end)) {
    case "heading":
      return headingAt(area, start);
    case "fence":
      return fenceAt(area, start);
    case "rule":
      return { node: { type: "thematicBreak", position: positionIn(lines, from, start, end) }, next: from + 1 };
    case "comment":
      return commentAt(area);
    case "item":
      return listAt(area, start, blocksIn);
    case "quote":
      return quoteAt(area, start, blocksIn);
    case "text":
      return tableAt(area, start) ?? paragraphAt(area, start);
    default:
      return undefined;
  }
}

/** A comment that is alone in its lines; the blanks before it belong to it. */
function commentAt({ lines, from }: Area): Found | undefined {
  const value = lines.text.slice(lines.at[from], lines.ends[from]);
  if (value.endsWith(" ")) return undefined;
  return { node: { type: "html", value, position: positionIn(lines, from, lines.at[from], lines.ends[from]) }, next: from + 1 };
}

/** Deeper plans are none; the limit keeps hostile ones off the stack. */
const DEEPEST = 20;

/** One more makes code. */
const DEEPEST_BLANKS = 3;
