import { describe, expect, test } from "vitest";
import { EFFECT_LEVELLING, levelBoth } from "../src/analysis/difference/effect-levelling.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import type { LevelledPlan } from "../src/analysis/levelling/levelling.ts";
import { defaultConfig } from "../src/config.ts";
import { HOUR_TOLERANCE } from "../src/model.ts";
import { createSource } from "../src/source.ts";
import { buildPlan, type TaskRow } from "./plan-builder.ts";

interface Version {
  readonly tasks: readonly TaskRow[];
  /** Of the schedule that is known of it. */
  readonly starts: readonly number[];
  readonly week?: number;
  readonly text?: string;
}

/** A version of a plan of which a schedule is known, however bad. */
function version({ tasks, starts, week = 1, text = "" }: Version, known: Partial<LevelledPlan> = {}): Facts {
  const built = buildPlan({
    sprints: [
      { id: "1", weeks: { first: 1, last: 1 } },
      { id: "2", weeks: { first: week, last: week }, tasks },
    ],
  });
  const facts = computeFacts({ ...built, source: createSource("plan.md", text) }, defaultConfig);
  const found = levelPlan(facts, { ...EFFECT_LEVELLING, known: [starts], budget: 1, proof: "none" });
  const levelled = found && { ...found, ...known };
  return { ...facts, levelled: () => levelled };
}

/** The same tasks in the same order, or so many rows further down in the head. */
function matches(count: number, down = 0): readonly { readonly base: number; readonly head: number }[] {
  return Array.from({ length: count }, (_unused, base) => ({ base, head: base + down }));
}

const startsOf = (levelled: LevelledPlan | undefined) => levelled?.tasks.map(({ start }) => start);

/** Best when Ada does B first, on which Ben waits. */
const TASKS: readonly TaskRow[] = [
  { id: "A", hours: 4, who: ["Ada"] },
  { id: "B", hours: 2, who: ["Ada"] },
  { id: "C", hours: 10, who: ["Ben"], after: ["B"] },
];
const SLOW = { tasks: TASKS, starts: [0, 4, 6] };
const QUICK = { tasks: TASKS, starts: [2, 0, 2] };
/** One row more, above all others. */
const NEW: TaskRow = { id: "N", hours: 2, who: ["Ada"] };
/** So that nothing is searched for. */
const FINAL = { optimal: true };

describe("a schedule of one version", () => {
  test.each(["a", "b", "c"])("leads to one of the other that ends earlier, whichever it is and whatever its text (%s)", (text) => {
    const [slow, quick] = [version({ ...SLOW, text }, FINAL), version({ ...QUICK, text: "b" }, FINAL)];
    for (const { base, head } of [levelBoth(slow, quick, matches(3)), levelBoth(quick, slow, matches(3))])
      expect([startsOf(base), startsOf(head)]).toEqual([QUICK.starts, QUICK.starts]);
  });
  test("leads the same tasks of the other, where they have other places in it; new ones come last", () => {
    const grown = version({ tasks: [NEW, ...TASKS], starts: [0, 2, 6, 8] }, FINAL);
    const { base, head } = levelBoth(version(QUICK, FINAL), grown, matches(3, 1));
    expect([startsOf(base), startsOf(head)]).toEqual([QUICK.starts, [6, 2, 0, 2]]);
    const late = version({ tasks: [NEW, ...TASKS], starts: [6, 2, 0, 2] }, FINAL);
    expect(startsOf(levelBoth(version(SLOW, FINAL), late, matches(3, 1)).base)).toEqual(QUICK.starts);
  });
  test("stays as it is where nothing better is found", () => {
    const [base, head] = [version(QUICK, { optimal: false, lowerBound: 10 }), version(QUICK, { optimal: false, lowerBound: 10 })];
    const both = levelBoth(base, head, matches(3));
    expect(both.base).toBe(base.levelled());
    expect(startsOf(both.head)).toEqual(QUICK.starts);
  });
  test("says nothing where tasks of the other wait for each other", () => {
    const loop = { ...version(SLOW), levelled: () => undefined };
    const fine = version(SLOW);
    expect(levelBoth(loop, fine, matches(3))).toEqual({ base: undefined, head: fine.levelled() });
    expect(levelBoth(fine, loop, matches(3))).toEqual({ base: fine.levelled(), head: undefined });
    expect(levelBoth(loop, loop, matches(3))).toEqual({ base: undefined, head: undefined });
  });
});

describe("where both schedules are bad", () => {
  test.each<[lowerBound: number, optimal: boolean]>([
    [12, true],
    [12 - HOUR_TOLERANCE / 2, true],
    [12 - HOUR_TOLERANCE, false],
    [11, false],
  ])("better ones are searched for, and are the best where no schedule ends before %s h: %s", (lowerBound, optimal) => {
    const known = { optimal: false, lowerBound };
    const { base, head } = levelBoth(version(SLOW, known), version(SLOW, known), matches(3));
    expect([base, head].map((each) => [each?.makespan, each?.lowerBound, each?.optimal])).toEqual([
      [12, lowerBound, optimal],
      [12, lowerBound, optimal],
    ]);
  });
  test("the better ones keep to the sprints' windows", () => {
    const slow = version({ tasks: TASKS, starts: [40, 44, 46], week: 2 }, { optimal: false });
    const { base, head } = levelBoth(slow, slow, matches(3));
    expect([startsOf(base), startsOf(head)]).toEqual([
      [42, 40, 42],
      [42, 40, 42],
    ]);
  });
});

describe("of two orders that are as good", () => {
  const pair = [
    { id: "A", hours: 3, who: ["Ada"] },
    { id: "B", hours: 5, who: ["Ada"] },
  ];
  const order = (starts: readonly number[], text: string) => version({ tasks: pair, starts, text });
  test.each<[base: string, head: string, leader: string]>([
    ["x", "y", "base"],
    ["y", "x", "head"],
    ["x", "x", "base"],
  ])("versions with the texts %s and %s take that of the %s", (base, head, leader) => {
    for (const [first, second] of [
      [
        [5, 0],
        [0, 3],
      ],
      [
        [0, 3],
        [5, 0],
      ],
    ]) {
      const both = levelBoth(order(first, base), order(second, head), matches(2));
      const expected = leader === "base" ? first : second;
      expect([startsOf(both.base), startsOf(both.head)]).toEqual([expected, expected]);
    }
  });
});
