import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { findName, indexNames } from "../src/analysis/names.ts";
import { resolveAssignees, teamSize } from "../src/analysis/people.ts";
import { distinctPeople, isPerson, namesPeople } from "../src/analysis/team-people.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Assignee } from "../src/model.ts";
import { buildPlan, field } from "./plan-builder.ts";

const fullTime = (names: readonly string[]) => names.map((name) => [name, 40] as const);

describe("a written name finds", () => {
  const TEAM = [
    "Backend Engineer 1",
    "Backend Engineer 02",
    "QA Engineer",
    "Ann de la Cruz y Vega Soto",
    "QA Lead",
    "Émile Zola",
    "7",
    "Ops #3",
  ];
  test.each([
    ["QA engineer", "words", [2]],
    [" backend   engineer 2", "first-word", [1]],
    ["be", "initials", [0, 1]],
    ["BE2", "initials", [1]],
    ["BE-02", "initials", [1]],
    ["BE #1", "initials", [0]],
    ["be3", undefined, undefined],
    ["QE1", "initials", [2]],
    ["QE2", undefined, undefined],
    ["QE0", undefined, undefined],
    ["QA", "first-word", [2, 4]],
    ["QA1", undefined, undefined],
    ["Backend", "first-word", [0, 1]],
    ["Backend 1", "first-word", [0]],
    ["Engineer", undefined, undefined],
    ["Ann de la Cruz y Vega", "first-word", [3]],
    ["Ann de la Cruz y Vega Soto", "words", [3]],
    ["Ann de la", "first-word", [3]],
    ["Ann1", "first-word", [3]],
    ["Ann2", undefined, undefined],
    ["éz", "initials", [5]],
    ["E\u0301mile", "first-word", [5]],
    ["7", "words", [6]],
    ["8", undefined, undefined],
    ["#", undefined, undefined],
    ["Ops3", "first-word", [7]],
    ["o3", "initials", [7]],
    ["", undefined, undefined],
  ] as const)("%s", (written, step, candidates) => {
    expect(findName(indexNames(TEAM), written)).toEqual(step && { step, candidates });
  });
  test("number one of those that have none, and none where one has it", () => {
    const found = (names: readonly string[], written: string) => findName(indexNames(names), written)?.candidates;
    expect(found(["Dev", "Dev"], "D1")).toBeUndefined();
    expect(found(["Dev", "Dev 1"], "D1")).toEqual([1]);
    expect(found(["Dev 2"], "D1")).toBeUndefined();
    expect(found(["Dev 1"], "D1")).toEqual([0]);
    expect(found(["Dev 9", "Dev 8"], "D9")).toEqual([0]);
    expect(found(["Dev 10"], "D10")).toEqual([0]);
    expect(found(["Dev 0"], "D0")).toEqual([0]);
    expect(found(["Dev 0"], "D00")).toEqual([0]);
  });
});

describe("an assignee", () => {
  const config = configSchema.parse({ aliases: { boss: "Ann Lee", ghost: "Nobody Known" } });
  const sprints = [
    { id: "1", team: fullTime(["Ann Lee", "Bob Ray", "Cid Low", "Cid Lux"]) },
    { id: "2", team: fullTime(["Dan Fox", "Bob Ray"]) },
    { id: "3", team: fullTime(["Dan Fox", "Eva One", "Eva Two"]) },
    { id: "4" },
  ];
  const find = (sprint: number | undefined, ...who: readonly string[]) => {
    const placed = sprints.map((each, index) => (index === sprint ? { ...each, tasks: [{ id: "A", who }] } : each));
    return resolveAssignees(buildPlan({ sprints: placed, tasks: sprint === undefined ? [{ id: "A", who }] : [] }), config);
  };
  test.each([
    [0, "Ann Lee", { kind: "member", member: 0, name: "Ann Lee", person: "ann lee" }],
    [0, "bob", { kind: "member", member: 1, name: "Bob Ray", person: "bob ray" }],
    [0, "Boss", { kind: "member", member: 0, name: "Ann Lee", person: "ann lee" }],
    [0, "Cid", { kind: "ambiguous", candidates: ["Cid Low", "Cid Lux"], person: "cid" }],
    [0, "Dan", { kind: "elsewhere", sprint: 1, name: "Dan Fox", person: "dan fox" }],
    [0, "Eva", { kind: "ambiguous", candidates: ["Eva One", "Eva Two"], person: "eva" }],
    [0, "Ghost", { kind: "unknown", person: "nobody known" }],
    [0, "Zoe", { kind: "unknown", person: "zoe" }],
    [1, "Boss", { kind: "elsewhere", sprint: 0, name: "Ann Lee", person: "ann lee" }],
    [1, "All", { kind: "everyone" }],
    [1, "TBD", { kind: "nobody" }],
    [3, "Dan", { kind: "unlisted", name: "Dan Fox", person: "dan fox" }],
    [3, "Eva", { kind: "unlisted", name: "Eva", person: "eva" }],
    [3, "Ghost", { kind: "unlisted", name: "Ghost", person: "nobody known" }],
    [undefined, "Boss", { kind: "unlisted", name: "Ann Lee", person: "ann lee" }],
    [undefined, "Zoe", { kind: "unlisted", name: "Zoe", person: "zoe" }],
  ] as const)("in sprint %s: %s", (sprint, written, resolution) => {
    expect(find(sprint, written).assignees.at(-1)).toEqual([resolution]);
  });
  test.each([
    [0, "ann lee", { kind: "member", member: 0, name: "Ann Lee", person: "ann lee" }],
    [0, "Ann", { kind: "unknown", person: "ann" }],
    [0, "dan fox", { kind: "elsewhere", sprint: 1, name: "Dan Fox", person: "dan fox" }],
    [3, "dan fox", { kind: "unlisted", name: "dan fox", person: "dan fox" }],
    [undefined, "Ann", { kind: "unlisted", name: "Ann", person: "ann" }],
  ] as const)("in sprint %s, spelt out: %s", (sprint, name, resolution) => {
    const placed = sprints.map((each, index) => (index === sprint ? { ...each, tasks: [{ id: "A" }] } : each));
    const plan = buildPlan({ sprints: placed, tasks: sprint === undefined ? [{ id: "A" }] : [] });
    const assignees = [field(name, { kind: "person" as const, name, exact: true as const })];
    const exactly = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, assignees })) };
    expect(resolveAssignees(exactly, config)).toEqual({ assignees: [[resolution]], aliases: [] });
  });
  test("that cannot be read is taken by its text, and nobody where there is none", () => {
    const plan = buildPlan({ sprints: [{ ...sprints[0], tasks: [{ id: "A" }] }] });
    const resolved = (text: string) => {
      const tasks = plan.tasks.map((task) => ({ ...task, assignees: [field<Assignee>(text, undefined)] }));
      return resolveAssignees({ ...plan, tasks }, config).assignees[0][0];
    };
    expect([resolved("Bob"), resolved("")]).toMatchObject([{ kind: "member", member: 1 }, { kind: "nobody" }]);
  });
  test("that is not written as listed is told once, with the sprints", () => {
    const row = (...who: readonly string[]) => [{ id: "A", who }];
    const placed = [
      { ...sprints[0], tasks: row("Bob", "Boss", "Bob Ray", "bob", "Dan") },
      { ...sprints[1], tasks: row("bob", "Fox", "DF") },
      { ...sprints[3], tasks: row("Dan") },
    ];
    expect(resolveAssignees(buildPlan({ sprints: placed }), config).aliases).toEqual([
      { written: "Bob", name: "Bob Ray", step: "first-word", sprints: [0, 1] },
      { written: "Boss", name: "Ann Lee", step: "alias", sprints: [0] },
      { written: "Dan", name: "Dan Fox", step: "first-word", sprints: [0] },
      { written: "DF", name: "Dan Fox", step: "initials", sprints: [1] },
    ]);
  });
  test("is one of as many as the sprint has", () => {
    const plan = buildPlan({ sprints });
    expect([0, 3, undefined].map((sprint) => teamSize(plan, sprint))).toEqual([4, 0, 0]);
  });
});

describe("the people of a plan", () => {
  const distinct = (...teams: readonly (readonly string[])[]) =>
    distinctPeople(buildPlan({ sprints: teams.map((names, index) => ({ id: `${index}`, team: fullTime(names) })) }));
  test("are each counted once, as first written", () => {
    expect(distinct(["Ann", "Bob"], ["ann", "Cid"])).toEqual(["Ann", "Bob", "Cid"]);
    expect(distinct(["Engineer"], ["Engineer 1", "Engineer 2"])).toEqual(["Engineer 1", "Engineer 2"]);
    expect(distinct(["Engineer", "Engineer 1"], ["Engineer"])).toEqual(["Engineer", "Engineer 1"]);
    expect(distinct([], [])).toEqual([]);
  });
  const member = (name: string, hours: number | undefined) => ({ name: field(name, name), capacity: field("", hours) });
  test.each([
    ["Ann", 40, 40, true],
    ["Ann", 40.1, 40, false],
    ["Ann", 40 + 5e-7, 40, true],
    ["Ann", 90, undefined, true],
    ["Ann", undefined, 40, false],
    ["Ann", undefined, undefined, false],
    ["Backend Team", 40, 40, false],
    ["2x Backend", 40, 40, false],
    ["Backend x 2", 40, 40, false],
    ["3 Backend", 40, 40, false],
    ["Ann and Bob", 40, 40, false],
    ["Ann/Bob", 40, 40, false],
    ["Andy", 40, 40, true],
  ] as const)("%s with %s h of %s: one person is %s", (name, hours, window, expected) => {
    expect(isPerson(member(name, hours), window)).toBe(expected);
  });
  test("can be told apart where each line of each team is one", () => {
    const week = (first: number) => ({ first, last: first });
    const facts = computeFacts(
      buildPlan({
        sprints: [
          { id: "1", weeks: week(1), team: fullTime(["Ann", "Bob"]) },
          { id: "2", weeks: week(2), team: [["Ann", 41]] },
          { id: "3" },
          { id: "4", team: [["Ann", 400]] },
          { id: "5", team: fullTime(["Ann", "Backend Team"]) },
        ],
      }),
      defaultConfig,
    );
    expect([[0], [1], [2], [3], [4], [0, 3], [0, 1], []].map((sprints) => namesPeople(facts, sprints))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
