import { describe, expect, test } from "vitest";
import { UsageError } from "../src/commands/command.ts";
import { whatIf } from "../src/commands/what-if/what-if.ts";
import { planOf, settings, sprintPlan, textOf } from "./command-plans.ts";

const TEAM = ["Senior Backend Engineer: 40 h", "Backend Engineer 1: 40 h"];
const rows = [
  ["1.1 | A | 20 | Backend Engineer 1 | None", "1.2 | B | 20 | Senior | None", "1.3 | C | 10 | Senior + Backend Engineer 1 | 1.1, 1.2"],
  ["2.1 | D | 12 | Backend Engineer 1 | 1.3 SS+2h", "2.2 | E | 1/2/6 | All | 1.1-1.3", "2.3 | F |  |  | None"],
];
const MILESTONES = "\n## Milestones\n\n### Milestone 1: Half (Week 1)\n- [ ] Done\n\n### Milestone 2: All (Week 2)\n- [ ] Done\n";
const plan = planOf(sprintPlan(rows, TEAM) + MILESTONES);

/** What a person reads of changes to a plan. */
function told(...changes: readonly string[]): readonly string[] {
  return linesOf(textOf("schedule", whatIf(plan, settings(), { whatIf: changes })));
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, "  "));
  return lines.filter((line) => line !== "" && !/^[─ ]+$/.test(line)).slice(lines.indexOf("what if") - 1);
}

/** Why changes are refused. */
function refusal(text: string, ...changes: readonly string[]): string {
  try {
    whatIf(planOf(text), settings(), { whatIf: changes });
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "nothing";
}

describe("a change", () => {
  test("of hours moves what ends behind it, milestones too", () => {
    expect(told("1.1 +60h")).toMatchInlineSnapshot(`
      [
        "what if",
        "1.1 +60h",
        "sprints",
        "sprint  finish  change  after its window",
        "1 S1  25 → 85 h  +60 h  0 → 45 h",
        "2 S2  54.5 → 99.5 h  +45 h  0 → 19.5 h",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 1  39.5 → 99.5 h  +60 h  15 → 0 h  -15 h",
        "Senior Backend Engineer  27.5 h  27 → 72 h  +45 h",
        "milestones",
        "milestone  due  reached  change",
        "1 Half  40 h  25 → 85 h  +60 h",
        "2 All  80 h  54.5 → 99.5 h  +45 h",
        "ends 45 h later (54.5 → 99.5 h), optimal (proved)",
      ]
    `);
    expect(told("2.2 +50%")).toMatchInlineSnapshot(`
      [
        "what if",
        "2.2 +50%",
        "sprints",
        "sprint  finish  change  after its window",
        "2 S2  54.5 → 55.75 h  +1.25 h",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 1  39.5 → 40.75 h  +1.25 h  15 h",
        "Senior Backend Engineer  27.5 → 28.75 h  +1.25 h  27 h",
        "milestones",
        "milestone  due  reached  change",
        "2 All  80 h  54.5 → 55.75 h  +1.25 h",
        "ends 1.25 h later (54.5 → 55.75 h), optimal (proved)",
      ]
    `);
  });
  test("splits a task for which others wait, from its start too", () => {
    expect(told("split 1.3")).toMatchInlineSnapshot(`
      [
        "what if",
        "split 1.3",
        "ends when it did (54.5 h), optimal (proved)",
      ]
    `);
  });
  test("takes somebody away, or a task", () => {
    expect(told("Senior off week 1")).toMatchInlineSnapshot(`
      [
        "what if",
        "Senior off week 1",
        "sprints",
        "sprint  finish  change  after its window",
        "1 S1  25 → 65 h  +40 h  0 → 25 h",
        "2 S2  54.5 → 79.5 h  +25 h",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 1  39.5 h  15 → 40 h  +25 h",
        "Senior Backend Engineer  27.5 h  27 → 12 h  -15 h",
        "milestones",
        "milestone  due  reached  change",
        "1 Half  40 h  25 → 65 h  +40 h",
        "2 All  80 h  54.5 → 79.5 h  +25 h",
        "ends 25 h later (54.5 → 79.5 h), optimal (proved)",
      ]
    `);
    expect(told("drop 1.3", "drop 2.2")).toMatchInlineSnapshot(`
      [
        "what if",
        "drop 1.3",
        "drop 2.2",
        "sprints",
        "sprint  finish  change  after its window",
        "1 S1  25 → 20 h  -5 h",
        "2 S2  54.5 → 52 h  -2.5 h",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 1  39.5 → 32 h  -7.5 h  15 → 20 h  +5 h",
        "Senior Backend Engineer  27.5 → 20 h  -7.5 h  27 → 0 h  -27 h",
        "milestones",
        "milestone  due  reached  change",
        "1 Half  40 h  25 → 20 h  -5 h",
        "2 All  80 h  54.5 → 52 h  -2.5 h",
        "ends 2.5 h earlier (54.5 → 52 h), optimal (proved)",
      ]
    `);
  });
  test("hands tasks over", () => {
    expect(told("assign 2.1 to Senior", "move 1.2 to 2")).toMatchInlineSnapshot(`
      [
        "what if",
        "assign 2.1 to Senior",
        "move 1.2 to 2",
        "sprints",
        "sprint  finish  change  after its window",
        "1 S1  25 → 65 h  +40 h  0 → 25 h",
        "2 S2  54.5 → 79.5 h  +25 h",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 1  39.5 → 27.5 h  -12 h  15 → 52 h  +37 h",
        "Senior Backend Engineer  27.5 → 39.5 h  +12 h  27 → 0 h  -27 h",
        "milestones",
        "milestone  due  reached  change",
        "1 Half  40 h  25 → 65 h  +40 h",
        "2 All  80 h  54.5 → 79.5 h  +25 h",
        "ends 25 h later (54.5 → 79.5 h), optimal (proved)",
      ]
    `);
    expect(told("team 3")).toMatchInlineSnapshot(`
      [
        "what if",
        "team 3",
        "ends when it did (54.5 h), optimal (proved)",
      ]
    `);
    expect(told("add Backend Engineer 2 to 1", "add Backend Engineer 2 to 2")).toMatchInlineSnapshot(`
      [
        "what if",
        "add Backend Engineer 2 to 1",
        "add Backend Engineer 2 to 2",
        "people",
        "member  load  change  idle  change",
        "Backend Engineer 2  0 → 2.5 h  +2.5 h  0 h",
        "ends when it did (54.5 h), optimal (proved)",
      ]
    `);
  });
});

test("a name that several people have is refused", () => {
  const alike = sprintPlan([["1.1 | A | 20 | Ann Lee | None", "1.2 | B | 20 | Ann Ray | None"]], ["Ann Lee: 40 h", "Ann Ray: 40 h"]);
  expect(refusal(alike, "Ann off week 1")).toMatchInlineSnapshot(`"\`Ann\` may be \`Ann Lee\` and \`Ann Ray\`"`);
  expect(refusal(alike, "assign 1.1 to Ann")).toMatchInlineSnapshot(`"\`Ann\` may be \`Ann Lee\` and \`Ann Ray\` for \`1.1\`"`);
});

describe("a change is refused", () => {
  const text = sprintPlan(rows, TEAM);
  test.each([
    ["split 2.3"],
    ["split 2.1"],
    ["split 2.2"],
    ["team 0"],
    ["team 1001"],
    ["add Senior to 1"],
    ["Nobody off week 1"],
    ["assign 2.1 to Grace"],
    ["drop 9.9"],
    ["move 1.1 to 9"],
    ["sprit 1.1"],
    ["do something"],
    ["1.1 +8 parsecs"],
    ["1.1 -50h"],
  ])("%s", (change) => {
    expect(refusal(text, change)).toMatchSnapshot();
  });
  test("where the plan does not say enough", () => {
    expect(refusal("# Nothing\n", "drop 1")).toMatchInlineSnapshot(`"no task \`1\` in \`plan.md\`"`);
    expect(refusal("# Nothing\n\n- [ ] 1.1 Dig (8h)\n- [ ] 1.2 Lay (8h)\n", "Ada off week 1")).toMatchInlineSnapshot(
      `"nobody in \`plan.md\` is called \`Ada\`, it names nobody"`,
    );
    expect(refusal("# Nothing\n\n- [ ] 1.1 Dig (8h)\n- [ ] 1.2 Lay (8h)\n", "move 1.1 to 2")).toMatchInlineSnapshot(
      `"no sprint \`2\` in \`plan.md\`, it has none"`,
    );
    const twice = "## Sprint 1: A\n\n| ID | Task | Hours |\n|---|---|---|\n| 1 | Dig | 8 |\n| 1 | Lay | 8 |\n";
    expect(refusal(twice, "drop 1")).toMatchInlineSnapshot(`"2 tasks in \`plan.md\` are called \`1\`"`);
  });
});
