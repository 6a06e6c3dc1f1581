import { describe, expect, test } from "vitest";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { planOf, settings } from "./command-plans.ts";
import { table } from "./rule-findings.ts";

const ONE = table(["1 | Dig | 3 | |"]);
const sectionsOf = (text: string) => planOf(text).sections.map(({ role, parent }) => `${role} in ${parent}`);
const tasksOf = (text: string) => planOf(text).tasks.map(({ id, sprint }) => `${id.value} in ${sprint}`);
const unreadOf = (text: string) => planOf(text).unread.map(({ kind, text: { text: words }, line }) => `${line} ${kind}: ${words}`);

describe("what holds tasks is a sprint", () => {
  test.each([
    ["a table of tasks", ONE, "sprint in 0"],
    ["a list of tasks", "- [ ] 1.1 Dig (2h)\n- [ ] 1.2 Lay (2h)\n", "sprint in 0"],
    ["another table", "| Risk | Why |\n|---|---|\n| Rain | Sky |\n", "prose in 0"],
    ["another list", "- Rain\n- Sky\n", "prose in 0"],
    ["text", "Rain\n", "prose in 0"],
  ])("by %s", (_what, text, role) => expect(sectionsOf(`# Plan\n\n## Phase 1: A\n\n${text}`)).toEqual(["plan in undefined", role]));
});

test("each section knows the one around it", () => {
  expect(sectionsOf(`Text\n\n# Plan\n\n## Phase 1: A\n\n### Sprint 1: B\n\n${ONE}\n## Risks\n\n# Notes\n`)).toEqual([
    "plan in undefined",
    "phase in 0",
    "sprint in 1",
    "risks in 0",
    "plan in undefined",
  ]);
});

test("a phase has its own sprints, and not those of the phase inside", () => {
  const sprint = (number: number, level: string) => `${level} Sprint ${number}: S\n\n${table([`${number} | Dig | 3 | |`])}\n`;
  const { phases, sprints } = planOf(
    `# Plan\n\n## Phase 1: A\n\n${sprint(1, "###")}## Phase 2: B\n\n${sprint(2, "###")}### Phase 3: C\n\n${sprint(3, "####")}`,
  );
  expect(phases.map(({ id, sprints: own }) => `${id.value}: ${own.join(" ")}`)).toEqual(["1: 0", "2: 1", "3: 2"]);
  expect(sprints.map(({ phase, firstTask, endTask }) => [phase, firstTask, endTask])).toEqual([
    [0, 0, 1],
    [1, 1, 2],
    [2, 2, 3],
  ]);
});

describe("tasks are named by the section around them where they have no id", () => {
  const rows = "| Task | Hours | Depends on |\n|---|---|---|\n| Dig | 2 | |\n| Lay | 3 | Dig |\n";
  test.each([
    ["none", `${rows}`, ["#1 in undefined", "#2 in undefined"]],
    ["a sprint's", `## Sprint 1: A\n\n${rows}`, ["1#1 in 0", "1#2 in 0"]],
    ["a section without a number", `## Sprint 1: A\n\n### Walls\n\n${rows}`, ["Walls#1 in 0", "Walls#2 in 0"]],
    ["a sprint behind a phase", `## Phase 1: A\n\n### Sprint 2: B\n\n${rows}`, ["2#1 in 0", "2#2 in 0"]],
  ])("%s", (_what, text, expected) => expect(tasksOf(text)).toEqual(expected));
});

describe("what could not be read", () => {
  const three = "| ID | Task | Hours |\n|---|---|---|\n";
  test.each([
    ["a table of nothing that is a task", `${three}| | Total | 5 |\n| | | 5 |\n`, ["5 table: ID"]],
    ["a row among tasks", `${three}| 2 | Lay | 5 |\n| | | 5 |\n`, ["8 unreadable: 5"]],
    ["only a sum", `${three}| | Total | 5 |\n`, ["7 total: Total"]],
    ["a sum and a task", `${three}| 2 | Lay | 5 |\n| | Total | 5 |\n`, ["8 total: Total"]],
  ])("is told with its line: %s", (_what, text, expected) => expect(unreadOf(`${ONE}\n${text}`)).toEqual(expected));

  test("is told in the order of the lines, repeats too", () => {
    const headings = ["1: Dig", "2: Lay"].map((name) => `### Task ${name}\n\n**Effort:** 2h\n\n`).join("");
    expect(unreadOf(`## Sprint 1\n\n${headings}## Sprint 2\n\n${table(["1 | Dig | 2h | |", "3 | Far | 2h | |", " | | 7 | |"])}`)).toEqual([
      "15 repeat: Dig",
      "17 unreadable: 7",
    ]);
  });
});

describe("a line below a sprint's heading says when it is", () => {
  test.each([
    ["Date: 2026-04-03 to 2026-04-10", "2026-04-03"],
    ["Dates: 2026-04-03 to 2026-04-10", "2026-04-03"],
    ["Week: Week 3", 3],
    ["Weeks: Weeks 3-4", 3],
    ["Schedule: Week 3", 3],
    ["Rate: Week 3", undefined],
  ])("%s", (line, first) => {
    const [{ weeks, dates }] = planOf(`## Sprint 1: A\n\n${line}\n\n${ONE}`).sprints;
    expect(weeks?.value?.first ?? dates?.value?.first).toBe(first);
  });
});

describe("check marks in front of what is no box", () => {
  test.each([
    ["a line", "✅ Dig", 1],
    ["lines", "✅ Dig\n✔ Lay\nDone ✅", 2],
    ["an item", "- ✅ Dig\n- Lay ✅", 1],
    ["an item with a box", "- [x] ✅ Dig\n- [ ] ✅ Lay", 0],
    ["an item's own items", "- Dig\n  - ✅ Lay", 1],
    ["a quote", "> ✅ Dig", 1],
    ["a quote in an item", "- Dig\n\n  > ✅ Lay", 1],
    ["a table", "| ✅ |\n|---|\n| ✅ |", 0],
    ["code", "```\n✅ Dig\n```", 0],
  ])("%s", (_where, text, count) => {
    const plan = `# Plan\n\n## Goals\n\n${text}\n`;
    const found = planOf(plan).checkMarks.map(({ start, end }) => plan.slice(start, end));
    expect([found.length, found.every((mark) => /^[✅✔]$/u.test(mark))]).toEqual([count, true]);
  });
});

describe("settings in front of a plan", () => {
  test.each([
    ["between two lines of hyphens", "---\ntitle: A\n---\n# Plan\n", "title: A\n", "# Plan\n"],
    ["with hyphens inside of a line", "---\ntitle: a---\nb: c\n---\n# Plan\n", "title: a---\nb: c\n", "# Plan\n"],
    ["with blanks behind the hyphens", "---  \ntitle: A\n--- \t\n# Plan\n", "title: A\n", "# Plan\n"],
    ["at the end of the file", "---\ntitle: A\n---", "title: A\n", ""],
    ["with Windows' line ends", "---\r\ntitle: A\r\n---\r\n# Plan\r\n", "title: A\r\n", "# Plan\r\n"],
  ])("%s", (_how, text, inside, behind) => {
    const { frontMatter } = planOf(text);
    expect([frontMatter?.text, text.slice(frontMatter?.span.end)]).toEqual([inside, behind]);
  });

  test.each([
    ["behind text", "text\n\n---\ntitle: no\n---\n"],
    ["behind a blank line", "---\n\ntitle: no\n\n---\n\n# Plan\n"],
    ["behind more hyphens", "----\ntitle: no\n---\n"],
    ["behind words", "--- no\ntitle: no\n---\n"],
    ["without an end", "---\ntitle: no\n"],
    ["up to words", "---\ntitle: no\n---no\n"],
  ])("are none %s", (_how, text) => expect(planOf(text).frontMatter).toBeUndefined());
});

test("a second byte-order mark moves nothing, and another one stays", () => {
  const text = "\uFEFF# Plan\uFEFF A\n\n✅ Dig\n";
  const plan = parsePlan(createSource("plan.md", `\uFEFF${text}`), settings());
  expect([plan.title?.text, ...plan.checkMarks.map(({ start, end }) => text.slice(start, end))]).toEqual(["Plan\uFEFF A", "✅"]);
});
