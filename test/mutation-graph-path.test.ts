import { describe, expect, test } from "vitest";
import { findDuration } from "../src/analysis/critical-path.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan, type PlanRows, type TaskRow } from "./plan-builder.ts";

const factsOf = (rows: PlanRows) => computeFacts(buildPlan(rows), defaultConfig);
const pathOf = (tasks: readonly TaskRow[]) => factsOf({ tasks }).planPath();
const rows = (count: number, after: (index: number) => readonly string[] = () => []): readonly TaskRow[] =>
  Array.from({ length: count }, (_unused, index) => ({ id: `t${index}`, hours: 1, after: after(index) }));

describe("the chain that decides the end", () => {
  const rounding = [
    { id: "C", hours: 0.3 },
    { id: "A", hours: 0.1 },
    { id: "B", hours: 0.2, after: ["A"] },
  ];
  test.each([
    [
      "of chains that only rounding tells apart, the first in the document",
      [...rounding, { id: "D", hours: 1, after: ["B", "C"] }],
      [0, 3],
    ],
    ["whatever is written first", [...rounding, { id: "D", hours: 1, after: ["C", "B"] }], [0, 3]],
    ["of such ends, too", rounding, [0]],
    [
      "of tasks that end together the first",
      [
        { id: "A", hours: 2 },
        { id: "B", hours: 2 },
      ],
      [0],
    ],
    [
      "the later end",
      [
        { id: "A", hours: 2 },
        { id: "B", hours: 3 },
      ],
      [1],
    ],
    [
      "what takes no time leads to nothing",
      [
        { id: "A", hours: 0 },
        { id: "B", hours: 3, after: ["A"] },
      ],
      [1],
    ],
    [
      "nor does what takes next to none",
      [
        { id: "A", hours: 1e-6 },
        { id: "B", hours: 3, after: ["A"] },
      ],
      [1],
    ],
    [
      "but a little more does",
      [
        { id: "A", hours: 2e-6 },
        { id: "B", hours: 3, after: ["A"] },
      ],
      [0, 1],
    ],
    ["no chain of no time", [{ id: "A", hours: 1e-6 }], []],
    ["the shortest chain of all", [{ id: "A", hours: 2e-6 }], [0]],
    [
      "the longer of two predecessors",
      [
        { id: "A", hours: 2 },
        { id: "B", hours: 3 },
        { id: "C", hours: 1, after: ["A", "B"] },
      ],
      [1, 2],
    ],
    ["through a range, the first of its longest", [...rows(6), { id: "Z", hours: 1, after: ["t1..t5"] }], [1, 6]],
    ["through a range, the longest", [...rows(4), { id: "Y", hours: 2 }, { id: "Z", hours: 1, after: ["t0..Y"] }], [4, 5]],
    ["the first, be it tied alone or in a range", [...rows(6), { id: "Z", hours: 1, after: ["t0", "t1..t5"] }], [0, 6]],
    ["the same the other way round", [...rows(6), { id: "Z", hours: 1, after: ["t1..t5", "t0"] }], [0, 6]],
  ] as const)("%s", (_name, tasks, path) => {
    expect(pathOf(tasks)?.path).toEqual(path);
  });
  test.each([
    ["one chain", rows(3, (index) => (index > 0 ? [`t${index - 1}`] : [])), false],
    ["two chains", rows(2), true],
    ["a chain and a shorter one", [...rows(2), { id: "C", hours: 1, after: ["t1"] }], false],
    ["no time", [{ id: "A" }, { id: "B" }], false],
  ] as const)("others beside it: %s", (_name, tasks, several) => {
    expect(pathOf(tasks)?.several).toBe(several);
  });
  test("slack is what is left, of hours that only rounding tells apart none", () => {
    const tasks = [...rounding, { id: "D", hours: 1, after: ["B", "C"] }, { id: "E", hours: 0.1 }];
    const times = pathOf(tasks)?.tasks ?? [];
    expect(times.map(({ totalSlack, critical }) => [totalSlack, critical])).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [0, true],
      [1.2, false],
    ]);
    expect(times.map(({ earliestFinish, latestFinish, freeSlack }) => [earliestFinish, latestFinish, freeSlack])).toEqual([
      [0.3, 0.3, 0],
      [0.1, 0.1, 0],
      [0.3, 0.3, 0],
      [1.3, 1.3, 0],
      [0.1, 1.3, 1.2],
    ]);
  });
  test("free slack looks through ranges at the tasks behind them", () => {
    const tasks = [...rows(5), { id: "Y", hours: 4 }, { id: "Z", hours: 1, after: ["t0..t4", "Y"] }];
    expect(pathOf(tasks)?.tasks.map(({ freeSlack, latestStart, latestFinish }) => [freeSlack, latestStart, latestFinish])).toEqual([
      ...Array.from({ length: 5 }, () => [3, 3, 4]),
      [0, 0, 4],
      [0, 4, 5],
    ]);
  });
  test.each([
    ["what a gate waits for stands first", 5, [0, 1], 0],
    ["what a gate waits for has time", 1, [3, 1], 4],
  ] as const)("through gates in any order: %s", (_name, hours, path, freeSlack) => {
    const sprints = [
      { id: "1", tasks: [{ id: "A", hours }] },
      { id: "2", tasks: [{ id: "C", hours: 1, after: ["B"] }] },
      { id: "3", tasks: [{ id: "D", hours: 0 }] },
    ];
    const found = factsOf({ sprints, tasks: [{ id: "B", hours: 5 }], gates: ["2 > 3", "1 > 2"] }).planPath();
    expect([found?.path, found?.tasks[0].freeSlack]).toEqual([path, freeSlack]);
  });
  test("its length alone is the same, and unknown where tasks wait for each other", () => {
    const facts = factsOf({ tasks: rounding });
    expect(findDuration(facts.network(), facts.durations)).toBe(0.3);
    const cyclic = factsOf({ tasks: rows(2, (index) => [`t${1 - index}`]) });
    expect(findDuration(cyclic.network(), cyclic.durations)).toBeUndefined();
  });
});

describe("the earliest ends", () => {
  const weeks = (first: number, last = first) => ({ first, last });
  const sprints = [
    {
      id: "1",
      weeks: weeks(1),
      tasks: [
        { id: "A", hours: 8 },
        { id: "B", hours: 50, after: ["A"] },
      ],
    },
    {
      id: "2",
      weeks: weeks(2),
      tasks: [
        { id: "C", hours: 5 },
        { id: "D", hours: 5, after: ["B"] },
      ],
    },
    {
      id: "3",
      tasks: [
        { id: "E", hours: 1 },
        { id: "F", hours: 2, after: ["C"] },
      ],
    },
  ];
  test("begin with the windows of the sprints, and with what is waited for", () => {
    const ends = factsOf({ sprints, tasks: [{ id: "G", hours: 3 }] }).earliestEnds();
    expect([...(ends?.finishes ?? [])]).toEqual([8, 58, 45, 63, 1, 47, 3]);
    expect([0, 2, 3, 5, 6].map((task) => ends?.chainTo(task))).toEqual([[0], [2], [0, 1, 3], [2, 5], [6]]);
  });
  test("lead through gates and ranges, which are no steps", () => {
    const gated = factsOf({ sprints, gates: ["1 > 2", "2 > 3"] }).earliestEnds();
    expect([...(gated?.finishes ?? [])]).toEqual([8, 58, 63, 63, 64, 65]);
    expect([2, 3, 4].map((task) => gated?.chainTo(task))).toEqual([
      [0, 1, 2],
      [0, 1, 3],
      [0, 1, 2, 4],
    ]);
    const unequal = rows(6, (index) => (index === 5 ? ["t0..t4"] : [])).map((row) => (row.id === "t2" ? { ...row, hours: 2 } : row));
    const ranged = factsOf({ tasks: unequal }).earliestEnds();
    expect(ranged?.chainTo(5)).toEqual([2, 5]);
  });
  test("wait for nobody who takes no time", () => {
    const ends = (hours: number) =>
      factsOf({
        tasks: [
          { id: "A", hours },
          { id: "B", hours: 3, after: ["A"] },
        ],
      }).earliestEnds();
    expect([ends(0)?.chainTo(1), ends(1e-6)?.chainTo(1), ends(1e-5)?.chainTo(1)]).toEqual([[1], [1], [0, 1]]);
  });
  test("are unknown where tasks wait for each other", () => {
    expect(factsOf({ tasks: rows(2, (index) => [`t${1 - index}`]) }).earliestEnds()).toBeUndefined();
  });
});
