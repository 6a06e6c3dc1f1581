import type { Config } from "../config.ts";
import type { ColumnRole } from "../model.ts";
import { HOURS, scaleOf } from "./estimate.ts";
import { idOf, splitId } from "./ids.ts";
import type { Row, Table } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { boxStatus } from "./scales.ts";
import { trim } from "./slice.ts";
import { columnRole, normalised } from "./words.ts";

/** What each column of a table was taken for, in the order of the columns. */
export type Columns = readonly (ColumnRole | undefined)[];

/** The table without its rows of sums and buffers, which say nothing of what its columns are. */
export function withoutTotals(table: Table): Table {
  return { ...table, rows: table.rows.filter((row) => sumIn(firstWords(row)) === undefined) };
}

/**
 * Takes each column of a table without totals for what its header says, where its cells do not say otherwise; each role has one
 * column at most.
 */
export function decideColumns(table: Table, config: Config): Columns {
  const roles = table.header.map((header) => columnRole(header.text, config.columns));
  const columns = roles.map((role, index) => {
    if (role === "number") return roles.includes("id") ? undefined : "id";
    // A first column of days or weeks says when something happens, not how long it takes.
    if (role === "estimate" && (index === 0 || most(textsIn(table, index), (text) => WHEN.test(text)))) return undefined;
    if (role === undefined && holdsSigns(table, index)) return "status";
    return role === "title" && holdsCounts(table, index) ? undefined : role;
  });
  const id = columns.includes("id") ? -1 : idColumn(table, columns);
  if (id >= 0) columns[id] = "id";
  const estimate = bestEstimate(table, columns);
  return columns.map((role, index) => {
    if (role === "estimate") return index === estimate ? role : undefined;
    return columns.indexOf(role) === index ? role : undefined;
  });
}

/** Whether the ids stand in the titles: `1.1 title`, `Task 3: title`, `title (S02-02)`, beside a mere row number at most. */
export function titlesHoldIds(table: Table, columns: Columns): boolean {
  const title = columns.indexOf("title");
  const number = columns.indexOf("id");
  if (number >= 0 && (!most(textsIn(table, number), (text) => /^\d+$/.test(text)) || waitsForNumbers(table, columns))) return false;
  const cells = table.rows.flatMap((row) => (row.cells[title] === undefined ? [] : [trim(row.cells[title])]));
  return most(
    cells,
    (cell) => (splitId(cell)?.title.text ?? "") !== "" || (number < 0 && (splitId(cell) !== undefined || NUMBERED.test(cell.text))),
  );
}

/** A table that names the same tasks again and again, as a log of hours does; a row or two copied by mistake make none. */
export function isLog(table: Table, columns: Columns): boolean {
  const [id, title] = [columns.indexOf("id"), columns.indexOf("title")];
  if (id < 0) return false;
  const names = table.rows.map((row) => [id, title].map((column) => row.cells[column]?.text).join("|")).filter((name) => /\d/.test(name));
  const repeats = names.length - new Set(names).size;
  return repeats > 1 && 4 * repeats >= names.length;
}

/** Whether a row with these first words is a sum or a buffer. */
export function sumIn(words: string): "total" | "buffer" | undefined {
  if (/^[\d.]*$/.test(words)) return undefined;
  if (TOTAL(words).test(words)) return "total";
  return BUFFER(words).test(words) ? "buffer" : undefined;
}

/** The first words of a row, signs aside; empty for a row of nothing else. */
export function firstWords(row: Row): string {
  for (const cell of row.cells) {
    const words = normalised(cell.text);
    if (words !== "") return words;
  }
  return "";
}

const TOTAL = pattern(
  String.raw`^(?:(?:grand |sprint |phase |overall |must have |should have |[a-z]?\d+ )*(?:sub-?\s?)?totals?|sum|gesamt|summe|insgesamt|zwischensumme|总计|小计|合计|合計|小計|합계|소계|총계|총합|итого|всего|tổng(?: cộng)?|jumlah|المجموع|الإجمالي)(?![\p{L}])`,
  "u",
);
const BUFFER = pattern(String.raw`^(?:buffer|puffer|contingency|slack|reserve|margen|缓冲|버퍼|буфер)(?![\p{L}])`, "u");
export const NUMBERED = /^(\d{1,4})[.)]\s+(?=\S)/;

/** The column of ids by its cells: titles that are none, or a first column whose header says nothing known. */
function idColumn(table: Table, columns: Columns): number {
  const titles = columns.flatMap((role, index) => (role === "title" ? [index] : []));
  const byTitle =
    titles.find((index) => holdsIds(table, index)) ?? (titles.length > 1 ? titles.find((index) => holdsLetters(table, index)) : undefined);
  if (byTitle !== undefined) return byTitle;
  const unknown = columns[0] === undefined && !CONTAINER.test(normalised(table.header[0].text));
  return unknown && columns.includes("title") && holdsIds(table, 0) ? 0 : -1;
}

/** Whether nearly all cells of a column are ids: short, without blanks, with a number in them. */
function holdsIds(table: Table, column: number): boolean {
  return most(textsIn(table, column).map(idOf), (text) => ID(text).test(text));
}

/** Activities A, B, C, each once. */
function holdsLetters(table: Table, column: number): boolean {
  const texts = textsIn(table, column).map(idOf);
  return texts.length > 1 && texts.every((text) => /^[A-Z]{1,2}$/.test(text)) && new Set(texts).size === texts.length;
}

/** Counts, as in a roll-up's `Tasks` column. */
function holdsCounts(table: Table, column: number): boolean {
  const header = table.header[column].text.trim();
  return table.header.length > 1 && most(textsIn(table, column), (text) => /^~?\d+(?:[./-]\d+)?$/.test(text)) && !/^task$/i.test(header);
}

/** A column of boxes or signs without a header, or under a check mark. */
function holdsSigns(table: Table, column: number): boolean {
  if (!/^[✓✔✅☑\s]*$/u.test(table.header[column].text)) return false;
  const cells = table.rows.flatMap((row) =>
    row.cells[column] === undefined || row.cells[column].text.trim() === "" ? [] : [row.cells[column]],
  );
  return most(cells, (cell) => boxStatus(cell) !== undefined && cell.text.trim().length <= 4);
}

/** Some task waits for a row by its number, so that the numbers are the ids. */
function waitsForNumbers(table: Table, columns: Columns): boolean {
  const column = columns.indexOf("dependencies");
  return textsIn(table, column).some((text) => /^#?\d+(?:\s*[,;&+-]\s*#?\d+)*$/.test(text));
}

/** Of several estimates the expected one, else one in hours rather than in points, else the first. */
function bestEstimate(table: Table, columns: Columns): number {
  const places = columns.flatMap((role, index) => (role === "estimate" ? [index] : []));
  const rank = (index: number): number => {
    const header = normalised(table.header[index].text);
    if (/^(?:expected|te\b)/.test(header)) return 0;
    if (/optimistic|pessimistic|best case|worst case/.test(header) && !scaleOf(header, HOURS).pair) return 4;
    return scaleOf(header, HOURS).unit === "points" ? 3 : /most likely/.test(header) ? 2 : 1;
  };
  const ranks = places.map(rank);
  return places[ranks.indexOf(ranks.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY))] ?? -1;
}

function textsIn(table: Table, column: number): readonly string[] {
  return table.rows.map((row) => row.cells[column]?.text.trim() ?? "").filter((text) => text !== "");
}

function most<T>(values: readonly T[], test: (value: T) => boolean): boolean {
  return values.length > 0 && values.filter(test).length >= values.length * 0.8;
}

/** First headers of roll-ups, whose rows stand for sections. */
const CONTAINER =
  /^(?:epics?|phases?|sprints?|milestones?|weeks?|waves?|stages?|modules?|areas?|categor(?:y|ies)|components?|types?|days?|fase|этап|эпик|阶段|フェーズ|단계)$/;
const ID = pattern(String.raw`^(?=.*\d)[\p{L}\p{N}_][\p{L}\p{N}_.:/#-]{0,31}$`, "u");
/** A point in time: a month, a week, a date. */
const WHEN = /^(?:week|month|day|sprint|q)\s*\d|^\d{4}-\d{2}|^\d{1,2}(?:월|月)|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
