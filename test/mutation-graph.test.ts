import { describe, expect, test } from "vitest";
import { findComponents } from "../src/analysis/components.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { addArc, compressArcs, createArcList, topologicalOrder } from "../src/arcs.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan, type PlanRows, type TaskRow } from "./plan-builder.ts";

const factsOf = (rows: PlanRows) => computeFacts(buildPlan(rows), defaultConfig);
const rows = (count: number, after: (index: number) => readonly string[] = () => []): readonly TaskRow[] =>
  Array.from({ length: count }, (_unused, index) => ({ id: `t${index}`, hours: 1, after: after(index) }));

function arcsOf(nodeCount: number, pairs: readonly (readonly [from: number, to: number])[]) {
  const list = createArcList();
  for (const [label, [from, to]] of pairs.entries()) addArc(list, from, to, label);
  return compressArcs(nodeCount, list);
}

describe("arcs", () => {
  test("stand by where they start, in the order in which they were drawn, however many there are", () => {
    const pairs = Array.from({ length: 40 }, (_unused, arc) => [arc % 3, 39 - arc] as const);
    const { offsets, targets, labels } = arcsOf(40, pairs);
    expect([...offsets.slice(0, 5)]).toEqual([0, 14, 27, 40, 40]);
    expect([...targets.slice(14, 17)]).toEqual([38, 35, 32]);
    expect([...labels.slice(14, 17)]).toEqual([1, 4, 7]);
    expect([...labels.slice(0, 14)]).toEqual(Array.from({ length: 14 }, (_unused, index) => 3 * index));
  });
  test.each([
    [
      4,
      [
        [3, 0],
        [0, 2],
        [2, 1],
      ],
      [3, 0, 2, 1],
    ],
    [3, [], [0, 1, 2]],
    [
      3,
      [
        [0, 2],
        [0, 2],
        [1, 2],
      ],
      [0, 1, 2],
    ],
    [
      3,
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
      undefined,
    ],
    [1, [[0, 0]], undefined],
  ] as const)("%# point forward in an order, where there is one", (count, pairs, order) => {
    const found = topologicalOrder(arcsOf(count, pairs));
    expect(found && [...found]).toEqual(order);
  });
});

test("nodes are together that lead to each other", () => {
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let run = 0; run < 300; run += 1) {
    const count = 1 + next(8);
    const pairs = Array.from({ length: next(14) }, () => [next(count), next(count)] as const);
    const leads = Array.from({ length: count }, (_unused, from) => reachable(pairs, from));
    const { component, count: found } = findComponents(arcsOf(count, pairs));
    for (let one = 0; one < count; one += 1) {
      for (let other = 0; other < count; other += 1) {
        expect(component[one] === component[other]).toBe(leads[one].has(other) && leads[other].has(one));
      }
    }
    expect([...new Set(component)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: found }, (_unused, id) => id));
  }
});

function reachable(pairs: readonly (readonly [number, number])[], from: number): ReadonlySet<number> {
  const found = new Set([from]);
  for (const node of found) for (const [source, target] of pairs) if (source === node) found.add(target);
  return found;
}

describe("a network", () => {
  test("ties up to three tasks one by one, and gathers more of them", () => {
    const network = (after: string) => factsOf({ tasks: rows(16, (index) => (index === 12 ? [after] : [])) }).network();
    expect(network("t0..t2")).toMatchObject({ nodeCount: 16, targets: { length: 3 } });
    expect(network("t0..t3")).toMatchObject({ nodeCount: 32, targets: { length: 7 } });
    expect(network("t0..t7")).toMatchObject({ nodeCount: 32, targets: { length: 15 } });
    expect(network("t1..t6")).toMatchObject({ nodeCount: 32, targets: { length: 8 } });
    expect(network("t0..t15").targets).toHaveLength(25);
  });
  test("gathers finishes and starts apart, each once", () => {
    const network = factsOf({ tasks: rows(16, (index) => (index > 13 ? ["t0..t7", "t0..t7 SS"] : [])) }).network();
    expect(network).toMatchObject({ nodeCount: 48, targets: { length: 32 } });
  });
  test("knows each tie once", () => {
    const ties = (...after: readonly string[]) => factsOf({ tasks: [...rows(4), { id: "last", after }] }).network().ties;
    expect(ties("t0", "t1 SS")).toEqual([
      { from: "start", to: "start", lag: 0 },
      { from: "finish", to: "start", lag: 0 },
    ]);
    expect(ties("t0 FS+2", "t1 FS+2", "t2 FF", "t3 SF-1").slice(2)).toEqual([
      { from: "finish", to: "start", lag: 2 },
      { from: "finish", to: "finish", lag: 0 },
      { from: "start", to: "finish", lag: -1 },
    ]);
  });
  test("of a sprint ends where the sprint does", () => {
    const after = ["t0..t9"];
    const all = rows(10, (index) => (index === 4 ? after : []));
    const sprints = [
      { id: "1", tasks: all.slice(0, 3) },
      { id: "2", tasks: all.slice(3, 6) },
      { id: "3", tasks: all.slice(6) },
    ];
    const facts = factsOf({ sprints });
    expect(facts.sprintNetwork(1)).toMatchObject({ nodeCount: 3, targets: { length: 2 }, gateArcs: [], firstTask: 3, taskCount: 3 });
    expect(facts.sprintPath(1)).toMatchObject({ duration: 2, path: [3, 4] });
    expect(facts.sprintPath(1)?.tasks.map(({ task, earliestStart }) => [task, earliestStart])).toEqual([
      [3, 0],
      [4, 1],
      [5, 0],
    ]);
    expect(facts.sprintNetwork(0).targets).toHaveLength(0);
  });
});
