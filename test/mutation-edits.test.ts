import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmOf } from "../src/commands/harm.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits, compatibleFixes, type Edit, type Fix } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { removal } from "../src/rules/removal.ts";
import { repair } from "../src/rules/repair.ts";
import { countBelow } from "../src/sorted.ts";
import { createSource } from "../src/source.ts";
import { field } from "./plan-builder.ts";
import { times } from "./runs.ts";

const fixOf = (...places: readonly (readonly [start: number, end: number])[]): Fix => ({
  title: "a fix",
  safe: true,
  edits: places.map(([start, end]) => ({ start, end, text: "x" })),
});

describe("edits are made", () => {
  test.each<[string, readonly Edit[], string]>([
    ["nowhere", [], "0123456789"],
    ["at the start", [{ start: 0, end: 1, text: "a" }], "a123456789"],
    ["at the end", [{ start: 10, end: 10, text: "a" }], "0123456789a"],
    [
      "in order of their places",
      [
        { start: 8, end: 9, text: "b" },
        { start: 2, end: 4, text: "" },
      ],
      "014567b9",
    ],
    [
      "in front of what they are put in front of",
      [
        { start: 3, end: 4, text: "b" },
        { start: 3, end: 3, text: "a" },
      ],
      "012ab456789",
    ],
  ])("%s", (_where, edits, text) => {
    expect(applyEdits("0123456789", edits)).toBe(text);
  });
});

describe("of fixes that come one after the other", () => {
  test.each<[string, readonly Fix[], readonly number[]]>([
    ["apart, both are made", [fixOf([0, 2]), fixOf([5, 6])], [0, 1]],
    ["side by side, both are made", [fixOf([2, 4]), fixOf([4, 6]), fixOf([0, 2])], [0, 1, 2]],
    ["at one place, the first is made", [fixOf([2, 2]), fixOf([2, 2])], [0]],
    ["with one start, the first is made", [fixOf([2, 4]), fixOf([2, 2])], [0]],
    ["that overlap behind, the first is made", [fixOf([2, 5]), fixOf([4, 6])], [0]],
    ["that overlap in front, the first is made", [fixOf([4, 6]), fixOf([2, 5])], [0]],
    ["inside of each other, the first is made", [fixOf([2, 8]), fixOf([4, 5])], [0]],
    ["around each other, the first is made", [fixOf([4, 5]), fixOf([2, 8])], [0]],
    ["behind what is inside, both are made", [fixOf([2, 8]), fixOf([8, 8])], [0, 1]],
    ["that overlap in their second edits, the first is made", [fixOf([0, 1], [6, 8]), fixOf([3, 4], [7, 9])], [0]],
    ["of which one clashes with itself, the other is made", [fixOf([0, 4], [2, 6]), fixOf([1, 2])], [1]],
    ["of which one clashes with itself out of order, the other is made", [fixOf([2, 6], [0, 4]), fixOf([1, 2])], [1]],
    ["between two that are made, the third is not", [fixOf([0, 3]), fixOf([6, 9]), fixOf([2, 7])], [0, 1]],
  ])("%s", (_how, fixes, made) => {
    expect(compatibleFixes(fixes)).toEqual(made.map((index) => fixes[index]));
  });

  test("those are made that one finds by comparing each with each", () => {
    const edit = fc.tuple(fc.nat(30), fc.nat(3)).map(([start, length]) => [start, start + length] as const);
    const fixes = fc.array(
      fc.array(edit, { minLength: 1, maxLength: 3 }).map((places) => fixOf(...places)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fixes, (given) => {
        expect(compatibleFixes(given)).toEqual(comparedEach(given));
      }),
      { numRuns: times(1_000) },
    );
  });
});

/** First come, first served, without any order. */
function comparedEach(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Edit[] = [];
  return fixes.filter(({ edits }) => {
    const clash = edits.some((edit, index) => [...taken, ...edits.slice(0, index)].some((other) => meet(edit, other)));
    if (!clash) taken.push(...edits);
    return !clash;
  });
}

function meet(one: Edit, other: Edit): boolean {
  return one.start === other.start || !(one.end <= other.start || other.end <= one.start);
}

test("as many numbers are below a bound as one counts", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(22), (numbers, bound) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      expect(countBelow(sorted, bound, (number) => number)).toBe(sorted.filter((number) => number < bound).length);
    }),
    { numRuns: times(500) },
  );
});

/** A plan with something of each kind. */
const PLAN = [
  "---",
  "title: Garden",
  "---",
  "",
  "## Phase 1: Ground (Weeks 1-4)",
  "",
  "### Sprint 1: Dig (Week 1)",
  "",
  "**Sprint Goal**: A hole",
  "",
  "| ID | Task | Hours | Assignee | Dependencies | Risk | Priority | Status |",
  "|----|------|-------|----------|--------------|------|----------|--------|",
  "| 1.1 | Measure | 8 | Ann | None | Low | High | Done |",
  "| 1.2 | Deepen | 16 | Bob | 1.1 | Medium | Low | Open |",
  "",
  "**Total Estimated Hours**: 24 hours",
  "",
  "#### Definition of Done",
  "",
  "- [ ] The hole is deep",
  "",
].join("\n");

function readingOf(text: string) {
  return parsePlan(createSource("plan.md", text), defaultConfig);
}

describe("what is there without an edit of its own place is named", () => {
  const before = readingOf(PLAN);

  test.each([
    ["Garden", "Yard", "the front matter would be read otherwise"],
    ["Measure", "Weigh!!", "`Measure` in line 13 would be read otherwise"],
    ["| 8 |", "| 9 |", "`8` in line 13 would be read otherwise"],
    ["Ann", "Eve", "`Ann` in line 13 would be read otherwise"],
    ["| 1.1 | Medium", "| 1.3 | Medium", "`1.1` in line 14 would be read otherwise"],
    ["Medium", "Higher", "`Medium` in line 14 would be read otherwise"],
    ["Low | Open", "Top | Open", "`Low` in line 14 would be read otherwise"],
    ["Open", "Done", "`Open` in line 14 would be read otherwise"],
    ["| 1.2", "| 1.4", "`1.2` in line 14 would be read otherwise"],
    ["A hole", "A pond", "`A hole` in line 9 would be read otherwise"],
    ["24 hours", "25 hours", "`24` in line 16 would be read otherwise"],
    ["is deep", "is wide", "`The hole is deep` in line 20 would be read otherwise"],
    ["[ ]", "[x]", "`The hole is deep` in line 20 would be read otherwise"],
    ["Dig", "Dug", "`Dig` in line 7 would be read otherwise"],
    ["Ground", "Gravel", "`Phase 1: Ground (Weeks 1-4)` in line 5 would be read otherwise"],
    ["Week 1)", "Week 2)", "`Sprint 1: Dig (Week 1)` in line 7 would be read otherwise"],
    ["Weeks 1-4", "Weeks 1-5", "`Phase 1: Ground (Weeks 1-4)` in line 5 would be read otherwise"],
  ])("%s that becomes %s", (from, to, words) => {
    const after = readingOf(PLAN.replace(from, to));
    expect(harmOf(before, after, [], "safe")).toBe(words);
    expect(harmOf(before, after, [], "unsafe")).toBe(words);
  });

  test.each([
    ["Measure", "Weigh!!"],
    ["| 8 |", "| 9 |"],
    ["A hole", "A pond"],
    ["Ground", "Gravel and sand"],
  ])("but not with one: %s that becomes %s", (from, to) => {
    const start = PLAN.indexOf(from);
    const edits = [{ start, end: start + from.length, text: to }];
    expect(harmOf(before, readingOf(applyEdits(PLAN, edits)), edits, "safe")).toBeUndefined();
  });

  test("and what comes up new, unless more may be understood", () => {
    const more = readingOf(PLAN.replace("**Total", "**Sprint Buffer**: 4 hours\n\n**Total"));
    const start = PLAN.indexOf("**Total");
    const blank = [{ start: start - 1, end: start - 1, text: "x".repeat("**Sprint Buffer**: 4 hours\n\n".length) }];
    expect(harmOf(before, more, blank, "unsafe")).toBeUndefined();
  });
});

describe("a needless dependency is left out", () => {
  const { source, tasks } = readingOf(PLAN.replace("| 1.1 | Medium", "| 1.1, 1.3 | Medium"));
  const [, task] = tasks;
  const [first, second] = task.dependencies;
  /** Where these two characters stand between the two. */
  const leftOut = (between: string, at: number) => {
    const text = `${source.text.slice(0, second.span.start - 2)}${between}${source.text.slice(second.span.start)}`;
    return removal(createSource("plan.md", text), task, at);
  };

  test("with the separator in front of it, or else behind it", () => {
    const edits = (start: number, end: number) => [{ start, end, text: "" }];
    expect(leftOut(", ", 1)).toEqual({ title: "leave out `1.3`", safe: true, edits: edits(first.span.end, second.span.end) });
    expect(leftOut("; ", 0)).toEqual({ title: "leave out `1.1`", safe: true, edits: edits(first.span.start, second.span.start) });
  });

  test("but not with anything else", () => {
    expect([leftOut("/ ", 0), leftOut("/ ", 1), leftOut(",x", 1), leftOut("x,", 1)]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("of a wrong number", () => {
  const total = { stated: { ...field("30", 30), span: { start: 4, end: 6 } }, right: 24 };
  const buffer = { stated: { ...field("10", 10), span: { start: 8, end: 10 } }, right: 16, follows: "stated numbers" } as const;
  const [first, second] = [
    { start: 4, end: 6, text: "24" },
    { start: 8, end: 10, text: "16" },
  ];

  test("the right one is written", () => {
    expect(repair(total, undefined)).toEqual({ fix: { title: "write `24`", safe: true, edits: [first] } });
  });

  test("together with the buffer that follows from it", () => {
    expect(repair(total, buffer)).toEqual({
      related: [{ span: buffer.stated.span, message: "the buffer of 10 h follows from it, it is 16 h" }],
      fix: { title: "write `24` and `16`", safe: true, edits: [first, second] },
    });
  });

  test("no one is written that may be more than one", () => {
    const [open, follower] = [
      { ...total, right: undefined },
      { ...buffer, right: undefined },
    ];
    expect(repair(open, undefined)).toEqual({});
    expect(repair(open, follower)).toEqual({ related: [{ span: buffer.stated.span, message: "the buffer of 10 h follows from it" }] });
    expect(repair(total, follower).fix).toEqual({ title: "write `24`", safe: true, edits: [first] });
  });
});
