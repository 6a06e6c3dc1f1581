import { describe, expect, test } from "vitest";
import { countWrittenOut, resolveReferences, writtenOut } from "../src/analysis/references.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";

/** The ids that the last task's dependencies are taken for. */
function idsOfLast(rows: PlanRows, config = defaultConfig): readonly string[] {
  const plan = buildPlan(rows);
  return writtenOut(resolveReferences(plan, config).at(-1) ?? []).map((task) => plan.tasks[task].id.text);
}

function lastOf(rows: PlanRows, config = defaultConfig) {
  return resolveReferences(buildPlan(rows), config).at(-1)?.at(-1);
}

const named = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe("what a written dependency stands for", () => {
  test("an id, a range in document order, and both together without repetition", () => {
    expect(idsOfLast({ tasks: [...named("A"), { id: "B", after: ["A"] }] })).toEqual(["A"]);
    const rows = { tasks: [...named("c", "a", "b"), { id: "d", after: ["c..b", "a"] }] };
    expect(idsOfLast(rows)).toEqual(["c", "a", "b"]);
    expect(countWrittenOut(resolveReferences(buildPlan(rows), defaultConfig))).toBe(3);
  });

  test("a reversed range is taken the other way round and said to be reversed", () => {
    const rows = { tasks: [...named("A", "B", "C"), { id: "D", after: ["C..A"] }] };
    expect(idsOfLast(rows)).toEqual(["A", "B", "C"]);
    expect(lastOf(rows)?.problem).toEqual({ kind: "reversed" });
  });

  test("a range that reaches over the task itself leaves it out", () => {
    const plan = buildPlan({ tasks: [...named("A"), { id: "B", after: ["A..C"] }, ...named("C")] });
    expect(resolveReferences(plan, defaultConfig)[1][0].targets).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
  });

  test("an id of the task itself stays: that is a cycle, not a slip of notation", () => {
    expect(idsOfLast({ tasks: [{ id: "A", after: ["A"] }] })).toEqual(["A"]);
  });

  test("all of the sprint above, nothing of other sprints", () => {
    const sprints = [
      { id: "1", tasks: named("A") },
      { id: "2", tasks: [...named("B", "C"), { id: "D", after: ["All"] }] },
    ];
    expect(idsOfLast({ sprints })).toEqual(["B", "C"]);
  });

  test("a group is everything above the first row that uses its words, and vague", () => {
    const tasks = [...named("A"), { id: "B", after: ["group:All routes"] }, ...named("C"), { id: "D", after: ["group:all  Routes"] }];
    expect(idsOfLast({ sprints: [{ id: "1", tasks }] })).toEqual(["A"]);
    expect(lastOf({ sprints: [{ id: "1", tasks }] })?.vague).toBe(true);
  });

  test("a configured group is what the configuration says, and not vague", () => {
    const config = configSchema.parse({ groups: { "All routes": ["C", "A"] } });
    const rows = { tasks: [...named("A", "B", "C"), { id: "D", after: ["group:all routes"] }] };
    expect(idsOfLast(rows, config)).toEqual(["A", "C"]);
    expect(lastOf(rows, config)?.vague).toBe(false);
  });

  test("sections: a sprint, a phase, a week, a milestone", () => {
    const rows = (after: string) => ({
      sprints: [
        { id: "1.1", weeks: { first: 1, last: 1 }, tasks: named("A") },
        { id: "1.2", weeks: { first: 2, last: 3 }, tasks: named("B") },
        { id: "2.1", weeks: { first: 4, last: 4 }, tasks: [{ id: "C", after: [after] }] },
      ],
      phases: [{ id: "1", sprints: [0, 1] }],
      milestones: [
        { id: "M1", week: 1 },
        { id: "M2", week: 3 },
      ],
    });
    expect(idsOfLast(rows("sprint:1.1"))).toEqual(["A"]);
    expect(idsOfLast(rows("phase:1"))).toEqual(["A", "B"]);
    expect(idsOfLast(rows("week:3"))).toEqual(["B"]);
    expect(idsOfLast(rows("milestone:m2"))).toEqual(["B"]);
    expect(lastOf(rows("sprint:9"))?.problem).toEqual({ kind: "unknown", role: "sprint", ids: ["9"] });
  });

  test("unknown ids and words outside of the plan are kept as problems", () => {
    expect(lastOf({ tasks: [{ id: "A", after: ["X"] }] })?.problem).toEqual({ kind: "unknown", role: "task", ids: ["X"] });
    const range = lastOf({ tasks: [...named("A"), { id: "B", after: ["A..X"] }] });
    expect(range?.problem).toEqual({ kind: "unknown", role: "task", ids: ["X"] });
    expect(range?.targets).toEqual([{ start: 0, end: 1 }]);
    expect(lastOf({ tasks: [{ id: "A", after: ["outside"] }] })?.problem).toEqual({ kind: "outside" });
  });

  test("of tasks with the same id the sprint's own is meant, else the first", () => {
    const sprints = [
      { id: "1", tasks: named("1", "2") },
      { id: "2", tasks: [...named("1"), { id: "3", after: ["1", "2"] }] },
    ];
    const plan = buildPlan({ sprints });
    expect(writtenOut(resolveReferences(plan, defaultConfig)[3])).toEqual([1, 2]);
  });

  test("ids are compared in one Unicode form, and names of object properties are ordinary ids", () => {
    expect(idsOfLast({ tasks: [...named("\u00e9"), { id: "B", after: ["e\u0301"] }] })).toEqual(["\u00e9"]);
    for (const id of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      expect(idsOfLast({ tasks: [...named(id), { id: "B", after: [id] }] })).toEqual([id]);
      expect(lastOf({ tasks: [{ id: "B", after: [id] }] })?.problem?.kind).toBe("unknown");
      expect(lastOf({ tasks: [{ id: "B", after: [`sprint:${id}`] }] })?.problem?.kind).toBe("unknown");
      expect(lastOf({ tasks: [{ id: "B", after: [`group:${id}`] }] })?.vague).toBe(true);
    }
  });
});
