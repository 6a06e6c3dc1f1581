import { describe, expect, test } from "vitest";
import { order, provenBy, rowOf, section, sprint, three } from "./rule-findings.ts";

describe("a declared order that cannot be kept", () => {
  const said = (plan: string, config = {}) => provenBy("contradicted-gate", plan, config).filter((line) => !line.startsWith("?"));
  const two = (first = "1.1", second = "2.1") => sprint(1, "1", first) + sprint(2, "2", second);
  const plain = (...tasks: readonly string[]) => tasks.map((task, index) => sprint(index + 1, "", task)).join("");
  test.each([
    ["names other sprints in a plan of one", sprint(1, "1", "1.1") + order("Sprint 1 → Sprint 2"), []],
    [
      "names a sprint that is not there in front, once however often",
      two() + order("Sprint 7 → Sprint 1", "Sprint 7 → Sprint 2", "Sprint 2 → Sprint 7"),
      ["15 7: sprint `7` has a place in the order of sprints, but is not in the plan"],
    ],
    ["names two sprints that are not there", two() + order("Sprint 7 → Sprint 8"), []],
    [
      "names two sprints that are not there, each beside one that is",
      two() + order("Sprint 7 → Sprint 1", "Sprint 1 → Sprint 8"),
      [
        "15 7: sprint `7` has a place in the order of sprints, but is not in the plan",
        "16 8: sprint `8` has a place in the order of sprints, but is not in the plan",
      ],
    ],
    [
      "names a sprint that is not there, where another one is there twice",
      two() + sprint(2, "3", "2.2") + order("Sprint 1 → Sprint 3"),
      [],
    ],
    [
      "lets a sprint wait for itself, and one that is not there",
      two() + order("Sprint 1 → Sprint 1", "Sprint 7 → Sprint 7"),
      ["15 1: sprint `1` is declared to wait for itself"],
    ],
    [
      "turns against the weeks",
      three() + order("Sprint 3 → Sprint 1", "Sprint 1 → Sprint 2", "Sprint 2 → Sprint 3"),
      [
        "21 1: sprint 1 is declared to wait for sprint 3, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 3.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 22 2: sprint 2 is declared to wait for sprint 1",
        "~ 23 3: sprint 3 is declared to wait for sprint 2",
      ],
    ],
    [
      "turns against the weeks behind others",
      three() + order("Sprint 1 → Sprint 2", "Sprint 3 → Sprint 1", "Sprint 2 → Sprint 3"),
      [
        "22 1: sprint 1 is declared to wait for sprint 3, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 3.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 21 2: sprint 2 is declared to wait for sprint 1",
        "~ 23 3: sprint 3 is declared to wait for sprint 2",
      ],
    ],
    [
      "turns in a circle of tracks, which may stand in any order",
      [1, 2, 3].map((number) => section(`Track ${number}`, [rowOf(`${number}.1`)])).join("") +
        order("Sprint 3 → Sprint 1", "Sprint 1 → Sprint 2", "Sprint 2 → Sprint 3"),
      [
        "23 3: track 3 is declared to wait for track 2, which itself waits for track 3",
        "= 1.1 → 2.1 → 3.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 21 1: track 1 is declared to wait for track 3",
        "~ 22 2: track 2 is declared to wait for track 1",
      ],
    ],
    [
      "turns in a circle around one task",
      sprint(1, "", "1.1") + sprint(2, "") + order("Sprint 1 → Sprint 2 → Sprint 1"),
      [
        "14 1: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
        "= holds under every reading",
        "~ 14 2: sprint 2 is declared to wait for sprint 1",
      ],
    ],
    [
      "contradicts the tasks, which also turn in a circle elsewhere",
      plain("1.1 < 1.2", "2.1 < 1.1", "3.1 < 3.1") + order("Sprint 2 → Sprint 1"),
      [
        "21 1: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 11 1.1: task `2.1` waits for `1.1`",
      ],
    ],
    [
      "contradicts a task while another one waits for a later sprint",
      three("1.1 < 3.1", "2.1 < 1.1", "3.1") + order("Sprint 2 → Sprint 1"),
      [
        "21 1: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 11 1.1: task `2.1` waits for `1.1`",
      ],
    ],
    [
      "contradicts itself behind a circle of tasks",
      three("1.1 < 2.1", "2.1 < 1.1, 3.1", "3.1") + order("Sprint 1 → Sprint 2", "Sprint 3 → Sprint 2", "Sprint 2 → Sprint 1"),
      [
        "23 1: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 11 1.1: task `2.1` waits for `1.1`",
      ],
    ],
    [
      "contradicts a range of tasks",
      sprint(1, "1", "1.1", "1.2") + sprint(2, "2", "2.1 < 1.1-1.2") + order("Sprint 2 → Sprint 1"),
      [
        "16 1: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 1.1 (each waits for the one before it)",
        "= holds under every reading",
        "~ 12 1.1-1.2: task `2.1` waits for `1.1`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });

  test.each([
    [
      "inherit",
      [
        "21 1: sprint 1 is declared to wait for sprint 3, and so does sprint 2, for which sprint 3 itself waits",
        "= 2.1 → 3.1 → 2.1 (each waits for the one before it)",
        "= holds with overlap: inherit and overlap: wait",
        "~ 17 2.1: task `3.1` waits for `2.1`",
        "~ 22 ← can overlap 1 →: sprint 2 may overlap sprint 1, and waits for what that waits for",
      ],
    ],
    [
      "wait",
      [
        "21 1: sprint 1 is declared to wait for sprint 3, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 3.1 → 1.1 (each waits for the one before it)",
        "= holds with overlap: wait",
        "~ 17 2.1: task `3.1` waits for `2.1`",
        "~ 22 ← can overlap 1 →: sprint 2 may overlap sprint 1, and is read as waiting for it",
      ],
    ],
    ["free", []],
  ])("hangs on how an overlap is read: %s", (overlap, expected) => {
    const plan = three("1.1", "2.1", "3.1 < 2.1") + order("Sprint 3 → Sprint 1", "Sprint 2 ← can overlap 1 → ");
    expect(said(plan, { reading: { overlap } })).toEqual(expected);
  });
  test.each([
    [
      "inherit",
      [
        "16 ← can overlap 2 →: sprint 1 may overlap sprint 2 and waits for what that waits for, in the end for itself",
        "= holds with overlap: inherit and overlap: wait",
        "~ 15 2: sprint 2 is declared to wait for sprint 1",
      ],
    ],
    [
      "wait",
      [
        "16 ← can overlap 2 →: sprint 1 may overlap sprint 2 and is read as waiting for it, which itself waits for sprint 1",
        "= 1.1 → 2.1 → 1.1 (each waits for the one before it)",
        "= holds with overlap: wait",
        "~ 15 2: sprint 2 is declared to wait for sprint 1",
      ],
    ],
    ["free", []],
  ])("hangs on what an overlap waits for itself: %s", (overlap, expected) => {
    const plan = two("1.1", "2.1") + order("Sprint 1 → Sprint 2", "Sprint 1 ← can overlap 2 → ");
    expect(said(plan, { reading: { overlap } })).toEqual(expected);
  });

  test.each([
    [
      ["Sprint 3 → Sprint 1", "Sprint 2 ← can overlap 1", "Sprint 3 ← can overlap 2"],
      "21 1: sprint 1 is declared to wait for sprint 3, which waits for whatever sprint 1 waits for",
    ],
    [
      ["Sprint 4 → Sprint 1", "Sprint 2 ← can overlap 1", "Sprint 3 ← can overlap 2", "Sprint 3 → Sprint 4"],
      "27 1: sprint 1 is declared to wait for sprint 4, and so does sprint 3, for which sprint 4 itself waits",
    ],
    [
      ["Sprint 1 ← can overlap 3", "Sprint 2 ← can overlap 1", "Sprint 2 → Sprint 3"],
      "27 ← can overlap 3: sprint 1 may overlap sprint 3 and waits for what that waits for, in the end for sprint 2",
    ],
  ])("goes on through sprints that may overlap: %s", (gates, expected) => {
    const four = three() + sprint(4, "4", "4.1");
    expect(said((gates.length === 3 && gates[0].includes("→") ? three() : four) + order(...gates)).slice(0, 1)).toEqual([expected]);
  });
});
