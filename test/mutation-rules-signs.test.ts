import { describe, expect, test } from "vitest";
import { fixesOf, provenBy, rowOf, section, sprint, table } from "./rule-findings.ts";

const done = (...rows: readonly string[]) => `${table(rows, "ID | Task | Hours | Status")}\n`;
const OPEN = done("1 | Dig | 2 | open", "2 | Lay | 2 | open", "3 | Pave | 2 | done");
const OVER = done("4 | Sow | 2 | done", "5 | Reap | 2 | dropped", "6 | Eat | 2 | done");

describe("check marks in front of what lies ahead", () => {
  const said = (plan: string, config = {}) => provenBy("decorative-checkmarks", plan, config).filter((line) => !line.startsWith("?"));
  const goals = (...items: readonly string[]) => `### Sprint Goal\n\n${items.map((item) => `- ${item}\n`).join("")}\n`;
  test.each([
    [
      "are counted by what they stand in front of",
      `## Sprint 1\n\n${goals("✅ Dug", "✅ Laid")}${OPEN}### Metrics\n\n- ✅ Fast\n\n## Success Criteria\n\n- ✅ Grown\n`,
      [
        "5 ✅: 4 check marks in front of goals, metrics and success criteria, while 2 of 3 tasks are open",
        "= 2 on goals, 1 on metrics and 1 on success criteria, taken as decoration",
      ],
    ],
    [
      "are told of one task",
      `## Sprint 1\n\n${goals("✅ Dug")}${done("1 | Dig | 2 | open")}`,
      ["5 ✅: 1 check mark in front of goals, while 1 of 1 task is open", "= 1 on goals, taken as decoration"],
    ],
    [
      "are signs of what is done in a sprint that is",
      `## Sprint 1\n\n${goals("✅ Sown")}${OVER}## Sprint 2\n\n${goals("✅ Dug")}${OPEN}`,
      ["17 ✅: 1 check mark in front of goals, while 2 of 6 tasks are open", "= 1 on goals, taken as decoration"],
    ],
    [
      "are told of a sprint in a plan that is mostly done",
      `## Sprint 1\n\n${OVER}${OVER.replaceAll(/\d(?= \|)/g, "1$&")}## Sprint 2\n\n${goals("✅ Dug")}${done("1 | Dig | 2 | open", "2 | Lay | 2 | open")}## Success Criteria\n\n- ✅ Grown\n`,
      ["19 ✅: 1 check mark in front of goals, while 2 of 8 tasks are open", "= 1 on goals, taken as decoration"],
    ],
    [
      "are no decoration where half of the tasks are done",
      `## Sprint 1\n\n${goals("✅ Dug")}${done("1 | Dig | 2 | open", "2 | Lay | 2 | done")}`,
      [],
    ],
    [
      "are no decoration where other signs stand beside them",
      `## Sprint 1\n\n${goals("✅ Dug", "⏳ Laid", "✅ Sown")}${OPEN}## Sprint 2\n\n${goals("✅ Paved")}${done("7 | Pave | 2 | open")}`,
      ["19 ✅: 1 check mark in front of goals, while 3 of 4 tasks are open", "= 1 on goals, taken as decoration"],
    ],
    ["are none of them in front of other things", `# Garden\n\n- ✅ Fine\n\n## Notes\n\n- ✅ Fine\n\n## Sprint 1\n\n${OPEN}`, []],
    ["stand in front of any heading", `- ✅ Fine\n\n## Sprint 1\n\n${OPEN}`, []],
    [
      "are told of milestones behind the sprints",
      `## Sprint 1\n\n${OPEN}## Milestones\n\n- ✅ Dug\n\n### Milestone 1: Laid (Week 2)\n\n- ✅ All of it\n`,
      [
        "11 ✅: 2 check marks in front of milestones and milestone items, while 2 of 3 tasks are open",
        "= 1 on milestones and 1 on milestone items, taken as decoration",
      ],
    ],
    [
      "are told of success before the sprints",
      `# Garden\n\n## Success Criteria\n\n- ✅ Grown\n\n## Sprint 1\n\n${OVER}## Sprint 2\n\n${OPEN}${done("8 | Rest | 2 | open", "9 | Rest | 2 | open")}`,
      [],
    ],
    ["are left alone in a sprint without tasks", `## Sprint 1\n\n${goals("✅ Dug")}## Sprint 2\n\n${OPEN}`, []],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
  test("are done where the configuration says so", () => {
    expect(said(`## Sprint 1\n\n${goals("✅ Dug")}${OPEN}`, { decorations: "done" })).toEqual([]);
  });
});

describe("a character that nobody sees", () => {
  const Z = "\u{200b}";
  const plan = (text: string) => text.replaceAll("~", Z);
  test.each([
    [
      "an id and a dependency",
      `## Sprint 1\n\n${table(["1~.1 | Dig | 2 | None", "1.2 | Lay | 2 | 1~.1"], "ID | Task | Hours | Dependencies")}`,
      ["5 ~: invisible U+200B (zero-width space) in the id `1.1`", "6 ~: invisible U+200B (zero-width space) in the dependency `1.1`"],
    ],
    [
      "a sprint and its weeks",
      `## Sprint 1~.1 (Week ~1)\n\n${section("Sprint 2 (2026-03-0~2 to 2026-03-13)", [rowOf("2.1")])}`,
      [
        "1 ~: invisible U+200B (zero-width space) in the number `1.1`",
        "1 ~: invisible U+200B (zero-width space) in the number `1`",
        "3 ~: invisible U+200B (zero-width space) in the number `02`",
      ],
    ],
    [
      "a capacity and what a sprint states",
      `## Sprint 1\n\n### Team Capacity\n- Ada: 2~0 hours\n- Total: 2~0 hours\n- Buffer: 2~0 hours\n\n${table(["1.1 | Dig | 2"], "ID | Task | Hours")}\n**Total Estimated Hours**: 2~0 hours\n`,
      [
        "4 ~: invisible U+200B (zero-width space) in the number `20`",
        "5 ~: invisible U+200B (zero-width space) in the number `20`",
        "6 ~: invisible U+200B (zero-width space) in the number `20`",
        "12 ~: invisible U+200B (zero-width space) in the number `20`",
      ],
    ],
    [
      "a phase and a milestone",
      `## Phase 1~1: Dig (Weeks 1-~2)\n\n${section("Sprint 1", [rowOf("1.1")]).replace("## ", "### ")}## Milestones\n\n### Milestone 1~1: Dug (Week ~2)\n\n- All\n`,
      [
        "1 ~: invisible U+200B (zero-width space) in the number `11`",
        "1 ~: invisible U+200B (zero-width space) in the number `2`",
        "11 ~: invisible U+200B (zero-width space) in the number `11`",
        "11 ~: invisible U+200B (zero-width space) in the number `2`",
      ],
    ],
    [
      "a gate",
      `${sprint(1, "", "1.1")}${sprint(11, "", "2.1")}## Critical Path\n\n- Sprint 1 → Sprint 1~1\n- Sprint ~1 → Sprint 11\n`,
      ["15 ~: invisible U+200B (zero-width space) in the number `11`", "16 ~: invisible U+200B (zero-width space) in the number `1`"],
    ],
    [
      "a number in a sentence",
      "# Plan\n\nAbout 1~2 of them, ~34, 5~6.7~8, x~y, a1~b, no~1, 12~.\n",
      [
        "3 ~: invisible U+200B (zero-width space) in the number `12`",
        "3 ~: invisible U+200B (zero-width space) in the number `34,`",
        "3 ~: invisible U+200B (zero-width space) in the number `56.7`",
        "3 ~: invisible U+200B (zero-width space) in the number `6.78,`",
        "3 ~: invisible U+200B (zero-width space)",
        "3 ~: invisible U+200B (zero-width space) in the number `a1b,`",
        "3 ~: invisible U+200B (zero-width space) in the number `no1,`",
        "3 ~: invisible U+200B (zero-width space) in the number `12.`",
      ],
    ],
    [
      "behind an id",
      `## Sprint 1\n\n${table(["1.1~ | Dig | 2~", "~1.2 | ~Lay~ | ~2"], "ID | Task | Hours")}`,
      [
        "5 ~: invisible U+200B (zero-width space) in the id `1.1`",
        "5 ~: invisible U+200B (zero-width space) in the estimate `2`",
        "6 ~: invisible U+200B (zero-width space) in the id `1.2`",
        "6 ~: invisible U+200B (zero-width space)",
        "6 ~: invisible U+200B (zero-width space)",
        "6 ~: invisible U+200B (zero-width space) in the estimate `2`",
      ],
    ],
    [
      "a long number",
      `# Plan\n\n${"1".repeat(40)}~${"2".repeat(40)}\n`,
      ["3 ~: invisible U+200B (zero-width space) in the number `1111111111111111111111111111111122222222222222222222222222222222`"],
    ],
  ])("%s", (_where, text, expected) => {
    expect(provenBy("deceptive-character", plan(text)).map((line) => line.replaceAll(Z, "~"))).toEqual(expected);
  });
  test("is removed by a fix that has to be asked for", () => {
    expect(fixesOf("deceptive-character", plan("# Plan\n\n1~2, so~so and \u{202e}around\n"))).toEqual([
      "error: unsafe: remove U+200B (zero-width space): [​] to []",
      "warning: unsafe: remove U+200B (zero-width space): [​] to []",
      "warning: unsafe: remove U+202E (right-to-left override): [‮] to []",
    ]);
  });
});
