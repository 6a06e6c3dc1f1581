import { expect, test } from "vitest";
import { didYouMean, suggest } from "../src/suggest.ts";

const candidates = ["wrong-total", "unknown-dependency", "joint", "1.2.3", "check"];

test.each([
  ["wrong-totl", "wrong-total"],
  ["wrong_total", "wrong-total"],
  ["WrongTotal", "wrong-total"],
  ["jiont", "joint"],
  ["chekc", "check"],
  ["1-2-3", "1.2.3"],
  ["jolt", undefined],
  ["", undefined],
  ["...", undefined],
  ["__proto__", undefined],
])("%s means %s", (word, expected) => {
  expect(suggest(word, candidates)).toBe(expected);
});

test("the first of equals wins", () => {
  expect(suggest("tasx", ["task", "taxx"])).toBe("task");
});

test("a message says nothing where nothing is near", () => {
  expect(didYouMean("chek", candidates)).toBe(", did you mean `check`?");
  expect(didYouMean("schedule", candidates)).toBe("");
});
