import { describe, expect, test } from "vitest";
import { fixesOf, provenBy, rowOf, section } from "./rule-findings.ts";

describe("a sprint that is there twice", () => {
  const said = (plan: string) => provenBy("duplicate-sprint", plan).filter((line) => !line.startsWith("?"));
  const at = (level: string, heading: string, id: string) => section(heading, [rowOf(id)]).replace("## ", `${level} `);
  test.each([
    [
      "and its tasks carry the number in the second",
      at("##", "Sprint 1: Dig", "2.1") + at("##", "Sprint 1: Lay", "1.1"),
      ["1 ## Sprint 1: a second sprint with the id `1`: `Sprint 1: Dig`", "~ 7 ## Sprint 1: `Sprint 1: Lay`"],
    ],
    [
      "and again",
      at("##", "Sprint 1: Dig", "1.1") + at("##", "Sprint 1: Lay", "1.2") + at("##", "Sprint 1: Pave", "1.3"),
      [
        "7 ## Sprint 1: a second sprint with the id `1`: `Sprint 1: Lay`",
        "~ 1 ## Sprint 1: `Sprint 1: Dig`",
        "13 ## Sprint 1: a second sprint with the id `1`: `Sprint 1: Pave`",
        "~ 1 ## Sprint 1: `Sprint 1: Dig`",
      ],
    ],
    ["once without tasks", `${at("##", "Sprint 1: Dig", "1.1")}## Sprint 1: Lay\n\nLater.\n`, []],
    [
      "in other letters",
      at("##", "Sprint 1: Dig", "1.1") + at("##", "SPRINT #1: Lay", "1.2"),
      ["7 ## SPRINT #1: a second sprint with the id `1`: `SPRINT #1: Lay`", "~ 1 ## Sprint 1: `Sprint 1: Dig`"],
    ],
    ["as a week", at("##", "Sprint 1: Dig", "1.1") + at("##", "Week 1: Lay", "1.2"), []],
    [
      "in two phases that count from one",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Sprint 1", "1.1")}${at("###", "Sprint 2", "1.2")}## Phase 2: Lay\n\n${at("###", "Sprint 1", "2.1")}${at("###", "Sprint 2", "2.2")}`,
      [],
    ],
    [
      "in a second phase twice",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Sprint 1", "1.1")}## Phase 2: Lay\n\n${at("###", "Sprint 1", "2.1")}${at("###", "Sprint 1", "2.2")}`,
      ["19 ### Sprint 1: a second sprint with the id `1`: `Sprint 1`", "~ 13 ### Sprint 1: `Sprint 1`"],
    ],
    [
      "in a second phase that counts on",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Sprint 1", "1.1")}${at("###", "Sprint 2", "1.2")}## Phase 2: Lay\n\n${at("###", "Sprint 3", "2.1")}${at("###", "Sprint 2", "2.2")}`,
      ["11 ### Sprint 2: a second sprint with the id `2`: `Sprint 2`", "~ 25 ### Sprint 2: `Sprint 2`"],
    ],
    [
      "in one phase",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Sprint 1", "1.1")}${at("###", "Sprint 2", "1.2")}${at("###", "Sprint 1", "1.3")}`,
      ["17 ### Sprint 1: a second sprint with the id `1`: `Sprint 1`", "~ 5 ### Sprint 1: `Sprint 1`"],
    ],
    [
      "as lanes of two phases",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Track A", "1.1")}${at("###", "Track B", "1.2")}## Phase 2: Lay\n\n${at("###", "Track C", "2.0")}${at("###", "Track B", "2.1")}`,
      [],
    ],
    [
      "as lanes of one phase",
      `# Garden\n\n## Phase 1: Dig\n\n${at("###", "Track A", "1.1")}${at("###", "Track A", "1.2")}`,
      ["11 ### Track A: a second sprint with the id `A`: `Track A`", "~ 5 ### Track A: `Track A`"],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
});

describe("places that are double-encoded", () => {
  test.each([
    ["one", "# Caf\u00c3\u00a9\n", []],
    ["two", "# Caf\u00c3\u00a9 caf\u00c3\u00a9\n", []],
    [
      "one of two with a lost byte",
      "# Caf\u00c3\u00a9 \u00e2\u2020\u0090 caf\u00e2\u20ac\n",
      [
        "1 Ã©: 3 places are double-encoded, 1 of them with a lost byte",
        "~ 1 Ã©: `Ã©` was `é`",
        "~ 1 â†: `â†` was `←`",
        "~ 1 â€: `â€` lost a byte, it must have been `”`",
        "? `--fix` repairs 2; 1 place can only be guessed: `--fix --unsafe` writes what it must have been",
        "warning: write 2 places as they were: [Ã©] to [é], [â†] to [←]",
      ],
    ],
    [
      "one with a lost byte",
      "# Plan\n\n## Sprint 1 \u00e2\u2020 x\n",
      [
        "3 â†: 1 place is double-encoded, with a lost byte",
        "~ 3 â†: `â†` lost a byte, it must have been `←`",
        "? 1 place can only be guessed: `--fix --unsafe` writes what it must have been",
        "warning: unsafe: write 1 place as it was: [â†] to [←]",
      ],
    ],
  ])("%s", (_what, plan, expected) => {
    expect([...provenBy("mojibake", plan), ...fixesOf("mojibake", plan)]).toEqual(expected);
  });
});
