import { describe, expect, test } from "vitest";
import { sprintOf, tableOf, toldBy } from "./rule-lines.ts";

const ONE = "Sprint 1: A (Week 1)";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const RANGE = ["1 | Dig | 3-5 | Ada | ", "2 | Lay | 5 | Ada | "];
const STATUS = "ID | Task | Hours | Status";
/** Eight hours in a sprint with this total below its table. */
const total = (line: string, rows: readonly string[] = TWO): string => sprintOf(ONE, rows, { after: `**Total**: ${line}` });
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | 2 | Ada | `);
const second = (line: string): string => sprintOf("Sprint 2: B (Week 2)", ["3 | Roof | 4 | Ada | "], { after: `**Total**: ${line}` });
const UNREAD = sprintOf("Sprint 2: B (Week 2)", [" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]);
const phased = (...lines: readonly string[]): string =>
  lines
    .map(
      (line, index) =>
        `# Phase ${index + 1}: P\n\n## Sprint ${index + 1}.1: A\n\n${tableOf([`${index + 1}.1.1 | Dig | 3 | Ada | `])}\n## Sprint ${index + 1}.2: B\n\n${tableOf([`${index + 1}.2.1 | Lay | 5 | Ada | `])}\n**Total**: ${line}\n\n`,
    )
    .join("");

describe("the total of a sprint", () => {
  test.each<[string, string, readonly string[]]>([
    ["is right", total("8 hours"), []],
    [
      "is wrong",
      total("9 hours"),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is a range", total("9-12 hours"), []],
    ["is a range in words", total("9 to 12 hours"), []],
    ["is a range in words and two units", total("9 hours to 12 hours"), []],
    [
      "is a number behind a word",
      total("up to 9 hours"),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is a range with two units", total("9 hours - 12 hours"), []],
    [
      "is no range before a remark",
      total("9 hours, 2 people"),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "is far from a number",
      total("9 hours                          - 12"),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is in the unit of its estimates", total("3", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]), []],
    ["is in hours over days", total("24", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]), []],
    [
      "is neither",
      total("4", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["[4] the total of sprint 1 says 32 h, its 2 tasks sum to 24 h", "= 8 + 16 = 24", "> write `3`: [4] to [3]"],
    ],
    [
      "says that it is in hours",
      total("3 hours", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["[3] the total of sprint 1 says 3 h, its 2 tasks sum to 24 h", "= 8 + 16 = 24", "> write `24`: [3] to [24]"],
    ],
    [
      "has no unit where there are two",
      total("3", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2h | Ada | "]),
      ["[3] the total of sprint 1 says 3 h, its 2 tasks sum to 10 h", "= 8 + 2 = 10", "> write `10`: [3] to [10]"],
    ],
    [
      "has no unit where nothing is said",
      total("3", ["1 | Dig | 0 | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["[3] the total of sprint 1 says 24 h, its 2 tasks sum to 16 h", "> write `2`: [3] to [2]"],
    ],
    [
      "leaves out what is dropped",
      sprintOf(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 3 hours" }),
      [],
    ],
    [
      "counts what is dropped",
      sprintOf(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 8 hours" }),
      [],
    ],
    [
      "is only what is dropped",
      sprintOf(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 5 hours" }),
      ["[5] the total of sprint 1 says 5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [5] to [8]"],
    ],
    ["includes the buffer", total("10 hours (including 2 hours buffer)"), []],
    [
      "does not say that it includes the buffer",
      total("10 hours (2 hours buffer)"),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "says so in the next line",
      total("10 hours (2 hours buffer)\nincluding it all"),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "includes no buffer",
      total("10 hours, including everything"),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    ["is that of the table above it", sprintOf(ONE, TWO, { after: `${tableOf(["3 | Roof | 4 | Ada | "])}\n**Total**: 4 hours` }), []],
    [
      "is that of another table",
      sprintOf(ONE, TWO, { after: `${tableOf(["3 | Roof | 4 | Ada | "])}\n**Total**: 7 hours` }),
      ["[7] the total of sprint 1 says 7 h, its 3 tasks sum to 12 h", "= 3 + 5 + 4 = 12", "> write `12`: [7] to [12]"],
    ],
    [
      "is that of the table far above it",
      sprintOf(ONE, TWO, { after: `${tableOf(["3 | Roof | 4 | Ada | "])}\n**Total**: 8 hours` }),
      ["[8] the total of sprint 1 says 8 h, its 3 tasks sum to 12 h", "= 3 + 5 + 4 = 12", "> write `12`: [8] to [12]"],
    ],
    ["stands between two tables", sprintOf(ONE, TWO, { after: `**Total**: 8 hours\n\n${tableOf(["3 | Roof | 4 | Ada | "])}` }), []],
    [
      "stands above the tables",
      `## ${ONE}\n\n**Total**: 4 hours\n\n${tableOf(TWO)}\n`,
      ["[4] the total of sprint 1 says 4 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [4] to [8]"],
    ],
    ["is that of the plan so far", sprintOf(ONE, TWO) + second("12 hours"), []],
    [
      "is that of the sprint before",
      sprintOf(ONE, TWO) + second("8 hours"),
      ["[8] the total of sprint 2 says 8 h, its 1 task takes 4 h", "> write `4`: [8] to [4]"],
    ],
    [
      "is that of the plan too early",
      total("12 hours") + second("4 hours"),
      ["[12] the total of sprint 1 says 12 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [12] to [8]"],
    ],
    ["is that of the phase so far", phased("8 hours", "8 hours"), []],
    ["is that of the plan at the end of a phase", phased("8 hours", "16 hours"), []],
    [
      "is nothing of a phase",
      phased("8 hours", "13 hours"),
      ["[13] the total of sprint 2.2 says 13 h, its 1 task takes 5 h", "> write `5`: [13] to [5]"],
    ],
    ["is more where an estimate is missing", total("9 hours", [...TWO, "3 | Roof | | Ada | "]), []],
    [
      "is less where an estimate is missing",
      total("7 hours", [...TWO, "3 | Roof | | Ada | "]),
      ["[7] the total of sprint 1 says 7 h, its 3 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [7] to [8]"],
    ],
    ["is more where a row cannot be read", total("9 hours", [...TWO, " | | 7 | Ada | "]), []],
    [
      "is less where a row cannot be read",
      total("7 hours", [...TWO, " | | 7 | Ada | "]),
      ["[7] the total of sprint 1 says 7 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [7] to [8]"],
    ],
    [
      "is more where a row of the next sprint cannot be read",
      total("9 hours") + UNREAD,
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "is more where a row of the sprint before cannot be read",
      UNREAD + total("9 hours"),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is over points", total("9 hours", ["1 | Dig | 3 pts | Ada | ", "2 | Lay | 5 pts | Ada | "]), []],
    ["is over a size", total("9 hours", ["1 | Dig | XL | Ada | ", TWO[1]]), []],
    ["is over what cannot be read", total("2 hours", ["1 | Dig | soon | Ada | ", TWO[1]]), []],
    ["is over a range", total("11 hours", RANGE), ["[11] the total of sprint 1 says 11 h, its 2 tasks sum to between 8 h and 10 h"]],
    ["is within a range", total("9 hours", RANGE), []],
    ["is below a range", total("7 hours", RANGE), ["[7] the total of sprint 1 says 7 h, its 2 tasks sum to between 8 h and 10 h"]],
    [
      "is over one task",
      total("9 hours", [TWO[0]]),
      ["[9] the total of sprint 1 says 9 h, its 1 task takes 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "is over no hours but one",
      total("9 hours", [TWO[0], "2 | Lay | 0 | Ada | "]),
      ["[9] the total of sprint 1 says 9 h, its 2 tasks sum to 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "is over twenty-four tasks",
      total("9 hours", many(24)),
      [
        "[9] the total of sprint 1 says 9 h, its 24 tasks sum to 48 h",
        "= 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 = 48",
        "> write `48`: [9] to [48]",
      ],
    ],
    [
      "is over twenty-five tasks",
      total("9 hours", many(25)),
      ["[9] the total of sprint 1 says 9 h, its 25 tasks sum to 50 h", "> write `50`: [9] to [50]"],
    ],
    [
      "takes its buffer along",
      sprintOf(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (10 hours buffer)" }),
      [
        "[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h",
        "= 3 + 5 = 8",
        "< [10] the buffer of 10 h follows from it, it is 12 h",
        "> write `8` and `12`: [10] to [8], [10] to [12]",
      ],
    ],
    [
      "leaves a wrong buffer alone",
      sprintOf(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (9 hours buffer)" }),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "leaves a right buffer alone",
      sprintOf(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (12 hours buffer)" }),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});

describe("a rough or rounded total", () => {
  test.each<[string, string, readonly string[]]>([
    ["a fifth above", total("about 10 hours"), []],
    [
      "more than a fifth above",
      total("about 10.5 hours"),
      ["[10.5] the total of sprint 1 says 10.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10.5] to [8]"],
    ],
    ["a fifth below", total("approx. 6.7 hours"), []],
    [
      "more than a fifth below",
      total("~6.5 hours"),
      ["[6.5] the total of sprint 1 says 6.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6.5] to [8]"],
    ],
    [
      "rough, put right",
      total("~12 hours"),
      ["[12] the total of sprint 1 says 12 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [12] to [8]"],
    ],
    [
      "after a word that only ends alike",
      total("turnabout: 10 hours"),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    ["to a decimal", total("8.3 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "to a wrong decimal",
      total("8.4 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["[8.4] the total of sprint 1 says 8.4 h, its 2 tasks sum to 8⅓ h", "= ⅓ + 8 = 8⅓", "> write `8.33`: [8.4] to [8.33]"],
    ],
    ["to two decimals", total("8.33 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "to two wrong decimals",
      total("8.3 hours", ["1 | Dig | 24 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["[8.3] the total of sprint 1 says 8.3 h, its 2 tasks sum to 8.4 h", "= 0.4 + 8 = 8.4", "> write `8.4`: [8.3] to [8.4]"],
    ],
    ["of thirds", total("8 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "of quarters",
      total("8 hours", ["1 | Dig | 15 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["[8] the total of sprint 1 says 8 h, its 2 tasks sum to 8.25 h", "= 0.25 + 8 = 8.25", "> write `8.25`: [8] to [8.25]"],
    ],
    [
      "of thirds at the upper end",
      total("10 hours", ["1 | Dig | 20-80 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["[10] the total of sprint 1 says 10 h, its 2 tasks sum to between 8⅓ h and 9⅓ h"],
    ],
    [
      "in thousands",
      total("1,500 hours", ["1 | Dig | 750 | Ada | ", "2 | Lay | 750.25 | Ada | "]),
      [
        "[1,500] the total of sprint 1 says 1500 h, its 2 tasks sum to 1500.25 h",
        "= 750 + 750.25 = 1500.25",
        "> write `1500.25`: [1,500] to [1500.25]",
      ],
    ],
    ["in thousands, right", total("1,500 hours", ["1 | Dig | 750 | Ada | ", "2 | Lay | 750 | Ada | "]), []],
    [
      "with a decimal comma",
      total("9,5 hours", ["1 | Dig | 3,25 | Ada | ", "2 | Lay | 5 | Ada | "]),
      ["[9,5] the total of sprint 1 says 9.5 h, its 2 tasks sum to 8.25 h", "= 3.25 + 5 = 8.25", "> write `8,25`: [9,5] to [8,25]"],
    ],
    [
      "in days",
      total("4", ["1 | Dig | 1d | Ada | ", "2 | Lay | 1.5d | Ada | "]),
      ["[4] the total of sprint 1 says 32 h, its 2 tasks sum to 20 h", "= 8 + 12 = 20", "> write `2.5`: [4] to [2.5]"],
    ],
    [
      "of nothing",
      total("0 hours"),
      ["[0] the total of sprint 1 says 0 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [0] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});
