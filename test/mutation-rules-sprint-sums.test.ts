import { describe, expect, test } from "vitest";
import { section, table, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const RANGE = ["1 | Dig | 3-5 | Ada | ", "2 | Lay | 5 | Ada | "];
const STATUS = "ID | Task | Hours | Status";
/** Eight hours in a sprint with this total below its table. */
const total = (line: string, rows: readonly string[] = TWO): string => section(ONE, rows, { after: `**Total**: ${line}` });
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | 2 | Ada | `);
const second = (line: string): string => section("Sprint 2: B (Week 2)", ["3 | Roof | 4 | Ada | "], { after: `**Total**: ${line}` });
const UNREAD = section("Sprint 2: B (Week 2)", [" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]);
const phased = (...lines: readonly string[]): string =>
  lines
    .map(
      (line, index) =>
        `# Phase ${index + 1}: P\n\n## Sprint ${index + 1}.1: A\n\n${table([`${index + 1}.1.1 | Dig | 3 | Ada | `])}\n## Sprint ${index + 1}.2: B\n\n${table([`${index + 1}.2.1 | Lay | 5 | Ada | `])}\n**Total**: ${line}\n\n`,
    )
    .join("");

describe("the total of a sprint", () => {
  test.each<[string, string, readonly string[]]>([
    ["is right", total("8 hours"), []],
    [
      "is wrong",
      total("9 hours"),
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is a range", total("9-12 hours"), []],
    ["is a range in words", total("9 to 12 hours"), []],
    ["is a range in words and two units", total("9 hours to 12 hours"), []],
    [
      "is a number behind a word",
      total("up to 9 hours"),
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is a range with two units", total("9 hours - 12 hours"), []],
    [
      "is no range before a remark",
      total("9 hours, 2 people"),
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "is far from a number",
      total("9 hours                          - 12"),
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is in the unit of its estimates", total("3", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]), []],
    ["is in hours over days", total("24", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]), []],
    [
      "is neither",
      total("4", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["8 4: the total of sprint 1 says 32 h, its 2 tasks sum to 24 h", "= 8 + 16 = 24", "> write `3`: [4] to [3]"],
    ],
    [
      "says that it is in hours",
      total("3 hours", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["8 3: the total of sprint 1 says 3 h, its 2 tasks sum to 24 h", "= 8 + 16 = 24", "> write `24`: [3] to [24]"],
    ],
    [
      "has no unit where there are two",
      total("3", ["1 | Dig | 1d | Ada | ", "2 | Lay | 2h | Ada | "]),
      ["8 3: the total of sprint 1 says 3 h, its 2 tasks sum to 10 h", "= 8 + 2 = 10", "> write `10`: [3] to [10]"],
    ],
    [
      "has no unit where nothing is said",
      total("3", ["1 | Dig | 0 | Ada | ", "2 | Lay | 2d | Ada | "]),
      ["8 3: the total of sprint 1 says 24 h, its 2 tasks sum to 16 h", "> write `2`: [3] to [2]"],
    ],
    [
      "leaves out what is dropped",
      section(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 3 hours" }),
      [],
    ],
    [
      "counts what is dropped",
      section(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 8 hours" }),
      [],
    ],
    [
      "is only what is dropped",
      section(ONE, ["1 | Dig | 3 | Open", "2 | Lay | 5 | Dropped"], { head: STATUS, after: "**Total**: 5 hours" }),
      ["8 5: the total of sprint 1 says 5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [5] to [8]"],
    ],
    ["includes the buffer", total("10 hours (including 2 hours buffer)"), []],
    [
      "does not say that it includes the buffer",
      total("10 hours (2 hours buffer)"),
      ["8 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "says so in the next line",
      total("10 hours (2 hours buffer)\nincluding it all"),
      ["8 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "includes no buffer",
      total("10 hours, including everything"),
      ["8 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    ["is that of the table above it", section(ONE, TWO, { after: `${table(["3 | Roof | 4 | Ada | "])}\n**Total**: 4 hours` }), []],
    [
      "is that of another table",
      section(ONE, TWO, { after: `${table(["3 | Roof | 4 | Ada | "])}\n**Total**: 7 hours` }),
      ["12 7: the total of sprint 1 says 7 h, its 3 tasks sum to 12 h", "= 3 + 5 + 4 = 12", "> write `12`: [7] to [12]"],
    ],
    [
      "is that of the table far above it",
      section(ONE, TWO, { after: `${table(["3 | Roof | 4 | Ada | "])}\n**Total**: 8 hours` }),
      ["12 8: the total of sprint 1 says 8 h, its 3 tasks sum to 12 h", "= 3 + 5 + 4 = 12", "> write `12`: [8] to [12]"],
    ],
    ["stands between two tables", section(ONE, TWO, { after: `**Total**: 8 hours\n\n${table(["3 | Roof | 4 | Ada | "])}` }), []],
    [
      "stands above the tables",
      `## ${ONE}\n\n**Total**: 4 hours\n\n${table(TWO)}\n`,
      ["3 4: the total of sprint 1 says 4 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [4] to [8]"],
    ],
    ["is that of the plan so far", section(ONE, TWO) + second("12 hours"), []],
    [
      "is that of the sprint before",
      section(ONE, TWO) + second("8 hours"),
      ["14 8: the total of sprint 2 says 8 h, its 1 task takes 4 h", "> write `4`: [8] to [4]"],
    ],
    [
      "is that of the plan too early",
      total("12 hours") + second("4 hours"),
      ["8 12: the total of sprint 1 says 12 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [12] to [8]"],
    ],
    ["is that of the phase so far", phased("8 hours", "8 hours"), []],
    ["is that of the plan at the end of a phase", phased("8 hours", "16 hours"), []],
    [
      "is nothing of a phase",
      phased("8 hours", "13 hours"),
      ["31 13: the total of sprint 2.2 says 13 h, its 1 task takes 5 h", "> write `5`: [13] to [5]"],
    ],
    ["is more where an estimate is missing", total("9 hours", [...TWO, "3 | Roof | | Ada | "]), []],
    [
      "is less where an estimate is missing",
      total("7 hours", [...TWO, "3 | Roof | | Ada | "]),
      ["9 7: the total of sprint 1 says 7 h, its 3 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [7] to [8]"],
    ],
    ["is more where a row cannot be read", total("9 hours", [...TWO, " | | 7 | Ada | "]), []],
    [
      "is less where a row cannot be read",
      total("7 hours", [...TWO, " | | 7 | Ada | "]),
      ["9 7: the total of sprint 1 says 7 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [7] to [8]"],
    ],
    [
      "is more where a row of the next sprint cannot be read",
      total("9 hours") + UNREAD,
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "is more where a row of the sprint before cannot be read",
      UNREAD + total("9 hours"),
      ["15 9: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    ["is over points", total("9 hours", ["1 | Dig | 3 pts | Ada | ", "2 | Lay | 5 pts | Ada | "]), []],
    ["is over a size", total("9 hours", ["1 | Dig | XL | Ada | ", TWO[1]]), []],
    ["is over what cannot be read", total("2 hours", ["1 | Dig | soon | Ada | ", TWO[1]]), []],
    ["is over a range", total("11 hours", RANGE), ["8 11: the total of sprint 1 says 11 h, its 2 tasks sum to between 8 h and 10 h"]],
    ["is within a range", total("9 hours", RANGE), []],
    ["is below a range", total("7 hours", RANGE), ["8 7: the total of sprint 1 says 7 h, its 2 tasks sum to between 8 h and 10 h"]],
    [
      "is over one task",
      total("9 hours", [TWO[0]]),
      ["7 9: the total of sprint 1 says 9 h, its 1 task takes 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "is over no hours but one",
      total("9 hours", [TWO[0], "2 | Lay | 0 | Ada | "]),
      ["8 9: the total of sprint 1 says 9 h, its 2 tasks sum to 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "is over twenty-four tasks",
      total("9 hours", many(24)),
      [
        "30 9: the total of sprint 1 says 9 h, its 24 tasks sum to 48 h",
        "= 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 = 48",
        "> write `48`: [9] to [48]",
      ],
    ],
    [
      "is over twenty-five tasks",
      total("9 hours", many(25)),
      ["31 9: the total of sprint 1 says 9 h, its 25 tasks sum to 50 h", "> write `50`: [9] to [50]"],
    ],
    [
      "takes its buffer along",
      section(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (10 hours buffer)" }),
      [
        "14 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h",
        "= 3 + 5 = 8",
        "~ 14 10: the buffer of 10 h follows from it, it is 12 h",
        "> write `8` and `12`: [10] to [8], [10] to [12]",
      ],
    ],
    [
      "leaves a wrong buffer alone",
      section(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (9 hours buffer)" }),
      ["14 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    [
      "leaves a right buffer alone",
      section(ONE, TWO, { team: ["Ada: 20 hours"], after: "**Total**: 10 hours (12 hours buffer)" }),
      ["14 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});
