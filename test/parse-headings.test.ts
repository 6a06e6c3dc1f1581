import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";

/** The only sprint that a heading makes over a table of tasks, as `id | title | when`. */
function sprintOf(heading: string): string {
  const { sprints, tasks } = planOf(`# Plan\n\n## ${heading}\n\n${TABLE}`);
  if (sprints.length !== 1 || tasks[0]?.sprint !== 0) return `${sprints.length} sprints`;
  const [{ id, title, weeks, days, dates }] = sprints;
  const when = weeks?.value ?? dates?.value ?? days?.value;
  return `${id.value} | ${title.value} | ${when === undefined ? "" : `${dates === undefined && weeks === undefined ? "days " : ""}${when.first}..${when.last}`}`;
}

describe("sprints", () => {
  test.each([
    ["Sprint 1.1: Database Layer (Week 1)", "1.1 | Database Layer | 1..1"],
    ["Sprint 0: Setup (Week 0)", "0 | Setup | 0..0"],
    ["Sprint 2: Build (Weeks 2-3)", "2 | Build | 2..3"],
    ["SPRINT 1 (Week 1): Build", "1 | Build | 1..1"],
    ["Sprint #1: Build", "1 | Build | "],
    ["**Sprint 1**: Build", "1 | Build | "],
    ["🚀 Sprint 1: Build", "1 | Build | "],
    ["3. Sprint 1: Build", "1 | Build | "],
    ["Sprint 13-14: Build", "13-14 | Build | "],
    ["Sprint A: Build", "A | Build | "],
    ["Iteration 2 — Build", "2 | Build | "],
    ["Wave 0 — Build", "0 | Build | "],
    ["Week 3: Build", "3 | Build | 3..3"],
    ["Week 1-2: Build", "1-2 | Build | 1..2"],
    ["Day 1: Build", "1 | Build | days 1..1"],
    ["Days 1-3: Build", "1-3 | Build | days 1..3"],
    ["Phase 2: Build", "2 | Build | "],
    ["Phase II: Build", "II | Build | "],
    ["Epic 3: Build", "3 | Build | "],
    ["Milestone 1: Build", "1 | Build | "],
    ["Sprint 2 — 2026-04-03 to 2026-04-10", "2 |  | 2026-04-03..2026-04-10"],
    ["Sprint 1: Build (2025-10-27 – 2025-11-07)", "1 | Build | 2025-10-27..2025-11-07"],
    ["Sprint 1: Build (Oct 7 - Oct 20, 2025)", "1 | Build | 2025-10-07..2025-10-20"],
    ["Sprint 1: Build (October 7-20, 2025)", "1 | Build | 2025-10-07..2025-10-20"],
    ["Sprint 1: Build (Dec 29, 2025 – Jan 9, 2026)", "1 | Build | 2025-12-29..2026-01-09"],
    ["Sprint 1: Build (7 Oct – 20 Oct 2025)", "1 | Build | 2025-10-07..2025-10-20"],
    ["Sprint 1: Build (07.10. – 20.10.2025)", "1 | Build | 2025-10-07..2025-10-20"],
    ["Sprint #1: dom 19 oct → sáb 25 oct 2025", "1 |  | 2025-10-19..2025-10-25"],
    ["Sprint 1: Build (7 de outubro a 20 de outubro de 2025)", "1 | Build | 2025-10-07..2025-10-20"],
    ["Sprint 1: Bauen (7. Oktober – 20. Oktober 2025)", "1 | Bauen | 2025-10-07..2025-10-20"],
    ["Sprint 1: Build (2025-02-30 – 2025-03-03)", "1 | Build | "],
    ["Welle 1: Bauen (Woche 2)", "1 | Bauen | 2..2"],
    ["Woche 2-3: Bauen", "2-3 | Bauen | 2..3"],
    ["Semana 2: Construir", "2 | Construir | 2..2"],
    ["Fase 0: Construir (Semanas 1-2)", "0 | Construir | 1..2"],
    ["Semaine 2 : Bâtir", "2 | Bâtir | 2..2"],
    ["第2周：构建", "2 | 构建 | 2..2"],
    ["第1-2周：构建", "1-2 | 构建 | 1..2"],
    ["第一阶段：构建", "一 | 构建 | "],
    ["第2週：構築", "2 | 構築 | 2..2"],
    ["2주차: 만들기", "2 | 만들기 | 2..2"],
    ["스프린트 2: 만들기", "2 | 만들기 | "],
    ["Спринт 2: Сборка (Неделя 3)", "2 | Сборка | 3..3"],
    ["Неделя 2: Сборка", "2 | Сборка | 2..2"],
    ["Этап 1: Сборка", "1 | Сборка | "],
    ["Tuần 2: Xây", "2 | Xây | 2..2"],
    ["Giai đoạn 1: Xây", "1 | Xây | "],
    ["Minggu 2: Bangun", "2 | Bangun | 2..2"],
  ])("%s", (heading, expected) => expect(sprintOf(heading)).toBe(expected));

  test.each(["Sprints", "Phases", "Tasks", "Sprint Planning", "Sprint Backlog", "Overview", "Weeks", "Phase overview"])(
    "%s alone names no sprint and no phase",
    (heading) => {
      const { sprints, phases } = planOf(
        `# Plan\n\n## ${heading}\n\n### Sprint 1: One\n\n${TABLE}\n### Sprint 2: Two\n\n${TABLE.replace("A-1", "A-2")}`,
      );
      expect([phases.map(({ id }) => id.value), sprints.map(({ id }) => id.value)]).toEqual([[], ["1", "2"]]);
    },
  );

  test.each([
    [
      ["S0: Dig", "S1: Build"],
      ["S0", "S1"],
    ],
    [
      ["3.0 — Dig · 6.25 d", "3.1 — Build · 2 d"],
      ["3.0", "3.1"],
    ],
    [
      ["1. Dig", "2. Build"],
      ["1", "2"],
    ],
    [
      ["Must have", "Nice to have"],
      ["Must have", "Nice to have"],
    ],
  ])("several headings over tasks are sprints, whatever they are called: %s", (headings, ids) => {
    const text = headings.map((heading, index) => `## ${heading}\n\n${TABLE.replace("A-1", `A-${index}`)}`).join("\n");
    expect(planOf(`# Plan\n\n${text}`).sprints.map(({ id }) => id.value)).toEqual(ids);
  });

  test("a phase around sprints is a phase, one with tasks of its own is a sprint", () => {
    const { phases, sprints } = planOf(
      `## Phase 1: Ground (Weeks 1-3)\n\n### Sprint 1.1: A\n\n${TABLE}\n## Phase 2: Walls\n\n${TABLE.replace("A-1", "A-2")}`,
    );
    expect(phases.map(({ id, title, weeks, sprints: inner }) => [id.value, title.value, weeks?.value, inner])).toEqual([
      ["1", "Ground", { first: 1, last: 3 }, [0]],
    ]);
    expect(sprints.map(({ id }) => id.value)).toEqual(["1.1", "2"]);
  });

  test("weeks and days that each begin where the one before ends are half open", () => {
    const text = ["Week 1-2", "Week 2-3", "Week 3-4"]
      .map((weeks, index) => `## Sprint ${index}: X (${weeks})\n\n${TABLE.replace("A-1", `A-${index}`)}`)
      .join("\n");
    expect(planOf(text).sprints.map(({ weeks }) => weeks?.value)).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
      { first: 3, last: 3 },
    ]);
  });
});

describe("task headings", () => {
  const read = (heading: string): readonly unknown[] =>
    planOf(`# Plan\n\n${heading}\n**Owner:** Ada\n`).tasks.map(({ id, title, estimate }) => [id.value, title.value, estimate.text]);

  test.each([
    ["### Task 1.2: Borrow tools", ["1.2", "Borrow tools", ""]],
    ["### Task 3 - Borrow tools", ["3", "Borrow tools", ""]],
    ["### Task 3 — Borrow tools", ["3", "Borrow tools", ""]],
    ["### Task 3. Borrow tools", ["3", "Borrow tools", ""]],
    ["### Story 1.1: Borrow tools", ["1.1", "Borrow tools", ""]],
    ["### User Story 4: Borrow tools", ["4", "Borrow tools", ""]],
    ["### TASK-001: Borrow tools", ["TASK-001", "Borrow tools", ""]],
    ["### S1-03: Borrow tools", ["S1-03", "Borrow tools", ""]],
    ["### [S-E0-1] Borrow tools", ["S-E0-1", "Borrow tools", ""]],
    ["### RC-4 · Borrow tools", ["RC-4", "Borrow tools", ""]],
    ["### `RC-4` Borrow tools", ["RC-4", "Borrow tools", ""]],
    ["### RC-4: Borrow tools (6h)", ["RC-4", "Borrow tools", "6h"]],
    ["### RC-4: Borrow tools (5 pts)", ["RC-4", "Borrow tools", "5 pts"]],
    ["### RC-4: Borrow tools (1-2 days)", ["RC-4", "Borrow tools", "1-2 days"]],
    ["### RC-4: Borrow tools [3h]", ["RC-4", "Borrow tools", "3h"]],
    ["### RC-4: Borrow tools · 6.25 d", ["RC-4", "Borrow tools", "6.25 d"]],
    ["### RC-4: Borrow tools (two of them)", ["RC-4", "Borrow tools (two of them)", ""]],
    ["### Aufgabe 2: Werkzeug leihen", ["2", "Werkzeug leihen", ""]],
    ["### Tarea 2: Pedir herramientas", ["2", "Pedir herramientas", ""]],
    ["### 任务 2：借工具", ["2", "借工具", ""]],
    ["### Задача 2: Взять инструменты", ["2", "Взять инструменты", ""]],
  ])("%s", (heading, expected) => expect(read(heading)).toEqual([expected]));

  test.each([
    ["in one line by |", "**Effort:** 4h | **Owner:** Ada | **Depends on:** Task 1"],
    ["in one line by ·", "**Effort**: 4h · **Owner**: Ada · **Depends on**: Task 1"],
    ["in one line by nothing", "**Effort:** 4h **Owner:** Ada **Depends on:** Task 1"],
    ["in lines", "**Effort:** 4h\n**Owner:** Ada\n**Depends on:** Task 1"],
    ["in lines with breaks", "**Effort:** 4h  \n**Owner:** Ada\\\n**Depends on:** Task 1"],
    ["in paragraphs", "**Effort:** 4h\n\n**Owner:** Ada\n\n**Depends on:** Task 1"],
    ["in bullets", "- **Effort:** 4h\n- **Owner:** Ada\n- **Depends on:** Task 1"],
    ["in bullets without bold", "- Effort: 4h\n- Owner: Ada\n- Depends on: Task 1"],
    ["in a quote", "> **Effort:** 4h\n> **Owner:** Ada\n> **Depends on:** Task 1"],
    ["in another language", "**Aufwand:** 4h\n**Verantwortlich:** Ada\n**Abhängig von:** Task 1"],
  ])("fields %s", (_how, fields) => {
    const { tasks } = planOf(`### Task 1: A\n**Effort:** 1h\n\n### Task 2: B\n${fields}\n`);
    const { estimate, assignees, dependencies } = tasks[1];
    expect([estimate.value, assignees.map(({ text }) => text), dependencies.map(({ text }) => text)]).toEqual([
      { kind: "hours", hours: 4 },
      ["Ada"],
      ["Task 1"],
    ]);
  });

  test("acceptance boxes under a task are no tasks", () => {
    expect(
      planOf("### Task 1: A\n**Effort:** 1h\n\n- [ ] 1.1 seen\n- [ ] 1.2 heard\n\n### Task 2: B\n**Effort:** 1h\n").tasks,
    ).toHaveLength(2);
  });
});
