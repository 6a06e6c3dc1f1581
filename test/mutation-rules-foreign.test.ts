import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAtLeastIn } from "../src/rules/first-at-least.ts";
import { foundBy, provenBy, rowOf, section, sprint } from "./rule-findings.ts";
import { times } from "./runs.ts";

describe("a dependency that is not in the plan", () => {
  const said = (ids: readonly string[], dependency: string) => {
    const plan = section(
      "Sprint 1",
      ids.map((id, place) => rowOf(place === 0 ? `${id} < ${dependency}` : id)),
    );
    return [...foundBy("unknown-dependency", plan), ...provenBy("unresolved-dependency", plan).filter((line) => !line.startsWith("?"))];
  };
  const SECOND = ["2.1", "2.2", "2.3"];
  test.each([
    ["of the next number", ["1.1", "1.2", "1.3"], "1.4", ["5 1.4: task `1.1` waits for `1.4`, which is not in the plan"]],
    ["of a later section", ["1.1", "1.2", "1.3"], "7.1", ["5 7.1: task `1.1` waits for `7.1`, which is not in the plan"]],
    [
      "of an earlier section of the only one",
      SECOND,
      "1.1",
      ["5 1.1: task `2.1` waits for `1.1`, which names no task of this plan", "= the ids of this plan begin with a number"],
    ],
    [
      "of an earlier section of two from the second one",
      ["2.1", "2.2", "3.1"],
      "1.1",
      ["5 1.1: task `2.1` waits for `1.1`, which is not in the plan"],
    ],
    [
      "of an earlier section of two from the third one",
      ["3.1", "3.2", "4.1"],
      "1.1",
      ["5 1.1: task `3.1` waits for `1.1`, which names no task of this plan", "= the ids of this plan begin with a number"],
    ],
    [
      "of any number of its section",
      ["1.1", "1.2", "1.3"],
      "1.x",
      ["5 1.x: task `1.1` waits for `1.x`, which names no task of this plan", "= the ids of this plan begin with a number"],
    ],
    [
      "of other letters",
      ["A-1", "A-2"],
      "INFRA-1",
      ["5 INFRA-1: task `A-1` waits for `INFRA-1`, which names no task of this plan", "= the ids of this plan begin with `A`"],
    ],
    ["of mistyped letters", ["INFRA-1", "INFRA-2"], "INFAR-3", ["5 INFAR-3: task `INFRA-1` waits for `INFAR-3`, which is not in the plan"]],
    [
      "of a series with just more than its share of gaps",
      ["A-1", "A-2", "A-3", "A-4", "A-5", "A-10"],
      "A-7",
      ["5 A-7: task `A-1` waits for `A-7`, which is not in the plan"],
    ],
    [
      "of a series with just its share",
      ["A-1", "A-2", "A-4", "A-6", "A-9", "A-10"],
      "A-7",
      ["5 A-7: task `A-1` waits for `A-7`, which is not in the plan"],
    ],
    [
      "of four with gaps",
      ["A-1", "A-5", "A-9", "A-10"],
      "A-7",
      ["5 A-7: task `A-1` waits for `A-7`, which names no task of this plan", "= the ids of this plan begin with `A`"],
    ],
    ["of three with gaps", ["A-1", "A-9", "A-10"], "A-7", ["5 A-7: task `A-1` waits for `A-7`, which is not in the plan"]],
    [
      "of a series with gaps",
      ["A-1", "A-5", "A-9", "A-14", "A-20"],
      "A-7",
      ["5 A-7: task `A-1` waits for `A-7`, which names no task of this plan", "= the ids of this plan begin with `A`"],
    ],
    [
      "of a series without gaps but one",
      ["A-1", "A-2", "A-3", "A-4", "A-20"],
      "A-7",
      ["5 A-7: task `A-1` waits for `A-7`, which is not in the plan"],
    ],
    ["of a short series with gaps", ["A-5", "A-9"], "A-7", ["5 A-7: task `A-5` waits for `A-7`, which is not in the plan"]],
    [
      "of a range of which one end is here",
      ["1.1", "1.2", "1.3"],
      "1.2-1.9",
      ["5 1.9: task `1.1` waits for `1.9`, which is not in the plan"],
    ],
    [
      "of a range of other letters",
      ["A-1", "A-2"],
      "INFRA-1, INFRA-2",
      [
        "5 INFRA-1: task `A-1` waits for `INFRA-1`, which names no task of this plan",
        "= the ids of this plan begin with `A`",
        "5 INFRA-2: task `A-1` waits for `INFRA-2`, which names no task of this plan",
        "= the ids of this plan begin with `A`",
      ],
    ],
    [
      "a sprint, where there is one",
      ["1.1", "1.2"],
      "Sprint 4",
      ["5 Sprint 4: task `1.1` waits for `Sprint 4`, which names no task of this plan"],
    ],
    [
      "a phase, a milestone and a week, where there is none",
      ["1.1", "1.2"],
      "Phase 4, Milestone 2, Week 9",
      [
        "5 Phase 4: task `1.1` waits for `Phase 4`, which names no task of this plan",
        "5 Milestone 2: task `1.1` waits for `Milestone 2`, which names no task of this plan",
        "5 Week 9: task `1.1` waits for `Week 9`, which names no task of this plan",
      ],
    ],
    [
      "in words",
      ["1.1", "1.2"],
      "the harbour office",
      ["5 the harbour office: task `1.1` waits for `the harbour office`, which names no task of this plan"],
    ],
  ])("%s", (_which, ids, dependency, expected) => {
    expect(said(ids, dependency)).toEqual(expected);
  });
  test("is a mistake where the plan has several sections of its kind", () => {
    const plan = `${sprint(1, "1", "1.1 < Sprint 9, Week 9, Milestone 9, Phase 9")}${sprint(2, "2", "2.1")}## Milestones\n\n### Milestone 1: A (Week 1)\n\n- All\n\n### Milestone 2: B (Week 2)\n\n- All\n`;
    expect(foundBy("unknown-dependency", plan)).toEqual([
      "5 Sprint 9: task `1.1` waits for `Sprint 9`, but the plan has no such sprint",
      "5 Week 9: task `1.1` waits for `Week 9`, but the plan has no such week",
      "5 Milestone 9: task `1.1` waits for `Milestone 9`, but the plan has no such milestone",
      "5 Phase 9: task `1.1` waits for `Phase 9`, but the plan has no such phase",
    ]);
    expect(foundBy("unresolved-dependency", plan)).toEqual([]);
  });
});

test("the first number that is at least as great is the one that one finds by looking at each", () => {
  const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: -6, max: 6 }), fc.nat(20), fc.nat(20), (all, bound, first, last) => {
      const [from, to] = [Math.min(first, all.length), Math.min(last, all.length)];
      const found = all.findIndex((number, place) => place >= from && place < to && number >= bound);
      expect(findAtLeastIn(all)(bound, from, to)).toBe(found < 0 ? undefined : found);
    }),
    { numRuns: times(2_000) },
  );
});
