import { stringify } from "csv-stringify/sync";
import type { Outcome, Records } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import { onOneLine } from "./inline.ts";
import { breakCommands, visible } from "./visible.ts";

/**
 * What spreadsheets read: RFC 4180 with line feeds, a row of titles first, several plans under each other with their paths
 * in front. Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function reportCsv(outcomes: readonly Outcome[]): string {
  const tables = outcomes.flatMap(({ source, records }) => (records === undefined ? [] : [{ plan: formatPath(source.path), records }]));
  const columns = [...new Set(tables.flatMap(({ records }) => records.columns))];
  if (columns.length === 0) return "";
  const named = outcomes.length > 1;
  const rows = tables.flatMap(({ plan, records }) => rowsOf(records, columns).map((row) => (named ? [plan, ...row] : row)));
  return breakCommands(
    stringify([named ? ["plan", ...columns] : columns, ...rows], { cast: { string: safe, boolean: String }, escape_formulas: true }),
  );
}

function rowsOf({ columns, rows }: Records, wanted: readonly string[]): readonly Records["rows"][number][] {
  const places = wanted.map((column) => columns.indexOf(column));
  return rows.map((row) => places.map((place) => row[place]));
}

function safe(text: string): string {
  return visible(onOneLine(text)).replaceAll(LATER_FORMULA, "$&'");
}

/** Behind blanks, and behind a semicolon, which ends a cell for spreadsheets of countries with decimal commas. */
const LATER_FORMULA = /(?:^\s+|;[\s"]*)(?=[=+\-@＝＋－＠])/g;
