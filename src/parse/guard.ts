import type { Source } from "../source.ts";
import { frontMatterOf } from "./front-matter.ts";
import { type Line, linesOf } from "./guard-lines.ts";

/** Why a text is not read: it would take longer, or more memory, than its size tells. */
export interface Excess {
  /** From one; undefined where it is the text as a whole. */
  readonly line: number | undefined;
  /** What is too much, and how much would be read. */
  readonly reason: string;
  /** How many times the usual limits let it through. */
  readonly needed: number;
}

/** A text is more than is read; how to have it read is for whoever reads it to say. */
export class LimitError extends Error {
  override readonly name = "LimitError";
}

/** What is read unless more is asked for; plans that people write have a tenth of it. */
export const LIMITS = {
  bytes: 32_000_000,
  lines: 500_000,
  rows: 250_000,
  nesting: 100,
  frontMatter: 100_000,
  marks: 1000,
  effort: 2_000_000,
} as const;

/** What is wrong with a file of this many bytes before it is even decoded. */
export function excessOfBytes(bytes: number, times: number = 1): Excess | undefined {
  const most = LIMITS.bytes * times;
  return bytes > most
    ? excess(undefined, bytes / LIMITS.bytes, `the file has ${bytes} bytes, more than the ${most} that are read`)
    : undefined;
}

/** What is wrong where a text makes so much work for remark, from this line on more than is done. */
export function excessOfEffort(line: number, effort: number, times: number): Excess | undefined {
  const most = LIMITS.effort * times;
  if (effort <= most) return undefined;
  const reason = `where Markdown is not plain there are ${effort} words, marks and lines, more than the ${most} that are read`;
  return { line, reason, needed: Math.ceil(effort / LIMITS.effort) };
}

/** Where and what it is, in words. */
export function describeExcess(path: string, { line, reason }: Excess): string {
  return `${path}${line === undefined ? "" : `:${line}`}: ${reason}`;
}

/** The first thing in a text that is too much, in time linear in its length; `times` as much as usual is read. */
export function excessIn(source: Source, times: number = 1): Excess | undefined {
  const { text, lineStarts } = source;
  const size = excessOfBytes(text.length, times);
  if (size !== undefined) return size;
  const most = LIMITS.lines * times;
  if (lineStarts.length > most)
    return excess(
      undefined,
      lineStarts.length / LIMITS.lines,
      `the file has ${lineStarts.length} lines, more than the ${most} that are read`,
    );
  const front = excessInFrontMatter(source, times);
  if (front !== undefined || !(lineStarts.length > LIMITS.rows * times || mayNest(source) || mayHoldMarks(text, times))) return front;
  return excessInLines(source, times);
}

function excess(index: number | undefined, ratio: number, reason: string): Excess {
  return { line: index === undefined ? undefined : index + 1, reason, needed: Math.ceil(ratio) };
}

/** Whether a line begins with so many marks and blanks that looking closer pays. */
function mayNest({ text, lineStarts }: Source): boolean {
  for (let index = 0; index < lineStarts.length; index += 1) {
    const start = lineStarts[index];
    if ((lineStarts[index + 1] ?? text.length) - start < LONG) continue;
    LONG_PREFIX.lastIndex = start;
    if (LONG_PREFIX.test(text)) return true;
  }
  return false;
}

/** Whether some lines without an empty one between hold so many marks that it matters what they are. */
function mayHoldMarks(text: string, times: number): boolean {
  const empty = text.includes("\r\n") ? "\n\r\n" : "\n\n";
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(empty, start);
    const end = found < 0 ? text.length : found;
    if (end - start > LIMITS.marks && marksIn(text, start, end) > mostMarks(end - start, times)) return true;
    start = end + empty.length;
  }
  return false;
}

function mostMarks(length: number, times: number): number {
  return Math.floor(Math.max(FEW_MARKS, Math.min(LIMITS.marks, MARKS_TIMES_LENGTH / length)) * times);
}

/** YAML nests by brackets and by marks in one line. */
function excessInFrontMatter(source: Source, times: number): Excess | undefined {
  const yaml = frontMatterOf(source)?.text;
  if (yaml === undefined) return undefined;
  const most = LIMITS.frontMatter * times;
  if (yaml.length > most)
    return excess(
      0,
      yaml.length / LIMITS.frontMatter,
      `the front matter has ${yaml.length} characters, more than the ${most} that are read`,
    );
  const depth = nestingIn(yaml);
  return depth > LIMITS.nesting * times ? excess(0, depth / LIMITS.nesting, nestingReason("the front matter", depth, times)) : undefined;
}

function nestingIn(yaml: string): number {
  let open = 0;
  let depth = 0;
  for (const [mark] of yaml.matchAll(/[[\]{}]/g)) {
    open = mark === "[" || mark === "{" ? open + 1 : Math.max(0, open - 1);
    depth = Math.max(depth, open);
  }
  for (const [marks] of yaml.matchAll(/^[ \t]*(?:[-?:][ \t]+)+/gm)) depth = Math.max(depth, marks.replace(/[ \t]/g, "").length);
  return depth;
}

function nestingReason(what: string, depth: number, times: number): string {
  return `${what} nests ${depth} deep, more than the ${LIMITS.nesting * times} that are read`;
}

/** Goes through the blocks as far as it takes to know which lines are read as one. */
function excessInLines(source: Source, times: number): Excess | undefined {
  const { text } = source;
  let rows = 0;
  for (const line of linesOf(source)) {
    if (line.nesting > LIMITS.nesting * times)
      return excess(line.index, line.nesting / LIMITS.nesting, nestingReason("the line", line.nesting, times));
    if (line.isRow) rows += 1;
    if (rows > LIMITS.rows * times)
      return excess(line.index, (rows * 2) / LIMITS.rows, `the tables have more rows than the ${LIMITS.rows * times} that are read`);
    const heavy = line.ended === undefined ? undefined : excessOfMarks(text, line.ended, times);
    if (heavy !== undefined) return heavy;
  }
  return undefined;
}

/** Each mark may be looked for up to the end of what it stands in, and each pair of them be compared. */
function excessOfMarks(text: string, { index, start, end }: NonNullable<Line["ended"]>, times: number): Excess | undefined {
  const length = end - start;
  if (length <= LIMITS.marks) return undefined;
  const most = mostMarks(length, times);
  const marks = marksIn(text, start, end);
  if (marks <= most) return undefined;
  const reason = `${length} characters in one paragraph or row hold ${marks} marks of emphasis, code, links and HTML, more than the ${most} that are read`;
  return excess(index, (marks / most) * times, reason);
}

function marksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (IS_MARK[text.charCodeAt(at)] === 1) count += 1;
  return count;
}

/** What pairs up in a line: emphasis, code, links, HTML. */
const IS_MARK = Uint8Array.from({ length: 128 }, (_, code) => (String.fromCharCode(code).match(/[*_~`[\]<]/) === null ? 0 : 1));
/** As many as a picture that is written into its link has, however long it is. */
const FEW_MARKS = 10;
const MARKS_TIMES_LENGTH = 50_000_000;
const LONG = 50;
const LONG_PREFIX = /[\t >*+\-.)\d]{50}/y;
