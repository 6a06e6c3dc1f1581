import { expect, test } from "vitest";
import { foundBy, section } from "./rule-findings.ts";

const head = "ID | Task | Hours | Risk | Dependencies";
const chain = (...rows: readonly string[]): string => section("Sprint 1 (Week 1)", rows, { head });

test.each([
  ["two tasks are the shortest chain", chain("1.1 | Dig | 3 | High |", "1.2 | Lay | 5 | Low | 1.1"), ["5 High"]],
  ["one task is none", chain("1.1 | Dig | 3 | High |"), []],
  [
    "what takes no time puts nothing at risk",
    chain("1.1 | Dig | 3 | Low |", "1.2 | Open | 0 | High | 1.1", "1.3 | Lay | 5 | Low | 1.2"),
    [],
  ],
  ["tasks in a circle have no chain", chain("1.1 | Dig | 3 | High | 1.2", "1.2 | Lay | 5 | Low | 1.1"), []],
  ["no task is at risk", chain("1.1 | Dig | 3 | Low |", "1.2 | Lay | 5 | Low | 1.1"), []],
])("%s", (_what, plan, places) => {
  const rules = { "risky-chain": "warning" };
  expect(foundBy("risky-chain", plan, { rules }).map((line) => line.split(":")[0])).toEqual(places);
});
