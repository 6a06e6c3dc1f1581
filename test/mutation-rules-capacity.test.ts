import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const RANGE = ["1 | Dig | 3-5 | Ada | ", "2 | Lay | 5 | Ada | "];
const ADA = ["Ada: 20 hours"];
const both = (...lines: readonly string[]): readonly string[] => [...ADA, "Ben: 12.5 hours", ...lines];
const buffer = (after: string, rows: readonly string[] = TWO, team: readonly string[] = ADA): string =>
  section(ONE, rows, { team, after: `**Total**: ${after}` });
const UNREADABLE = ["Ada: 20 hours", "Ben: many", "Cem: 4 hours"];

describe("a stated buffer", () => {
  test.each<[string, string, readonly string[]]>([
    ["is right", buffer("8 hours (12 hours buffer)"), []],
    [
      "is wrong",
      buffer("8 hours (11 hours buffer)"),
      ["14 11: the buffer of sprint 1 says 11 h, 20 h of capacity less 8 h of tasks leave 12 h", "> write `12`: [11] to [12]"],
    ],
    ["follows from a wrong total", buffer("10 hours (10 hours buffer)"), []],
    ["follows from a wrong capacity", buffer("8 hours (14 hours buffer)", TWO, [...ADA, "Total: 22 hours"]), []],
    [
      "follows from nothing where both are wrong",
      buffer("10 hours (14 hours buffer)", TWO, [...ADA, "Total: 22 hours"]),
      ["15 14: the buffer of sprint 1 says 14 h, 20 h of capacity less 8 h of tasks leave 12 h", "> write `12`: [14] to [12]"],
    ],
    [
      "is there where all is used",
      buffer("20 hours (5 hours buffer)", ["1 | Dig | 20 | Ada | "]),
      ["13 5: the buffer of sprint 1 says 5 h, 20 h of capacity less 20 h of tasks leave 0 h", "> write `0`: [5] to [0]"],
    ],
    ["is there where more than all is used", buffer("21 hours (5 hours buffer)", ["1 | Dig | 21 | Ada | "]), []],
    ["is there where more than all may be used", buffer("20 hours (5 hours buffer)", ["1 | Dig | 18-22 | Ada | "]), []],
    ["has no capacity to compare with", buffer("8 hours (5 hours buffer)", TWO, []), []],
    ["has a capacity that cannot be read", buffer("8 hours (5 hours buffer)", TWO, UNREADABLE), []],
    [
      "has only a total of capacity",
      buffer("8 hours (5 hours buffer)", TWO, ["Total: 20 hours"]),
      ["14 5: the buffer of sprint 1 says 5 h, 20 h of capacity less 8 h of tasks leave 12 h", "> write `12`: [5] to [12]"],
    ],
    ["has only a right total of capacity", buffer("8 hours (12 hours buffer)", TWO, ["Total: 20 hours"]), []],
    ["is less where an estimate is missing", buffer("8 hours (5 hours buffer)", [...TWO, "3 | Roof | | Ada | "]), []],
    [
      "is more where an estimate is missing",
      buffer("8 hours (13 hours buffer)", [...TWO, "3 | Roof | | Ada | "]),
      ["15 13: the buffer of sprint 1 says 13 h, 20 h of capacity less 8 h of tasks leave 12 h", "> write `12`: [13] to [12]"],
    ],
    ["is over what cannot be read", buffer("8 hours (13 hours buffer)", [...TWO, "3 | Roof | soon | Ada | "]), []],
    ["is over points", buffer("8 hours (13 hours buffer)", [...TWO, "3 | Roof | 3 pts | Ada | "]), []],
    ["is within what ranges leave", buffer("9 hours (11 hours buffer)", RANGE), []],
    [
      "is less than ranges leave",
      buffer("9 hours (9 hours buffer)", RANGE),
      ["14 9: the buffer of sprint 1 says 9 h, 20 h of capacity less 8 h to 10 h of tasks leave between 10 h and 12 h"],
    ],
    [
      "is more than ranges leave",
      buffer("9 hours (13 hours buffer)", RANGE),
      ["14 13: the buffer of sprint 1 says 13 h, 20 h of capacity less 8 h to 10 h of tasks leave between 10 h and 12 h"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-buffer", plan)).toEqual(expected);
  });
});

describe("a stated total of capacity", () => {
  const capacity = (...lines: readonly string[]): string => section(ONE, TWO, { team: both(...lines) });
  test.each<[string, string, readonly string[]]>([
    ["is right", capacity("Total: 32.5 hours"), []],
    [
      "is wrong",
      capacity("Total: 30 hours"),
      ["7 30: the capacity of sprint 1 says 30 h, its 2 lines sum to 32.5 h", "= 20 + 12.5 = 32.5", "> write `32.5`: [30] to [32.5]"],
    ],
    [
      "is of one line",
      section(ONE, TWO, { team: [...ADA, "Total: 22 hours"] }),
      ["6 22: the capacity of sprint 1 says 22 h, its 1 line has 20 h", "> write `20`: [22] to [20]"],
    ],
    ["is of a line that cannot be read", section(ONE, TWO, { team: [...UNREADABLE, "Total: 30 hours"] }), []],
    ["is of no line", section(ONE, TWO, { team: ["Total: 22 hours"] }), []],
    ["is of a sprint without tasks", `## ${ONE}\n\n#### Team Capacity\n\n- Ada: 20 hours\n- Total: 22 hours\n`, []],
    [
      "takes the buffer along",
      buffer("8 hours (14 hours buffer)", TWO, [...ADA, "Total: 22 hours"]),
      [
        "6 22: the capacity of sprint 1 says 22 h, its 1 line has 20 h",
        "~ 15 14: the buffer of 14 h follows from it, it is 12 h",
        "> write `20` and `12`: [22] to [20], [14] to [12]",
      ],
    ],
    [
      "leaves the buffer to a wrong total",
      buffer("10 hours (12 hours buffer)", TWO, [...ADA, "Total: 22 hours"]),
      ["6 22: the capacity of sprint 1 says 22 h, its 1 line has 20 h", "> write `20`: [22] to [20]"],
    ],
    [
      "leaves a wrong buffer alone",
      buffer("8 hours (3 hours buffer)", TWO, [...ADA, "Total: 22 hours"]),
      ["6 22: the capacity of sprint 1 says 22 h, its 1 line has 20 h", "> write `20`: [22] to [20]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-capacity-total", plan)).toEqual(expected);
  });
});

describe("a sprint over its capacity", () => {
  test.each<[string, string, readonly string[]]>([
    ["by nothing", section(ONE, TWO, { team: ["Ada: 8 hours"] }), []],
    [
      "by an hour",
      section(ONE, TWO, { team: ["Ada: 7 hours"] }),
      [
        "1 ## Sprint 1: sprint 1 asks for 8 h, its team has 7 h: 1 h too many",
        "= Ada 7 h",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    ["by what is optional", section(ONE, [TWO[0], "2 | Lay (optional) | 5 | Ada | "], { team: ["Ada: 3 hours"] }), []],
    [
      "without what is optional",
      section(ONE, [TWO[0], "2 | Lay (optional) | 5 | Ada | "], { team: ["Ada: 2 hours"] }),
      [
        "1 ## Sprint 1: sprint 1 asks for 3 h, its team has 2 h: 1 h too many",
        "= Ada 2 h",
        "= 5 h of optional tasks are not counted",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    [
      "at the middle of ranges",
      section(ONE, RANGE, { team: ["Ada: 8 hours"] }),
      [
        "1 ## Sprint 1: sprint 1 asks for 9 h, its team has 8 h: 1 h too many",
        "= Ada 8 h",
        "= the estimates are ranges: 8 h to 10 h, counted at their middle",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    ["only at the upper end of ranges", section(ONE, RANGE, { team: ["Ada: 9 hours"] }), []],
    [
      "with a buffer",
      buffer("8 hours (5 hours buffer)", TWO, ["Ada: 7 hours"]),
      [
        "1 ## Sprint 1: sprint 1 asks for 8 h, its team has 7 h: 1 h too many",
        "= Ada 7 h",
        "~ 14 5: the stated buffer of 5 h is not there",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    [
      "by a total alone",
      section(ONE, TWO, { team: ["Total: 7 hours"] }),
      [
        "1 ## Sprint 1: sprint 1 asks for 8 h, its team has 7 h: 1 h too many",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    [
      "of a team with somebody of no hours",
      section(ONE, TWO, { team: ["Ada: 7 hours", "Ben: 0 hours"] }),
      [
        "1 ## Sprint 1: sprint 1 asks for 8 h, its team has 7 h: 1 h too many",
        "= Ada 7 h and Ben 0 h",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    [
      "of a team of seven",
      section(ONE, TWO, { team: ["A", "B", "C", "D", "E", "F", "G"].map((name) => `${name}da: 1 hours`) }),
      [
        "1 ## Sprint 1: sprint 1 asks for 8 h, its team has 7 h: 1 h too many",
        "= Ada 1 h, Bda 1 h, Cda 1 h, Dda 1 h, Eda 1 h, Fda 1 h and 1 more",
        "? move tasks to another sprint, drop some, or find more hours",
      ],
    ],
    ["without any", section(ONE, TWO), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("over-capacity", plan)).toEqual(expected);
  });
});
