import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
/** Eight hours in a sprint with this total below its table. */
const total = (line: string, rows: readonly string[] = TWO): string => section(ONE, rows, { after: `**Total**: ${line}` });

describe("a rough or rounded total", () => {
  test.each<[string, string, readonly string[]]>([
    ["a fifth above", total("about 10 hours"), []],
    [
      "more than a fifth above",
      total("about 10.5 hours"),
      ["8 10.5: the total of sprint 1 says 10.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10.5] to [8]"],
    ],
    ["a fifth below", total("approx. 6.7 hours"), []],
    [
      "more than a fifth below",
      total("~6.5 hours"),
      ["8 6.5: the total of sprint 1 says 6.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6.5] to [8]"],
    ],
    [
      "rough, put right",
      total("~12 hours"),
      ["8 12: the total of sprint 1 says 12 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [12] to [8]"],
    ],
    [
      "after a word that only ends alike",
      total("turnabout: 10 hours"),
      ["8 10: the total of sprint 1 says 10 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [10] to [8]"],
    ],
    ["to a decimal", total("8.3 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "to a wrong decimal",
      total("8.4 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["8 8.4: the total of sprint 1 says 8.4 h, its 2 tasks sum to 8⅓ h", "= ⅓ + 8 = 8⅓", "> write `8.33`: [8.4] to [8.33]"],
    ],
    ["to two decimals", total("8.33 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "to two wrong decimals",
      total("8.3 hours", ["1 | Dig | 24 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["8 8.3: the total of sprint 1 says 8.3 h, its 2 tasks sum to 8.4 h", "= 0.4 + 8 = 8.4", "> write `8.4`: [8.3] to [8.4]"],
    ],
    ["of thirds", total("8 hours", ["1 | Dig | 20 min | Ada | ", "2 | Lay | 8 | Ada | "]), []],
    [
      "of quarters",
      total("8 hours", ["1 | Dig | 15 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["8 8: the total of sprint 1 says 8 h, its 2 tasks sum to 8.25 h", "= 0.25 + 8 = 8.25", "> write `8.25`: [8] to [8.25]"],
    ],
    [
      "of thirds at the upper end",
      total("10 hours", ["1 | Dig | 20-80 min | Ada | ", "2 | Lay | 8 | Ada | "]),
      ["8 10: the total of sprint 1 says 10 h, its 2 tasks sum to between 8⅓ h and 9⅓ h"],
    ],
    [
      "in thousands",
      total("1,500 hours", ["1 | Dig | 750 | Ada | ", "2 | Lay | 750.25 | Ada | "]),
      [
        "8 1,500: the total of sprint 1 says 1500 h, its 2 tasks sum to 1500.25 h",
        "= 750 + 750.25 = 1500.25",
        "> write `1500.25`: [1,500] to [1500.25]",
      ],
    ],
    ["in thousands, right", total("1,500 hours", ["1 | Dig | 750 | Ada | ", "2 | Lay | 750 | Ada | "]), []],
    [
      "with a decimal comma",
      total("9,5 hours", ["1 | Dig | 3,25 | Ada | ", "2 | Lay | 5 | Ada | "]),
      ["8 9,5: the total of sprint 1 says 9.5 h, its 2 tasks sum to 8.25 h", "= 3.25 + 5 = 8.25", "> write `8,25`: [9,5] to [8,25]"],
    ],
    [
      "in days",
      total("4", ["1 | Dig | 1d | Ada | ", "2 | Lay | 1.5d | Ada | "]),
      ["8 4: the total of sprint 1 says 32 h, its 2 tasks sum to 20 h", "= 8 + 12 = 20", "> write `2.5`: [4] to [2.5]"],
    ],
    [
      "of nothing",
      total("0 hours"),
      ["8 0: the total of sprint 1 says 0 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [0] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});
