import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { shownEstimate } from "./shown-fields.ts";

/** The tasks of a plan by their ids or titles, then what is left unread, each as `line kind: reason`. */
function read(text: string): string {
  const { tasks, unread } = planOf(text);
  const ids = tasks.map(({ id, title }) => (id.text === "" ? title.text : id.text)).join(" ");
  return [ids, ...unread.map(({ kind, reason, line }) => `${line} ${kind}: ${reason}`)].join("; ");
}

const table = (head: string, ...rows: readonly string[]): string =>
  `${[head, head.replaceAll(/[^|]+/g, "---"), ...rows].map((line) => `| ${line} |`).join("\n")}\n\n`;
const planned = (...ids: readonly string[]): string => table("ID | Task | Hours | Owner", ...ids.map((id) => `${id} | Do ${id} | 2 | Ada`));
const boxes = (...ids: readonly string[]): string => `${ids.map((id) => `- [ ] ${id} Do it\n`).join("")}\n`;
const under = (heading: string, text: string): string => `${heading}\n\n${text}`;
const headings = (...ids: readonly string[]): string => ids.map((id) => `### Task ${id}: Do ${id}\n\n**Effort:** 2h\n\n`).join("");

const CHECKLIST = "most tasks of this plan stand in checklists";
const NO_IDS = "its rows have no ids, unlike those of other tables";

describe("checklists count", () => {
  test.each([
    ["alone, be it one", boxes("T-1"), "T-1"],
    ["where they are most of what has ids", planned("A-1") + boxes("T-1", "T-2", "T-3"), `T-1 T-2 T-3; 1 table: ${CHECKLIST}`],
    ["not where they are twice as many as rows", planned("A-1") + boxes("T-1", "T-2"), "A-1"],
    ["not where rows are more", planned("A-1", "A-2", "A-3") + boxes("T-1", "T-2"), "A-1 A-2 A-3"],
    [
      "not where rows and headings are more together",
      `${planned("A-1", "A-2")}${headings("H-1", "H-2")}## Rest\n\n${boxes("T-1", "T-2", "T-3")}`,
      "A-1 A-2 H-1 H-2",
    ],
    ["instead of a table without rows", planned() + boxes("T-1", "T-2"), `T-1 T-2; 1 table: ${CHECKLIST}`],
    ["but one box is no checklist beside such a table", planned() + boxes("T-1"), "T-1"],
    ["and a table without titles goes unsaid", table("ID | Hours | Owner", "A-1 | 2 | Ada") + boxes("T-1", "T-2", "T-3"), "T-1 T-2 T-3"],
    ["instead of headings", `${headings("H-1")}## Rest\n\n${boxes("T-1", "T-2", "T-3")}`, "T-1 T-2 T-3"],
  ])("%s", (_, text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["go on with the ids of a table", planned("T-1", "T-2") + boxes("T-3"), "T-1 T-2 T-3"],
    ["go on with the ids of headings", `${headings("T-1", "T-2")}## Rest\n\n${boxes("T-3")}`, "T-1 T-2 T-3"],
    ["do not where one id is of others", planned("T-1", "T-2") + boxes("T-3", "U-1"), "T-1 T-2"],
    ["do not where one id is known", planned("T-1", "T-2") + boxes("T-3", "T-2"), "T-1 T-2"],
    ["do not with mere numbers", planned("1.1", "1.2") + boxes("1.3"), "1.1 1.2"],
    [
      "say nothing beside titles with ids",
      table("Task | Hours | Owner", "T-1: Dig | 2 | Ada", "T-2: Lay | 2 | Ada") + boxes("T-3"),
      "T-1 T-2",
    ],
  ])("with some items that %s", (_, text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["under a task", `${headings("A-1")}${boxes("T-1", "T-2", "T-3")}`, "A-1"],
    ["under a goal", `${under("## Goal", boxes("T-1", "T-2", "T-3"))}${under("## Work", planned("A-1"))}`, "A-1"],
  ])("not %s", (_, text, expected) => expect(read(text)).toBe(expected));
});

describe("of several tables", () => {
  const byNames = (head: string, row: string): string => read(planned("A-1") + table(head, row));

  test.each([
    ["one without ids is left alone beside one with them", "Task | Hours | Owner", "Dig | 2 | Ada", `A-1; 5 table: ${NO_IDS}`],
    ["one that waits too", "Task | Hours | Depends On", "Dig | 2 | A-1", `A-1; 5 table: ${NO_IDS}`],
    ["one with less goes unsaid", "Task | Hours", "Dig | 2", "A-1"],
    ["one without hours goes unsaid", "Task | Owner | Depends On", "Dig | Ada | A-1", "A-1"],
    ["one of states is left alone where its id is called otherwise", "Key | Task | Status", "B-1 | Dig | open", "A-1"],
    ["one of states is left alone where its title is called otherwise", "ID | Story | Status", "B-1 | Dig | open", "A-1"],
    ["one of states is read where both are called the same", "id | TASK | Status", "B-1 | Dig | open", "A-1 B-1"],
    ["one of states has the id first as the other does", "Task | ID | Status", "Dig | B-1 | open", "A-1"],
  ])("%s", (_, head, row, expected) => expect(byNames(head, row)).toBe(expected));

  test("those of states alone are read", () => {
    expect(read(table("ID | Task | Status", "B-1 | Dig | open") + table("Key | Story | Status", "C-1 | Lay | open"))).toBe("B-1 C-1");
  });

  test("one without ids is read beside one of states", () => {
    expect(read(table("Key | Story | Status", "B-1 | Dig | open") + table("Task | Hours | Owner", "Lay | 2 | Ada"))).toBe("Lay");
  });
});

describe("a section about something else", () => {
  const STATES = table("ID | Task | Status", "B-1 | Dig | open");
  const NAMELESS = table("Task | Hours | Owner", "Dig | 2 | Ada");

  test.each([
    ["holds no tasks where it is about risks", under("## Risks", planned("A-1")), ""],
    ["nor where it is about milestones", under("## Milestones", planned("A-1")), ""],
    ["holds those of full tables where it is a goal", under("## Goal", planned("A-1")), "A-1"],
    ["but none of tables of states", under("## Goal", STATES), ""],
    ["nor of tables without ids", under("## Goal", NAMELESS), ""],
    ["nor of headings", under("## Goal", headings("H-1")), ""],
    ["and may hold text beside them", under("## Goal", `Be done\n\n${planned("A-1")}\n- one\n`), "A-1"],
  ])("%s", (_, text, expected) => expect(read(text)).toBe(expected));
});

describe("a heading is a task", () => {
  const task = (text: string): string => `## Task H-1: All\n\n**Effort:** 2h\n\n${text}`;
  const STEPS = table("Task | Status | Owner", "Dig | open | Ada");

  test.each([
    ["by itself", task(""), "H-1"],
    ["with another table below", task(table("Why | What", "rain | roof")), "H-1"],
    ["with notes below", task("### Notes\n\nText\n"), "H-1"],
    ["with criteria below", task("### Acceptance criteria\n\nText\n"), "H-1"],
    ["with risks below", task("### Risks\n\nText\n"), "H-1"],
    ["not around other tasks", task("### Task H-1.1: Part\n\n**Effort:** 1h\n"), "H-1.1"],
    ["not around the parts of other tasks", task("### Parts\n\n#### Task H-1.1: Part\n\n**Effort:** 1h\n"), "H-1.1"],
    ["not above a table of tasks", task(planned("A-1")), "A-1"],
    ["not around one", task(`### Steps\n\n${planned("A-1")}`), "A-1"],
    ["not around one that follows a goal", task(`### Goal\n\n${planned("A-1")}`), "A-1"],
    ["nor where it calls itself a sprint", "## Sprint 1: Dig (SP-01)\n\n**Effort:** 4h\n", ""],
  ])("%s", (_, text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ["states", table("ID | Task | Status", "B-1 | Dig | open"), 1],
    ["steps", STEPS, 1],
    ["tasks", planned("A-1"), 0],
  ])("above a table of %s: %#", (_, text, count) => {
    expect(planOf(task(text)).sections.filter(({ role }) => role === "task")).toHaveLength(count);
  });
});

test.each([
  ["Hello\nEstimates are in days\n\n", "16"],
  ["Hello\n\n## About\n\nEstimates are in days\n\n", "16"],
  ["## Before\n\nHello\n\n## About\n\nEstimates are in days\n\n", "16"],
  ["Hello\n\n", "2"],
])("what numbers are may be said anywhere: %j", (text, expected) => {
  const { tasks } = planOf(`# Plan\n\n${text}## Work\n\n${table("ID | Task | Effort", "A-1 | Dig | 2")}`);
  expect(tasks.map(({ estimate }) => shownEstimate(estimate))).toEqual([expected]);
});
