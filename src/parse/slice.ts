import type { Field } from "../model.ts";
import type { Span } from "../source.ts";

/** A stretch of plain text, without Markdown's marks, that knows where each of its characters stands in the file. */
export interface Slice {
  readonly text: string;
  readonly prose: Prose;
  /** Where the slice begins in its prose's text. */
  readonly at: number;
}

/** The plain text of one block. */
export interface Prose {
  readonly text: string;
  /** The pieces of the file that it is made of; none where it stands in the file character by character. */
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
  /** Where it stands, the whole block for a text without a character. */
  readonly span: Span;
}

/** Text from `at` on that stands at `span`: character by character if the lengths agree, as a whole if they do not. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly span: Span;
}

export interface Mark {
  readonly kind: "strong" | "delete";
  readonly start: number;
  readonly end: number;
}

export function wholeOf(prose: Prose): Slice {
  return { text: prose.text, prose, at: 0 };
}

/** Where the slice stands in the file. */
export function placeOf({ text, prose, at }: Slice): Span {
  const { pieces, span } = prose;
  const end = at + text.length;
  if (pieces.length > 0) return placeAmong(pieces, at, end);
  return at === 0 && span.end - span.start === end ? span : { start: span.start + at, end: span.start + end };
}

/** The part from `start` to `end`, counted in the slice's own text. */
export function sub(slice: Slice, start: number, end: number = slice.text.length): Slice {
  return start === 0 && end === slice.text.length ? slice : cut(slice.prose, slice.at + start, slice.at + end);
}

export function trim(slice: Slice): Slice {
  const trimmed = slice.text.trim();
  if (trimmed.length === slice.text.length) return slice;
  const start = slice.text.length - slice.text.trimStart().length;
  return trimmed === "" ? sub(slice, 0, 0) : sub(slice, start, start + trimmed.length);
}

/** The trimmed parts between the separators, empty ones included; a separator is a global pattern that is never empty. */
export function split(slice: Slice, separator: RegExp): readonly Slice[] {
  if (slice.text.search(separator) < 0) return [trim(slice)];
  const parts: Slice[] = [];
  let from = 0;
  separator.lastIndex = 0;
  for (let match = separator.exec(slice.text); match !== null; match = separator.exec(slice.text)) {
    parts.push(trim(sub(slice, from, match.index)));
    from = match.index + match[0].length;
  }
  parts.push(trim(sub(slice, from)));
  return parts;
}

export function lines(slice: Slice): readonly Slice[] {
  return slice.text.includes("\n") ? split(slice, /\n/g) : [trim(slice)];
}

/** The named group of a match over the slice's text as a slice of its own, if it took part in the match. */
export function group(slice: Slice, match: RegExpMatchArray, name: string): Slice | undefined {
  const range = match.indices?.groups?.[name];
  return range === undefined ? undefined : sub(slice, range[0], range[1]);
}

/** Whether the mark covers all of the slice, blanks at its ends aside. */
export function isMarked(slice: Slice, kind: Mark["kind"]): boolean {
  if (slice.prose.marks.length === 0) return false;
  const inner = trim(slice);
  if (inner.text === "") return false;
  return slice.prose.marks.some((mark) => mark.kind === kind && mark.start <= inner.at && mark.end >= inner.at + inner.text.length);
}

/** The first stretch with this mark that lies inside the slice. */
export function firstMarked(slice: Slice, kind: Mark["kind"]): Slice | undefined {
  const end = slice.at + slice.text.length;
  const mark = slice.prose.marks.find((each) => each.kind === kind && each.start >= slice.at && each.end <= end);
  return mark === undefined ? undefined : cut(slice.prose, mark.start, mark.end);
}

/** A field that means this value. */
export function field<T>(slice: Slice, value: T): Field<T> {
  return { text: slice.text, span: placeOf(slice), value, problem: undefined };
}

/** A field whose text means nothing to the reader, and why. */
export function problem<T>(slice: Slice, reason: string): Field<T> {
  return { text: slice.text, span: placeOf(slice), value: undefined, problem: reason };
}

/** A field where nothing is written. */
export function nothing<T>(slice: Slice): Field<T> {
  return { text: slice.text, span: placeOf(slice), value: undefined, problem: undefined };
}

export function textField(slice: Slice): Field<string> {
  return field(slice, slice.text);
}

function cut(prose: Prose, start: number, end: number): Slice {
  return { text: prose.text.slice(start, end), prose, at: start };
}

function placeAmong(pieces: readonly Piece[], start: number, end: number): Span {
  const first = pieceAt(pieces, start);
  const from = isExact(first) ? first.span.start + (start - first.at) : first.span.start;
  if (start === end) {
    const place = Math.min(first.span.end, from);
    return { start: place, end: place };
  }
  const last = pieceAt(pieces, end - 1);
  return { start: from, end: isExact(last) ? last.span.start + (end - last.at) : last.span.end };
}

function isExact(piece: Piece): boolean {
  return piece.span.end - piece.span.start === piece.length;
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle].at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
