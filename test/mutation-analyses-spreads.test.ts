import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { durationSpreads, isSettled } from "../src/analysis/forecast/spreads.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Estimate, RiskLevel, Status } from "../src/model.ts";
import { buildPlan, field, type TaskRow } from "./plan-builder.ts";

const config = configSchema.parse({
  points: { hoursPerPoint: 4 },
  sizes: { M: 6 },
  forecast: { distribution: "triangular", spread: { low: [0.5, 1], medium: [0.5, 2], high: [1, 3] } },
});

/** How the duration of a plan's only task spreads: from, to, and where between them it is most likely. */
function spreadOf(row: Partial<TaskRow>, risk?: RiskLevel): readonly number[] {
  const plan = buildPlan({ tasks: [{ id: "1", ...row }] });
  const tasks = plan.tasks.map((task) => ({ ...task, risk: field(risk ?? "", risk) }));
  const [{ least, most, mode }] = durationSpreads(computeFacts({ ...plan, tasks }, config), config.forecast);
  return [least, most, mode].map((each) => Math.round(each * 1e6) / 1e6);
}

const threePoint = (optimistic: number, mostLikely: number, pessimistic: number): Estimate => ({
  kind: "three-point",
  optimistic,
  mostLikely,
  pessimistic,
});

describe("a number spreads by its risk", () => {
  test.each<[risk: RiskLevel | undefined, spread: readonly number[]]>([
    ["low", [4, 8, 1]],
    ["medium", [4, 16, 0.333333]],
    ["high", [8, 24, 0]],
    ["critical", [8, 24, 0]],
    [undefined, [4, 16, 0.333333]],
  ])("%s", (risk, spread) => {
    expect(spreadOf({ hours: 8 }, risk)).toEqual(spread);
  });
  test("whether it is of points or a size", () => {
    expect(spreadOf({ estimate: { kind: "points", points: 2 } })).toEqual([4, 16, 0.333333]);
    expect(spreadOf({ estimate: { kind: "size", size: "M" } })).toEqual([3, 12, 0.333333]);
  });
  test("and not at all where the shares of a risk are one", () => {
    const certain = { ...config.forecast, spread: { ...config.forecast.spread, medium: [1, 1] satisfies [number, number] } };
    expect(durationSpreads(computeFacts(buildPlan({ tasks: [{ id: "1", hours: 8 }] }), config), certain)).toEqual([
      { least: 8, most: 8, mode: 0.5 },
    ]);
  });
});

describe("an estimate says how it spreads", () => {
  test("by three points, in whatever order they are written", () => {
    expect(spreadOf({ estimate: threePoint(2, 4, 10) }, "high")).toEqual([2, 10, 0.25]);
    expect(spreadOf({ estimate: threePoint(10, 4, 2) })).toEqual([2, 10, 0.25]);
    expect(spreadOf({ estimate: threePoint(3, 2, 11) })).toEqual([2, 11, 0.111111]);
    expect(spreadOf({ estimate: threePoint(4, 4, 4) })).toEqual([4, 4, 0.5]);
  });
  test("by a range, outside of which two of ten runs are", () => {
    const [least, most, mode] = spreadOf({ estimate: { kind: "range", low: 4, high: 8 } });
    expect([least + most, mode]).toEqual([12, 0.5]);
    expect(most - least).toBeCloseTo(7.236, 2);
    expect(spreadOf({ estimate: { kind: "range", low: 8, high: 4 } })).toEqual([least, most, mode]);
  });
});

describe("nothing spreads", () => {
  test.each<[status: Status, settled: boolean]>([
    ["done", true],
    ["started", true],
    ["dropped", true],
    ["open", false],
    ["blocked", false],
  ])("of a task that is %s: %s", (status, settled) => {
    expect(isSettled(status)).toBe(settled);
    expect(spreadOf({ hours: 8, status })).toEqual(settled ? [8, 8, 0.5] : [4, 16, 0.333333]);
  });
  test("of a task without hours", () => {
    expect([isSettled(undefined), spreadOf({}), spreadOf({ hours: 0 })]).toEqual([false, [0, 0, 0.5], [0, 0, 0.5]]);
  });
});

test("what two people share spreads over half the time", () => {
  expect(spreadOf({ hours: 8, who: ["Ada", "Ben"] })).toEqual([2, 8, 0.333333]);
});
