import { describe, expect, test } from "vitest";
import { computeCapacity, loadsByReading } from "../src/analysis/capacity.ts";
import { computeEffort, exactHours, hoursOf, taskDurations } from "../src/analysis/effort.ts";
import { memberWorks } from "../src/analysis/member-work.ts";
import { resolveAssignees } from "../src/analysis/people.ts";
import { planTotals } from "../src/analysis/totals.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Reading } from "../src/model.ts";
import { buildPlan, type PlanRows, type SprintRow } from "./plan-builder.ts";

const SPLIT: Reading = { joint: "split", all: "attend", overlap: "inherit" };
const EACH: Reading = { ...SPLIT, joint: "each" };
const SHARE: Reading = { ...SPLIT, all: "share" };

function measure(rows: PlanRows) {
  const plan = buildPlan(rows);
  return { plan, effort: computeEffort(plan, defaultConfig, resolveAssignees(plan, defaultConfig)) };
}

const TEAM: NonNullable<SprintRow["team"]> = [
  ["Ann", 10],
  ["Bob", 0],
  ["Cid", 40],
];
const SPRINT = {
  id: "1",
  team: TEAM,
  tasks: [
    { id: "A", hours: 12, who: ["Ann", "Cid"] },
    { id: "B", hours: 3, who: ["All"] },
    { id: "C", hours: 5, who: ["Dan"] },
    { id: "D", hours: 1 },
  ],
};

describe("hours of an estimate", () => {
  test("ranges by their middle, three points weighted, points and sizes only as configured", () => {
    const config = configSchema.parse({ points: { hoursPerPoint: 4 }, sizes: { M: 6 } });
    expect(hoursOf({ kind: "range", low: 2, high: 5 }, config)).toBe(3.5);
    expect(hoursOf({ kind: "three-point", optimistic: 4, mostLikely: 6, pessimistic: 14 }, config)).toBe(7);
    expect(hoursOf({ kind: "points", points: 3 }, config)).toBe(12);
    expect(hoursOf({ kind: "points", points: 3 }, defaultConfig)).toBe(0);
    expect(hoursOf({ kind: "size", size: "m" }, config)).toBe(6);
    expect(hoursOf({ kind: "size", size: "__proto__" }, config)).toBe(0);
    expect(hoursOf(undefined, config)).toBe(0);
  });

  test("a task whose parts have estimates counts nothing itself", () => {
    const tasks = [
      { id: "A", hours: 8 },
      { id: "A.1", parent: 0 },
      { id: "A.1.1", hours: 3, parent: 1 },
      { id: "B", hours: 2 },
      { id: "B.1", parent: 3 },
    ];
    const { plan, effort } = measure({ tasks });
    expect([...effort.hours]).toEqual([0, 0, 3, 2, 0]);
    expect(planTotals(plan, effort)).toEqual({ tasks: 5, hours: 5, low: 5, high: 5 });
  });

  test("only rounding errors are rounded away", () => {
    expect(exactHours(0.1 + 0.2)).toBe(0.3);
    expect(exactHours(1.0001)).toBe(1.0001);
  });
});

describe("durations and loads by reading", () => {
  const { plan, effort } = measure({ sprints: [SPRINT] });

  test("joint tasks are split or not, everybody attends or shares", () => {
    expect([...taskDurations(effort, SPLIT)]).toEqual([6, 3, 5, 1]);
    expect([...taskDurations(effort, EACH)]).toEqual([12, 3, 5, 1]);
    expect([...taskDurations(effort, SHARE)]).toEqual([6, 1, 5, 1]);
  });

  test("loads, overload, utilization, and work without capacity", () => {
    const { hours, capacity, sprints } = computeCapacity(plan, effort, SPLIT);
    expect([hours, capacity, sprints[0].buffer]).toEqual([21, 50, 29]);
    expect(sprints[0].members).toEqual([
      { name: "Ann", capacity: 10, load: 9, utilization: 0.9, overload: 0 },
      { name: "Bob", capacity: 0, load: 3, utilization: undefined, overload: 3 },
      { name: "Cid", capacity: 40, load: 9, utilization: 0.225, overload: 0 },
    ]);
    expect(sprints[0].without).toEqual([{ task: 2, assignee: "Dan", hours: 5 }]);
    const works = memberWorks(plan, effort, 0);
    expect(works.map(({ count, first }) => first(count))).toEqual([[0, 1], [1], [0, 1]]);
    expect(memberWorks(plan, effort, 0, (task) => task > 0).map(({ first }) => first(1))).toEqual([[1], [1], [1]]);
  });

  test("who is overloaded under which reading", () => {
    const ann = loadsByReading(plan, effort, SPLIT, 0)[0];
    expect(ann.map(({ reading, overload }) => [reading.joint, reading.all, overload])).toEqual([
      ["split", "attend", 0],
      ["split", "share", 0],
      ["each", "attend", 5],
      ["each", "share", 3],
    ]);
  });

  test("a person written twice works once; everybody includes those who are named beside", () => {
    const tasks = [
      { id: "A", hours: 6, who: ["Ann", "ann"] },
      { id: "B", hours: 6, who: ["All", "Ann"] },
      { id: "C", hours: 8, who: ["All", "Dan"] },
    ];
    const twice = measure({ sprints: [{ id: "1", team: TEAM, tasks }] });
    expect([...taskDurations(twice.effort, SHARE)]).toEqual([6, 2, 2]);
    expect(computeCapacity(twice.plan, twice.effort, SHARE).sprints[0].members[0].load).toBe(10);
  });

  test("everybody of a sprint without a team is one person", () => {
    const bare = measure({ sprints: [{ id: "1", tasks: [{ id: "A", hours: 6, who: ["All"] }] }] });
    expect([...taskDurations(bare.effort, SHARE)]).toEqual([6]);
    expect(computeCapacity(bare.plan, bare.effort, SHARE).sprints[0].members).toEqual([]);
  });

  test("a big team with many tasks of everybody stays linear", () => {
    const team = Array.from({ length: 5_000 }, (_unused, index): readonly [string, number] => [`Person ${index}`, 40]);
    const tasks = Array.from({ length: 20_000 }, (_unused, index) => ({ id: `${index}`, hours: 1, who: ["All"] }));
    const big = measure({ sprints: [{ id: "1", team, tasks }] });
    expect(computeCapacity(big.plan, big.effort, SPLIT).sprints[0].members[4_999].load).toBe(20_000);
  });
});
