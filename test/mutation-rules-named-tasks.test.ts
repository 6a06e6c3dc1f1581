import { describe, expect, test } from "vitest";
import { sprintOf, toldBy } from "./rule-lines.ts";

const ONE = "Sprint 1: A (Week 1)";
const waits = (...rows: readonly string[]): string =>
  sprintOf(
    ONE,
    rows.map((row, index) => `1.${index + 1} | Step | 3 | Ada | ${row}`),
  );
const letters = (...rows: readonly string[]): string =>
  sprintOf(
    ONE,
    rows.map((row, index) => `A-${index + 1} | Step | 3 | Ada | ${row}`),
  );

describe("a range that runs backwards", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "is turned round",
      waits("", "", "", "1.3-1.1"),
      [
        "[1.3-1.1] `1.3-1.1` runs backwards: `1.3` stands below `1.1` in the plan",
        "? begin with the task that stands first",
        "> write `1.1-1.3`: [1.3-1.1] to [1.1-1.3]",
      ],
    ],
    [
      "of short ends",
      waits("", "", "", "1.3-1"),
      ["[1.3-1] `1.3-1` runs backwards: `1.3` stands below `1.1` in the plan", "? begin with the task that stands first"],
    ],
    [
      "with more behind it",
      waits("", "", "", "1.3-1.1 + 2h"),
      [
        "[1.3-1.1] `1.3-1.1` runs backwards: `1.3` stands below `1.1` in the plan",
        "? begin with the task that stands first",
        "> write `1.1-1.3`: [1.3-1.1] to [1.1-1.3]",
      ],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("reversed-range", plan)).toEqual(expected);
  });
});

describe("a dependency on what is not there", () => {
  const near = Array.from({ length: 21 }, (_, index) => `1.${index + 1}x`).join(", ");
  test.each<[string, string, readonly string[], object?]>([
    ["a task", waits("", "", "1.7"), ["[1.7] task `1.3` waits for `1.7`, which is not in the plan", "? did you mean `1.1` or `1.2`?"]],
    [
      "a task that is like one",
      letters("", "", "A-11"),
      ["[A-11] task `A-3` waits for `A-11`, which is not in the plan", "? did you mean `A-1`?", "> perhaps write `A-1`: [A-11] to [A-1]"],
    ],
    [
      "a task that is like three",
      sprintOf(ONE, ["A-11 | Dig | 3 | Ada | ", "A-12 | Dig | 3 | Ada | ", "A-13 | Dig | 3 | Ada | ", "B-1 | Lay | 3 | Ada | A-14"]),
      ["[A-14] task `B-1` waits for `A-14`, which is not in the plan"],
    ],
    [
      "a task that is like two",
      sprintOf(ONE, ["A-11 | Dig | 3 | Ada | ", "A-12 | Dig | 3 | Ada | ", "B-1 | Lay | 3 | Ada | A-13"]),
      ["[A-13] task `B-1` waits for `A-13`, which is not in the plan", "? did you mean `A-11` or `A-12`?"],
    ],
    [
      "a task that is like itself alone",
      sprintOf(ONE, ["A-11 | Dig | 3 | Ada | A-12"]),
      ["[A-12] task `A-11` waits for `A-12`, which is not in the plan"],
    ],
    [
      "the end of a range",
      waits("", "", "1.1-1.9"),
      ["[1.9] task `1.3` waits for `1.9`, which is not in the plan", "? did you mean `1.1` or `1.2`?"],
    ],
    [
      "both ends of a range",
      waits("", "", "1.8-1.9"),
      [
        "[1.8] task `1.3` waits for `1.8`, which is not in the plan",
        "? did you mean `1.1` or `1.2`?",
        "[1.9] task `1.3` waits for `1.9`, which is not in the plan",
        "? did you mean `1.1` or `1.2`?",
      ],
    ],
    [
      "a phase",
      `# Phase 1: P\n\n${sprintOf("Sprint 1.1", ["1.1.1 | Dig | 3 | Ada | Phase 9"])}`,
      ["[Phase 9] task `1.1.1` waits for `Phase 9`, but the plan has no such phase"],
    ],
    [
      "a group",
      waits("", "All stores"),
      [
        "[All stores] task `1.2` waits for `All stores`, which is configured to mean `7.1`, `7.2`, `7.3` and 1 more, not in the plan",
        "? name tasks of the plan in the configuration's `groups`",
      ],
      { groups: { "All stores": ["7.1", "7.2", "7.3", "7.4"] } },
    ],
    [
      "a group with one of them",
      waits("", "All stores"),
      [
        "[All stores] task `1.2` waits for `All stores`, which is configured to mean `7.2`, not in the plan",
        "? name tasks of the plan in the configuration's `groups`",
      ],
      { groups: { "All stores": ["1.1", "7.2"] } },
    ],
    [
      "many of them",
      waits(near),
      [
        "[1.1x] task `1.1` waits for `1.1x`, which is not in the plan",
        "[1.2x] task `1.1` waits for `1.2x`, which is not in the plan",
        "[1.3x] task `1.1` waits for `1.3x`, which is not in the plan",
        "[1.4x] task `1.1` waits for `1.4x`, which is not in the plan",
        "[1.5x] task `1.1` waits for `1.5x`, which is not in the plan",
        "[1.6x] task `1.1` waits for `1.6x`, which is not in the plan",
        "[1.7x] task `1.1` waits for `1.7x`, which is not in the plan",
        "[1.8x] task `1.1` waits for `1.8x`, which is not in the plan",
        "[1.9x] task `1.1` waits for `1.9x`, which is not in the plan",
        "[1.10x] task `1.1` waits for `1.10x`, which is not in the plan",
        "[1.11x] task `1.1` waits for `1.11x`, which is not in the plan",
        "[1.12x] task `1.1` waits for `1.12x`, which is not in the plan",
        "[1.13x] task `1.1` waits for `1.13x`, which is not in the plan",
        "[1.14x] task `1.1` waits for `1.14x`, which is not in the plan",
        "[1.15x] task `1.1` waits for `1.15x`, which is not in the plan",
        "[1.16x] task `1.1` waits for `1.16x`, which is not in the plan",
        "[1.17x] task `1.1` waits for `1.17x`, which is not in the plan",
        "[1.18x] task `1.1` waits for `1.18x`, which is not in the plan",
        "[1.19x] task `1.1` waits for `1.19x`, which is not in the plan",
        "[1.20x] task `1.1` waits for `1.20x`, which is not in the plan",
        "[1.21x] task `1.1` waits for `1.21x`, which is not in the plan",
      ],
    ],
    ["with letters of another case", letters("", "", "a-9"), ["[a-9] task `A-3` waits for `a-9`, which is not in the plan"]],
  ])("%s", (_what, plan, expected, settings = {}) => {
    expect(toldBy("unknown-dependency", plan, settings)).toEqual(expected);
  });
});

describe("a dependency in words", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "of nothing here",
      waits("", "the harbour office"),
      [
        "[the harbour office] task `1.2` waits for `the harbour office`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of a title",
      sprintOf(ONE, ["1.1 | Dig the well | 3 | Ada | ", "1.2 | Lay | 3 | Ada | dig the well"]),
      ["[dig the well] task `1.2` waits for `dig the well`, which names no task of this plan", "? write `1.1`, the task with this title"],
    ],
    [
      "of a title without id",
      sprintOf(ONE, ["| Dig the well | 3 | Ada | ", "1.2 | Lay | 3 | Ada | dig the well"]),
      [
        "[dig the well] task `1.2` waits for `dig the well`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file",
      waits("", "FERRY-12"),
      [
        "[FERRY-12] task `1.2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with a number",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of two kinds of ids",
      waits("", "FERRY-12") + sprintOf("Sprint 2: B (Week 2)", ["A-1 | Dig | 3 | Ada | "]),
      [
        "[FERRY-12] task `1.2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with a number and `A`",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of letters",
      letters("", "FERRY-12"),
      [
        "[FERRY-12] task `A-2` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan of many letters",
      sprintOf(
        ONE,
        ["A", "B", "C", "D", "E"].map((letter) => `${letter}-1 | Dig | 3 | Ada | FERRY-12`),
      ),
      [
        "[FERRY-12] task `A-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "[FERRY-12] task `B-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "[FERRY-12] task `C-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "[FERRY-12] task `D-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
        "[FERRY-12] task `E-1` waits for `FERRY-12`, which names no task of this plan",
        "= the ids of this plan begin with `A`, `B`, `C`, `D` and 1 more",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
    [
      "of another file, in a plan without ids",
      sprintOf(ONE, ["Dig | 3 | FERRY-12"], { head: "Task | Hours | Depends On" }),
      [
        "[FERRY-12] task `Dig` waits for `FERRY-12`, which names no task of this plan",
        "? write the id of the task that is meant; as written, it holds nothing up",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(toldBy("unresolved-dependency", plan)).toEqual(expected);
  });
});

describe("a dependency in vague words", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "for nothing above it",
      waits("All stores"),
      [
        "[All stores] task `1.1` waits for `All stores`, but no task stands above it that this could mean",
        "? write the ids of the tasks that are meant",
      ],
    ],
    [
      "for one task",
      waits("", "All stores"),
      [
        "[All stores] task `1.2` waits for `All stores`, taken for task `1.1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `1.1`: [All stores] to [1.1]",
      ],
    ],
    [
      "for two tasks",
      waits("", "", "All stores"),
      [
        "[All stores] task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "for three tasks",
      waits("", "", "", "All stores"),
      [
        "[All stores] task `1.4` waits for `All stores`, taken for the 3 tasks `1.1-1.3`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `1.1-1.3`: [All stores] to [1.1-1.3]",
      ],
    ],
    [
      "for ids with a hyphen",
      letters("", "", "", "All stores"),
      [
        "[All stores] task `A-4` waits for `All stores`, taken for the 3 tasks `A-1 to A-3`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `A-1 to A-3`: [All stores] to [A-1 to A-3]",
      ],
    ],
    [
      "for ids with a blank",
      sprintOf(ONE, ["Step 1 | Dig | 3 | Ada | ", "2 | Lay | 3 | Ada | All stores"]),
      [
        "[All stores] task `2` waits for `All stores`, taken for task `Step 1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "for an id that is there twice",
      sprintOf(ONE, ["1 | Dig | 3 | Ada | ", "1 | Dig | 3 | Ada | ", "2 | Lay | 3 | Ada | All stores"]),
      [
        "[All stores] task `2` waits for `All stores`, taken for the 2 tasks `1, 1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "for tasks without ids",
      sprintOf(ONE, ["Dig | 3 | ", "Lay | 3 | All stores"], { head: "Task | Hours | Depends On" }),
      [
        "[All stores] task `Lay` waits for `All stores`, taken for task `1#1`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
      ],
    ],
    [
      "with more behind it",
      waits("", "", "All stores + 2h"),
      [
        "[All stores] task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "with a lag",
      waits("", "", "All stores +2h"),
      [
        "[All stores] task `1.3` waits for `All stores`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores` in the configuration's `groups`",
        "> perhaps write `1.1, 1.2`: [All stores] to [1.1, 1.2]",
      ],
    ],
    [
      "with a relation",
      waits("", "", "All stores (SS)"),
      [
        "[All stores (SS)] task `1.3` waits for `All stores (SS)`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores (SS)` in the configuration's `groups`",
        "> perhaps write `1.1, 1.2`: [All stores (SS)] to [1.1, 1.2]",
      ],
    ],
    [
      "with another relation",
      waits("", "", "All stores SS"),
      [
        "[All stores SS] task `1.3` waits for `All stores SS`, taken for the 2 tasks `1.1, 1.2`",
        "? write the ids of what is meant, or define `All stores SS` in the configuration's `groups`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(toldBy("vague-dependency", plan)).toEqual(expected);
  });
});

describe("a dependency on a later sprint", () => {
  const plan = (first: string, second: string, its: string): string =>
    sprintOf(first, [`1.1 | Dig | 3 | Ada | ${its}`, "1.2 | Drain | 3 | Ada | "]) +
    sprintOf(second, ["2.1 | Lay | 3 | Ada | ", "2.2 | Fill | 3 | Ada | "]);
  test.each<[string, string, readonly string[]]>([
    [
      "by its weeks",
      plan("Sprint 1 (Week 1)", "Sprint 2 (Week 2)", "2.1"),
      [
        "[2.1] task `1.1` of sprint 1 (week 1) waits for `2.1` of the later sprint 2 (week 2)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    ["by its weeks, which end too late", plan("Sprint 1 (Weeks 1-2)", "Sprint 2 (Week 2)", "2.1"), []],
    [
      "by its place",
      plan("Sprint 1", "Sprint 2", "2.2"),
      ["[2.2] task `1.1` of sprint 1 waits for `2.2` of the later sprint 2", "? move `1.1` behind what it waits for, or `2.2` to sprint 1"],
    ],
    ["by its place alone, without the word", plan("Track 1", "Track 2", "2.2"), []],
    ["by its place, with the word in one alone", plan("Sprint 1", "Track 2", "2.2"), []],
    [
      "by its place, with weeks in one alone",
      plan("Sprint 1 (Week 1)", "Sprint 2", "2.2"),
      [
        "[2.2] task `1.1` of sprint 1 (week 1) waits for `2.2` of the later sprint 2",
        "? move `1.1` behind what it waits for, or `2.2` to sprint 1",
      ],
    ],
    [
      "as a part of a range",
      plan("Sprint 1", "Sprint 2", "1.2-2.1"),
      [
        "[1.2-2.1] task `1.1` of sprint 1 waits for `1.2-2.1` of the later sprint 2",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "as a part of a range, with weeks",
      plan("Sprint 1 (Week 1)", "Sprint 2 (Week 2)", "1.2-2.2"),
      [
        "[1.2-2.2] task `1.1` of sprint 1 (week 1) waits for `1.2-2.2` of the later sprint 2 (week 2)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "that stands before it",
      plan("Sprint 2 (Week 2)", "Sprint 1 (Week 1)", "None") + sprintOf("Sprint 0 (Week 0)", ["0.1 | Ask | 1 | Ada | 1.1, 2.1-2.2"]),
      [
        "[1.1] task `0.1` of sprint 0 (week 0) waits for `1.1` of the later sprint 2 (week 2)",
        "? move `0.1` behind what it waits for, or `1.1` to sprint 0",
        "[2.1-2.2] task `0.1` of sprint 0 (week 0) waits for `2.1-2.2` of the later sprint 1 (week 1)",
        "? move `0.1` behind what it waits for, or `2.1` to sprint 0",
      ],
    ],
    [
      "that stands before it, in a range with its own",
      plan("Sprint 2 (Week 2)", "Sprint 1 (Week 1)", "None").replace("| 2.2 | Fill | 3 | Ada |  |", "| 2.2 | Fill | 3 | Ada | 1.2-2.1 |"),
      [
        "[1.2-2.1] task `2.2` of sprint 1 (week 1) waits for `1.2-2.1` of the later sprint 2 (week 2)",
        "? move `2.2` behind what it waits for, or `1.2` to sprint 1",
      ],
    ],
    ["outside of any", `${plan("Sprint 1", "Sprint 2", "B1")}## Backlog\n\n| ID | Task | Hours |\n|---|---|---|\n| B1 | Rest | 2 |\n`, []],
  ])("%s", (_how, text, expected) => {
    expect(toldBy("backward-dependency", text)).toEqual(expected);
  });
});
