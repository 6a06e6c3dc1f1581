import type { AlignType, TableCell, TableRow } from "mdast";
import type { Area, Found } from "./found.ts";
import { phrasing } from "./inline.ts";
import { beforeBlanks, behindBlanks, type Lines, pointAt, positionIn } from "./lines.ts";
import { startAt } from "./starts.ts";

/** Whether a line may be the one under the header of a table. */
export function isDelimiters(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return (code === PIPE || code === HYPHEN || code === COLON) && DELIMITERS.test(text.slice(start, end));
}

/** A table whose header begins at `start`, with all the lines up to the next empty one or the next other block. */
export function tableAt({ lines, from, to }: Area, start: number): Found | undefined {
  const { text, at, ends, lazy } = lines;
  const under = from + 1;
  if (under >= to || lazy.has(under)) return undefined;
  const first = behindBlanks(text, at[under]);
  if (first - at[under] > 3 || !isDelimiters(text, first, ends[under])) return undefined;
  const align = alignments(text.slice(first, ends[under]));
  const header = rowAt(lines, from, start);
  if (header === undefined || header.children.length !== align.length || startAt(text, first, ends[under]) !== "text") return undefined;
  const rows = [header];
  let line = under + 1;
  for (; line < to; line += 1) {
    const begin = behindBlanks(text, at[line]);
    if (begin >= ends[line]) break;
    if (lazy.has(line) || begin - at[line] > 3) return undefined;
    const kind = startAt(text, begin, ends[line]);
    if (kind === undefined || kind === "html") return undefined;
    if (kind !== "text") break;
    const row = rowAt(lines, line, begin);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const position = { start: pointAt(lines, from, start), end: pointAt(lines, line - 1, ends[line - 1]) };
  return { node: { type: "table", align, children: rows, position }, next: line };
}

function alignments(row: string): AlignType[] {
  return (row.match(/:?-+:?/g) ?? []).map((mark) => {
    if (mark.endsWith(":")) return mark.startsWith(":") ? "center" : "right";
    return mark.startsWith(":") ? "left" : null;
  });
}

function rowAt(lines: Lines, line: number, start: number): TableRow | undefined {
  const end = lines.ends[line];
  const dividers = dividersIn(lines.text, start, end);
  const last = dividers.at(-1);
  const closing = last !== undefined && behindBlanks(lines.text, last + 1) >= end ? dividers.pop() : undefined;
  // One pipe alone is no header.
  if (closing === start) return undefined;
  const edges = dividers[0] === start ? dividers : [start, ...dividers];
  const cells: TableCell[] = [];
  for (const [index, edge] of edges.entries()) {
    const behind = edges[index + 1];
    const cell = cellIn(lines, line, { start: edge, content: behind ?? closing ?? end, end: behind ?? end });
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return { type: "tableRow", children: cells, position: positionIn(lines, line, start, end) };
}

function dividersIn(text: string, start: number, end: number): number[] {
  const row = text.slice(start, end);
  if (row.includes("\\")) return [...row.matchAll(DIVIDER)].flatMap(({ 0: mark, index }) => (mark === "|" ? [start + index] : []));
  const dividers: number[] = [];
  for (let at = row.indexOf("|"); at >= 0; at = row.indexOf("|", at + 1)) dividers.push(start + at);
  return dividers;
}

interface CellEdges {
  readonly start: number;
  /** Where what stands in the cell ends at the latest. */
  readonly content: number;
  readonly end: number;
}

function cellIn(lines: Lines, line: number, { start, content, end }: CellEdges): TableCell | undefined {
  const { text } = lines;
  const first = behindBlanks(text, text.charCodeAt(start) === PIPE ? start + 1 : start);
  const last = beforeBlanks(text, first, content);
  const children = first < last ? phrasing(lines, [{ line, start: first, end: last }], "table") : [];
  return children === undefined ? undefined : { type: "tableCell", children, position: positionIn(lines, line, start, end) };
}

/** Groups of hyphens between pipes; hyphens alone would make a heading of the line above. */
const DELIMITERS = /^(?=.*[|:])(?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?$/;
const DIVIDER = /\\[\\|]?|\|/g;
const PIPE = 124;
const HYPHEN = 45;
const COLON = 58;
