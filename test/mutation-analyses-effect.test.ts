import { describe, expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { effectOf, type PlanEffect } from "../src/analysis/difference/effect.ts";
import { measure } from "../src/analysis/difference/effect-measure.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { buildPlan, field, type PlanRows, type SprintRow, type TaskRow } from "./plan-builder.ts";

function effect(base: PlanRows | Plan, head: PlanRows | Plan): PlanEffect {
  const [before, after] = [base, head].map((each) => computeFacts("source" in each ? each : buildPlan(each), defaultConfig));
  return effectOf(before, after, comparePlans(before, after));
}

/** A sprint `2` of `2: Ben 8 > 2.0` has a task 2.1 of Ben's, of 8 hours, that waits for 2.0. */
function sprint(text: string, team: SprintRow["team"] = [], week?: number): SprintRow {
  const [id, rows = ""] = text.split(": ");
  const tasks = rows.split(", ").flatMap((row, at): readonly TaskRow[] => {
    const [, who, hours, after] = /^(\w+) (\d+)(?: > (.+))?$/.exec(row) ?? [];
    return who === undefined
      ? []
      : [{ id: `${id}.${at + 1}`, hours: Number(hours), who: [who], after: after === undefined ? [] : [after] }];
  });
  return { id, tasks, team, ...(week === undefined ? {} : { weeks: { first: week, last: week } }) };
}

const known = measure;

describe("the effect on the plan as a whole", () => {
  test("is told in hours", () => {
    const { duration, criticalPath, finish, hours, capacity } = effect(
      { sprints: [sprint("1: Ada 4, Ben 6", [["Ada", 10]])] },
      { sprints: [sprint("1: Ada 8, Ben 6", [["Ada", 12]])] },
    );
    expect({ duration, finish, hours, capacity }).toEqual({
      duration: known(6, 8),
      finish: known(6, 8),
      hours: known(10, 14),
      capacity: known(10, 12),
    });
    expect(criticalPath).toEqual({ before: [1], after: [0] });
  });
  test("has no end where tasks wait for each other, in either version", () => {
    const [fine, loop] = [{ sprints: [sprint("1: Ada 4, Ben 6")] }, { sprints: [sprint("1: Ada 4 > 1.2, Ben 6 > 1.1")] }];
    const broken = effect(fine, loop);
    expect([broken.duration, broken.finish, broken.sprints[0].finish, broken.sprints[0].duration]).toEqual([
      known(6, undefined),
      known(6, undefined),
      known(6, undefined),
      known(6, undefined),
    ]);
    expect([broken.criticalPath, broken.slack]).toEqual([{ before: [1], after: [] }, []]);
    const mended = effect(loop, fine);
    expect([mended.duration, mended.finish, mended.sprints[0].overrun]).toEqual([
      known(undefined, 6),
      known(undefined, 6),
      known(undefined, 0),
    ]);
    expect([mended.criticalPath, mended.slack]).toEqual([{ before: [], after: [1] }, []]);
    expect(effect(loop, loop).finish).toEqual(known(undefined, undefined));
  });
});

describe("the effect on sprints", () => {
  test("is told for those of the head, then for those that only the base has", () => {
    const { sprints } = effect(
      { sprints: [sprint("1: Ada 4", [], 1), sprint("2: Ben 50", [], 2)] },
      { sprints: [sprint("3: Cleo 7", [], 1), sprint("1: Ada 5, Ada 38 > 1.1", [], 1)] },
    );
    const none = undefined;
    expect(sprints).toEqual([
      { base: none, head: 0, finish: known(none, 7), overrun: known(none, 0), duration: known(none, 7), hours: known(none, 7) },
      { base: 0, head: 1, finish: known(4, 43), overrun: known(0, 3), duration: known(4, 43), hours: known(4, 43) },
      { base: 1, head: none, finish: known(90, none), overrun: known(10, none), duration: known(50, none), hours: known(50, none) },
    ]);
  });
  test("without tasks has no end", () => {
    const { sprints } = effect({ sprints: [sprint("1: Ada 4"), sprint("2")] }, { sprints: [sprint("1"), sprint("2: Ada 4")] });
    expect(sprints.map(({ finish }) => finish)).toEqual([known(4, undefined), known(undefined, 4)]);
  });
});

describe("the effect on slack", () => {
  test("begins with the greatest loss, and with the first row of equal ones", () => {
    const base = { sprints: [sprint("1: Ada 20, Ada 4, Ben 6, Cleo 6, Dan 10")] };
    const { slack } = effect(base, { sprints: [sprint("1: Ada 14, Ada 4, Ben 6, Cleo 8, Dan 10")] });
    expect(slack).toEqual([
      { base: 3, head: 3, slack: known(14, 6), critical: { before: false, after: false } },
      { base: 1, head: 1, slack: known(16, 10), critical: { before: false, after: false } },
      { base: 2, head: 2, slack: known(14, 8), critical: { before: false, after: false } },
      { base: 4, head: 4, slack: known(10, 4), critical: { before: false, after: false } },
    ]);
  });
  test("is told of tasks that become critical, and not of new ones", () => {
    const { slack } = effect({ sprints: [sprint("1: Ada 8, Ben 6")] }, { sprints: [sprint("1: Ada 4, Ben 6, Cleo 1")] });
    expect(slack).toEqual([
      { base: 1, head: 1, slack: known(2, 0), critical: { before: false, after: true } },
      { base: 0, head: 0, slack: known(0, 2), critical: { before: true, after: false } },
    ]);
  });
});

describe("the effect on people", () => {
  const loads = ({ members }: PlanEffect) =>
    members.map(({ sprint: { head }, before, after, member }) => [head, before?.name, before?.load, after?.name, after?.load, member]);
  test("is told of everybody in a list of either version", () => {
    const base = {
      sprints: [
        sprint("1: Ada 4", [
          ["Ada", 8],
          ["Ben", 8],
        ]),
        sprint("2: Ada 1", [["Ada", 8]]),
      ],
    };
    const head = {
      sprints: [
        sprint("1: Cleo 5", [
          ["Cleo", 8],
          ["ada", 9],
        ]),
        sprint("3: Ada 1", [["Dan", 8]]),
      ],
    };
    expect(loads(effect(base, head))).toEqual([
      [0, undefined, undefined, "Cleo", 5, 0],
      [0, "Ada", 4, "ada", 0, 1],
      [0, "Ben", 0, undefined, undefined, undefined],
      [1, undefined, undefined, "Dan", 0, 0],
      [undefined, "Ada", 1, undefined, undefined, undefined],
    ]);
  });
  test("knows somebody who only has a new name, in each sprint by itself", () => {
    const teams = (first: readonly string[], second: readonly string[]) => ({
      sprints: [first, second].map((names, at) =>
        sprint(
          `${at + 1}: Ada 4`,
          names.map((name) => [name, 8] as const),
        ),
      ),
    });
    const base = teams(["Ada", "Benjamin"], ["Benjamin", "Ada"]);
    expect(loads(effect(base, teams(["Ada", "Benjamine"], ["Benjamine", "Ada"]))).map(([, before, , after]) => [before, after])).toEqual([
      ["Ada", "Ada"],
      ["Benjamin", "Benjamine"],
      ["Benjamin", "Benjamine"],
      ["Ada", "Ada"],
    ]);
  });
  test("does not take the number of a task for the number of a line", () => {
    const base = {
      sprints: [
        sprint("1: Ada 4", [
          ["Ada", 8],
          ["Ben", 8],
        ]),
      ],
    };
    const head = {
      sprints: [
        sprint("1: Ada 5", [
          ["Ben", 8],
          ["Ada", 8],
        ]),
      ],
    };
    expect(loads(effect(base, head)).map(([, before, , after]) => [before, after])).toEqual([
      ["Ben", "Ben"],
      ["Ada", "Ada"],
    ]);
  });
  test("knows two lines of one name apart by what changed in them", () => {
    const twice = (hours: number) => ({
      sprints: [
        sprint("1: Ada 4", [
          ["Ada", 8],
          ["Ada", hours],
        ]),
      ],
    });
    expect(effect(twice(6), twice(7)).members.map(({ before, after }) => [before?.capacity, after?.capacity])).toEqual([
      [8, 8],
      [6, 7],
    ]);
  });
});

describe("the effect on milestones", () => {
  const plan = (week: number, hours: number, ids: readonly string[] = ["M"]): PlanRows => ({
    sprints: [sprint(`1: Ada ${hours}, Ben 2`, [], 1), sprint("2: Ada 3", [], 1)],
    milestones: ids.map((id) => ({ id, week })),
  });
  test("is when they are due and when they are reached, those of the head first", () => {
    expect(effect(plan(1, 8), plan(2, 50)).milestones).toEqual([{ base: 0, head: 0, due: known(40, 80), reached: known(11, 53) }]);
    expect(effect(plan(1, 8, ["M", "A"]), plan(1, 8, ["B", "m"])).milestones.map(({ base, head }) => [base, head])).toEqual([
      [undefined, 0],
      [0, 1],
      [1, undefined],
    ]);
  });
  test("counts the first of those with the same id", () => {
    expect(effect(plan(1, 8, ["M", "M"]), plan(1, 8, ["M", "M"])).milestones.map(({ base, head }) => [base, head])).toEqual([[0, 0]]);
  });
  test("without an id goes by their titles", () => {
    const titled = (...titles: readonly string[]): Plan => {
      const built = buildPlan(plan(1, 8, titles));
      return {
        ...built,
        milestones: built.milestones.map((each, at) => ({
          ...each,
          id: field<string>("", undefined),
          title: field(titles[at], titles[at]),
        })),
      };
    };
    expect(effect(titled("Alpha", "Beta"), titled("Beta", "Alpha")).milestones.map(({ base, head }) => [base, head])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
  test("cannot tell when one is reached where tasks wait for each other", () => {
    const loop = { ...plan(1, 8), sprints: [sprint("1: Ada 8 > 1.2, Ben 2 > 1.1", [], 1)] };
    expect(effect(loop, plan(1, 8)).milestones.map(({ due, reached }) => [due, reached])).toEqual([[known(40, 40), known(undefined, 11)]]);
    expect(effect(loop, { sprints: loop.sprints }).milestones.map(({ due, reached }) => [due, reached])).toEqual([
      [known(40, undefined), known(undefined, undefined)],
    ]);
  });
});
