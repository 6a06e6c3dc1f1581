import fc from "fast-check";
import { expect, test } from "vitest";
import type { Records } from "../src/commands/outcome.ts";
import { reportCsv } from "../src/report/csv.ts";
import { outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

function csv(...plans: readonly (readonly [string, Records])[]): string {
  return reportCsv(plans.map(([path, records]) => ({ ...outcomeOf({ path }), records })));
}

test("titles, then a row for each record", () => {
  const records = {
    columns: ["task", "title", "hours", "critical"],
    rows: [
      ["1.1", 'Say "hi", twice', 39.5, true],
      ["1.2", undefined, -2, false],
      ["1.3", "two\nlines", 0, undefined],
    ],
  };
  expect(csv(["a.md", records])).toBe('task,title,hours,critical\n1.1,"Say ""hi"", twice",39.5,true\n1.2,,-2,false\n1.3,two lines,0,\n');
});

test("several plans stand under each other behind their paths, with all columns that one of them has", () => {
  const first = { columns: ["task", "slack"], rows: [["1.1", 4]] };
  const second = { columns: ["task", "startTime"], rows: [["A", "2026-03-02T09:00"]] };
  expect(csv(["plans\\a.md", first], ["b.md", second])).toBe("plan,task,slack,startTime\nplans/a.md,1.1,4,\nb.md,A,,2026-03-02T09:00\n");
});

test("a plan without records, beside another one and alone", () => {
  const records = { columns: ["task"], rows: [["1"]] };
  expect(reportCsv([outcomeOf({}), { ...outcomeOf({ path: "b.md" }), records }])).toBe("plan,task\nb.md,1\n");
  expect(reportCsv([outcomeOf({})])).toBe("");
  expect(reportCsv([])).toBe("");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1"])("%s is no formula", (text) => {
  expect(csv(["a.md", { columns: ["title"], rows: [[text]] }])).toBe(`title\n'${text}\n`);
});

test.each([
  ["\t=1+1", " '=1+1"],
  ["a;=1+1", "a;'=1+1"],
  ["a; -1", "a; '-1"],
])("%j is no formula where blanks are dropped or cells end at semicolons", (text, written) => {
  expect(csv(["a.md", { columns: ["title"], rows: [[text]] }])).toBe(`title\n${written}\n`);
});

test("hostile cells come back as what they show, and say nothing to a runner", () => {
  const cell = fc.string({
    unit: fc.constantFrom('"', ",", "\n", "\r", "=", "-", "\t", ";", "'", "#", "##[", "[", "::", "a", " ", "\u001b", "é"),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const output = csv(["a.md", { columns: ["a", "b", "c"], rows }]);
      expect(workflowCommands(output)).toEqual([]);
      expect(output).not.toMatch(/[^\P{Cc}\n]/u);
      const cells = readCsv(output);
      expect(cells.length).toBe(rows.length + 1);
      for (const row of cells) {
        expect(row.length).toBe(3);
        for (const each of row) expect(each).not.toMatch(/^[=+@-]/);
      }
    }),
    { numRuns: 2_000 },
  );
});

/** A reader of RFC 4180. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
