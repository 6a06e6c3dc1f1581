import { describe, expect, test } from "vitest";
import { foundBy, provenBy, rowOf, section, sprint, table } from "./rule-findings.ts";

const row = (id: string, assignee: string, hours = "2") => `${id} | Step ${id} | ${hours} | ${assignee} | None`;
describe("a capacity or an estimate that is none", () => {
  const hours = (...each: readonly string[]) =>
    section(
      "Sprint 1",
      each.map((estimate, index) => `1.${index + 1} | Step | ${estimate} | Ada | None`),
      { team: ["Ada: 20 hours"] },
    );
  test.each([
    [
      "three of three are one finding",
      hours("4ß", "soonish", "lots"),
      [
        "11 4ß: none of the 3 estimates can be read, such as `4ß`",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
      ],
    ],
    [
      "two of two are two",
      hours("4ß", "soonish"),
      [
        "11 4ß: `4ß` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
        "12 soonish: `soonish` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
      ],
    ],
    [
      "three beside one that can be read are three",
      hours("4ß", "soonish", "lots", "4"),
      [
        "11 4ß: `4ß` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
        "12 soonish: `soonish` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
        "13 lots: `lots` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
      ],
    ],
    [
      "three beside one that is left open",
      hours("4ß", "soonish", "lots", "TBD"),
      [
        "11 4ß: none of the 3 estimates can be read, such as `4ß`",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
      ],
    ],
    [
      "one that hides a character is not told again",
      hours("4\u{200b}ß", "soonish", "lots"),
      [
        "12 soonish: `soonish` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
        "13 lots: `lots` is no estimate",
        "? write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`",
      ],
    ],
    ["a capacity in words", section("Sprint 1", [row("1.1", "Ada")], { team: ["Ada: lots", "Ben: 4\u{200b}ß", "Cem: 3 hours"] }), []],
  ])("%s", (_what, plan, expected) => {
    expect(provenBy("invalid-estimate", plan)).toEqual(expected);
  });
});

describe("a task without an estimate", () => {
  const columns = "ID | Task | Hours | Status";
  const list = (...lines: readonly string[]) => `## Sprint 1\n\n${lines.map((line) => `${line}\n`).join("")}`;
  test.each([
    [
      "is told by its title where it has no id",
      `## Sprint 1\n\n${table(["Dig | 3", "Lay | ", "Pave | TBD"], "Task | Hours")}`,
      [
        "6 Lay: task `Lay` has no estimate and counts 0 h",
        "= 1 of the 3 tasks here has one",
        "7 TBD: task `Pave` has no estimate and counts 0 h",
        "= 1 of the 3 tasks here has one",
      ],
    ],
    [
      "is fine where it is over",
      `## Sprint 1\n\n${table(["1 | Dig | 3 | open", "2 | Lay | | done", "3 | Lay | | dropped", "4 | Pave | | started"], columns)}`,
      ["8 4: task `4` has no estimate and counts 0 h", "= 1 of the 4 tasks here has one"],
    ],
    [
      "is fine where no other one has an estimate",
      `## Sprint 1\n\n${table(["1 | Dig | | open", "2 | Lay | TBD | open"], columns)}\n## Sprint 2\n\n${table(["3 | Roof | | open", "4 | Roof | 3 | open"], columns)}`,
      ["12 3: task `3` has no estimate and counts 0 h", "= 1 of the 2 tasks here has one"],
    ],
    [
      "is fine where its parts have estimates, and as such a part",
      list("- [ ] T1 Dig", "  - [ ] T1.1 Part (1h)", "- [ ] T2 Lay (2h)", "  - [ ] T2.1 Part", "- [ ] T3 Pave", "  - [ ] T3.1 Part"),
      [
        "7 T3: task `T3` has no estimate and counts 0 h",
        "= 2 of the 6 tasks here have one",
        "8 T3.1: task `T3.1` has no estimate and counts 0 h",
        "= 2 of the 6 tasks here have one",
      ],
    ],
    [
      "is another finding where its estimate cannot be read",
      `## Sprint 1\n\n${table(["1 | Dig | 3 | open", "2 | Lay | soonish | open"], columns)}`,
      [],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(provenBy("missing-estimate", plan).filter((line) => !line.startsWith("?"))).toEqual(expected);
  });
});

describe("a plan without tasks", () => {
  test.each([
    ["with a title", "# Garden\n\nText.\n", ["1 Garden: no task in this file"]],
    ["without anything", "", ["1 : no task in this file"]],
    ["with a table that could not be read", `## Sprint 1\n\n${table(["**Total** | 3"], "Task | Hours")}`, []],
  ])("%s", (_what, plan, expected) => {
    expect(foundBy("empty-plan", plan)).toEqual(expected);
  });
});

describe("a number that belongs elsewhere", () => {
  const said = (plan: string) => provenBy("misnumbered-task", plan).filter((line) => !line.startsWith("?"));
  const other = sprint(2, "", "2.1", "2.2");
  test.each([
    [
      "one of four",
      sprint(1, "", "1.1", "1.2", "2.7", "1.4") + other,
      ["7 2.7: `2.7` belongs to sprint 2 by its number, but stands in sprint 1", "~ 1 ## Sprint 1: sprint 1 begins here"],
    ],
    ["one of three", sprint(1, "", "1.1", "1.2", "2.7") + other, []],
    ["two of five", sprint(1, "", "1.1", "1.2", "1.3", "2.7", "2.8") + other, []],
    [
      "two of six",
      sprint(1, "", "1.1", "1.2", "1.3", "1.4", "2.7", "2.8") + other,
      [
        "9 2.7: `2.7` belongs to sprint 2 by its number, but stands in sprint 1",
        "~ 1 ## Sprint 1: sprint 1 begins here",
        "10 2.8: `2.8` belongs to sprint 2 by its number, but stands in sprint 1",
        "~ 1 ## Sprint 1: sprint 1 begins here",
      ],
    ],
    ["one of four, beside one of no sprint", sprint(1, "", "1.1", "1.2", "2.7", "1.4", "9.1") + other, []],
    ["one that is there twice", sprint(1, "", "1.1", "1.2", "2.1", "1.4") + other, []],
    [
      "the others are in order",
      sprint(1, "", "1.1", "2.7", "1.2", "1.4", "1.3", "1.5") + other,
      [
        "6 2.7: `2.7` belongs to sprint 2 by its number, but stands in sprint 1",
        "~ 1 ## Sprint 1: sprint 1 begins here",
        "9 1.3: `1.3` stands behind `1.4`, while the other 4 ids here are in order",
      ],
    ],
    [
      "behind a greater one",
      sprint(1, "", "1.1", "1.3", "1.2", "1.4"),
      ["7 1.2: `1.2` stands behind `1.3`, while the other 3 ids here are in order"],
    ],
    ["first", sprint(1, "", "1.5", "1.2", "1.3", "1.4"), ["5 1.5: `1.5` stands before `1.2`, while the other 3 ids here are in order"]],
    ["last", sprint(1, "", "1.2", "1.3", "1.4", "1.1"), ["8 1.1: `1.1` stands behind `1.4`, while the other 3 ids here are in order"]],
    [
      "far too great",
      sprint(1, "", "1.1", "1.9", "1.3", "1.4"),
      ["6 1.9: `1.9` stands before `1.3`, while the other 3 ids here are in order"],
    ],
    [
      "far too small, behind",
      sprint(1, "", "1.5", "1.6", "1.1", "1.7"),
      ["7 1.1: `1.1` stands behind `1.6`, while the other 3 ids here are in order"],
    ],
    ["of three only", sprint(1, "", "1.2", "1.3", "1.1"), []],
    ["two of them", sprint(1, "", "1.2", "1.1", "1.4", "1.3", "1.5"), []],
    ["two blocks in the wrong order", sprint(1, "", "1.4", "1.5", "1.1", "1.2"), []],
    ["a number that stands twice beside another one", sprint(1, "", "1.1", "1.2", "1.2", "1.3"), []],
    ["a disorder that stands twice", sprint(1, "", "1.2", "1.3", "1.4", "1.1") + sprint(2, "", "1.1"), []],
    ["other letters", sprint(1, "", "A-1", "A-3", "B-2", "A-4"), []],
    ["without numbers", sprint(1, "", "A-1", "A-3", "A-x", "A-2", "A-4"), []],
    [
      "without ids",
      section("Sprint 1", ["1.1 | Dig | 2 | | ", " | Lay | 2 | | ", "1.3 | Lay | 2 | | ", "1.2 | Lay | 2 | | ", "1.4 | Lay | 2 | | "]),
      ["8 1.2: `1.2` stands behind `1.3`, while the other 3 ids here are in order"],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
});

describe("an id that stands twice", () => {
  const said = (plan: string) => provenBy("duplicate-task", plan).filter((line) => !line.startsWith("?"));
  test.each([
    [
      "in one sprint",
      sprint(1, "", "1.1", "1.2", "1.1"),
      ["7 1.1: a second task with the id `1.1`: `Step 1.1`", "~ 5 1.1: `1.1` is `Step 1.1`"],
    ],
    [
      "in its own sprint, which comes second",
      sprint(1, "", "2.1", "1.1") + sprint(2, "", "2.1"),
      ["5 2.1: a second task with the id `2.1`: `Step 2.1`", "~ 12 2.1: `2.1` is `Step 2.1`"],
    ],
    ["outside of sprints", section("Other Work", [rowOf("1.1"), rowOf("1.2"), rowOf("1.3")]) + sprint(1, "", "1.4", "1.5", "1.1"), []],
    ["three times", sprint(1, "", "1.1", "1.2", "1.1", "1.3", "1.1"), []],
    ["in plans that count from one in each sprint", sprint(1, "", "1", "T-2", "3") + sprint(2, "", "1", "T-2") + sprint(3, "", "1"), []],
    [
      "in one of them twice",
      sprint(1, "", "1", "2") + sprint(2, "", "1", "1"),
      [
        "12 1: a second task with the id `1`: `Step 1`",
        "~ 5 1: `1` is `Step 1`",
        "13 1: a second task with the id `1`: `Step 1`",
        "~ 5 1: `1` is `Step 1`",
      ],
    ],
    ["with two numbers, in two sprints", sprint(1, "", "A1.1", "A1.2") + sprint(2, "", "A1.1", "A1.3"), []],
    [
      "with more than a number",
      sprint(1, "", "1a") + sprint(2, "", "1a"),
      ["11 1a: a second task with the id `1a`: `Step 1a`", "~ 5 1a: `1a` is `Step 1a`"],
    ],
    ["no id at all", section("Sprint 1", [" | Dig | 2 | | ", " | Lay | 2 | | "]), []],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
});
