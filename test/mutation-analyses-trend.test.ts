import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { planNumbers, samplesOver } from "../src/analysis/plan-trend.ts";
import { configSchema } from "../src/config-schema.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";

function numbersOf(rows: PlanRows, calendar: object = {}) {
  return planNumbers(computeFacts(buildPlan(rows), configSchema.parse({ calendar })));
}

describe("the numbers of a plan", () => {
  test("leave out what was dropped, and tell what is done from what is left", () => {
    const tasks = [
      { id: "1.1", hours: 8, status: "done" },
      { id: "1.2", hours: 3, after: ["1.1"] },
      { id: "1.3", hours: 2, status: "dropped" },
    ] as const;
    expect(numbersOf({ sprints: [{ id: "1", tasks }] }, { start: "2026-03-02" })).toEqual({
      tasks: 2,
      hours: 11,
      done: 8,
      left: 3,
      criteria: { total: 0, done: 0 },
      end: 11,
      endTime: "2026-03-03T12:00",
    });
  });
  test("know the end of the last day as its evening, not as the next morning", () => {
    expect(numbersOf({ tasks: [{ id: "1", hours: 8 }] }, { start: "2026-03-02" }).endTime).toBe("2026-03-02T17:00");
  });
  test("tell the end of the task that ends last, not of the last row", () => {
    const tasks = [
      { id: "1", hours: 5 },
      { id: "2", hours: 2 },
    ];
    expect(numbersOf({ tasks }).end).toBe(5);
  });
  test("have an end in hours, and none in days, where nobody knows the first day", () => {
    expect(numbersOf({ tasks: [{ id: "1", hours: 5 }] })).toMatchObject({ end: 5, endTime: undefined });
  });
  test("have no end where tasks wait for each other", () => {
    const tasks = [
      { id: "1", hours: 5, after: ["2"] },
      { id: "2", hours: 2, after: ["1"] },
    ];
    expect(numbersOf({ tasks }, { start: "2026-03-02" })).toMatchObject({ hours: 7, end: undefined, endTime: undefined });
  });
  test("of a plan without tasks are all 0", () => {
    expect(numbersOf({})).toEqual({
      tasks: 0,
      hours: 0,
      done: 0,
      left: 0,
      criteria: { total: 0, done: 0 },
      end: 0,
      endTime: undefined,
    });
  });
});

describe("what is drawn of a history", () => {
  const drawn = (most: number, ...times: readonly string[]) =>
    samplesOver(
      times.map((time, at) => ({ time, at })),
      most,
    ).map(({ at, moment }) => `${at} ${moment}`);
  const at = (day: string, time = "09:00:00") => `2026-01-${day}T${time}Z`;

  test("is nothing where nothing happened", () => {
    expect(drawn(5)).toEqual([]);
  });
  test("is the last state of each day", () => {
    expect(drawn(5, at("05"), at("05", "17:30:00"), at("06"))).toEqual(["1 2026-01-05", "2 2026-01-06"]);
  });
  test("is the last state of each minute of a single day", () => {
    expect(drawn(5, at("05", "09:00:00"), at("05", "09:00:59"), at("05", "09:01:00"))).toEqual([
      "1 2026-01-05 09:00",
      "2 2026-01-05 09:01",
    ]);
  });
  test("is every day, where there are as many as can be drawn", () => {
    expect(drawn(3, at("05"), at("08"), at("09"))).toEqual(["0 2026-01-05", "1 2026-01-08", "2 2026-01-09"]);
  });
  test("is what held at moments equally far from each other, where there are more days", () => {
    expect(drawn(3, at("05"), at("06"), at("08"), at("09"))).toEqual(["0 2026-01-05", "1 2026-01-06", "3 2026-01-09"]);
    expect(drawn(4, at("05"), at("08"), at("09"), at("10"), at("14"))).toEqual([
      "0 2026-01-05",
      "1 2026-01-08",
      "3 2026-01-10",
      "4 2026-01-14",
    ]);
  });
  test("names each state once, however long it held", () => {
    expect(drawn(4, at("01"), at("02"), at("03"), at("04"), at("31"))).toEqual(["0 2026-01-01", "3 2026-01-04", "4 2026-01-31"]);
  });
  test("holds the very moment at which a state began", () => {
    expect(drawn(3, at("01"), at("02"), at("03"), at("05"))).toEqual(["0 2026-01-01", "2 2026-01-03", "3 2026-01-05"]);
  });
});
