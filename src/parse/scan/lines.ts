import type { Root } from "mdast";

export type Position = NonNullable<Root["position"]>;
export type Point = Position["start"];

/** A text's lines, and how much of each the blocks around have taken for their own marks. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
  /** Where each line ends, before the characters that end it. */
  readonly ends: readonly number[];
  /** The first character of each line that belongs to no mark of a list or quote around. */
  readonly at: number[];
  /** Lines that belong to a list or quote only because a paragraph in it goes on. */
  readonly lazy: Set<number>;
  /** Lines that begin with a task's box, which is taken already, and where that stands. */
  readonly boxes: Map<number, number>;
}

/** Nothing where the text ends lines in ways other than line feeds, with or without a carriage return before. */
export function linesOf(text: string): Lines | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const starts = [0];
  const ends: number[] = [];
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) {
    ends.push(text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed);
    starts.push(feed + 1);
  }
  ends.push(text.length);
  return { text, starts, ends, at: [...starts], lazy: new Set(), boxes: new Map() };
}

/** A place in a line, as remark counts. */
export function pointAt(lines: Lines, line: number, offset: number): Point {
  return { line: line + 1, column: offset - lines.starts[line] + 1, offset };
}

/** Where a stretch of one line stands. */
export function positionIn(lines: Lines, line: number, start: number, end: number): Position {
  return { start: pointAt(lines, line, start), end: pointAt(lines, line, end) };
}

/** The first offset from `at` on that is no blank. */
export function behindBlanks(text: string, at: number): number {
  let offset = at;
  while (text.charCodeAt(offset) === BLANK) offset += 1;
  return offset;
}

/** The end of what is left without the blanks at the end. */
export function beforeBlanks(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && text.charCodeAt(offset - 1) === BLANK) offset -= 1;
  return offset;
}

/** Whether blocks around leave nothing of the line but blanks. */
export function isBlank(lines: Lines, line: number): boolean {
  return behindBlanks(lines.text, lines.at[line]) >= lines.ends[line];
}

/** What ends lines in one place and not in another, or counts as other than one column. */
const UNUSUAL = /[\0\t\u2028\u2029]|\r(?!\n)|^\uFEFF/;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
