import { describe, expect, test } from "vitest";
import { foundBy, section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const steps = (count: number, hours: number, owner = "Ada"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | ${hours} | ${owner} | `);
const MEETINGS = "## Sprint Ceremonies\n\n### Daily Stand-ups (15 minutes)\n\n### Sprint Planning (2 hours)\n";
const met = (heading: string, ...team: readonly string[]): string => section(heading, ["1.1 | Dig | 3 | Ada | "], { team });

describe("a member with too much to do", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "by an hour",
      section(ONE, steps(3, 7), { team: ["Ada: 20 hours"] }),
      [
        "5 20: `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    ["by nothing", section(ONE, steps(3, 7), { team: ["Ada: 21 hours"] }), []],
    [
      "of eight tasks",
      section(ONE, steps(8, 3), { team: ["Ada: 20 hours"] }),
      [
        "5 20: `Ada` is asked for 24 h in sprint 1 and has 20 h, 4 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "of nine tasks",
      section(ONE, steps(9, 3), { team: ["Ada: 20 hours"] }),
      [
        "5 20: `Ada` is asked for 27 h in sprint 1 and has 20 h, 7 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h, … and 1 more task",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "of ten tasks",
      section(ONE, steps(10, 3), { team: ["Ada: 20 hours"] }),
      [
        "5 20: `Ada` is asked for 30 h in sprint 1 and has 20 h, 10 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h, … and 2 more tasks",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "beside others with less",
      section(ONE, steps(3, 7), { team: ["Ada: 20 hours", "Ben: 5 hours", "Cem: 9 hours", "Dan: 9 hours"] }),
      [
        "5 20: `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? move 1 h to somebody else: `Cem` has 9 h left",
      ],
    ],
    [
      "beside another with too much",
      section(ONE, [...steps(3, 7), "2.1 | Lay | 9 | Ben | "], { team: ["Ada: 20 hours", "Ben: 5 hours"] }),
      [
        "5 20: `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
        "6 5: `Ben` is asked for 9 h in sprint 1 and has 5 h, 4 h too few",
        "= 2.1 9 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "together with another",
      section(ONE, [...steps(2, 7), "2.1 | Lay | 14 | Ada + Ben | "], { team: ["Ada: 20 hours", "Ben: 40 hours"] }),
      [
        "5 20: `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 2.1 7 h",
        "= holds under every reading (1 h to 8 h)",
        "? move 1 h to somebody else: `Ben` has 33 h left",
      ],
    ],
    [
      "only as everyone shares it",
      section(ONE, [...steps(2, 7), "2.1 | Lay | 8 | All | "], { team: ["Ada: 20 hours", "Ben: 40 hours"] }),
      [
        "5 20: `Ada` is asked for 22 h in sprint 1 and has 20 h, 2 h too few",
        "= 1.1 7 h, 1.2 7 h, 2.1 8 h",
        "= only with all: attend",
        "? move 2 h to somebody else: `Ben` has 32 h left",
      ],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("overloaded-member", plan)).toEqual(expected);
  });
});

describe("meetings without room", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "for one of two",
      met(ONE, "Ada: 40 hours", "Ben: 20 hours") + MEETINGS,
      ["14 Sprint Ceremonies: ceremonies take 3.25 h of each person a week, 6.5 h in all, which 1 of 2 capacities leave no room for"],
    ],
    [
      "for one of two, second",
      met(ONE, "Ben: 20 hours", "Ada: 38 hours") + MEETINGS,
      ["14 Sprint Ceremonies: ceremonies take 3.25 h of each person a week, 6.5 h in all, which 1 of 2 capacities leave no room for"],
    ],
    ["with just enough", met(ONE, "Ada: 36.75 hours") + MEETINGS, []],
    [
      "for two people in a line",
      met(ONE, "Developers: 80 hours") + MEETINGS,
      ["13 Sprint Ceremonies: ceremonies take 3.25 h of each person a week, 3.25 h in all, which no capacity leaves room for"],
    ],
    ["for nobody knows how many", met(ONE, "Developers: 60 hours") + MEETINGS, []],
    ["for somebody who is not there", met(ONE, "Ada: 0 hours") + MEETINGS, []],
    ["in no time", met("Sprint 1: A", "Ada: 40 hours") + MEETINGS, []],
    [
      "in the second week",
      met("Sprint 2: B (Week 2)", "Ada: 38 hours") + MEETINGS,
      ["13 Sprint Ceremonies: ceremonies take 3.25 h of each person a week, 3.25 h in all, which no capacity leaves room for"],
    ],
    ["without meetings", met(ONE, "Ada: 40 hours"), []],
    ["of no known length", `${met(ONE, "Ada: 40 hours")}## Sprint Ceremonies\n\n### Sprint Planning\n`, []],
  ])("%s", (_which, plan, expected) => {
    expect(foundBy("unbudgeted-ceremonies", plan)).toEqual(expected);
  });
});
