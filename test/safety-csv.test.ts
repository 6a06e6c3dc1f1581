import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reportCsv } from "../src/report/csv.ts";
import { hostileText } from "./hostile-plan.ts";
import { shownAgain } from "./plain-text.ts";
import { outcomeOf } from "./report-outcome.ts";
import { patience, times } from "./runs.ts";

const CELLS = 10_000;
const AT_ONCE = 100;

test("cells come back as what they say, and none is a formula", { timeout: patience(10) }, () => {
  const row = fc.tuple(hostileText("sheet"), hostileText("sheet"), hostileText("sheet"), hostileText("sheet"));
  fc.assert(
    fc.property(fc.array(row, { minLength: AT_ONCE / 4, maxLength: AT_ONCE / 4 }), (rows) => {
      const records = { columns: ["a", "b", "c", "d"], rows };
      const outcomes = ["a.md", rows[0][0]].map((path) => ({ ...outcomeOf({ path }), records }));
      const output = reportCsv(outcomes);
      const read: readonly (readonly string[])[] = parse(output);
      expect(read.map(({ length }) => length)).toEqual(Array.from({ length: 1 + 2 * rows.length }, () => 5));
      expect(read.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
      // Where numbers have decimal commas, cells end at semicolons, and quotes in the middle of a cell mean nothing.
      const split: readonly (readonly string[])[] = parse(output, { delimiter: ";", quote: false, relax_column_count: true });
      expect(split.flatMap(([, ...cells]) => cells).filter((cell) => FORMULA.test(cell.replace(/^[\s"]+/, "")))).toEqual([]);
      const back = read.slice(1, 1 + rows.length).map(([, ...cells]) => cells.map((cell) => guarded(shownAgain(cell))));
      expect(back).toEqual(rows.map((cells) => cells.map(guarded)));
    }),
    { numRuns: times(CELLS / AT_ONCE) },
  );
});

const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** The text on one line, whatever apostrophes keep it from being a formula. */
function guarded(text: string): string {
  return text.replaceAll(/\r\n|[\t\n\r]/g, " ").replaceAll("'", "");
}
