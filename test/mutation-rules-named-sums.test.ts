import { describe, expect, test } from "vitest";
import { section, table, toldBy } from "./rule-findings.ts";

const POINTS = "ID | Task | Points | Owner | Depends On";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const ONE = "Sprint 1: A (Week 1)";
/** Eight hours in a sprint whose table ends with this total. */
const row = (total: string, rows: readonly string[] = TWO): string => section(ONE, [...rows, `**Total** | | ${total} | | `]);
const many = (count: number, hours = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | ${hours} | Ada | `);

describe("a stated sum is named", () => {
  const above = (sprints: string) => `# Plan\n\n**Total Hours**: 9 hours\n\n${sprints}`;
  test.each<[string, string, readonly string[]]>([
    [
      "after the plan",
      above(section(ONE, [TWO[0]]) + section("Sprint 2: B (Week 2)", [TWO[1]])),
      ["3 9 hours: the total of the plan says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after the plan without sprints",
      above(`${table(TWO)}\n`),
      ["3 9 hours: the total of the plan says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after the only sprint",
      above(section(ONE, TWO)),
      ["3 9 hours: the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after nothing, for a part of a sprint",
      section(ONE, TWO, { after: `**Subtotal**: 9 hours\n\n${table(["3 | Roof | 4 | Ada | "])}` }),
      ["8 9 hours: the total says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after nothing, for a part of a plan without sprints",
      `# Plan\n\n${table(TWO)}\n**Subtotal**: 9 hours\n\n${table(["3 | Roof | 4 | Ada | "])}\n`,
      ["8 9 hours: the total says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after its sprint, for points",
      section(ONE, TWO, { head: POINTS, after: "**Total Points**: 9" }) + section("Sprint 2: B (Week 2)", [TWO[1]], { head: POINTS }),
      ["8 9: the total of sprint 1 says 9 points, its 2 tasks sum to 8 points", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "after the second sprint, for points",
      section(ONE, TWO, { head: POINTS }) +
        section("Sprint 2: B (Week 2)", ["3 | Roof | 4 | Ada | ", "4 | Tile | 1 | Ada | "], {
          head: POINTS,
          after: "**Total Points**: 9",
        }),
      ["15 9: the total of sprint 2 says 9 points, its 2 tasks sum to 5 points", "= 4 + 1 = 5", "> write `5`: [9] to [5]"],
    ],
    [
      "with the numbers of sixteen tasks",
      row("9", many(16)),
      [
        "21 9: the total row says 9 h, its 16 tasks sum to 16 h",
        "= 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 16",
        "> write `16`: [9] to [16]",
      ],
    ],
    [
      "without the numbers of seventeen tasks",
      row("9", many(17)),
      ["22 9: the total row says 9 h, its 17 tasks sum to 17 h", "> write `17`: [9] to [17]"],
    ],
    ["without a sum of one task", row("9", [TWO[0]]), ["6 9: the total row says 9 h, its 1 task takes 3 h", "> write `3`: [9] to [3]"]],
    [
      "with one point",
      section(ONE, [...TWO, "**Total** | | 1 | | "], { head: POINTS }),
      ["7 1: the total row says 1 point, its 2 tasks sum to 8 points", "= 3 + 5 = 8", "> write `8`: [1] to [8]"],
    ],
    [
      "without the numbers that are not there",
      row("2", [...TWO, "3 | Roof | | Ada | "]),
      ["8 2: the total row says 2 h, its 3 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [2] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});

describe("a stated sum is put right", () => {
  test.each<[string, string, readonly string[]]>([
    ["with its unit", row("9h"), ["> write `8h`: [9h] to [8h]"]],
    ["with numbers in the next cell", section(ONE, [...TWO, "**Total** | | 9 | 2 people | "]), ["> write `8`: [9] to [8]"]],
    ["unless numbers follow it", row("9 (2 days)"), []],
    ["with numbers in the next line", row("9").replaceAll("\n", "\r\n").concat("3 days\r\n"), ["> write `8`: [9] to [8]"]],
    [
      "in a line",
      section(ONE, TWO, { head: POINTS, after: "**Total Points**: 9 points\nof 12" }),
      ["> write `8 points`: [9 points] to [8 points]"],
    ],
    ["unless numbers follow it in the line", section(ONE, TWO, { head: POINTS, after: "**Total Points**: 9 points of 12" }), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan).filter((line) => line.startsWith(">"))).toEqual(expected);
  });
});
