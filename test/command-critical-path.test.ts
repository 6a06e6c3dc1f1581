import { describe, expect, test } from "vitest";
import { UsageError } from "../src/commands/command.ts";
import { criticalPath } from "../src/commands/critical-path.ts";
import { dataOf, planOf, samplePlan, settings, sprintPlan, textOf } from "./command-plans.ts";

const sample = samplePlan("backend-refactoring.md");
const small = planOf(sprintPlan([["1.1 | A | 30 | | None", "1.2 | B | 12 | | 1.1", "1.3 | C | 8 | | 1.1"], ["2.1 | D | 4 | | 1.2"]]));

test("the screen of a small plan", () => {
  expect(textOf("critical-path", criticalPath(small, settings(), {}))).toBe(`\
reading: joint split, all attend, overlap inherit

the chain that decides the end
sprint  from    to  chain
──────  ────  ────  ─────────
1          0  42 h  1.1 → 1.2
2         42  46 h  2.1

each sprint by itself
sprint  path  window     spare  chain
──────  ────  ──────  ────────  ────────
1       42 h    40 h  2 h over  as above
2        4 h    40 h      36 h  as above

critical tasks: 3 of 4
task  title  hours  from–to
────  ─────  ─────  ───────
1.1   A         30     0–30
1.2   B         12    30–42
2.1   D          4    42–46

46 h on the critical path; 1 of 2 sprints longer than the window
`);
});

test("near tasks show where they could stand", () => {
  const text = textOf("critical-path", criticalPath(small, settings(), { near: 8 }));
  expect(text).toContain("tasks with at most 8 h of slack: 4 of 4\n");
  expect(text).toContain("1.3   C          8     30–38   38–46       8 h   8 h\n");
});

test("one sprint counts from its own start", () => {
  const text = textOf("critical-path", criticalPath(small, settings(), { sprint: "Sprint 1" }));
  expect(text).toContain("1.3   C          8     30–38   34–42       4 h   4 h\n");
  expect(text).toContain(
    "42 h on the critical path of sprint 1, 2 h over its window of 40 h; 2 of its 3 tasks are critical for the whole plan\n",
  );
});

test("a sprint that the plan does not have is a usage error that says which it has", () => {
  expect(() => criticalPath(sample, settings(), { sprint: "7.7.7" })).toThrow(UsageError);
  expect(() => criticalPath(small, settings(), { sprint: "9" })).toThrow("no sprint `9` in `plan.md`, it has 1 and 2");
});

test.each([
  [{}, 255, [30, 41, 42, 34, 42, 69, 50, 50]],
  [{ joint: "each" }, 285, [36, 51, 48, 34, 46, 75, 54, 50]],
  [{ all: "share" }, undefined, [29, 119 / 3, 122 / 3, 33, 122 / 3, 67.5, 146 / 3, 46]],
])("the sample's numbers with %o", (reading, duration, sprints) => {
  const config = settings({ reading });
  const data = dataOf("critical-path", criticalPath(sample, config, {}));
  expect(data).toMatchObject({ sprints: sprints.map((hours) => ({ duration: expect.closeTo(hours) })) });
  if (duration !== undefined) expect(data).toMatchObject({ duration });
});

test("the sample's longest sprint", () => {
  const data = dataOf("critical-path", criticalPath(sample, settings(), { sprint: "2.3" }));
  const path = [1, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15].map((number) => `2.3.${number}`);
  expect(data).toMatchObject({ sprints: [{ id: "2.3", duration: 69, overrun: 29, window: { start: 200, end: 240 }, path }] });
});

test("the gates behind the result are named, and how overlaps were read", () => {
  const text = textOf("critical-path", criticalPath(sample, settings(), {}));
  expect(text).toContain(
    "\n6 hard gates: 1.1 → 1.2, 1.2 → 1.3, 1.3 → 2.1, 2.1 → 2.3, 2.2 → 2.3 and 3.1 → 3.2\n2 overlaps (inherit): 2.1 ∥ 2.2 and 2.3 ∥ 3.1\n",
  );
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    "255 h on the critical path under 6 hard gates, 2 overlaps (inherit); 6 of 8 sprints longer than the window",
  );
});

test("of one task, in numbers", () => {
  const data = dataOf("critical-path", criticalPath(small, settings(), {}));
  expect(data).toMatchObject({ duration: 46, path: ["1.1", "1.2", "2.1"], gates: [] });
  expect(data).toHaveProperty("tasks.2", {
    id: "1.3",
    sprint: "1",
    duration: 8,
    earliestStart: 30,
    earliestFinish: 38,
    latestStart: 38,
    latestFinish: 46,
    totalSlack: 8,
    freeSlack: 8,
    critical: false,
  });
});

describe("tasks that wait for each other", () => {
  const cyclic = planOf(sprintPlan([["1.1 | A | 3 | | 1.2", "1.2 | B | 2 | | 1.1"], ["2.1 | C | 4 | | None"]]));

  test("leave no duration, and the rest of the answer", () => {
    const outcome = criticalPath(cyclic, settings({ rules: { "dependency-cycle": "off" } }), {});
    expect(outcome.view).toEqual([]);
    expect(outcome.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([["dependency-cycle", "error"]]);
    const data = dataOf("critical-path", outcome);
    expect(data).not.toHaveProperty("duration");
    expect(data).toMatchObject({ sprints: [{ id: "1" }, { id: "2", duration: 4 }], tasks: [] });
  });

  test("through a gate, too", () => {
    const gates = "\n## Critical Path\n\n```\nSprint 2\n    ↓\nSprint 1 ← Must wait for 2\n```\n";
    const text = sprintPlan([["1.1 | A | 3 | | None"], ["2.1 | B | 2 | | 1.1"]]) + gates;
    const { diagnostics } = criticalPath(planOf(text), settings(), {});
    expect(diagnostics).toMatchObject([{ rule: "dependency-cycle", message: "tasks wait for each other: 1.1 → 2.1 → 1.1" }]);
    expect(diagnostics[0].related).toMatchObject([{ message: "sprint `1` waits for `2`" }]);
  });
});

test("what counts as no hours is said", () => {
  const plan = planOf(
    sprintPlan([["1.1 | A | 3 points | | None", "1.2 | B | | | 1.1", "1.3 | C | soon | | 1.1", "1.4 | D | 5 points | | None"]]),
  );
  expect(
    textOf("critical-path", criticalPath(plan, settings(), {}))
      .split("\n")
      .slice(1, 4),
  ).toEqual([
    "1 task without an estimate: counts 0 h",
    "1 task with an estimate that cannot be read: counts 0 h",
    "2 tasks in points (8 in all; `points.hoursPerPoint` of the configuration says what one is worth): count 0 h",
  ]);
  const hourly = criticalPath(plan, settings({ points: { hoursPerPoint: 2 } }), {});
  expect(textOf("critical-path", hourly)).toContain("10 h on the critical path");
});

test("a plan without tasks has no path", () => {
  const outcome = criticalPath(planOf("# Nothing\n"), settings(), {});
  expect(textOf("critical-path", outcome)).toBe(
    "reading: joint split, all attend, overlap inherit\n\nno task has hours, so that no chain has a length\n",
  );
  expect(dataOf("critical-path", outcome)).toEqual({ duration: 0, path: [], gates: [], sprints: [], tasks: [] });
});
