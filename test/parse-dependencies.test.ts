import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { shownReference as show } from "./shown-fields.ts";

/** What the last row of a table of these ids waits for: `1.1`, `1.1..1.3`, `all`, `group: …`, `sprint 1`, `outside: …`. */
function read(cell: string, ids: readonly string[]): readonly string[] {
  const rows = [...ids, "LAST-1"].map((id, index) => `| ${id} | Title | 4 | ${index === ids.length ? cell : ""} |\n`);
  const { tasks } = planOf(`| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n${rows.join("")}`);
  return tasks[ids.length].dependencies.map(show);
}

const DOTTED = ["1.1.1", "1.1.2", "1.1.3", "1.1.4"];
const PLAIN = ["T001", "T002", "T003", "T004"];
const DASHED = ["CM-1", "CM-2", "CM-3", "CM-4", "CM-5"];
const PADDED = ["TD-P0-001", "TD-P0-002", "TD-P0-003", "TD-P0-004"];
const NUMBERS = ["1", "2", "3", "4"];

describe("no dependency", () => {
  test.each([
    "",
    "None",
    "none",
    "-",
    "—",
    "–",
    "--",
    "N/A",
    "n/a",
    "Nothing (all of it exists)",
    "None (the API exists)",
    "None - can start immediately",
    "无",
    "无（可与 T004 并行）",
    "không",
    "нет",
    "なし",
    "없음",
    "keine",
    "ninguna",
    "nenhuma",
    "aucune",
    "**None**",
  ])("%s", (cell) => expect(read(cell, PLAIN)).toEqual([]));
});

describe("one task", () => {
  test.each([
    ["1.1.3", DOTTED, "1.1.3"],
    ["`1.1.3`", DOTTED, "1.1.3"],
    ["**1.1.3**", DOTTED, "1.1.3"],
    ["[1.1.3](plan.md#x)", DOTTED, "1.1.3"],
    ["Task 1.1.3", DOTTED, "1.1.3"],
    ["T001", PLAIN, "T001"],
    ["#2", NUMBERS, "2"],
    ["Task 3", NUMBERS, "3"],
    ["task #3", NUMBERS, "3"],
    ["3", NUMBERS, "3"],
    ["3.", NUMBERS, "3"],
    ["#12", ["#11", "#12"], "12"],
    ["✅ CM-2", DASHED, "CM-2"],
    ["CM-2 (the consent form)", DASHED, "CM-2"],
    ["CM-2 - when it is approved", DASHED, "CM-2"],
    ["CM-2 done", DASHED, "CM-2"],
    ["Requires CM-2", DASHED, "CM-2"],
    ["depends on: CM-2", DASHED, "CM-2"],
    ["TASK-001", ["TASK-001", "TASK-002"], "TASK-001"],
    ["TODO-002", ["TODO-001", "TODO-002"], "TODO-002"],
    ["STORY-1.1", ["STORY-1.1"], "STORY-1.1"],
    ["US-1.1", ["US-1.1"], "US-1.1"],
    ["T017a", ["T017", "T017a"], "T017a"],
    ["1.1.9", DOTTED, "1.1.9"],
    ["CM-99", DASHED, "CM-99"],
  ])("%s", (cell, ids, expected) => expect(read(cell, ids)).toEqual([expected]));
});

describe("lists", () => {
  test.each([
    ["1.1.1, 1.1.2", DOTTED, ["1.1.1", "1.1.2"]],
    ["1.1.1; 1.1.2", DOTTED, ["1.1.1", "1.1.2"]],
    ["1.1.1 + 1.1.2", DOTTED, ["1.1.1", "1.1.2"]],
    ["1.1.1 & 1.1.2", DOTTED, ["1.1.1", "1.1.2"]],
    ["1.1.1 and 1.1.2", DOTTED, ["1.1.1", "1.1.2"]],
    ["1.1.1, 1.1.2, and 1.1.3", DOTTED, ["1.1.1", "1.1.2", "1.1.3"]],
    ["1.1.1<br>1.1.2<br/>1.1.3", DOTTED, ["1.1.1", "1.1.2", "1.1.3"]],
    ["T001、T002，T003", PLAIN, ["T001", "T002", "T003"]],
    ["CM-3,4", DASHED, ["CM-3", "CM-4"]],
    ["TD-P0-002,003,004", PADDED, ["TD-P0-002", "TD-P0-003", "TD-P0-004"]],
    ["Task 2, 3", NUMBERS, ["2", "3"]],
    ["Tasks 2, 3", NUMBERS, ["2", "3"]],
    ["2,3,4", NUMBERS, ["2", "3", "4"]],
    ["CM-1, the harbour office", DASHED, ["CM-1", "outside: the harbour office"]],
    ["salt and pepper", DASHED, ["outside: salt and pepper"]],
    ["CM-1,, CM-2,", DASHED, ["CM-1", "CM-2"]],
  ])("%s", (cell, ids, expected) => expect(read(cell, ids)).toEqual(expected));
});

describe("ranges", () => {
  test.each([
    ["1.1.2-1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2–1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2 — 1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2 to 1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2 … 1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2...1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2 through 1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["1.1.2 → 1.1.4", DOTTED, "1.1.2..1.1.4"],
    ["T001–T004", PLAIN, "T001..T004"],
    ["T001-T004", PLAIN, "T001..T004"],
    ["T001 ~ T003 全部完成", PLAIN, "T001..T003"],
    ["CM-1–CM-4", DASHED, "CM-1..CM-4"],
    ["CM-1-CM-4", DASHED, "CM-1..CM-4"],
    ["CM-1 to 4", DASHED, "CM-1..CM-4"],
    ["CM-1-4", DASHED, "CM-1..CM-4"],
    ["MEVS-2001-4", ["MEVS-2001", "MEVS-2002", "MEVS-2004"], "MEVS-2001..MEVS-2004"],
    ["Tasks 1-3", NUMBERS, "1..3"],
    ["Task 1 to Task 3", NUMBERS, "1..3"],
    ["1-3", NUMBERS, "1..3"],
    ["TODO-001 through TODO-003", ["TODO-001", "TODO-002", "TODO-003"], "TODO-001..TODO-003"],
    ["TASK-1 – TASK-3", ["TASK-1", "TASK-2", "TASK-3"], "TASK-1..TASK-3"],
    ["1.1.2-1.1.44", DOTTED, "1.1.2..1.1.44"],
    ["1.1.4-1.1.2", DOTTED, "1.1.4..1.1.2"],
  ])("%s", (cell, ids, expected) => expect(read(cell, ids)).toEqual([expected]));
});

describe("everything, groups and sections", () => {
  test.each([
    ["All", "all"],
    ["all above", "all"],
    ["All previous", "all"],
    ["All tasks", "all"],
    ["全部", "all"],
    ["всё", "all"],
    ["alle", "all"],
    ["All routes", "group: All routes"],
    ["All unit tests", "group: All unit tests"],
    ["Sprint 1.1", "sprint 1.1"],
    ["Sprint 12 complete", "sprint 12"],
    ["Phase 1", "phase 1"],
    ["Milestone 1", "milestone 1"],
    ["M1", "milestone 1"],
    ["Week 2", "week 2"],
    ["Woche 2", "week 2"],
    ["Sprint 1 SS", "sprint 1 SS"],
  ])("%s", (cell, expected) => expect(read(cell, DASHED)).toEqual([expected]));

  test("an id goes before a section of the same name", () => expect(read("M1", ["M1", "M2"])).toEqual(["M1"]));
});

describe("relations and lags, in hours", () => {
  test.each([
    ["1.1.3 SS", "1.1.3 SS"],
    ["1.1.3 FS", "1.1.3"],
    ["1.1.3SS", "1.1.3 SS"],
    ["1.1.3 FS+2d", "1.1.3 FS+16"],
    ["1.1.3 FS + 2 d", "1.1.3 FS+16"],
    ["1.1.3 FF-4h", "1.1.3 FF-4"],
    ["1.1.3 SF +1h", "1.1.3 SF+1"],
    ["1.1.3 fs+30min", "1.1.3 FS+0.5"],
    ["1.1.1-1.1.3 SS+1h", "1.1.1..1.1.3 SS+1"],
  ])("%s", (cell, expected) => expect(read(cell, DOTTED)).toEqual([expected]));

  test("each of a list has its own", () => expect(read("1.1.1 SS, 1.1.2 FF-1h", DOTTED)).toEqual(["1.1.1 SS", "1.1.2 FF-1"]));
  test("an id that ends in the same letters is an id", () => expect(read("CM-1-SS", ["CM-1", "CM-1-SS"])).toEqual(["CM-1-SS"]));
});

describe("look-alikes", () => {
  test.each([
    ["T-001-02", ["T-001-02", "T-002-01"], ["T-001-02"]],
    ["TD-P0-009", ["TD-P0-001", "TD-P0-009"], ["TD-P0-009"]],
    ["TSK-SEC-01", ["TSK-SEC-01", "TSK-SEC-02"], ["TSK-SEC-01"]],
    ["2-3", ["1-1", "2-3"], ["2-3"]],
    ["Flowable 7.1.0", DOTTED, ["outside: Flowable 7.1.0"]],
    ["Node 20.19 or newer", DOTTED, ["outside: Node 20.19 or newer"]],
    ["day-cycle.md", DASHED, ["outside: day-cycle.md"]],
    ["the Godot editor", DASHED, ["outside: the Godot editor"]],
    ["read-write access", DASHED, ["outside: read-write access"]],
    ["constructor", DASHED, ["outside: constructor"]],
  ])("%s", (cell, ids, expected) => expect(read(cell, ids)).toEqual(expected));

  test("requirements below a box are traces", () => {
    const { tasks } = planOf("- [ ] 1. One\n  - [ ] 1.1 Two\n    - _Requirements: 1, 2.1_\n- [ ] 2. Three\n");
    expect(tasks.map(({ id, dependencies }) => [id.value, dependencies.length])).toEqual([
      ["1", 0],
      ["1.1", 0],
      ["2", 0],
    ]);
  });
});

describe("where else dependencies stand", () => {
  const dependencies = (text: string): readonly string[] =>
    planOf(text).tasks.map(({ id, dependencies: all }) => `${id.value}: ${all.map(show).join(", ")}`);

  test("`Blocks` turns round", () => {
    expect(dependencies("### Task 1: A\n**Blocks:** Task 2\n\n### Task 2: B\n**Effort:** 2h\n")).toEqual(["1: ", "2: 1"]);
  });

  test("a list below the label", () => {
    expect(
      dependencies("### Task 1: A\n**Effort:** 2h\n\n### Task 2: B\n**Effort:** 2h\n\n**Dependencies:**\n- Task 1\n- the weather\n"),
    ).toEqual(["1: ", "2: 1, outside: the weather"]);
  });

  test("in the text of a box", () => {
    expect(dependencies("- [ ] T001 A\n- [ ] T002 [P] B (depends on T001)\n")).toEqual(["T001: ", "T002: T001"]);
  });

  test.each([
    ["(depends on T001 (the base))", "T001"],
    ["(depends on T001 (the base), T002 [P], T003)", "T001, T002, T003"],
    ["(depends on T001 (the (very) base), T002) (T003)", "T001, T002"],
    ["[after T001 [P]; T002]", "T001"],
    ["(depends on T001 (the base", "T001"],
    ["(depends on T001 (", "T001"],
    ["(blocked by [T001])", "T001"],
    ["— depends on T001 (the base)", "T001"],
    ["(later — needs T001 (the base)) T002", "T001"],
  ])("in the text of a box with brackets inside of brackets: %s", (text, expected) => {
    expect(dependencies(`- [ ] T001 A\n- [ ] T002 B\n- [ ] T003 C\n- [ ] T004 D ${text}\n`)[3]).toBe(`T004: ${expected}`);
  });

  test("numbers that start anew in each section mean the section's own", () => {
    const table = (one: string, two: string): string =>
      `| # | Task | Hours | Depends On |\n|---|---|---|---|\n| 1 | ${one} | 2 | - |\n| 2 | ${two} | 2 | 1 |\n`;
    const text = `## Sprint 1: X\n\n${table("Sow", "Water")}\n## Sprint 2: Y\n\n${table("Weed", "Harvest")}`;
    expect(dependencies(text)).toEqual(["1/1: ", "1/2: 1/1", "2/1: ", "2/2: 2/1"]);
  });

  test("numbers that start anew are told apart by their section where the same number twice cannot be a list", () => {
    const rows = (waits: string): string =>
      `| # | Task | Hours | Depends On |\n|---|---|---|---|\n| 1 | A | 2 | - |\n| 2 | B | 2 | ${waits} |\n`;
    const last = (waits: string): string => dependencies(`## Sprint 1: X\n\n${rows("-")}\n## Sprint 2: Y\n\n${rows(waits)}`)[3];
    expect(["1/1", "1/2", "2/1", "1/1, 1", "1 / 1"].map(last)).toEqual([
      "2/2: 1/1",
      "2/2: 2/1, 2/2",
      "2/2: 2/2, 2/1",
      "2/2: 1/1, 2/1",
      "2/2: 2/1, 2/1",
    ]);
    expect(read("2/2", NUMBERS)).toEqual(["2", "2"]);
  });

  test("a task without an id is called by its place, as results call it", () => {
    const rows = (waits: string): string => `| Task | Hours | Depends On |\n|---|---|---|\n| A | 2 | - |\n| B | 2 | ${waits} |\n`;
    expect(dependencies(`## Sprint 1: X\n\n${rows("A")}\n## Sprint 2: Y\n\n${rows("1#2, 2#1, 2#7")}`)[3]).toBe(
      "2#2: 1#2, 2#1, outside: 2#7",
    );
    expect(dependencies(rows("#1"))).toEqual(["#1: ", "#2: 1"]);
  });
});
