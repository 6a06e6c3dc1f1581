import { describe, expect, test } from "vitest";
import { firstLinesOf, sprintOf, tableOf, toldBy } from "./rule-lines.ts";

const ONE = "Sprint 1: A (Week 1)";
const steps = (count: number, hours: number, owner = "Ada"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `1.${index + 1} | Step | ${hours} | ${owner} | `);

describe("a member with too much to do", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "by an hour",
      sprintOf(ONE, steps(3, 7), { team: ["Ada: 20 hours"] }),
      [
        "[20] `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    ["by nothing", sprintOf(ONE, steps(3, 7), { team: ["Ada: 21 hours"] }), []],
    [
      "of eight tasks",
      sprintOf(ONE, steps(8, 3), { team: ["Ada: 20 hours"] }),
      [
        "[20] `Ada` is asked for 24 h in sprint 1 and has 20 h, 4 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "of nine tasks",
      sprintOf(ONE, steps(9, 3), { team: ["Ada: 20 hours"] }),
      [
        "[20] `Ada` is asked for 27 h in sprint 1 and has 20 h, 7 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h, … and 1 more task",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "of ten tasks",
      sprintOf(ONE, steps(10, 3), { team: ["Ada: 20 hours"] }),
      [
        "[20] `Ada` is asked for 30 h in sprint 1 and has 20 h, 10 h too few",
        "= 1.1 3 h, 1.2 3 h, 1.3 3 h, 1.4 3 h, 1.5 3 h, 1.6 3 h, 1.7 3 h, 1.8 3 h, … and 2 more tasks",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "beside others with less",
      sprintOf(ONE, steps(3, 7), { team: ["Ada: 20 hours", "Ben: 5 hours", "Cem: 9 hours", "Dan: 9 hours"] }),
      [
        "[20] `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? move 1 h to somebody else: `Cem` has 9 h left",
      ],
    ],
    [
      "beside another with too much",
      sprintOf(ONE, [...steps(3, 7), "2.1 | Lay | 9 | Ben | "], { team: ["Ada: 20 hours", "Ben: 5 hours"] }),
      [
        "[20] `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 1.3 7 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
        "[5] `Ben` is asked for 9 h in sprint 1 and has 5 h, 4 h too few",
        "= 2.1 9 h",
        "= holds under every reading",
        "? add hours, or move work to another sprint",
      ],
    ],
    [
      "together with another",
      sprintOf(ONE, [...steps(2, 7), "2.1 | Lay | 14 | Ada + Ben | "], { team: ["Ada: 20 hours", "Ben: 40 hours"] }),
      [
        "[20] `Ada` is asked for 21 h in sprint 1 and has 20 h, 1 h too few",
        "= 1.1 7 h, 1.2 7 h, 2.1 7 h",
        "= holds under every reading (1 h to 8 h)",
        "? move 1 h to somebody else: `Ben` has 33 h left",
      ],
    ],
    [
      "only as everyone shares it",
      sprintOf(ONE, [...steps(2, 7), "2.1 | Lay | 8 | All | "], { team: ["Ada: 20 hours", "Ben: 40 hours"] }),
      [
        "[20] `Ada` is asked for 22 h in sprint 1 and has 20 h, 2 h too few",
        "= 1.1 7 h, 1.2 7 h, 2.1 8 h",
        "= only with all: attend",
        "? move 2 h to somebody else: `Ben` has 32 h left",
      ],
    ],
  ])("%s", (_how, plan, expected) => {
    expect(toldBy("overloaded-member", plan)).toEqual(expected);
  });
});

describe("a task of nobody", () => {
  const owned = (...owners: readonly string[]): string =>
    sprintOf(
      ONE,
      owners.map((owner, index) => `1.${index + 1} | Step | 3 | ${owner} | `),
    );
  test.each<[string, string, readonly string[]]>([
    ["among others", owned("Ada", "Ben", ""), ["[1.3] nobody is assigned to task `1.3`, while 2 of the 3 tasks here have somebody"]],
    ["among as many others", owned("Ada", ""), ["[1.2] nobody is assigned to task `1.2`, while 1 of the 2 tasks here have somebody"]],
    ["among fewer others", owned("Ada", "", ""), []],
    ["that says so", owned("Ada", "Ben", "TBD"), ["[TBD] nobody is assigned to task `1.3`, while 2 of the 3 tasks here have somebody"]],
    [
      "that is over",
      sprintOf(
        ONE,
        ["1 | Dig | Ada | Open", "2 | Lay | Ada | Open", "3 | Roof | | Done", "4 | Paint | | Dropped", "5 | Tile | Ada | Open"],
        { head: "ID | Task | Owner | Status" },
      ),
      [],
    ],
    ["in another table", sprintOf(ONE, ["1 | Dig | 3 | Ada | "], { after: tableOf(["2 | Lay | 3 | | "]) }), []],
    ["in another sprint", owned("Ada", "Ben") + sprintOf("Sprint 2: B (Week 2)", ["2.1 | Lay | 3 | | "]), []],
    [
      "of a list",
      "# Plan\n\n- [ ] T1 Dig (3h) @ada\n- [ ] T2 Lay (5h) @ada\n- [ ] T3 Roof (5h)\n",
      ["[T3] nobody is assigned to task `T3`, while 2 of the 3 tasks here have somebody"],
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
    ["of lists around a table", `## Sprint 1\n\n- [ ] T1 Dig (3h) @ada\n\n${tableOf(["2.1 | Lay | 3 | | "])}\n- [ ] T3 Roof (5h)\n`, []],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("unassigned-task", plan)).toEqual(expected);
  });
});

describe("somebody of no team", () => {
  const team = ["Ada Lovelace: 40 hours", "Benjamin: 40 hours"];
  const asked = (...owners: readonly string[]): string =>
    sprintOf(
      ONE,
      owners.map((owner, index) => `1.${index + 1} | Step | 3 | ${owner} | `),
      { team },
    );
  test.each<[string, string, readonly string[]]>([
    [
      "of one task",
      asked("Purser"),
      ["[Purser] `Purser` is to do task `1.1`, but is in no sprint's team", "? add a line with this person's hours to the team"],
    ],
    [
      "of two tasks",
      asked("Purser", "Ada", "purser"),
      [
        "[Purser] `Purser` is to do 2 tasks, but is in no sprint's team",
        "< [purser] also on task `1.3`",
        "? add a line with this person's hours to the team",
      ],
    ],
    [
      "who is written wrong",
      asked("Benjamni"),
      ["[Benjamni] `Benjamni` is to do task `1.1`, but is in no sprint's team", "? did you mean `Benjamin`?"],
    ],
    [
      "who is written wrong by the first name",
      asked("Adaa"),
      ["[Adaa] `Adaa` is to do task `1.1`, but is in no sprint's team", "? did you mean `Ada Lovelace`?"],
    ],
    [
      "two of them",
      asked("Purser", "Bosun"),
      [
        "[Purser] `Purser` is to do task `1.1`, but is in no sprint's team",
        "? add a line with this person's hours to the team",
        "[Bosun] `Bosun` is to do task `1.2`, but is in no sprint's team",
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

describe("risk without an answer", () => {
  const RISK = "ID | Task | Hours | Risk | Status";
  const risky = (
    heading: string,
    after = "",
    rows = ["1 | Dig | 3 | High | Open", "2 | Lay | 3 | Critical | Open", "3 | Roof | 3 | High | Done", "4 | Paint | 3 | Low | Open"],
  ): string => sprintOf(heading, rows, { head: RISK, after });
  test.each<[string, string, readonly string[]]>([
    [
      "of a sprint",
      risky(ONE),
      [
        "[## Sprint 1] sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    ["with a word on it", risky(ONE, "Fallback: rent one."), []],
    [
      "with a word on it in another sprint",
      risky(ONE) + risky("Sprint 2: B", "Fallback: rent one."),
      [
        "[## Sprint 1] sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "with a section in the sprint",
      risky(ONE, "### Risks\n\n- It rains") + risky("Sprint 2: B"),
      [
        "[## Sprint 2] sprint 2 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "with a section in the second sprint",
      risky(ONE) + risky("Sprint 2: B", "### Risks\n\n- It rains"),
      [
        "[## Sprint 1] sprint 1 has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    ["with a section of the plan", `${risky(ONE)}## Risks\n\n- It rains\n`, []],
    ["with a section of the plan before the sprints", `# Plan\n\n## Risks\n\n- It rains\n\n${risky(ONE)}`, []],
    [
      "of a sprint in two parts",
      risky(ONE) + sprintOf("Sprint 1: A, again (Week 1)", ["5 | Tile | 3 | Ada | "], { after: "Mitigation: ask." }),
      [],
    ],
    [
      "of sprints without numbers",
      risky("Foundations") + risky("Walls", "Mitigation: ask."),
      [
        "[## Foundations] `Foundations` has 2 high-risk tasks and says nothing on mitigation",
        "= high risk: 1 and 2",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
    [
      "of one task",
      risky(ONE, "", ["1 | Dig | 3 | High | Open"]),
      [
        "[## Sprint 1] sprint 1 has 1 high-risk task and says nothing on mitigation",
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
        "[## Sprint 1] sprint 1 has 9 high-risk tasks and says nothing on mitigation",
        "= high risk: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 1 more",
        "? say what is done against the risk, and what if it comes true all the same",
      ],
    ],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("unmitigated-risk", plan)).toEqual(expected);
  });
});

const MEETINGS = "## Sprint Ceremonies\n\n### Daily Stand-ups (15 minutes)\n\n### Sprint Planning (2 hours)\n";
const met = (heading: string, ...team: readonly string[]): string => sprintOf(heading, ["1.1 | Dig | 3 | Ada | "], { team });

describe("meetings without room", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "for one of two",
      met(ONE, "Ada: 40 hours", "Ben: 20 hours") + MEETINGS,
      ["[Sprint Ceremonies] ceremonies take 3.25 h of each person a week, 6.5 h in all, which 1 of 2 capacities leave no room for"],
    ],
    [
      "for one of two, second",
      met(ONE, "Ben: 20 hours", "Ada: 38 hours") + MEETINGS,
      ["[Sprint Ceremonies] ceremonies take 3.25 h of each person a week, 6.5 h in all, which 1 of 2 capacities leave no room for"],
    ],
    ["with just enough", met(ONE, "Ada: 36.75 hours") + MEETINGS, []],
    [
      "for two people in a line",
      met(ONE, "Developers: 80 hours") + MEETINGS,
      ["[Sprint Ceremonies] ceremonies take 3.25 h of each person a week, 3.25 h in all, which no capacity leaves room for"],
    ],
    ["for nobody knows how many", met(ONE, "Developers: 60 hours") + MEETINGS, []],
    ["for somebody who is not there", met(ONE, "Ada: 0 hours") + MEETINGS, []],
    ["in no time", met("Sprint 1: A", "Ada: 40 hours") + MEETINGS, []],
    [
      "in the second week",
      met("Sprint 2: B (Week 2)", "Ada: 38 hours") + MEETINGS,
      ["[Sprint Ceremonies] ceremonies take 3.25 h of each person a week, 3.25 h in all, which no capacity leaves room for"],
    ],
    ["without meetings", met(ONE, "Ada: 40 hours"), []],
    ["of no known length", `${met(ONE, "Ada: 40 hours")}## Sprint Ceremonies\n\n### Sprint Planning\n`, []],
  ])("%s", (_which, plan, expected) => {
    expect(firstLinesOf("unbudgeted-ceremonies", plan)).toEqual(expected);
  });
});
