import { describe, expect, test } from "vitest";
import { firstLinesOf, sprintOf, tableOf, toldBy } from "./rule-lines.ts";

const POINTS = "ID | Task | Points | Owner | Depends On";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const APART = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ben | "];
const STATUS = "ID | Task | Hours | Status";
const ONE = "Sprint 1: A (Week 1)";
/** Eight hours in a sprint whose table ends with this total. */
const row = (total: string, rows: readonly string[] = TWO): string => sprintOf(ONE, [...rows, `**Total** | | ${total} | | `]);
const heading = (total: string, rows: readonly string[] = TWO): string => sprintOf(`Sprint 1: A (${total})`, rows);
const many = (count: number, hours = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | ${hours} | Ada | `);

describe("a stated sum", () => {
  test.each<[string, string, readonly string[]]>([
    ["that is right in a row", row("8"), []],
    [
      "that is less than people do together, in a row",
      row("6", APART),
      ["[6] the total row says 6 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6] to [8]"],
    ],
    ["that is less than people do together, in a heading", heading("6 hours", APART), []],
    [
      "that is more than people do together, in a heading",
      heading("9 hours", APART),
      ["[9 hours] the heading says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    ["five minutes above, in a heading", heading("8.1 hours"), []],
    [
      "more than five minutes above, in a heading",
      heading("8.2 hours"),
      ["[8.2 hours] the heading says 8.2 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [8.2 hours] to [8 hours]"],
    ],
    ["five minutes below, in a heading", heading("7.9 hours"), []],
    [
      "more than five minutes below, in a heading",
      heading("7.8 hours"),
      ["[7.8 hours] the heading says 7.8 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [7.8 hours] to [8 hours]"],
    ],
    [
      "five minutes above, in a row",
      row("8.1"),
      ["[8.1] the total row says 8.1 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [8.1] to [8]"],
    ],
    ["rounded up to a decimal", row("8.1", ["1 | Dig | 3.05 | Ada | ", TWO[1]]), []],
    [
      "rounded to more decimals",
      row("8.06", ["1 | Dig | 3.05 | Ada | ", TWO[1]]),
      ["[8.06] the total row says 8.06 h, its 2 tasks sum to 8.05 h", "= 3.05 + 5 = 8.05", "> write `8.05`: [8.06] to [8.05]"],
    ],
    [
      "rounded to a whole number",
      row("8", ["1 | Dig | 3.25 | Ada | ", TWO[1]]),
      ["[8] the total row says 8 h, its 2 tasks sum to 8.25 h", "= 3.25 + 5 = 8.25", "> write `8.25`: [8] to [8.25]"],
    ],
    ["about a fifth above, in a row", row("~10"), []],
    [
      "more than a fifth above, in a row",
      row("~10.2"),
      ["[~10.2] the total row says 10.2 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `~8`: [~10.2] to [~8]"],
    ],
    ["a fifth below, in a row", row("~6.7"), []],
    [
      "more than a fifth below, in a row",
      row("~6.5"),
      ["[~6.5] the total row says 6.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `~8`: [~6.5] to [~8]"],
    ],
    ["with the buffer above it", sprintOf(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 10 | | "]), []],
    ["without the buffer above it", sprintOf(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 8 | | "]), []],
    [
      "with half of the buffer",
      sprintOf(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 9 | | "]),
      ["[9] the total row says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "less the buffer above it",
      sprintOf(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 6 | | "]),
      ["[6] the total row says 6 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6] to [8]"],
    ],
    ["of the rows since the last one", sprintOf(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "Subtotal | | 4 | | "]), []],
    ["of the table", sprintOf(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 12 | | "]), []],
    [
      "of neither",
      sprintOf(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 11 | | "]),
      ["[11] the total row says 11 h, its 1 task takes 4 h", "> write `4`: [11] to [4]"],
    ],
    [
      "of the rows since the last one, in a table with a size",
      sprintOf(ONE, ["1 | Dig | XL | Ada | ", "Subtotal | | 0 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 11 | | "]),
      [],
    ],
    ["in hours over points", sprintOf(ONE, [...TWO, "**Total** | | 9 hours | | "], { head: POINTS }), []],
    ["in hours over a size", row("9", [TWO[0], "2 | Lay | XL | Ada | "]), []],
    ["in hours over what cannot be read", row("2", [TWO[0], "2 | Lay | soon | Ada | "]), []],
    ["over no hours at all", row("9", ["1 | Dig | | Ada | ", "2 | Lay | | Ada | "]), []],
    ["over what is not estimated and is done without", row("9", [TWO[0], "2 | ~~Lay~~ | | Ada | "]), []],
    ["in points over hours", sprintOf(ONE, [TWO[0], "2 | Lay | 5h | Ada | ", "**Total** | | 9 | | "], { head: POINTS }), []],
    ["over what is dropped without hours", sprintOf(ONE, ["1 | Dig | | Dropped", "**Total** | | 9 | "], { head: STATUS }), []],
    [
      "over one that is dropped without hours",
      sprintOf(ONE, ["1 | Dig | 3 | Open", "2 | Lay | | Dropped", "**Total** | | 9 | "], { head: STATUS }),
      ["[9] the total row says 9 h, its 2 tasks sum to 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "over a range",
      row("11", ["1 | Dig | 3-5 | Ada | ", TWO[1]]),
      ["[11] the total row says 11 h, its 2 tasks sum to between 8 h and 10 h"],
    ],
    ["at the end of a range", row("10", ["1 | Dig | 3-5 | Ada | ", TWO[1]]), []],
    ["at the start of a range", row("8", ["1 | Dig | 3-5 | Ada | ", TWO[1]]), []],
    ["that is a range around it", row("6-9"), []],
    ["that is a range below it", row("5-7"), ["[5-7] the total row says 5-7, its 2 tasks sum to 8 h", "= 3 + 5 = 8"]],
    ["that is no number", row("XL"), []],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});

const SECOND = sprintOf("Sprint 2: B (Week 2)", [" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]);

const LIST = "## Sprint 3: C (9 hours)\n\n- [ ] T1 Dig (3h)\n- [ ] T2 Lay (5h)\n";

describe("a stated sum near a row that cannot be read", () => {
  test.each<[string, string, readonly string[]]>([
    ["behind it in another sprint", row("9") + SECOND, ["[9] the total row says 9 h, its 2 tasks sum to 8 h"]],
    ["before it in another sprint", SECOND + row("9"), ["[9] the total row says 9 h, its 2 tasks sum to 8 h"]],
    ["first in its table", row("9", [" | | 7 | Ada | ", ...TWO]), []],
    ["last in its table", row("9", [...TWO, " | | 7 | Ada | "]), []],
    ["first below its heading", heading("9 hours", [" | | 7 | Ada | ", ...TWO]), []],
    ["last below its heading", heading("9 hours", [...TWO, " | | 7 | Ada | "]), []],
    [
      "behind it in its table",
      sprintOf(ONE, [...TWO, "Subtotal | | 9 | | ", " | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]),
      ["[9] the total row says 9 h, its 2 tasks sum to 8 h"],
    ],
    [
      "before the rows since the last one",
      sprintOf(ONE, [" | | 7 | Ada | ", TWO[0], "Subtotal | | 10 | | ", TWO[1], "Subtotal | | 6 | | "]),
      [],
    ],
    [
      "between a table and a line on it",
      sprintOf(ONE, [...TWO, " | | 7 | Ada | "], { after: `**Subtotal**: 9 hours\n\n${tableOf(["3 | Roof | 4 | Ada | "])}` }),
      [],
    ],
    [
      "in another table than the tasks of a line",
      sprintOf(ONE, TWO, { after: `**Subtotal**: 9 hours\n\n${tableOf([" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "])}` }),
      ["[9 hours] the total says 9 h, its 2 tasks sum to 8 h"],
    ],
    [
      "in a table above the tasks of a line",
      sprintOf(ONE, ["3 | Roof | 4 | Ada | ", " | | 7 | Ada | "], { after: `${tableOf(TWO)}\n**Subtotal**: 9 hours` }),
      [],
    ],
    ["below a list of its own", LIST, ["[9 hours] the heading says 9 h, its 2 tasks sum to 8 h"]],
    [
      "behind the only row",
      sprintOf(ONE, [" | | 7 | Ada | ", TWO[0]], { after: `**Subtotal**: 9 hours\n\n${tableOf(["3 | Roof | 4 | Ada | "])}` }),
      [],
    ],
    ["behind a buffer", row("9", [...TWO, "Buffer | | 3 | | ", " | | 7 | Ada | "]), []],
    [
      "the same, where it is the last of the plan",
      heading("9 hours", TWO) + SECOND,
      ["[9 hours] the heading says 9 h, its 2 tasks sum to 8 h"],
    ],
  ])("%s", (_where, plan, expected) => {
    expect(firstLinesOf("wrong-total", plan)).toEqual(expected);
  });
});

describe("a stated sum is named", () => {
  const above = (sprints: string) => `# Plan\n\n**Total Hours**: 9 hours\n\n${sprints}`;
  test.each<[string, string, readonly string[]]>([
    [
      "after the plan",
      above(sprintOf(ONE, [TWO[0]]) + sprintOf("Sprint 2: B (Week 2)", [TWO[1]])),
      ["[9 hours] the total of the plan says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after the plan without sprints",
      above(`${tableOf(TWO)}\n`),
      ["[9 hours] the total of the plan says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after the only sprint",
      above(sprintOf(ONE, TWO)),
      ["[9 hours] the total of sprint 1 says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after nothing, for a part of a sprint",
      sprintOf(ONE, TWO, { after: `**Subtotal**: 9 hours\n\n${tableOf(["3 | Roof | 4 | Ada | "])}` }),
      ["[9 hours] the total says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after nothing, for a part of a plan without sprints",
      `# Plan\n\n${tableOf(TWO)}\n**Subtotal**: 9 hours\n\n${tableOf(["3 | Roof | 4 | Ada | "])}\n`,
      ["[9 hours] the total says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    [
      "after its sprint, for points",
      sprintOf(ONE, TWO, { head: POINTS, after: "**Total Points**: 9" }) + sprintOf("Sprint 2: B (Week 2)", [TWO[1]], { head: POINTS }),
      ["[9] the total of sprint 1 says 9 points, its 2 tasks sum to 8 points", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "after the second sprint, for points",
      sprintOf(ONE, TWO, { head: POINTS }) +
        sprintOf("Sprint 2: B (Week 2)", ["3 | Roof | 4 | Ada | ", "4 | Tile | 1 | Ada | "], {
          head: POINTS,
          after: "**Total Points**: 9",
        }),
      ["[9] the total of sprint 2 says 9 points, its 2 tasks sum to 5 points", "= 4 + 1 = 5", "> write `5`: [9] to [5]"],
    ],
    [
      "with the numbers of sixteen tasks",
      row("9", many(16)),
      [
        "[9] the total row says 9 h, its 16 tasks sum to 16 h",
        "= 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 16",
        "> write `16`: [9] to [16]",
      ],
    ],
    [
      "without the numbers of seventeen tasks",
      row("9", many(17)),
      ["[9] the total row says 9 h, its 17 tasks sum to 17 h", "> write `17`: [9] to [17]"],
    ],
    ["without a sum of one task", row("9", [TWO[0]]), ["[9] the total row says 9 h, its 1 task takes 3 h", "> write `3`: [9] to [3]"]],
    [
      "with one point",
      sprintOf(ONE, [...TWO, "**Total** | | 1 | | "], { head: POINTS }),
      ["[1] the total row says 1 point, its 2 tasks sum to 8 points", "= 3 + 5 = 8", "> write `8`: [1] to [8]"],
    ],
    [
      "without the numbers that are not there",
      row("2", [...TWO, "3 | Roof | | Ada | "]),
      ["[2] the total row says 2 h, its 3 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [2] to [8]"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});

describe("a stated sum is put right", () => {
  test.each<[string, string, readonly string[]]>([
    ["with its unit", row("9h"), ["> write `8h`: [9h] to [8h]"]],
    ["with numbers in the next cell", sprintOf(ONE, [...TWO, "**Total** | | 9 | 2 people | "]), ["> write `8`: [9] to [8]"]],
    ["unless numbers follow it", row("9 (2 days)"), []],
    ["with numbers in the next line", row("9").replaceAll("\n", "\r\n").concat("3 days\r\n"), ["> write `8`: [9] to [8]"]],
    [
      "in a line",
      sprintOf(ONE, TWO, { head: POINTS, after: "**Total Points**: 9 points\nof 12" }),
      ["> write `8 points`: [9 points] to [8 points]"],
    ],
    ["unless numbers follow it in the line", sprintOf(ONE, TWO, { head: POINTS, after: "**Total Points**: 9 points of 12" }), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-total", plan).filter((line) => line.startsWith(">"))).toEqual(expected);
  });
});
