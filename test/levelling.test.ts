import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../src/analysis/levelling/levelling.ts";
import { planProject } from "../src/analysis/levelling/plan-project.ts";
import type { ConfigInput } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Reading } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";

const WINDOWS: LevellingOptions = { releases: "windows", interruptions: "none" };
const WEEK = { first: 1, last: 1 };

const factsOf = (rows: PlanRows, config: ConfigInput = {}) => computeFacts(buildPlan(rows), configSchema.parse(config));

function level(rows: PlanRows, options: Partial<LevellingOptions> = {}, config: ConfigInput = {}): LevelledPlan {
  const levelled = levelPlan(factsOf(rows, config), { ...WINDOWS, ...options });
  if (levelled === undefined) throw new Error("a cycle");
  return levelled;
}

const spans = ({ tasks }: LevelledPlan) => tasks.map(({ start, finish }) => `${start}-${finish}`);
const breaksIn = (facts: Facts, options = WINDOWS) =>
  planProject(facts, options).project.resources.map(({ breaks = [] }) => breaks.map(({ start, end }) => `${start}-${end}`).join(" "));

describe("ticks", () => {
  const tickOf = (hours: readonly number[], capacity = 40) => {
    const tasks = hours.map((each, index) => ({ id: `T${index}`, hours: each }));
    const { tick, rounded } = planProject(factsOf({ sprints: [{ id: "1", weeks: WEEK, team: [["Ann", capacity]], tasks }] }), WINDOWS);
    return { tick, rounded };
  };

  test("divide all durations and capacities, an hour at most", () => {
    expect(tickOf([2, 4])).toEqual({ tick: 1, rounded: [] });
    expect(tickOf([2, 1.5])).toEqual({ tick: 0.5, rounded: [] });
    expect(tickOf([2], 37.5)).toEqual({ tick: 0.5, rounded: [] });
    expect(tickOf([2, 2 / 3])).toEqual({ tick: 1 / 3, rounded: [] });
  });

  test("are a quarter of an hour at least: what is no multiple of it is rounded up", () => {
    expect(tickOf([2, 0.1, 0.25, 1 / 7])).toEqual({ tick: 0.25, rounded: [1, 3] });
  });
});

describe("people", () => {
  test("do one thing after the other, and joint tasks together", () => {
    const levelled = level({
      tasks: [
        { id: "A", hours: 4, who: ["Ann"] },
        { id: "B", hours: 6, who: ["Ann", "Bob"], after: ["A"] },
        { id: "C", hours: 2, who: ["Bob"], after: ["A"] },
        { id: "D", hours: 5 },
      ],
    });
    expect(levelled.makespan).toBe(9);
    expect(levelled.members.map(({ name, load }) => `${name} ${load}`)).toEqual(["Ann 7", "Bob 5"]);
    expect(spans(levelled)[3]).toBe("0-5");
  });

  test("everybody is the sprint's team, or whoever is named where it lists none", () => {
    const tasks = [
      { id: "A", hours: 4, who: ["Bob"] },
      { id: "B", hours: 2, who: ["All"] },
    ];
    const listed = level({ sprints: [{ id: "1", team: [["Ann", 40]], tasks }] });
    const unlisted = level({ sprints: [{ id: "1", tasks }] });
    expect([listed.makespan, unlisted.makespan]).toEqual([4, 6]);
    expect(listed.tasks[1].members.map((member) => listed.members[member].name)).toEqual(["Ann"]);
    expect(unlisted.tasks[1].members.map((member) => unlisted.members[member].name)).toEqual(["Bob"]);
  });

  test("a team of so many takes whoever is free", () => {
    const tasks = ["A", "B", "C"].map((id) => ({ id, hours: 4, who: ["Ann", "Bob"] }));
    expect([1, 2, 3, 6].map((team) => level({ tasks }, { team }).makespan)).toEqual([12, 6, 6, 2]);
    expect(level({ tasks }, { team: 2 }).members).toEqual([{ name: "team", load: 12, idle: 0 }]);
    expect(level({ tasks: [{ id: "A", hours: 4, who: ["All"] }] }, { team: 2 }, { reading: { all: "share" } }).makespan).toBe(2);
  });
});

describe("availability", () => {
  const sprint = (id: string, first: number, hours: number) => ({
    id,
    weeks: { first, last: first },
    team: [["Ann", hours] as const],
    tasks: [{ id: `${id}.1`, hours: 8, who: ["Ann"] }],
  });

  test("hours below the window's are spread over its days", () => {
    expect(breaksIn(factsOf({ sprints: [sprint("1", 1, 38), sprint("2", 2, 40)] }))).toEqual(["7-8 23-24"]);
    expect(level({ sprints: [sprint("1", 1, 20)] }).makespan).toBe(12);
  });

  test("the last rate goes on, and one sprint's own rate", () => {
    const facts = factsOf({ sprints: [sprint("1", 1, 20), sprint("2", 2, 10)] });
    expect(breaksIn(facts)[0].startsWith("4-8 12-16 20-24 28-32 36-40 42-48 50-56")).toBe(true);
    expect(breaksIn(facts)[0]).toContain("82-88");
    expect(breaksIn(facts, { ...WINDOWS, sprint: 0 })[0]).toContain("60-64");
  });

  test("the last rate goes on through lags, however long they are", () => {
    const tasks = [
      { id: "1.1", hours: 4, who: ["Ann"] },
      { id: "1.2", hours: 20, who: ["Ann"], after: ["1.1 FS+476"] },
    ];
    expect(spans(level({ sprints: [{ id: "1", weeks: WEEK, team: [["Ann", 20]], tasks }] }))).toEqual(["0-4", "480-516"]);
  });

  test("rates of sprints at the same time add up, and between windows there is full time", () => {
    expect(breaksIn(factsOf({ sprints: [sprint("1", 1, 20), sprint("2", 1, 20)] }))).toEqual([""]);
    expect(breaksIn(factsOf({ sprints: [sprint("1", 1, 20), sprint("2", 3, 40)] }))).toEqual(["4-8 12-16 20-24 28-32 36-40"]);
  });

  test("a capacity of no hours is full time, and remembered", () => {
    expect(planProject(factsOf({ sprints: [sprint("1", 1, 0)] }), WINDOWS).withoutHours).toEqual([0]);
    expect(breaksIn(factsOf({ sprints: [sprint("1", 1, 0)] }))).toEqual([""]);
  });

  test("holidays are everybody's, days off one member's", () => {
    const tasks = [
      { id: "A", hours: 10, who: ["Ann"] },
      { id: "B", hours: 10, who: ["Bob"] },
      { id: "C", hours: 10 },
    ];
    const calendar = { start: "2026-03-02", holidays: ["2026-03-03"], daysOff: { AA: ["2026-03-02/2026-03-04"] } };
    const levelled = level({ tasks }, {}, { calendar, aliases: { AA: "Ann" } });
    expect(spans(levelled)).toEqual(["24-34", "0-18", "0-18"]);
    expect(levelled.members).toEqual([
      { name: "Ann", load: 10, idle: 0 },
      { name: "Bob", load: 10, idle: 0 },
    ]);
  });

  test("a long holiday is not forgotten in a short plan", () => {
    const calendar = { start: "2026-03-02", holidays: ["2026-03-02/2026-04-10"] };
    expect(spans(level({ tasks: [{ id: "A", hours: 1, who: ["Ann"] }] }, {}, { calendar }))).toEqual(["240-241"]);
  });

  test("absences come on top, counted from the plan's start also for one sprint", () => {
    const facts = factsOf({ sprints: [sprint("1", 1, 40), sprint("2", 2, 40)] });
    const absences = [{ person: "ann", start: 44, end: 50 }];
    expect(breaksIn(facts, { ...WINDOWS, absences })).toEqual(["44-50"]);
    expect(breaksIn(facts, { ...WINDOWS, absences, sprint: 1 })).toEqual(["4-10"]);
  });
});

describe("windows", () => {
  const rows: PlanRows = {
    sprints: [
      { id: "1", weeks: WEEK, tasks: [{ id: "A", hours: 50, who: ["Ann"] }] },
      { id: "2", weeks: { first: 2, last: 2 }, tasks: [{ id: "B", hours: 4, who: ["Bob"] }] },
    ],
    gates: ["1 > 2"],
  };

  test("hold sprints back, and their ends are due times", () => {
    expect(level({ ...rows, gates: [] }).sprints).toEqual([
      { sprint: 0, start: 0, finish: 50, window: { start: 0, end: 40 }, overrun: 10 },
      { sprint: 1, start: 40, finish: 44, window: { start: 40, end: 80 }, overrun: 0 },
    ]);
    expect(spans(level({ ...rows, gates: [] }, { releases: "asap" }))).toEqual(["0-50", "0-4"]);
  });

  test("one sprint alone begins at its own", () => {
    expect(level(rows, { sprint: 1 })).toMatchObject({ makespan: 4, sprints: [{ sprint: 1, window: { start: 0, end: 40 } }] });
  });

  test("plans whose tasks wait for each other have no schedule", () => {
    const cyclic = factsOf({
      tasks: [
        { id: "A", hours: 1, after: ["B"] },
        { id: "B", hours: 1, after: ["A"] },
      ],
    });
    expect(levelPlan(cyclic, WINDOWS)).toBeUndefined();
    expect(cyclic.levelled()).toBeUndefined();
  });
});

describe("what decides the end", () => {
  const rows: PlanRows = {
    sprints: [
      {
        id: "1",
        weeks: { first: 2, last: 2 },
        tasks: [
          { id: "A", hours: 4, who: ["Ann"] },
          { id: "B", hours: 4, who: ["Ann"] },
          { id: "C", hours: 2, who: ["Bob"] },
        ],
      },
      {
        id: "2",
        tasks: [
          { id: "D", hours: 4, who: ["Bob"] },
          { id: "E", hours: 3, who: ["Bob"], after: ["D"] },
        ],
      },
    ],
    gates: ["1 > 2"],
  };

  test("is a chain of windows, people, gates and dependencies", () => {
    expect(level(rows, {}, { calendar: { daysPerWeek: 1 } }).chain).toEqual([
      { task: 0, reason: { kind: "window", sprint: 0 } },
      { task: 1, reason: { kind: "person", task: 0, member: 0 } },
      { task: 3, reason: { kind: "gate", task: 1, gate: 0 } },
      { task: 4, reason: { kind: "task", task: 3 } },
    ]);
  });

  test("leaves the others slack within their people's order", () => {
    expect(level(rows).tasks.map(({ slack }) => slack)).toEqual([0, 0, 6, 0, 0]);
  });

  test("may begin with the calendar", () => {
    const away = { calendar: { start: "2026-03-02", holidays: ["2026-03-02"] } };
    expect(level({ tasks: [{ id: "A", hours: 4, who: ["Ann"] }] }, {}, away).chain).toEqual([{ task: 0, reason: { kind: "calendar" } }]);
  });

  test("shows a task that was interrupted once for each part", () => {
    const split = level(
      {
        tasks: [
          { id: "A", hours: 8, who: ["Ann"] },
          { id: "B", hours: 1, who: ["Ann"], after: ["C"] },
          { id: "C", hours: 3, who: ["Bob"] },
          { id: "D", hours: 6, after: ["B"] },
        ],
      },
      { interruptions: "split" },
    );
    expect(spans(split)).toEqual(["0-9", "3-4", "0-3", "4-10"]);
    expect(split.chain.map(({ task, reason }) => `${task} ${reason.kind}`)).toEqual(["2 start", "1 task", "3 task"]);
  });
});

describe("a known schedule", () => {
  test("is never made worse", () => {
    const facts = readFacts("plans/backend-refactoring.md");
    const good = levelPlan(facts, WINDOWS);
    const starts = good?.tasks.map(({ start }) => start) ?? [];
    expect(levelPlan(facts, { ...WINDOWS, budget: 1, known: [starts] })?.makespan).toBeLessThanOrEqual(good?.makespan ?? 0);
  });
});

const READINGS: readonly Reading[] = (["split", "each"] as const).flatMap((joint) =>
  (["attend", "share"] as const).flatMap((all) => (["inherit", "wait", "free"] as const).map((overlap) => ({ joint, all, overlap }))),
);

function readFacts(path: string, reading?: Reading): Facts {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const config = configSchema.parse({ reading });
  return computeFacts(parsePlan(createSource(path, text), config), config);
}

describe("the example plans", () => {
  test.each(READINGS)("keep every dependency and person under $joint, $all, $overlap", (reading) => {
    const facts = readFacts("plans/backend-refactoring.md", reading);
    const levelled = levelPlan(facts, { ...WINDOWS, budget: 50 });
    expect(violations(facts, levelled?.tasks ?? [])).toEqual([]);
  });

  test.each(READINGS)("the feasible one keeps its windows under $joint, $all, $overlap", (reading) => {
    const levelled = levelPlan(readFacts("plans/backend-refactoring-feasible.md", reading), { ...WINDOWS, budget: 100 });
    expect(levelled?.sprints.filter(({ overrun }) => overrun > 0)).toEqual([]);
  });
});

/** What a schedule breaks, found by looking at every pair of tasks. */
function violations({ references, durations }: Facts, tasks: LevelledPlan["tasks"]): readonly string[] {
  const early = tasks.flatMap(({ task, start }) =>
    references[task].flatMap(({ reference, targets }) =>
      targets.flatMap((interval) =>
        tasks
          .slice(interval.start, interval.end)
          .filter(({ finish }) => reference !== undefined && finish > start)
          .map((before) => `${task} starts before ${before.task} ends`),
      ),
    ),
  );
  const twice = tasks.flatMap((one) =>
    tasks
      .filter((other) => other.task > one.task && one.start < other.finish && other.start < one.finish)
      .filter(
        (other) => durations[one.task] > 0 && durations[other.task] > 0 && other.members.some((member) => one.members.includes(member)),
      )
      .map((other) => `${one.task} and ${other.task} at once`),
  );
  return [...early, ...twice];
}
