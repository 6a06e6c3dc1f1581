import type { Source } from "../source.ts";

export interface Line {
  /** From zero. */
  readonly index: number;
  /** In how many lists and quotes the line may stand. */
  readonly nesting: number;
  readonly isRow: boolean;
  /** What is known to have ended now: lines whose marks are read together. */
  readonly ended: Stretch | undefined;
}

/** Some lines that are read as one, such as a paragraph, and the first one's index. */
export interface Stretch {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that matter to a guard, in order: where something ends, where it is deep, and all rows. */
export function* linesOf({ text, lineStarts }: Source): Generator<Line> {
  const walk: Walk = { text, items: [], quotes: 0, ends: false, fences: "known", fence: undefined, table: undefined };
  for (let index = 0; index < lineStarts.length; index += 1) {
    const start = lineStarts[index];
    const line = lineAt(walk, { index, start, end: beforeBreak(text, start, lineStarts[index + 1] ?? text.length) });
    if (line.isRow || line.ended !== undefined || line.nesting > SHALLOW) yield line;
  }
  if (walk.open !== undefined) yield { index: lineStarts.length - 1, nesting: 0, isRow: false, ended: walk.open };
}

/** What is known of the lines before; in doubt, that more of them are read as one. */
interface Walk {
  readonly text: string;
  /** The lists around, the outermost first. */
  readonly items: Item[];
  /** How many quotes what is open stands in. */
  quotes: number;
  /** The next line begins something new. */
  ends: boolean;
  /** Whether a line of marks of a fence is sure to be one. */
  fences: "known" | "unsure";
  fence?: Fence | undefined;
  /** Up to the next empty line there is nothing but HTML. */
  html?: boolean;
  /** In how many quotes the table stands whose rows these are. */
  table?: number | undefined;
  /** The paragraph, or what else is read as one, that may go on. */
  open?: Stretch | undefined;
  /** The line before, where that may be the header of a table. */
  before?: Stretch | undefined;
}

interface Item {
  /** How far in its own text stands. */
  readonly content: number;
  readonly ordered: boolean;
}

interface Fence {
  readonly marks: string;
  readonly quotes: number;
  readonly content: number;
}

/** Where a line's own text begins, behind blanks and marks. */
interface Start {
  readonly at: number;
  readonly column: number;
  readonly quotes: number;
}

function lineAt(walk: Walk, line: Stretch): Line {
  const { text } = walk;
  const { index, end } = line;
  const first = behindQuotes(text, { at: line.start, column: 0, quotes: 0 });
  const nesting = first.quotes + walk.items.length;
  if (first.at >= end) {
    walk.table = undefined;
    walk.html = false;
    return { index, nesting, isRow: false, ended: close(walk) };
  }
  const covered = walk.html === true || (walk.fence !== undefined && isCovered(walk, walk.fence, first, end));
  if (covered) return { index, nesting: 0, isRow: false, ended: undefined };
  if (walk.table !== undefined) {
    if (isRow(walk, walk.table, first)) return { index, nesting, isRow: true, ended: line };
    walk.table = undefined;
    walk.ends = true;
  }
  const alone = first.column <= reachOf(walk) && matches(ALONE, text, first.at);
  if (alone || first.quotes > walk.quotes) walk.ends = true;
  if (walk.ends && !matches(ITEM, text, first.at)) leave(walk, first.column);
  const start = alone ? first : behindMarks(walk, first);
  const deep = { index, nesting: start.quotes + walk.items.length, isRow: false };
  const ended = walk.ends ? close(walk) : undefined;
  walk.ends = alone;
  walk.quotes = Math.max(walk.quotes, start.quotes);
  if (opensFence(walk, start)) return { ...deep, ended: ended ?? close(walk) };
  return { ...deep, ended: append(walk, { ...line, start: start.at }, start) ?? ended };
}

/** Puts a line to what is open, unless it makes a table of it. */
function append(walk: Walk, line: Stretch, { at, column, quotes }: Start): Stretch | undefined {
  const { text, before, open } = walk;
  if (before !== undefined && column <= reachOf(walk) && isDelimiters(text, before, line)) {
    const ended = close(walk);
    walk.table = quotes;
    return ended;
  }
  if (open === undefined && quotes === 0 && walk.items.length === 0 && matches(HTML_BLOCK, text, at)) {
    walk.html = true;
    return undefined;
  }
  if (!walk.ends && matches(HTML, text, at)) walk.fences = "unsure";
  walk.open = open === undefined ? line : { ...open, end: line.end };
  walk.before = line;
  return undefined;
}

function close(walk: Walk): Stretch | undefined {
  const { open } = walk;
  walk.open = undefined;
  walk.before = undefined;
  walk.ends = true;
  walk.quotes = 0;
  return open;
}

/** Leaves the lists whose text stands further in. */
function leave({ items }: Walk, column: number): void {
  while (items.length > 0 && items[items.length - 1].content > column) items.pop();
}

/** Only a list that is there already goes on, within a paragraph, with a number that is not one. */
function goesOn({ items, ends, open }: Walk, column: number, number: string): boolean {
  return ends || open === undefined || Number(number) === 1 || items.find(({ content }) => content > column)?.ordered === true;
}

/** How far in a mark may stand; further in it is text. */
function reachOf({ items }: Walk): number {
  return (items.at(-1)?.content ?? 0) + 3;
}

/** Goes into the lists and quotes that begin here, one in the other. */
function behindMarks(walk: Walk, first: Start): Start {
  let start = first;
  for (;;) {
    ITEM.lastIndex = start.at;
    const match = start.column <= reachOf(walk) ? ITEM.exec(walk.text) : null;
    if (match === null) return start;
    const ordered = match[1] !== undefined;
    if (ordered && !goesOn(walk, start.column, match[1])) return start;
    const length = match[0].length;
    leave(walk, start.column);
    walk.ends = true;
    walk.items.push({ content: start.column + (match[2].length > 4 ? length - match[2].length + 1 : length), ordered });
    start = behindQuotes(walk.text, { at: start.at + length, column: start.column + length, quotes: start.quotes });
  }
}

/** Behind blanks and marks of quotes. */
function behindQuotes(text: string, { at, column, quotes }: Start): Start {
  const start = { at, column, quotes };
  for (;;) {
    const code = text.charCodeAt(start.at);
    if (code === QUOTE) start.quotes += 1;
    else if (code !== BLANK && code !== TAB) return start;
    start.column += code === TAB ? 4 - (start.column % 4) : 1;
    start.at += 1;
  }
}

function isRow(walk: Walk, quotes: number, { at, column, quotes: own }: Start): boolean {
  const { text } = walk;
  const around = walk.items.at(-1)?.content ?? 0;
  if (own !== quotes || column < around || column > around + 3) return false;
  return text.charCodeAt(at) === PIPE || !(matches(ALONE, text, at) || matches(OTHER_BLOCK, text, at));
}

function opensFence(walk: Walk, { at, column, quotes }: Start): boolean {
  if (walk.fences === "unsure" || column > reachOf(walk)) return false;
  FENCE.lastIndex = at;
  const marks = FENCE.exec(walk.text)?.[0];
  if (marks === undefined) return false;
  walk.fence = { marks, quotes, content: walk.items.at(-1)?.content ?? 0 };
  return true;
}

/** Whether a line stands between fences, or is the last of them. */
function isCovered(walk: Walk, { marks, quotes, content }: Fence, { at, column, quotes: own }: Start, end: number): boolean {
  const left = own < quotes || column < content;
  if (left || (column <= content + 3 && closes(walk.text.slice(at, end), marks))) {
    walk.fence = undefined;
    walk.ends = true;
  }
  return !left;
}

function closes(line: string, marks: string): boolean {
  return line.startsWith(marks) && line.trimEnd() === marks[0].repeat(line.trimEnd().length);
}

function isDelimiters(text: string, header: Stretch, line: Stretch): boolean {
  const code = text.charCodeAt(line.start);
  if (code !== PIPE && code !== HYPHEN && code !== COLON) return false;
  const row = text.slice(line.start, line.end);
  return row.includes("|") && DELIMITERS.test(row) && cellsIn(row) === cellsIn(text.slice(header.start, header.end));
}

function cellsIn(row: string): number {
  const cells = row
    .trim()
    .replace(/\\[\\|]/g, "-")
    .split("|");
  return cells.length - (cells[0] === "" ? 1 : 0) - (cells.at(-1) === "" ? 1 : 0);
}

function beforeBreak(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && (text.charCodeAt(end - 1) === FEED || text.charCodeAt(end - 1) === RETURN)) end -= 1;
  return end;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const SHALLOW = 20;
/** An item with some text, and the number of an ordered one. */
const ITEM = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t]+[^ \t\r\n])([ \t]+)/y;
/** What takes its line and no more: a heading, a comment or a rule. */
const ALONE = /#{1,6}(?=[ \t\r\n])|<!--(?!-?>)[^\r\n]*?-->|([-*_])[ \t]*(?:\1[ \t]*){2,}(?![^\r\n])/y;
const FENCE = /`{3,}(?!`)(?![^\r\n`]*`)|~{3,}/y;
const HTML = /<[A-Za-z/!?]/y;
/** What an empty line ends and nothing else. */
const HTML_BLOCK = /<\/?(?:center|details|div|h[1-6]|ol|p|summary|table|tbody|td|th|thead|tr|ul)(?=[ \t>\r\n])/iy;
const OTHER_BLOCK = /[<`~]|(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n])/y;
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

const TAB = 9;
const FEED = 10;
const RETURN = 13;
const BLANK = 32;
const HYPHEN = 45;
const COLON = 58;
const QUOTE = 62;
const PIPE = 124;
