import { describe, expect, test } from "vitest";
import type { Config } from "../src/config.ts";
import { planOf, settings } from "./command-plans.ts";
import { shownEstimate as show } from "./shown-fields.ts";

/** An estimate cell as it was read, in a line: `4`, `2–3`, `4/6/12`, `8 points`, `size M`, `nothing`, `unreadable`. */
function read(cell: string, header = "Hours", config: Config = settings()): string {
  const { tasks } = planOf(`| ID | Title | ${header} |\n|---|---|---|\n| A-1 | One | ${cell} |\n`, config);
  return tasks.length === 1 ? show(tasks[0].estimate) : `${tasks.length} tasks`;
}

describe("an estimate says its unit", () => {
  test.each([
    ["4", "4"],
    ["0", "0"],
    ["4h", "4"],
    ["4 h", "4"],
    ["4H", "4"],
    ["4 hours", "4"],
    ["1 hour", "1"],
    ["3hrs", "3"],
    ["2.5h", "2.5"],
    ["2,5 h", "2.5"],
    ["1.5 d", "12"],
    ["2 days", "16"],
    ["1 person-day", "8"],
    ["3 person-days", "24"],
    ["0.25d", "2"],
    ["1w", "40"],
    ["1.8 week", "72"],
    ["30 min", "0.5"],
    ["15min", "0.25"],
    ["90m", "1.5"],
    ["45 minutes", "0.75"],
    ["2h 30m", "2.5"],
    ["2h30m", "2.5"],
    ["1 day 4 hours", "12"],
    ["**6h**", "6"],
    ["`6h`", "6"],
  ])("%s is %s hours", (cell, expected) => expect(read(cell)).toBe(expected));

  test.each([
    ["2 Tage", "16"],
    ["1,5 Std.", "1.5"],
    ["3 Stunden", "3"],
    ["2 días", "16"],
    ["4 horas", "4"],
    ["3 dias", "24"],
    ["2 jours", "16"],
    ["1 semaine", "40"],
    ["4小时", "4"],
    ["2天", "16"],
    ["1周", "40"],
    ["3時間", "3"],
    ["2日", "16"],
    ["4시간", "4"],
    ["3일", "24"],
    ["5 ч", "5"],
    ["2 дня", "16"],
    ["3 недели", "120"],
    ["2 ngày", "16"],
    ["2 hari", "16"],
  ])("%s is %s hours", (cell, expected) => expect(read(cell)).toBe(expected));
});

describe("an estimate may be vague, but not silent", () => {
  test.each([
    ["~4h", "4"],
    ["≈ 4h", "4"],
    ["ca. 4h", "4"],
    ["20h (flexible)", "20"],
    ["8 hours total", "8"],
    ["1 hour setup", "1"],
    ["2-3 days", "16–24"],
    ["2–3d", "16–24"],
    ["2 — 3 d", "16–24"],
    ["4-6h", "4–6"],
    ["4h-6h", "4–6"],
    ["4 to 6 hours", "4–6"],
    ["4 bis 6 h", "4–6"],
    ["30-45 minutes", "0.5–0.75"],
    ["4h - 1d", "4–8"],
    ["4-6", "4–6"],
    ["4/6/12", "4/6/12"],
    ["4 / 6 / 12 h", "4/6/12"],
    ["1/2/3 d", "8/16/24"],
    ["8 SP", "8 points"],
    ["5 points", "5 points"],
    ["3 pts", "3 points"],
    ["1 pt", "1 points"],
    ["2.5 story points", "2.5 points"],
    ["S", "size S"],
    ["xl", "size XL"],
    ["Small", "size small"],
    ["[size:L]", "size L"],
    ["M (2-4hr)", "2–4"],
    ["", "nothing"],
    ["-", "nothing"],
    ["—", "nothing"],
    ["--", "nothing"],
    ["TBD", "nothing"],
    ["tba", "nothing"],
    ["?", "nothing"],
    ["N/A", "nothing"],
    ["No est.", "nothing"],
  ])("%s is %s", (cell, expected) => expect(read(cell)).toBe(expected));
});

describe("a header says what bare numbers count", () => {
  test.each([
    ["Effort (days)", "3", "24"],
    ["Est. Days", "0.5", "4"],
    ["Est. Days", "4h", "4"],
    ["Days", "1-2", "8–16"],
    ["Aufwand (Tage)", "1,5", "12"],
    ["Duration (weeks)", "2", "80"],
    ["Time (min)", "30", "0.5"],
    ["Story Points", "5", "5 points"],
    ["SP", "8", "8 points"],
    ["Points", "3-5", "unreadable"],
    ["Effort (hrs)", "3", "3"],
    ["工时（人天）", "2", "16"],
    ["Часы (opt/pess)", "2 / 4", "2–4"],
    ["Hours (opt/pess)", "2 / 4", "2–4"],
    ["Hours (min/max)", "2/4", "2–4"],
    ["Hours", "2 / 4", "unreadable"],
  ])("%s: %s is %s", (header, cell, expected) => expect(read(cell, header)).toBe(expected));

  test("a day and a week are as long as configured", () => {
    const config = settings({ calendar: { hoursPerDay: 6, daysPerWeek: 4 } });
    expect([read("1 d", "Hours", config), read("1 w", "Hours", config), read("2", "Days", config)]).toEqual(["6", "24", "12"]);
  });

  test("a line of prose says it for the whole plan", () => {
    const table = "| ID | Title | Estimate |\n|---|---|---|\n| A-1 | One | 2 |\n";
    expect(show(planOf(`The unit is the person-day.\n\n${table}`).tasks[0].estimate)).toBe("16");
  });
});

describe("what is no estimate is a problem, never a number", () => {
  test.each([
    "1e308",
    "1e3",
    "0x10",
    "NaN",
    "Infinity",
    "½",
    "1.000,5",
    "1,000.5",
    "-4",
    "-4h",
    "+4",
    "6-4h",
    "12/6/4",
    "1/2/3/4",
    "9999999999",
    "10000000",
    "4 apples",
    "variable",
    "four",
    "4..6",
    "constructor",
    "__proto__",
    "4 8",
    ".",
    "h",
  ])("%s", (cell) => expect(read(cell)).toBe("unreadable"));
});
