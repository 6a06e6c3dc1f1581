import { describe, expect, test } from "vitest";
import { answerIn, runOn, type ShownData } from "./command-line.ts";
import { BASE, diffOf, edited, written } from "./diff-plans.ts";

const messages = (plan: string) => answerIn(runOn(plan, "check")).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
const TABLE = "| ID | Task | Hours | Owner | Depends On |\n|---|---|---|---|---|\n";
const section = (heading: string, rows: readonly string[], team: readonly string[] = []) =>
  `## ${heading}\n\n${team.length === 0 ? "" : `#### Team Capacity\n\n${team.map((line) => `- ${line}\n`).join("")}\n#### Tasks\n\n`}${TABLE}${rows.map((row) => `| ${row} |\n`).join("")}\n`;

describe("a sprint is called", () => {
  test("by its dates where it has no weeks", () => {
    const plan = `${section("Sprint 1: A (2026-03-02 to 2026-03-13)", ["1.1 | Dig | 3 | Ada | 2.1"])}${section("Sprint 2: B (2026-03-16 to 2026-03-27)", ["2.1 | Lay | 3 | Ada | None"])}`;
    expect(messages(plan)).toMatchInlineSnapshot(`
      [
        "backward-dependency: task \`1.1\` of sprint 1 (2026-03-02 to 2026-03-13) waits for \`2.1\` of the later sprint 2 (2026-03-16 to 2026-03-27)",
      ]
    `);
  });
  test("by one day, and by its whole heading where it has no number", () => {
    expect(messages(section("Sprint 1: A (2026-03-02 to 2026-03-02)", ["1.1 | Dig | 30 | Ada | None"]))).toMatchInlineSnapshot(`
      [
        "sprint-overrun: the critical path of sprint 1 takes 30 h, its day has 8 h",
      ]
    `);
    expect(messages(section("Foundations", ["1.1 | Dig | 30 | Ada | None"], ["Ada: 20 hours"]))).toMatchInlineSnapshot(`[]`);
  });
});

describe("a change tells in its first line", () => {
  const first = (base: string, head: string) => written([diffOf(base, head)], "text").split("\n")[0];
  test("who is asked for too much, the first two of them", () => {
    const people = ["Ada", "Ben", "Cem", "Dan"];
    const plan = (hours: number) =>
      section(
        "Sprint 1: A (Week 1)",
        people.map((name, index) => `1.${index} | Step | ${hours} | ${name} | None`),
        people.map((name) => `${name}: 20 hours`),
      );
    expect(first(plan(10), plan(30))).toMatchInlineSnapshot(
      `"the end moves 5 days later (18 h → 58 h); Ada is now at 150 % in sprint 1; Ben is now at 150 % in sprint 1; 2 more are asked for too much too; 5 findings are new"`,
    );
    expect(
      first(plan(10), plan(10).replace("| 10 | Dan", "| 30 | Dan").replace("- Dan: 20 hours", "- Dan: 0 hours")),
    ).toMatchInlineSnapshot(
      `"the end moves 1.5 days later (18 h → 30 h); Dan is now asked for 30 h in sprint 1 and has none; 1 finding is new"`,
    );
  });
  test("which milestones are late, by the names that they have", () => {
    const table = (last: string) =>
      `${BASE}\n## Milestones\n\n| Milestone | Week |\n|---|---|\n| Water | 1 |\n| Tiles | 2 |\n| Joints | ${last} |\n| Done | ${last} |\n`;
    const slow = (text: string) => edited(text, ["| Lay the pipes | 8 |", "| Lay the pipes | 60 |"]);
    expect(first(table("2"), slow(table("2")))).toMatchInlineSnapshot(
      `"the end moves 12 days later (82 h → 178 h); Ada is now at 320 % in sprint 1; milestone Water is now 11.5 days late; milestone Tiles is now 12.3 days late; 2 more milestones are later too; 8 findings are new"`,
    );
  });
  test("that the critical path is another one", () => {
    expect(first(BASE, edited(BASE, ["| 4 | Ben | 1.2, 1.3 |", "| 4 | Ben | 1.3 |"]))).toMatchInlineSnapshot(
      `"the end stays at 82 h; critical path 38 h → 30 h"`,
    );
  });
});

test("programs are told priorities, parents and tasks of no sprint", () => {
  const list = "# Plan\n\n- [ ] T1 Dig (3h)\n  - [ ] T1.1 Part (1h)\n  - [x] T1.2 Rest (2h)\n- [ ] T2 Lay (5h) (depends on T1)\n";
  const { tasks } = answerIn<ShownData>(runOn(list, "show")).data;
  expect(tasks).toMatchObject([
    { id: "T1" },
    { id: "T1.1", parent: "T1" },
    { id: "T1.2", parent: "T1" },
    { id: "T2", dependencies: ["T1"] },
  ]);
  const prioritised = `# Plan\n\n| ID | Task | Hours | Priority |\n|---|---|---|---|\n| 1 | Dig | 3 | High |\n| 2 | Lay | 3 | |\n`;
  expect(answerIn<ShownData>(runOn(prioritised, "show")).data.tasks).toMatchObject([{ id: "1", priority: "High" }, { id: "2" }]);
});

describe("rules speak of one thing as of one", () => {
  test.each([
    [
      "a done task behind an open one",
      section("Sprint 1: A", [
        "1 | Dig | 3 | Ada | None | open",
        "2 | Lay | 3 | Ada | 1 | done",
        "3 | Roof | 3 | Ada | None | open",
        "4 | End | 3 | Ada | 1-3 | done",
      ])
        .replace("Depends On |", "Depends On | Status |")
        .replace("|---|\n", "|---|---|\n"),
    ],
    [
      "criteria of a sprint whose only task is done",
      `${section("Sprint 1: A", ["1 | Dig | 3 | Ada | None | done"]).replace("Depends On |", "Depends On | Status |").replace("|---|\n", "|---|---|\n")}### Definition of Done\n\n- [ ] Clean\n`,
    ],
    [
      "milestones that nobody can reach",
      `${section("Sprint 1: A (Week 1)", ["1 | Dig | 60 | Ada | None"])}${section("Sprint 2: B (Week 2)", ["2 | Lay | 60 | Ada | 1"])}## Milestones\n\n### Milestone 1: Half (Week 1)\n- [ ] Dug\n\n### Milestone 2: All (Week 2)\n- [ ] Laid\n`,
    ],
    [
      "work that begins too late for somebody",
      section(
        "Sprint 1: A (Week 1)",
        ["1 | Dig | 30 | Ada | None", "2 | Lay | 20 | Ben | 1", "3 | Check | 4 | Ben | 1"],
        ["Ada: 40 hours", "Ben: 40 hours"],
      ),
    ],
    [
      "parallel work that a dependency forbids",
      `${section("Sprint 1: A (Week 1)", ["1 | Dig | 3 | Ada | None"])}${section("Sprint 2: B (Week 2)", ["2 | Lay | 3 | Ada | 1"])}## Parallel Work\n\n- **Weeks 1-2**: both\n- **Soon**: more\n`,
    ],
    [
      "gaps in a numbering that others refer to",
      section("Sprint 1: A", [
        "A-1 | Dig | 3 | Ada | X-9",
        "A-2 | Lay | 3 | Ada | A-7",
        "A-9 | Lay | 3 | Ada | Phase 3",
        "A-10 | End | 3 | Ada | Week 9, Milestone 4",
      ]),
    ],
    [
      "estimates that are none",
      `${section("Sprint 1: A", ["1 | Dig | 0 | Ada | None", "2 | Lay | -3 | Ada | None", "3 | Pave | lots | Ada | None", "4 | Pave | 3 bananas | Ada | None", "5 | Pave | 4 bananas | Ada | None"])}`,
    ],
    [
      "a header that stands twice",
      section("Sprint 1: A", ["1 | Dig | 3 | Ada | None", "ID | Task | Hours | Owner | Depends On", "2 | Lay | 3 | Ada | 1"]),
    ],
  ])("%s", (_, plan) => {
    expect([...messages(plan), runOn(plan, "show").text.split("\n").at(-2)]).toMatchSnapshot();
  });
});
