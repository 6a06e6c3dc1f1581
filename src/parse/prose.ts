import type { Span } from "../source.ts";
import type { Readable } from "./encoding.ts";
import { type Mark, type Piece, type Slice, wholeOf } from "./slice.ts";

/** The plain text of a block while it is put together, each piece with its place. */
export interface Writing {
  readonly readable: Readable;
  text: string;
  readonly pieces: Piece[];
  readonly marks: Mark[];
}

/** The readable text between two offsets as it stands; undefined where it was repaired. */
export function exactProse(start: number, end: number, readable: Readable): Slice | undefined {
  const span = readable.place(start, end);
  return span.end - span.start === end - start
    ? wholeOf({ text: readable.text.slice(start, end), pieces: NOTHING, marks: NOTHING, span })
    : undefined;
}

export function startWriting(readable: Readable): Writing {
  return { readable, text: "", pieces: [], marks: [] };
}

/** What was written; the block's span is for a text without a character. */
export function written({ text, pieces, marks }: Writing, span: Span): Slice {
  const [first] = pieces;
  const exact = pieces.length === 1 && first.span.end - first.span.start === first.length;
  return wholeOf({ text, pieces: exact ? NOTHING : pieces, marks: marks.length === 0 ? NOTHING : marks, span: exact ? first.span : span });
}

/** Adds the readable text between two offsets, as it stands. */
export function writeExact(writing: Writing, start: number, end: number): void {
  if (end <= start) return;
  const { readable, pieces } = writing;
  const whole = readable.place(start, end);
  if (whole.end - whole.start === end - start) {
    pieces.push({ at: writing.text.length, length: end - start, span: whole });
    writing.text += readable.text.slice(start, end);
    return;
  }
  // Repaired characters are shorter than their places, so they make pieces of their own.
  let from = start;
  for (const stop of boundaries(readable, start, end)) {
    writeAtom(writing, readable.text.slice(from, stop), from, stop);
    from = stop;
  }
}

/** Adds text that stands for all of a place. */
export function writeAtom(writing: Writing, value: string, start: number, end: number): void {
  if (value === "") return;
  writing.pieces.push({ at: writing.text.length, length: value.length, span: writing.readable.place(start, end) });
  writing.text += value;
}

/** Adds a value that Markdown made of a place by leaving out marks: each character is found again, in order. */
export function writeAligned(writing: Writing, value: string, start: number, end: number): void {
  if (value.length === end - start) writeExact(writing, start, end);
  else align(writing, value, start, end);
}

const NOTHING: readonly never[] = [];

/** The ends of the stretches between `start` and `end` that are either wholly repaired or wholly as written; some may be empty. */
function boundaries(readable: Readable, start: number, end: number): readonly number[] {
  const ends: number[] = [];
  // Nothing is repaired to a character of ASCII.
  for (const { 0: character, index } of readable.text.slice(start, end).matchAll(/[^\0-\x7F]/gu)) {
    const at = start + index;
    const place = readable.place(at, at + character.length);
    if (place.end - place.start === character.length) continue;
    ends.push(at, at + character.length);
  }
  return [...ends, end];
}

/** Finds the value's characters in the raw text, skipping what Markdown leaves out: escapes, indentation, quote marks. */
function align(writing: Writing, value: string, start: number, end: number): void {
  const raw = writing.readable.text.slice(start, end);
  const at = raw.indexOf(value);
  // A value that ends with `&` may be found at the start of `&amp;`, all of which is its place.
  if (at >= 0 && entityAt(raw, at + value.length - 1) === undefined) {
    writeExact(writing, start + at, start + at + value.length);
    return;
  }
  let from = 0;
  let read = 0;
  let found = 0;
  while (found < value.length && read < raw.length) {
    const entity = entityAt(raw, read);
    if (entity !== undefined && !value.startsWith(entity, found)) {
      writeExact(writing, start + from, start + read);
      const letter = String.fromCodePoint(value.codePointAt(found) ?? 0);
      writeAtom(writing, letter, start + read, start + read + entity.length);
      found += letter.length;
      read += entity.length;
      from = read;
    } else if (raw[read] === value[found]) {
      read += 1;
      found += 1;
    } else {
      writeExact(writing, start + from, start + read);
      read += 1;
      from = read;
    }
  }
  writeExact(writing, start + from, start + read);
}

function entityAt(raw: string, at: number): string | undefined {
  return raw[at] === "&" ? /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});/i.exec(raw.slice(at, at + 34))?.[0] : undefined;
}
