import { expect, test } from "vitest";
import {
  formatChain,
  formatCount,
  formatHours,
  formatList,
  formatNumber,
  formatPercent,
  formatPlace,
  formatProblems,
  formatQuote,
  formatWeeks,
} from "../src/format.ts";

test.each([
  [40, "40 h"],
  [0, "0 h"],
  [-0, "0 h"],
  [2.5, "2.5 h"],
  [0.25, "0.25 h"],
  [39 + 2 / 3, "39⅔ h"],
  [120 + 1 / 3, "120⅓ h"],
  [1 / 3, "⅓ h"],
  [-2 / 3, "-⅔ h"],
  [40.1 + 0.2, "40.3 h"],
  [1.005, "1 h"],
  [-0.001, "0 h"],
])("%s hours", (hours, text) => {
  expect(formatHours(hours)).toBe(text);
});

test("a third of a decimal is no third", () => {
  expect(formatNumber(2.33)).toBe("2.33");
});

test.each([
  [1.05, "105 %"],
  [1, "100 %"],
  [1.004, "100.4 %"],
  [0.996, "99.6 %"],
  [0, "0 %"],
])("the ratio %s", (ratio, text) => {
  expect(formatPercent(ratio)).toBe(text);
});

test("counts, lists, chains, weeks, places and problems", () => {
  expect([formatCount(1, "task"), formatCount(2, "task"), formatCount(0, "criterion", "criteria")]).toEqual([
    "1 task",
    "2 tasks",
    "0 criteria",
  ]);
  expect([formatList([]), formatList(["a"]), formatList(["a", "b"]), formatList(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(formatList(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  expect(formatChain(["1", "2", "3"])).toBe("1 → 2 → 3");
  expect(formatChain(["1", "2", "3", "4", "5", "6", "7"])).toBe("1 → 2 → 3 → 4 → … → 7");
  expect([formatWeeks({ first: 1, last: 1 }), formatWeeks({ first: 1, last: 3 })]).toEqual(["week 1", "weeks 1-3"]);
  expect(formatPlace("plans\\a.md", { line: 3, column: 7, offset: 40 })).toBe("plans/a.md:3:7");
  expect(formatProblems({ errors: 1, warnings: 0, infos: 2 })).toBe("1 error, 2 infos");
  expect(formatProblems({ errors: 0, warnings: 0, infos: 0 })).toBe("no problems");
});

test("quoted plan text stays on one line and short", () => {
  expect(formatQuote(" a\n  b ")).toBe("`a b`");
  expect(formatQuote("x".repeat(81))).toBe(`\`${"x".repeat(80)}…\``);
  expect(formatQuote("😀".repeat(300))).toBe(`\`${"😀".repeat(80)}…\``);
});
