import type { Area, Found } from "./found.ts";
import { phrasing } from "./inline.ts";
import type { Stretch } from "./line.ts";
import { beforeBlanks, behindBlanks, type Lines, pointAt } from "./lines.ts";
import { endsParagraph, startAt } from "./starts.ts";
import { isDelimiters } from "./table.ts";

/** A paragraph with all the lines that go on with it, or the heading that it becomes by a line under it. */
export function paragraphAt(area: Area, start: number): Found | undefined {
  const { lines, from } = area;
  const { text, ends } = lines;
  const stretches: Stretch[] = [{ line: from, start, end: ends[from] }];
  let line = from + 1;
  for (; line < area.to; line += 1) {
    const first = behindBlanks(text, lines.at[line]);
    if (first >= ends[line]) break;
    const way = wayOn(area, line, first);
    if (way === undefined) return undefined;
    if (way === "end") break;
    if (way === "underline") return isPerhapsDefinition(lines, stretches) ? undefined : underlined(lines, stretches, line);
    stretches.push({ line, start: first, end: ends[line] });
  }
  if (isPerhapsDefinition(lines, stretches)) return undefined;
  return paragraphOf(lines, stretches);
}

/** What a line does to the paragraph before it. */
function wayOn({ lines, to }: Area, line: number, first: number): "more" | "end" | "underline" | undefined {
  const { text, at, ends } = lines;
  if (lines.lazy.has(line)) return isUnderline(text, first, ends[line]) || isDelimiters(text, first, ends[line]) ? undefined : "more";
  // So far in, nothing else can begin.
  if (first - at[line] > 3) return isDelimiters(text, first, ends[line]) ? undefined : "more";
  if (isUnderline(text, first, ends[line])) return "underline";
  const kind = startAt(text, first, ends[line]);
  if (kind === undefined) return undefined;
  if (endsParagraph(kind, text, first)) return kind === "html" ? undefined : "end";
  if (isDelimiters(text, first, ends[line])) return undefined;
  if (line + 1 >= to) return "more";
  const next = behindBlanks(text, at[line + 1]);
  if (!isDelimiters(text, next, ends[line + 1])) return "more";
  const isTable = kind === "text" && next - at[line + 1] <= 3 && startAt(text, next, ends[line + 1]) === "text";
  return isTable ? "end" : undefined;
}

function underlined(lines: Lines, stretches: readonly Stretch[], line: number): Found | undefined {
  const [first] = stretches;
  if (lines.boxes.has(first.line)) return undefined;
  const children = phrasing(lines, withoutBlanks(lines, stretches));
  if (children === undefined) return undefined;
  const depth = lines.text.charCodeAt(behindBlanks(lines.text, lines.at[line])) === EQUALS ? 1 : 2;
  const position = { start: pointAt(lines, first.line, first.start), end: pointAt(lines, line, lines.ends[line]) };
  return { node: { type: "heading", depth, children, position }, next: line + 1 };
}

function withoutBlanks({ text }: Lines, stretches: readonly Stretch[]): readonly Stretch[] {
  const last = stretches[stretches.length - 1];
  return stretches.with(-1, { ...last, end: beforeBlanks(text, last.start, last.end) });
}

function paragraphOf(lines: Lines, stretches: readonly Stretch[]): Found | undefined {
  const [first] = stretches;
  const last = stretches[stretches.length - 1];
  const children = phrasing(lines, withoutBlanks(lines, stretches));
  if (children === undefined) return undefined;
  const box = lines.boxes.get(first.line);
  // remark begins behind the box only where text is the first thing behind it.
  const start = box === undefined || children[0].type === "text" ? first.start : box;
  const position = { start: pointAt(lines, first.line, start), end: pointAt(lines, last.line, last.end) };
  return { node: { type: "paragraph", children, position }, next: last.line + 1 };
}

/** A definition can begin at the start of a paragraph only. */
function isPerhapsDefinition({ text, boxes }: Lines, stretches: readonly Stretch[]): boolean {
  const { line, start } = stretches[0];
  const from = boxes.get(line) ?? start;
  if (text.charCodeAt(from) !== BRACKET) return false;
  const end = stretches[stretches.length - 1].end;
  return text.slice(from, end).includes("]:");
}

function isUnderline(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== EQUALS && mark !== HYPHEN) return false;
  const last = beforeBlanks(text, start, end);
  let offset = start + 1;
  while (offset < last && text.charCodeAt(offset) === mark) offset += 1;
  return offset === last;
}

const BRACKET = 91;
const EQUALS = 61;
const HYPHEN = 45;
