import { describe, expect, test } from "vitest";
import { z } from "zod";
import { advise } from "../src/commands/advice/advice.ts";
import type { ScheduleOptions } from "../src/commands/schedule/schedule.ts";
import { whatIf } from "../src/commands/what-if/what-if.ts";
import type { Plan } from "../src/model.ts";
import { dataOf, planOf, samplePlan, settings, sprintPlan, textOf } from "./command-plans.ts";
import { buildPlan } from "./plan-builder.ts";

const adviceSchema = z.object({
  advice: z.array(
    z.object({
      sprint: z.string(),
      window: z.number(),
      finish: z.number(),
      overrun: z.number(),
      changes: z.array(z.object({ whatIf: z.array(z.string()), finish: z.number(), overrun: z.number(), cost: z.number() })),
      proofs: z.array(
        z.object({ kinds: z.array(z.string()), reason: z.string(), hours: z.number().optional(), people: z.array(z.string()).optional() }),
      ),
      tried: z.number(),
    }),
  ),
});

const adviceOn = (plan: Plan, options: ScheduleOptions = {}) =>
  adviceSchema.parse(dataOf("schedule", advise(plan, settings(), options))).advice;

/** When a sprint ends and by how much it is late after changes, levelled alone. */
function sprintAfter(plan: Plan, sprint: string, changes: readonly string[]) {
  const data = dataOf("schedule", whatIf(plan, settings(), { sprint, whatIf: changes, budget: 500 }));
  return z.object({ makespan: z.number(), sprints: z.array(z.object({ overrun: z.number() })) }).parse(data);
}

const TEAM = ["Engineer 1: 40 h", "Engineer 2: 40 h", "Tester: 40 h"];
const tight = (...rows: string[]) => planOf(sprintPlan([rows], TEAM));

describe("the cheapest change", () => {
  test("is to give work to somebody of the same role", () => {
    const plan = tight("1.1 | A | 24 | Engineer 1 | None", "1.2 | B | 24 | Engineer 1 | None", "1.3 | C | 8 | Engineer 2 | None");
    const [{ sprint, finish, overrun, changes }] = adviceOn(plan);
    expect({ sprint, finish, overrun }).toEqual({ sprint: "1", finish: 48, overrun: 8 });
    expect(changes[0]).toEqual({ whatIf: ["assign 1.1 to Engineer 2"], finish: 32, overrun: 0, cost: 24 });
  });

  test("is to put another in somebody's place on a joint task", () => {
    const plan = tight("1.1 | A | 24 | Engineer 1 | None", "1.2 | B | 40 | Engineer 1 + Tester | None");
    expect(adviceOn(plan)[0].changes[0]).toMatchObject({ whatIf: ["assign 1.1 to Engineer 2"], finish: 24 });
    const only = tight("1.1 | A | 36 | Engineer 1 | None", "1.2 | B | 16 | Engineer 1 + Tester | None", "1.3 | C | 30 | Engineer 2 | None");
    expect(adviceOn(only)[0].changes[0]).toMatchObject({ whatIf: ["assign 1.2 to Engineer 2 + Tester"], finish: 38 });
  });

  test("is to split a joint task whose people cannot meet in time", () => {
    const rows = [
      "1.1 | A | 32 | Engineer | None",
      "1.2 | B | 8 | Writer | 1.1",
      "1.3 | C | 8 | Writer | None",
      "1.4 | D | 30 | Tester | 1.3",
      "1.5 | E | 16 | Engineer + Tester | None",
    ];
    const plan = planOf(sprintPlan([rows], ["Engineer: 40 h", "Tester: 40 h", "Writer: 40 h"]));
    const [{ finish, changes }] = adviceOn(plan);
    expect(finish).toBe(46);
    expect(changes).toEqual([{ whatIf: ["split 1.5"], finish: 40, overrun: 0, cost: 16 }]);
  });

  test("is to move a task to a later sprint that keeps its window", () => {
    const first = ["1.1 | A | 30 | Tester | None", "1.2 | B | 12 | Tester | None"];
    const roomy = planOf(sprintPlan([first, ["2.1 | C | 26 | Tester | 1.2"]], TEAM));
    expect(adviceOn(roomy)[0].changes).toEqual([{ whatIf: ["move 1.2 to 2"], finish: 30, overrun: 0, cost: 12 }]);
    const full = planOf(sprintPlan([first, ["2.1 | C | 30 | Tester | None"], ["3.1 | D | 8 | Tester | None"]], TEAM));
    expect(adviceOn(full)[0].changes.map(({ whatIf: words }) => words)).toEqual([["move 1.2 to 3"], ["move 1.1 to 3"]]);
  });

  test("is to drop what is optional, where nothing else helps", () => {
    const plan = tight("1.1 | A | 36 | Tester | None", "1.2 | B (optional) | 8 | Tester | 1.1");
    expect(adviceOn(plan)[0].changes).toEqual([{ whatIf: ["drop 1.2"], finish: 36, overrun: 0, cost: 8 }]);
  });

  test("may be several together", () => {
    const rows = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"].map((id) => `${id} | A | 13 | Engineer 1 | None`);
    const [{ overrun, changes }] = adviceOn(tight(...rows));
    expect(overrun).toBe(38);
    const three = ["assign 1.1 to Engineer 2", "assign 1.2 to Engineer 2", "assign 1.3 to Engineer 2"];
    expect(changes[0]).toEqual({ whatIf: three, finish: 39, overrun: 0, cost: 39 });
  });
});

describe("a move", () => {
  const first = ["1.1 | A | 30 | Tester | None", "1.2 | B | 8 | Tester | 1.1", "1.3 | C | 6 | Engineer 1 | 1.2"];
  const wordsOn = (second: readonly string[], third: readonly string[] = []) =>
    adviceOn(planOf(sprintPlan([first, second, third], TEAM)))[0].changes.map(({ whatIf: words }) => words);

  test("takes along whatever waits for the task", () => {
    expect(wordsOn(["2.1 | D | 8 | Engineer 2 | None"])).toEqual([["move 1.3 to 2"]]);
    const longer = first.with(1, "1.2 | B | 12 | Tester | 1.1");
    const plan = planOf(sprintPlan([longer, ["2.1 | D | 8 | Engineer 2 | None"]], TEAM));
    expect(adviceOn(plan)[0].changes[0].whatIf).toEqual(["move 1.2 to 2", "move 1.3 to 2"]);
  });

  test("goes no further than what waits for the task", () => {
    expect(wordsOn(["2.1 | D | 8 | Engineer 2 | 1.3"])).toEqual([["move 1.3 to 2"]]);
  });

  test("passes no sprint that a gate lets wait for all of this one", () => {
    const week = (first: number) => ({ first, last: first });
    const tasks = [
      { id: "1.1", hours: 30, who: ["Ada"] },
      { id: "1.2", hours: 12, who: ["Ada"] },
    ];
    const sprints = [
      { id: "1", weeks: week(1), team: [["Ada", 40]] as const, tasks },
      { id: "2", weeks: week(2), team: [["Ada", 40]] as const, tasks: [{ id: "2.1", hours: 36, who: ["Ada"] }] },
      { id: "3", weeks: week(3), team: [["Ada", 40]] as const, tasks: [{ id: "3.1", hours: 2, who: ["Ada"] }] },
    ];
    expect(adviceOn(buildPlan({ sprints }))[0].changes[0].whatIf).toEqual(["move 1.2 to 3"]);
    expect(adviceOn(buildPlan({ sprints, gates: ["1 > 2"] }))[0].changes).toEqual([]);
  });
});

describe("what cannot help", () => {
  test("is proven by the chain of dependencies", () => {
    const first = ["1.1 | A | 20 | Engineer 1 | None", "1.2 | B | 16 | Tester | 1.1", "1.3 | C | 12 | Engineer 1 | 1.2"];
    const plan = planOf(sprintPlan([first, ["2.1 | D | 4 | Tester | None"]], TEAM));
    const [{ proofs, changes }] = adviceOn(plan);
    expect(proofs).toEqual([
      { kinds: ["assign"], reason: "chain", hours: 48 },
      { kinds: ["split"], reason: "no-joint-tasks" },
      { kinds: ["drop"], reason: "nothing-optional" },
    ]);
    expect(changes[0].whatIf).toEqual(["move 1.3 to 2"]);
    const alone = planOf(sprintPlan([first], TEAM));
    expect(textOf("schedule", advise(alone, settings(), {}))).toContain(
      "no reassignment can help: the chain of dependencies alone takes 48 h\n",
    );
  });

  test("is proven by the work of a role", () => {
    const rows = ["1.1", "1.2", "1.3"].map((id) => `${id} | A | 30 | Engineer 1 | None`);
    const [{ proofs }] = adviceOn(tight(...rows));
    expect(proofs[0]).toEqual({ kinds: ["assign"], reason: "load", hours: 45, people: ["Engineer 1", "Engineer 2"] });
  });

  test("is told with what comes closest", () => {
    const rows = ["1.1", "1.2", "1.3"].map((id) => `${id} | A | 30 | Engineer 1 | None`);
    const plan = tight(...rows);
    expect(adviceOn(plan)[0].changes).toEqual([{ whatIf: ["assign 1.1 to Engineer 2"], finish: 60, overrun: 20, cost: 30 }]);
    expect(textOf("schedule", advise(plan, settings(), {}))).toMatch(
      /none of \d+ changes and sets of changes tried is enough: this comes closest\n/,
    );
  });
});

test("nothing is advised where every sprint fits, or tasks wait for each other", () => {
  const calm = tight("1.1 | A | 8 | Tester | None");
  expect(adviceOn(calm)).toEqual([]);
  expect(textOf("schedule", advise(calm, settings(), {}))).toContain("every sprint fits its window when it is levelled alone\n");
  const circular = tight("1.1 | A | 8 | Tester | 1.2", "1.2 | B | 8 | Tester | 1.1");
  expect(advise(circular, settings(), {}).diagnostics.map(({ rule }) => rule)).toEqual(["dependency-cycle"]);
});

/** Three weeks of tasks that the seed makes up. */
function madeUp(seed: number): Plan {
  const drawn = (at: number, count: number): number => Math.floor((Math.abs(Math.sin(seed * 97.3 + at * 13.7)) * 1e4) % count);
  const people = ["Engineer 1", "Engineer 2", "Tester", "Engineer 1 + Tester"];
  const sprint = (number: number, count: number) =>
    Array.from({ length: count }, (_unused, at) => {
      const place = number * 20 + at;
      const after = at > 0 && drawn(place, 3) > 0 ? `${number}.${1 + drawn(place + 7, at)}` : "None";
      const title = drawn(place + 3, 6) === 0 ? "Polish (optional)" : "Work";
      return `${number}.${at + 1} | ${title} | ${4 + 2 * drawn(place + 5, 6)} | ${people[drawn(place + 9, people.length)]} | ${after}`;
    });
  return planOf(sprintPlan([sprint(1, 9), sprint(2, 3), sprint(3, 4)], TEAM));
}

describe("advice holds", () => {
  const plans = [...[2, 3, 4, 7, 13, 16, 18, 20, 21, 24].map(madeUp), samplePlan("backend-refactoring.md")];

  test.each(plans.map((plan, at) => [at, plan] as const))("in plan %i", (_at, plan) => {
    for (const { sprint, window, changes, proofs } of adviceOn(plan, { budget: 500 })) {
      for (const { whatIf: words, finish, overrun } of changes) {
        const after = sprintAfter(plan, sprint, words);
        expect(after.makespan).toBe(finish);
        expect(Math.max(0, after.makespan - window)).toBe(overrun);
        for (const target of words.flatMap((each) => /^move .* to (.*)$/.exec(each)?.[1] ?? [])) {
          expect(sprintAfter(plan, target, words).sprints.every((each) => each.overrun === 0)).toBe(true);
        }
        const kinds = new Set(words.map((each) => each.split(" ")[0]));
        if (overrun === 0) expect(proofs.filter((proof) => [...kinds].every((kind) => proof.kinds.includes(kind)))).toEqual([]);
      }
    }
  });

  test("the same each time", () => {
    expect(adviceOn(madeUp(3))).toEqual(adviceOn(madeUp(3)));
  });
});
