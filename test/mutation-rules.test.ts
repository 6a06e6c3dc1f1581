import { describe, expect, test } from "vitest";
import { order, provenBy, rowOf, section, sprint, three } from "./rule-findings.ts";

const loose = (...tasks: readonly string[]) => section("Other Work", tasks.map(rowOf));
const claims = (...weeks: readonly string[]) => `## Parallel Work\n\n${weeks.map((each) => `- **${each}**: both\n`).join("")}\n`;

describe("work that is said to run in parallel", () => {
  const HELP = "? let the one sprint overlap the other in the declared order, or take the claim back";
  const said = (plan: string, config = {}) =>
    provenBy("contradicted-parallel", plan, config).filter((line) => line !== HELP && !line.startsWith("="));
  const chain = three("1.1", "2.1 < 1.1", "3.1 < 2.1");
  test.each([
    [
      "in weeks that touch a sprint's weeks is not about it",
      chain + claims("Week 1", "Week 2", "Weeks 2-3", "Weeks 3-4", "Soon", "Weeks 5-6"),
      [
        "23 Weeks 2-3: work is said to run in parallel in weeks 2-3, but sprint 3 waits for sprint 2",
        "~ 17 2.1: task `3.1` waits for `2.1`",
      ],
    ],
    [
      "is contradicted by one other pair of sprints too",
      chain + claims("Weeks 1-3"),
      [
        "21 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 2 waits for sprint 1 (and 1 other pair of sprints cannot either)",
        "~ 11 1.1: task `2.1` waits for `1.1`",
        "~ 17 2.1: task `3.1` waits for `2.1`",
      ],
    ],
    [
      "is contradicted by two other pairs of sprints",
      three("1.1", "2.1 < 1.1", "3.1 < 2.1, 1.1") + claims("Weeks 1-3"),
      [
        "21 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 2 waits for sprint 1 (and 2 other pairs of sprints cannot either)",
        "~ 11 1.1: task `2.1` waits for `1.1`",
        "~ 17 2.1: task `3.1` waits for `2.1`",
        "~ 17 1.1: task `3.1` waits for `1.1`",
      ],
    ],
    [
      "is contradicted once by a gate and a dependency of one pair",
      three("1.1", "2.1 < 1.1") + order("Sprint 1 → Sprint 2") + claims("Weeks 1-3"),
      [
        "25 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 2 waits for sprint 1",
        "~ 21 2: sprint 2 is declared to wait for sprint 1",
        "~ 11 1.1: task `2.1` waits for `1.1`",
      ],
    ],
    [
      "is contradicted by the first of two dependencies of one pair",
      sprint(1, "1", "1.1", "1.2") + sprint(2, "2", "2.1 < 1.2", "2.2 < 1.1") + claims("Weeks 1-2"),
      [
        "17 Weeks 1-2: work is said to run in parallel in weeks 1-2, but sprint 2 waits for sprint 1",
        "~ 12 1.2: task `2.1` waits for `1.2`",
      ],
    ],
    [
      "is contradicted in the order of the dependencies",
      three("1.1 < 3.1", "2.1 < 1.1") + claims("Weeks 1-3"),
      [
        "21 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 1 waits for sprint 3 (and 1 other pair of sprints cannot either)",
        "~ 5 3.1: task `1.1` waits for `3.1`",
        "~ 11 1.1: task `2.1` waits for `1.1`",
      ],
    ],
    [
      "is contradicted by each gate of a sprint",
      three() + order("Sprint 1 → Sprint 2", "Sprint 1 → Sprint 3", "Sprint 2 → Sprint 3") + claims("Weeks 1-3"),
      [
        "27 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 2 waits for sprint 1 (and 2 other pairs of sprints cannot either)",
        "~ 21 2: sprint 2 is declared to wait for sprint 1",
        "~ 22 3: sprint 3 is declared to wait for sprint 1",
        "~ 23 3: sprint 3 is declared to wait for sprint 2",
      ],
    ],
    [
      "is contradicted in the order of the sprints, whatever their weeks",
      sprint(1, "3", "1.1") + sprint(2, "2", "2.1") + sprint(3, "1", "3.1") + order("Sprint 3 → Sprint 2 → Sprint 1") + claims("Weeks 1-3"),
      [
        "25 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 1 waits for sprint 2 (and 1 other pair of sprints cannot either)",
        "~ 21 1: sprint 1 is declared to wait for sprint 2",
        "~ 21 2: sprint 2 is declared to wait for sprint 3",
      ],
    ],
    [
      "is contradicted by gates that lead through other sprints, even in a circle",
      sprint(1, "1", "1.1") +
        sprint(2, "5", "2.1") +
        sprint(3, "2", "3.1") +
        sprint(4, "6", "4.1") +
        order("Sprint 1 → Sprint 2 → Sprint 3", "Sprint 2 → Sprint 4 → Sprint 2", "Sprint 4 → Sprint 3") +
        claims("Weeks 1-2"),
      [
        "33 Weeks 1-2: work is said to run in parallel in weeks 1-2, but sprint 3 waits for sprint 1",
        "~ 27 3: sprint 3 is declared to wait for sprint 2",
      ],
    ],
    [
      "is not contradicted by gates that lead back to the same sprint",
      sprint(1, "1", "1.1") + sprint(2, "5", "2.1") + sprint(3, "2", "3.1") + order("Sprint 1 → Sprint 2 → Sprint 1") + claims("Weeks 1-2"),
      [],
    ],
    [
      "is about a long sprint in each of its weeks",
      sprint(1, "1-6", "1.1") + sprint(2, "2", "2.1") + sprint(3, "5", "3.1 < 1.1") + claims("Weeks 5-6", "Week 4", "Week 1"),
      [
        "21 Weeks 5-6: work is said to run in parallel in weeks 5-6, but sprint 3 waits for sprint 1",
        "~ 17 1.1: task `3.1` waits for `1.1`",
      ],
    ],
    [
      "is contradicted by a range that ends in the own sprint",
      sprint(1, "1", "1.1", "1.2") + sprint(2, "2", "2.1", "2.2 < 1.2-2.1") + claims("Weeks 1-2"),
      [
        "17 Weeks 1-2: work is said to run in parallel in weeks 1-2, but sprint 2 waits for sprint 1",
        "~ 13 1.2-2.1: task `2.2` waits for `1.2`",
      ],
    ],
    [
      "is not about sprints without weeks",
      sprint(1, "1", "1.1") + sprint(2, "", "2.1 < 1.1") + sprint(3, "2", "3.1 < 2.1, 1.1") + claims("Weeks 1-3"),
      [
        "21 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 3 waits for sprint 1",
        "~ 17 1.1: task `3.1` waits for `1.1`",
      ],
    ],
    [
      "is not contradicted by tasks outside of sprints",
      sprint(1, "1", "1.1 < 9.1") + loose("1.8 < 1.1", "9.1 < 2.1") + sprint(2, "2", "2.1 < 9.1") + claims("Weeks 1-2"),
      [],
    ],
    [
      "is contradicted by a range that begins outside of sprints",
      sprint(1, "1", "1.1") + loose("1.2", "1.3") + sprint(2, "2", "1.4", "1.5") + sprint(3, "3", "3.1 < 1.2-1.5") + claims("Weeks 2-3"),
      [
        "29 Weeks 2-3: work is said to run in parallel in weeks 2-3, but sprint 3 waits for sprint 2",
        "~ 25 1.2-1.5: task `3.1` waits for `1.4`",
      ],
    ],
    [
      "is contradicted by a range over several sprints for each of them",
      three("1.1", "1.2", "3.1 < 1.1-1.2") + claims("Weeks 1-3"),
      [
        "21 Weeks 1-3: work is said to run in parallel in weeks 1-3, but sprint 3 waits for sprint 1 (and 1 other pair of sprints cannot either)",
        "~ 17 1.1-1.2: task `3.1` waits for `1.1`",
        "~ 17 1.1-1.2: task `3.1` waits for `1.2`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });

  test("is about weeks of the configured length", () => {
    expect(said(chain + claims("Weeks 1-2"), { calendar: { hoursPerDay: 6, daysPerWeek: 4 } })).toEqual([
      "21 Weeks 1-2: work is said to run in parallel in weeks 1-2, but sprint 2 waits for sprint 1",
      "~ 11 1.1: task `2.1` waits for `1.1`",
    ]);
  });
});
