import { describe, expect, test } from "vitest";
import { isNumber } from "../src/parse/repeats.ts";
import { planOf } from "./command-plans.ts";
import { shownEstimate } from "./shown-fields.ts";

const table = (head: string, ...rows: readonly string[]): string =>
  `${[head, head.replaceAll(/[^|]+/g, "---"), ...rows].map((line) => `| ${line} |`).join("\n")}\n\n`;
/** Rows of `id title`, of two hours each. */
const rows = (...tasks: readonly string[]): string =>
  table("ID | Task | Hours", ...tasks.map((task) => `${task.split(" ", 1)[0]} | ${task.slice(task.indexOf(" ") + 1)} | 2`));
const under = (heading: string, text: string): string => `## ${heading}\n\n${text}`;

/** The tasks of a plan, each with the index of its sprint. */
function placed(text: string): string {
  return planOf(text)
    .tasks.map(({ id, sprint }) => `${id.value}@${sprint ?? "-"}`)
    .join(" ");
}

const titles = (text: string): string =>
  planOf(text)
    .tasks.map(({ id, title }) => `${id.value} ${title.value}`)
    .join(", ");

test.each([
  ["1", true],
  ["12", true],
  ["1.10", true],
  ["1.2.3a", true],
  ["1-", false],
  ["1.2x9", false],
  ["T1", false],
  ["", false],
])("%j is a number: %s", (id, expected) => expect(isNumber(id)).toBe(expected));

describe("a task told twice stands", () => {
  test.each([
    ["where it stands first", under("Backlog", rows("T-1 Dig")) + under("Sprint 1", rows("T-1 Dig", "T-2 Lay")), "T-1@- T-2@0"],
    ["where a week is known", under("Backlog", rows("T-1 Dig")) + under("Sprint 1 (Week 1)", rows("T-1 Dig")), "T-1@0"],
    ["where days are known", under("Backlog", rows("T-1 Dig")) + under("Sprint 1 (Days 1-3)", rows("T-1 Dig")), "T-1@0"],
    ["where dates are known", under("Backlog", rows("T-1 Dig")) + under("Sprint 1 (2026-01-05 to 2026-01-09)", rows("T-1 Dig")), "T-1@0"],
    ["first of two known weeks", under("Sprint 1 (Week 1)", rows("T-1 Dig")) + under("Sprint 2 (Week 2)", rows("T-1 Dig")), "T-1@0"],
    ["first of two unknown ones", under("Sprint 1", rows("T-1 Dig")) + under("Sprint 2", rows("T-1 Dig")), "T-1@0"],
    ["in both sprints where it is a number", under("Sprint 1", rows("7 Dig")) + under("Sprint 2", rows("7 Dig")), "7@0 7@1"],
    ["once where a number stands in the backlog first", under("Backlog", rows("7 Dig")) + under("Sprint 1 (Week 1)", rows("7 Dig")), "7@0"],
    ["once where it stands there last", under("Sprint 1", rows("7 Dig")) + under("Backlog", rows("7 Dig")), "7@0"],
    ["once where it is in one sprint", under("Sprint 1", `${rows("7 Dig")}Text\n\n${rows("7 Dig")}`), "7@0"],
    ["twice in one table", under("Sprint 1", rows("T-1 Dig", "T-1 Dig")), "T-1@0 T-1@0"],
  ])("%s", (_, text, expected) => expect(placed(`# Plan\n\n${text}`)).toBe(expected));
});

describe("other titles are other tasks", () => {
  const twice = (first: readonly string[], second: readonly string[]): string =>
    titles(under("One", rows(...first)) + under("Two", rows(...second)));

  test.each([
    ["where one is told again", ["T-1 Dig"], ["T-1 Lay"], "T-1 Dig, T-1 Lay"],
    ["not where two are", ["T-1 Dig", "T-2 Lay"], ["T-1 Digging", "T-2 Laying"], "T-1 Dig, T-2 Lay"],
    [
      "not where four of five are",
      ["T-1 a", "T-2 b", "T-3 c", "T-4 d"],
      ["T-1 A1", "T-2 B1", "T-3 C1", "T-4 D1", "T-5 E1"],
      "T-1 a, T-2 b, T-3 c, T-4 d, T-5 E1",
    ],
    [
      "where three of four are",
      ["T-1 a", "T-2 b", "T-3 c"],
      ["T-1 A1", "T-2 B1", "T-3 C1", "T-4 D1"],
      "T-1 a, T-2 b, T-3 c, T-1 A1, T-2 B1, T-3 C1, T-4 D1",
    ],
    ["not where parts stand among them", ["T-1 a", "T-2 b"], ["T-1 A1", " ↳ x", "T-2 B1", " ↳ y"], "T-1 a, T-2 b, Two#1 ↳ x, Two#2 ↳ y"],
  ])("%s", (_, first, second, expected) => expect(twice(first, second)).toBe(expected));

  test("where numbers start anew", () => {
    expect(titles(under("One", rows("1 Dig", "2 Lay")) + under("Two", rows("1 Sow", "2 Reap")))).toBe(
      "One/1 Dig, One/2 Lay, Two/1 Sow, Two/2 Reap",
    );
  });

  test("not where one is a row and one a heading", () => {
    expect(titles(`${under("One", rows("T-1 Dig"))}### Task T-1: Dig the pit\n\n**Effort:** 3h\n`)).toBe("T-1 Dig");
  });
});

describe("a row that stands for a section is no task", () => {
  const whole = (head: string, cells: string, ...ids: readonly string[]): string =>
    under("Overview", table(head, ...ids.map((id) => `${id} | All of ${id} | 9${cells}`)));
  const parts = (...ids: readonly string[]): string => under("Work", rows(...ids.map((id) => `${id} Part ${id}`)));
  const plain = (...ids: readonly string[]): string => whole("ID | Task | Hours", "", ...ids);
  const ids = (text: string): string =>
    planOf(text)
      .tasks.map(({ id }) => id.value)
      .join(" ");

  test.each([
    ["where there are two", plain("E-1", "E-2") + parts("E-1.1", "E-1.2", "E-2.10"), "E-1.1 E-1.2 E-2.10"],
    ["where nothing is waited for", whole("ID | Task | Hours | Depends On", " | ", "E-1", "E-2") + parts("E-1.1", "E-2.1"), "E-1.1 E-2.1"],
    [
      "where there are four of five",
      plain("E-1", "E-2", "E-3", "E-4", "E-5") + parts("E-1.1", "E-2.1", "E-3.1", "E-4.1"),
      "E-1.1 E-2.1 E-3.1 E-4.1",
    ],
  ])("%s", (_, text, expected) => {
    expect(ids(text)).toBe(expected);
    expect(planOf(text).unread.map(({ reason }) => reason)).toContain("its task stands elsewhere too");
  });

  test.each([
    ["where there is one", plain("E-1") + parts("E-1.1", "E-1.2"), "E-1 E-1.1 E-1.2"],
    ["where one of two has parts", plain("E-1", "E-2") + parts("E-1.1", "E-1.2"), "E-1 E-2 E-1.1 E-1.2"],
    [
      "where there are three of four",
      plain("E-1", "E-2", "E-3", "E-4") + parts("E-1.1", "E-2.1", "E-3.1"),
      "E-1 E-2 E-3 E-4 E-1.1 E-2.1 E-3.1",
    ],
    ["where it waits", whole("ID | Task | Hours | Depends On", " | E-9", "E-1", "E-2") + parts("E-1.1", "E-2.1"), "E-1 E-2 E-1.1 E-2.1"],
    ["where its parts have letters", plain("E-1", "E-2") + parts("E-1.1a", "E-2.1a"), "E-1 E-2 E-1.1a E-2.1a"],
    [
      "where each is a part of the one above",
      parts("E-1", "E-1.1", "E-1.1.1", "E-1.1.1.1", "E-1.1.1.1.1"),
      "E-1 E-1.1 E-1.1.1 E-1.1.1.1 E-1.1.1.1.1",
    ],
    ["where its parts are in its table", parts("E-1", "E-1.1", "E-2", "E-2.1"), "E-1 E-1.1 E-2 E-2.1"],
    [
      "where it has a heading of its own",
      `## Overview\n\n### Task E-1: One\n\n**Effort:** 9h\n\n### Task E-2: Two\n\n**Effort:** 9h\n\n${parts("E-1.1", "E-2.1")}`,
      "E-1 E-2 E-1.1 E-2.1",
    ],
  ])("but one %s", (_, text, expected) => expect(ids(text)).toBe(expected));
});

describe("what only the other place says is added", () => {
  const both = (row: readonly [head: string, cells: string], ...lines: readonly string[]): string =>
    `${under("One", table(`ID | Task | ${row[0]}`, `T-1 | Dig | ${row[1]}`, "T-2 | Lay | ", "T-3 | Roof | "))}### Task T-1: Dig\n\n${lines.join("\n")}\n`;

  test.each([
    ["an owner", ["Hours", "2"], ["**Owner:** Ada"], "2 Ada"],
    ["hours where there are none", ["Hours", ""], ["**Effort:** 3h"], "3 "],
    ["not hours where there are some", ["Hours", "2"], ["**Effort:** 3h", "**Owner:** Ada"], "2 Ada"],
    ["not its unit where there are some", ["Effort (days)", "2"], ["**Points:** 5"], "16 "],
    ["its unit with its hours", ["Effort (days)", ""], ["**Points:** 5"], "5 points "],
    ["a state", ["Hours", "2"], ["**Owner:** Ada", "", "- [x] Seen"], "2 Ada"],
  ] as const)("%s", (_, row, lines, expected) => {
    const [{ estimate, assignees }] = planOf(both(row, ...lines)).tasks;
    expect(`${shownEstimate(estimate)} ${assignees.map(({ text }) => text).join("+")}`).toBe(expected);
  });

  test("what nobody says is missing in its own cell", () => {
    const text = both(["Hours | Owner", " | Ada"], "**Owner:** Ada");
    const [{ estimate }] = planOf(text).tasks;
    expect(text.slice(0, estimate.span.start)).toMatch(/\| T-1 \| Dig $/);
  });

  test.each([
    ["~~Dig~~", "Dig", "done"],
    ["Dig", "~~Dig~~", "done"],
    ["Dig", "Dig", undefined],
  ])("whether it is done: %s and %s", (first, second, expected) => {
    expect(planOf(under("One", rows(`T-1 ${first}`)) + under("Two", rows(`T-1 ${second}`))).tasks[0].status.value).toBe(expected);
  });

  test("what waits for it", () => {
    const text = both(["Hours", "2"], "**Effort:** 2h", "**Blocks:** T-2");
    expect(planOf(text).tasks.map(({ dependencies }) => dependencies.length)).toEqual([0, 1, 0]);
  });

  test("what waits for it, told by the place that is kept", () => {
    const text = `### Task T-1: Dig\n\n**Effort:** 2h\n**Blocks:** T-2\n\n${under("One", rows("T-1 Dig", "T-2 Lay"))}`;
    expect(planOf(text).tasks.map(({ dependencies }) => dependencies.length)).toEqual([0, 1]);
  });
});
