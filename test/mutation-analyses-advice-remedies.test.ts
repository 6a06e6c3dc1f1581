import { describe, expect, test } from "vitest";
import { findMoves, levelOnce } from "../src/analysis/advice/moves.ts";
import { findSayable, listRemedies, type Patient } from "../src/analysis/advice/remedies.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import type { LevelledPlan } from "../src/analysis/levelling/levelling.ts";
import { unchanged } from "../src/analysis/what-if/what-if.ts";
import type { Plan } from "../src/model.ts";
import { settings } from "./command-plans.ts";
import { buildPlan, field, type SprintRow, type TaskRow } from "./plan-builder.ts";

const OPTIONS = { releases: "windows", interruptions: "none", budget: 10 } as const;
const factsOf = (plan: Plan): Facts => computeFacts(plan, settings());

const TEAM = ["Engineer 1", "Engineer 2", "Tester", "Writer"];
const inWeek = (week: number, tasks: readonly TaskRow[] = [], team: readonly string[] = TEAM): SprintRow => ({
  id: `${week}`,
  weeks: { first: week, last: week },
  team: team.map((name) => [name, 40] as const),
  tasks,
});
const work = (id: string, hours: number, who: string, after: readonly string[] = []): TaskRow => ({
  id,
  hours,
  who: who.split(" + "),
  after,
});

function patientOf(plan: Plan, more: Partial<Patient> = {}): Patient {
  const facts = factsOf(plan);
  const level = levelOnce((each) => levelPlan(facts, each), OPTIONS);
  const levelled = level(0);
  if (levelled === undefined) throw new Error("tasks wait for each other");
  const changed = unchanged(plan, facts.config);
  const moves = findMoves(facts, 0, level);
  return { original: facts, moves, sprint: 0, facts, changed, levelled, sayable: findSayable(facts), touched: new Set(), ...more };
}
const remediesOn = (plan: Plan, more: Partial<Patient> = {}) => listRemedies(patientOf(plan, more));
const wordsOn = (plan: Plan, more: Partial<Patient> = {}) => remediesOn(plan, more).flatMap(({ words }) => words);
/** The remedies for one sprint with these tasks, and none that could take some of them. */
const wordsFor = (tasks: readonly TaskRow[], more: Partial<Patient> = {}) => wordsOn(buildPlan({ sprints: [inWeek(1, tasks)] }), more);

test("tasks can be spoken of whose ids mean them alone", () => {
  const ids = ["1.1", "1.2", "1.2", "A", " a ", "", "Task 4", "subtask 5", "back to front", "to", "1.3"];
  const facts = factsOf(buildPlan({ tasks: ids.map((id) => ({ id })) }));
  expect([...findSayable(facts)].map((task) => ids[task])).toEqual(["1.1", "subtask 5", "to", "1.3"]);
});

test("ids are read before they are compared", () => {
  const plan = buildPlan({ tasks: [{ id: "**1.1**" }, { id: "1.1" }, { id: "1.2" }] });
  const read = (value: string | undefined): Plan => ({
    ...plan,
    tasks: plan.tasks.map((task) => (task.index === 0 ? { ...task, id: field("**1.1**", value) } : task)),
  });
  expect([...findSayable(factsOf(read("1.1")))]).toEqual([2]);
  expect([...findSayable(factsOf(read(undefined)))]).toEqual([0, 1, 2]);
});

describe("remedies are looked for", () => {
  const tasks = [work("1.1", 24, "Engineer 1"), work("1.2", 24, "Engineer 1"), work("1.3", 8, "Writer"), work("1.4", 6, "Writer")];

  test("on the chain that decides the end, and for whoever it waits for", () => {
    expect(wordsFor(tasks)).toEqual(["assign 1.1 to Engineer 2", "assign 1.2 to Engineer 2"]);
    const chain = [work("1.1", 24, "Engineer 1"), work("1.2", 24, "Tester + Writer", ["1.1"]), work("1.3", 8, "Writer + Engineer 2")];
    expect(wordsFor(chain)).toEqual(["split 1.2"]);
  });

  test("on other tasks of the people whom the chain waits for", () => {
    const joint = [...tasks.slice(0, 2), work("1.3", 8, "Engineer 1 + Writer"), work("1.4", 4, "Writer")];
    const levelled = levelPlan(factsOf(buildPlan({ sprints: [inWeek(1, joint)] })), { ...OPTIONS, sprint: 0 });
    const short: LevelledPlan | undefined = levelled && { ...levelled, chain: levelled.chain.slice(0, 2) };
    expect(wordsFor(joint, short && { levelled: short })).toEqual([
      "assign 1.1 to Engineer 2",
      "assign 1.2 to Engineer 2",
      "assign 1.3 to Engineer 2 + Writer",
      "split 1.3",
    ]);
  });

  test("not on tasks that changes were made to, that are over, or that cannot be spoken of", () => {
    expect(wordsFor(tasks, { touched: new Set([0]) })).toEqual(["assign 1.2 to Engineer 2"]);
    expect(wordsFor(tasks, { sayable: new Set([0]) })).toEqual(["assign 1.1 to Engineer 2"]);
    expect(wordsFor([{ ...tasks[0], status: "done" }, tasks[1], work("1.3", 8, "Engineer 1")])).toEqual([
      "assign 1.2 to Engineer 2",
      "assign 1.3 to Engineer 2",
    ]);
  });

  test("not in other sprints, nor for meetings of everybody", () => {
    const first = inWeek(1, [...tasks.slice(0, 2), work("1.3", 4, "All")]);
    const second = inWeek(2, [work("2.1", 48, "Engineer 1")]);
    expect(wordsOn(buildPlan({ sprints: [first, second] }))).toEqual(["assign 1.1 to Engineer 2", "assign 1.2 to Engineer 2"]);
  });

  test("with the tasks and the hours that they change", () => {
    const joint = [work("1.1", 24, "Engineer 1"), work("1.2", 36, "Engineer 1 + Tester")];
    const plan = buildPlan({ sprints: [inWeek(1, joint), inWeek(2)] });
    expect(remediesOn(plan).map(({ kind, origins, hours, target }) => ({ kind, origins, hours, target }))).toEqual([
      { kind: "assign", origins: [0], hours: 24, target: undefined },
      { kind: "move", origins: [0], hours: 24, target: 1 },
      { kind: "assign", origins: [1], hours: 36, target: undefined },
      { kind: "split", origins: [1], hours: 36, target: undefined },
      { kind: "move", origins: [1], hours: 36, target: 1 },
    ]);
  });
});

describe("somebody else could do it", () => {
  /** What is said of a first task of these people, who have another one each. */
  const assigned = (who: string, team: readonly string[], busy = who.split(" + ")[0]) => {
    const tasks = [work("1.1", 24, who), work("1.2", 24, busy)];
    return wordsOn(buildPlan({ sprints: [inWeek(1, tasks, team)] })).filter((words) => words.startsWith("assign 1.1 "));
  };

  test.each([
    ["each mate", "Dev 1", ["Dev 1", "Dev 2", "Dev 3"], ["Dev 2", "Dev 3"]],
    ["who is not there already", "Dev 1 + Dev 2", ["Dev 1", "Dev 2", "Dev 3"], ["Dev 3 + Dev 2"]],
    ["nobody, where all are", "Dev 1 + Dev 2", ["Dev 1", "Dev 2"], []],
    ["in the place of the busy one", "Tester + Dev 1", ["Dev 1", "Dev 2", "Tester"], []],
    ["beside a guest", "Dev 1 + Zed", ["Dev 1", "Dev 2"], ["Dev 2 + Zed"]],
    ["but for no guest", "Zed + Dev 1", ["Dev 1", "Dev 2"], []],
    ["beside people by their full names", "Dev 1 + T", ["Dev 1", "Dev 2", "Tester"], ["Dev 2 + Tester"]],
    ["but no two by one name", "Ops/Dev 1", ["Ops/Dev 1", "Ops/Dev 2"], []],
    ["nor anybody who is not called like a person", "Team 1", ["Team 1", "Team"], []],
    ["nor beside somebody like that", "Team 1 + Tester", ["Team 1", "Team", "Tester"], []],
    ["nor anybody by no name", "+ 1", ["+ 1", "+"], []],
    ["nor by blanks around a name", "Dev 1", ["Dev 1", " Dev 2"], []],
    ["nor by words that part the names from the task", "Way to go 1", ["Way to go 1", "Way to go 2"], []],
  ])("%s: %s", (_what, who, team, expected) => {
    expect(assigned(who, team)).toEqual(expected.map((names) => `assign 1.1 to ${names}`));
  });

  test("by the names of the team, however they are written", () => {
    const plan = buildPlan({ sprints: [inWeek(1, [work("1.1", 24, "Dev 1"), work("1.2", 24, "Dev 1")], ["Dev 1", "Dev 2"])] });
    const named = (text: string, value: string | undefined): Plan => ({
      ...plan,
      sprints: plan.sprints.map((sprint) => ({ ...sprint, team: [sprint.team[0], { ...sprint.team[1], name: field(text, value) }] })),
    });
    expect(wordsOn(named("**Dev 2**", "Dev 2"))).toContain("assign 1.1 to Dev 2");
    expect(wordsOn(named("Dev 2", undefined))).toContain("assign 1.1 to Dev 2");
  });
});

describe("work could wait", () => {
  const tasks = [work("1.1", 24, "Tester"), work("1.2", 20, "Tester"), work("1.3", 4, "Writer", ["1.2"])];
  const plan = buildPlan({ sprints: [inWeek(1, tasks), inWeek(2), inWeek(3)] });

  test("for one of two sprints, with whatever waits for it", () => {
    expect(remediesOn(plan).map(({ words, origins, hours, target }) => ({ words, origins, hours, target }))).toEqual([
      { words: ["move 1.1 to 2"], origins: [0], hours: 24, target: 1 },
      { words: ["move 1.1 to 3"], origins: [0], hours: 24, target: 2 },
      { words: ["move 1.2 to 2", "move 1.3 to 2"], origins: [1, 2], hours: 24, target: 1 },
      { words: ["move 1.2 to 3", "move 1.3 to 3"], origins: [1, 2], hours: 24, target: 2 },
    ]);
  });

  test("unless something that goes along was changed, or cannot be spoken of", () => {
    expect(wordsOn(plan, { touched: new Set([2]) })).toEqual(["move 1.1 to 2", "move 1.1 to 3"]);
    expect(wordsOn(plan, { sayable: new Set([0, 1]) })).toEqual(["move 1.1 to 2", "move 1.1 to 3"]);
  });

  test.each<[string, string, string | undefined, readonly string[]]>([
    ["has an id", "2", "2", ["move 1.1 to 2"]],
    ["has an id that is written otherwise", "**2**", "2", ["move 1.1 to 2"]],
    ["has the id of another one", "1", "1", []],
    ["has an id that parts the words elsewhere", "back to back", "back to back", []],
    ["has no id", "", undefined, []],
  ])("for a sprint that %s", (_what, text, value, expected) => {
    const two = buildPlan({ sprints: [inWeek(1, [work("1.1", 48, "Tester")]), inWeek(2)] });
    const sprints = two.sprints.map((sprint) => (sprint.index === 1 ? { ...sprint, id: field(text, value) } : sprint));
    expect(wordsOn({ ...two, sprints })).toEqual(expected);
  });
});

test("what is optional could be left out", () => {
  const plan = buildPlan({ sprints: [inWeek(1, [work("1.1", 24, "Tester"), work("1.2", 24, "Tester")])] });
  const tasks = plan.tasks.map((task) => ({ ...task, optional: task.index === 1 }));
  const dropped = { kind: "drop", words: ["drop 1.2"], origins: [1], hours: 24, target: undefined };
  expect(remediesOn({ ...plan, tasks })).toEqual([dropped]);
});
