import type { Config } from "../config.ts";
import type { ColumnRole, Unread } from "../model.ts";
import { type Scale, scaleOf } from "./estimate.ts";
import { idOf, splitId } from "./ids.ts";
import type { Row, Table } from "./markdown.ts";
import { boxStatus } from "./scales.ts";
import { field, isMarked, type Slice, sub, textField, trim } from "./slice.ts";
import type { TaskDraft } from "./task.ts";
import { columnRole, normalised } from "./words.ts";

/** What each column of a table was taken for, in the order of the columns. */
export type Columns = readonly (ColumnRole | undefined)[];

/** A table that may hold tasks, and how sure that is. */
export interface TableKind {
  readonly columns: Columns;
  /** In a column of their own or in the titles. */
  readonly hasIds: boolean;
  /** It says how long tasks take or what they wait for. */
  readonly isPlanned: boolean;
}

export type UnreadRow = Omit<Unread, "line">;

export interface TableReading {
  readonly drafts: readonly TaskDraft[];
  readonly unread: readonly UnreadRow[];
  readonly totals: readonly RowTotal[];
}

/** What a total row says in the estimate column, and which drafts of its table stand between it and the total row before. */
export interface RowTotal {
  readonly amount: Slice;
  readonly first: number;
  readonly end: number;
}

/** What a table could be as a table of tasks, told from its header and cells; undefined for any other table. */
export function taskTable(table: Table, config: Config): TableKind | undefined {
  const columns = decideColumns(table, config);
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((each) => columns.includes(each));
  const hasIds = has("id") || titlesHoldIds(table, columns);
  const isPlanned = has("estimate", "dependencies");
  const named = has("title") || (has("id") && isPlanned);
  const headers = table.header.map((header) => normalised(header.text));
  if (!named || headers.some((header) => ALIEN.test(header)) || isLog(table, columns)) return undefined;
  if (!hasIds && (ALIEN_ROSTER.test(headers[0]) || !(isPlanned || has("assignee")))) return undefined;
  return isPlanned || has("assignee", "status", "priority") ? { columns, hasIds, isPlanned } : undefined;
}

/** Reads the rows of a task table: each is a task or listed as unread, with the reason. */
export function readTable(table: Table, columns: Columns, otherwise: Scale): TableReading {
  const drafts: TaskDraft[] = [];
  const unread: UnreadRow[] = [];
  const totals: RowTotal[] = [];
  const scale = scaleOf(table.header[columns.indexOf("estimate")]?.text ?? "", otherwise);
  const idsInTitles = titlesHoldIds(table, columns);
  for (const row of table.rows) {
    const cells = cellsOf(row, columns);
    const odd = oddity(row, cells);
    const amount = odd?.kind === "total" ? cells.get("estimate") : undefined;
    if (amount !== undefined && amount.text !== "") totals.push({ amount, first: totals.at(-1)?.end ?? 0, end: drafts.length });
    if (odd !== undefined) unread.push(odd);
    else
      drafts.push({
        ...named(row, cells, idsInTitles),
        cells: asCells(cells),
        scale,
        blocks: [],
        span: row.span,
        source: "row",
        optional: false,
        parent: undefined,
      });
  }
  return { drafts, unread, totals };
}

function decideColumns(table: Table, config: Config): Columns {
  const roles = table.header.map((header) => columnRole(header.text, config.columns));
  const columns = roles.map((role, index) => {
    if (role === "number") return roles.includes("id") ? undefined : "id";
    // A first column of days or weeks says when something happens, not how long it takes.
    if (role === "estimate" && (index === 0 || most(columnTexts(table, index), (text) => WHEN.test(text)))) return undefined;
    return role === "title" && holdsNumbers(table, index) ? undefined : role;
  });
  const titles = columns.flatMap((role, index) => (role === "title" ? [index] : []));
  if (!columns.includes("id")) {
    const idColumn = titles.find((index) => holdsIds(table, index));
    if (idColumn !== undefined) columns[idColumn] = "id";
  }
  return columns.map((role, index) => (role !== undefined && columns.indexOf(role) === index ? role : undefined));
}

/** Whether nearly all cells of a column are ids: short, without blanks, with a number in them. */
function holdsIds(table: Table, column: number): boolean {
  return most(columnTexts(table, column).map(idOf), (text) => ID.test(text));
}

/** Counts, as in a roll-up's `Tasks` column. */
function holdsNumbers(table: Table, column: number): boolean {
  return (
    table.header.length > 1 &&
    most(columnTexts(table, column), (text) => /^~?\d+(?:[./-]\d+)?$/.test(text)) &&
    !/^task$/i.test(table.header[column].text.trim())
  );
}

/** A table that names the same task again and again, as a log of hours does. */
function isLog(table: Table, columns: Columns): boolean {
  const [id, title] = [columns.indexOf("id"), columns.indexOf("title")];
  if (id < 0 || title < 0 || table.rows.length < 2) return false;
  const names = table.rows.map((row) => `${row.cells[id]?.text.trim()}|${row.cells[title]?.text.trim()}`).filter((name) => /\d/.test(name));
  return new Set(names).size < names.length;
}

function titlesHoldIds(table: Table, columns: Columns): boolean {
  const title = columns.indexOf("title");
  const number = columns.indexOf("id");
  if (title < 0 || (number >= 0 && !most(columnTexts(table, number), (text) => /^\d+$/.test(text)))) return false;
  const cells = table.rows.flatMap((row) => (row.cells[title] === undefined || isTotal(row) ? [] : [trim(row.cells[title])]));
  return most(cells, (cell) => splitId(cell) !== undefined || NUMBERED.test(cell.text));
}

function columnTexts(table: Table, column: number): readonly string[] {
  return table.rows
    .filter((row) => !isTotal(row))
    .map((row) => row.cells[column]?.text.trim() ?? "")
    .filter((text) => text !== "");
}

function isTotal(row: Row): boolean {
  const first = normalised(row.cells.find((cell) => cell.text.trim() !== "")?.text ?? "");
  return TOTAL.test(first) || BUFFER.test(first);
}

function most<T>(values: readonly T[], test: (value: T) => boolean): boolean {
  return values.length > 0 && values.filter(test).length >= values.length * 0.8;
}

type RowCells = ReadonlyMap<ColumnRole, Slice>;

function cellsOf(row: Row, columns: Columns): RowCells {
  const cells = new Map<ColumnRole, Slice>();
  for (const [index, role] of columns.entries()) {
    const cell = row.cells[index];
    if (role !== undefined && cell !== undefined) cells.set(role, trim(cell));
  }
  return cells;
}

function asCells(cells: RowCells): TaskDraft["cells"] {
  return new Map([...cells].map(([role, cell]) => [role, [cell]]));
}

function named(row: Row, cells: RowCells, idsInTitles: boolean): Pick<TaskDraft, "id" | "idText" | "title" | "status"> {
  const idCell = cells.get("id") ?? sub(row.cells[0], 0, 0);
  const titleCell = cells.get("title") ?? idCell;
  const found = idsInTitles ? (splitId(titleCell) ?? numberedTitle(titleCell)) : undefined;
  const id = idOf(found?.id.text ?? idCell.text);
  const title = found?.title ?? titleCell;
  const struck = isMarked(titleCell, "delete") || isMarked(idCell, "delete");
  const box = cells.has("status") ? undefined : (boxStatus(idCell) ?? boxStatus(titleCell));
  const status: TaskDraft["status"] = struck ? field(titleCell, "done") : box;
  return { id: id === "" ? undefined : id, idText: found?.id ?? (id === "" ? sub(titleCell, 0, 0) : idCell), title, status };
}

/** `1. title`, in a table in which all titles are numbered. */
function numberedTitle(cell: Slice): { readonly id: Slice; readonly title: Slice } | undefined {
  const match = NUMBERED.exec(cell.text);
  return match === null ? undefined : { id: sub(cell, 0, match[1].length), title: trim(sub(cell, match[0].length)) };
}

/** What a row is that is no task of its own. */
function oddity(row: Row, cells: RowCells): UnreadRow | undefined {
  const text = textField(trim(row.cells.find((cell) => cell.text.trim() !== "") ?? row.cells[0]));
  const first = normalised(text.text);
  if (first === "") return { kind: "continuation", text, reason: "the row is empty" };
  if (TOTAL.test(first)) return { kind: "total", text, reason: "it is a total" };
  if (BUFFER.test(first)) return { kind: "buffer", text, reason: "it is a buffer" };
  const id = cells.get("id")?.text ?? "";
  if (cells.has("id") && id === "") {
    const planned = PLANNED.some((role) => (cells.get(role)?.text ?? "") !== "");
    return planned
      ? { kind: "unreadable", text, reason: "it has no id" }
      : { kind: "continuation", text, reason: "it continues the row above" };
  }
  const title = cells.get("title")?.text ?? "";
  const untouched =
    title === "" && cells.has("id") && cells.has("title") && !FILLED.some((role) => MEANT.test(cells.get(role)?.text ?? ""));
  if (untouched || PLACEHOLDER.test(title)) return { kind: "group", text, reason: "it is an empty template" };
  return !cells.has("id") && title === "" ? { kind: "unreadable", text, reason: "it has no title" } : undefined;
}

const PLANNED: readonly ColumnRole[] = ["estimate", "dependencies", "assignee", "status"];
const FILLED: readonly ColumnRole[] = ["estimate", "dependencies", "assignee"];
/** `[Task name]`, `___`, `…`. */
const PLACEHOLDER = /^(?:\[[^\]]*\]|_{2,}|\.{3}|…|<[^>]*>)$/;
/** Something that a person put in: a letter or digit outside of brackets. */
const MEANT = /^[^[<]*[\p{L}\p{N}]/u;
const NUMBERED = /^(\d{1,4})[.)]\s+(?=\S)/;
const ID = /^(?=.*\d)[\p{L}\p{N}_][\p{L}\p{N}_.:/#-]{0,31}$/u;
/** A point in time: a month, a week, a date. */
const WHEN = /^(?:week|month|day|sprint|q)\s*\d|^\d{4}-\d{2}|^\d{1,2}(?:월|月)|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const TOTAL =
  /^(?:(?:grand |sprint |phase |overall |must have |should have |[a-z]?\d+ )*(?:sub-?\s?)?totals?|sum|gesamt|summe|insgesamt|总计|小计|合计|合計|小計|합계|소계|총계|총합|итого|всего|tổng|jumlah|المجموع)(?![\p{L}])/u;
const BUFFER = /^(?:buffer|puffer|contingency|slack|reserve|margen|缓冲|버퍼|буфер)(?![\p{L}])/u;

/** Headers of tables that are about something else, whatever their other columns are. */
const ALIEN = /^(?:mitigation|mitigations?(?: strategy)?|probability|likelihood|contingency|meeting|attendees|required by|allocation)$/;
/** First headers of tables without ids that list something else. */
const ALIEN_ROSTER =
  /^(?:risks?|milestones?|metrics?|kpis?|role|team|team member|member|name|question|decision|assumption|document|file|environment|date|day|days|week|weeks|phase|sprint)$/;
