import { describe, expect, test } from "vitest";
import { provenBy, section, sprint } from "./rule-findings.ts";

const row = (id: string, assignee: string, hours = "2") => `${id} | Step ${id} | ${hours} | ${assignee} | None`;

describe("a team of another size than the stated one", () => {
  const plan = (duration: string, team: readonly string[], heading = "Sprint 1 (Week 1)") =>
    `# Garden\n\n**Total Duration**: ${duration}\n\n${section(heading, ["1.1 | Dig | 2 | | None"], { team })}`;
  const team = (count: number) =>
    ["Ada", "Ben", "Cem", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Leo", "Mia", "Noa"]
      .slice(0, count)
      .map((name) => `${name}: 40 hours`);
  test.each([
    ["where no number of people is stated", plan("2 weeks", team(2)), []],
    [
      "where one is stated beside none",
      plan("2 weeks (2 people) or 5 weeks", team(1)),
      ["3 2 weeks (2 people): the plan states a team of 2, and its sprints list 1 person", "= `Ada`"],
    ],
    [
      "where one is stated behind none",
      plan("5 weeks or 2 weeks (3 people)", team(2)),
      ["3 2 weeks (3 people): the plan states a team of 3, and its sprints list 2 people", "= `Ada` and `Ben`"],
    ],
    [
      "where two are stated",
      plan("2 weeks (3 people) or 3 weeks (4 people)", team(2)),
      ["3 2 weeks (3 people) or 3 weeks (4 people): the plan states a team of 3 or 4, and its sprints list 2 people", "= `Ada` and `Ben`"],
    ],
    [
      "where one is stated twice",
      plan("2 weeks (3 people) or 3 weeks (3 people)", team(2)),
      ["3 2 weeks (3 people) or 3 weeks (3 people): the plan states a team of 3, and its sprints list 2 people", "= `Ada` and `Ben`"],
    ],
    ["where the second is right", plan("2 weeks (3 people) or 3 weeks (2 people)", team(2)), []],
    ["where no team is listed", plan("2 weeks (3 people)", []), []],
    ["where a line stands for several", plan("2 weeks (3 people)", ["Ada: 40 hours", "Backend team: 40 hours"]), []],
    ["where a line has more hours than its week", plan("2 weeks (3 people)", ["Ada: 41 hours", "Ben: 40 hours"]), []],
    [
      "where a line has more hours than its later week",
      plan("2 weeks (3 people)", ["Ada: 60 hours", "Ben: 40 hours"], "Sprint 2 (Week 2)") + sprint(3, "1"),
      [],
    ],
    [
      "where the sprint has no weeks",
      plan("2 weeks (3 people)", ["Ada: 60 hours", "Ben: 40 hours"], "Sprint 1"),
      ["3 2 weeks (3 people): the plan states a team of 3, and its sprints list 2 people", "= `Ada` and `Ben`"],
    ],
    [
      "where only the second sprint has a line for several",
      plan("2 weeks (3 people)", team(2)) + section("Sprint 2 (Week 2)", ["2.1 | Lay | 2 | | None"], { team: ["Backend team: 40 hours"] }),
      [],
    ],
    [
      "where twelve are listed",
      plan("2 weeks (3 people)", team(12)),
      [
        "3 2 weeks (3 people): the plan states a team of 3, and its sprints list 12 people",
        "= `Ada`, `Ben`, `Cem`, `Dan`, `Eva`, `Fay`, `Gus`, `Hal`, `Ida`, `Jon`, `Kim` and `Leo`",
      ],
    ],
    [
      "where thirteen are listed",
      plan("2 weeks (3 people)", team(13)),
      [
        "3 2 weeks (3 people): the plan states a team of 3, and its sprints list 13 people",
        "= `Ada`, `Ben`, `Cem`, `Dan`, `Eva`, `Fay`, `Gus`, `Hal`, `Ida`, `Jon`, `Kim`, `Leo` and 1 more",
      ],
    ],
  ])("%s", (_where, text, expected) => {
    expect(provenBy("contradicted-team-size", text).filter((line) => !line.startsWith("?"))).toEqual(expected);
  });
});

describe("a member with nothing to do", () => {
  const said = (plan: string) =>
    provenBy("idle-member", plan, { rules: { "idle-member": "info" } }).filter((line) => !line.startsWith("?"));
  test.each([
    [
      "half of the hours are enough",
      section("Sprint 1", [row("1.1", "Ada", "10"), row("1.2", "Ben", "9.99")], { team: ["Ada: 20 hours", "Ben: 20 hours"] }),
      ["6 20: `Ben` is asked for 9.99 h in sprint 1 and has 20 h, 50 % of them used", "= holds under every reading"],
    ],
    ["nobody is asked for anything", section("Sprint 1", [row("1.1", "TBD", "10")], { team: ["Ada: 20 hours", "Ben: 20 hours"] }), []],
    [
      "one of them has no hours, or none that can be read",
      section("Sprint 1", [row("1.1", "Ada", "20")], { team: ["Ada: 20 hours", "Ben: 0 hours", "Cem: lots"] }),
      [],
    ],
    [
      "it hangs on the reading",
      section("Sprint 1", [row("1.1", "Ada + Ben", "14"), row("1.2", "All", "2")], { team: ["Ada: 20 hours", "Ben: 20 hours"] }),
      [
        "5 20: `Ada` is asked for 9 h in sprint 1 and has 20 h, 45 % of them used",
        "= only with joint: split (8 h to 9 h)",
        "6 20: `Ben` is asked for 9 h in sprint 1 and has 20 h, 45 % of them used",
        "= only with joint: split (8 h to 9 h)",
      ],
    ],
    [
      "in the second sprint alone",
      section("Sprint 1", [row("1.1", "TBD", "20")], { team: ["Ada: 20 hours"] }) +
        section("Sprint 2", [row("2.1", "Ada", "20"), row("2.2", "Ben", "3")], { team: ["Ada: 20 hours", "Ben: 20 hours"] }),
      ["18 20: `Ben` is asked for 3 h in sprint 2 and has 20 h, 15 % of them used", "= holds under every reading"],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
});
