import { describe, expect, test } from "vitest";
import { resolveAssignees } from "../src/analysis/people.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { buildPlan } from "./plan-builder.ts";

const BACKEND = ["Senior Backend Engineer", "Backend Engineer 1", "Backend Engineer 2", "QA Engineer"];

function fullTime(names: readonly string[]): readonly (readonly [string, number])[] {
  return names.map((name) => [name, 40]);
}

function find(written: string, team: readonly string[], options: { elsewhere?: readonly string[]; config?: typeof defaultConfig } = {}) {
  const { elsewhere = [], config = defaultConfig } = options;
  const sprints = [
    { id: "1", team: fullTime(team), tasks: [{ id: "A", who: [written] }] },
    { id: "2", team: fullTime(elsewhere) },
  ];
  return resolveAssignees(buildPlan({ sprints }), config);
}

const one = (...given: Parameters<typeof find>) => find(...given).assignees[0][0];

describe("whom a short name means", () => {
  test.each([
    ["backend  engineer 2", "Backend Engineer 2"],
    ["BE1", "Backend Engineer 1"],
    ["be 2", "Backend Engineer 2"],
    ["SBE", "Senior Backend Engineer"],
    ["Senior", "Senior Backend Engineer"],
    ["QA", "QA Engineer"],
    ["QA1", "QA Engineer"],
  ])("%s is the %s", (written, name) => {
    expect(one(written, BACKEND)).toMatchObject({ kind: "member", name, person: name.toLowerCase() });
  });

  test("number one is the only such member, number two is not", () => {
    const team = ["Senior Backend Engineer", "Backend Engineer"];
    expect(one("BE1", team)).toMatchObject({ kind: "member", member: 1 });
    expect(one("BE2", team)).toEqual({ kind: "unknown", person: "be2" });
  });

  test("two that fit are ambiguous", () => {
    expect(one("BE", BACKEND)).toMatchObject({ kind: "ambiguous", candidates: ["Backend Engineer 1", "Backend Engineer 2"] });
    expect(one("Backend", BACKEND)).toMatchObject({ kind: "ambiguous" });
  });

  test("somebody of another sprint, somebody of none, and nobody", () => {
    expect(one("DevOps", BACKEND, { elsewhere: ["DevOps Engineer"] })).toMatchObject({
      kind: "elsewhere",
      sprint: 1,
      name: "DevOps Engineer",
    });
    expect(one("Design", BACKEND)).toEqual({ kind: "unknown", person: "design" });
    expect(one("TBD", BACKEND)).toEqual({ kind: "nobody" });
    expect(one("All", BACKEND)).toEqual({ kind: "everyone" });
  });

  test("without a team in the sprint nobody is missing in it", () => {
    expect(one("Ann", [])).toEqual({ kind: "unlisted", name: "Ann", person: "ann" });
    expect(one("DevOps", [], { elsewhere: ["DevOps Engineer"] })).toMatchObject({ kind: "unlisted", person: "devops engineer" });
  });

  test("the configuration's alias comes first, and gives way where the team does not have that name", () => {
    const config = configSchema.parse({ aliases: { be1: "Backend Engineer 2" } });
    expect(one("BE1", BACKEND, { config })).toMatchObject({ kind: "member", name: "Backend Engineer 2" });
    expect(one("BE1", ["Backend Engineer"], { config })).toMatchObject({ kind: "member", name: "Backend Engineer" });
  });

  test("every name that is not as listed is recorded with the step that found it", () => {
    expect(find("BE1", BACKEND).aliases).toEqual([{ written: "BE1", name: "Backend Engineer 1", step: "initials", sprints: [0] }]);
    expect(find("QA Engineer", BACKEND).aliases).toEqual([]);
  });

  test("names of object properties are ordinary names", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      expect(one(name, BACKEND)).toEqual({ kind: "unknown", person: name.toLowerCase() });
      expect(one(name, [name])).toMatchObject({ kind: "member", name });
    }
  });
});
