import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";
import { letters, ONE, waits } from "./waiting-tasks.ts";

describe("a range that runs backwards", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "is turned round",
      waits("", "", "", "1.3-1.1"),
      [
        "8 1.3-1.1: `1.3-1.1` runs backwards: `1.3` stands below `1.1` in the plan",
        "? begin with the task that stands first",
        "> write `1.1-1.3`: [1.3-1.1] to [1.1-1.3]",
      ],
    ],
    [
      "of short ends",
      waits("", "", "", "1.3-1"),
      ["8 1.3-1: `1.3-1` runs backwards: `1.3` stands below `1.1` in the plan", "? begin with the task that stands first"],
    ],
    [
      "with more behind it",
      waits("", "", "", "1.3-1.1 + 2h"),
      [
        "8 1.3-1.1: `1.3-1.1` runs backwards: `1.3` stands below `1.1` in the plan",
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
    ["a task", waits("", "", "1.7"), ["7 1.7: task `1.3` waits for `1.7`, which is not in the plan", "? did you mean `1.1` or `1.2`?"]],
    [
      "a task that is like one",
      letters("", "", "A-11"),
      ["7 A-11: task `A-3` waits for `A-11`, which is not in the plan", "? did you mean `A-1`?", "> unsafe: write `A-1`: [A-11] to [A-1]"],
    ],
    [
      "a task that is like three",
      section(ONE, ["A-11 | Dig | 3 | Ada | ", "A-12 | Dig | 3 | Ada | ", "A-13 | Dig | 3 | Ada | ", "B-1 | Lay | 3 | Ada | A-14"]),
      ["8 A-14: task `B-1` waits for `A-14`, which is not in the plan"],
    ],
    [
      "a task that is like two",
      section(ONE, ["A-11 | Dig | 3 | Ada | ", "A-12 | Dig | 3 | Ada | ", "B-1 | Lay | 3 | Ada | A-13"]),
      ["7 A-13: task `B-1` waits for `A-13`, which is not in the plan", "? did you mean `A-11` or `A-12`?"],
    ],
    [
      "a task that is like itself alone",
      section(ONE, ["A-11 | Dig | 3 | Ada | A-12"]),
      ["5 A-12: task `A-11` waits for `A-12`, which is not in the plan"],
    ],
    [
      "the end of a range",
      waits("", "", "1.1-1.9"),
      ["7 1.9: task `1.3` waits for `1.9`, which is not in the plan", "? did you mean `1.1` or `1.2`?"],
    ],
    [
      "both ends of a range",
      waits("", "", "1.8-1.9"),
      [
        "7 1.8: task `1.3` waits for `1.8`, which is not in the plan",
        "? did you mean `1.1` or `1.2`?",
        "7 1.9: task `1.3` waits for `1.9`, which is not in the plan",
        "? did you mean `1.1` or `1.2`?",
      ],
    ],
    [
      "a phase",
      `# Phase 1: P\n\n${section("Sprint 1.1", ["1.1.1 | Dig | 3 | Ada | Phase 9"])}`,
      ["7 Phase 9: task `1.1.1` waits for `Phase 9`, but the plan has no such phase"],
    ],
    [
      "a group",
      waits("", "All stores"),
      [
        "6 All stores: task `1.2` waits for `All stores`, which is configured to mean `7.1`, `7.2`, `7.3` and 1 more, not in the plan",
        "? name tasks of the plan in the configuration's `groups`",
      ],
      { groups: { "All stores": ["7.1", "7.2", "7.3", "7.4"] } },
    ],
    [
      "a group with one of them",
      waits("", "All stores"),
      [
        "6 All stores: task `1.2` waits for `All stores`, which is configured to mean `7.2`, not in the plan",
        "? name tasks of the plan in the configuration's `groups`",
      ],
      { groups: { "All stores": ["1.1", "7.2"] } },
    ],
    [
      "many of them",
      waits(near),
      [
        "5 1.1x: task `1.1` waits for `1.1x`, which is not in the plan",
        "5 1.2x: task `1.1` waits for `1.2x`, which is not in the plan",
        "5 1.3x: task `1.1` waits for `1.3x`, which is not in the plan",
        "5 1.4x: task `1.1` waits for `1.4x`, which is not in the plan",
        "5 1.5x: task `1.1` waits for `1.5x`, which is not in the plan",
        "5 1.6x: task `1.1` waits for `1.6x`, which is not in the plan",
        "5 1.7x: task `1.1` waits for `1.7x`, which is not in the plan",
        "5 1.8x: task `1.1` waits for `1.8x`, which is not in the plan",
        "5 1.9x: task `1.1` waits for `1.9x`, which is not in the plan",
        "5 1.10x: task `1.1` waits for `1.10x`, which is not in the plan",
        "5 1.11x: task `1.1` waits for `1.11x`, which is not in the plan",
        "5 1.12x: task `1.1` waits for `1.12x`, which is not in the plan",
        "5 1.13x: task `1.1` waits for `1.13x`, which is not in the plan",
        "5 1.14x: task `1.1` waits for `1.14x`, which is not in the plan",
        "5 1.15x: task `1.1` waits for `1.15x`, which is not in the plan",
        "5 1.16x: task `1.1` waits for `1.16x`, which is not in the plan",
        "5 1.17x: task `1.1` waits for `1.17x`, which is not in the plan",
        "5 1.18x: task `1.1` waits for `1.18x`, which is not in the plan",
        "5 1.19x: task `1.1` waits for `1.19x`, which is not in the plan",
        "5 1.20x: task `1.1` waits for `1.20x`, which is not in the plan",
        "5 1.21x: task `1.1` waits for `1.21x`, which is not in the plan",
      ],
    ],
    ["with letters of another case", letters("", "", "a-9"), ["7 a-9: task `A-3` waits for `a-9`, which is not in the plan"]],
  ])("%s", (_what, plan, expected, settings = {}) => {
    expect(toldBy("unknown-dependency", plan, settings)).toEqual(expected);
  });
});

describe("a dependency on a later sprint", () => {
  const plan = (first: string, second: string, its: string): string =>
    section(first, [`1.1 | Dig | 3 | Ada | ${its}`, "1.2 | Drain | 3 | Ada | "]) +
    section(second, ["2.1 | Lay | 3 | Ada | ", "2.2 | Fill | 3 | Ada | "]);
  test.each<[string, string, readonly string[]]>([
    [
      "by its weeks",
      plan("Sprint 1 (Week 1)", "Sprint 2 (Week 2)", "2.1"),
      [
        "5 2.1: task `1.1` of sprint 1 (week 1) waits for `2.1` of the later sprint 2 (week 2)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    ["by its weeks, which end too late", plan("Sprint 1 (Weeks 1-2)", "Sprint 2 (Week 2)", "2.1"), []],
    [
      "by its place",
      plan("Sprint 1", "Sprint 2", "2.2"),
      [
        "5 2.2: task `1.1` of sprint 1 waits for `2.2` of the later sprint 2",
        "? move `1.1` behind what it waits for, or `2.2` to sprint 1",
      ],
    ],
    ["by its place alone, without the word", plan("Track 1", "Track 2", "2.2"), []],
    ["by its place, with the word in one alone", plan("Sprint 1", "Track 2", "2.2"), []],
    [
      "by its place, with weeks in one alone",
      plan("Sprint 1 (Week 1)", "Sprint 2", "2.2"),
      [
        "5 2.2: task `1.1` of sprint 1 (week 1) waits for `2.2` of the later sprint 2",
        "? move `1.1` behind what it waits for, or `2.2` to sprint 1",
      ],
    ],
    [
      "as a part of a range",
      plan("Sprint 1", "Sprint 2", "1.2-2.1"),
      [
        "5 1.2-2.1: task `1.1` of sprint 1 waits for `1.2-2.1` of the later sprint 2",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "as a part of a range, with weeks",
      plan("Sprint 1 (Week 1)", "Sprint 2 (Week 2)", "1.2-2.2"),
      [
        "5 1.2-2.2: task `1.1` of sprint 1 (week 1) waits for `1.2-2.2` of the later sprint 2 (week 2)",
        "? move `1.1` behind what it waits for, or `2.1` to sprint 1",
      ],
    ],
    [
      "that stands before it",
      plan("Sprint 2 (Week 2)", "Sprint 1 (Week 1)", "None") + section("Sprint 0 (Week 0)", ["0.1 | Ask | 1 | Ada | 1.1, 2.1-2.2"]),
      [
        "19 1.1: task `0.1` of sprint 0 (week 0) waits for `1.1` of the later sprint 2 (week 2)",
        "? move `0.1` behind what it waits for, or `1.1` to sprint 0",
        "19 2.1-2.2: task `0.1` of sprint 0 (week 0) waits for `2.1-2.2` of the later sprint 1 (week 1)",
        "? move `0.1` behind what it waits for, or `2.1` to sprint 0",
      ],
    ],
    [
      "that stands before it, in a range with its own",
      plan("Sprint 2 (Week 2)", "Sprint 1 (Week 1)", "None").replace("| 2.2 | Fill | 3 | Ada |  |", "| 2.2 | Fill | 3 | Ada | 1.2-2.1 |"),
      [
        "13 1.2-2.1: task `2.2` of sprint 1 (week 1) waits for `1.2-2.1` of the later sprint 2 (week 2)",
        "? move `2.2` behind what it waits for, or `1.2` to sprint 1",
      ],
    ],
    ["outside of any", `${plan("Sprint 1", "Sprint 2", "B1")}## Backlog\n\n| ID | Task | Hours |\n|---|---|---|\n| B1 | Rest | 2 |\n`, []],
  ])("%s", (_how, text, expected) => {
    expect(toldBy("backward-dependency", text)).toEqual(expected);
  });
});
