import type { Span } from "../source.ts";
import type { Readable } from "./encoding.ts";
import { type Mark, type Piece, type Slice, wholeOf } from "./slice.ts";

/** Puts the plain text of a block together, each piece with its place. */
export interface Writer {
  /** The readable text between two offsets, as it stands. */
  exact(start: number, end: number): void;
  /** Text that stands for all of a place. */
  atom(text: string, start: number, end: number): void;
  /** A value that Markdown made of a place by leaving out marks: each character is found again, in order. */
  aligned(value: string, start: number, end: number): void;
  marked(kind: Mark["kind"], write: () => void): void;
}

export function writeProse(span: Span, readable: Readable, write: (writer: Writer) => void): Slice {
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  let text = "";
  const add = (value: string, start: number, end: number): void => {
    if (value === "") return;
    pieces.push({ at: text.length, length: value.length, span: readable.place(start, end) });
    text += value;
  };
  const exact = (start: number, end: number): void => {
    if (end <= start) return;
    const whole = readable.place(start, end);
    if (whole.end - whole.start === end - start) {
      pieces.push({ at: text.length, length: end - start, span: whole });
      text += readable.text.slice(start, end);
      return;
    }
    // Repaired characters are shorter than their places, so they make pieces of their own.
    let from = start;
    for (const stop of boundaries(readable, start, end)) {
      add(readable.text.slice(from, stop), from, stop);
      from = stop;
    }
  };
  const writer: Writer = {
    exact,
    atom: add,
    aligned: (value, start, end) => {
      if (value.length === end - start) exact(start, end);
      else
        align(
          readable.text.slice(start, end),
          value,
          (from, to) => exact(start + from, start + to),
          (letters, from, to) => add(letters, start + from, start + to),
        );
    },
    marked: (kind, inner) => {
      const from = text.length;
      inner();
      marks.push({ kind, start: from, end: text.length });
    },
  };
  write(writer);
  return wholeOf({ text, pieces, marks, span });
}

/** The ends of the stretches between `start` and `end` that are either wholly repaired or wholly as written. */
function boundaries(readable: Readable, start: number, end: number): readonly number[] {
  const ends: number[] = [];
  let at = start;
  for (const character of readable.text.slice(start, end)) {
    const place = readable.place(at, at + character.length);
    const damaged = place.end - place.start !== character.length;
    if (damaged && at > start && ends.at(-1) !== at) ends.push(at);
    at += character.length;
    if (damaged) ends.push(at);
  }
  if (ends.at(-1) !== end) ends.push(end);
  return ends;
}

type Stretch = (from: number, to: number) => void;
type Atom = (letters: string, from: number, to: number) => void;

/** Finds the value's characters in the raw text, skipping what Markdown leaves out: escapes, indentation, quote marks. */
function align(raw: string, value: string, stretch: Stretch, atom: Atom): void {
  const at = raw.indexOf(value);
  if (at >= 0) {
    stretch(at, at + value.length);
    return;
  }
  let from = 0;
  let read = 0;
  let written = 0;
  const flush = (): void => {
    if (read > from) stretch(from, read);
  };
  while (written < value.length && read < raw.length) {
    const entity = raw[read] === "&" ? /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});/i.exec(raw.slice(read, read + 34))?.[0] : undefined;
    if (entity !== undefined && !value.startsWith(entity, written)) {
      flush();
      const letter = String.fromCodePoint(value.codePointAt(written) ?? 0);
      atom(letter, read, read + entity.length);
      written += letter.length;
      read += entity.length;
      from = read;
    } else if (raw[read] === value[written]) {
      read += 1;
      written += 1;
    } else {
      flush();
      read += 1;
      from = read;
    }
  }
  flush();
}
