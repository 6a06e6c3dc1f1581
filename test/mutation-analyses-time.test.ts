import { describe, expect, test } from "vitest";
import { dateOf, dayNumber, isDate, isWorkingDay, workingDays, workingDaysBefore } from "../src/analysis/days.ts";
import { findWindows, firstDayOf, firstWeekOf } from "../src/analysis/windows.ts";
import { axisDays } from "../src/analysis/working-time.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Dates } from "../src/model.ts";
import { buildPlan, field, type SprintRow } from "./plan-builder.ts";

describe("when a sprint is meant to happen", () => {
  const windows = (sprints: readonly SprintRow[], calendar = {}) => findWindows(buildPlan({ sprints }), configSchema.parse({ calendar }));
  const weeks = (first: number, last = first) => ({ id: `${first}`, weeks: { first, last } });
  const dates = (first: string, last: string) => ({ id: first, dates: { first, last } });
  test("by weeks, from the first one on", () => {
    expect(windows([weeks(1), weeks(2, 3), { id: "x" }])).toEqual([{ start: 0, end: 40 }, { start: 40, end: 120 }, undefined]);
    expect(windows([weeks(1), weeks(0)])).toEqual([
      { start: 40, end: 80 },
      { start: 0, end: 40 },
    ]);
    expect(windows([weeks(3)], { hoursPerDay: 6, daysPerWeek: 4 })).toEqual([{ start: 48, end: 72 }]);
    expect([firstWeekOf(buildPlan({ sprints: [weeks(4)] })), firstWeekOf(buildPlan({ sprints: [weeks(0), weeks(-1)] }))]).toEqual([1, -1]);
  });
  test("by days, where there are no weeks", () => {
    const { sprints, ...rest } = buildPlan({ sprints: [{ id: "1" }, weeks(2)] });
    const plan = { ...rest, sprints: sprints.map((sprint) => ({ ...sprint, days: field("", { first: 3, last: 5 }) })) };
    expect(findWindows(plan, defaultConfig)).toEqual([
      { start: 16, end: 40 },
      { start: 40, end: 80 },
    ]);
  });
  test("by dates, from the first one of any sprint on, over weekends", () => {
    const later = dates("2026-03-12", "2026-03-16");
    expect(windows([later, dates("2026-03-02", "2026-03-02"), dates("2026-03-06", "2026-03-09")])).toEqual([
      { start: 64, end: 88 },
      { start: 0, end: 8 },
      { start: 32, end: 48 },
    ]);
    expect(windows([dates("2026-03-09", "2026-03-06"), later, { id: "x" }, dates("soon", "later")])).toEqual([
      undefined,
      { start: 0, end: 24 },
      undefined,
      undefined,
    ]);
    expect(firstDayOf(buildPlan({ sprints: [{ id: "x" }] }))).toBeUndefined();
  });
  test("not at all where what is written cannot be read", () => {
    const plan = buildPlan({ sprints: [{ id: "1" }, weeks(2)] });
    const sprints = plan.sprints.map((sprint) => ({
      ...sprint,
      weeks: field("some week", sprint.weeks?.value),
      dates: field<Dates>("soon", undefined),
    }));
    expect(findWindows({ ...plan, sprints }, defaultConfig)).toEqual([undefined, { start: 40, end: 80 }]);
  });
});

describe("days", () => {
  test.each([
    ["2026-03-02", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-02-31", false],
    ["2026-13-01", false],
    ["2026-3-02", false],
    ["12026-03-02", false],
    ["2026-03-022", false],
    ["2026-03-02T00", false],
    ["", false],
    ["soon", false],
  ] as const)("%s is a date: %s", (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });
  test("are counted from a Monday, and back", () => {
    const monday = dayNumber("2026-03-02");
    expect([monday % 7, dayNumber("2026-03-08") % 7, dateOf(monday + 30)]).toEqual([0, 6, "2026-04-01"]);
    expect(dayNumber("soon")).toBeNaN();
  });
  test("of a week are worked from Monday on, as many as the calendar says", () => {
    const week = (daysPerWeek: number) => [0, 1, 2, 3, 4, 5, 6].filter((day) => isWorkingDay(70 + day, daysPerWeek));
    expect([week(5), week(4), week(7), week(4.5)]).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 2, 3, 4],
    ]);
    expect([workingDaysBefore(14, 5), workingDaysBefore(19, 5), workingDaysBefore(20, 5), workingDays(18, 22, 5)]).toEqual([10, 15, 15, 2]);
  });
  test("off have their places among the days that are worked", () => {
    const time = { firstDay: dayNumber("2026-03-04"), hoursPerDay: 8, daysPerWeek: 5 };
    const places = (written: readonly string[], first: number, days: number) => [...axisDays(time, written, { first, days })];
    expect(places(["2026-03-04", "2026-03-07", "2026-03-09/2026-03-10"], 0, 10)).toEqual([0, 3, 4]);
    expect(places(["2026-03-02/2026-03-05"], 0, 10)).toEqual([0, 1]);
    expect(places(["2026-03-04/2026-03-20"], 2, 3)).toEqual([0, 1, 2]);
    expect(places(["2026-03-01"], 0, 10)).toEqual([]);
  });
});
