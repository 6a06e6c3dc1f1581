import { describe, expect, test } from "vitest";
import { readGates, resolveGates } from "../src/analysis/gates.ts";
import { includesTask, mergeIntervals, withoutTask } from "../src/analysis/intervals.ts";
import { findMilestoneSprints } from "../src/analysis/milestones.ts";
import { createSectionFinder, sprintIndexes } from "../src/analysis/sections.ts";
import type { Weeks } from "../src/model.ts";
import { buildPlan, field } from "./plan-builder.ts";

/** `2-5` are the tasks 2, 3 and 4. */
const runs = (text: string) =>
  text.split(" ").flatMap((run) => {
    const [start, end] = run.split("-").map(Number);
    return run === "" ? [] : [{ start, end }];
  });

describe("runs of tasks", () => {
  test.each([
    ["", ""],
    ["2-5", "2-5"],
    ["4-6 1-3", "1-3 4-6"],
    ["1-3 3-5", "1-5"],
    ["1-3 2-5", "1-5"],
    ["1-9 2-5 4-10", "1-10"],
    ["1-9 2-5", "1-9"],
    ["3-3 5-4 7-8", "7-8"],
    ["1-3 3-3", "1-3"],
  ])("%s together are %s", (written, merged) => {
    expect(mergeIntervals(runs(written))).toEqual(runs(merged));
  });
  test.each([
    ["1-4 6-9", 0, "1-4 6-9"],
    ["1-4 6-9", 1, "2-4 6-9"],
    ["1-4 6-9", 3, "1-3 6-9"],
    ["1-4 6-9", 4, "1-4 6-9"],
    ["1-4 6-9", 7, "1-4 6-7 8-9"],
    ["1-4 6-7", 6, "1-4"],
    ["1-4 6-9", 9, "1-4 6-9"],
  ] as const)("%s without %i are %s", (written, task, left) => {
    expect(withoutTask(runs(written), task)).toEqual(runs(left));
    expect(includesTask(runs(written), task)).toBe(written !== left);
  });
});

const weeks = (first: number, last = first) => ({ first, last });

describe("a section", () => {
  const plan = buildPlan({
    sprints: [
      { id: "1", weeks: weeks(1), tasks: [{ id: "A" }] },
      { id: "1.2", weeks: weeks(2, 4), tasks: [{ id: "B" }] },
      { id: "Sprint  X", tasks: [{ id: "C" }] },
      { id: "1", weeks: weeks(4), tasks: [{ id: "D" }] },
      { id: "7", tasks: [{ id: "E" }] },
      { id: "", tasks: [{ id: "F" }] },
    ],
    phases: [
      { id: "1", sprints: [0, 1] },
      { id: "P", sprints: [2, 4] },
      { id: "8", sprints: [5] },
    ],
    milestones: [
      { id: "M1", week: 1 },
      { id: "M2", week: 4 },
      { id: "8", week: 0 },
    ],
  });
  const find = createSectionFinder(plan);
  test.each([
    ["sprint", "1", "0-1"],
    ["phase", "1", "0-2"],
    ["sprint", "1.2", "1-2"],
    ["sprint", "sprint x", "2-3"],
    ["sprint", "p", "2-3 4-5"],
    ["phase", "p", "2-3 4-5"],
    ["phase", "1.2", "1-2"],
    ["milestone", "m1", "0-1"],
    ["milestone", "M2", "1-2 3-4"],
    ["milestone", "8", ""],
    ["milestone", "P", "2-3 4-5"],
    ["milestone", "1.2", "1-2"],
    ["week", "1", "0-1"],
    ["week", "2", "1-2"],
    ["week", "3", "1-2"],
    ["week", "4", "1-2 3-4"],
    ["week", "7", "4-5"],
    ["week", "8", "5-6"],
    ["week", "9", undefined],
    ["sprint", "9", undefined],
    ["sprint", "", undefined],
    ["phase", "9", undefined],
    ["milestone", "9", undefined],
  ] as const)("%s %s", (role, id, tasks) => {
    for (const _again of [1, 2]) expect(find(role, id)).toEqual(tasks === undefined ? undefined : runs(tasks));
  });
  test("is the first with its id, and none without one", () => {
    expect([...sprintIndexes(plan)]).toEqual([
      ["1", 0],
      ["1.2", 1],
      ["sprint x", 2],
      ["7", 4],
    ]);
    const unread = plan.sprints.map((sprint) => ({ ...sprint, id: field<string>("?", undefined) }));
    expect([...sprintIndexes({ ...plan, sprints: unread })]).toEqual([]);
  });
  test("of a milestone whose week cannot be read is a phase or sprint of that name", () => {
    const [first] = plan.milestones;
    for (const week of [undefined, field<number>("soon", undefined)]) {
      const milestones = [{ ...first, id: field("P", "P"), week }];
      expect(createSectionFinder({ ...plan, milestones })("milestone", "P")).toEqual(runs("2-3 4-5"));
      expect(findMilestoneSprints({ ...plan, milestones })(0)).toEqual([]);
    }
  });
  test("ends by the week of its milestone, and after the one before", () => {
    const due = (...due: readonly number[]) => {
      const milestones = due.map((week) => ({ id: `${week}`, week }));
      const sprints = [1, 2, 9, 10, 12].map((last) => ({ id: `${last}`, weeks: weeks(1, last) }));
      const found = buildPlan({ sprints: [...sprints, { id: "x" }], milestones });
      const unread = found.sprints.map((sprint, index) => (index === 0 ? { ...sprint, weeks: field<Weeks>("soon", undefined) } : sprint));
      return milestones.map((_milestone, index) => findMilestoneSprints({ ...found, sprints: unread })(index));
    };
    expect(due(10, 2, 10)).toEqual([[2, 3], [1], [2, 3]]);
    expect(due(9, 100, 1)).toEqual([[1, 2], [3, 4], []]);
  });
});

describe("gates", () => {
  const plan = buildPlan({ sprints: [{ id: "1" }, { id: "2" }, { id: "" }], gates: ["1 > 2", "2 ~ 1", "1 > 9", "9 > 1", "2 > 2"] });
  const hard = { gate: 0, from: 0, to: 1, kind: "hard" };
  const overlap = { gate: 1, from: 1, to: 0, kind: "overlap" };
  test("are those between two sprints of the plan", () => {
    expect(resolveGates(plan)).toEqual([hard, overlap]);
    const unread = plan.gates.map((gate) => ({ ...gate, to: field<string>("?", undefined) }));
    expect(resolveGates({ ...plan, gates: unread })).toEqual([]);
  });
  test("are read as configured where sprints may overlap", () => {
    expect(readGates(plan, "inherit")).toEqual([hard, overlap]);
    expect(readGates(plan, "wait")).toEqual([hard, { ...overlap, kind: "hard" }]);
    expect(readGates(plan, "free")).toEqual([hard]);
  });
});
