import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import type { Graph } from "../src/commands/outcome.ts";
import { planGraph } from "../src/commands/plan-graph.ts";
import { defaultConfig } from "../src/config.ts";
import type { Reference } from "../src/model.ts";
import { buildPlan, field, type PlanRows, type SprintRow, type TaskRow } from "./plan-builder.ts";

interface Scope {
  readonly sprint?: number;
  readonly critical?: readonly number[];
  readonly chain?: readonly number[];
}

function graphOf(rows: PlanRows, { sprint, critical = [], chain = [] }: Scope = {}): Graph {
  return planGraph(computeFacts(buildPlan(rows), defaultConfig), { sprint, critical: new Set(critical), chain });
}

/** `A → B`, with `⇒` where the edge is critical. */
function edgesOf({ nodes, edges }: Graph): readonly string[] {
  const name = (node: number): string => nodes[node].id || nodes[node].title || `#${node}`;
  return edges.map(({ from, to, critical }) => `${name(from)} ${critical ? "⇒" : "→"} ${name(to)}`).toSorted();
}

const named = (...ids: readonly string[]): readonly TaskRow[] => ids.map((id) => ({ id }));

/** Tasks of which each waits for all before it. */
const crowd = (name: string, count: number): readonly TaskRow[] =>
  Array.from({ length: count }, (_unused, index) => ({ id: `${name}${index}`, hours: 1, after: ["All"] }));

function nodesBefore({ edges }: Graph, node: number): ReadonlySet<number> {
  const found = new Set<number>([node]);
  for (const at of found) for (const { from, to } of edges) if (to === at) found.add(from);
  found.delete(node);
  return found;
}

describe("a picture of a plan", () => {
  test("writes out twenty edges for each task, and gathers where there are more", () => {
    const small = graphOf({ tasks: crowd("t", 41) });
    expect([small.nodes.length, small.edges.length]).toEqual([41, 820]);
    const big = graphOf({ tasks: crowd("t", 42) });
    expect(big.nodes.slice(42).every(({ id, title, group, critical }) => `${id}${title}${group}` === "" && !critical)).toBe(true);
    expect(big.edges.length).toBeLessThan(400);
    for (const task of [0, 1, 7, 41]) {
      const before = [...nodesBefore(big, task)].filter((node) => node < 42).toSorted((a, b) => a - b);
      expect(before).toEqual(Array.from({ length: task }, (_unused, index) => index));
    }
  });
  test("of a sprint whose tasks are gathered shows the sprint's, and its chain", () => {
    const sprints = [
      { id: "1", tasks: named("a", "b") },
      { id: "2", tasks: crowd("t", 60) },
    ];
    const graph = graphOf({ sprints, gates: ["1 > 2"] }, { sprint: 1, critical: [2, 3], chain: [2, 3] });
    expect(graph.nodes.filter(({ id }) => id !== "").map(({ id }) => id)).toEqual(crowd("t", 60).map(({ id }) => id));
    expect(graph.nodes.flatMap(({ critical }, node) => (critical ? [node] : []))).toEqual([0, 1]);
    expect(graph.edges.filter(({ critical }) => critical)).toEqual([{ from: 0, to: 1, critical: true }]);
    expect(new Set(graph.nodes.keys()).size).toBe(Math.max(...graph.edges.flatMap(({ from, to }) => [from, to])) + 1);
  });
  test("of a sprint counts the sprint's edges alone", () => {
    const nodes = (count: number) => {
      const sprints = [
        { id: "1", tasks: named("a", "b") },
        { id: "2", tasks: crowd("t", count) },
      ];
      return graphOf({ sprints }, { sprint: 1 }).nodes.length;
    };
    expect([nodes(41), nodes(42) > 42]).toEqual([41, true]);
  });
  test("of a sprint shows what reaches over its ends as far as it goes", () => {
    const sprints = [
      { id: "1", tasks: named("a", "b") },
      { id: "2", tasks: [...named("c"), { id: "d", after: ["a..f"] }, { id: "e", after: ["b", "f"] }] },
      { id: "3", tasks: [{ id: "f", after: ["d"] }] },
    ];
    expect(edgesOf(graphOf({ sprints }, { sprint: 1 }))).toEqual(["c → d", "e → d"]);
    expect(edgesOf(graphOf({ sprints }, { sprint: 1, chain: [2, 3] }))).toEqual(["c ⇒ d", "e → d"]);
    expect(graphOf({ sprints }, { sprint: 0 })).toMatchObject({ nodes: [{ id: "a" }, { id: "b" }], edges: [] });
  });
  test("says the sprint of each task, and nothing of one outside", () => {
    const graph = graphOf({ sprints: [{ id: "1", tasks: named("a") }], tasks: named("b") }, { critical: [1] });
    expect(graph.nodes).toEqual([
      { id: "a", title: "", group: "1", critical: false },
      { id: "b", title: "", group: "", critical: true },
    ]);
  });
});

describe("gates in a picture", () => {
  const [one, two, three]: readonly SprintRow[] = [
    { id: "1", tasks: [...named("a", "b"), { id: "c", after: ["a"] }] },
    { id: "2", tasks: named("d") },
    { id: "3", tasks: named("e") },
  ];
  test.each([
    ["a gate", [one, two], ["1 > 2"], ["a → c", "b → end of 1", "c → end of 1", "end of 1 → start of 2", "start of 2 → d"]],
    ["an overlap", [two, three], ["2 ~ 3"], ["start of 2 → d", "start of 2 → start of 3", "start of 3 → e"]],
    ["overlaps both ways, which tie nothing", [two, three], ["2 ~ 3", "3 ~ 2"], []],
    [
      "what waits for both of two sprints that may overlap each other, and they for another",
      [two, three, { id: "4", tasks: named("f") }],
      ["2 ~ 3", "3 ~ 2", "4 > 2"],
      ["end of 4 → start of 2, 3", "f → end of 4", "start of 2, 3 → d", "start of 2, 3 → e"],
    ],
    ["one that leads to no sprint", [two, three], ["2 > 9"], []],
    ["one that leads nowhere", [two, three], ["2 > 2"], []],
    [
      "a sprint without tasks",
      [two, { id: "9" }, three],
      ["2 > 9", "9 > 3"],
      ["d → end of 2", "end of 2 → start of 9", "start of 3 → e", "start of 9 → start of 3"],
    ],
  ] as const)("%s", (_name, sprints, gates, edges) => {
    expect(edgesOf(graphOf({ sprints, gates }))).toEqual(edges);
  });

  const tied = (after: readonly string[]) => {
    const sprints = [
      { id: "1", tasks: named("a") },
      { id: "2", tasks: [...named("b", "c"), { id: "d", after }] },
      { id: "3", tasks: named("e") },
    ];
    const edges = edgesOf(graphOf({ sprints, gates: ["1 > 2", "2 > 3"], tasks: named("f") }));
    return edges.filter((edge) => edge.startsWith("start of 2") || edge.endsWith("end of 2"));
  };
  const NONE_TIED = ["b → end of 2", "c → end of 2", "d → end of 2", "start of 2 → b", "start of 2 → c", "start of 2 → d"];
  test.each([
    ["nothing", [], NONE_TIED],
    ["one before", ["b"], ["c → end of 2", "d → end of 2", "start of 2 → b", "start of 2 → c"]],
    ["one before after a while", ["c FS+2"], ["b → end of 2", "d → end of 2", "start of 2 → b", "start of 2 → c"]],
    ["a range that reaches out on both sides", ["a..e"], ["d → end of 2", "start of 2 → b", "start of 2 → c"]],
    ["a task of another sprint alone", ["a"], NONE_TIED],
    ["a later sprint's alone", ["e"], NONE_TIED],
    ["the start of one before", ["b SS"], NONE_TIED],
    ["the end of one before, with its own", ["b FF"], NONE_TIED],
    ["not quite the end of one before", ["b FS-1"], NONE_TIED],
  ] as const)("a sprint is tied by its first and last tasks; where one waits for %s", (_name, after, edges) => {
    expect(tied(after)).toEqual(edges);
  });

  test("a chain goes the shortest way over gates, and by the tasks that it has", () => {
    const sprints = [
      { id: "1", tasks: [...named("a"), { id: "b", after: ["a"] }] },
      { id: "2" },
      { id: "3" },
      { id: "4", tasks: [...named("c"), { id: "d", after: ["c"] }] },
    ];
    const gates = ["1 > 2", "2 > 3", "3 > 4", "2 > 4"];
    const critical = (chain: readonly number[]) => edgesOf(graphOf({ sprints, gates }, { chain })).filter((edge) => edge.includes("⇒"));
    expect(critical([0, 1, 2, 3])).toEqual([
      "a ⇒ b",
      "b ⇒ end of 1",
      "c ⇒ d",
      "end of 1 ⇒ start of 2",
      "start of 2 ⇒ start of 4",
      "start of 4 ⇒ c",
    ]);
    expect(critical([0, 3])).toEqual(["a ⇒ end of 1", "end of 1 ⇒ start of 2", "start of 2 ⇒ start of 4", "start of 4 ⇒ d"]);
    expect(critical([2, 0])).toEqual([]);
    expect(critical([1])).toEqual([]);
  });
  test("a chain that gates do not explain leaves them plain", () => {
    const sprints = [one, two, three];
    const critical = (gates: readonly string[], ...chain: readonly number[]) =>
      edgesOf(graphOf({ sprints, gates, tasks: named("f") }, { chain })).filter((edge) => edge.includes("⇒"));
    expect(critical(["2 > 3"], 5, 4)).toEqual([]);
    expect(critical(["1 > 2"], 1, 5)).toEqual([]);
    expect(critical(["2 > 3"], 1, 4)).toEqual([]);
    expect(critical(["1 > 3", "2 > 3"], 1, 4)).toEqual(["b ⇒ end of 1", "end of 1 ⇒ start of 3", "start of 3 ⇒ e"]);
    expect(critical(["1 > 3", "2 > 3"], 3, 4)).toEqual(["d ⇒ end of 2", "end of 2 ⇒ start of 3", "start of 3 ⇒ e"]);
  });
  test("what cannot be read ties nothing, and what stands last may be waited for", () => {
    const plan = buildPlan({
      sprints: [two, { id: "3", tasks: [{ id: "e" }, { id: "g", after: ["h"] }, { id: "h" }] }, { id: "4" }],
      gates: ["2 > 3", "3 > 4"],
    });
    const tasks = plan.tasks.map((task) =>
      task.index === 1 ? { ...task, dependencies: [field<Reference>("see mail", undefined)] } : task,
    );
    const graph = planGraph(computeFacts({ ...plan, tasks }, defaultConfig), { sprint: undefined, critical: new Set(), chain: [] });
    expect(edgesOf(graph).filter((edge) => edge.startsWith("start of 3") || edge.endsWith("end of 3"))).toEqual([
      "e → end of 3",
      "g → end of 3",
      "start of 3 → e",
      "start of 3 → h",
    ]);
  });
  test("nodes stand in the order of the sprints that the gates name", () => {
    const { nodes } = graphOf({ sprints: [one, two, three], gates: ["2 > 3", "1 > 2"] });
    expect(nodes.slice(5).map(({ title }) => title)).toEqual(["start of 2", "end of 2", "start of 3", "end of 1"]);
  });
  test("nodes of gates follow those of tasks, and those that nothing needs are left out", () => {
    const { nodes, edges } = graphOf({ sprints: [two, three], gates: ["2 > 3"] });
    expect(nodes).toEqual([
      { id: "d", title: "", group: "2", critical: false },
      { id: "e", title: "", group: "3", critical: false },
      { id: "", title: "end of 2", group: "", critical: false },
      { id: "", title: "start of 3", group: "", critical: false },
    ]);
    expect(edges).toEqual([
      { from: 2, to: 3, critical: false },
      { from: 0, to: 2, critical: false },
      { from: 3, to: 1, critical: false },
    ]);
  });
});
