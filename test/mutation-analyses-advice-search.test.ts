import { describe, expect, test } from "vitest";
import { type Advice, findAdvice } from "../src/analysis/advice/advice.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import type { LevellingOptions } from "../src/analysis/levelling/levelling.ts";
import { readChange } from "../src/commands/what-if/grammar.ts";
import { settings } from "./command-plans.ts";
import { buildPlan, type PlanRows, type SprintRow, type TaskRow } from "./plan-builder.ts";

interface Rows extends PlanRows {
  /** Ids of tasks that could be left out. */
  readonly optional?: readonly string[];
}

function adviceOn({ optional = [], ...rows }: Rows, options: Partial<LevellingOptions> = {}): readonly Advice[] {
  const plan = buildPlan(rows);
  const tasks = plan.tasks.map((task) => ({ ...task, optional: optional.includes(task.id.text) }));
  const levelling: LevellingOptions = { releases: "windows", interruptions: "none", budget: 10, ...options };
  return findAdvice(computeFacts({ ...plan, tasks }, settings()), levelling, readChange);
}
/** What is advised for the first sprint that does not fit. */
const firstOn = (rows: Rows, options: Partial<LevellingOptions> = {}) => {
  const [advice] = adviceOn(rows, options);
  return { tried: advice.tried, sets: advice.sets.map(({ words, finish }) => `${words.join(", ")}: ${finish}`) };
};

const TEAM = ["Engineer 1", "Engineer 2", "Tester", "Writer 1", "Writer 2"];
const inWeek = (week: number, tasks: readonly TaskRow[] = [], team = TEAM): SprintRow => ({
  id: `${week}`,
  weeks: { first: week, last: week },
  team: team.map((name) => [name, 40] as const),
  tasks,
});
const work = (id: string, hours: number, who = "Engineer 1", after: readonly string[] = []): TaskRow => ({
  id,
  hours,
  who: who.split(" + "),
  after,
});
/** Tasks `a`, `b` and so on with these hours. */
const works = (hours: readonly number[], who = "Engineer 1") => hours.map((each, at) => work("abcdefghijkl"[at], each, who));
const of = (hours: readonly number[], ...others: readonly SprintRow[]): Rows => ({ sprints: [inWeek(1, works(hours)), ...others] });
const testing = (hours: readonly number[], ...others: readonly SprintRow[]): Rows => ({
  sprints: [inWeek(1, works(hours, "Tester")), ...others],
});

describe("advice is for sprints", () => {
  const second = inWeek(2, [work("x", 24), work("y", 24)]);

  test.each<[string, Rows, readonly number[]]>([
    ["that do not fit their windows", of([24, 24], second), [0, 1]],
    ["but not for those that just fit", of([40], second), [1]],
    ["nor for those without tasks", of([], second), [1]],
    ["nor for those without windows", { sprints: [{ id: "some time", tasks: works([48]) }, second] }, [1]],
    [
      "of plans whose tasks do not wait for each other",
      { sprints: [inWeek(1, [work("a", 48, "Tester", ["z"])]), inWeek(2, [work("z", 8, "Tester", ["a"])])] },
      [],
    ],
  ])("%s", (_what, rows, expected) => {
    expect(adviceOn(rows).map(({ sprint }) => sprint)).toEqual(expected);
  });

  test("or for the only one that is levelled", () => {
    expect(adviceOn(of([24, 24], second), { sprint: 1 }).map(({ sprint }) => sprint)).toEqual([1]);
  });

  test("with how late they are, counted from their own starts", () => {
    expect(adviceOn(of([], inWeek(2, [work("x", 8), work("y", 40)])))).toMatchObject([
      { sprint: 1, window: 40, finish: 48, overrun: 8, tried: 2 },
    ]);
  });
});

describe("what is enough", () => {
  test.each<[string, Rows, readonly string[]]>([
    ["fills the window to the last hour", of([40, 8]), ["assign b to Engineer 2: 40", "assign a to Engineer 2: 40"]],
    [
      "is told up to three times, the cheapest first",
      of([8, 9, 10, 11, 6]),
      ["assign e to Engineer 2: 38", "assign a to Engineer 2: 36", "assign b to Engineer 2: 35"],
    ],
    ["goes to the nearest sprint only", testing([24, 24], inWeek(2), inWeek(3)), ["move a to 2: 24", "move b to 2: 24"]],
    [
      "may be one of several people",
      { sprints: [inWeek(1, works([24, 25]), ["Engineer 1", "Engineer 2", "Engineer 3"])] },
      ["assign a to Engineer 2: 25", "assign a to Engineer 3: 25", "assign b to Engineer 2: 25"],
    ],
    ["may be several moves", testing([20, 20, 18, 22], inWeek(2)), ["move d to 2, move c to 2: 40", "move a to 2, move b to 2: 40"]],
    [
      "is not more than is needed",
      { sprints: [inWeek(1, [work("a", 24, "Tester"), work("b", 20, "Tester"), work("c", 4, "Tester", ["a"])]), inWeek(2)] },
      ["move b to 2: 28"],
    ],
  ])("%s", (_what, rows, expected) => {
    expect(firstOn(rows).sets).toEqual(expected);
  });

  test("costs nothing more than another way that has as many changes", () => {
    const tasks = [work("a", 16), work("b", 16), work("c", 16), work("d", 10, "Engineer 1", ["a"])];
    expect(firstOn({ sprints: [inWeek(1, tasks), inWeek(2)] })).toEqual({
      tried: 26,
      sets: [
        "assign a to Engineer 2, assign d to Engineer 2: 32",
        "assign b to Engineer 2, assign d to Engineer 2: 32",
        "assign c to Engineer 2, assign d to Engineer 2: 32",
      ],
    });
  });

  test("may ask for interruptions, where those are allowed", () => {
    const tasks = [
      work("a", 30),
      work("t", 10, "Tester"),
      work("m", 8, "Engineer 1 + Tester", ["t"]),
      work("v", 24, "Writer 1", ["m"]),
      work("w", 10, "Writer 1", ["m"]),
    ];
    const rows = { sprints: [inWeek(1, tasks)] };
    expect(firstOn(rows, { interruptions: "split" }).sets).toEqual(["assign w to Writer 2: 38", "assign v to Writer 2: 38"]);
  });
});

describe("where nothing is enough", () => {
  test.each<[string, Rows, ReturnType<typeof firstOn>]>([
    ["nothing is advised that changes nothing", testing([48]), { tried: 0, sets: [] }],
    ["the search ends when no more changes are proven to help", of([30, 30, 30]), { tried: 6, sets: ["assign a to Engineer 2: 60"] }],
    [
      "that is so too where work only changes places",
      { sprints: [inWeek(1, [...works([30, 30]), work("c", 30, "Engineer 2")])] },
      { tried: 2, sets: [] },
    ],
    [
      "it does not go on from what makes the sprint longer",
      { sprints: [inWeek(1, [...works([30, 12]), work("c", 30, "Engineer 2")])] },
      { tried: 3, sets: [] },
    ],
    [
      "it goes on while that is not proven",
      { sprints: [inWeek(1, [...works([27, 27]), work("c", 26, "Engineer 2")])] },
      { tried: 5, sets: ["assign a to Engineer 2: 53"] },
    ],
    [
      "no change is made that makes a later sprint too long",
      { ...testing([30, 30, 4], inWeek(2, [work("z", 36, "Tester")])), optional: ["c"] },
      { tried: 8, sets: ["move c to 2: 60"] },
    ],
    [
      "no move makes tasks wait for each other",
      {
        sprints: [
          inWeek(1, [work("a", 24, "Tester", ["z"]), work("b", 24, "Tester", ["z"])]),
          inWeek(2, [work("z", 48, "Writer 1")]),
          inWeek(3),
        ],
        gates: ["3 > 2"],
      },
      { tried: 3, sets: [] },
    ],
  ])("%s", (_what, rows, expected) => {
    expect(firstOn(rows)).toEqual(expected);
  });
});

describe("the search", () => {
  test.each<[string, Rows, number]>([
    ["stops at the first size that is enough", of([24, 24]), 2],
    ["enlarges the six best sets", of([6, 6, 6, 6, 6, 6, 6, 6]), 35],
    ["tries each set once", of([13, 13, 13, 13, 13, 13]), 34],
    [
      "tries fewer sets in a long plan",
      { ...of([6, 6, 6, 6, 6, 6, 6, 6]), tasks: Array.from({ length: 1000 }, (_unused, at) => ({ id: `x${at}` })) },
      29,
    ],
    [
      "tries some sets in any plan",
      { ...of([6, 6, 6, 6, 6, 6, 6, 6]), tasks: Array.from({ length: 2000 }, (_unused, at) => ({ id: `x${at}` })) },
      20,
    ],
  ])("%s", (_what, rows, tried) => {
    expect(firstOn(rows, { budget: 1 }).tried).toBe(tried);
  });

  test("makes up to six changes, and tries up to 300 sets", () => {
    const team = ["Engineer 1", "Engineer 2", "Engineer 3"];
    const { tried, sets } = firstOn({ sprints: [inWeek(1, works([13, 13, 13, 13, 13, 13, 13, 13, 13]), team)] }, { budget: 1 });
    expect(tried).toBe(300);
    expect(sets[0]).toBe(
      `${["a", "b", "c"].map((id) => `assign ${id} to Engineer 2`).join(", ")}, ${["d", "e", "f"].map((id) => `assign ${id} to Engineer 3`).join(", ")}: 39`,
    );
  });
});
