import { describe, expect, test } from "vitest";
import { findMoves, isAhead, isAssigned, levelOnce, type Moves, targetsOf, tasksIn } from "../src/analysis/advice/moves.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../src/analysis/levelling/levelling.ts";
import { HOUR_TOLERANCE, type Plan, type Reference } from "../src/model.ts";
import { settings } from "./command-plans.ts";
import { buildPlan, field, type PlanRows, type SprintRow, type TaskRow } from "./plan-builder.ts";

const OPTIONS: LevellingOptions = { releases: "windows", interruptions: "none", budget: 1 };
const factsOf = (plan: Plan): Facts => computeFacts(plan, settings());
const levelling = (facts: Facts) => levelOnce((each) => levelPlan(facts, each), OPTIONS);

/** A sprint of one week, with a team of Ada and Bob. */
const inWeek = (week: number, tasks: readonly TaskRow[] = [], id = `${week}`): SprintRow => ({
  id,
  weeks: { first: week, last: week },
  team: [
    ["Ada", 40],
    ["Bob", 40],
  ],
  tasks,
});
const work = (id: string, after: readonly string[] = [], more: Partial<TaskRow> = {}): TaskRow => ({
  id,
  hours: 8,
  who: ["Ada"],
  after,
  ...more,
});
const movesIn = (rows: PlanRows, sprint = 0): Moves => {
  const facts = factsOf(buildPlan(rows));
  return findMoves(facts, sprint, levelling(facts));
};
const groupsIn = (rows: PlanRows, sprint = 0) => [...movesIn(rows, sprint).groups];

describe("sprints that come later", () => {
  test("begin when the window is over, and are named in their order in time", () => {
    const sprints = [inWeek(2), inWeek(5), inWeek(1), inWeek(4), inWeek(2, [], "same week"), inWeek(3), inWeek(4, [], "too")];
    expect(movesIn({ sprints }).later).toEqual([5, 3, 6, 1]);
  });

  test("have weeks, and so has the sprint itself", () => {
    const sprints = [inWeek(1), { id: "no weeks" }, inWeek(2)];
    expect(movesIn({ sprints }).later).toEqual([2]);
    expect(movesIn({ sprints }, 1).later).toEqual([]);
  });

  test.each([
    ["no gate", [], [1, 2, 3]],
    ["a gate before one of them, to which tasks may still go", ["1 > 3"], [1, 2]],
    ["the first of two gates", ["1 > 3", "1 > 2"], [1]],
    ["a gate that lets sprints overlap", ["1 ~ 2"], [1, 2, 3]],
    ["a gate behind another sprint", ["2 > 3"], [1, 2, 3]],
    ["a gate before a sprint that has no weeks", ["1 > somewhere"], []],
  ])("are open behind %s", (_what, gates, open) => {
    const sprints = [inWeek(1), inWeek(2), inWeek(3), inWeek(4), { id: "somewhere" }];
    expect(movesIn({ sprints, gates }).open).toEqual(open);
  });
});

describe("sprints that could take tasks", () => {
  const sprints = [inWeek(1, [work("1.1")]), inWeek(2, [work("2.1")]), inWeek(3, [work("3.1")])];
  const facts = factsOf(buildPlan({ sprints }));
  const level = levelling(facts);
  const late = (levelled: LevelledPlan | undefined, overrun: number): LevelledPlan | undefined =>
    levelled && { ...levelled, sprints: levelled.sprints.map((sprint) => ({ ...sprint, overrun })) };

  test("keep their own windows", () => {
    const overruns = [0, HOUR_TOLERANCE, HOUR_TOLERANCE / 2];
    expect(findMoves(facts, 0, (index) => late(level(index), overruns[index])).targets).toEqual([2]);
    expect(findMoves(facts, 0, (index) => (index === 1 ? undefined : level(index))).targets).toEqual([2]);
  });

  test("may be empty as yet", () => {
    expect(movesIn({ sprints: [inWeek(1), inWeek(2), inWeek(3, [work("3.1", [], { hours: 48 })])] }).targets).toEqual([1]);
  });

  test.each([
    ["all others are proven to be too long", 48, true],
    ["another was late, but is not proven to be", 40, false],
    ["another was late by no more than is known", 40 + HOUR_TOLERANCE, false],
  ])("are all there are, where %s", (_what, lowerBound, settled) => {
    const unsure = (index: number) => {
      const levelled = late(level(index), 8);
      return index === 2 ? level(index) : levelled && { ...levelled, lowerBound };
    };
    expect(findMoves(facts, 0, unsure)).toMatchObject({ settled, targets: [2] });
  });

  test("are all there are, where nothing is known of another, only if that is proven too", () => {
    expect(findMoves(facts, 0, (index) => (index === 1 ? undefined : level(index))).settled).toBe(false);
    expect(findMoves(facts, 0, level).settled).toBe(true);
  });
});

describe("tasks that move together", () => {
  const later = [inWeek(2), inWeek(3)];

  test("are a task and whatever of its sprint waits for it, in document order", () => {
    const first = inWeek(1, [work("1.1", ["1.2"]), work("1.2"), work("1.3", ["1.1"]), work("1.4")]);
    expect(groupsIn({ sprints: [first, ...later] })).toEqual([
      [0, [0, 2]],
      [1, [0, 1, 2]],
      [2, [2]],
      [3, [3]],
    ]);
  });

  test.each<[string, TaskRow, readonly number[]]>([
    ["is done", work("1.2", ["1.1"], { status: "done" }), []],
    ["takes no time", work("1.2", ["1.1"], { hours: 0 }), []],
    ["is a meeting of everybody", work("1.2", ["1.1"], { who: ["All"] }), []],
    ["has parts", work("1.2", ["1.1"]), []],
    ["is plain work", work("1.2", ["1.1"]), [0, 1]],
  ])("do not include one that %s", (what, waiter, movable) => {
    const parts = what === "has parts" ? [{ id: "1.2.1", parent: 1 }] : [];
    expect(groupsIn({ sprints: [inWeek(1, [work("1.1"), waiter, ...parts]), ...later] }).map(([task]) => task)).toEqual(movable);
  });

  test("are not those of the next sprint", () => {
    expect(groupsIn({ sprints: [inWeek(1, [work("1.1")]), inWeek(2, [work("2.1")]), inWeek(3)] })).toEqual([[0, [0]]]);
    expect(groupsIn({ sprints: [inWeek(1, [work("1.1")]), inWeek(2, [work("2.1")]), inWeek(3)] }, 1)).toEqual([[1, [1]]]);
  });

  test.each([
    ["the sprint after the next", [inWeek(2), inWeek(3, [work("3.1", ["1.1"])])], [1, 2]],
    ["the next sprint", [inWeek(2, [work("2.1", ["1.1"])]), inWeek(3)], [1]],
    ["a sprint at the same time", [inWeek(2), inWeek(3), inWeek(1, [work("x", ["1.1"])], "x")], undefined],
    ["a sprint without weeks", [inWeek(2), inWeek(3), { id: "x", tasks: [work("x", ["1.1"])] }], undefined],
  ])("are in time for what waits for them in %s", (_where, others, targets) => {
    const facts = factsOf(buildPlan({ sprints: [inWeek(1, [work("1.1")]), ...others] }));
    const moves = findMoves(facts, 0, levelling(facts));
    const group = moves.groups.get(0);
    expect(group && targetsOf(facts, moves, group)).toEqual(targets);
  });

  test("stay where a task outside of all sprints waits for them", () => {
    expect(groupsIn({ sprints: [inWeek(1, [work("1.1"), work("1.2")]), ...later], tasks: [work("x", ["1.1"])] })).toEqual([[1, [1]]]);
  });

  test("go to the nearest two sprints that have their people", () => {
    const without = (week: number): SprintRow => ({ ...inWeek(week), team: [["Ada", 40]] });
    const nobody = (week: number): SprintRow => ({ ...inWeek(week), team: [] });
    const tasks = [work("1.1"), work("1.2", [], { who: ["Ada", "Bob"] }), work("1.3", [], { who: ["Bob"] })];
    const facts = factsOf(buildPlan({ sprints: [inWeek(1, tasks), without(2), nobody(3), inWeek(4), inWeek(5)] }));
    const moves = findMoves(facts, 0, levelling(facts));
    const found = [[0], [1], [2], [0, 2]].map((group) => targetsOf(facts, moves, group));
    expect(found).toEqual([
      [1, 2],
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
  });

  test("find their people by their names, however those are written", () => {
    const plan = buildPlan({ sprints: [inWeek(1, [work("1.1")]), inWeek(2)] });
    const named = (name: { readonly text: string; readonly value: string | undefined }): Plan => {
      const team = [{ name: { ...field(name.text, name.value) }, capacity: field("40", 40) }];
      return { ...plan, sprints: plan.sprints.map((sprint) => (sprint.index === 1 ? { ...sprint, team } : sprint)) };
    };
    const targets = (changed: Plan) => {
      const facts = factsOf(changed);
      return targetsOf(facts, findMoves(facts, 0, levelling(facts)), [0]);
    };
    expect(targets(named({ text: "**ada**", value: "ada" }))).toEqual([1]);
    expect(targets(named({ text: "ADA", value: undefined }))).toEqual([1]);
    expect(targets(named({ text: "Ada", value: "Bob" }))).toEqual([]);
  });
});

describe("whoever waits for a sprint's tasks", () => {
  test("is known for its own tasks alone, with everybody who does", () => {
    const sprints = [
      inWeek(1, [work("1.1")]),
      inWeek(2, [work("2.1", ["1.1"]), work("2.2", ["2.1"]), work("2.3", ["2.1", "2.2"])]),
      inWeek(3, [work("3.1", ["2.3"]), work("3.2", ["3.1"])]),
    ];
    expect([...movesIn({ sprints }, 1).waiting]).toEqual([
      [1, [2, 3]],
      [2, [3]],
      [3, [4]],
    ]);
  });

  test("is no meeting about all tasks, but any other task that names them so", () => {
    const tasks = [work("1.1"), work("1.2", ["All"]), work("1.3", ["All", "1.2"], { who: ["All"] })];
    expect([...movesIn({ sprints: [inWeek(1, tasks)] }).waiting]).toEqual([
      [0, [1]],
      [1, [2]],
    ]);
  });

  test("is no meeting that waits for something unreadable", () => {
    const unreadable = field<Reference>("???", undefined);
    const plan = buildPlan({ sprints: [inWeek(1, [work("1.1"), work("1.2", ["1.1"], { who: ["All"] })])] });
    const tasks = plan.tasks.map((task) => ({ ...task, dependencies: [...task.dependencies, unreadable] }));
    const facts = factsOf({ ...plan, tasks });
    expect([...findMoves(facts, 0, levelling(facts)).waiting]).toEqual([[0, [1]]]);
  });
});

test("a sprint has the tasks under it", () => {
  const plan = buildPlan({ sprints: [inWeek(1, [work("1.1"), work("1.2")]), inWeek(2, [work("2.1")]), inWeek(3)], tasks: [work("x")] });
  expect([0, 1, 2].map((sprint) => tasksIn(plan, sprint))).toEqual([[0, 1], [2], []]);
});

test("each sprint is levelled once, as the options ask", () => {
  const asked: LevellingOptions[] = [];
  const level = levelOnce(
    (options) => {
      asked.push(options);
      return undefined;
    },
    { ...OPTIONS, sprint: 7 },
  );
  expect([level(1), level(2), level(1)]).toEqual([undefined, undefined, undefined]);
  expect(asked).toEqual([
    { ...OPTIONS, sprint: 1 },
    { ...OPTIONS, sprint: 2 },
  ]);
});

test.each<[string, Partial<TaskRow>, readonly [ahead: boolean, assigned: boolean]]>([
  ["of one", {}, [true, true]],
  ["of nobody as yet", { who: [] }, [true, true]],
  ["of everybody", { who: ["All"] }, [true, false]],
  ["that is begun", { status: "started" }, [true, true]],
  ["that is done", { status: "done" }, [false, false]],
  ["that is dropped", { status: "dropped" }, [false, false]],
  ["of everybody that is done", { status: "done", who: ["All"] }, [false, false]],
  ["without hours", { hours: 0 }, [false, false]],
  ["with hardly any hours", { hours: HOUR_TOLERANCE }, [false, false]],
])("a task %s may be ahead, and assigned to people", (_what, more, expected) => {
  const facts = factsOf(buildPlan({ sprints: [inWeek(1, [work("1.1", [], more)])] }));
  expect([isAhead(facts, 0), isAssigned(facts, 0)]).toEqual(expected);
});
