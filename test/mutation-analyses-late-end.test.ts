import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { isTooLongAlone, roundingOf } from "../src/analysis/late-end.ts";
import type { LevelledPlan } from "../src/analysis/levelling/levelling.ts";
import { defaultConfig } from "../src/config.ts";
import { HOUR_TOLERANCE } from "../src/model.ts";
import { buildPlan, type SprintRow } from "./plan-builder.ts";

const factsOf = (sprint: Partial<SprintRow>) => computeFacts(buildPlan({ sprints: [{ id: "1", ...sprint }] }), defaultConfig);

describe("a sprint is too long by itself", () => {
  const weeks = { first: 1, last: 1 };
  const task = (hours: number) => [{ id: "1.1", hours, who: ["Ada"] }];
  test("only where it has a window", () => {
    expect([isTooLongAlone(factsOf({ tasks: task(90) }), 0), isTooLongAlone(factsOf({ tasks: task(90), weeks }), 0)]).toEqual([
      false,
      true,
    ]);
  });
  test("where its longest chain, its people or somebody's hours take more than there are", () => {
    const two = [...task(30), { id: "1.2", hours: 30, who: ["Ada"] }];
    expect([isTooLongAlone(factsOf({ tasks: task(40), weeks }), 0), isTooLongAlone(factsOf({ tasks: two, weeks }), 0)]).toEqual([
      false,
      true,
    ]);
    const team = (hours: number) => factsOf({ tasks: task(12), weeks, team: [["Ada", hours]] });
    expect([isTooLongAlone(team(12), 0), isTooLongAlone(team(11), 0)]).toEqual([false, true]);
  });
});

describe("a schedule may be too long because tasks were rounded up", () => {
  test.each<[rounded: number, decisive: number, hours: number]>([
    [0, 2, 0],
    [3, 2, 0.5],
    [1, 2, 0.25],
  ])("%i tasks were, and %i decide the end: by %s h", (rounded, decisive, hours) => {
    const levelled = factsOf({ tasks: [{ id: "1.1", hours: 4, who: ["Ada"] }] }).levelled();
    if (levelled === undefined) throw new Error("the plan has a cycle");
    const changed: LevelledPlan = {
      ...levelled,
      project: { ...levelled.project, tick: 0.25, rounded: Array.from({ length: rounded }, (_unused, task) => task) },
      chain: Array.from({ length: decisive }, () => levelled.chain[0]),
    };
    expect(roundingOf(changed)).toBe(hours + HOUR_TOLERANCE);
  });
});
