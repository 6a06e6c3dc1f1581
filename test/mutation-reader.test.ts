import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { shownReference } from "./shown-fields.ts";

/** What the last row of a table of these ids waits for, each with the words that say so where those are others. */
function read(cell: string, ids: readonly string[]): readonly string[] {
  const rows = [...ids, "LAST-1"].map((id, index) => `| ${id} | Title ${id} | 4 | ${index === ids.length ? cell : ""} |\n`);
  const { tasks } = planOf(`| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n${rows.join("")}`);
  return tasks[ids.length].dependencies.map((reference) => {
    const shown = shownReference(reference);
    return shown === reference.text || shown.startsWith("outside: ") ? shown : `${shown} (${reference.text})`;
  });
}

const DOTTED = ["1.1.1", "1.1.2", "1.1.3", "1.1.4"];
const PADDED = ["T001", "T002", "T003"];
const DASHED = ["CM-1", "CM-2", "CM-3", "CM-4"];
const LONG = ["MEVS-2001", "MEVS-2004", "MEVS-4", "MEVS-12004"];

describe("a list of dependencies", () => {
  test.each([
    ["leaves out what says that there is none", "CM-1, None, CM-2", ["CM-1", "CM-2"]],
    ["goes on with short numbers behind a gap", "CM-3,,4", ["CM-3", "CM-4 (4)"]],
    ["goes on with short numbers behind words", "CM-3, none, 4", ["CM-3", "CM-4 (4)"]],
    ["goes on with short numbers behind weak signs", "CM-2+3&4", ["CM-2", "CM-3 (3)", "CM-4 (4)"]],
    ["needs nothing but blanks between ids", "CM-1 CM-2 CM-3", ["CM-1", "CM-2", "CM-3"]],
    ["may have several blanks between ids", "CM-1  CM-2", ["CM-1", "CM-2"]],
    ["may have signs in front of ids", "#CM-1 #CM-2", ["CM-1 (#CM-1)", "CM-2 (#CM-2)"]],
    ["is empty where it speaks of ids that it does not need", "None (CM-1, CM-2 exist)", []],
    ["needs more between an id and what is none", "CM-1 CM-9", ["outside: CM-1 CM-9"]],
    ["may be a chain", "CM-1→CM-2→CM-3", ["CM-1", "CM-2", "CM-3"]],
    ["may be a chain with blanks", "CM-1 → CM-2 → CM-3", ["CM-1", "CM-2", "CM-3"]],
    ["is no chain where two ids make a range", "CM-1→CM-3", ["CM-1..CM-3 (CM-1→CM-3)"]],
    ["is no chain where a word is no id", "CM-1→CM-2→tea", ["outside: CM-1→CM-2→tea"]],
    ["may end with a weak sign", "CM-1 &", ["CM-1"]],
    ["may repeat a weak sign", "CM-1 & & CM-2", ["CM-1", "CM-2"]],
    ["may have slashes between ids", "CM-1/CM-2", ["CM-1", "CM-2"]],
    ["has no slashes between an id and a word", "CM-1/tea", ["CM-1/tea"]],
    ["has no slashes between an id and another plan's", "CM-1/CM-99", ["CM-1/CM-99"]],
    ["has no slashes between everything and an id", "everything / CM-1", ["outside: everything / CM-1"]],
    ["names a task behind words", "salt and CM-1", ["outside: salt", "CM-1"]],
    ["names a sprint behind words", "salt and Sprint 2", ["outside: salt", "sprint 2 (Sprint 2)"]],
    ["is one thing where its words name nothing", "salt + pepper", ["outside: salt + pepper"]],
    ["names sprints by numbers alone", "Sprint 1 & 2", ["sprint 1 (Sprint 1)", "sprint 2 (2)"]],
    ["names phases by numbers alone", "Phase 1, 2.1, 3 done", ["phase 1 (Phase 1)", "phase 2.1 (2.1)", "phase 3 (3 done)"]],
    ["goes on with ids behind phases", "Phase 1, 2-3, 4x", ["phase 1 (Phase 1)", "2-3", "4x"]],
    ["asks for no number of what only looks like one", "Phase 1, 2/3", ["phase 1 (Phase 1)", "2/3"]],
    ["has numbers of its own without a section in front", "CM-1, 12x", ["CM-1", "12x"]],
  ])("%s", (_, cell, expected) => expect(read(cell, DASHED)).toEqual(expected));
});

describe("a short number", () => {
  test.each<[string, readonly string[], string]>([
    ["MEVS-2001, 4", ["MEVS-2001", "MEVS-2004", "MEVS-1"], "MEVS-2004 (4)"],
    ["MEVS-2001, 2004", LONG, "MEVS-2004 (2004)"],
    ["MEVS-2001, 12004", LONG, "MEVS-12004 (12004)"],
    ["T001, 2", ["T001", "T002", "T2"], "T2 (2)"],
    ["T001, 002", PADDED, "T002 (002)"],
    ["T001, 2", PADDED, "2"],
    ["1, 2", ["1", "2", "12"], "2"],
    ["T1, 234567", ["T1", "T234567"], "T234567 (234567)"],
    ["T1, 1234567", ["T1", "T1234567"], "1234567"],
    ["T1, 2x", ["T1", "T2x"], "2x"],
    ["T1, x2", ["T1", "Tx2"], "x2"],
    ["ABC, 2", ["ABC", "ABC2"], "2"],
    ["T1x, 2", ["T1x", "T2", "T1x2"], "2"],
    ["Sprint 1, T2", ["T1", "T2"], "T2"],
    ["2001, 4", ["2001", "2004", "4"], "4"],
  ])("in `%s` of %j", (cell, ids, expected) => expect(read(cell, ids).slice(1)).toEqual([expected]));
});

describe("a range", () => {
  test.each<[string, readonly string[], string]>([
    ["T003-T009", PADDED, "T003..T009 (T003-T009)"],
    ["T000–T003", PADDED, "T000..T003 (T000–T003)"],
    ["T9–T10", ["T9"], "T9..T10 (T9–T10)"],
    ["T9–U10", ["T9"], "outside: T9–U10"],
    ["T007-T009", PADDED, "T007-T009"],
    ["T007 to T009", PADDED, "outside: T007 to T009"],
    ["9.1-9.3", DOTTED, "9.1..9.3 (9.1-9.3)"],
    ["9.1 to 9.3", DOTTED, "9.1..9.3 (9.1 to 9.3)"],
    ["9-12", DOTTED, "9-12"],
    ["CM-1 to X9", [...DASHED, "X9"], "CM-1..X9 (CM-1 to X9)"],
    ["→ 1.1.2", DOTTED, "outside: → 1.1.2"],
    ["1.1.2 →", DOTTED, "outside: 1.1.2 →"],
    ["Task 1.1.2 to Task 1.1.3 (both)", DOTTED, "1.1.2..1.1.3 (Task 1.1.2 to Task 1.1.3)"],
    [`1.1.1${" ".repeat(200 - 13)}to 1.1.3`, DOTTED, `1.1.1..1.1.3 (1.1.1${" ".repeat(200 - 13)}to 1.1.3)`],
    [`1.1.1${" ".repeat(201 - 13)}to 1.1.3`, DOTTED, `outside: 1.1.1${" ".repeat(201 - 13)}to 1.1.3`],
  ])("%s of %j", (cell, ids, expected) => expect(read(cell, ids)).toEqual([expected]));
});

describe("everything of a section", () => {
  test.each([
    ["All of Sprint 1", "sprint 1"],
    ["all tasks in Phase 2", "phase 2"],
    ["all tasks from Week 3", "week 3"],
    ["all Sprint 1", "sprint 1"],
    ["all tasks of S2", "sprint 2"],
    ["all of Sprint 1.", "sprint 1"],
    ["Sprint 1.2.", "sprint 1.2"],
    ["Sprint 1.2.x", "sprint 1.2.x"],
    ["All of CM-1 to CM-3", "CM-1..CM-3"],
    ["all tasks CM-1-CM-3", "CM-1..CM-3"],
    ["all CM-1", "group: all CM-1"],
    ["all of", "group: all of"],
    ["Not all of CM-1 to CM-3", undefined],
    ["Overall of Sprint 1", undefined],
  ])("%s", (cell, expected) => expect(read(cell, DASHED)).toEqual([expected === undefined ? `outside: ${cell}` : `${expected} (${cell})`]));

  test.each([
    ["sprint", ["Sprint 2", "Iteration 2", "Wave 2", "S2", "SPRINT 2"]],
    ["phase", ["Phase 2", "Epic 2", "Stage 2", "Track 2", "Fase 2", "P2", "E2"]],
    ["milestone", ["Milestone 2", "Meilenstein 2", "Hito 2", "Marco 2", "M2", "m2"]],
    ["week", ["Week 2", "Woche 2", "Semana 2"]],
  ])("of the kind %s", (kind, cells) => {
    expect(cells.flatMap((cell) => read(cell, DASHED))).toEqual(cells.map((cell) => `${kind} 2 (${cell})`));
  });
});

describe("a relation", () => {
  test.each([
    ["1.1.3 FF−4h", "1.1.3 FF-4 (1.1.3 FF−4h)"],
    ["1.1.3 ss", "1.1.3 SS (1.1.3 ss)"],
    ["1.1.3 sf", "1.1.3 SF (1.1.3 sf)"],
    ["requires 1.1.3 SS", "1.1.3 SS"],
    ["1.1.3 (the third) FF", "1.1.3 FF (1.1.3 (the third) FF)"],
    ["1.1.3 FS+2 bananas", "outside: 1.1.3 FS+2 bananas"],
    ["the harbour FS+2h", "outside: the harbour FS+2h"],
    ["the harbour SS", "outside: the harbour SS"],
    ["T9 SS", "T9 SS"],
    ["all SS", "all SS"],
  ])("%s", (cell, expected) => expect(read(cell, DOTTED)).toEqual([expected]));

  test("belongs to the name of a task that ends like one", () => {
    const { tasks } = planOf(
      "| Task | Hours | Owner | Depends On |\n|---|---|---|---|\n| Load 1 | 4 | Ada | |\n| Load 1 SS | 4 | Ada | |\n| End | 4 | Ada | Load 1 SS |\n",
    );
    expect(tasks.flatMap(({ dependencies }) => dependencies.map(shownReference))).toEqual(["#2"]);
  });
});

describe("words around an id", () => {
  test.each([
    ["CM-2 (the form)", "CM-2"],
    ["CM-2 (the form) (signed)", "CM-2"],
    ["CM-2 approved merged", "CM-2"],
    ["CM-99 (later)", "CM-99"],
    ["CM-99 done", "CM-99"],
    ["and CM-2", "CM-2"],
    ["or: CM-2", "CM-2"],
    ["waits for CM-2", "CM-2"],
    ["wait on CM-2", "CM-2"],
    ["blocked by CM-2", "CM-2"],
    ["after CM-2", "CM-2"],
    ["Needs: CM-2", "CM-2"],
    ["requires:CM-2", "CM-2"],
    ["(see CM-2)", "outside: (see CM-2)"],
    ["requires", "outside: requires"],
    ["who needs CM-2", "outside: who needs CM-2"],
    ["andCM-2", "andCM-2"],
  ])("%s", (cell, expected) => expect(read(cell, DASHED)).toEqual([expected]));
});
