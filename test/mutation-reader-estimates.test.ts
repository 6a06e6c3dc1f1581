import { describe, expect, test } from "vitest";
import { planOf, settings } from "./command-plans.ts";
import { shownEstimate } from "./shown-fields.ts";

/** The estimate in a cell below this header, as it was read. */
function read(cell: string, header = "Hours", columns: Readonly<Record<string, string>> = {}): string {
  const { tasks } = planOf(`| ID | Title | ${header} |\n|---|---|---|\n| A-1 | One | ${cell} |\n`, settings({ columns }));
  return tasks.length === 1 ? shownEstimate(tasks[0].estimate) : `${tasks.length} tasks`;
}

describe("an estimate", () => {
  test.each([
    ["approx. 4h", "4"],
    ["approx 4h", "4"],
    ["about 4h", "4"],
    ["est: 4h", "4"],
    ["Est. 4h", "4"],
    ["est.: 4h", "4"],
    ["ca 4h", "4"],
    ["Size: M", "size M"],
    ["size:4h", "4"],
    ["the size: 4h", "unreadable"],
    ["4h about", "4"],
    ["about nothing", "unreadable"],
    ["⏱ 4h", "4"],
    ["4h ⏱", "4"],
    ["⏱ 4h ⏱", "4"],
    ["4 Std. ⏱", "4"],
    ["⏱", "unreadable"],
    ["4 di\u0301as ✅", "32"],
    ["2 ngày ✅", "16"],
    ["٤ ساعات", "4"],
    ["٠٫٥", "unreadable"],
    ["١٩ ساعة", "19"],
    ["m", "size M"],
    ["Medium", "size medium"],
    ["xxl", "size XXL"],
    ["M (3h)", "3"],
    ["M (bananas)", "size M"],
    ["M (L)", "size L"],
  ])("%s is %s", (cell, expected) => expect(read(cell)).toBe(expected));

  test.each([
    ["3 Std. 30 min.", "3.5"],
    ["3 Stunden 30 Minuten", "3.5"],
    ["1 week 2 days", "56"],
    ["1 week 2h", "42"],
    ["2 days 30m", "16.5"],
    ["30m 2h", "unreadable"],
    ["2h 3h", "unreadable"],
    ["1h 90m", "2.5"],
    ["2 points 3h", "unreadable"],
    ["3h 2 points", "unreadable"],
    ["9999999d 2h", "unreadable"],
    ["1d 9999999h", "unreadable"],
  ])("in two units, %s is %s", (cell, expected) => expect(read(cell)).toBe(expected));

  test.each([
    ["4/4/4", "4/4/4"],
    ["4/4/6", "4/4/6"],
    ["4/6/6", "4/6/6"],
    ["6/4/8", "unreadable"],
    ["4/8/6", "unreadable"],
    ["8/9/6", "unreadable"],
    ["1/2/3 points", "unreadable"],
    ["1/2/2000000", "unreadable"],
    ["1 / 2 / 3d", "8/16/24"],
    ["4-4h", "4–4"],
    ["4h-6", "4–6"],
    ["4-6m", "0.0667–0.1"],
    ["1h-1d", "1–8"],
    ["1d-4h", "unreadable"],
    ["2-3 points", "unreadable"],
    ["2000000-3000000h", "unreadable"],
    ["2-3000000h", "unreadable"],
    ["2000000-3h", "unreadable"],
    ["2000000/3/4", "unreadable"],
    ["1/2000000/4", "unreadable"],
  ])("with two or three values, %s is %s", (cell, expected) => expect(read(cell)).toBe(expected));

  test.each([
    ["1000000", "1000000"],
    ["1000001", "unreadable"],
    ["1000000 points", "1000000 points"],
    ["1000001 points", "unreadable"],
    ["1,000", "1000"],
    ["12,345 h", "12345"],
    ["1,000,000", "1000000"],
    ["1,234,567", "unreadable"],
    ["0,500", "0.5"],
    ["1234,567", "1234.567"],
    ["1,23", "1.23"],
    ["1,2345", "1.2345"],
    ["1,500 points", "1500 points"],
    ["60 MIN.", "1"],
    ["4 HRS.", "4"],
  ])("as a number, %s is %s", (cell, expected) => expect(read(cell)).toBe(expected));
});

test("what is none says so", () =>
  expect(planOf("| ID | Title | Hours |\n|---|---|---|\n| A-1 | One | lots |\n").tasks[0].estimate.problem).toBe("is no estimate"));

describe("a header", () => {
  test.each([
    ["Aufwand (PT)", "2", "16"],
    ["Schätzung (PT)", "2", "16"],
    ["Dauer (PT)", "2", "16"],
    ["Aufwand", "2", "2"],
    ["Estimate (PT)", "2", "2"],
    ["Days", "4h - 6", "4–6"],
    ["Days", "4 - 6h", "4–6"],
    ["Days", "2", "16"],
    ["Days", "2 points", "2 points"],
    ["Days", "1/2/3", "8/16/24"],
    ["Days", "M (2)", "16"],
    ["Weeks (hours)", "2", "80"],
    ["Story Points", "1000001", "unreadable"],
    ["Story Points", "2 h 30", "unreadable"],
    ["Hours (pess/opt)", "2 / 4", "unreadable"],
    ["Hours (max/min)", "2 / 4", "unreadable"],
    ["Hours (best/worst)", "2 / 4", "2–4"],
    ["Hours (low/high)", "2h / 4h", "2–4"],
    ["Hours (low/high)", "4 / 2", "unreadable"],
    ["Hours (opt/likely)", "2 / 4", "unreadable"],
    ["Hours (opt/pess)", "M (2 / 4)", "2–4"],
    ["Hours (opt/pess)", "3", "3"],
    ["HOURS (OPT/PESS)", "2 / 4", "2–4"],
  ])("%s makes %s %s", (header, cell, expected) => {
    const columns = header.startsWith("Weeks") ? { [header]: "estimate" } : {};
    expect(read(cell, header, columns)).toBe(expected);
  });

  test("that the configuration knows may begin with the lower end", () =>
    expect(read("2 / 4", "Min/Max", { "min/max": "estimate" })).toBe("2–4"));
});

describe("a line of prose", () => {
  const table = "| ID | Title | Estimate |\n|---|---|---|\n| A-1 | One | 2 |\n";
  test.each([
    ["The unit is the person-day.", "16"],
    ["The unit of effort is the day.", "16"],
    ["Estimates are in days.", "16"],
    ["Estimates in weeks", "80"],
    ["ESTIMATES ARE IN DAYS", "16"],
    ["Every estimate in days", "16"],
    ["The effort is given in days", "16"],
    ["Efforts are given in weeks.", "80"],
    ["All durations stated in days", "16"],
    ["Duration is stated in days", "16"],
    ["The numbers are in story points.", "2 points"],
    ["values in minutes", "0.0333"],
    ["Estimates are in hours.", "2"],
    ["Estimates are in bananas.", "2"],
    ["Estimates are in hours. Days are long.", "2"],
    ["Estimates are in hours\ndays are long", "2"],
    ["Estimates are hours and days", "2"],
    ["Underestimates are in days", "2"],
    ["Estimates are in so many of all the words that we know days", "2"],
    ["We work on many days", "2"],
  ])("%s", (line, expected) => expect(shownEstimate(planOf(`# Plan\n\n${line}\n\n${table}`).tasks[0].estimate)).toBe(expected));

  test("says nothing of pairs", () => {
    const plan = planOf(`Estimates are in days.\n\n${table.replace("| 2 |", "| 2 / 4 |")}`);
    expect(shownEstimate(plan.tasks[0].estimate)).toBe("unreadable");
  });
});

describe("a title ends with an estimate where that says its unit", () => {
  test.each([
    ["Tools (M)", "Tools", "size M"],
    ["Tools (XXS)", "Tools", "size XXS"],
    ["Tools (size: L)", "Tools", "size L"],
    ["Tools (5)", "Tools (5)", "nothing"],
    ["Tools (XM)", "Tools (XM)", "nothing"],
    ["Tools (ML)", "Tools (ML)", "nothing"],
    ["Tools (m)", "Tools (m)", "nothing"],
    ["Tools (4 Tage)", "Tools", "32"],
    ["Tools (4-6 Tage)", "Tools", "32–48"],
    ["Tools (4-hours)", "Tools", "4"],
    ["Tools (4 apples)", "Tools (4 apples)", "nothing"],
    ["Tools (~4h)", "Tools", "4"],
    ["Tools (Ada, 4h)", "Tools", "4"],
    ["Tools (4h; Ada)", "Tools", "4"],
    ["Tools (4h) and more", "Tools", "4"],
    ["Tools (old) (4h)", "Tools (old)", "4"],
    ["Tools (in 4h)", "Tools (in 4h)", "nothing"],
    ["Tools [2d]", "Tools", "16"],
    ["Tools（3h）", "Tools", "3"],
    ["Tools · 6.25 d", "Tools", "50"],
    ["Tools — 3h — Ada", "Tools", "3"],
    ["Tools · ~3h · Ada", "Tools", "3"],
    ["Tools · three", "Tools · three", "nothing"],
    ["Tools · 3", "Tools · 3", "nothing"],
    ["Tools 3h", "Tools 3h", "nothing"],
    ["(3h)", "(3h)", "3"],
  ])("%s", (written, title, expected) => {
    const [task] = planOf(`# Plan\n\n### Task 4: ${written}\n**Owner:** Ada\n`).tasks;
    expect([task.title.value, shownEstimate(task.estimate)]).toEqual([title, expected]);
  });
});
