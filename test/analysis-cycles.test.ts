import { expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";

const cyclesOf = (rows: PlanRows) => computeFacts(buildPlan(rows), defaultConfig).cycles();

test("a sound plan has none", () => {
  expect(cyclesOf({ tasks: [{ id: "A" }, { id: "B", after: ["A"] }] })).toEqual([]);
});

test("a task that waits for itself", () => {
  expect(cyclesOf({ tasks: [{ id: "A", after: ["A"] }] })).toEqual([
    { tasks: [0], steps: [{ kind: "reference", from: 0, to: 0, dependency: 0 }] },
  ]);
});

test("the shortest of several loops, from its first task, with the written dependency of each step", () => {
  const tasks = [
    { id: "A", after: ["D"] },
    { id: "B", after: ["A", "C"] },
    { id: "C", after: ["B"] },
    { id: "D", after: ["C"] },
  ];
  expect(cyclesOf({ tasks })).toEqual([
    {
      tasks: [1, 2],
      steps: [
        { kind: "reference", from: 1, to: 2, dependency: 0 },
        { kind: "reference", from: 2, to: 1, dependency: 1 },
      ],
    },
  ]);
});

test("one for each set of tasks that wait for each other, in document order", () => {
  const tasks = [
    { id: "A", after: ["D"] },
    { id: "B", after: ["C"] },
    { id: "C", after: ["B"] },
    { id: "D", after: ["A"] },
  ];
  expect(cyclesOf({ tasks }).map((cycle) => cycle.tasks)).toEqual([
    [0, 3],
    [1, 2],
  ]);
});

test("a gate against a dependency: the gate is named", () => {
  const sprints = [
    { id: "1", tasks: [{ id: "A", after: ["C"] }] },
    { id: "2", tasks: [{ id: "B" }] },
    { id: "3", tasks: [{ id: "C" }] },
  ];
  expect(cyclesOf({ sprints, gates: ["2 ~ 3", "1 > 2"] })).toEqual([
    {
      tasks: [0, 2],
      steps: [
        { kind: "gate", from: 0, to: 2, gates: [1, 0] },
        { kind: "reference", from: 2, to: 0, dependency: 0 },
      ],
    },
  ]);
});

test("two gates against each other", () => {
  const sprints = [
    { id: "1", tasks: [{ id: "A" }] },
    { id: "2", tasks: [{ id: "B" }] },
  ];
  expect(cyclesOf({ sprints, gates: ["1 > 2", "2 > 1"] })[0].steps).toEqual([
    { kind: "gate", from: 0, to: 1, gates: [0] },
    { kind: "gate", from: 1, to: 0, gates: [1] },
  ]);
});

test("long cycles: five thousand in a ring, and a hundred thousand through one range", () => {
  const ring = Array.from({ length: 5_000 }, (_unused, index) => ({ id: `${index}`, after: [`${(index + 4_999) % 5_000}`] }));
  expect(cyclesOf({ tasks: ring })[0].tasks).toHaveLength(5_000);
  const dense = Array.from({ length: 100_000 }, (_unused, index) => ({ id: `${index}`, after: ["0..99999"] }));
  expect(cyclesOf({ tasks: dense })[0].tasks).toEqual([0, 1]);
});

test("a dense component is searched in a moment", () => {
  const tasks = Array.from({ length: 900 }, (_unused, index) => ({ id: `${index}`, after: [`${(index + 899) % 900}`, "0..40"] }));
  const start = performance.now();
  expect(cyclesOf({ tasks })[0].tasks).toEqual([0, 1]);
  expect(performance.now() - start).toBeLessThan(8_000);
});
