import type { Inline, Tone } from "../commands/outcome.ts";
import { visible, visibleInside } from "./visible.ts";
import { displayWidth, splitColumns } from "./width.ts";

/** A run of text in one tone, safe to show and without line breaks. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone | undefined;
}

export type Line = readonly Piece[];

/** Puts colour on a run of text, or nothing. */
export type Paint = (piece: Piece) => string;

/** The safe runs of an inline text that may begin a line. */
export function piecesOf(inline: Inline): Line {
  const parts = typeof inline === "string" ? [inline] : inline;
  return parts.map((part, index) => {
    const { text, tone } = typeof part === "string" ? { text: part, tone: undefined } : part;
    return { text: index === 0 ? visible(onOneLine(text)) : visibleInside(onOneLine(text)), tone };
  });
}

/** The safe runs of a message, with the plan text in its backticks set off; the message never begins a line. */
export function messagePieces(message: string, tone?: Tone): Line {
  const parts = visibleInside(onOneLine(message)).split(/(`[^`]*`)/);
  return parts.map((text, index) => ({ text, tone: index % 2 === 1 ? "code" : tone })).filter(({ text }) => text !== "");
}

/** Line breaks and tabs as a single blank. */
export function onOneLine(text: string): string {
  return /[\t\n\r]/.test(text) ? text.replaceAll(/\r\n|[\t\n\r]/g, " ") : text;
}

export function widthOf(line: Line): number {
  return line.reduce((width, { text }) => width + displayWidth(text), 0);
}

/** The text in lines of at most so many columns (two or more), broken at blanks, inside a word only where it is too long. */
export function wrap(line: Line, columns: number): readonly Line[] {
  const lines: Piece[][] = [];
  let current: Piece[] = [];
  let width = 0;
  for (const part of line.flatMap(wordsOf).flatMap((word) => breakWord(word, columns))) {
    const blank = part.text === " ";
    const own = displayWidth(part.text);
    if (width + own > columns) {
      lines.push(withoutLastBlank(current));
      current = [];
      width = 0;
    }
    if (blank && width === 0) continue;
    current.push(part);
    width += own;
  }
  if (current.length > 0) lines.push(withoutLastBlank(current));
  return lines;
}

function wordsOf(piece: Piece): Piece[] {
  const words = piece.text.split(/(\s)/).map((text, index) => (index % 2 === 1 ? " " : text));
  return words.filter((text) => text !== "").map((text) => ({ text, tone: piece.tone }));
}

function breakWord(word: Piece, columns: number): Piece[] {
  return splitColumns(word.text, columns).map((text) => ({ text, tone: word.tone }));
}

function withoutLastBlank(line: Piece[]): Piece[] {
  return line.at(-1)?.text === " " ? line.slice(0, -1) : line;
}
