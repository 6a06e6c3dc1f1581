import { describe, expect, test } from "vitest";
import { foundBy, section, table, toldBy } from "./rule-findings.ts";

const POINTS = "ID | Task | Points | Owner | Depends On";
const TWO = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ada | "];
const APART = ["1 | Dig | 3 | Ada | ", "2 | Lay | 5 | Ben | "];
const STATUS = "ID | Task | Hours | Status";
const ONE = "Sprint 1: A (Week 1)";
/** Eight hours in a sprint whose table ends with this total. */
const row = (total: string, rows: readonly string[] = TWO): string => section(ONE, [...rows, `**Total** | | ${total} | | `]);
const heading = (total: string, rows: readonly string[] = TWO): string => section(`Sprint 1: A (${total})`, rows);
const SECOND = section("Sprint 2: B (Week 2)", [" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]);
const LIST = "## Sprint 3: C (9 hours)\n\n- [ ] T1 Dig (3h)\n- [ ] T2 Lay (5h)\n";

describe("a stated sum", () => {
  test.each<[string, string, readonly string[]]>([
    ["that is right in a row", row("8"), []],
    [
      "that is less than people do together, in a row",
      row("6", APART),
      ["7 6: the total row says 6 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6] to [8]"],
    ],
    ["that is less than people do together, in a heading", heading("6 hours", APART), []],
    [
      "that is more than people do together, in a heading",
      heading("9 hours", APART),
      ["1 9 hours: the heading says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [9 hours] to [8 hours]"],
    ],
    ["five minutes above, in a heading", heading("8.1 hours"), []],
    [
      "more than five minutes above, in a heading",
      heading("8.2 hours"),
      ["1 8.2 hours: the heading says 8.2 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [8.2 hours] to [8 hours]"],
    ],
    ["five minutes below, in a heading", heading("7.9 hours"), []],
    [
      "more than five minutes below, in a heading",
      heading("7.8 hours"),
      ["1 7.8 hours: the heading says 7.8 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8 hours`: [7.8 hours] to [8 hours]"],
    ],
    [
      "five minutes above, in a row",
      row("8.1"),
      ["7 8.1: the total row says 8.1 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [8.1] to [8]"],
    ],
    ["rounded up to a decimal", row("8.1", ["1 | Dig | 3.05 | Ada | ", TWO[1]]), []],
    [
      "rounded to more decimals",
      row("8.06", ["1 | Dig | 3.05 | Ada | ", TWO[1]]),
      ["7 8.06: the total row says 8.06 h, its 2 tasks sum to 8.05 h", "= 3.05 + 5 = 8.05", "> write `8.05`: [8.06] to [8.05]"],
    ],
    [
      "rounded to a whole number",
      row("8", ["1 | Dig | 3.25 | Ada | ", TWO[1]]),
      ["7 8: the total row says 8 h, its 2 tasks sum to 8.25 h", "= 3.25 + 5 = 8.25", "> write `8.25`: [8] to [8.25]"],
    ],
    ["about a fifth above, in a row", row("~10"), []],
    [
      "more than a fifth above, in a row",
      row("~10.2"),
      ["7 ~10.2: the total row says 10.2 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `~8`: [~10.2] to [~8]"],
    ],
    ["a fifth below, in a row", row("~6.7"), []],
    [
      "more than a fifth below, in a row",
      row("~6.5"),
      ["7 ~6.5: the total row says 6.5 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `~8`: [~6.5] to [~8]"],
    ],
    ["with the buffer above it", section(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 10 | | "]), []],
    ["without the buffer above it", section(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 8 | | "]), []],
    [
      "with half of the buffer",
      section(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 9 | | "]),
      ["8 9: the total row says 9 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [9] to [8]"],
    ],
    [
      "less the buffer above it",
      section(ONE, [...TWO, "Buffer | | 2 | | ", "**Total** | | 6 | | "]),
      ["8 6: the total row says 6 h, its 2 tasks sum to 8 h", "= 3 + 5 = 8", "> write `8`: [6] to [8]"],
    ],
    ["of the rows since the last one", section(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "Subtotal | | 4 | | "]), []],
    ["of the table", section(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 12 | | "]), []],
    [
      "of neither",
      section(ONE, [...TWO, "Subtotal | | 8 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 11 | | "]),
      ["9 11: the total row says 11 h, its 1 task takes 4 h", "> write `4`: [11] to [4]"],
    ],
    [
      "of the rows since the last one, in a table with a size",
      section(ONE, ["1 | Dig | XL | Ada | ", "Subtotal | | 0 | | ", "3 | Roof | 4 | Ada | ", "**Total** | | 11 | | "]),
      [],
    ],
    ["in hours over points", section(ONE, [...TWO, "**Total** | | 9 hours | | "], { head: POINTS }), []],
    ["in hours over a size", row("9", [TWO[0], "2 | Lay | XL | Ada | "]), []],
    ["in hours over what cannot be read", row("2", [TWO[0], "2 | Lay | soon | Ada | "]), []],
    ["over no hours at all", row("9", ["1 | Dig | | Ada | ", "2 | Lay | | Ada | "]), []],
    ["over what is not estimated and is done without", row("9", [TWO[0], "2 | ~~Lay~~ | | Ada | "]), []],
    ["in points over hours", section(ONE, [TWO[0], "2 | Lay | 5h | Ada | ", "**Total** | | 9 | | "], { head: POINTS }), []],
    ["over what is dropped without hours", section(ONE, ["1 | Dig | | Dropped", "**Total** | | 9 | "], { head: STATUS }), []],
    [
      "over one that is dropped without hours",
      section(ONE, ["1 | Dig | 3 | Open", "2 | Lay | | Dropped", "**Total** | | 9 | "], { head: STATUS }),
      ["7 9: the total row says 9 h, its 2 tasks sum to 3 h", "> write `3`: [9] to [3]"],
    ],
    [
      "over a range",
      row("11", ["1 | Dig | 3-5 | Ada | ", TWO[1]]),
      ["7 11: the total row says 11 h, its 2 tasks sum to between 8 h and 10 h"],
    ],
    ["at the end of a range", row("10", ["1 | Dig | 3-5 | Ada | ", TWO[1]]), []],
    ["at the start of a range", row("8", ["1 | Dig | 3-5 | Ada | ", TWO[1]]), []],
    ["that is a range around it", row("6-9"), []],
    ["that is a range below it", row("5-7"), ["7 5-7: the total row says 5-7, its 2 tasks sum to 8 h", "= 3 + 5 = 8"]],
    ["that is no number", row("XL"), []],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("wrong-total", plan)).toEqual(expected);
  });
});

describe("a stated sum near a row that cannot be read", () => {
  test.each<[string, string, readonly string[]]>([
    ["behind it in another sprint", row("9") + SECOND, ["7 9: the total row says 9 h, its 2 tasks sum to 8 h"]],
    ["before it in another sprint", SECOND + row("9"), ["14 9: the total row says 9 h, its 2 tasks sum to 8 h"]],
    ["first in its table", row("9", [" | | 7 | Ada | ", ...TWO]), []],
    ["last in its table", row("9", [...TWO, " | | 7 | Ada | "]), []],
    ["first below its heading", heading("9 hours", [" | | 7 | Ada | ", ...TWO]), []],
    ["last below its heading", heading("9 hours", [...TWO, " | | 7 | Ada | "]), []],
    [
      "behind it in its table",
      section(ONE, [...TWO, "Subtotal | | 9 | | ", " | | 7 | Ada | ", "3 | Roof | 4 | Ada | "]),
      ["7 9: the total row says 9 h, its 2 tasks sum to 8 h"],
    ],
    [
      "before the rows since the last one",
      section(ONE, [" | | 7 | Ada | ", TWO[0], "Subtotal | | 10 | | ", TWO[1], "Subtotal | | 6 | | "]),
      [],
    ],
    [
      "between a table and a line on it",
      section(ONE, [...TWO, " | | 7 | Ada | "], { after: `**Subtotal**: 9 hours\n\n${table(["3 | Roof | 4 | Ada | "])}` }),
      [],
    ],
    [
      "in another table than the tasks of a line",
      section(ONE, TWO, { after: `**Subtotal**: 9 hours\n\n${table([" | | 7 | Ada | ", "3 | Roof | 4 | Ada | "])}` }),
      ["8 9 hours: the total says 9 h, its 2 tasks sum to 8 h"],
    ],
    [
      "in a table above the tasks of a line",
      section(ONE, ["3 | Roof | 4 | Ada | ", " | | 7 | Ada | "], { after: `${table(TWO)}\n**Subtotal**: 9 hours` }),
      [],
    ],
    ["below a list of its own", LIST, ["1 9 hours: the heading says 9 h, its 2 tasks sum to 8 h"]],
    [
      "behind the only row",
      section(ONE, [" | | 7 | Ada | ", TWO[0]], { after: `**Subtotal**: 9 hours\n\n${table(["3 | Roof | 4 | Ada | "])}` }),
      [],
    ],
    ["behind a buffer", row("9", [...TWO, "Buffer | | 3 | | ", " | | 7 | Ada | "]), []],
    [
      "the same, where it is the last of the plan",
      heading("9 hours", TWO) + SECOND,
      ["1 9 hours: the heading says 9 h, its 2 tasks sum to 8 h"],
    ],
  ])("%s", (_where, plan, expected) => {
    expect(foundBy("wrong-total", plan)).toEqual(expected);
  });
});
