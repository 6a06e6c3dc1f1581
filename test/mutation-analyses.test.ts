import { describe, expect, test } from "vitest";
import { computeCapacity, loadsByReading } from "../src/analysis/capacity.ts";
import { computeEffort, effortReadings, exactHours, hoursOf, taskDuration } from "../src/analysis/effort.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { memberWorks } from "../src/analysis/member-work.ts";
import { resolveAssignees } from "../src/analysis/people.ts";
import { runningSums } from "../src/analysis/running-sums.ts";
import { planTotals, sprintTotals, teamCapacity } from "../src/analysis/totals.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Estimate, Plan, Reading } from "../src/model.ts";
import { buildPlan, field, type PlanRows, type SprintRow } from "./plan-builder.ts";

const config = configSchema.parse({ points: { hoursPerPoint: 4 }, sizes: { "Extra Large": 40, M: 6 } });
const SPLIT: Reading = { joint: "split", all: "attend", overlap: "inherit" };
const SHARE: Reading = { ...SPLIT, all: "share" };
const EACH: Reading = { ...SPLIT, joint: "each" };

const effortOf = (plan: Plan) => computeEffort(plan, config, resolveAssignees(plan, config));
const measure = (rows: PlanRows) => {
  const plan = buildPlan(rows);
  return { plan, effort: effortOf(plan) };
};

describe("hours", () => {
  const estimated: readonly (readonly [
    name: string,
    estimate: Estimate | undefined,
    bounds: readonly [hours: number, low: number, high: number],
  ])[] = [
    ["none", undefined, [0, 0, 0]],
    ["hours", { kind: "hours", hours: 7 }, [7, 7, 7]],
    ["a range", { kind: "range", low: 2, high: 6 }, [4, 2, 6]],
    ["three points", { kind: "three-point", optimistic: 1, mostLikely: 4, pessimistic: 13 }, [5, 1, 13]],
    ["points", { kind: "points", points: 3 }, [12, 12, 12]],
    ["a size", { kind: "size", size: "extra  large" }, [40, 40, 40]],
    ["a size that is not configured", { kind: "size", size: "Large" }, [0, 0, 0]],
  ];
  test.each(estimated)("of %s", (_name, estimate, bounds) => {
    const { effort } = measure({ tasks: [{ id: "A", ...(estimate && { estimate }) }] });
    expect([effort.hours, effort.low, effort.high].map((each) => [...each])).toEqual(bounds.map((each) => [each]));
    expect(hoursOf(estimate, config)).toBe(bounds[0]);
  });
  test("without a configuration of points and sizes are none", () => {
    expect(hoursOf({ kind: "points", points: 3 }, defaultConfig)).toBe(0);
    expect(hoursOf({ kind: "size", size: "Huge" }, defaultConfig)).toBe(0);
  });
  test("of a task whose parts say theirs count no more, of one whose parts say none they do", () => {
    const hoursIn = (...rows: readonly (readonly [hours: number | undefined, parent?: number])[]) => {
      const tasks = rows.map(([hours, parent], index) => ({
        id: `${index}`,
        ...(hours === undefined ? {} : { hours }),
        ...(parent === undefined ? {} : { parent }),
      }));
      return [...measure({ tasks }).effort.hours];
    };
    expect(hoursIn([8], [3, 0], [2, 0])).toEqual([0, 3, 2]);
    expect(hoursIn([8], [undefined, 0], [2, 1], [1, 1])).toEqual([0, 0, 2, 1]);
    expect(hoursIn([8], [4, 0], [undefined, 1])).toEqual([0, 4, 0]);
    expect(hoursIn([8], [undefined, 0])).toEqual([8, 0]);
    expect(hoursIn([8], [4, 0], [2, 1], [5, 0])).toEqual([0, 0, 2, 5]);
  });
  test("are rounded to ten seconds where they are next to it", () => {
    expect([exactHours(0.1 + 0.2), exactHours(1 / 3 + 1e-12), exactHours(1.000_01), exactHours(-0.1 - 0.2)]).toEqual([
      0.3,
      1 / 3,
      1.000_01,
      -0.3,
    ]);
    expect([exactHours(1 + 5e-10), exactHours(1 + 2e-9), exactHours(0)]).toEqual([1, 1 + 2e-9, 0]);
  });
  test("are read four ways, as configured first", () => {
    const words = (reading: Reading) => effortReadings(reading).map(({ joint, all, overlap }) => `${joint} ${all} ${overlap}`);
    expect(words({ joint: "split", all: "attend", overlap: "free" })).toEqual([
      "split attend free",
      "split share free",
      "each attend free",
      "each share free",
    ]);
    expect(words({ joint: "each", all: "share", overlap: "wait" })).toEqual([
      "each share wait",
      "each attend wait",
      "split share wait",
      "split attend wait",
    ]);
  });
  test("are summed so that any run is the difference of two", () => {
    expect([[...runningSums([3, 1, 4])], [...runningSums([])]]).toEqual([[0, 3, 4, 8], [0]]);
  });
});

const TEAM: NonNullable<SprintRow["team"]> = [
  ["Ann", 10],
  ["Bob", 0],
  ["Cid", 40],
];

describe("who works on a task", () => {
  const crewOf = (...who: readonly string[]) => measure({ sprints: [{ id: "1", team: TEAM, tasks: [{ id: "A", hours: 12, who }] }] });
  const ann = { person: "ann", member: 0, assignee: 0 };
  test.each([
    ["nobody", [], { everyone: false, size: 0, people: [] }, [12, 12, 12]],
    ["nobody yet", ["TBD"], { everyone: false, size: 0, people: [] }, [12, 12, 12]],
    ["one", ["Ann"], { everyone: false, size: 1, people: [ann] }, [12, 12, 12]],
    ["a stranger", ["Dan"], { everyone: false, size: 1, people: [{ person: "dan", member: undefined, assignee: 0 }] }, [12, 12, 12]],
    ["two", ["Ann", "Cid"], { everyone: false, size: 2, people: [ann, { person: "cid", member: 2, assignee: 1 }] }, [6, 12, 6]],
    [
      "two, one of them twice",
      ["Ann", "ann", "Cid"],
      { everyone: false, size: 2, people: [ann, { person: "cid", member: 2, assignee: 2 }] },
      [6, 12, 6],
    ],
    ["one and nobody yet", ["TBD", "Ann"], { everyone: false, size: 1, people: [{ ...ann, assignee: 1 }] }, [12, 12, 12]],
    ["all", ["All"], { everyone: true, size: 3, people: [] }, [12, 12, 4]],
    ["all and one of them", ["Ann", "All"], { everyone: true, size: 3, people: [] }, [12, 12, 4]],
    [
      "all and a stranger",
      ["All", "Dan"],
      { everyone: true, size: 4, people: [{ person: "dan", member: undefined, assignee: 1 }] },
      [12, 12, 3],
    ],
  ] as const)("%s", (_name, who, crew, durations) => {
    const { effort } = crewOf(...who);
    expect(effort.crews).toEqual([crew]);
    expect([SPLIT, EACH, SHARE].map((reading) => taskDuration(effort, 0, reading))).toEqual(durations);
  });
  test("everybody of no team is one, and two strangers beside them are two", () => {
    const sizes = (...who: readonly string[]) => measure({ tasks: [{ id: "A", who }] }).effort.crews.map(({ size }) => size);
    expect([sizes("All"), sizes("All", "Dan"), sizes("All", "Dan", "Eve")]).toEqual([[1], [1], [2]]);
  });
});

describe("what a sprint asks of its people", () => {
  const tasks = [
    { id: "A", hours: 12, who: ["Ann", "Cid"] },
    { id: "B", hours: 6, who: ["All", "Dan"] },
    { id: "C", hours: 5, who: ["Dan", "Ann"] },
    { id: "D", hours: 1 },
  ];
  const sprints = [
    { id: "0", tasks: [{ id: "Z", hours: 2, who: ["Ann"] }] },
    { id: "1", team: TEAM, tasks },
    { id: "2", team: [["Ann", 3] as const], tasks: [{ id: "E", hours: 30, who: ["Ann", "All"] }] },
  ];
  const { plan, effort } = measure({ sprints, tasks: [{ id: "F", hours: 100 }] });
  test("by person, and of whom there is none", () => {
    const { hours, capacity, sprints: found } = computeCapacity(plan, effort, SPLIT);
    expect([hours, capacity]).toEqual([156, 53]);
    expect(found.map((each) => [each.sprint, each.hours, each.capacity, each.buffer])).toEqual([
      [0, 2, 0, -2],
      [1, 24, 50, 26],
      [2, 30, 3, -27],
    ]);
    expect(found[1].members).toEqual([
      { name: "Ann", capacity: 10, load: 14.5, utilization: 1.45, overload: 4.5 },
      { name: "Bob", capacity: 0, load: 6, utilization: undefined, overload: 6 },
      { name: "Cid", capacity: 40, load: 12, utilization: 0.3, overload: 0 },
    ]);
    expect(found.map(({ without }) => without)).toEqual([
      [{ task: 0, assignee: "Ann", hours: 2 }],
      [
        { task: 2, assignee: "Dan", hours: 6 },
        { task: 3, assignee: "Dan", hours: 2.5 },
      ],
      [],
    ]);
    expect(found[2].members).toEqual([{ name: "Ann", capacity: 3, load: 30, utilization: 10, overload: 27 }]);
  });
  test("in rows and hours, sprint by sprint and in all", () => {
    const exactly = (tasks: number, hours: number) => ({ tasks, hours, low: hours, high: hours });
    expect(sprintTotals(plan, effort)).toEqual([exactly(1, 2), exactly(4, 24), exactly(1, 30)]);
    expect(planTotals(plan, effort)).toEqual(exactly(7, 156));
    expect([0, 1, 2].map((sprint) => teamCapacity(plan, sprint))).toEqual([0, 50, 3]);
  });
  test("under each reading", () => {
    const loads = (member: number) =>
      loadsByReading(plan, effort, SHARE, 1)[member].map(({ reading, load, overload }) => [reading.joint, reading.all, load, overload]);
    expect(loads(0)).toEqual([
      ["split", "share", 10, 0],
      ["split", "attend", 14.5, 4.5],
      ["each", "share", 18.5, 8.5],
      ["each", "attend", 23, 13],
    ]);
    expect(loads(2)[0]).toEqual(["split", "share", 7.5, 0]);
  });
  test("with a capacity that cannot be read, or that rounding exceeds, nobody is asked too much", () => {
    const loadOf = (capacity: number | undefined, hours: readonly number[]) => {
      const rows = hours.map((each, index) => ({ id: `${index}`, hours: each, who: ["Ann"] }));
      const built = buildPlan({ sprints: [{ id: "1", team: [["Ann", 1]], tasks: rows }] });
      const [sprint] = built.sprints;
      const unread = { ...built, sprints: [{ ...sprint, team: [{ ...sprint.team[0], capacity: field("?", capacity) }] }] };
      const { members, buffer } = computeCapacity(unread, effortOf(unread), SPLIT).sprints[0];
      return { ...members[0], buffer };
    };
    expect(loadOf(undefined, [5])).toEqual({ name: "Ann", capacity: undefined, load: 5, utilization: undefined, overload: 0, buffer: -5 });
    expect(loadOf(0.3, [0.1, 0.2])).toMatchObject({ load: 0.3, overload: 0, buffer: 0 });
    expect(loadOf(1, [1, 0.000_000_5])).toMatchObject({ overload: 0 });
    expect(loadOf(1, [1, 0.000_002])).toMatchObject({ overload: expect.closeTo(0.000_002, 9) });
    expect(loadOf(-1, [])).toMatchObject({ utilization: undefined, overload: 1 });
  });
  test("task by task, the first ones first", () => {
    const works = memberWorks(plan, effort, 1);
    expect(works.map(({ count, first }) => [count, first(9)])).toEqual([
      [3, [1, 2, 3]],
      [1, [2]],
      [2, [1, 2]],
    ]);
    expect([0, 1, 2, 3].map((limit) => works[0].first(limit))).toEqual([[], [1], [1, 2], [1, 2, 3]]);
    expect(memberWorks(plan, effort, 1, (task) => task !== 2).map(({ count, first }) => [count, first(9)])).toEqual([
      [2, [1, 3]],
      [0, []],
      [1, [1]],
    ]);
    expect(memberWorks(plan, effort, 0)).toEqual([]);
  });
});

test("the first schedule puts one after the other what one person does", () => {
  const tasks = [
    { id: "A", hours: 3, who: ["Ann"] },
    { id: "B", hours: 2, who: ["Ann"] },
    { id: "C", hours: 4, who: ["Bob"], after: ["B"] },
    { id: "D", hours: 1.5 },
  ];
  const facts = computeFacts(buildPlan({ sprints: [{ id: "1", team: TEAM, tasks }] }), defaultConfig);
  expect(facts.firstSchedule(0)).toEqual({ makespan: 9, starts: [0, 3, 5, 0] });
  const cyclic = computeFacts(buildPlan({ sprints: [{ id: "1", tasks: [{ id: "A", after: ["A"] }] }] }), defaultConfig);
  expect(cyclic.firstSchedule(0)).toBeUndefined();
});
