import { describe, expect, test } from "vitest";
import type { MemberLoad } from "../src/analysis/capacity.ts";
import { isOverloadGrown, latenessOf } from "../src/analysis/difference/effect.ts";
import { differs, measure } from "../src/analysis/difference/effect-measure.ts";
import { HOUR_TOLERANCE } from "../src/model.ts";

describe("a measure", () => {
  test.each<[before: number | undefined, after: number | undefined, delta: number | undefined, differs: boolean]>([
    [undefined, undefined, undefined, false],
    [4, undefined, undefined, true],
    [undefined, 0, undefined, true],
    [4, 4, 0, false],
    [4, 6.5, 2.5, true],
    [6, 4, -2, true],
    [0, HOUR_TOLERANCE, HOUR_TOLERANCE, true],
    [4, 4 + HOUR_TOLERANCE / 2, 0, false],
    [0.1, 0.3, 0.2, true],
  ])("from %s to %s is %s more", (before, after, delta, other) => {
    const found = measure(before, after);
    expect(found).toEqual({ before, after, delta });
    expect(differs(found)).toBe(other);
  });
});

describe("somebody is asked for more hours than there are", () => {
  const load = (overload: number): MemberLoad => ({ name: "Ada", capacity: 8, load: 8 + overload, utilization: undefined, overload });
  const grown = (before: number | undefined, after: number | undefined) =>
    isOverloadGrown({
      sprint: { base: 0, head: 0 },
      before: before === undefined ? undefined : load(before),
      after: after === undefined ? undefined : load(after),
      member: 0,
    });
  test.each<[before: number | undefined, after: number | undefined, more: boolean]>([
    [0, 2, true],
    [2, 3, true],
    [3, 2, false],
    [2, 2, false],
    [1, 1 + HOUR_TOLERANCE, false],
    [1, 1 + 2 * HOUR_TOLERANCE, true],
    [undefined, 2, true],
    [undefined, 0, false],
    [2, undefined, false],
  ])("after %s, %s too many: %s", (before, after, more) => {
    expect(grown(before, after)).toBe(more);
  });
});

describe("a milestone is late", () => {
  const late = (due: readonly (number | undefined)[], reached: readonly (number | undefined)[]) =>
    latenessOf({ base: 0, head: 0, due: measure(due[0], due[1]), reached: measure(reached[0], reached[1]) });
  test("by the hours that it is reached after it is due", () => {
    expect(late([40, 40], [38, 45])).toEqual({ before: 0, after: 5, delta: 5 });
    expect(late([40, 44], [45, 45])).toEqual({ before: 5, after: 1, delta: -4 });
  });
  test("by nothing that can be told where one of both is unknown", () => {
    expect(late([undefined, 40], [38, undefined])).toEqual({ before: undefined, after: undefined, delta: undefined });
  });
});
