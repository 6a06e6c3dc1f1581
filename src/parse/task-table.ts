import type { Config } from "../config.ts";
import type { ColumnRole, Unread } from "../model.ts";
import { type Columns, decideColumns, firstWords, isLog, NUMBERED, sumIn, titlesHoldIds, withoutTotals } from "./columns.ts";
import { type Scale, scaleOf } from "./estimate.ts";
import type { Cells, DraftCells } from "./fields.ts";
import { idOf, splitId } from "./ids.ts";
import type { Row, Table } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { boxStatus } from "./scales.ts";
import { field, isMarked, type Slice, sub, textField, trim } from "./slice.ts";
import type { TaskDraft } from "./task.ts";
import { normalised } from "./words.ts";

/** A table that may hold tasks, and how sure that is. */
export interface TableKind {
  readonly columns: Columns;
  readonly idsInTitles: boolean;
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
  /** The estimates of the buffer rows. */
  readonly buffers: readonly Slice[];
}

/** What a total row says in the estimate column, and which drafts of its table stand between it and the total row before. */
export interface RowTotal {
  readonly amount: Slice;
  readonly first: number;
  readonly end: number;
  /** How many buffer rows stand above it, which it may include. */
  readonly buffers: number;
}

/** What a table could be as a table of tasks, told from its header and cells; undefined for any other table. */
export function taskTable(table: Table, config: Config): TableKind | undefined {
  const body = withoutTotals(table);
  const columns = decideColumns(body, config);
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((each) => columns.includes(each));
  const idsInTitles = titlesHoldIds(body, columns);
  const hasIds = has("id") || idsInTitles;
  const isPlanned = has("estimate", "dependencies");
  const named = has("title") || (has("id") && isPlanned);
  const headers = table.header.map((header) => normalised(header.text));
  if (!named || headers.some((header) => ALIEN.test(header)) || ALIEN_LOG.test(headers[0]) || isLog(table, columns)) return undefined;
  if (!hasIds && (ALIEN_ROSTER.test(headers[0]) || !(isPlanned || has("assignee")))) return undefined;
  return isPlanned || has("assignee", "status", "priority") ? { columns, idsInTitles, hasIds, isPlanned } : undefined;
}

/** Reads the rows of a task table: each is a task or listed as unread, with the reason. */
export function readTable(table: Table, { columns, idsInTitles }: TableKind, otherwise: Scale): TableReading {
  const drafts: TaskDraft[] = [];
  const unread: UnreadRow[] = [];
  const totals: RowTotal[] = [];
  const scale = scaleOf(table.header[columns.indexOf("estimate")]?.text ?? "", otherwise);
  const buffers: Slice[] = [];
  const roles = columns.flatMap((role, index): [ColumnRole, number][] => (role === undefined ? [] : [[role, index]]));
  const header = table.header.map((cell) => normalised(cell.text));
  let whole: TaskDraft | undefined;
  for (const row of table.rows) {
    const cells = cellsOf(row, roles);
    const isPart = whole !== undefined && isChild(cells);
    const odd = isPart ? undefined : repeats(header, row) ? headerAgain(row) : oddity(row, cells);
    const amount = cellIn(cells, "estimate");
    if (amount !== undefined && amount.text !== "") {
      if (odd?.kind === "buffer") buffers.push(amount);
      if (odd?.kind === "total") totals.push({ amount, first: totals.at(-1)?.end ?? 0, end: drafts.length, buffers: buffers.length });
    }
    if (odd !== undefined) {
      unread.push(odd);
      continue;
    }
    const parent = isPart ? whole : undefined;
    const { id, idText, title, status } = named(row, cells, idsInTitles && !isPart);
    const draft: TaskDraft = {
      id,
      idText,
      title,
      status,
      cells,
      scale,
      blocks: [],
      span: row.span,
      source: "row",
      optional: false,
      parent,
    };
    drafts.push(draft);
    if (!isPart && draft.id !== undefined) whole = draft;
  }
  return { drafts, unread, totals, buffers };
}

/** A row without an id whose title is marked as a part of the row above: `↳ title`, `- title`. */
function isChild(cells: Cells): boolean {
  return textIn(cells, "id") === "" && /^(?:[↳└├→•·]|[-–+*>]\s)/u.test(textIn(cells, "title") ?? "");
}

function repeats(header: readonly string[], { cells }: Row): boolean {
  return cells.length === header.length && cells.every((cell, index) => normalised(cell.text) === header[index]);
}

function headerAgain(row: Row): UnreadRow {
  return { kind: "repeat", text: textField(trim(row.cells[0])), reason: "it repeats the header" };
}

function cellsOf(row: Row, roles: readonly (readonly [ColumnRole, number])[]): Cells {
  const cells: DraftCells = {};
  for (const [role, index] of roles) {
    const cell = row.cells[index];
    if (cell !== undefined) cells[role] = [trim(cell)];
  }
  return cells;
}

function cellIn(cells: Cells, role: ColumnRole): Slice | undefined {
  return cells[role]?.[0];
}

function textIn(cells: Cells, role: ColumnRole): string | undefined {
  return cellIn(cells, role)?.text;
}

function named(row: Row, cells: Cells, idsInTitles: boolean): Pick<TaskDraft, "id" | "idText" | "title" | "status"> {
  const idCell = cellIn(cells, "id") ?? sub(row.cells[0], 0, 0);
  const titleCell = cellIn(cells, "title") ?? idCell;
  const found = idsInTitles ? (splitId(titleCell) ?? numberedTitle(titleCell)) : undefined;
  const id = idOf(found?.id.text ?? idCell.text);
  const title = found?.title ?? titleCell;
  const struck = isMarked(titleCell, "delete") || isMarked(idCell, "delete");
  const box = cells.status === undefined ? (boxStatus(idCell) ?? boxStatus(titleCell)) : undefined;
  const status: TaskDraft["status"] = struck ? field(titleCell, "done") : box;
  return { id: id === "" ? undefined : id, idText: found?.id ?? (id === "" ? sub(titleCell, 0, 0) : idCell), title, status };
}

/** `1. title`, in a table in which all titles are numbered. */
function numberedTitle(cell: Slice): { readonly id: Slice; readonly title: Slice } | undefined {
  const match = NUMBERED.exec(cell.text);
  return match === null ? undefined : { id: sub(cell, 0, match[1].length), title: trim(sub(cell, match[0].length)) };
}

/** What a row is that is no task of its own. */
function oddity(row: Row, cells: Cells): UnreadRow | undefined {
  const why = whyOdd(row, cells);
  if (why === undefined) return undefined;
  const text = textField(trim(row.cells.find((cell) => cell.text.trim() !== "") ?? row.cells[0]));
  return { kind: why.kind, text, reason: why.reason };
}

function whyOdd(row: Row, cells: Cells): Pick<UnreadRow, "kind" | "reason"> | undefined {
  const first = firstWords(row);
  if (first === "" && (textIn(cells, "id") ?? "") === "") return { kind: "continuation", reason: "the row is empty" };
  const sum = sumIn(first);
  if (sum !== undefined) return { kind: sum, reason: `it is a ${sum}` };
  const id = textIn(cells, "id") ?? "";
  if (cells.id !== undefined && id === "") {
    const planned = PLANNED.some((role) => (textIn(cells, role) ?? "") !== "");
    return planned ? { kind: "unreadable", reason: "it has no id" } : { kind: "continuation", reason: "it continues the row above" };
  }
  const title = textIn(cells, "title") ?? "";
  const untouched =
    title === "" && cells.id !== undefined && cells.title !== undefined && !FILLED.some((role) => isMeant(textIn(cells, role) ?? ""));
  if (untouched || PLACEHOLDER.test(title)) return { kind: "group", reason: "it is an empty template" };
  return cells.id === undefined && title === "" ? { kind: "unreadable", reason: "it has no title" } : undefined;
}

const PLANNED: readonly ColumnRole[] = ["estimate", "dependencies", "assignee", "status"];
const FILLED: readonly ColumnRole[] = ["estimate", "dependencies", "assignee"];
/** `[Task name]`, `___`, `…`. */
const PLACEHOLDER = /^(?:\[[^\]]*\]|_{2,}|\.{3}|…|<[^>]*>)$/;
/** Something that a person put in: a letter or digit outside of brackets. */
function isMeant(text: string): boolean {
  return MEANT(text).test(text);
}

const MEANT = pattern(String.raw`^[^[<]*[\p{L}\p{N}]`, "u");

/** Headers of tables that are about something else, whatever their other columns are. */
const ALIEN = /^(?:mitigation|mitigations?(?: strategy)?|probability|likelihood|contingency|meeting|attendees|required by|allocation)$/;
/** First headers of tables that say when something was or will be done, whatever ids they name. */
const ALIEN_LOG = /^(?:date|day|time|when)$/;
/** First headers of tables without ids that list something else. */
const ALIEN_ROSTER =
  /^(?:risks?|milestones?|metrics?|kpis?|role|team|team member|member|name|question|decision|assumption|document|file|environment|date|day|days|week|weeks|phase|sprint)$/;
