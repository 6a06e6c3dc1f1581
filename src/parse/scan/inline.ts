import type { PhrasingContent } from "mdast";
import { addPlain, type Stretch, type TextLine } from "./line.ts";
import { beforeBlanks, type Lines, pointAt, positionIn } from "./lines.ts";
import { readMark } from "./marks.ts";
import { addText, settle, type Tokens } from "./tokens.ts";

/** Text with its marks read, from one line or several; nothing where something is not plain. */
export function phrasing(lines: Lines, stretches: readonly Stretch[], around?: "table"): PhrasingContent[] | undefined {
  if (stretches.length === 1) {
    // Most cells and lines hold no mark at all.
    const [{ line, start, end }] = stretches;
    const value = lines.text.slice(start, end);
    if (!MARKED.test(value)) return [{ type: "text", value, position: positionIn(lines, line, start, end) }];
  }
  const tokens: Tokens = { all: [], runs: [], brackets: [], inactive: 0 };
  const last = stretches.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const { line, start, end } = stretches[index];
    const stop = index < last ? beforeBlanks(lines.text, start, end) : end;
    const whole = lines.text.slice(start, stop);
    const broken = index < last && stop === end && ODD_BACKSLASHES.test(whole);
    const text = broken ? whole.slice(0, -1) : whole;
    if (!readLine({ tokens, lines, line, start, text, broken, inTable: around === "table", from: 0 })) return undefined;
    if (index < last) endLine(tokens, lines, { line, start: start + text.length, end: broken ? -1 : end });
  }
  return settle(tokens, 0);
}

/** Reads the marks of one line; tells whether all were plain. */
function readLine(line: TextLine): boolean {
  const { text } = line;
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const match = SPECIAL.exec(text);
    if (match === null) break;
    const next = readMark(line, match.index);
    if (next === undefined) return false;
    at = next;
  }
  addPlain(line, text.length);
  return true;
}

/** A line's end is text, or a break behind two blanks or a backslash: then `end` is not where the line ends. */
function endLine({ all }: Tokens, lines: Lines, { line, start, end }: Stretch): void {
  const next = pointAt(lines, line + 1, lines.starts[line + 1]);
  if (end < 0 || end - start > 1) all.push({ type: "break", position: { start: pointAt(lines, line, start), end: next } });
  else addText(all, lines.text.slice(end, lines.starts[line + 1]), pointAt(lines, line, end), next);
}

const MARKED = /[\\`*_~<[\]&@]|:\/\/|[wW]{3}\./;
const SPECIAL = new RegExp(MARKED, "g");
const ODD_BACKSLASHES = /$(?<=(?<!\\)(?:\\\\)*\\)/;
