import { describe, expect, test } from "vitest";
import { sprintOf, tableOf, toldBy } from "./rule-lines.ts";

const ONE = "Sprint 1: A (Week 1)";
const STATUS = "ID | Task | Hours | Status | Depends On";
const states = (...rows: readonly string[]): string => sprintOf(ONE, rows, { head: STATUS });

describe("what a done task waits for", () => {
  test.each<[string, string, readonly string[]]>([
    ["is done or dropped", states("1 | Dig | 3 | Done | ", "2 | Drain | 3 | Dropped | ", "3 | Lay | 5 | Done | 1, 2"), []],
    [
      "is open",
      states("1 | Dig | 3 | Done | ", "2 | Drain | 3 | Open | ", "3 | Lay | 5 | Done | 1, 2"),
      [
        "[2] task `3` is done, but `2`, which it waits for, is open",
        "< [2] `2` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "says nothing",
      states("1 | Dig | 3 | | ", "2 | Lay | 5 | Done | 1"),
      [
        "[1] task `2` is done, but `1`, which it waits for, is open",
        "< [1] `1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["cannot be read", states("1 | Dig | 3 | perhaps | ", "2 | Lay | 5 | Done | 1"), []],
    [
      "is started",
      states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1"),
      [
        "[1] task `2` is done, but `1`, which it waits for, is started",
        "< [1] `1` is started",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is blocked",
      states("1 | Dig | 3 | Blocked | ", "2 | Lay | 5 | Done | 1"),
      [
        "[1] task `2` is done, but `1`, which it waits for, is blocked",
        "< [1] `1` is blocked",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["is started, as is enough", states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1SS"), []],
    [
      "is not begun, as it has to be",
      states("1 | Dig | 3 | Open | ", "2 | Lay | 5 | Done | 1SS"),
      [
        "[1SS] task `2` is done, but `1`, which it waits for, is open",
        "< [1] `1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is to end with it",
      states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1FF"),
      [
        "[1FF] task `2` is done, but `1`, which it waits for, is started",
        "< [1] `1` is started",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["is only to begin before its end", states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1SF"), []],
    ["is nowhere", states("1 | Dig | 3 | Open | ", "2 | Lay | 5 | Done | 7"), []],
    ["is vague", states("1 | Dig | 3 | Open | ", "2 | Lay | 5 | Done | All of it"), []],
    [
      "is in order of the plan",
      states("1 | Dig | 3 | Started | ", "2 | Drain | 3 | Open | ", "3 | Lay | 5 | Done | 2, 1"),
      [
        "[2] task `3` is done, but 2 tasks that it waits for are not",
        "= 1 and 2",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is named twice",
      states("1 | Dig | 3 | Open | ", "2 | Drain | 3 | Done | ", "3 | Lay | 5 | Done | 2, 1, 1-2"),
      [
        "[1] task `3` is done, but `1`, which it waits for, is open",
        "< [1] `1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is nine tasks",
      states(
        ...Array.from({ length: 9 }, (_, index) => `1.${index + 1} | Step | 1 | ${index % 2 === 0 ? "Open" : "Started"} | `),
        "2.1 | Lay | 5 | Done | 1.1-1.9",
      ),
      [
        "[1.1-1.9] task `2.1` is done, but 9 tasks that it waits for are not",
        "= 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 1 more",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["waits for a done one", states("1 | Dig | 3 | Done | ", "2 | Lay | 5 | Open | 1"), []],
    [
      "has no id",
      `${sprintOf("Sprint 1", ["Dig | 3 | Open"], { head: "Task | Hours | Status" })}${sprintOf("Sprint 2", ["2.1 | Lay | 5 | Done | Sprint 1"], { head: STATUS })}`,
      [],
    ],
    ["is open as it is itself", states("1 | Dig | 3 | Open | ", "2 | Lay | 5 | Open | 1", "3 | Roof | 5 | Done | "), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("open-prerequisite", plan)).toEqual(expected);
  });
  const parts = (whole: string, ...boxes: readonly string[]): string =>
    `# Plan\n\n- [${whole}] T1 Dig\n${boxes.map((box, index) => `  - [${box}] T1.${index + 1} Part (1h)\n`).join("")}- [x] T2 Lay (5h) (depends on T1)\n`;
  test.each<[string, string, readonly string[]]>([
    ["has parts that are all done", parts(" ", "x", "x"), []],
    [
      "has a last part that is open",
      parts(" ", "x", " "),
      [
        "[T1] task `T2` is done, but `T1`, which it waits for, is open",
        "< [T1] `T1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "has a first part that is open",
      parts(" ", " ", "x"),
      [
        "[T1] task `T2` is done, but `T1`, which it waits for, is open",
        "< [T1] `T1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["has open parts and is done itself", parts("x", " ", " "), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("open-prerequisite", plan)).toEqual(expected);
  });
});

const REDUNDANT = { rules: { "redundant-dependency": "info" } };
const waits = (...rows: readonly string[]): string =>
  sprintOf(
    ONE,
    rows.map((row, index) => `${index + 1} | Step | 3 | Ada | ${row}`),
  );

describe("what a task waits for anyway", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "through one other",
      waits("", "1", "1, 2"),
      ["[1] task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    [
      "through two others",
      waits("", "1", "2", "1, 3"),
      ["[1] task `4` waits for `1` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    [
      "behind the other",
      waits("", "1", "2", "3, 1"),
      ["[1] task `4` waits for `1` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1`: [, 1] to []"],
    ],
    [
      "of two tasks",
      waits("", "1", "2", "1-2, 3"),
      ["[1-2] task `4` waits for `1-2` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1-2`: [1-2, ] to []"],
    ],
    ["of two tasks, only one of them", waits("", "", "2", "1-2, 3"), []],
    [
      "through a range",
      waits("", "1", "2", "1, 2-3"),
      ["[1] task `4` waits for `1` anyway, through `2`", "= 1 → 2 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    ["with a lag of its own", waits("", "1", "1FS+2h, 2"), []],
    ["with another relation", waits("", "1", "1SS, 2"), []],
    [
      "through a lag",
      waits("", "1FS+2h", "1, 2"),
      ["[1] task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    ["through a lead", waits("", "1FS-2h", "1, 2"), []],
    ["through another relation", waits("", "1SS", "1, 2"), []],
    [
      "through a lag of the task",
      waits("", "1", "1, 2FS+2h"),
      ["[1] task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    ["through a lead of the task", waits("", "1", "1, 2FS-2h"), []],
    ["named twice", waits("", "1", "1, 1, 2"), []],
    ["as the only thing", waits("", "1", "2"), []],
    ["in a cycle", waits("3", "1", "1, 2"), []],
    ["with an unknown one", waits("", "1", "1, 9"), []],
    ["that is unknown", waits("", "1", "9, 2"), []],
    ["through vague words", waits("", "1", "1, all of it"), []],
    [
      "on both ways",
      waits("", "1", "1", "1, 2, 3"),
      ["[1] task `4` waits for `1` anyway, through `2`", "= 1 → 2 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("redundant-dependency", plan, REDUNDANT)).toEqual(expected);
  });
  test("nothing is said unless asked for", () => {
    expect(toldBy("redundant-dependency", waits("", "1", "1, 2"))).toEqual([]);
  });
});

const week = (number: string, weeks: string, tasks = 1): string =>
  `## Sprint ${number}: A (${weeks})\n\n${tasks === 0 ? "Rest\n" : tableOf([`${number}.1 | Dig | 3 | Ada | `])}\n`;
const weeks = (...each: readonly string[]): string => each.map((text, index) => week(`${index + 1}`, text)).join("");
const phase = (number: number, its: string, ...each: readonly string[]): string =>
  `# Phase ${number}: P (${its})\n\n${each.map((text, index) => week(`${number}.${index + 1}`, text)).join("")}`;

describe("weeks that do not follow each other", () => {
  test.each<[string, string, readonly string[]]>([
    ["not at all", weeks("Week 1", "Weeks 2-3", "Week 4"), []],
    [
      "of two sprints",
      weeks("Week 1", "Week 3"),
      ["[Week 3] no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3", "< [Week 1] sprint 1 has week 1"],
    ],
    [
      "of one gap",
      weeks("Week 1", "Week 2", "Week 4", "Week 5"),
      ["[Week 4] no sprint has week 3: sprint 2 ends with week 2, sprint 3 begins with week 4", "< [Week 2] sprint 2 has week 2"],
    ],
    [
      "of a gap of two weeks",
      weeks("Week 1", "Week 2", "Week 5", "Week 6"),
      ["[Week 5] no sprint has weeks 3-4: sprint 2 ends with week 2, sprint 3 begins with week 5", "< [Week 2] sprint 2 has week 2"],
    ],
    [
      "of one overlap in four",
      weeks("Week 1", "Weeks 2-3", "Week 3", "Week 4"),
      [
        "[Week 3] sprint 3 is in week 3, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "< [Weeks 2-3] sprint 2 has weeks 2-3",
      ],
    ],
    [
      "of one overlap in three",
      weeks("Weeks 1-2", "Week 2", "Week 3"),
      [
        "[Week 2] sprint 2 is in week 2, sprint 1 in weeks 1-2, and nothing says that they run in parallel",
        "< [Weeks 1-2] sprint 1 has weeks 1-2",
      ],
    ],
    ["of one overlap in two", weeks("Weeks 1-2", "Week 2"), []],
    [
      "of one sprint out of its place",
      weeks("Week 1", "Week 2", "Week 9", "Week 3", "Week 4"),
      [
        "[Week 9] no sprint has weeks 3-8: sprint 2 ends with week 2, sprint 3 begins with week 9",
        "< [Week 2] sprint 2 has week 2",
        "< [Week 3] sprint 4 has week 3",
      ],
    ],
    [
      "of one sprint before its place",
      weeks("Week 1", "Week 2", "Week 1", "Week 3", "Week 4", "Week 5"),
      [
        "[Week 1] sprint 3 is in week 1, sprint 2 in week 2, and nothing says that they run in parallel",
        "< [Week 2] sprint 2 has week 2",
        "< [Week 3] sprint 4 has week 3",
      ],
    ],
    [
      "of a plan that begins later",
      weeks("Week 4", "Week 5", "Week 7", "Week 8"),
      ["[Week 7] no sprint has week 6: sprint 2 ends with week 5, sprint 3 begins with week 7", "< [Week 5] sprint 2 has week 5"],
    ],
    [
      "of half of them",
      weeks("Week 1", "Week 3", "Week 5", "Week 6"),
      [
        "[Week 3] no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3",
        "< [Week 1] sprint 1 has week 1",
        "< [Week 5] sprint 3 has week 5",
      ],
    ],
    [
      "of more than half of them",
      weeks("Week 1", "Week 3", "Week 5"),
      [
        "[Week 3] no sprint has week 2: sprint 1 ends with week 1, sprint 2 begins with week 3",
        "< [Week 1] sprint 1 has week 1",
        "< [Week 5] sprint 3 has week 5",
      ],
    ],
    ["with a week of reserve", week("1", "Week 1") + week("2", "Week 2", 0) + week("3", "Week 3") + week("4", "Week 4"), []],
    [
      "with one of two weeks of reserve",
      week("1", "Week 1") + week("2", "Week 2", 0) + week("3", "Week 4") + week("4", "Week 5"),
      ["[Week 4] no sprint has weeks 2-3: sprint 1 ends with week 1, sprint 3 begins with week 4", "< [Week 1] sprint 1 has week 1"],
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
        "[Week 3] sprint 3 is in week 3, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "< [Weeks 2-3] sprint 2 has weeks 2-3",
      ],
    ],
    [
      "with half of them in parallel",
      `${weeks("Week 1", "Weeks 2-3", "Weeks 3-4", "Week 5")}## Parallel Work\n\n- **Week 2**: both\n`,
      [
        "[Weeks 3-4] sprint 3 is in weeks 3-4, sprint 2 in weeks 2-3, and nothing says that they run in parallel",
        "< [Weeks 2-3] sprint 2 has weeks 2-3",
      ],
    ],
    [
      "of two overlaps around one",
      weeks("Week 1", "Week 2", "Weeks 2-3", "Week 3", "Week 4", "Week 5", "Week 6"),
      [
        "[Weeks 2-3] sprint 3 is in weeks 2-3, sprint 2 in week 2, and nothing says that they run in parallel",
        "< [Week 2] sprint 2 has week 2",
        "< [Week 3] sprint 4 has week 3",
      ],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-weeks", plan)).toEqual(expected);
  });
});

describe("weeks of a phase", () => {
  test.each<[string, string, readonly string[]]>([
    ["are those of its sprints", phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-4", "Week 3", "Week 4"), []],
    ["are more at the end", phase(1, "Weeks 1-3", "Week 1", "Week 2"), ["[Weeks 1-3] phase 1 says weeks 1-3, its sprints take weeks 1-2"]],
    [
      "are more at the start",
      phase(1, "Weeks 1-3", "Week 2", "Week 3"),
      ["[Weeks 1-3] phase 1 says weeks 1-3, its sprints take weeks 2-3"],
    ],
    [
      "are less at the end",
      phase(1, "Weeks 1-2", "Week 1", "Week 2", "Week 3"),
      ["[Weeks 1-2] phase 1 says weeks 1-2, its sprints take weeks 1-3", "< [Week 3] sprint 1.3 has week 3"],
    ],
    [
      "are less at the start",
      phase(1, "Weeks 2-3", "Week 1", "Week 2", "Week 3"),
      ["[Weeks 2-3] phase 1 says weeks 2-3, its sprints take weeks 1-3", "< [Week 1] sprint 1.1 has week 1"],
    ],
    [
      "are others",
      phase(1, "Weeks 5-6", "Week 1", "Week 2"),
      [
        "[Weeks 5-6] phase 1 says weeks 5-6, its sprints take weeks 1-2",
        "< [Week 1] sprint 1.1 has week 1",
        "< [Week 2] sprint 1.2 has week 2",
      ],
    ],
    ["are counted anew", phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 1-2", "Week 1", "Week 2"), []],
    [
      "are left by one that leaves a gap",
      phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-5", "Week 3", "Week 4", "Week 6"),
      [
        "[Week 6] sprint 2.3 is in week 6, its phase in weeks 3-5",
        "< [Weeks 3-5] its phase has weeks 3-5",
        "< [Week 4] sprint 2.2 has week 4",
      ],
    ],
    [
      "are left by one that overlaps",
      phase(1, "Weeks 1-3", "Week 1", "Week 2", "Weeks 3-4") + phase(2, "Weeks 4-6", "Week 4", "Week 5", "Week 6"),
      [
        "[Weeks 3-4] sprint 1.3 is in weeks 3-4, its phase in weeks 1-3",
        "< [Weeks 1-3] its phase has weeks 1-3",
        "< [Week 4] sprint 2.1 has week 4",
      ],
    ],
    [
      "are not reached by one before a gap",
      phase(1, "Weeks 1-3", "Week 1", "Week 2") + phase(2, "Weeks 4-5", "Week 4", "Week 5"),
      ["[Week 2] no sprint has week 3: sprint 1.2 ends with week 2, sprint 2.1 begins with week 4", "< [Week 4] sprint 2.1 has week 4"],
    ],
    [
      "are not begun by one behind a gap",
      phase(1, "Weeks 1-2", "Week 1", "Week 2") + phase(2, "Weeks 3-5", "Week 4", "Week 5"),
      ["[Week 4] no sprint has week 3: sprint 1.2 ends with week 2, sprint 2.1 begins with week 4", "< [Week 2] sprint 1.2 has week 2"],
    ],
    ["are not said by a sprint", phase(1, "Weeks 1-3", "Week 1", "later"), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("wrong-weeks", plan)).toEqual(expected);
  });
});
