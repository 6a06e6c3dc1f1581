import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";
const STATUS = "ID | Task | Hours | Status | Depends On";
const states = (...rows: readonly string[]): string => section(ONE, rows, { head: STATUS });
const REDUNDANT = { rules: { "redundant-dependency": "info" } };
const waits = (...rows: readonly string[]): string =>
  section(
    ONE,
    rows.map((row, index) => `${index + 1} | Step | 3 | Ada | ${row}`),
  );

describe("what a done task waits for", () => {
  test.each<[string, string, readonly string[]]>([
    ["is done or dropped", states("1 | Dig | 3 | Done | ", "2 | Drain | 3 | Dropped | ", "3 | Lay | 5 | Done | 1, 2"), []],
    [
      "is open",
      states("1 | Dig | 3 | Done | ", "2 | Drain | 3 | Open | ", "3 | Lay | 5 | Done | 1, 2"),
      [
        "7 2: task `3` is done, but `2`, which it waits for, is open",
        "~ 6 2: `2` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "says nothing",
      states("1 | Dig | 3 | | ", "2 | Lay | 5 | Done | 1"),
      [
        "6 1: task `2` is done, but `1`, which it waits for, is open",
        "~ 5 1: `1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["cannot be read", states("1 | Dig | 3 | perhaps | ", "2 | Lay | 5 | Done | 1"), []],
    [
      "is started",
      states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1"),
      [
        "6 1: task `2` is done, but `1`, which it waits for, is started",
        "~ 5 1: `1` is started",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is blocked",
      states("1 | Dig | 3 | Blocked | ", "2 | Lay | 5 | Done | 1"),
      [
        "6 1: task `2` is done, but `1`, which it waits for, is blocked",
        "~ 5 1: `1` is blocked",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["is started, as is enough", states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1SS"), []],
    [
      "is not begun, as it has to be",
      states("1 | Dig | 3 | Open | ", "2 | Lay | 5 | Done | 1SS"),
      [
        "6 1SS: task `2` is done, but `1`, which it waits for, is open",
        "~ 5 1: `1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is to end with it",
      states("1 | Dig | 3 | Started | ", "2 | Lay | 5 | Done | 1FF"),
      [
        "6 1FF: task `2` is done, but `1`, which it waits for, is started",
        "~ 5 1: `1` is started",
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
        "7 2: task `3` is done, but 2 tasks that it waits for are not",
        "= 1 and 2",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "is named twice",
      states("1 | Dig | 3 | Open | ", "2 | Drain | 3 | Done | ", "3 | Lay | 5 | Done | 2, 1, 1-2"),
      [
        "7 1: task `3` is done, but `1`, which it waits for, is open",
        "~ 5 1: `1` is open",
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
        "14 1.1-1.9: task `2.1` is done, but 9 tasks that it waits for are not",
        "= 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 1 more",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["waits for a done one", states("1 | Dig | 3 | Done | ", "2 | Lay | 5 | Open | 1"), []],
    [
      "has no id",
      `${section("Sprint 1", ["Dig | 3 | Open"], { head: "Task | Hours | Status" })}${section("Sprint 2", ["2.1 | Lay | 5 | Done | Sprint 1"], { head: STATUS })}`,
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
        "6 T1: task `T2` is done, but `T1`, which it waits for, is open",
        "~ 3 T1: `T1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    [
      "has a first part that is open",
      parts(" ", " ", "x"),
      [
        "6 T1: task `T2` is done, but `T1`, which it waits for, is open",
        "~ 3 T1: `T1` is open",
        "? one of the two states is out of date, or the dependency does not hold",
      ],
    ],
    ["has open parts and is done itself", parts("x", " ", " "), []],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("open-prerequisite", plan)).toEqual(expected);
  });
});

describe("what a task waits for anyway", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "through one other",
      waits("", "1", "1, 2"),
      ["7 1: task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    [
      "through two others",
      waits("", "1", "2", "1, 3"),
      ["8 1: task `4` waits for `1` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    [
      "behind the other",
      waits("", "1", "2", "3, 1"),
      ["8 1: task `4` waits for `1` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1`: [, 1] to []"],
    ],
    [
      "of two tasks",
      waits("", "1", "2", "1-2, 3"),
      ["8 1-2: task `4` waits for `1-2` anyway, through `3`", "= 1 → 2 → 3 → 4", "? leave it out", "> leave out `1-2`: [1-2, ] to []"],
    ],
    ["of two tasks, only one of them", waits("", "", "2", "1-2, 3"), []],
    [
      "through a range",
      waits("", "1", "2", "1, 2-3"),
      ["8 1: task `4` waits for `1` anyway, through `2`", "= 1 → 2 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    ["with a lag of its own", waits("", "1", "1FS+2h, 2"), []],
    ["with another relation", waits("", "1", "1SS, 2"), []],
    [
      "through a lag",
      waits("", "1FS+2h", "1, 2"),
      ["7 1: task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
    ["through a lead", waits("", "1FS-2h", "1, 2"), []],
    ["through another relation", waits("", "1SS", "1, 2"), []],
    [
      "through a lag of the task",
      waits("", "1", "1, 2FS+2h"),
      ["7 1: task `3` waits for `1` anyway, through `2`", "= 1 → 2 → 3", "? leave it out", "> leave out `1`: [1, ] to []"],
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
      ["8 1: task `4` waits for `1` anyway, through `2`", "= 1 → 2 → 4", "? leave it out", "> leave out `1`: [1, ] to []"],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("redundant-dependency", plan, REDUNDANT)).toEqual(expected);
  });
  test("nothing is said unless asked for", () => {
    expect(toldBy("redundant-dependency", waits("", "1", "1, 2"))).toEqual([]);
  });
});
