import type { Damage } from "../model.ts";
import type { Span } from "../source.ts";

/** A text as it is read: double-encoded places repaired, with the way back to where everything stands in the file. */
export interface Readable {
  readonly text: string;
  readonly damage: readonly Damage[];
  /** The place in the file of a non-empty stretch of the readable text; a repaired character stands for all of its place. */
  readonly place: (start: number, end: number) => Span;
}

/**
 * Reads text that was decoded as Windows-1252 (or Windows-1254, the Turkish page) and encoded again as what it was.
 * A place is repaired only where its characters, taken as bytes, are one valid UTF-8 sequence of a script that plans use,
 * and where right text cannot look like it: `voilà »` with a no-break space stays. A place that lost its last byte is repaired
 * for the few characters it must have been, and marked as uncertain.
 */
export function readable(text: string): Readable {
  if (
    !/[\u00C2-\u00F4\u011E\u011F\u0130\u015E][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/.test(
      text,
    )
  ) {
    return { text, damage: [], place: (start, end) => ({ start, end }) };
  }
  const damage = findDamage(text);
  let repaired = "";
  let from = 0;
  const shifts: Shift[] = [];
  for (const place of damage) {
    repaired += text.slice(from, place.span.start);
    shifts.push({ start: repaired.length, end: repaired.length + place.repaired.length, source: place.span });
    repaired += place.repaired;
    from = place.span.end;
  }
  repaired += text.slice(from);
  return { text: repaired, damage, place: placesBetween(shifts) };
}

/** A repaired place: where it stands in the readable text, and in the file. */
interface Shift {
  readonly start: number;
  readonly end: number;
  readonly source: Span;
}

function placesBetween(shifts: readonly Shift[]): Readable["place"] {
  // How many repaired places stand before what was asked for last: what is asked for next is nearly always beside it.
  let near = 0;
  const lastBefore = (offset: number) => {
    const isBehind = near === 0 || shifts[near - 1].start < offset;
    const isBefore = near === shifts.length || shifts[near].start >= offset;
    if (!isBehind || !isBefore) near = countBefore(shifts, offset);
    return shifts[near - 1];
  };
  const startOf = (offset: number) => {
    const last = lastBefore(offset);
    if (last === undefined) return offset;
    return offset < last.end ? last.source.start : last.source.end + (offset - last.end);
  };
  const endOf = (offset: number) => {
    const last = lastBefore(offset);
    if (last === undefined) return offset;
    return offset <= last.end ? last.source.end : last.source.end + (offset - last.end);
  };
  return (start, end) => ({ start: startOf(start), end: endOf(end) });
}

/** How many begin before the offset: what ends where a repaired place begins does not reach into it. */
function countBefore(shifts: readonly Shift[], offset: number): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Candidate extends Damage {
  /** Right text can look like this: repaired only where nothing else in the file is right. */
  readonly doubtful: boolean;
}

function findDamage(text: string): readonly Damage[] {
  const candidates: Candidate[] = [];
  let hasRightLetters = false;
  const beyondAscii = /[^\0-\x7F]/g;
  while (beyondAscii.test(text)) {
    const candidate = candidateAt(text, beyondAscii.lastIndex - 1);
    if (candidate === undefined) hasRightLetters = true;
    else {
      candidates.push(candidate);
      beyondAscii.lastIndex = candidate.span.end;
    }
  }
  const allDamaged = !hasRightLetters && candidates.some((candidate) => !candidate.doubtful);
  const touches = (a: Candidate | undefined, b: Candidate | undefined): boolean => a !== undefined && a.span.end === b?.span.start;
  // One chance sequence may be right text, two in a row are not.
  const inRun = (index: number): boolean =>
    touches(candidates[index - 1], candidates[index]) || touches(candidates[index], candidates[index + 1]);
  return candidates
    .filter((candidate, index) => !candidate.doubtful || allDamaged || inRun(index))
    .map(({ span, text: written, repaired, certain }) => ({ span, text: written, repaired, certain }));
}

function candidateAt(text: string, at: number): Candidate | undefined {
  const lead = byteAt(text, at);
  // No script that plans are written in begins with other bytes.
  if (lead === undefined || lead < 0xc2 || lead === 0xe0 || lead > 0xf0) return undefined;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = [lead];
  while (bytes.length < length) {
    const next = byteAt(text, at + bytes.length);
    if (next === undefined || next >= 0xc0) break;
    bytes.push(next);
  }
  const span = { start: at, end: at + bytes.length };
  const written = text.slice(span.start, span.end);
  const before = text.charAt(at - 1);
  if (bytes.length < length) {
    const lost = LOST_BYTE.get(written);
    const doubtful = written === QUOTED_LETTER && LETTER.test(before);
    return lost === undefined ? undefined : { span, text: written, repaired: lost, certain: false, doubtful };
  }
  const repaired = decode(bytes);
  return repaired === undefined ? undefined : { span, text: written, repaired, certain: true, doubtful: isDoubtful(written, before) };
}

/** A letter followed by nothing but punctuation that right text puts behind a letter. */
function isDoubtful(written: string, before: string): boolean {
  if (written.startsWith("Â")) return LETTER.test(before) && /[«»‘’“”–—…‹›]/.test(written);
  return /^.[\u00A0«»‘’“”„‚–—…‹›°ºª·•™®©¹²³]+$/u.test(written);
}

/** The character of one sequence of UTF-8 (RFC 3629), undefined where no plan would have it. */
function decode(bytes: readonly number[]): string | undefined {
  const bits = bytes.length === 2 ? 0x1f : 0x0f;
  const point = bytes.slice(1).reduce((value, byte) => value * 64 + (byte & 0x3f), bytes[0] & bits);
  // Four bytes for what has room in three are no character.
  if (bytes.length === 4 && point < 0x10000) return undefined;
  const character = String.fromCodePoint(point);
  return PLAUSIBLE.test(character) ? character : undefined;
}

/** The byte from 80 on that a character stands for, if any. */
function byteAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  return code >= 0x80 && code <= 0xff ? code : BYTE_OF.get(text.charAt(at));
}

/** What Windows-1252 has between 0x80 and 0x9F, five of them nothing but control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
/** The bytes that these stand for, and the six letters in which Windows-1254 differs. */
const BYTE_OF: ReadonlyMap<string, number> = new Map([
  ...Array.from(HIGH, (letter, index): [string, number] => [letter, 0x80 + index]),
  ["Ğ", 0xd0],
  ["İ", 0xdd],
  ["Ş", 0xde],
  ["ğ", 0xf0],
  ["ı", 0xfd],
  ["ş", 0xfe],
]);

/** The bytes 81, 8D, 8F, 90 and 9D are nothing in Windows-1252 and get lost; at the end of these only one character makes sense. */
const LOST_BYTE: ReadonlyMap<string, string> = new Map([
  ["â†", "←"],
  ["â€", "”"],
  ["â”", "┐"],
  ["ï¸", "\uFE0F"],
]);

const LETTER = /\p{L}/u;

/** Behind a letter it may be the end of a word in quotes, as in Turkish or French. */
const QUOTED_LETTER = "â”";

/** Scripts and symbols that plans are written in; what else a chance sequence would decode to is not repaired. */
const PLAUSIBLE =
  /^(?:[\u0300-\u036F]|[\uFE0E\uFE0F]|[\u00A0-\u024F\u0370-\u03FF\u0400-\u04FF\u05D0-\u05EA\u0600-\u06FF\u1E00-\u1EFF\u2010-\u2044\u20A0-\u20BF\u2100-\u218F\u2190-\u23FF\u2460-\u27BF\u2900-\u297F\u2B00-\u2BFF\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFEFF\uFF00-\uFFEF\u{1F000}-\u{1FAFF}\u200B-\u200F])$/u;
