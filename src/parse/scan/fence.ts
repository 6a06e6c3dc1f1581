import type { Area, Found } from "./found.ts";
import { behindBlanks, type Lines, pointAt } from "./lines.ts";

/** Code between two fences; nothing where the second is missing, or where something is written in an unusual way. */
export function fenceAt({ lines, from, to }: Area, start: number): Found | undefined {
  const { text } = lines;
  const mark = text.charCodeAt(start);
  const length = runLength(text, start, mark);
  const info = text.slice(behindBlanks(text, start + length), lines.ends[from]);
  if (UNUSUAL_INFO.test(info)) return undefined;
  const closes = (line: number): boolean => {
    const first = behindBlanks(text, lines.at[line]);
    if (first - lines.at[line] > 3 || text.charCodeAt(first) !== mark) return false;
    const run = runLength(text, first, mark);
    return run >= length && behindBlanks(text, first + run) >= lines.ends[line];
  };
  let last = from + 1;
  while (last < to && !lines.lazy.has(last) && !closes(last)) last += 1;
  if (last >= to || lines.lazy.has(last)) return undefined;
  const value = linesBetween(lines, from + 1, last, start - lines.at[from]);
  const word = /^[^ ]*/.exec(info)?.[0] ?? "";
  const meta = info.slice(behindBlanks(info, word.length));
  const position = { start: pointAt(lines, from, start), end: pointAt(lines, last, lines.ends[last]) };
  return { node: { type: "code", lang: word || null, meta: meta || null, value, position }, next: last + 1 };
}

function linesBetween(lines: Lines, from: number, to: number, indentation: number): string {
  const { text, at, ends, starts } = lines;
  if (from === to) return "";
  if (indentation === 0 && at[to] === starts[to]) return text.slice(starts[from], ends[to - 1]);
  let value = "";
  for (let line = from; line < to; line += 1) {
    const first = Math.min(behindBlanks(text, at[line]), at[line] + indentation, ends[line]);
    value += text.slice(first, ends[line]);
    if (line + 1 < to) value += text.slice(ends[line], starts[line + 1]);
  }
  return value;
}

function runLength(text: string, start: number, mark: number): number {
  let end = start;
  while (text.charCodeAt(end) === mark) end += 1;
  return end - start;
}

/** What is decoded, what makes it no fence, and a blank at its end. */
const UNUSUAL_INFO = /[\\&`]| $/;
