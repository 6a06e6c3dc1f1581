import type { BlockContent, ListItem } from "mdast";
import type { Area, BlockReader, Found } from "./found.ts";
import { behindBlanks, isBlank, type Lines, pointAt } from "./lines.ts";
import { beginsPlainly, type Mark, markAt, startAt } from "./starts.ts";

/** A list, its first mark at `start`; nothing where an item is empty, begins with code, or holds something that is not plain. */
export function listAt(area: Area, start: number, read: BlockReader): Found | undefined {
  const { lines } = area;
  const first = markAt(lines.text, start);
  if (first === undefined) return undefined;
  const items: ListItem[] = [];
  let spread = false;
  let line = area.from;
  let next: Sibling | undefined = { mark: first, start };
  let last = line;
  while (next !== undefined) {
    const behind = itemEnd({ ...area, from: line }, next);
    if (behind === undefined) return undefined;
    last = behind - 1;
    while (isBlank(lines, last)) last -= 1;
    const item = itemIn({ ...area, from: line, to: last + 1 }, next, read);
    if (item === undefined) return undefined;
    items.push(item);
    line = behind;
    next = line < area.to ? siblingAt(lines, line, first) : undefined;
    if (next !== undefined && line > last + 1) spread = true;
  }
  if (area.quoteEnd !== undefined && (line < area.quoteEnd || line > last + 1)) return undefined;
  const position = { start: pointAt(lines, area.from, start), end: pointAt(lines, last, lines.ends[last]) };
  const ordered = first.number !== undefined;
  return { node: { type: "list", ordered, start: first.number ?? null, spread, children: items, position }, next: line };
}

interface Sibling {
  readonly mark: Mark;
  readonly start: number;
}

/** The next item of the list, if the line begins with one. */
function siblingAt(lines: Lines, line: number, first: Mark): Sibling | undefined {
  const start = behindBlanks(lines.text, lines.at[line]);
  if (start - lines.at[line] > 3 || lines.lazy.has(line)) return undefined;
  if (startAt(lines.text, start, lines.ends[line]) !== "item") return undefined;
  const mark = markAt(lines.text, start);
  if (mark === undefined || mark.sign !== first.sign) return undefined;
  return { mark, start };
}

/** Takes the item's indentation from all of its lines; gives the line behind the last one. */
function itemEnd({ lines, from, to }: Area, { mark, start }: Sibling): number | undefined {
  const { text, at, ends } = lines;
  const content = start + mark.length + mark.blanks;
  if (content >= ends[from] || mark.blanks > 4) return undefined;
  if (!beginsPlainly(text, content, ends[from])) return undefined;
  const width = content - at[from];
  at[from] = content;
  let blank = false;
  for (let line = from + 1; line < to; line += 1) {
    if (lines.lazy.has(line)) continue;
    const first = behindBlanks(text, at[line]);
    if (first >= ends[line]) {
      blank = true;
      at[line] = Math.min(at[line] + width, ends[line]);
    } else if (first - at[line] >= width) {
      blank = false;
      at[line] += width;
    } else {
      if (blank || siblingAt(lines, line, mark) !== undefined) return line;
      const kind = startAt(text, first, ends[line]);
      if (kind === undefined) return undefined;
      if (kind !== "text") return line;
      if (first - at[line] > 3) return undefined;
      lines.lazy.add(line);
    }
  }
  return to;
}

function itemIn(area: Area, { start }: Sibling, read: BlockReader): ListItem | undefined {
  const { lines, from, to } = area;
  const { text, at } = lines;
  HALF_A_BOX.lastIndex = at[from];
  if (HALF_A_BOX.test(text)) return undefined;
  BOX.lastIndex = at[from];
  const box = BOX.exec(text)?.[0];
  if (box !== undefined) {
    lines.boxes.set(from, at[from]);
    at[from] += BOX_LENGTH;
  }
  const children = read({ ...area, depth: area.depth + 1 });
  if (children === undefined) return undefined;
  const position = { start: pointAt(lines, from, start), end: pointAt(lines, to - 1, lines.ends[to - 1]) };
  const checked = box === undefined ? null : box[1] !== " ";
  return { type: "listItem", spread: isSpread(children), checked, children: [...children], position };
}

/** Whether an empty line stands between two blocks. */
function isSpread(blocks: readonly BlockContent[]): boolean {
  return blocks.some((block, index) => index > 0 && lineOf(block, "start") - lineOf(blocks[index - 1], "end") > 1);
}

function lineOf(block: BlockContent, side: "start" | "end"): number {
  return block.position?.[side].line ?? 0;
}

/** A task's box, with something behind it on its line. */
const BOX = /\[[ xX]\] +[^ \r\n]/y;

/** A box with nothing behind it, or its beginning; what follows in the next line may make a task of it. */
const HALF_A_BOX = /\[(?:[ xX]\])? *(?![^\r\n])/y;

/** The box, and the one blank behind it that belongs to it. */
const BOX_LENGTH = 4;
