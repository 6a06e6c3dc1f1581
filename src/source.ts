import { isUtf8 } from "node:buffer";

/** Half-open offsets into a source's text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A plan file: its path as given and its exact text, without the byte-order mark. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly lineStarts: readonly number[];
}

/** Line and column count from one, columns in UTF-16 units; the offset counts from zero, after a byte-order mark. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Takes a file's whole text; a leading byte-order mark is remembered and not part of the text. */
export function createSource(path: string, content: string): Source {
  const byteOrderMark = content.startsWith("\uFEFF");
  const text = byteOrderMark ? content.slice(1) : content;
  return { path, text, byteOrderMark, lineStarts: findLineStarts(text) };
}

export type Decoded = { readonly kind: "source"; readonly source: Source } | { readonly kind: "refused"; readonly reason: string };

/** Reads bytes as UTF-8 and nothing else; anything that is not UTF-8 is refused, so that no byte is ever lost. */
export function decodeSource(path: string, bytes: Uint8Array): Decoded {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || isMostlyNul(bytes)) return { kind: "refused", reason: "the file is UTF-16, save it as UTF-8" };
  if (!isUtf8(bytes)) {
    const broken = firstInvalidByte(bytes);
    const line = bytes.subarray(0, broken).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
    return { kind: "refused", reason: `the file is not UTF-8 (byte ${broken + 1}, line ${line}), save it as UTF-8` };
  }
  return { kind: "source", source: createSource(path, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)) };
}

/** UTF-16 without a byte-order mark: text has no NUL, that has one in every other byte. */
function isMostlyNul(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  return start.includes(0) && start.length >= 4 && start.filter((byte) => byte === 0).length > start.length * 0.3;
}

/** The exact text of the file with this text in place of its own, byte-order mark included. */
export function contentOf(source: Source, text: string = source.text): string {
  return source.byteOrderMark ? `\uFEFF${text}` : text;
}

export function positionAt(source: Source, offset: number): Position {
  const line = lineIndexAt(source, offset);
  return { line: line + 1, column: offset - source.lineStarts[line] + 1, offset };
}

function lineIndexAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (source.lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** CommonMark's line endings: a line feed, a carriage return, or both. */
function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** The offset of the first byte that no UTF-8 text has (Unicode 15, table 3-7), or the length. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at];
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return at;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (bytes[at + 1] < low || bytes[at + 1] > high) return at;
    for (let next = at + 2; next < at + length; next += 1) if ((bytes[next] & 0xc0) !== 0x80) return at;
    at += length;
  }
  return bytes.length;
}
