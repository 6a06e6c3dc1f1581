import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

describe("rows that are no tasks are listed with their kind", () => {
  const unread = (rows: string): readonly string[] => {
    const plan = planOf(`| ID | Title | Hours | Owner |\n|---|---|---|---|\n| A-1 | One | 4 | Ada |\n${rows}\n`);
    return [`${plan.tasks.length}`, ...plan.unread.map(({ kind }) => kind)];
  };

  test.each([
    ["| **Total** | | 4 | |", ["1", "total"]],
    ["| | **Sprint 1 subtotal** | **48h** | |", ["1", "total"]],
    ["| | TOTALS | 4 | |", ["1", "total"]],
    ["| **E0 Total** | | ~8h | |", ["1", "total"]],
    ["| Summe | | 4 | |", ["1", "total"]],
    ["| 合计 | | 4 | |", ["1", "total"]],
    ["| Buffer | | 4 | |", ["1", "buffer"]],
    ["| | Buffer (20%) | 4 | |", ["1", "buffer"]],
    ["| | and the rest of it | | |", ["1", "continuation"]],
    ["| | | | |", ["1", "continuation"]],
    ["| | No id here | 4 | Ada |", ["1", "unreadable"]],
    ["| A-2 | [Task name] | | |", ["1", "group"]],
    ["| A-2 | | | |", ["1", "group"]],
    ["| A-2 | Total rewrite of the parser | 4 | Ada |", ["2"]],
    ["| A-2 | Buffer the requests | 4 | Ada |", ["2"]],
    ["| A-2 | Two |", ["2"]],
    ["| A-2 | Two | 4 | Ada | one more | and more |", ["2"]],
  ])("%s", (row, expected) => expect(unread(row)).toEqual(expected));

  test("a table with other columns than the first is not lost", () => {
    const plan = planOf(
      "| ID | Title | Hours |\n|---|---|---|\n| A-1 | One | 4 |\n\n| Task | Hours | Owner |\n|---|---|---|\n| Paint | 4 | Ada |\n| Dry | 8 | Ben |\n",
    );
    expect(plan.tasks.length + plan.unread.length).toBeGreaterThanOrEqual(2);
  });

  test("nor is one with a row that was copied by mistake, where a log of hours is none of tasks", () => {
    const tableOf = (ids: readonly string[]) =>
      `| ID | Title | Hours |\n|---|---|---|\n${ids.map((id) => `| ${id} | Work on ${id} | 4 |\n`).join("")}`;
    expect(planOf(tableOf(["A-1", "A-2", "A-3", "A-3"])).tasks).toHaveLength(4);
    expect(planOf(tableOf(["A-1", "A-1", "A-2", "A-1", "A-2"])).tasks).toEqual([]);
  });

  test("nor is a table of tasks in a plan of checklists", () => {
    const boxes = Array.from({ length: 5 }, (_, index) => `- [ ] T00${index + 1} Do ${index}`).join("\n");
    const plan = planOf(`# P\n\n${boxes}\n\n| ID | Task | Hours | Owner |\n|---|---|---|---|\n| A-1 | One | 4 | Ada |\n`);
    expect([plan.tasks.length, plan.unread.map(({ kind }) => kind)]).toEqual([5, ["table"]]);
  });

  test("a buffer row does not hide the ids in the titles around it", () => {
    const plan = planOf("| Story | Hours |\n|---|---|\n| C-1: One | 1 |\n| C-2: Two | 2 |\n| C-3: Three | 3 |\n| Buffer | 4 |\n");
    expect([plan.tasks.map(({ id }) => id.value), plan.unread.map(({ kind }) => kind)]).toEqual([["C-1", "C-2", "C-3"], ["buffer"]]);
  });
});

describe("header words", () => {
  test.each([
    ["Task | Description | Hours | Assignee | Dependencies | Risk", "id title estimate assignee dependencies risk"],
    ["ID | Task | Owner | Est. Days | Dependencies | Acceptance Criteria", "id title assignee estimate dependencies -"],
    ["Task ID | Title | Effort (hrs) | Assigned To | Blocked By | Status", "id title estimate assignee dependencies status"],
    ["Key | Story | SP | Who | Predecessors | Priority", "id title estimate assignee dependencies priority"],
    ["Ref | Item | **Estimate** | Responsible | Prereqs | State", "id title estimate assignee dependencies status"],
    ["# | User Story | Story Points | Owner | Depends On | Risk Level", "id title estimate assignee dependencies risk"],
    ["ID | NAME | DURATION | ROLE | DEPS | PRIO", "id title estimate assignee dependencies priority"],
    ["Nr. | Aufgabe | Aufwand | Verantwortlich | Abhängigkeiten | Risiko", "id title estimate assignee dependencies risk"],
    ["ID | Tarea | Horas | Responsable | Dependencias | Estado", "id title estimate assignee dependencies status"],
    ["ID | Tarefa | Esforço | Responsável | Depende de | Prioridade", "id title estimate assignee dependencies priority"],
    ["ID | Tâche | Durée | Responsable | Dépend de | Statut", "id title estimate assignee dependencies status"],
    ["编号 | 任务 | 工时 | 负责人 | 依赖 | 状态", "id title estimate assignee dependencies status"],
    ["ID | タスク | 見積 | 担当 | 依存 | 優先度", "id title estimate assignee dependencies priority"],
    ["번호 | 작업 | 예상 시간 | 담당자 | 의존성 | 상태", "id title estimate assignee dependencies status"],
    ["ID | Задача | Часы | Исполнитель | Зависит от | Приоритет", "id title estimate assignee dependencies priority"],
    ["Mã | Nhiệm vụ | Thời gian | Người phụ trách | Phụ thuộc | Trạng thái", "id title estimate assignee dependencies status"],
    ["ID | Tugas | Durasi | PIC | Ketergantungan | Prioritas", "id title estimate assignee dependencies priority"],
    ["ID | المهمة | المدة | المسؤول | يعتمد على | الحالة", "id title estimate assignee dependencies status"],
  ])("%s", (header, roles) => {
    const { tables } = planOf(`| ${header} |\n|---|---|---|---|---|---|\n| A-1 | One | 4 | Ada | - | - |\n`);
    expect(tables.map(({ columns }) => columns.map(({ role }) => role ?? "-").join(" "))).toEqual([roles]);
  });

  test.each([
    "Risk | Probability | Mitigation | Owner",
    "Milestone | Date | Owner",
    "Name | Role | Hours",
    "Meeting | Duration | Attendees",
    "Metric | Before | Target",
    "Phase | Duration | Tasks",
  ])("%s holds no tasks", (header) => {
    const dashes = header.replace(/[^|]+/g, "---");
    const cells = header.replace(/[^|]+/g, " x ");
    expect(planOf(`| ${header} |\n|${dashes}|\n|${cells}|\n`).tasks).toEqual([]);
  });
});
