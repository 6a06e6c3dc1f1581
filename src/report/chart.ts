import type { Inline, Tone } from "../commands/outcome.ts";
import { type Line, type Piece, piecesOf, widthOf } from "./inline.ts";
import { displayWidth, firstColumns } from "./width.ts";

/** Where a chart is drawn: the columns that a line may take, and what the terminal can show. */
export interface Canvas {
  readonly columns: number;
  readonly glyphs: Glyphs;
}

/** One column each. */
export interface Glyphs {
  readonly critical: string;
  readonly other: string;
  readonly lateCritical: string;
  readonly lateOther: string;
  readonly track: string;
  readonly week: string;
  readonly windowStart: string;
  readonly windowLine: string;
  readonly windowEnd: string;
  readonly due: string;
  readonly reached: string;
  readonly cut: string;
}

export const BLOCKS: Glyphs = {
  critical: "█",
  other: "━",
  lateCritical: "▓",
  lateOther: "╍",
  track: "·",
  week: "│",
  windowStart: "├",
  windowLine: "─",
  windowEnd: "┤",
  due: "◆",
  reached: "◇",
  cut: "…",
};

export const ASCII: Glyphs = {
  critical: "#",
  other: "=",
  lateCritical: "%",
  lateOther: "~",
  track: ".",
  week: "|",
  windowStart: "|",
  windowLine: "-",
  windowEnd: "|",
  due: "*",
  reached: "o",
  cut: "~",
};

/** A line of a chart under construction: a glyph and its tone for every column. */
export interface Row {
  readonly glyphs: string[];
  readonly tones: (Tone | undefined)[];
}

export function emptyRow(columns: number): Row {
  return { glyphs: new Array<string>(columns).fill(" "), tones: new Array<Tone | undefined>(columns).fill(undefined) };
}

/** Draws one glyph from a column up to, not including, another one; what lies beside the row is left out. */
export function draw(
  row: Row,
  from: number,
  to: number,
  { glyph, tone }: { readonly glyph: string; readonly tone?: Tone | undefined },
): void {
  for (let column = Math.max(0, from); column < Math.min(to, row.glyphs.length); column += 1) {
    row.glyphs[column] = glyph;
    row.tones[column] = tone;
  }
}

/** The row in runs of one tone. */
export function rowPieces({ glyphs, tones }: Row): Line {
  const pieces: Piece[] = [];
  let start = 0;
  for (let column = 1; column <= glyphs.length; column += 1) {
    if (column < glyphs.length && tones[column] === tones[start]) continue;
    pieces.push({ text: glyphs.slice(start, column).join(""), tone: tones[start] });
    start = column;
  }
  return pieces;
}

/** The text in exactly so many columns: cut with a sign, or padded. */
export function fitted(inline: Inline, columns: number, cut: string): Line {
  const line = piecesOf(inline);
  const width = widthOf(line);
  if (width <= columns) return [...line, { text: " ".repeat(columns - width), tone: undefined }];
  const kept: Piece[] = [];
  let room = Math.max(0, columns - 1);
  for (const { text, tone } of line) {
    const part = firstColumns(text, room);
    kept.push({ text: part, tone });
    room -= displayWidth(part);
    if (part !== text) break;
  }
  return [...kept, { text: cut + " ".repeat(room), tone: undefined }];
}
