import { describe, expect, test } from "vitest";
import { table, toldBy } from "./rule-findings.ts";

const week = (number: string, weeks: string, tasks = 1): string =>
  `## Sprint ${number}: A (${weeks})\n\n${tasks === 0 ? "Rest\n" : table([`${number}.1 | Dig | 3 | Ada | `])}\n`;
const weeks = (...each: readonly string[]): string => each.map((text, index) => week(`${index + 1}`, text)).join("");
const phase = (number: number, its: string, ...each: readonly string[]): string =>
  `# Phase ${number}: P (${its})\n\n${each.map((text, index) => week(`${number}.${index + 1}`, text)).join("")}`;

describe("weeks that do not follow each other", () => {
  test.each<[string, string, readonly string[]]>([
    ["not at all", weeks("Week 1", "Weeks 2-3", "Week 4"), []],
    [
      "of two sprints",
      weeks("Week 1", "Week 3"),
      ["7 Week 3: no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3", "~ 1 Week 1: sprint 1 has week 1"],
    ],
    [
      "of one gap",
      weeks("Week 1", "Week 2", "Week 4", "Week 5"),
      ["13 Week 4: no sprint has week 3: sprint 2 ends with week 2, sprint 3 begins with week 4", "~ 7 Week 2: sprint 2 has week 2"],
    ],
    [
      "of a gap of two weeks",
      weeks("Week 1", "Week 2", "Week 5", "Week 6"),
      ["13 Week 5: no sprint has weeks 3-4: sprint 2 ends with week 2, sprint 3 begins with week 5", "~ 7 Week 2: sprint 2 has week 2"],
    ],
    [
      "of one overlap in four",
      weeks("Week 1", "Weeks 2-3", "Week 3", "Week 4"),
      [
        "13 Week 3: sprint 3 is in week 3, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "~ 7 Weeks 2-3: sprint 2 has weeks 2-3",
      ],
    ],
    [
      "of one overlap in three",
      weeks("Weeks 1-2", "Week 2", "Week 3"),
      [
        "7 Week 2: sprint 2 is in week 2, sprint 1 in weeks 1-2, and nothing says that they run in parallel",
        "~ 1 Weeks 1-2: sprint 1 has weeks 1-2",
      ],
    ],
    ["of one overlap in two", weeks("Weeks 1-2", "Week 2"), []],
    [
      "of one sprint out of its place",
      weeks("Week 1", "Week 2", "Week 9", "Week 3", "Week 4"),
      [
        "13 Week 9: no sprint has weeks 3-8: sprint 2 ends with week 2, sprint 3 begins with week 9",
        "~ 7 Week 2: sprint 2 has week 2",
        "~ 19 Week 3: sprint 4 has week 3",
      ],
    ],
    [
      "of one sprint before its place",
      weeks("Week 1", "Week 2", "Week 1", "Week 3", "Week 4", "Week 5"),
      [
        "13 Week 1: sprint 3 is in week 1, sprint 2 in week 2, and nothing says that they run in parallel",
        "~ 7 Week 2: sprint 2 has week 2",
        "~ 19 Week 3: sprint 4 has week 3",
      ],
    ],
    [
      "of a plan that begins later",
      weeks("Week 4", "Week 5", "Week 7", "Week 8"),
      ["13 Week 7: no sprint has week 6: sprint 2 ends with week 5, sprint 3 begins with week 7", "~ 7 Week 5: sprint 2 has week 5"],
    ],
    [
      "of half of them",
      weeks("Week 1", "Week 3", "Week 5", "Week 6"),
      [
        "7 Week 3: no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3",
        "~ 1 Week 1: sprint 1 has week 1",
        "~ 13 Week 5: sprint 3 has week 5",
      ],
    ],
    [
      "of more than half of them",
      weeks("Week 1", "Week 3", "Week 5"),
      [
        "7 Week 3: no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3",
        "~ 1 Week 1: sprint 1 has week 1",
        "~ 13 Week 5: sprint 3 has week 5",
      ],
    ],
    ["with a week of reserve", week("1", "Week 1") + week("2", "Week 2", 0) + week("3", "Week 3") + week("4", "Week 4"), []],
    [
      "with one of two weeks of reserve",
      week("1", "Week 1") + week("2", "Week 2", 0) + week("3", "Week 4") + week("4", "Week 5"),
      ["11 Week 4: no sprint has weeks 2-3: sprint 1 ends with week 1, sprint 3 begins with week 4", "~ 1 Week 1: sprint 1 has week 1"],
    ],
    [
      "with two weeks of reserve",
      week("1", "Week 1") + week("2", "Week 2", 0) + week("3", "Week 3", 0) + week("4", "Week 4") + week("5", "Week 5"),
      [],
    ],
    [
      "with weeks that run in parallel",
      `${weeks("Week 1", "Weeks 2-3", "Week 3", "Week 4")}## Parallel Work\n\n- **Weeks 2-3**: both\n`,
      [],
    ],
    [
      "with other weeks that run in parallel",
      `${weeks("Week 1", "Weeks 2-3", "Week 3", "Week 4")}## Parallel Work\n\n- **Week 1**: both\n`,
      [
        "13 Week 3: sprint 3 is in week 3, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "~ 7 Weeks 2-3: sprint 2 has weeks 2-3",
      ],
    ],
    [
      "with half of them in parallel",
      `${weeks("Week 1", "Weeks 2-3", "Weeks 3-4", "Week 5")}## Parallel Work\n\n- **Week 2**: both\n`,
      [
        "13 Weeks 3-4: sprint 3 is in weeks 3-4, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "~ 7 Weeks 2-3: sprint 2 has weeks 2-3",
      ],
    ],
    [
      "of two overlaps around one",
      weeks("Week 1", "Week 2", "Weeks 2-3", "Week 3", "Week 4", "Week 5", "Week 6"),
      [
        "13 Weeks 2-3: sprint 3 is in weeks 2-3, sprint 2 in week 2, and nothing says that they run in parallel",
        "~ 7 Week 2: sprint 2 has week 2",
        "~ 19 Week 3: sprint 4 has week 3",
      ],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-weeks", plan)).toEqual(expected);
  });
});

describe("weeks of a phase", () => {
  test.each<[string, string, readonly string[]]>([
    ["are those of its sprints", phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-4", "Week 3", "Week 4"), []],
    ["are more at the end", phase(1, "Weeks 1-3", "Week 1", "Week 2"), ["1 Weeks 1-3: phase 1 says weeks 1-3, its sprints take weeks 1-2"]],
    [
      "are more at the start",
      phase(1, "Weeks 1-3", "Week 2", "Week 3"),
      ["1 Weeks 1-3: phase 1 says weeks 1-3, its sprints take weeks 2-3"],
    ],
    [
      "are less at the end",
      phase(1, "Weeks 1-2", "Week 1", "Week 2", "Week 3"),
      ["1 Weeks 1-2: phase 1 says weeks 1-2, its sprints take weeks 1-3", "~ 15 Week 3: sprint 1.3 has week 3"],
    ],
    [
      "are less at the start",
      phase(1, "Weeks 2-3", "Week 1", "Week 2", "Week 3"),
      ["1 Weeks 2-3: phase 1 says weeks 2-3, its sprints take weeks 1-3", "~ 3 Week 1: sprint 1.1 has week 1"],
    ],
    [
      "are others",
      phase(1, "Weeks 5-6", "Week 1", "Week 2"),
      [
        "1 Weeks 5-6: phase 1 says weeks 5-6, its sprints take weeks 1-2",
        "~ 3 Week 1: sprint 1.1 has week 1",
        "~ 9 Week 2: sprint 1.2 has week 2",
      ],
    ],
    ["are counted anew", phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 1-2", "Week 1", "Week 2"), []],
    [
      "are left by one that leaves a gap",
      phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-5", "Week 3", "Week 4", "Week 6"),
      [
        "29 Week 6: sprint 2.3 is in week 6, its phase in weeks 3-5",
        "~ 15 Weeks 3-5: its phase has weeks 3-5",
        "~ 23 Week 4: sprint 2.2 has week 4",
      ],
    ],
    [
      "are left by one that overlaps",
      phase(1, "Weeks 1-3", "Week 1", "Week 2", "Weeks 3-4") + phase(2, "Weeks 4-6", "Week 4", "Week 5", "Week 6"),
      [
        "15 Weeks 3-4: sprint 1.3 is in weeks 3-4, its phase in weeks 1-3",
        "~ 1 Weeks 1-3: its phase has weeks 1-3",
        "~ 23 Week 4: sprint 2.1 has week 4",
      ],
    ],
    [
      "are not reached by one before a gap",
      phase(1, "Weeks 1-3", "Week 1", "Week 2") + phase(2, "Weeks 4-5", "Week 4", "Week 5"),
      ["9 Week 2: no sprint has week 3: sprint 1.2 ends with week 2, sprint 2.1 begins with week 4", "~ 17 Week 4: sprint 2.1 has week 4"],
    ],
    [
      "are not begun by one behind a gap",
      phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-5", "Week 4", "Week 5"),
      ["17 Week 4: no sprint has week 3: sprint 1.2 ends with week 2, sprint 2.1 begins with week 4", "~ 9 Week 2: sprint 1.2 has week 2"],
    ],
    ["are not said by a sprint", phase(1, "Weeks 1-3", "Week 1", "later"), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-weeks", plan)).toEqual(expected);
  });
});
