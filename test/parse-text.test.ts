import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { planOf } from "./command-plans.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";

const PLANS = new URL("../plans/", import.meta.url);
const SAMPLES: readonly (readonly [name: string, text: string])[] = readdirSync(PLANS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .toSorted()
  .map((name) => [name, readFileSync(new URL(name, PLANS), "utf8")]);

interface Written {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Every field of a plan, wherever in it. */
function fieldsOf(value: unknown): readonly Written[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== "object" || value === null) return [];
  return [...(isField(value) ? [value] : []), ...Object.entries(value).flatMap(([key, inner]) => (key === "source" ? [] : fieldsOf(inner)))];
}

function isField(value: object): value is Written {
  return "text" in value && "span" in value && "problem" in value;
}

const meaning = (plan: Plan): unknown => plan.tasks.map(({ id, title, estimate, dependencies, assignees, status }) => [id.value, title.value, estimate.value, dependencies.map(({ value }) => value), assignees.map(({ value }) => value), status.value]);

describe("every field knows its place", () => {
  test.each(SAMPLES)("%s", (_name, text) => {
    const fields = fieldsOf(planOf(text));
    expect(fields.length).toBeGreaterThan(10);
    for (const field of fields) {
      const written = text.slice(field.span.start, field.span.end);
      if (/[*_`\\[\]~<&]|\n/.test(written) || /[^\u0000-\u024F\u0300-\uFFFF]/.test(written)) expect(written.length).toBeGreaterThanOrEqual(field.text.length);
      else expect(written).toBe(field.text);
    }
  });

  test.each(SAMPLES)("with CRLF and a byte-order mark nothing moves: %s", (_name, text) => {
    const crlf = text.replaceAll("\n", "\r\n");
    const [plain, marked] = [planOf(text), planOf(`\uFEFF${crlf}`)];
    expect(meaning(marked)).toEqual(meaning(plain));
    const [before, after] = [fieldsOf(plain), fieldsOf(marked)];
    expect(after.map(({ text: own }) => own)).toEqual(before.map(({ text: own }) => own));
    expect(after.map(({ span }) => crlf.slice(span.start, span.end).replaceAll("\r\n", "\n"))).toEqual(before.map(({ span }) => text.slice(span.start, span.end)));
    expect(marked.tasks.map(({ line }) => line)).toEqual(plain.tasks.map(({ line }) => line));
  });

  test("marks, escapes and entities are inside of the place", () => {
    const text = "| ID | Title | Hours |\n|---|---|---|\n| **A-1** | a \\| b &amp; *c* `d` | 4 |\n";
    const [{ id, title, estimate }] = planOf(text).tasks;
    expect([id.text, title.text, estimate.text]).toEqual(["A-1", "a | b & c d", "4"]);
    expect([id, title, estimate].map(({ span }) => text.slice(span.start, span.end))).toEqual(["A-1", "a \\| b &amp; *c* `d", "4"]);
  });

  test("one name, one id, one number each", () => {
    const text = "| ID | Title | Hours | Owner | Dependencies |\n|---|---|---|---|---|\n| A-1 | One | 4 | - | - |\n| A-2 | Two | 4 | Ada + **Ben** | A-1 (soon), `A-9` |\n";
    const { assignees, dependencies } = planOf(text).tasks[1];
    expect([...assignees, ...dependencies].map(({ span }) => text.slice(span.start, span.end))).toEqual(["Ada", "Ben", "A-1", "A-9"]);
  });
});

describe("the sample plans are read whole", () => {
  test.each(SAMPLES)("%s", (_name, text) => {
    const plan = planOf(text);
    expect(plan.tasks.length).toBeGreaterThan(2);
    expect(plan.damage).toEqual([]);
    expect(plan.unread.filter(({ kind }) => kind === "unreadable" || kind === "table")).toEqual([]);
    for (const { risk, status, estimate, dependencies } of plan.tasks) {
      expect([risk.problem, status.problem, estimate.problem]).toEqual([undefined, undefined, undefined]);
      expect(dependencies.filter(({ value }) => value === undefined || value.kind === "outside")).toEqual([]);
    }
  });
});

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
    const plan = planOf("| ID | Title | Hours |\n|---|---|---|\n| A-1 | One | 4 |\n\n| Task | Hours | Owner |\n|---|---|---|\n| Paint | 4 | Ada |\n| Dry | 8 | Ben |\n");
    expect(plan.tasks.length + plan.unread.length).toBeGreaterThanOrEqual(2);
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

  test.each(["Risk | Probability | Mitigation | Owner", "Milestone | Date | Owner", "Name | Role | Hours", "Meeting | Duration | Attendees", "Metric | Before | Target", "Phase | Duration | Tasks"])("%s holds no tasks", (header) => {
    const dashes = header.replace(/[^|]+/g, "---");
    const cells = header.replace(/[^|]+/g, " x ");
    expect(planOf(`| ${header} |\n|${dashes}|\n|${cells}|\n`).tasks).toEqual([]);
  });
});

describe("what Markdown hides is not read", () => {
  test.each([
    ["a fence", `\`\`\`\n${TABLE}\`\`\`\n`],
    ["a fence in a fence", `\`\`\`\`markdown\n\`\`\`\n${TABLE}\`\`\`\n${TABLE}\`\`\`\`\n`],
    ["a fence of tildes", `~~~\n${TABLE}~~~\n`],
    ["a fence that never ends", `\`\`\`\n${TABLE}`],
    ["an indented block", TABLE.replaceAll(/^/gm, "    ")],
    ["a comment", `<!--\n${TABLE}-->\n`],
    ["front matter", `---\n${TABLE}---\n`],
  ])("%s", (_name, text) => {
    expect(planOf(text).tasks).toEqual([]);
    expect(planOf(`${text.startsWith("---") ? text : ""}${TABLE.replace("A-1", "B-1")}\n`).tasks.map(({ id }) => id.value)).toEqual(["B-1"]);
  });

  test.each([
    ["a quote", TABLE.replaceAll(/^(?=.)/gm, "> ")],
    ["a list", `- tasks:\n\n${TABLE.replaceAll(/^(?=.)/gm, "  ")}`],
  ])("but a table in %s is", (_name, text) => expect(planOf(text).tasks.map(({ id }) => id.value)).toEqual(["A-1"]));

  test("a table needs no pipes at its ends", () => {
    expect(planOf("ID | Title | Hours\n---|---|---\nA-1 | One | 4\n").tasks.map(({ id }) => id.value)).toEqual(["A-1"]);
  });

  test("front matter is kept as text and moves nothing", () => {
    const text = `---\ntitle: A plan\nstart: 2026-01-05\n---\n${TABLE}`;
    const plan = planOf(text);
    expect([plan.frontMatter?.text, plan.tasks[0].line]).toEqual(["title: A plan\nstart: 2026-01-05\n", 7]);
    expect(planOf(`text\n\n---\n\ntitle: no\n\n---\n\n${TABLE}`).frontMatter).toBeUndefined();
  });

  test.each(["", " ", "\n", "\r\n\t\n", "\uFEFF", "---", "---\n", "---\n---", "#", "|", "| |\n|-|\n", "- [ ]", "\u0000", "\uD800"])("%j is an empty plan", (text) => {
    const plan = planOf(text);
    expect([plan.tasks.length, plan.sprints.length, plan.unread.length]).toEqual([0, 0, 0]);
  });
});

describe("any text is some plan", () => {
  const parse = (text: string): Plan => parsePlan(createSource("plan.md", text), defaultConfig);
  const whole = (text: string): void => {
    const plan = parse(text);
    for (const { span } of fieldsOf(plan)) {
      if (!(span.start >= 0 && span.start <= span.end && span.end <= plan.source.text.length)) throw new Error(`a field stands at ${span.start}..${span.end} of ${plan.source.text.length}`);
    }
    for (const [index, task] of plan.tasks.entries()) {
      if (task.index !== index || task.id.value === undefined || (task.parent !== undefined && task.parent >= plan.tasks.length)) throw new Error(`task ${index} is misplaced`);
    }
  };

  const piece = fc.constantFrom(
    ...["#", "## ", "### Sprint 1.1: ", "### Task 2: ", "- ", "- [ ] ", "- [x] 1.1 ", "1. ", "* ", "> ", "|", " | ", "\n", "\n\n", "\r\n", "---", "|---|---|---|\n", "`", "```\n", "~~~", "~~", "**", "_", "\\", "\\|", "&amp;", "<br>", "<!--", "-->", "[", "](", ")", "(", "!", ":", "\t", "    "],
    ...["ID", "Task", "Hours", "Dependencies", "Assignee", "A-1", "A-2", "1.1", "1.2", "T001", "4h", "2-3d", "All", "All above", "A-1-A-2", "FS+2d", "Week 1-2", "**Total**: 5h", "**Depends on:** ", "**Blocks:** A-1", "â†", "âœ…", "✅", "é", "😀", "\uFEFF", "__proto__", "constructor", "Milestones", "Critical Path", "Sprint 1 → Sprint 2"],
  );

  test("made of Markdown's own signs", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => whole(pieces.join(""))), { numRuns: 2000 });
  }, 60_000);

  test("with rows of a table in any state", () => {
    const row = fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 8 }).map((cells) => `| ${cells.join(" | ").replaceAll("\n", " ")} |\n`);
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => whole(`| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n${rows.join("")}`)), { numRuns: 500 });
  }, 60_000);

  test("as a sample with a stretch cut out or doubled", () => {
    const cut = fc.record({ sample: fc.nat(SAMPLES.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(200), twice: fc.boolean() });
    fc.assert(
      fc.property(cut, ({ sample, at, length, twice }) => {
        const [, text] = SAMPLES[sample];
        const start = Math.floor(at * text.length);
        whole(text.slice(0, start) + (twice ? text.slice(start, start + length).repeat(2) : "") + text.slice(start + length));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("as a sample without some of its lines", () => {
    const cut = fc.record({ sample: fc.nat(SAMPLES.length - 1), gone: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }) });
    fc.assert(
      fc.property(cut, ({ sample, gone }) => {
        const lines = SAMPLES[sample][1].split("\n");
        const left = new Set(gone.map((at) => Math.floor(at * lines.length)));
        whole(lines.filter((_line, index) => !left.has(index)).join("\n"));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
