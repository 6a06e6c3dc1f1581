import { describe, expect, test } from "vitest";
import { findMoves, levelOnce, type Moves } from "../src/analysis/advice/moves.ts";
import { findProofs } from "../src/analysis/advice/proofs.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import { HOUR_TOLERANCE, type Plan } from "../src/model.ts";
import { settings } from "./command-plans.ts";
import { buildPlan, field, type SprintRow, type TaskRow } from "./plan-builder.ts";

const factsOf = (plan: Plan): Facts => computeFacts(plan, settings());
const movesOf = (facts: Facts, sprint: number): Moves => {
  const options = { releases: "windows", interruptions: "none", budget: 1 } as const;
  return findMoves(
    facts,
    sprint,
    levelOnce((each) => levelPlan(facts, each), options),
  );
};
const proofsOn = (plan: Plan, { sprint = 0, ...moves }: Partial<Moves> & { readonly sprint?: number } = {}) => {
  const facts = factsOf(plan);
  return findProofs(facts, sprint, { ...movesOf(facts, sprint), ...moves });
};

interface Row extends TaskRow {
  readonly optional?: boolean;
}
const TEAM = [
  ["Engineer 1", 40],
  ["Engineer 2", 40],
  ["Tester", 40],
  ["Writer", 40],
] as const;
const inWeek = (week: number, tasks: readonly Row[] = []): SprintRow => ({
  id: `${week}`,
  weeks: { first: week, last: week },
  team: TEAM,
  tasks,
});
const planOf = (...sprints: readonly SprintRow[]): Plan => {
  const rows: readonly Row[] = sprints.flatMap(({ tasks }) => tasks ?? []);
  const plan = buildPlan({ sprints });
  return { ...plan, tasks: plan.tasks.map((task, at) => ({ ...task, optional: rows[at].optional ?? false })) };
};
const work = (id: string, hours: number, who: string, more: Partial<Row> = {}): Row => ({ id, hours, who: who.split(" + "), ...more });
const optional = { optional: true } as const;

const NO_MATES = { kinds: ["assign"], reason: { kind: "no-mates" } };
const NO_JOINT = { kinds: ["split"], reason: { kind: "no-joint-tasks" } };
const NOTHING_OPTIONAL = { kinds: ["drop"], reason: { kind: "nothing-optional" } };
const NO_LATER = { kinds: ["move"], reason: { kind: "no-later-sprint" } };

/** What of a kind of change is proven to be missing in a first sprint with these tasks. */
const missingFor = (kind: string, ...tasks: readonly Row[]) =>
  proofsOn(planOf(inWeek(1, tasks))).flatMap(({ kinds, reason }) =>
    kinds.length === 1 && kinds[0] === kind && !("hours" in reason) ? [reason.kind] : [],
  );

describe("work changes hands only where", () => {
  test.each<[string, readonly Row[], readonly string[]]>([
    ["somebody with work has a mate", [work("1.1", 8, "Engineer 1")], []],
    ["one of several people has a mate", [work("1.1", 8, "Tester + Engineer 1")], []],
    ["one of several tasks is of somebody with a mate", [work("1.1", 8, "Tester"), work("1.2", 8, "Engineer 2")], []],
    ["not only others have work", [work("1.1", 8, "Tester")], ["no-mates"]],
    ["not only somebody from elsewhere has work", [work("1.1", 8, "Zed")], ["no-mates"]],
    ["the work is still to come", [work("1.1", 8, "Engineer 1", { status: "done" })], ["no-mates"]],
    ["it is no meeting of everybody", [work("1.1", 8, "All")], ["no-mates"]],
  ])("%s", (_what, tasks, expected) => {
    expect(missingFor("assign", ...tasks)).toEqual(expected);
  });

  test("names say so, however they are written", () => {
    const plan = planOf(inWeek(1, [work("1.1", 8, "Engineer 1")]));
    const rename = (text: string, value: string | undefined): Plan => ({
      ...plan,
      sprints: plan.sprints.map((sprint) => ({
        ...sprint,
        team: sprint.team.map((member, at) => (at === 0 ? { ...member, name: field(text, value) } : member)),
      })),
    });
    expect(proofsOn(rename("Boss", "Engineer 1"))).not.toContainEqual(NO_MATES);
    expect(proofsOn(rename("Engineer 1", undefined))).not.toContainEqual(NO_MATES);
  });
});

test.each<[string, readonly Row[], readonly string[]]>([
  ["several people of one task", [work("1.1", 8, "Tester + Writer")], []],
  ["several people of one task among others", [work("1.1", 8, "Tester"), work("1.2", 8, "Tester + Writer")], []],
  ["one person each", [work("1.1", 8, "Tester"), work("1.2", 8, "Writer")], ["no-joint-tasks"]],
  ["what is done already", [work("1.1", 8, "Tester + Writer", { status: "done" })], ["no-joint-tasks"]],
  ["a meeting of everybody and guests", [work("1.1", 8, "All + Zed + Yan")], ["no-joint-tasks"]],
])("a split asks for a joint task: %s", (_what, tasks, expected) => {
  expect(missingFor("split", ...tasks)).toEqual(expected);
});

test.each<[string, readonly Row[], readonly string[]]>([
  ["one of two", [work("1.1", 8, "Tester"), work("1.2", 8, "Tester", optional)], []],
  ["none", [work("1.1", 8, "Tester")], ["nothing-optional"]],
  ["what is done already", [work("1.1", 8, "Tester", { ...optional, status: "done" })], ["nothing-optional"]],
])("a drop asks for an optional task: %s", (_what, tasks, expected) => {
  expect(missingFor("drop", ...tasks)).toEqual(expected);
});

test.each<[string, Partial<Moves>, string | undefined]>([
  ["nothing comes later", { later: [], open: [], targets: [] }, "no-later-sprint"],
  ["all that comes later is behind a gate", { later: [1], open: [], targets: [] }, "gate"],
  ["no sprint has room", { later: [1], open: [1], targets: [], settled: true }, "no-room"],
  ["no sprint is known to have room", { later: [1], open: [1], targets: [], settled: false }, undefined],
  ["no task can go", { later: [1], open: [1], targets: [1], settled: true, groups: new Map() }, "nothing-movable"],
  ["no task can go where room is known", { later: [1, 2], open: [1, 2], targets: [1], settled: false, groups: new Map() }, undefined],
  ["some task can go", { later: [1], open: [1], targets: [1], settled: true, groups: new Map([[0, [0]]]) }, undefined],
])("a move asks for somewhere to go: %s", (_what, moves, expected) => {
  const plan = planOf(inWeek(1, [work("1.1", 8, "Tester")]), inWeek(2));
  const found = proofsOn(plan, moves).filter(({ kinds }) => kinds.includes("move"));
  expect(found).toEqual(expected === undefined ? [] : [{ kinds: ["move"], reason: { kind: expected } }]);
});

describe("a bound on what changes can do", () => {
  const chainOf = (hours: number) => ({ kind: "chain", hours });

  test("is no proof where nothing could be changed anyway", () => {
    expect(proofsOn(planOf(inWeek(1, [work("1.1", 48, "Tester")])))).toEqual([NO_MATES, NO_JOINT, NO_LATER, NOTHING_OPTIONAL]);
  });

  test.each([
    [40, false],
    [40 + HOUR_TOLERANCE, false],
    [41, true],
  ])("of %d h is a proof for a window of 40 h: %s", (hours, proven) => {
    const second = inWeek(2, [work("2.1", hours, "Engineer 1")]);
    const bounds = proofsOn(planOf(inWeek(1), second), { sprint: 1 }).filter(({ reason }) => reason.kind === "chain");
    expect(bounds).toEqual(proven ? [{ kinds: ["assign"], reason: chainOf(hours) }] : []);
  });

  test("is none without a window, nor where tasks wait for each other", () => {
    expect(proofsOn(planOf({ id: "1", team: TEAM, tasks: [work("1.1", 48, "Engineer 1")] }))).toEqual([]);
    const circular = planOf(
      inWeek(1, [work("1.1", 48, "Engineer 1", { after: ["1.2"] }), work("1.2", 48, "Engineer 1", { after: ["1.1"] })]),
    );
    const facts = factsOf(circular);
    const moves: Moves = { later: [], open: [], settled: true, targets: [], groups: new Map(), waiting: new Map() };
    expect(findProofs(facts, 0, moves)).toEqual([NO_JOINT, NO_LATER, NOTHING_OPTIONAL]);
  });

  test("counts what cannot be moved, if it is known where all could go", () => {
    const tasks = [work("1.1", 48, "Engineer 1"), work("1.2", 8, "Engineer 1")];
    const plan = planOf(inWeek(1, tasks), inWeek(2, [work("2.1", 1, "Writer", { after: ["1.1"] })]));
    const groups = new Map([[1, [1]]]);
    const bound = (settled: boolean) => proofsOn(plan, { groups, settled })[0];
    expect(bound(true)).toEqual({ kinds: ["assign", "move"], reason: chainOf(48) });
    expect(bound(false)).toEqual({ kinds: ["assign"], reason: chainOf(48) });
  });

  test("holds for moves and for drops, where only both together could help", () => {
    const after = { after: ["1.1"] };
    const tasks = [
      work("1.1", 36, "Engineer 1"),
      work("1.2", 12, "Engineer 1", after),
      work("1.3", 12, "Engineer 1", { ...after, ...optional }),
    ];
    expect(proofsOn(planOf(inWeek(1, tasks), inWeek(2)), { groups: new Map([[1, [1]]]) })).toEqual([
      { kinds: ["assign", "drop"], reason: chainOf(48) },
      { kinds: ["assign", "move"], reason: chainOf(48) },
      NO_JOINT,
    ]);
  });

  test("holds for the rest, where moves or drops alone could help", () => {
    const tasks = [
      work("1.1", 30, "Engineer 1"),
      work("1.2", 8, "Engineer 1", { after: ["1.3"] }),
      work("1.3", 8, "Engineer 1", { after: ["1.1"], ...optional }),
    ];
    expect(proofsOn(planOf(inWeek(1, tasks), inWeek(2)), { groups: new Map([[1, [1]]]) })).toEqual([
      { kinds: ["assign"], reason: chainOf(46) },
      NO_JOINT,
    ]);
  });

  test("leaves out only what is optional", () => {
    const tasks = [work("1.1", 44, "Engineer 1"), work("1.2", 8, "Engineer 1", { after: ["1.1"], ...optional })];
    expect(proofsOn(planOf(inWeek(1, tasks)))).toEqual([{ kinds: ["assign", "drop"], reason: chainOf(44) }, NO_JOINT, NO_LATER]);
  });

  test("holds for one kind alone, where it is all there is", () => {
    const tasks = [work("1.1", 44, "Tester"), work("1.2", 8, "Writer", optional)];
    expect(proofsOn(planOf(inWeek(1, tasks)))).toEqual([{ kinds: ["drop"], reason: chainOf(44) }, NO_MATES, NO_JOINT, NO_LATER]);
  });

  test("is the work of a role where that takes longer than the chain", () => {
    const load = (...tasks: readonly Row[]) => proofsOn(planOf(inWeek(1, tasks)))[0].reason;
    const engineers = { kind: "load", hours: 45, people: ["Engineer 1", "Engineer 2"] };
    expect(load(...["1.1", "1.2", "1.3"].map((id) => work(id, 30, "Engineer 2")))).toEqual(engineers);
    expect(load(work("1.1", 48, "Engineer 1"), work("1.2", 48, "Engineer 2"))).toEqual(chainOf(48));
    const together = work("1.2", HOUR_TOLERANCE, "Tester + Writer", { after: [] });
    expect(load(work("1.1", 48, "Tester"), { ...together, hours: 2 * HOUR_TOLERANCE })).toEqual(chainOf(48));
    const meeting = work("1.3", 10, "All");
    expect(load(work("1.1", 20, "Tester + Writer"), work("1.2", 34, "Tester"), meeting)).toEqual({
      kind: "load",
      hours: 54,
      people: ["Tester"],
    });
    expect(load(work("1.1", 30, "Writer + Zed"), work("1.2", 36, "Writer"), meeting)).toEqual({
      kind: "load",
      hours: 61,
      people: ["Writer"],
    });
  });

  test("names people as the team does", () => {
    const plan = planOf(inWeek(1, [work("1.1", 30, "Tester + Writer"), work("1.2", 30, "Tester")]));
    const renamed = (text: string, value: string | undefined) =>
      plan.sprints.map((sprint) => ({
        ...sprint,
        team: sprint.team.map((member, at) => (at === 2 ? { ...member, name: field(text, value) } : member)),
      }));
    const people = (text: string, value: string | undefined) => proofsOn({ ...plan, sprints: renamed(text, value) })[0].reason;
    expect(people("*Tester*", "Tester")).toMatchObject({ people: ["Tester"] });
    expect(people("Tester", undefined)).toMatchObject({ people: ["Tester"] });
  });
});
