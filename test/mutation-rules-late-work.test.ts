import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const late = (rows: readonly string[], team: readonly string[], title = ONE): string => section(title, rows, { team });
const FIRST = "1.1 | Build | 16 | Ada | None";

describe("work that begins too late", () => {
  test.each<[string, string, readonly string[], object?]>([
    [
      "of one task",
      late([FIRST, "1.2 | Paint | 14 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"]),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 16 of sprint 1: it takes 14 h, and 12 h are left",
        "= 1.2 14 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    ["with just the hours that are left", late([FIRST, "1.2 | Paint | 12 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"]), []],
    [
      "of two at once",
      late([FIRST, "1.2 | Paint | 26 | Ben + Cem | 1.1"], ["Ada: 40 hours", "Ben: 20 hours", "Cem: 20 hours"]),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 16 of sprint 1: it takes 13 h, and 12 h are left",
        "= 1.2 13 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    [
      "of two in turn",
      late([FIRST, "1.2 | Paint | 14 | Ben | 1.1", "1.3 | Wire | 13 | Cem | 1.1"], ["Ada: 40 hours", "Ben: 20 hours", "Cem: 20 hours"]),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 16 of sprint 1: it takes 14 h, and 12 h are left",
        "= 1.2 14 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
        "7 20: 1.3 of `Cem` cannot begin before hour 16 of sprint 1: it takes 13 h, and 12 h are left",
        "= 1.3 13 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    [
      "in a sprint that is too long",
      late(["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 14 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"]),
      [],
    ],
    [
      "in a sprint that is just long enough",
      late(["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 10 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"]),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 30 of sprint 1: it takes 10 h, and 4 h are left",
        "= 1.2 10 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    [
      "in the second week, a little too long",
      late(["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 14 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"], "Sprint 2: A (Week 2)"),
      [],
    ],
    [
      "in the second week, long enough",
      late(["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 10 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"], "Sprint 2: A (Week 2)"),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 30 of sprint 2: it takes 10 h, and 4 h are left",
        "= 1.2 10 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    [
      "in a sprint that is too long, where that is asked for",
      late(["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 14 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"]),
      [
        "6 20: 1.2 of `Ben` cannot begin before hour 30 of sprint 1: it takes 14 h, and 4 h are left",
        "= 1.2 14 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
      { rules: { "unusable-capacity": { severity: "warning", always: true } } },
    ],
    [
      "of somebody with the whole week",
      late(
        ["1.1 | Build | 30 | Ada | None", "1.2 | Paint | 9 | Ben | 1.1", "1.3 | Wire | 9 | Ben | 1.1"],
        ["Ada: 40 hours", "Ben: 40 hours"],
      ),
      [
        "6 40: 1.2 and 1.3 of `Ben` cannot begin before hour 30 of sprint 1: they take 18 h, and 10 h are left",
        "= 1.2 9 h, 1.3 9 h",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    [
      "of ten small tasks",
      late(
        [FIRST, ...Array.from({ length: 10 }, (_, index) => `2.${index + 1} | Wire | 1.9 | Ben | 1.1`)],
        ["Ada: 40 hours", "Ben: 20 hours"],
      ),
      [
        "6 20: 2.1, 2.2, 2.3, 2.4, 2.5, 2.6 and 2.7 of `Ben` cannot begin before hour 16 of sprint 1: they take 13.3 h, and 12 h are left",
        "= 2.1 1.9 h, 2.2 1.9 h, 2.3 1.9 h, 2.4 1.9 h, 2.5 1.9 h, 2.6 1.9 h, 2.7 1.9 h",
        "= 20 h in 5 days are 4 h a day",
        "? let that work begin earlier, or give some of it to somebody else",
      ],
    ],
    ["in a sprint without weeks", late([FIRST, "1.2 | Paint | 14 | Ben | 1.1"], ["Ada: 40 hours", "Ben: 20 hours"], "Sprint 1: A"), []],
  ])("%s", (_what, plan, expected, settings = {}) => {
    expect(toldBy("unusable-capacity", plan, settings)).toEqual(expected);
  });
});
