import { expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { criticalPath } from "../src/commands/critical-path.ts";
import type { Graph } from "../src/commands/outcome.ts";
import { planGraph } from "../src/commands/plan-graph.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";

function graphOf(rows: PlanRows, sprint?: string): Graph {
  const graph = criticalPath(buildPlan(rows), defaultConfig, sprint === undefined ? {} : { sprint }).picture?.graph;
  if (graph === undefined) throw new Error("there is no picture");
  return graph;
}

/** `A → B`, with `⇒` where the edge is critical. */
function edgesOf({ nodes, edges }: Graph): readonly string[] {
  const name = (node: number): string => nodes[node].id || nodes[node].title || `#${node}`;
  return edges.map(({ from, to, critical }) => `${name(from)} ${critical ? "⇒" : "→"} ${name(to)}`).toSorted();
}

const three: PlanRows = {
  sprints: [
    {
      id: "1",
      tasks: [
        { id: "1.1", hours: 8 },
        { id: "1.2", hours: 4 },
        { id: "1.3", hours: 4, after: ["1.1"] },
      ],
    },
    { id: "2", tasks: [{ id: "2.1", hours: 8 }] },
    {
      id: "3",
      tasks: [
        { id: "3.1", hours: 8, after: ["1.2"] },
        { id: "3.2", hours: 9, after: ["3.1", "3.1"] },
      ],
    },
  ],
};

test("a plan without gates is its dependencies, each once", () => {
  const graph = graphOf(three);
  expect(graph.nodes.map(({ id, group, critical }) => `${id} in ${group}${critical ? "!" : ""}`)).toEqual([
    "1.1 in 1",
    "1.2 in 1!",
    "1.3 in 1",
    "2.1 in 2",
    "3.1 in 3!",
    "3.2 in 3!",
  ]);
  expect(edgesOf(graph)).toEqual(["1.1 → 1.3", "1.2 ⇒ 3.1", "3.1 ⇒ 3.2"]);
});

test("a gate lies between the last tasks of a sprint and the first ones of another", () => {
  expect(edgesOf(graphOf({ ...three, gates: ["1 > 2", "2 > 3"] }))).toEqual([
    "1.1 ⇒ 1.3",
    "1.2 → 3.1",
    "1.2 → end of 1",
    "1.3 ⇒ end of 1",
    "2.1 ⇒ end of 2",
    "3.1 ⇒ 3.2",
    "end of 1 ⇒ start of 2",
    "end of 2 ⇒ start of 3",
    "start of 2 ⇒ 2.1",
    "start of 3 ⇒ 3.1",
  ]);
});

test("the chain is followed through overlaps and through sprints without tasks", () => {
  const sprints = [
    { id: "1", tasks: [{ id: "1.1", hours: 8 }] },
    { id: "2", tasks: [{ id: "2.1", hours: 1 }] },
    { id: "3", tasks: [{ id: "3.1", hours: 9 }] },
    { id: "4" },
    { id: "5", tasks: [{ id: "5.1", hours: 1 }] },
  ];
  expect(edgesOf(graphOf({ sprints, gates: ["1 > 2", "2 ~ 3", "3 > 4", "4 > 5"] }))).toEqual([
    "1.1 ⇒ end of 1",
    "3.1 ⇒ end of 3",
    "end of 1 ⇒ start of 2",
    "end of 3 ⇒ start of 4",
    "start of 2 → 2.1",
    "start of 2 ⇒ start of 3",
    "start of 3 ⇒ 3.1",
    "start of 4 ⇒ start of 5",
    "start of 5 ⇒ 5.1",
  ]);
});

test("a sprint by itself has no gates, and its own chain", () => {
  const graph = graphOf({ ...three, gates: ["1 > 2"] }, "1");
  expect(graph.nodes.map(({ id, critical }) => `${id}${critical ? "!" : ""}`)).toEqual(["1.1!", "1.2", "1.3!"]);
  expect(edgesOf(graph)).toEqual(["1.1 ⇒ 1.3"]);
});

test("many tasks that wait for all before them are gathered, and every way stays", () => {
  const tasks = Array.from({ length: 200 }, (_, index) => ({ id: `${index}`, hours: 1, after: index < 100 ? [] : ["All"] }));
  const graph = graphOf({ sprints: [{ id: "1", tasks }] });
  expect(graph.edges.length).toBeLessThan(200 * 20);
  expect(graph.nodes.slice(0, 200).every(({ id }) => id !== "")).toBe(true);
  expect(graph.nodes.slice(200).every(({ id, title }) => id === "" && title === "")).toBe(true);
  const before = ancestorsOf(graph, 150);
  expect(Array.from({ length: 200 }, (_, task) => task).filter((task) => before.has(task))).toEqual(
    Array.from({ length: 150 }, (_, task) => task),
  );
});

test("steps of a chain that neither a dependency nor a gate explains are no edges", () => {
  const facts = computeFacts(buildPlan({ tasks: [{ id: "A" }, { id: "B" }, { id: "C", after: ["A"] }] }), defaultConfig);
  const graph = planGraph(facts, { sprint: undefined, critical: new Set([1]), chain: [0, 1, 2] });
  const gated = computeFacts(buildPlan({ ...three, gates: ["1 > 2"] }), defaultConfig);
  const crossed = edgesOf(planGraph(gated, { sprint: undefined, critical: new Set(), chain: [0, 1, 3, 5] }));
  expect(crossed.filter((edge) => edge.includes("⇒"))).toEqual(["1.2 ⇒ end of 1", "end of 1 ⇒ start of 2", "start of 2 ⇒ 2.1"]);
  expect(edgesOf(graph)).toEqual(["A → C"]);
  expect(graph.nodes.map(({ critical, group }) => `${critical} ${group}`)).toEqual(["false ", "true ", "false "]);
});

test("the edges of a long plan whose tasks all wait for all before them grow with its tasks alone", () => {
  const sprints = Array.from({ length: 40 }, (_, sprint) => ({
    id: `${sprint}`,
    tasks: Array.from({ length: 100 }, (_task, task) => ({ id: `${sprint}.${task}`, hours: 1, after: ["All"] })),
  }));
  const gates = sprints.slice(1).map(({ id }, sprint) => `${sprint} > ${id}`);
  const graph = graphOf({ sprints, gates });
  expect(graph.edges.length).toBeLessThan(4_000 * 20);
});

function ancestorsOf({ edges }: Graph, node: number): ReadonlySet<number> {
  const found = new Set([node]);
  for (const at of found) for (const { from, to } of edges) if (to === at) found.add(from);
  found.delete(node);
  return found;
}
