import { describe, expect, test } from "vitest";
import type { TaskRun } from "../src/model.ts";
import { planOf } from "./command-plans.ts";
import { rowOf, table } from "./rule-findings.ts";
import { shownEstimate } from "./shown-fields.ts";

const shownRun = ({ first, end }: TaskRun): string => `${first}..${end}`;

/** Each total as `where: amount for these tasks or those`, with the buffer that it may hold. */
function totalsIn(text: string): readonly string[] {
  return planOf(text).totals.map(
    ({ amount, from, scopes, buffer }) =>
      `${from}: ${shownEstimate(amount)} for ${scopes.map(shownRun).join(" or ")}${buffer === 0 ? "" : `, buffer ${buffer}`}`,
  );
}

const POINTS = "ID | Task | Points | Assignee | Dependencies";
const rows = (...ids: readonly string[]) => table(ids.map(rowOf));
const points = (...ids: readonly string[]) => table(ids.map(rowOf), POINTS);
const sprint = (text: string, heading = "Sprint 1: A") => `# Plan\n\n## ${heading}\n\n${text}\n`;

describe("a subtotal in a line", () => {
  test.each([
    [
      "is of the table above, or of all of the section",
      `${rows("1")}\nText\n\n${rows("2", "3")}\nText\n\n**Subtotal**: 4 hours`,
      "4 for 1..3 or 0..3",
    ],
    ["counts as the table above does", `${points("1")}\nSub-total: 8`, "8 points for 0..1 or 0..1"],
    ["counts hours without a unit else", `${rows("1")}\nSubtotal: 8`, "8 for 0..1 or 0..1"],
    ["may say itself how it counts", `${rows("1")}\nSubtotal: 1.5d (~12h)`, "12 for 0..1 or 0..1"],
    ["may be a range", `${rows("1")}\nMust Have subtotal: 3 - 5 h`, "3–5 for 0..1 or 0..1"],
    ["may stand in a list", `${rows("1")}\n- Subtotal: 8`, "8 for 0..1 or 0..1"],
    ["in a language of its own", `${rows("1")}\nZwischensumme: 8`, "8 for 0..1 or 0..1"],
  ])("%s", (_what, text, expected) => expect(totalsIn(sprint(text))).toEqual([`line: ${expected}`]));

  test.each([
    ["in front of all tasks", `Subtotal: 4 hours\n\n${rows("1")}`],
    ["that is no number", `${rows("1")}\nSubtotal: some hours`],
    ["that is too much", `${rows("1")}\nSubtotal: 1.2.3 hours`],
    ["among tasks in a list", "- [ ] 1.1 Dig (2h)\n- [ ] 1.2 Lay (2h)\n- Subtotal: 4 hours"],
    ["without a label", `${rows("1")}\nSubtotal 4 hours`],
    ["with another label", `${rows("1")}\nSubject: 4 hours`],
  ])("is none %s", (_what, text) => expect(totalsIn(sprint(text))).toEqual([]));
});

describe("the points of a sprint in a line", () => {
  test.each([
    ["in front of its tasks", `**Total Points**: 8 points\n\n${points("1", "2")}`, "8 points for 0..2"],
    ["behind them", `${points("1", "2")}\nTotal Points: 8`, "8 points for 0..2 or 0..2"],
    ["behind some of them", `${points("1")}\nSprint total story points: 8\n\n${points("2")}`, "8 points for 0..2 or 0..1"],
    [
      "directly under its heading, as points alone",
      `${points("1")}\nPoints: 8\n\n### Tasks\n\n${points("2")}`,
      "8 points for 0..2 or 0..1",
    ],
    ["as a total that says that it counts points", `${points("1")}\nTotal: 8 points`, "8 points for 0..1 or 0..1"],
    ["as committed points", `Committed points: 8\n\n${points("1")}`, "8 points for 0..1"],
  ])("%s", (_where, text, expected) => expect(totalsIn(sprint(text))).toEqual([`line: ${expected}`]));

  test.each([
    ["further down, as points alone", `### Tasks\n\n${points("1")}\nPoints: 8`],
    ["as a total in hours", `${rows("1")}\nTotal: 8 hours`],
    ["as a total of bare numbers", `${rows("1")}\nTotal: 8`],
    ["as a sum of something else", `${points("1")}\nBugs: 8 points`],
  ])("but not %s", (_where, text) => expect(totalsIn(sprint(text))).toEqual([]));

  test("and not outside of sprints", () => expect(totalsIn(`# Plan\n\n${points("1")}\nTotal Points: 8\n`)).toEqual([]));
});

describe("the total of the plan in a line above all tasks", () => {
  test.each([
    ["Total Hours: 19 hours", "19"],
    ["**Total Estimated Effort**: about 1,056 hours", "1056"],
    ["Grand total effort: 3 weeks (19 hours)", "19"],
    ["Total work: 10 - 20 hours", "10–20"],
    ["Project total story points: 19 points", "19 points"],
  ])("%s", (line, amount) => {
    expect(totalsIn(`# Plan\n\n${line}\n\n## Sprint 1: A\n\n${rows("1", "2")}\n## Sprint 2: B\n\n${rows("3")}`)).toEqual([
      `line: ${amount} for 0..3`,
    ]);
  });

  test.each(["Total Effort: 3 weeks", "Total Hours: 19", "Total Hours: 1.2.3 hours", "Total Fun: 19 hours", "In total work: 19 hours"])(
    "is not said by `%s`",
    (line) => expect(totalsIn(`# Plan\n\n${line}\n\n${sprint(rows("1"))}`)).toEqual([]),
  );

  test("is none where there are no tasks", () => expect(totalsIn("# Plan\n\nTotal Hours: 19 hours\n")).toEqual([]));
  test("is none behind tasks", () => expect(totalsIn(`# Plan\n\n${rows("1")}\nTotal Hours: 19 hours\n`)).toEqual([]));
});

describe("the total of a heading", () => {
  test.each([
    ["Sprint 1: A (9 hours)", ["heading: 9 for 0..1"]],
    ["Sprint 1: A (30 min)", ["heading: 0.5 for 0..1"]],
    ["Sprint 1: A (9 pts)", ["heading: 9 points for 0..1"]],
    ["Sprint 1: A (9 pt)", ["heading: 9 points for 0..1"]],
    ["Sprint 1: A (1 point)", ["heading: 1 points for 0..1"]],
    ["Sprint 1: A (2 man-days)", []],
    ["Sprint 1: A (2 weeks)", []],
    ["Sprint 1: A (2 Wochen)", []],
    ["Sprint 1: A (2 days)", []],
    ["Sprint 1: A (9)", []],
    ["Sprint 1: A", []],
  ])("%s", (heading, expected) => expect(totalsIn(sprint(rows("1"), heading))).toEqual(expected));

  test.each([
    ["Sprint 1: A (2 days)", ["heading: 16 for 0..1"]],
    ["Sprint 1: A (2 weeks)", []],
  ])("%s where the plan counts in days", (heading, expected) =>
    expect(totalsIn(sprint(`The unit is the day.\n\n${rows("1")}`, heading))).toEqual(expected),
  );

  test("is none where the sprint has no tasks", () =>
    expect(totalsIn(`${sprint("Text", "Sprint 1: A (9 hours)")}${sprint(rows("1"))}`)).toEqual([]));
  test("is none where a line says how many hours it has", () =>
    expect(totalsIn(sprint(`Total Hours: 8 hours\n\n${rows("1")}`, "Sprint 1: A (9 hours)"))).toEqual([]));
});

describe("the total of rows", () => {
  const total = (words: string, hours: number | string) => `${words} | | ${hours} | | `;
  const withRows = (...lines: readonly string[]) => sprint(table(lines));
  const [one, two] = [rowOf("1"), rowOf("2")];

  test.each([
    ["of one table", withRows(one, two, total("Total", 4)), ["row: 4 for 0..2 or 0..2"]],
    ["of its part", withRows(one, total("Subtotal", 2), two, total("Total", 4)), ["row: 2 for 0..1 or 0..1", "row: 4 for 1..2 or 0..2"]],
    ["of a second table", `${withRows(one)}${table([two, total("Total", 4)])}`, ["row: 4 for 1..2 or 1..2"]],
    ["with a buffer", withRows(one, total("Buffer", 3), total("Total", 5)), ["row: 5 for 0..1 or 0..1, buffer 3"]],
    ["with buffers", withRows(one, total("Buffer", 3), total("Buffer", 1), total("Total", 5)), ["row: 5 for 0..1 or 0..1, buffer 4"]],
    ["behind a buffer that is a range", withRows(one, total("Buffer", "1-2"), total("Total", 5)), ["row: 5 for 0..1 or 0..1"]],
    ["behind a buffer that is no number", withRows(one, total("Buffer", "some"), total("Total", 5)), ["row: 5 for 0..1 or 0..1"]],
    ["in front of a buffer", withRows(one, total("Total", 5), total("Buffer", 3)), ["row: 5 for 0..1 or 0..1"]],
    ["in front of all", withRows(total("Total", 4), one), []],
    ["that is no number", withRows(one, total("Total", "many")), []],
  ])("%s", (_what, text, expected) => expect(totalsIn(text)).toEqual(expected));

  test("is of all where nothing stands between it and the one before", () =>
    expect(totalsIn(withRows(one, total("Subtotal", 2), total("Total", 2)))).toEqual(["row: 2 for 0..1 or 0..1", "row: 2 for 0..1"]));

  const headings = "### Task 1: Dig\n\n**Effort:** 2h\n\n### Task 4: Lay\n\n**Effort:** 2h\n\n";
  test("is none where a task in the midst of it is told elsewhere too", () => {
    const text = `## Sprint 1\n\n${headings}## Sprint 2\n\n${table([two, one, rowOf("3"), total("Total", 4)])}`;
    expect(totalsIn(text)).toEqual([]);
    expect(totalsIn(text.replace("Task 1:", "Task 9:")).length).toBe(1);
  });

  test("nor is a subtotal where a task of the table before is told elsewhere too", () => {
    const text = `## Sprint 1\n\n${headings}## Sprint 2\n\n${table([one])}\nText\n\n${table([two])}\nSubtotal: 2 hours\n`;
    expect(totalsIn(text)).toEqual([]);
    expect(totalsIn(text.replace("Task 1:", "Task 9:")).length).toBe(1);
  });

  test("is none where a task of it is told elsewhere too", () => {
    expect(totalsIn(`## Sprint 1\n\n${headings}## Sprint 2\n\n${table([one, two, total("Total", 4)])}`)).toEqual([]);
  });
});
