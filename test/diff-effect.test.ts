import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { effectOf, type PlanEffect } from "../src/analysis/difference/effect.ts";
import type { Measure } from "../src/analysis/difference/effect-measure.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { BASE, edited, sideOf } from "./diff-plans.ts";

const EDITS: readonly (readonly [from: string, to: string])[] = [
  ["| 8 | Ada | 1.1", "| 14 | Ada | 1.1"],
  ["| 4 | Ben | None", "| 1 | Ben | None"],
  ["| 16 | Ben", "| 30 | Ben"],
  ["| 1.4 | Low", "| 1.3 | Low"],
  ["| 6 | Ada | 2.1", "| 6 | Ben | None"],
  ["| 1.3 | Buy", "| 1.3 | Ask the neighbours | 3 | Ada | None | Low |\n| 1.5 | Buy"],
  ["(Week 2)", "(Weeks 2-3)"],
  ["- Ada: 20 hours", "- Ada: 10 hours"],
  ["| 4 | Ada | None", "| 4 | Ada | 1.2"],
  ["## Sprint 2: Tiles", "## Sprint 3: Tiles"],
];

function factsOf(text: string): Facts {
  const { plan, config } = sideOf(text);
  return computeFacts(plan, config);
}

function effectBetween(base: string, head: string): PlanEffect {
  const [before, after] = [factsOf(base), factsOf(head)];
  return effectOf(before, after, comparePlans(before, after));
}

function swapped({ before, after, delta }: Measure): Measure {
  return { before: after, after: before, delta: delta === undefined ? undefined : 0 - delta };
}

/** Everything that is measured, in an order that both directions share. */
function measures(
  { duration, finish, hours, capacity, sprints, members, slack }: PlanEffect,
  turn: (measure: Measure) => Measure,
): unknown {
  return {
    sums: [duration, finish, hours, capacity].map(turn),
    sprints: sprints
      .map((sprint) => [sprint.finish, sprint.overrun, sprint.duration, sprint.hours].map(turn))
      .map((each) => JSON.stringify(each))
      .sort(),
    loads: members
      .map(({ before, after }) => turn({ before: before?.load, after: after?.load, delta: undefined }))
      .map((each) => JSON.stringify(each))
      .sort(),
    slack: slack.map((each) => JSON.stringify(turn(each.slack))).sort(),
  };
}

test("the other way round, every effect is the opposite", () => {
  fc.assert(
    fc.property(fc.subarray([...EDITS]), fc.subarray([...EDITS]), (one, other) => {
      const [base, head] = [edited(BASE, ...one), edited(BASE, ...other)];
      expect(measures(effectBetween(head, base), swapped)).toEqual(measures(effectBetween(base, head), (measure) => measure));
    }),
    { numRuns: 25 },
  );
});

test("a plan has no effect against itself", () => {
  const { duration, finish, sprints, slack, members } = effectBetween(BASE, BASE);
  expect([duration.delta, finish.delta, ...sprints.flatMap((each) => [each.finish.delta, each.overrun.delta])]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(slack).toEqual([]);
  expect(members.every(({ before, after }) => before?.load === after?.load)).toBe(true);
});

test("tasks lose and win slack, the greatest loss first", () => {
  const { slack } = effectBetween(BASE, edited(BASE, ["| 8 | Ada | 1.1", "| 2 | Ada | 1.1"], ["| 4 | Ben | None", "| 10 | Ben | None"]));
  expect(slack.map(({ head, slack: { before, after }, critical }) => [head, before, after, critical.after])).toEqual([
    [2, 8, 0, true],
    [0, 0, 4, false],
    [1, 0, 4, false],
  ]);
});
