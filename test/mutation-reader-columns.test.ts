import { describe, expect, test } from "vitest";
import type { ColumnRole } from "../src/model.ts";
import { type Columns, decideColumns, isLog, sumIn, titlesHoldIds } from "../src/parse/columns.ts";
import { readable } from "../src/parse/encoding.ts";
import { parseMarkdown, type Table } from "../src/parse/markdown.ts";
import { settings } from "./command-plans.ts";
import { table } from "./rule-findings.ts";

/** A table as Markdown has it; a row may have fewer cells than the head. */
function tableOf(head: string, rows: readonly string[]): Table {
  const [part] = parseMarkdown(readable(table(rows, head))).parts;
  if (part.kind !== "table") throw new Error(`no table: ${head}`);
  return part;
}

const ROLES: ReadonlyMap<string, ColumnRole> = new Map([
  ["#", "id"],
  ["ID", "id"],
  ["Task", "title"],
  ["Hours", "estimate"],
  ["Owner", "assignee"],
  ["Needs", "dependencies"],
]);
const rolesOf = (head: string): Columns => head.split(" | ").map((name) => ROLES.get(name));

describe("what columns are", () => {
  test.each([
    ["a priority is no id", "Priority | Task | Hours", ["P1 | Dig | 2", "P2 | Lay | 2"], "priority title estimate"],
    ["a first column without a known name may be", "Nr | Task | Hours", ["X1 | Dig | 2", "X2 | Lay | 2"], "id title estimate"],
    ["numbers alone are ids where there is nothing else", "Title", ["1", "2"], "id"],
    ["boxes under a word say nothing", "ID | Task | Foo", ["1 | Dig | [x]", "2 | Lay | [ ]"], "id title -"],
    ["boxes under nothing are the status", "ID | Task | ", ["1 | Dig | [x]", "2 | Lay | [ ]"], "id title status"],
    ["boxes under a mark, not in each row", "ID | Task | ✓", ["1 | Dig | ✅", "2 | Lay | ", "3"], "id title status"],
    ["the first of two estimates", "ID | Task | Hours | Estimate", ["1 | Dig | 2 | 3"], "id title estimate -"],
    ["the expected one of them", "ID | Task | Hours | Expected", ["1 | Dig | 2 | 3"], "id title - estimate"],
    [
      "a time is no estimate, whatever rows are short",
      "ID | Task | Estimate",
      ["1 | Dig | Week 1", "2 | Lay | Week 2", "3", "4", "5"],
      "id title -",
    ],
    ["the first of two with one name", "ID | Task | Task", ["A-1 | Dig | Lay"], "id title -"],
  ])("%s", (_what, head, rows, expected) => {
    const columns = decideColumns(tableOf(head, rows), settings());
    expect(columns.map((role) => role ?? "-").join(" ")).toBe(expected);
  });
});

describe("ids may stand in titles", () => {
  test.each([
    ["with words behind them", "Task | Hours", ["1.1 Dig | 2", "1.2 Lay | 2"], true],
    ["alone, where no column is for them", "Task | Hours", ["A-1 | 2", "A-2 | 2"], true],
    ["not alone beside a number", "# | Task", ["1 | A-1", "2 | A-2"], false],
    ["beside a number", "# | Task", ["1 | A-1 Dig", "2 | A-2 Lay"], true],
    ["not beside an id", "ID | Task", ["X1 | A-1 Dig", "X2 | A-2 Lay"], false],
    ["not beside numbers that others wait for", "# | Task | Needs", ["1 | A-1 Dig | ", "2 | A-2 Lay | 1,3"], false],
    ["not beside one in front that others wait for", "Needs | # | Task", [" | 1 | A-1 Dig", "1 | 2 | A-2 Lay"], false],
    ["beside numbers where others wait for words", "# | Task | Needs", ["1 | A-1 Dig | ", "2 | A-2 Lay | rain"], true],
    ["where rows are short", "Hours | Task", ["2 | A-1 Dig", "2 | A-2 Lay", "2"], true],
    ["not where there are none", "Hours | Owner", ["2 | Ada", "2 | Ben"], false],
  ])("%s", (_what, head, rows, expected) => expect(titlesHoldIds(tableOf(head, rows), rolesOf(head))).toBe(expected));
});

describe("a log names the same again and again", () => {
  const log = ["A-1 | Dig", "A-1 | Dig", "A-2 | Lay", "A-2 | Lay"];
  test.each([
    ["by id and title", "ID | Task", log, true],
    ["by id alone", "ID | Note", log, true],
    ["not by title alone", "Note | Task", ["a | Dig 1", "b | Dig 1", "c | Dig 1"], false],
    ["not with other titles, which stand in front", "Task | ID", ["Dig | A-1", "Lay | A-1", "Mow | A-1"], false],
    ["not once", "ID | Task", [...log.slice(0, 3), "A-3 | Mow"], false],
    ["not by what has no number", "ID | Task", ["x | Dig", "x | Dig", "x | Dig"], false],
    ["in short rows", "Task | ID", ["Dig | A-1", "Dig | A-1", "Dig | A-1", "Lay"], true],
    ["in short rows without titles", "ID | Task", ["A-1", "A-1", "A-1"], true],
  ])("%s", (_what, head, rows, expected) => expect(isLog(tableOf(head, rows), rolesOf(head))).toBe(expected));
});

test.each([
  ["total", "total"],
  ["sprint 2 subtotal", "total"],
  ["buffer", "buffer"],
  ["buffers", undefined],
  ["1.2", undefined],
  ["", undefined],
  ["2 totals", "total"],
])("a row that begins with `%s` is a %s", (words, kind) => expect(sumIn(words)).toBe(kind));
