import { describe, expect, test } from "vitest";
import { axisDays, findWorkingTime, hasUnplacedDays, timeAt } from "../src/analysis/working-time.ts";
import { configSchema } from "../src/config-schema.ts";
import { buildPlan } from "./plan-builder.ts";

const DATED = buildPlan({ sprints: [{ id: "2", dates: { first: "2026-04-06", last: "2026-04-10" } }, { id: "1" }] });
const UNDATED = buildPlan({ sprints: [{ id: "1", weeks: { first: 1, last: 1 } }] });

function workingTime(calendar: object, plan = UNDATED) {
  const time = findWorkingTime(plan, configSchema.parse({ calendar }));
  if (time === undefined) throw new Error("no first day");
  return time;
}

const week = (calendar: object, hours: readonly number[]) =>
  hours.map((hour) => `${timeAt(workingTime(calendar), hour, "start")} ${timeAt(workingTime(calendar), hour, "finish")}`);

describe("local times", () => {
  test("a start is in the morning, a finish in the evening before", () => {
    expect(week({ start: "2026-03-02" }, [0, 7.5, 8, 40])).toEqual([
      "2026-03-02T09:00 2026-03-02T09:00",
      "2026-03-02T16:30 2026-03-02T16:30",
      "2026-03-03T09:00 2026-03-02T17:00",
      "2026-03-09T09:00 2026-03-06T17:00",
    ]);
  });

  test("a plan that starts in the middle of a week, or at a weekend", () => {
    expect(week({ start: "2026-03-05" }, [8, 16])).toEqual(["2026-03-06T09:00 2026-03-05T17:00", "2026-03-09T09:00 2026-03-06T17:00"]);
    expect(week({ start: "2026-03-07" }, [0])).toEqual(["2026-03-09T09:00 2026-03-09T09:00"]);
  });

  test("long days begin early and end at midnight", () => {
    expect(week({ start: "2026-03-02", hoursPerDay: 16, daysPerWeek: 7 }, [0, 16])).toEqual([
      "2026-03-02T08:00 2026-03-02T08:00",
      "2026-03-03T08:00 2026-03-03T00:00",
    ]);
  });

  test("half a day at the end of a week", () => {
    expect(week({ start: "2026-03-02", daysPerWeek: 4.5 }, [36, 44])).toEqual([
      "2026-03-09T09:00 2026-03-06T13:00",
      "2026-03-10T09:00 2026-03-09T17:00",
    ]);
  });
});

describe("the first day", () => {
  test("is the calendar's, else the first date of any sprint", () => {
    expect(timeAt(workingTime({}, DATED), 0, "start")).toBe("2026-04-06T09:00");
    expect(timeAt(workingTime({ start: "2026-05-04" }, DATED), 0, "start")).toBe("2026-05-04T09:00");
    expect(findWorkingTime(UNDATED, configSchema.parse({}))).toBeUndefined();
  });

  test("without it, days off have no place", () => {
    const config = configSchema.parse({ calendar: { daysOff: { Ann: ["2026-03-02"] } } });
    expect([hasUnplacedDays(UNDATED, config), hasUnplacedDays(DATED, config)]).toEqual([true, false]);
    expect(hasUnplacedDays(UNDATED, configSchema.parse({}))).toBe(false);
  });
});

describe("days off", () => {
  test("have a place where they are working days of the span", () => {
    const time = workingTime({ start: "2026-03-02" });
    const days = ["2026-03-01", "2026-03-04", "2026-03-06/2026-03-09", "2030-01-01/2040-01-01"];
    expect([...axisDays(time, days, { first: 0, days: 20 })]).toEqual([2, 4, 5]);
    expect([...axisDays(time, days, { first: 5, days: 20 })]).toEqual([0]);
  });

  test.each(["2026-02-30", "2026-3-2", "2026-03-09/2026-03-02", "2026-03-02/2026-02-30"])("%s is refused", (day) => {
    expect(configSchema.safeParse({ calendar: { holidays: [day] } }).success).toBe(false);
  });
});
