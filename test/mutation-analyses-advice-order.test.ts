import { expect, test } from "vitest";
import { byCost, byScore, changesOf, compareScores, hoursOf, type Ranked, type Score } from "../src/analysis/advice/order.ts";
import type { Remedy, RemedyKind } from "../src/analysis/advice/remedies.ts";
import { HOUR_TOLERANCE } from "../src/model.ts";

const remedy = (kind: RemedyKind, count = 1, hours = 8): Remedy => ({
  kind,
  words: Array.from({ length: count }, (_unused, at) => `${kind} ${at}`),
  origins: [],
  hours,
  target: undefined,
});
const ranked = (score: Score, ...remedies: readonly Remedy[]): Ranked => ({ score, remedies });
const costing = (...remedies: readonly Remedy[]): Ranked => ranked([40, 0], ...remedies);

test.each<[string, Score, Score, number]>([
  ["an earlier end", [38, 9], [42, 0], -4],
  ["a later end", [42, 0], [38, 9], 4],
  ["an equal end and fewer late hours", [38, 5], [38, 7], -2],
  ["an end that differs by no more than the tolerance, and more late hours", [0, 7], [HOUR_TOLERANCE, 5], 2],
  ["the same", [38, 5], [38, 5], 0],
])("%s counts for that much", (_what, one, other, expected) => {
  expect(compareScores(one, other)).toBe(expected);
});

test.each([
  ["fewer changes of a dearer kind", costing(remedy("drop", 1, 30)), costing(remedy("assign", 2, 2))],
  ["a kind that comes first", costing(remedy("assign", 1, 30)), costing(remedy("split", 1, 2))],
  ["a split rather than a move", costing(remedy("split", 1, 30)), costing(remedy("move", 1, 2))],
  ["a move rather than a drop", costing(remedy("move", 1, 30)), costing(remedy("drop", 1, 2))],
  ["fewer hours", costing(remedy("assign", 1, 2)), costing(remedy("assign", 1, 30))],
  ["two kinds whose dearness is the same in sum", costing(remedy("move", 2, 2)), costing(remedy("split", 1, 2), remedy("drop", 1, 2))],
  ["an assignment and a drop, which are cheaper than two moves", costing(remedy("assign"), remedy("drop")), costing(remedy("move", 2, 2))],
])("cheaper is %s", (_what, cheap, dear) => {
  expect([dear, cheap].toSorted(byCost)).toEqual([cheap, dear]);
  expect([cheap, dear].toSorted(byCost)).toEqual([cheap, dear]);
});

test("sets that cost the same stay in their order", () => {
  expect(byCost(costing(remedy("split")), costing(remedy("split")))).toBe(0);
});

test("what ends earlier comes before what is cheaper", () => {
  const early = ranked([36, 0], remedy("drop", 2, 30));
  const cheap = ranked([38, 0], remedy("assign", 1, 2));
  const dear = ranked([38, 0], remedy("assign", 1, 3));
  expect([dear, cheap, early].toSorted(byScore)).toEqual([early, cheap, dear]);
});

test("changes are counted as people ask for them, and hours as the rows have them", () => {
  const set = costing(remedy("move", 3, 12), remedy("split", 1, 4));
  expect([changesOf(set), hoursOf(set.remedies)]).toEqual([4, 16]);
  expect([changesOf(costing()), hoursOf([])]).toEqual([0, 0]);
});
