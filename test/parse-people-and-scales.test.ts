import { describe, expect, test } from "vitest";
import type { Task } from "../src/model.ts";
import { planOf } from "./command-plans.ts";

/** The only task of a table with this column. */
function taskWith(header: string, cell: string): Task {
  return planOf(`| ID | Title | Hours | ${header} |\n|---|---|---|---|\n| A-1 | One | 4 | ${cell} |\n`).tasks[0];
}

describe("assignees, one for each name", () => {
  const read = (cell: string): readonly string[] =>
    taskWith("Assignee", cell).assignees.map(({ value, text }) => (value?.kind === "person" ? value.name : `${value?.kind}: ${text}`));

  test.each([
    ["BE1", ["BE1"]],
    ["Senior + BE1", ["Senior", "BE1"]],
    ["Ada, Ben", ["Ada", "Ben"]],
    ["Ada / Ben", ["Ada", "Ben"]],
    ["Ada & Ben", ["Ada", "Ben"]],
    ["Ada and Ben", ["Ada", "Ben"]],
    ["Ada<br>Ben", ["Ada", "Ben"]],
    ["小林、阿强", ["小林", "阿强"]],
    ["@dev + @ux", ["dev", "ux"]],
    ["**Ada**", ["Ada"]],
    ["[Ada L.](https://example.org/ada)", ["Ada L."]],
    ["Backend Lead", ["Backend Lead"]],
    ["ux-designer + ui-programmer", ["ux-designer", "ui-programmer"]],
    ["Sandy Anders", ["Sandy Anders"]],
    ["Jörg und Käthe", ["Jörg", "Käthe"]],
    ["All", ["everyone: All"]],
    ["Team", ["everyone: Team"]],
    ["Everyone", ["everyone: Everyone"]],
    ["All developers", ["everyone: All developers"]],
    ["alle", ["everyone: alle"]],
    ["全员", ["everyone: 全员"]],
    ["공동", ["everyone: 공동"]],
    ["TBD", ["nobody: TBD"]],
    ["-", ["nobody: -"]],
    ["—", ["nobody: —"]],
    ["Unassigned", ["nobody: Unassigned"]],
    ["Ada + TBD", ["Ada", "nobody: TBD"]],
    ["", []],
  ])("%s", (cell, expected) => expect(read(cell)).toEqual(expected));
});

describe("risk", () => {
  test.each([
    ["Low", "low"],
    ["LOW", "low"],
    ["**High**", "high"],
    ["Medium", "medium"],
    ["Med", "medium"],
    ["Critical", "critical"],
    ["Very high", "critical"],
    ["High: the API may change", "high"],
    ["🔴", "high"],
    ["🔴 High", "high"],
    ["🟡 Medium", "medium"],
    ["🟢", "low"],
    ["🟢 Low", "low"],
    ["hoch", "high"],
    ["mittel", "medium"],
    ["gering", "low"],
    ["Alto", "high"],
    ["medio", "medium"],
    ["baixo", "low"],
    ["média", "medium"],
    ["élevé", "high"],
    ["faible", "low"],
    ["moyen", "medium"],
    ["高", "high"],
    ["中", "medium"],
    ["低", "low"],
    ["높음", "high"],
    ["낮음", "low"],
    ["высокий", "high"],
    ["средний", "medium"],
    ["низкий", "low"],
    ["критический", "critical"],
    ["严重", "critical"],
    ["cao", "high"],
    ["trung bình", "medium"],
    ["thấp", "low"],
    ["tinggi", "high"],
    ["", undefined],
    ["-", undefined],
    ["TBD", undefined],
  ])("%s is %s", (cell, expected) => {
    const { value, problem } = taskWith("Risk", cell).risk;
    expect([value, problem]).toEqual([expected, undefined]);
  });

  test.each(["purple", "42", "__proto__"])("%s is a problem", (cell) => expect(taskWith("Risk", cell).risk.problem).toBeDefined());
});

describe("priority is any word", () => {
  test.each([
    ["P0", "p0"],
    ["**High**", "high"],
    ["🔴 Critical", "critical"],
    ["Must have", "must have"],
    ["高", "高"],
    ["-", undefined],
    ["", undefined],
  ])("%s", (cell, expected) => expect(taskWith("Priority", cell).priority.value).toBe(expected));
});

describe("status", () => {
  test.each([
    ["[ ]", "open"],
    ["[x]", "done"],
    ["[X] Completed", "done"],
    ["[-]", "started"],
    ["☐", "open"],
    ["⬜", "open"],
    ["✅", "done"],
    ["✅ Done", "done"],
    ["🔵", "started"],
    ["⏳", "started"],
    ["⏳ Pending", "open"],
    ["🚧 WIP", "started"],
    ["❌", "dropped"],
    ["Done", "done"],
    ["**Done** (2026-01-05): merged at last", "done"],
    ["DONE", "done"],
    ["Completed", "done"],
    ["100%", "done"],
    ["Not Started", "open"],
    ["Not done", "open"],
    ["To Do", "open"],
    ["Planned", "open"],
    ["Backlog", "open"],
    ["In Progress", "started"],
    ["In review", "started"],
    ["WIP", "started"],
    ["Blocked", "blocked"],
    ["On hold", "blocked"],
    ["Waiting for the printer", "blocked"],
    ["Cancelled", "dropped"],
    ["Skipped", "dropped"],
    ["Won't do", "dropped"],
    ["~~Old~~", "done"],
    ["erledigt", "done"],
    ["in Arbeit", "started"],
    ["offen", "open"],
    ["blockiert", "blocked"],
    ["hecho", "done"],
    ["completado", "done"],
    ["pendiente", "open"],
    ["en curso", "started"],
    ["en progreso", "started"],
    ["concluído", "done"],
    ["em andamento", "started"],
    ["pendente", "open"],
    ["terminé", "done"],
    ["en cours", "started"],
    ["à faire", "open"],
    ["已完成", "done"],
    ["进行中", "started"],
    ["未开始", "open"],
    ["完了", "done"],
    ["対応中", "started"],
    ["未着手", "open"],
    ["완료", "done"],
    ["진행 중", "started"],
    ["진행중", "started"],
    ["대기", "open"],
    ["готово", "done"],
    ["выполнено", "done"],
    ["в работе", "started"],
    ["не начато", "open"],
    ["hoàn thành", "done"],
    ["đang làm", "started"],
    ["chưa bắt đầu", "open"],
    ["selesai", "done"],
    ["未完成", "open"],
    ["进行中 60%", "started"],
    ["не готово", "open"],
    ["Incomplete", "open"],
    ["", undefined],
    ["-", undefined],
  ])("%s is %s", (cell, expected) => {
    const { value, problem } = taskWith("Status", cell).status;
    expect([value, problem]).toEqual([expected, undefined]);
  });

  test.each(["purple", "Thursday", "constructor"])("%s is a problem", (cell) =>
    expect(taskWith("Status", cell).status.problem).toBeDefined(),
  );

  test.each([
    ["| **A-1** | ~~One~~ |", "done"],
    ["| ✅ A-1 | One |", "done"],
    ["| A-1 | ✅ One |", "done"],
    ["| A-1 | 🚧 One |", "started"],
    ["| A-1 | One |", undefined],
  ])("without a column, in the row: %s", (row, expected) => {
    const { tasks } = planOf(`| ID | Title | Hours |\n|---|---|---|\n${row} 4 |\n`);
    expect([tasks[0].id.value, tasks[0].status.value]).toEqual(["A-1", expected]);
  });

  test.each([
    ["- [ ] T001 One", "open"],
    ["- [x] T001 One", "done"],
    ["- [X] T001 One", "done"],
    ["- [-] T001 One", "started"],
    ["- [x] ~~T001 One~~", "done"],
  ])("of a box: %s", (line, expected) => expect(planOf(`${line}\n- [ ] T002 Two\n`).tasks[0].status.value).toBe(expected));

  test.each([
    ["### ✅ Task 1: One", "done"],
    ["### [x] Task 1: One", "done"],
    ["### - [x] W-01: One", "done"],
    ["### Task 1: ~~One~~", "done"],
    ["### Task 1: One ✅", "done"],
    ["### Task 1: One", undefined],
  ])("of a heading: %s", (heading, expected) => {
    const { tasks } = planOf(`${heading}\n**Effort:** 2h\n`);
    expect(tasks.map(({ status }) => status.value)).toEqual([expected]);
  });
});

test("optional tasks say so", () => {
  const { tasks } = planOf("- [ ] 1. One\n  - [ ]* 1.1 Two\n  - [ ] 1.2 Three (optional)\n  - [ ] 1.3 Four\n");
  expect(tasks.map(({ id, optional }) => [id.value, optional])).toEqual([
    ["1", false],
    ["1.1", true],
    ["1.2", true],
    ["1.3", false],
  ]);
});
