import { describe, expect, test } from "vitest";
import { findCriticalPath } from "../src/analysis/critical-path.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { planNetwork } from "../src/analysis/network.ts";
import { resolveReferences } from "../src/analysis/references.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan, type PlanRows, type TaskRow } from "./plan-builder.ts";

function pathOf(rows: PlanRows, overlap: "inherit" | "wait" | "free" = "inherit") {
  return computeFacts(buildPlan(rows), defaultConfig, { ...defaultConfig.reading, overlap }).planPath();
}

const sprint = (id: string, ...tasks: readonly TaskRow[]) => ({ id, tasks });

describe("a critical path", () => {
  test("slack of a small plan, by hand", () => {
    const tasks = [
      { id: "A", hours: 3 },
      { id: "B", hours: 5, after: ["A"] },
      { id: "C", hours: 1, after: ["A"] },
      { id: "D", hours: 1, after: ["C"] },
      { id: "E", hours: 2, after: ["B", "D"] },
    ];
    const found = pathOf({ tasks });
    expect(found).toMatchObject({ duration: 10, path: [0, 1, 4], several: false });
    expect(found?.tasks.map(({ earliestStart, latestStart }) => [earliestStart, latestStart])).toEqual([
      [0, 0],
      [3, 3],
      [3, 6],
      [4, 7],
      [8, 8],
    ]);
    expect(found?.tasks.map(({ totalSlack, freeSlack, critical }) => [totalSlack, freeSlack, critical])).toEqual([
      [0, 0, true],
      [0, 0, true],
      [3, 0, false],
      [3, 3, false],
      [0, 0, true],
    ]);
  });

  test("of chains of equal length the one first in the document is printed, and the others are mentioned", () => {
    const tasks = [
      { id: "A", hours: 1 },
      { id: "B", hours: 1 },
      { id: "C", hours: 2, after: ["B", "A"] },
    ];
    expect(pathOf({ tasks })).toMatchObject({ path: [0, 2], several: true });
  });

  test.each([
    ["B FS+2", 8],
    ["B FS-2", 4],
    ["B FS-9", 3],
    ["B SS+1", 4],
    ["B FF+2", 5],
    ["B SF+4", 4],
  ])("a relation with a lag: %s ends after %i h", (after, duration) => {
    expect(
      pathOf({
        tasks: [
          { id: "B", hours: 3 },
          { id: "C", hours: 3, after: [after] },
        ],
      })?.duration,
    ).toBe(duration);
  });

  test("an overlapping sprint waits for what the other waits for, for all of it, or for nothing", () => {
    const rows = {
      sprints: [sprint("1", { id: "A", hours: 10 }), sprint("2", { id: "B", hours: 20 }), sprint("3", { id: "C", hours: 30 })],
      gates: ["1 > 2", "2 ~ 3"],
    };
    expect(pathOf(rows)?.duration).toBe(40);
    expect(pathOf(rows, "wait")?.duration).toBe(60);
    expect(pathOf(rows, "free")?.duration).toBe(30);
  });

  test("gates lead through sprints without tasks, and sprints that may all overlap wait together", () => {
    const sprints = [
      sprint("1", { id: "A", hours: 10 }),
      sprint("2"),
      sprint("3", { id: "B", hours: 20 }),
      sprint("4", { id: "C", hours: 5 }),
    ];
    expect(pathOf({ sprints, gates: ["1 > 2", "2 > 3"] })?.duration).toBe(30);
    const found = pathOf({ sprints, gates: ["3 ~ 4", "4 ~ 3", "1 > 4"] });
    expect(found?.tasks.map(({ earliestStart }) => earliestStart)).toEqual([0, 10, 10]);
    expect(pathOf({ sprints, gates: ["2 > 2", "9 > 1"] })?.duration).toBe(20);
  });

  test("slack passes through gates", () => {
    const sprints = [sprint("1", { id: "A", hours: 10 }, { id: "B", hours: 4 }), sprint("2", { id: "C", hours: 1 })];
    expect(pathOf({ sprints, gates: ["1 > 2"] })?.tasks[1]).toMatchObject({ totalSlack: 6, freeSlack: 6 });
  });

  test("a sprint by itself counts only its own dependencies, from its own start", () => {
    const sprints = [
      sprint("1", { id: "A", hours: 10 }),
      sprint("2", { id: "B", hours: 2, after: ["A"] }, { id: "C", hours: 3, after: ["All"] }),
    ];
    const facts = computeFacts(buildPlan({ sprints }), defaultConfig);
    expect(facts.sprintPath(1)).toMatchObject({ duration: 5, path: [1, 2] });
    expect(facts.planPath()?.duration).toBe(15);
    expect(facts.sprintPath(1)).toBe(facts.sprintPath(1));
  });

  test("no tasks, no hours, and a cycle", () => {
    expect(pathOf({})).toEqual({ duration: 0, tasks: [], path: [], several: false });
    expect(pathOf({ tasks: [{ id: "A" }] })).toMatchObject({ duration: 0, path: [], several: false });
    expect(pathOf({ tasks: [{ id: "A", hours: 1, after: ["A"] }] })).toBeUndefined();
  });
});

describe("a hundred thousand tasks", () => {
  const COUNT = 100_000;

  test.each([
    { name: "a chain", dependency: (index: number) => `${index - 1}`, duration: COUNT },
    { name: "everything above in sprints of a thousand", dependency: () => "All", duration: 1_000 },
    { name: "everything above, start to start", dependency: (index: number) => `0..${index - 1} SS`, duration: 1 },
  ])("$name", ({ dependency, duration }) => {
    const row = (index: number): TaskRow => ({ id: `${index}`, hours: 1, after: index === 0 ? [] : [dependency(index)] });
    const rows = Array.from({ length: COUNT }, (_unused, index) => row(index));
    const sprints = Array.from({ length: 100 }, (_unused, index) =>
      sprint(`${index}`, ...rows.slice(index * 1_000, index * 1_000 + 1_000)),
    );
    const plan = buildPlan({ sprints });
    const start = performance.now();
    const references = resolveReferences(plan, defaultConfig);
    const found = findCriticalPath(planNetwork(plan, references, "inherit"), new Float64Array(COUNT).fill(1));
    expect(found?.duration).toBe(duration);
    // A tenth of this is usual; written out as pairs of tasks it would take minutes.
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
