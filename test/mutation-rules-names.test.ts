import { describe, expect, test } from "vitest";
import { provenBy, section } from "./rule-findings.ts";

const row = (id: string, assignee: string, hours = "2") => `${id} | Step ${id} | ${hours} | ${assignee} | None`;
const GARDENERS = ["Gardener North: 10 hours", "Gardener South: 10 hours", "Cook: 10 hours"];

describe("a short name of several members", () => {
  test.each([
    [
      "is one finding with all its uses in a sprint",
      section("Sprint 1", [row("1.1", "Gardener"), row("1.2", "Cook"), row("1.3", "Gardener"), row("1.4", "gardener")], {
        team: GARDENERS,
      }),
      [
        "13 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "~ 15 Gardener: also on task `1.3`",
        "~ 16 gardener: also on task `1.4`",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is a finding in each sprint",
      section("Sprint 1", [row("1.1", "Gardener")], { team: GARDENERS }) +
        section("Sprint 2", [row("2.1", "Gardener")], { team: GARDENERS }),
      [
        "13 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
        "27 Gardener: `Gardener` in sprint 2 could be `Gardener North` or `Gardener South`",
        "~ 19 Gardener North: `Gardener North` is of the team",
        "~ 20 Gardener South: `Gardener South` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is a finding beside another one",
      section("Sprint 1", [row("1.1", "Gardener"), row("1.2", "Cook")], {
        team: [...GARDENERS.slice(0, 2), "Cook East: 5 hours", "Cook West: 5 hours"],
      }),
      [
        "14 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
        "15 Cook: `Cook` in sprint 1 could be `Cook East` or `Cook West`",
        "~ 7 Cook East: `Cook East` is of the team",
        "~ 8 Cook West: `Cook West` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is told by the first three of four",
      section("Sprint 1", [row("1.1", "Gardener")], { team: [...GARDENERS, "Gardener East: 4 hours", "Gardener West: 4 hours"] }),
      [
        "15 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South` or `Gardener East` or 1 more",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "~ 8 Gardener East: `Gardener East` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is told by all of three",
      section("Sprint 1", [row("1.1", "Gardener")], { team: [...GARDENERS, "Gardener East: 4 hours"] }),
      [
        "14 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South` or `Gardener East`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "~ 8 Gardener East: `Gardener East` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is told by each name once",
      section("Sprint 1", [row("1.1", "Gardener")], { team: [...GARDENERS, "Gardener North: 4 hours", "Gardener East: 4 hours"] }),
      [
        "15 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South` or `Gardener East`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "~ 8 Gardener North: `Gardener North` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is the whole name of two",
      section("Sprint 1", [row("1.1", "Gardener North")], { team: [...GARDENERS, "Gardener North: 4 hours"] }),
      [
        "14 Gardener North: `Gardener North` in sprint 1 could be any of 2 members called `Gardener North`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 8 Gardener North: `Gardener North` is of the team",
        "? list each person once in the team, or tell those of one name apart",
      ],
    ],
    [
      "may be of the team of other sprints",
      section("Sprint 1", [row("1.1", "Gardener")], { team: ["Cook: 10 hours"] }) +
        section("Sprint 2", [row("2.1", "Cook")], { team: GARDENERS }),
      [
        "11 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South`",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
    [
      "is none for tasks of everybody and of nobody",
      section("Sprint 1", [row("1.1", "All"), row("1.2", "TBD"), row("1.3", "Gardener")], { team: GARDENERS }),
      [
        "15 Gardener: `Gardener` in sprint 1 could be `Gardener North` or `Gardener South`",
        "~ 5 Gardener North: `Gardener North` is of the team",
        "~ 6 Gardener South: `Gardener South` is of the team",
        "? write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(provenBy("ambiguous-assignee", plan)).toEqual(expected);
  });

  test("is one finding in the whole plan where nobody knows it", () => {
    const plan =
      section("Sprint 1", [row("1.1", "Zoe"), row("1.2", "Max")], { team: GARDENERS }) +
      section("Sprint 2", [row("2.1", "Zoe"), "| Polish | 2 | Zoe | None"], { team: GARDENERS });
    expect(provenBy("unknown-assignee", plan)).toEqual([
      "13 Zoe: `Zoe` is to do 2 tasks, but is in no sprint's team",
      "~ 28 Zoe: also on task `2.1`",
      "? add a line with this person's hours to the team",
      "14 Max: `Max` is to do task `1.2`, but is in no sprint's team",
      "? add a line with this person's hours to the team",
    ]);
  });
});

describe("work in nobody's hours", () => {
  const later = (team: readonly string[]) => section("Sprint 2", [row("2.1", "Ada")], { team });
  const many = (count: number) => Array.from({ length: count }, (_unused, index) => `Painter ${index + 1}: 3 hours`);
  test.each([
    [
      "is told of tasks without hours too",
      section("Sprint 1", [row("1.1", "Ben", "TBD"), row("1.2", "Ben", "0.5"), row("1.3", "Ben", "0")], { team: ["Ada: 20 hours"] }) +
        later(["Ada: 20 hours", "Ben: 20 hours"]),
      [
        "11 Ben: `Ben` has no capacity in sprint 1: task `1.1` is in nobody's hours",
        "~ 20 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Ada`",
        "12 Ben: `Ben` has no capacity in sprint 1: 0.5 h of task `1.2` are in nobody's hours",
        "~ 20 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Ada`",
        "13 Ben: `Ben` has no capacity in sprint 1: task `1.3` is in nobody's hours",
        "~ 20 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Ada`",
      ],
    ],
    [
      "is told where the name first stands",
      section("Sprint 1", [row("1.1", "Ben")], { team: ["Ada: 20 hours"] }) +
        later(["Ada: 20 hours", "Ben: 20 hours", "Ben: 10 hours"]) +
        section("Sprint 3", [row("3.1", "Ben")], { team: ["Ben: 5 hours"] }),
      [
        "11 Ben: `Ben` has no capacity in sprint 1: 2 h of task `1.1` are in nobody's hours",
        "~ 18 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Ada`",
      ],
    ],
    [
      "could go to twelve others",
      section("Sprint 1", [row("1.1", "Ben")], { team: many(12) }) + later(["Ada: 3 hours", "Ben: 3 hours"]),
      [
        "22 Ben: `Ben` has no capacity in sprint 1: 2 h of task `1.1` are in nobody's hours",
        "~ 29 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Painter 1` or `Painter 2` or `Painter 3` or `Painter 4` or `Painter 5` or `Painter 6` or `Painter 7` or `Painter 8` or `Painter 9` or `Painter 10` or `Painter 11` or `Painter 12`",
      ],
    ],
    [
      "could go to more than twelve others",
      section("Sprint 1", [row("1.1", "Ben")], { team: many(13) }) + later(["Ada: 3 hours", "Ben: 3 hours"]),
      [
        "23 Ben: `Ben` has no capacity in sprint 1: 2 h of task `1.1` are in nobody's hours",
        "~ 30 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Painter 1` or `Painter 2` or `Painter 3` or `Painter 4` or `Painter 5` or `Painter 6` or `Painter 7` or `Painter 8` or `Painter 9` or `Painter 10` or `Painter 11` or `Painter 12` or somebody else of its team",
      ],
    ],
    [
      "is no finding outside of sprints, or of a member",
      section("Other Work", [row("9.1", "Ben")]) +
        section("Sprint 1", [row("1.1", "Ada + Ben"), row("1.2", "Ada")], { team: ["Ada: 20 hours"] }) +
        later(["Ada: 20 hours", "Ben: 20 hours"]),
      [
        "17 Ben: `Ben` has no capacity in sprint 1: 1 h of task `1.1` are in nobody's hours",
        "~ 25 Ben: `Ben` is in the team of sprint 2",
        "? give `Ben` hours in sprint 1, or the task to `Ada`",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(provenBy("assignee-without-capacity", plan)).toEqual(expected);
  });
});
