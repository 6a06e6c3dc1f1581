import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { beginningOf, countWrittenOut, resolveReferences, targetsOf, writtenOut } from "../src/analysis/references.ts";
import { criticalPath } from "../src/commands/critical-path.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Reference } from "../src/model.ts";
import { answerIn, runOn } from "./command-line.ts";
import { buildPlan, field, type PlanRows, type TaskRow } from "./plan-builder.ts";

const named = (...ids: readonly string[]): readonly TaskRow[] => ids.map((id) => ({ id }));
const cyclesOf = (rows: PlanRows) => computeFacts(buildPlan(rows), defaultConfig).cycles();

/** The last task's first dependency: the places of the tasks that it stands for, and what else is said of it. */
function lastOf(rows: PlanRows, config = defaultConfig) {
  const [resolution] = resolveReferences(buildPlan(rows), config).at(-1) ?? [];
  const { problem, vague } = resolution;
  return { tasks: writtenOut([resolution]), problem, vague };
}

const means = (...tasks: readonly number[]) => ({ tasks, problem: undefined, vague: false });
const unknown = (role: string, ...ids: readonly string[]) => ({ kind: "unknown", role, ids });

describe("what a dependency stands for", () => {
  const sprints = [
    { id: "1", tasks: named("X", "A", "X") },
    { id: "2", tasks: named("B", "X", "C", "X") },
    { id: "3", tasks: named("X", "D") },
  ];
  test.each([
    ["the first of its own sprint's", [...sprints, { id: "4", tasks: [...named("E", "X", "X"), { id: "F", after: ["X"] }] }], means(10)],
    ["though it begins the sprint", [...sprints, { id: "4", tasks: [...named("X"), { id: "F", after: ["X"] }] }], means(9)],
    ["the first of all where its own sprint has none", [...sprints, { id: "4", tasks: [{ id: "F", after: ["X"] }] }], means(0)],
    ["the only one, wherever it is", [...sprints, { id: "4", tasks: [{ id: "F", after: ["B"] }] }], means(3)],
    ["all before it in its sprint", [...sprints, { id: "4", tasks: [...named("E", "G"), { id: "F", after: ["All"] }] }], means(9, 10)],
    ["all where nothing is before it", [...sprints, { id: "4", tasks: [{ id: "F", after: ["All"] }] }], means()],
    [
      "all earlier sprints",
      [...sprints.slice(0, 1), { id: "4", tasks: [...named("E"), { id: "F", after: ["group:All prior sprints"] }] }],
      means(0, 1, 2),
    ],
    ["all earlier sprints of the first", [{ id: "4", tasks: [...named("E"), { id: "F", after: ["group:All previous phases"] }] }], means()],
    [
      "words that mean nothing",
      [{ id: "1", tasks: [...named("A", "B"), { id: "F", after: ["group:All walls"] }] }],
      { ...means(0, 1), vague: true },
    ],
    [
      "words of another sprint",
      [
        { id: "1", tasks: [{ id: "A", after: ["group:All walls"] }] },
        { id: "2", tasks: [...named("B"), { id: "F", after: ["group:All walls"] }] },
      ],
      { ...means(1), vague: true },
    ],
    ["a range round itself", [{ id: "1", tasks: [...named("A"), { id: "F", after: ["A..F"] }] }], means(0)],
    ["a range of one", [{ id: "1", tasks: [...named("A"), { id: "F", after: ["A..A"] }] }], means(0)],
    [
      "a range the other way round",
      [{ id: "1", tasks: [...named("A", "B"), { id: "F", after: ["B..A"] }] }],
      { ...means(0, 1), problem: { kind: "reversed" } },
    ],
    [
      "a range that begins nowhere",
      [{ id: "1", tasks: [...named("A", "B"), { id: "F", after: ["Q..B"] }] }],
      { ...means(1), problem: unknown("task", "Q") },
    ],
    [
      "a range from nowhere to nowhere",
      [{ id: "1", tasks: [{ id: "F", after: ["Q..R"] }] }],
      { ...means(), problem: unknown("task", "Q", "R") },
    ],
    ["a section", [...sprints, { id: "4", tasks: [{ id: "F", after: ["sprint:3"] }] }], means(7, 8)],
    ["a section that is not there", [{ id: "1", tasks: [{ id: "F", after: ["week:7"] }] }], { ...means(), problem: unknown("week", "7") }],
    ["something else", [{ id: "1", tasks: [{ id: "F", after: ["outside"] }] }], { ...means(), problem: { kind: "outside" } }],
    [
      "an id without letters",
      [{ id: "1", tasks: [...named("", ""), { id: "F", after: [""] }] }],
      { ...means(), problem: unknown("task", "") },
    ],
  ] as const)("%s", (_name, given, expected) => {
    expect(lastOf({ sprints: given })).toEqual(expected);
  });

  test("the first of all, though a later sprint has one, too", () => {
    const plan = buildPlan({ sprints: [{ id: "1", tasks: named("X") }, { id: "2", tasks: [{ id: "F", after: ["X"] }] }, ...sprints] });
    expect(writtenOut(resolveReferences(plan, defaultConfig)[1])).toEqual([0]);
  });
  test("tasks of no sprint stand together, apart from those of sprints", () => {
    expect(lastOf({ sprints, tasks: [...named("Y"), { id: "F", after: ["All"] }] })).toEqual(means(9));
    expect(lastOf({ tasks: [...named("X", "Y", "X"), { id: "F", after: ["X"] }] })).toEqual(means(0));
  });
  test("a configured group may name what is not there", () => {
    const config = configSchema.parse({ groups: { "All walls": ["B", "Q", "A"], "All nothing": [] } });
    const tasks = named("A", "B");
    expect(lastOf({ tasks: [...tasks, { id: "F", after: ["group:all walls"] }] }, config)).toEqual({
      ...means(0, 1),
      problem: unknown("task", "Q"),
    });
    expect(lastOf({ tasks: [...tasks, { id: "F", after: ["group:all nothing"] }] }, config)).toEqual(means());
  });
  test("what cannot be read is outside of the plan, and ties nothing", () => {
    const plan = buildPlan({ tasks: [...named("A"), { id: "B" }] });
    const unread = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, dependencies: [field<Reference>("see mail", undefined)] })) };
    const problem = { kind: "outside" };
    expect(resolveReferences(unread, defaultConfig)[1]).toEqual([{ reference: undefined, targets: [], problem, vague: false }]);
    expect(computeFacts(unread, defaultConfig).network().targets).toHaveLength(0);
  });
});

test("what stands for many tasks counts each once, and shows the first of them", () => {
  const tasks = [
    ...named("A", "B", "C", "D", "E"),
    { id: "F", after: ["D..E", "A..B", "B..C", "A"] },
    { id: "G", after: ["B..E"] },
    { id: "H" },
  ];
  const references = resolveReferences(buildPlan({ tasks }), defaultConfig);
  expect(targetsOf(references[5])).toEqual([{ start: 0, end: 5 }]);
  expect([targetsOf(references[6]), targetsOf(references[7])]).toEqual([[{ start: 1, end: 5 }], []]);
  expect([writtenOut(references[5]), writtenOut(references[7])]).toEqual([[0, 1, 2, 3, 4], []]);
  expect(countWrittenOut(references)).toBe(9);
  expect(beginningOf(references[6][0], 3)).toEqual({ count: 4, first: [1, 2, 3] });
  expect(beginningOf(references[6][0], 9)).toEqual({ count: 4, first: [1, 2, 3, 4] });
  expect(beginningOf(references[6][0], 0)).toEqual({ count: 4, first: [] });
});

describe("tasks that wait for each other", () => {
  test("are told by the gates on each step, from the first task on", () => {
    const sprints = [{ id: "1", tasks: named("A") }, { id: "2" }, { id: "3", tasks: [...named("B"), { id: "C", after: ["B"] }] }];
    expect(cyclesOf({ sprints, gates: ["3 > 1", "1 > 2", "2 > 3"] })).toEqual([
      {
        tasks: [0, 1],
        steps: [
          { kind: "gate", from: 0, to: 1, gates: [1, 2] },
          { kind: "gate", from: 1, to: 0, gates: [0] },
        ],
      },
    ]);
  });
  test("by the dependency where one says the same as a gate", () => {
    const sprints = [
      { id: "1", tasks: [{ id: "A", after: ["X", "B"] }] },
      { id: "2", tasks: [{ id: "B", after: ["A"] }] },
    ];
    expect(cyclesOf({ sprints, gates: ["1 > 2"] })[0]).toEqual({
      tasks: [0, 1],
      steps: [
        { kind: "reference", from: 0, to: 1, dependency: 0 },
        { kind: "reference", from: 1, to: 0, dependency: 1 },
      ],
    });
  });
  test("by the shortest way, of equal ones that through the first task", () => {
    const ring = (index: number, size: number) => [`t${(index + size - 1) % size}`];
    const rows = (size: number, more: (index: number) => readonly string[]) =>
      Array.from({ length: size }, (_unused, index) => ({ id: `t${index}`, after: [...ring(index, size), ...more(index)] }));
    expect(cyclesOf({ tasks: rows(6, (index) => (index === 3 ? ["t4"] : [])) })[0].tasks).toEqual([3, 4]);
    expect(cyclesOf({ tasks: rows(6, (index) => (index === 4 ? ["t5"] : index === 1 ? ["t2"] : [])) })[0].tasks).toEqual([1, 2]);
    expect(cyclesOf({ tasks: rows(6, (index) => (index === 3 ? ["t3"] : [])) })[0].tasks).toEqual([3]);
  });
  test("by any way through the first task where they are more than two thousand, or too far on", () => {
    const lengthOf = (size: number, short: number) => {
      const tasks = Array.from({ length: size }, (_unused, index) => ({
        id: `t${index}`,
        after: [`t${(index + size - 1) % size}`, ...(index === short ? [`t${short + 1}`] : [])],
      }));
      return cyclesOf({ tasks })[0].tasks.length;
    };
    expect([lengthOf(2_000, 100), lengthOf(2_001, 100), lengthOf(2_000, 600)]).toEqual([2, 2_001, 2_000]);
  });
  test("and nobody else", () => {
    const tasks = [
      ...named("A"),
      { id: "B", after: ["A", "C"] },
      { id: "C", after: ["B"] },
      { id: "D", after: ["C", "D"] },
      { id: "E", after: ["D"] },
    ];
    expect(cyclesOf({ tasks }).map((cycle) => cycle.tasks)).toEqual([[1, 2], [3]]);
  });
});

describe("a cycle takes an answer away", () => {
  const table = "| ID | Task | Hours | Depends On |\n|---|---|---|---|\n";
  const plan = `## Sprint 1\n\n${table}| A | Dig | 3 | B |\n\n## Sprint 2\n\n${table}| B | Lay | 3 | A |\n`;
  const hidden = "<!-- sprintplan-disable dependency-cycle -->\n\n";
  test("whatever a comment hides", () => {
    for (const text of [plan, hidden + plan]) {
      const said = answerIn(runOn(text, "critical-path")).diagnostics;
      expect(said.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(["dependency-cycle: task `A` waits for itself, through `B`"]);
    }
  });
  test("with each gate on the way", () => {
    const sprints = [
      { id: "1", tasks: named("A") },
      { id: "2", tasks: named("B") },
      { id: "3", tasks: [{ id: "C", after: ["A"] }] },
    ];
    const { diagnostics } = criticalPath(buildPlan({ sprints, gates: ["3 > 2", "2 ~ 1"] }), defaultConfig, {});
    expect(
      diagnostics.map(({ rule, severity, message, related, help }) => ({
        rule,
        severity,
        message,
        help,
        related: related?.map((each) => each.message),
      })),
    ).toEqual([
      {
        rule: "dependency-cycle",
        severity: "error",
        message: "tasks wait for each other: A → C → A",
        help: "`sprintplan check` names the dependency or gate that is at fault",
        related: ["sprint `2` waits for `3`", "sprint `1` may overlap `2`"],
      },
    ]);
  });
});
