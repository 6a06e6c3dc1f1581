import { type Lines, type Point, pointAt } from "./lines.ts";
import { addText, type Tokens } from "./tokens.ts";

/** A part of a line with text in it. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One line of text while its marks are read; all offsets count from the start of `text`. */
export interface TextLine {
  readonly tokens: Tokens;
  readonly lines: Lines;
  readonly line: number;
  readonly start: number;
  readonly text: string;
  /** Whether a backslash follows the text, and breaks the line. */
  readonly broken: boolean;
  /** In tables, pipes are escaped even in code. */
  readonly inTable: boolean;
  /** Everything before this offset is in the tokens. */
  from: number;
}

export function pointIn({ lines, line, start }: TextLine, offset: number): Point {
  return pointAt(lines, line, start + offset);
}

/** Adds what stands before an offset as it is, and goes on behind a mark that ends at `next`. */
export function addPlain(line: TextLine, end: number, next: number = end): void {
  const { from, tokens, text } = line;
  if (end > from) addText(tokens.all, text.slice(from, end), pointIn(line, from), pointIn(line, end));
  line.from = next;
}
