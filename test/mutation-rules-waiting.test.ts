import { describe, expect, test } from "vitest";
import { order, provenBy, rowOf, section, sprint, three } from "./rule-findings.ts";

describe("a task that waits for a later sprint", () => {
  const said = (plan: string, config = {}) => provenBy("backward-dependency", plan, config);
  test.each([
    [
      "is told with the gate that says the order",
      three("1.1 < 2.1") + order("Sprint 1 → Sprint 2", "Sprint 2 → Sprint 3"),
      [
        "5 2.1: task `1.1` of sprint 1 (week 1) waits for `2.1` of the later sprint 2 (week 2)",
        "~ 21 2: sprint 2 is declared to wait for sprint 1",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "is told of each, though other tasks turn in a circle",
      three("1.1 < 3.1", "2.1 < 2.1"),
      [
        "5 3.1: task `1.1` of sprint 1 (week 1) waits for `3.1` of the later sprint 3 (week 3)",
        "? move `1.1` behind what it waits for, or `3.1` to sprint 1",
      ],
    ],
    ["is no finding where both wait for each other", three("1.1 < 3.1", "2.1", "3.1 < 1.1"), []],
    [
      "is a finding where only a gate lets the other wait",
      three("1.1 < 3.1") + order("Sprint 1 → Sprint 3"),
      [
        "5 3.1: task `1.1` of sprint 1 (week 1) waits for `3.1` of the later sprint 3 (week 3)",
        "~ 21 3: sprint 3 is declared to wait for sprint 1",
        "? move `1.1` behind what it waits for, or `3.1` to sprint 1",
      ],
    ],
    [
      "is told with the gate of its own sprints alone",
      three("1.1", "2.1 < 3.1") + order("Sprint 1 → Sprint 3"),
      [
        "11 3.1: task `2.1` of sprint 2 (week 2) waits for `3.1` of the later sprint 3 (week 3)",
        "? move `2.1` behind what it waits for, or `3.1` to sprint 2",
      ],
    ],
    [
      "is told without an overlap",
      three("1.1 < 2.1") + order("Sprint 2 ← can overlap 1 → "),
      [
        "5 2.1: task `1.1` of sprint 1 (week 1) waits for `2.1` of the later sprint 2 (week 2)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "is told in the words of a range",
      three("1.1 < 2.1-3.1"),
      [
        "5 2.1-3.1: task `1.1` of sprint 1 (week 1) waits for `2.1-3.1` of the later sprint 3 (week 3)",
        "? move `1.1` behind what it waits for, or `3.1` to sprint 1",
      ],
    ],
    [
      "is told by dates, or without any time",
      section("Sprint 1 (2026-03-02 to 2026-03-06)", [rowOf("1.1 < 2.1")]) +
        section("Sprint 2 (2026-03-09 to 2026-03-13)", [rowOf("2.1")]) +
        sprint(3, "", "3.1 < 4.1") +
        sprint(4, "", "4.1"),
      [
        "5 2.1: task `1.1` of sprint 1 (2026-03-02 to 2026-03-06) waits for `2.1` of the later sprint 2 (2026-03-09 to 2026-03-13)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
        "17 4.1: task `3.1` of sprint 3 waits for `4.1` of the later sprint 4",
        "? move `3.1` behind what it waits for, or `4.1` to sprint 3",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
  test("is told with an overlap that is read as waiting", () => {
    const plan = three("1.1 < 2.1") + order("Sprint 2 ← can overlap 1 → ");
    expect(said(plan, { reading: { overlap: "wait" } })).toEqual([
      "5 2.1: task `1.1` of sprint 1 (week 1) waits for `2.1` of the later sprint 2 (week 2)",
      "~ 21 ← can overlap 1 →: sprint 2 may overlap sprint 1, and is read as waiting for it",
      "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
    ]);
  });
});

describe("tasks that wait for each other", () => {
  const steps = (count: number) =>
    Array.from({ length: count }, (_unused, index) => rowOf(`1.${index + 1} < 1.${index === 0 ? count : index}`));
  test.each([
    [
      "one for itself",
      section("Sprint 1", [rowOf("1.1 < 1.1")]),
      ["5 1.1: task `1.1` waits for itself", "? take it out of its own dependencies"],
    ],
    [
      "five",
      section("Sprint 1", steps(5)),
      [
        "5 1.5: task `1.1` waits for itself, through `1.5`, `1.4`, `1.3` and `1.2`",
        "= 1.1 → 1.2 → 1.3 → 1.4 → 1.5 → 1.1 (each waits for the one before it)",
        "~ 6 1.1: task `1.2` waits for `1.1`",
        "~ 7 1.2: task `1.3` waits for `1.2`",
        "~ 8 1.3: task `1.4` waits for `1.3`",
        "~ 9 1.4: task `1.5` waits for `1.4`",
        "? take out the dependency that is not needed",
      ],
    ],
    [
      "six",
      section("Sprint 1", steps(6)),
      [
        "5 1.6: task `1.1` waits for itself, through `1.6`, `1.5`, `1.4`, `1.3` and 1 more",
        "= 1.1 → 1.2 → 1.3 → 1.4 → 1.5 → 1.6 → 1.1 (each waits for the one before it)",
        "~ 6 1.1: task `1.2` waits for `1.1`",
        "~ 7 1.2: task `1.3` waits for `1.2`",
        "~ 8 1.3: task `1.4` waits for `1.3`",
        "~ 9 1.4: task `1.5` waits for `1.4`",
        "~ 10 1.5: task `1.6` waits for `1.5`",
        "? take out the dependency that is not needed",
      ],
    ],
    [
      "through a range and a sprint",
      sprint(1, "", "1.1", "1.2 < 2.1") + sprint(2, "", "2.1 < 1.1-1.2") + sprint(3, "", "3.1 < Sprint 4") + sprint(4, "", "4.1 < 3.1"),
      [
        "6 2.1: task `1.2` waits for itself, through `2.1`",
        "= 1.2 → 2.1 → 1.2 (each waits for the one before it)",
        "~ 12 1.1-1.2: task `2.1` waits for `1.2`, through `1.1-1.2`",
        "? take out the dependency that is not needed",
        "18 Sprint 4: task `3.1` waits for itself, through `4.1`",
        "= 3.1 → 4.1 → 3.1 (each waits for the one before it)",
        "~ 24 3.1: task `4.1` waits for `3.1`",
        "? take out the dependency that is not needed",
      ],
    ],
    [
      "even where gates make a shorter circle",
      sprint(1, "", "1.1 < 1.3", "1.2 < 1.1", "1.3 < 1.2") + sprint(2, "", "2.1 < 1.1") + order("Sprint 2 → Sprint 1"),
      [
        "5 1.3: task `1.1` waits for itself, through `1.3` and `1.2`",
        "= 1.1 → 1.2 → 1.3 → 1.1 (each waits for the one before it)",
        "~ 6 1.1: task `1.2` waits for `1.1`",
        "~ 7 1.2: task `1.3` waits for `1.2`",
        "? take out the dependency that is not needed",
      ],
    ],
    [
      "by a gate alone, which is the fault of the gate",
      sprint(1, "", "1.1") + sprint(2, "", "2.1 < 1.1") + order("Sprint 2 → Sprint 1"),
      [],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(provenBy("dependency-cycle", plan)).toEqual(expected);
  });
});
