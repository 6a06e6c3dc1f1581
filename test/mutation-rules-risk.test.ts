import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";

describe("risk without an answer", () => {
  const RISK = "ID | Task | Hours | Risk | Status";
  const risky = (
    heading: string,
    after = "",
    rows = ["1 | Dig | 3 | High | Open", "2 | Lay | 3 | Critical | Open", "3 | Roof | 3 | High | Done", "4 | Paint | 3 | Low | Open"],
  ): string => section(heading, rows, { head: RISK, after });
  test.each<[string, string, readonly string[]]>([
    [
      "of a sprint",
      risky(ONE),
      [
        "1 ## Sprint 1: sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    ["with a word on it", risky(ONE, "Fallback: rent one."), []],
    [
      "with a word on it in another sprint",
      risky(ONE) + risky("Sprint 2: B", "Fallback: rent one."),
      [
        "1 ## Sprint 1: sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "with a section in the sprint",
      risky(ONE, "### Risks\n\n- It rains") + risky("Sprint 2: B"),
      [
        "14 ## Sprint 2: sprint 2 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "with a section in the second sprint",
      risky(ONE) + risky("Sprint 2: B", "### Risks\n\n- It rains"),
      [
        "1 ## Sprint 1: sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    ["with a section of the plan", `${risky(ONE)}## Risks\n\n- It rains\n`, []],
    ["with a section of the plan before the sprints", `# Plan\n\n## Risks\n\n- It rains\n\n${risky(ONE)}`, []],
    [
      "of a sprint in two parts",
      risky(ONE) + section("Sprint 1: A, again (Week 1)", ["5 | Tile | 3 | Ada | "], { after: "Mitigation: ask." }),
      [],
    ],
    [
      "of sprints without numbers",
      risky("Foundations") + risky("Walls", "Mitigation: ask."),
      [
        "1 ## Foundations: `Foundations` has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "of one task",
      risky(ONE, "", ["1 | Dig | 3 | High | Open"]),
      [
        "1 ## Sprint 1: sprint 1 has 1 high-risk task and says nothing on mitigation",
        "= high risk: 1",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "of nine tasks",
      risky(
        ONE,
        "",
        Array.from({ length: 9 }, (_, index) => `1.${index + 1} | Dig | 3 | High | Open`),
      ),
      [
        "1 ## Sprint 1: sprint 1 has 9 high-risk tasks and says nothing on mitigation",
        "= high risk: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 1 more",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("unmitigated-risk", plan)).toEqual(expected);
  });
});
