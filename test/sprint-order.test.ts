import fc from "fast-check";
import { expect, test } from "vitest";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { findAtLeastIn } from "../src/rules/first-at-least.ts";
import { backwardReferences, isLater } from "../src/rules/sprint-order.ts";
import { buildPlan, field } from "./plan-builder.ts";

const RUNS = 300 * Number(process.env.SPRINTPLAN_RUNS ?? 1);

test("the first number that is great enough is that of a look at each", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(10), fc.nat(12), fc.nat(12), (numbers, bound, from, length) => {
      const to = Math.min(numbers.length, from + length);
      const expected = numbers.findIndex((number, at) => at >= from && at < to && number >= bound);
      expect(findAtLeastIn(numbers)(bound, Math.min(from, to), to)).toBe(expected === -1 ? undefined : expected);
    }),
    { numRuns: RUNS, seed: 1 },
  );
});

const sprints = fc.array(
  fc.record({
    week: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    word: fc.constantFrom("Sprint", "Epic"),
    tasks: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 6 },
);

test("a task of a later sprint is found by windows in any order as by a look at each task", () => {
  let found = 0;
  fc.assert(
    fc.property(sprints, (drawn) => {
      let count = 0;
      const rows = drawn.map(({ week, tasks }, index) => ({
        id: `${index}`,
        ...(week === undefined ? {} : { weeks: { first: week, last: week } }),
        tasks: tasks.map(([first, last]) => {
          count += 1;
          return { id: `${count - 1}`, after: [`${Math.min(first, last)}..${Math.max(first, last)}`] };
        }),
      }));
      const plan = withHeadings(
        buildPlan({ sprints: rows }),
        drawn.map(({ word }, index) => `${word} ${index}`),
      );
      const facts = computeFacts(plan, defaultConfig);
      if (isAscending(facts)) return;
      const references = [...backwardReferences(facts)];
      found += references.length;
      expect(references).toEqual(byEachTask(facts));
    }),
    { numRuns: RUNS, seed: 1 },
  );
  expect(found).toBeGreaterThan(RUNS / 10);
});

function withHeadings(plan: Plan, headings: readonly string[]): Plan {
  return { ...plan, sprints: plan.sprints.map((sprint, index) => ({ ...sprint, heading: field(headings[index], headings[index]) })) };
}

/** There any later task proves as much, and the search may name another one. */
function isAscending({ windows }: Facts): boolean {
  const starts = windows.flatMap((window) => window?.start ?? []);
  if (starts.length === 0) return true;
  return starts.length === windows.length && starts.every((start, index) => index === 0 || starts[index - 1] <= start);
}

function byEachTask(facts: Facts) {
  const { plan, references } = facts;
  return plan.tasks.flatMap(({ index: task, sprint }) =>
    references[task].flatMap(({ targets }, dependency) => {
      if (sprint === undefined) return [];
      const tasks = targets.flatMap(({ start, end }) => Array.from({ length: end - start }, (_unused, at) => start + at));
      const target = tasks.find((each) => {
        const other = plan.tasks[each].sprint;
        return other !== undefined && other !== sprint && isLater(facts, other, sprint);
      });
      return target === undefined ? [] : [{ task, dependency, target }];
    }),
  );
}
