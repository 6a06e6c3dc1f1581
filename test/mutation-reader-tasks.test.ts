import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { shownEstimate, shownReference } from "./shown-fields.ts";

/** Each task as `id title (estimate; assignees; status) < what it waits for ^ its parent`, what is not there left out. */
function tasksIn(text: string): readonly string[] {
  const { tasks } = planOf(text);
  return tasks.map(({ id, title, estimate, assignees, status, dependencies, parent, optional }) => {
    const people = assignees.map(({ text: name }) => name).join("+");
    const facts = [estimate.text === "" ? "" : shownEstimate(estimate), people, status.value ?? "", optional ? "optional" : ""];
    const known = facts.filter((fact) => fact !== "").join("; ");
    return [
      `${id.value} ${title.value}`,
      ...(known === "" ? [] : [`(${known})`]),
      ...(dependencies.length === 0 ? [] : [`< ${dependencies.map(shownReference).join(", ")}`]),
      ...(parent === undefined ? [] : [`^ ${tasks[parent].id.value}`]),
    ].join(" ");
  });
}

describe("a box is a task", () => {
  test.each([
    ["- [ ] T1 Dig", "T1 Dig (open)"],
    ["- [x] 1. Dig", "1 Dig (done)"],
    ["- [ ] 1) Dig", "1 Dig (open)"],
    ["- [ ] 1 Dig", undefined],
    ["- [ ] 12345. Dig", undefined],
    ["- [ ] Dig", undefined],
    ["- T1 Dig", undefined],
    ["- [/] T1 Dig", "T1 Dig (started)"],
    ["- [x]* T1 Dig", "T1 Dig (done; optional)"],
    ["- [X]* 12. Dig", "12 Dig (done; optional)"],
    ["- [ ] T1 Dig [x] deep", "T1 Dig [x] deep (open)"],
    ["- [ ] T1 Dig [ ]* deep", "T1 Dig [ ]* deep (open)"],
    ["- [ ] T1 Dig\n\n  More text", "T1 Dig (open)"],
    ["- [~]* T1 Dig", "T1 Dig (started; optional)"],
    ["- ✅ T1 Dig", "T1 Dig (done)"],
    ["- [ ] ✅ T1 Dig", "T1 Dig (open)"],
    ["- [ ] **T1** Dig", "T1 Dig (open)"],
    ["- [ ] Dig (T1)", undefined],
    ["- [ ] T1 ~~Dig~~", "T1 Dig (done)"],
    ["- [ ] T1 ~~Dig~~ deep", "T1 Dig deep (open)"],
    ["- [ ] T1 [P] [US1] Dig", "T1 Dig (open)"],
    ["- [ ] T1 [P]Dig", "T1 Dig (open)"],
    ["- [ ] T1 Dig [P]", "T1 Dig [P] (open)"],
    [`- [ ] T1 [${"P".repeat(25)}] Dig`, `T1 [${"P".repeat(25)}] Dig (open)`],
    ["- [ ] T1 Dig (3h)", "T1 Dig (3; open)"],
    ["- [ ] T1 Dig @ann @ben-1", "T1 Dig @ann @ben-1 (@ann+@ben-1; open)"],
    ["- [ ] T1 Write to ann@example.org or a/@ben", "T1 Write to ann@example.org or a/@ben (open)"],
    ["- [ ] T1 Dig @ann/ben @cem.", "T1 Dig @ann/ben @cem. (open)"],
    ["- [ ] T1 Dig\n      and more (4h)", "T1 Dig (open)"],
    ["- [ ] T1 Dig\n  - Effort: 4h\n  - Owner: Ada", "T1 Dig (4; Ada; open)"],
    ["- [ ] T1 Dig (3h)\n  - Effort: 4h", "T1 Dig (4; open)"],
    ["- [ ] T1 Dig @ann\n  - Owner: Ada", "T1 Dig @ann (Ada; open)"],
    ["- [ ] T1 Dig\n  - [ ] Effort: 4h", "T1 Dig (open)"],
    ["- [ ] T1 Dig\n  - Effort: 4h\n  - [ ] seen", "T1 Dig (open)"],
  ])("%j", (line, expected) =>
    expect(tasksIn(`${line}\n- [ ] T8 Rest\n- [ ] T9 End\n`).slice(0, -2)).toEqual(expected === undefined ? [] : [expected]),
  );

  test.each([
    ["(depends on T8, T9)", "T8, T9"],
    ["(depends T8)", "T8"],
    ["(deps: T8)", "T8"],
    ["(dep：T8)", "T8"],
    ["[blocked by T8]", "T8"],
    ["; requires T8", "T8"],
    [", after T8", "T8"],
    ["— needs T8", "T8"],
    ["| after T8", "T8"],
    ["← T8", "T8"],
    ["← T8 (soon)", undefined],
    ["(← after T8) now", "T8"],
    ["(after T8) (after T9)", "T8"],
    ["(big) (after T8)", "T8"],
    ["(after (T8))", "outside: (T8)"],
    ["after T8", undefined],
    ["(looks after T8)", undefined],
    ["(big ← T8) now", undefined],
    ["(afterT8)", undefined],
    ["-after T8", undefined],
  ])("that waits: %s", (words, expected) => {
    const [first] = planOf(`- [ ] T1 Dig ${words}\n- [ ] T8 Rest\n- [ ] T9 End\n`).tasks;
    const shown = first.dependencies.map(shownReference).join(", ");
    expect(shown).toBe(expected ?? "");
  });

  test.each<[string, readonly string[]]>([
    ["- [ ] G-5 Dig\n  - [ ] G-5.1 Deep\n  - [ ] 1. Wide\n  - [ ] GPT-4 reads\n", ["G-5 Dig", "G-5.1 Deep ^ G-5", "1 Wide ^ G-5"]],
    ["- [ ] 1. Dig\n  - [ ] T-2 Deep\n    - [ ] T-3 Deeper\n", ["1 Dig", "T-2 Deep ^ 1", "T-3 Deeper ^ T-2"]],
    ["- [ ] T-1 Dig\n  - [ ] no id\n    - [ ] T-3 Deeper\n", ["T-1 Dig", "T-3 Deeper ^ T-1"]],
    ["- no box\n  - [ ] T-2 Deep\n  - [ ] T-3 Deeper\n", ["T-2 Deep", "T-3 Deeper"]],
    ["- [ ] 1.2 Dig\n- [ ] 1.2.12 Deep\n- [ ] 1.2.3a Else\n", ["1.2 Dig", "1.2.12 Deep ^ 1.2", "1.2.3a Else"]],
    ["- [ ] 1.2 Dig\n- [ ] 1.2.1 Deep\n- [ ] 1.3.1 Wide\n", ["1.2 Dig", "1.2.1 Deep ^ 1.2", "1.3.1 Wide"]],
  ])("inside of another: %j", (text, expected) => expect(tasksIn(text).map((task) => task.replace(" (open)", ""))).toEqual(expected));
});

const HEADER = "| ID | Title | Hours | Depends On |\n|---|---|---|---|\n";
const rows = (...lines: readonly string[]): string => `${HEADER}${lines.map((line) => `| ${line} |\n`).join("")}\n`;
const section = (heading: string, ...lines: readonly string[]): string => `## ${heading}\n\n${rows(...lines)}`;
const idsIn = (text: string): string =>
  planOf(text)
    .tasks.map(({ id }) => id.value)
    .join(" ");
const waitsIn = (text: string): string =>
  planOf(text)
    .tasks.flatMap(({ id, dependencies }) => dependencies.map((each) => `${id.value}<${shownReference(each)}`))
    .join(" ");

describe("numbers", () => {
  const numbered = (heading: string, ...ids: readonly string[]) =>
    section(heading, ...ids.map((id) => `${id} | ${heading} does ${id} | 2 | `));

  test.each([
    [
      "start anew where two of four are the same",
      numbered("Sprint 1", "1", "2", "3", "4") + numbered("Sprint 2", "1", "2", "7", "8"),
      "1/1 1/2 1/3 1/4 2/1 2/2 2/7 2/8",
    ],
    [
      "do not where two of five are",
      numbered("Sprint 1", "1", "2", "3", "4", "5") + numbered("Sprint 2", "1", "2", "7", "8", "9"),
      "1 2 3 4 5 1 2 7 8 9",
    ],
    ["do not where one is", numbered("Sprint 1", "1", "2") + numbered("Sprint 2", "1", "3"), "1 2 1 3"],
    [
      "do where it is so in one of them",
      numbered("Sprint 1", "1", "2", "3", "4", "5") + numbered("Sprint 2", "1", "2"),
      "1 2 3 4 5 2/1 2/2",
    ],
    ["do not under one heading", `${numbered("Sprint 1", "1", "2")}\nText\n\n${rows("1 | Other | 2 | ", "2 | Else | 2 | ")}`, "1 2 1 2"],
    ["do not where they have letters", numbered("Sprint 1", "T-1", "T-2") + numbered("Sprint 2", "T-1", "T-3"), "T-1 T-2 T-1 T-3"],
    [
      "do not where they have letters and half are the same",
      numbered("Sprint 1", "T-1", "T-2", "T-3", "T-4") + numbered("Sprint 2", "T-1", "T-2", "T-7", "T-8"),
      "T-1 T-2 T-3 T-4 T-1 T-2 T-7 T-8",
    ],
    ["do where they have dots", numbered("Sprint 1", "1.1", "1.2") + numbered("Sprint 2", "1.1", "1.2"), "1/1.1 1/1.2 2/1.1 2/1.2"],
    ["do not where a row is copied", numbered("Sprint 1", "1", "1", "2") + numbered("Sprint 2", "1", "3", "4"), "1 1 2 1 3 4"],
  ])("%s", (_, text, expected) => expect(idsIn(text)).toBe(expected));

  test("are counted for tasks without any, by their heading", () => {
    const table = (...titles: readonly string[]) =>
      `| Task | Hours | Owner |\n|---|---|---|\n${titles.map((title) => `| ${title} | 2 | Ada |\n`).join("")}\n`;
    expect(idsIn(`## Sprint 1\n\n${table("Dig", "Lay")}## Sprint 2\n\n${table("Roof")}`)).toBe("1#1 1#2 2#1");
  });
});

describe("an id means", () => {
  test.each([
    [
      "the task of its own table, then of its own sprint, then the first of the plan",
      section("Sprint 1", "1 | Dig | 2 | 3", "2 | Lay | 2 | 1", "4 | Mow | 2 | ") +
        section("Sprint 2", "1 | Sow | 2 | 2", "2 | Reap | 2 | 1", "3 | Eat | 2 | 4"),
      "1/1<2/3 1/2<1/1 2/1<2/2 2/2<2/1 2/3<1/4",
    ],
    ["the first of two tasks of one name", rows("T-1 | Dig | 2 | ", "T-1 | Lay | 2 | ", "T-2 | Roof | 2 | T-1"), "T-2<T-1"],
    [
      "a task of the sprint in another table of it",
      `${section("Sprint 1", "1 | Dig | 2 | ", "2 | Lay | 2 | ")}## Sprint 2\n\n### One\n\n${rows("1 | Sow | 2 | ", "2 | Reap | 2 | ")}### Two\n\n${rows("7 | Eat | 2 | 1", "8 | Rest | 2 | 7", "9 | End | 2 | One/2")}`,
      "7<One/1 8<7 9<One/2",
    ],
  ])("%s", (_, text, expected) => expect(waitsIn(text)).toBe(expected));

  test("a title where the tasks have no ids and no other one has it", () => {
    const table = (...lines: readonly string[]) =>
      `| Task | Hours | Owner | Depends On |\n|---|---|---|---|\n${lines.map((line) => `| ${line} |\n`).join("")}`;
    expect(waitsIn(table("Dig | 2 | Ada | ", "Lay it | 2 | Ada | dig", "Roof | 2 | Ada | Dig, Lay it"))).toBe("#2<#1 #3<#1 #3<#2");
    expect(waitsIn(table("Dig | 2 | Ada | ", "Dig | 2 | Ada | ", "Dig | 2 | Ada | ", "Roof | 2 | Ada | Dig"))).toBe("#4<outside: Dig");
    expect(waitsIn(rows("T-1 | Dig | 2 | ", "T-2 | Lay | 2 | Dig"))).toBe("T-2<outside: Dig");
  });

  test("those that wait where it is blocked", () => {
    const task = (id: number, ...lines: readonly string[]) => `### Task ${id}: Step\n\n**Effort:** 2h\n${lines.join("\n")}\n\n`;
    const text = [
      task(1, "**Blocks:** Task 3, Task 4 SS, Sprint 2"),
      task(2, "**Blocks:** Task 3", "**Blocks:** the rest"),
      task(3, "**Depends on:** 4"),
      task(4, "**Blocked:** 1", "**Blocks:** 1-2"),
    ].join("");
    expect(waitsIn(text)).toBe("3<4 3<1 3<2 4<1 SS");
  });
});

describe("a sprint", () => {
  test("without tasks stands between those of its neighbours", () => {
    const text = `${section("Sprint 1", "T-1 | Dig | 2 | ")}## Sprint 2\n\nText\n\n${section("Sprint 3", "T-2 | Lay | 2 | ", "T-3 | Roof | 2 | ")}## Sprint 4\n\nText\n`;
    expect(planOf(text).sprints.map(({ firstTask, endTask }) => [firstTask, endTask])).toEqual([
      [0, 1],
      [1, 1],
      [1, 3],
      [3, 3],
    ]);
  });

  test("has no tasks of the text around it", () => {
    const text = `# Plan\n\n${rows("T-0 | Plan | 2 | ")}${section("Sprint 1", "T-1 | Dig | 2 | ")}## Sprint 2\n\nText\n`;
    expect(planOf(text).sprints.map(({ firstTask, endTask }) => [firstTask, endTask])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

test("optional tasks stand under headings that say so", () => {
  expect(
    tasksIn(section("Nice to have", "T-1 | Dig | 2 | ") + section("Must have", "T-2 | Lay (optional) | 2 | ", "T-3 | Roof | 2 | ")),
  ).toEqual(["T-1 Dig (2; optional)", "T-2 Lay (optional) (2; optional)", "T-3 Roof (2)"]);
});

test("what is told again is listed with its line", () => {
  const text = `## Backlog\n\n${rows("T-1 | Dig | 2 | ", "T-2 | Lay | 2 | ")}## Sprint 1 (Week 1)\n\n${rows("T-1 | Dig | | ", "T-2 | Lay | | ")}`;
  const { tasks, unread } = planOf(text);
  expect(tasks.map(({ id, sprint, estimate }) => [id.value, sprint, shownEstimate(estimate)])).toEqual([
    ["T-1", 0, "2"],
    ["T-2", 0, "2"],
  ]);
  expect(unread.map(({ kind, text: title, reason, line }) => `${line}: ${kind} ${title.value}: ${reason}`)).toEqual([
    "5: repeat Dig: its task stands elsewhere too",
    "6: repeat Lay: its task stands elsewhere too",
  ]);
});
