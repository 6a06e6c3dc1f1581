import { describe, expect, test } from "vitest";
import { section, table, toldBy } from "./rule-findings.ts";

const ONE = "Sprint 1: A (Week 1)";

describe("a task of nobody", () => {
  const owned = (...owners: readonly string[]): string =>
    section(
      ONE,
      owners.map((owner, index) => `1.${index + 1} | Step | 3 | ${owner} | `),
    );
  test.each<[string, string, readonly string[]]>([
    ["among others", owned("Ada", "Ben", ""), ["7 1.3: nobody is assigned to task `1.3`, while 2 of the 3 tasks here have somebody"]],
    ["among as many others", owned("Ada", ""), ["6 1.2: nobody is assigned to task `1.2`, while 1 of the 2 tasks here has somebody"]],
    ["among fewer others", owned("Ada", "", ""), []],
    ["that says so", owned("Ada", "Ben", "TBD"), ["7 TBD: nobody is assigned to task `1.3`, while 2 of the 3 tasks here have somebody"]],
    [
      "that is over",
      section(
        ONE,
        ["1 | Dig | Ada | Open", "2 | Lay | Ada | Open", "3 | Roof | | Done", "4 | Paint | | Dropped", "5 | Tile | Ada | Open"],
        { head: "ID | Task | Owner | Status" },
      ),
      [],
    ],
    ["in another table", section(ONE, ["1 | Dig | 3 | Ada | "], { after: table(["2 | Lay | 3 | | "]) }), []],
    ["in another sprint", owned("Ada", "Ben") + section("Sprint 2: B (Week 2)", ["2.1 | Lay | 3 | | "]), []],
    [
      "of a list",
      "# Plan\n\n- [ ] T1 Dig (3h) @ada\n- [ ] T2 Lay (5h) @ada\n- [ ] T3 Roof (5h)\n",
      ["5 T3: nobody is assigned to task `T3`, while 2 of the 3 tasks here have somebody"],
    ],
    [
      "of a list with parts",
      "# Plan\n\n- [ ] T1 Dig\n  - [ ] T1.1 Part (3h) @ada\n  - [ ] T1.2 Part (3h) @ada\n- [ ] T2 Lay (5h) @ada\n",
      [],
    ],
    [
      "of lists of two sprints",
      "## Sprint 1\n\n- [ ] T1 Dig (3h) @ada\n- [ ] T2 Lay (5h) @ada\n\n## Sprint 2\n\n- [ ] T3 Roof (5h)\n- [ ] T4 Paint (5h)\n",
      [],
    ],
    ["of lists around a table", `## Sprint 1\n\n- [ ] T1 Dig (3h) @ada\n\n${table(["2.1 | Lay | 3 | | "])}\n- [ ] T3 Roof (5h)\n`, []],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("unassigned-task", plan)).toEqual(expected);
  });
});

describe("somebody of no team", () => {
  const team = ["Ada Lovelace: 40 hours", "Benjamin: 40 hours"];
  const asked = (...owners: readonly string[]): string =>
    section(
      ONE,
      owners.map((owner, index) => `1.${index + 1} | Step | 3 | ${owner} | `),
      { team },
    );
  test.each<[string, string, readonly string[]]>([
    [
      "of one task",
      asked("Purser"),
      ["12 Purser: `Purser` is to do task `1.1`, but is in no sprint's team", "? add a line with this person's hours to the team"],
    ],
    [
      "of two tasks",
      asked("Purser", "Ada", "purser"),
      [
        "12 Purser: `Purser` is to do 2 tasks, but is in no sprint's team",
        "~ 14 purser: also on task `1.3`",
        "? add a line with this person's hours to the team",
      ],
    ],
    [
      "who is written wrong",
      asked("Benjamni"),
      ["12 Benjamni: `Benjamni` is to do task `1.1`, but is in no sprint's team", "? did you mean `Benjamin`?"],
    ],
    [
      "who is written wrong by the first name",
      asked("Adaa"),
      ["12 Adaa: `Adaa` is to do task `1.1`, but is in no sprint's team", "? did you mean `Ada Lovelace`?"],
    ],
    [
      "two of them",
      asked("Purser", "Bosun"),
      [
        "12 Purser: `Purser` is to do task `1.1`, but is in no sprint's team",
        "? add a line with this person's hours to the team",
        "13 Bosun: `Bosun` is to do task `1.2`, but is in no sprint's team",
        "? add a line with this person's hours to the team",
      ],
    ],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("unknown-assignee", plan)).toEqual(expected);
  });
  test("who is guessed for fifty names and no more", () => {
    const names = Array.from({ length: 51 }, (_, index) => `Benjamin${String.fromCharCode(97 + (index % 26))}${index < 26 ? "" : "z"}`);
    const helps = toldBy("unknown-assignee", asked(...names)).filter((line) => line.startsWith("?"));
    expect(helps.slice(48)).toEqual([
      "? did you mean `Benjamin`?",
      "? did you mean `Benjamin`?",
      "? add a line with this person's hours to the team",
    ]);
  });
});
