import { describe, expect, test } from "vitest";
import { answerIn, runOn } from "./command-line.ts";

/** What rules say of a plan, and what else they note. */
function told(plan: string, line = "check"): readonly string[] {
  return answerIn(runOn(plan, line)).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

/** What `show` understood, from the line that begins so on. */
function shown(plan: string, from: string): readonly string[] {
  const lines = runOn(plan, "show").text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(from));
  const end = lines.findIndex((line, index) => index > start && line === "");
  return lines
    .slice(start + 1, end)
    .map((line) => line.trim().replaceAll(/ {2,}/g, "  "))
    .filter((line) => !/^[─ ]+$/.test(line));
}

/** Sprints with a task each, in these weeks. */
function sprints(weeks: readonly string[], behind = ""): string {
  return (
    weeks
      .map((each, index) => `## Sprint ${index + 1}: S${each === "" ? "" : ` (${each})`}\n\n- [ ] ${index + 1}.1 Dig (3h)\n`)
      .join("\n") + behind
  );
}

const TABLE = "| ID | Task | Hours | Owner | Depends On |\n|---|---|---|---|---|\n";
const sprint = (rows: readonly string[], front = "") =>
  `${front}## Sprint 1: Walls (Week 1)\n\n${TABLE}${rows.map((row) => `| ${row} |\n`).join("")}`;
const settings = (lines: string) => `---\nsprintplan:\n${lines}---\n`;

describe("weeks", () => {
  test.each([
    ["that one sprint leaves out and goes back to", ["Week 1", "Week 2", "Week 7", "Week 4", "Week 5", "Week 6", "Week 8"]],
    ["of one sprint between its neighbours", ["Week 1", "Week 9", "Week 2", "Week 3", "Week 4", "Week 5", "Week 6"]],
    ["that two sprints share", ["Weeks 1-2", "Weeks 2-3", "Weeks 4-5", "Weeks 6-7", "Weeks 8-9", "Weeks 10-11", "Weeks 12-13"]],
    ["of which one sprint has none", ["Week 1", "", "Week 3", "Week 4", "Week 5", "Week 6", "Week 7"]],
    ["that are everybody's", ["Week 1", "Week 1", "Week 1"]],
  ])("%s", (_, weeks) => {
    expect(told(sprints(weeks))).toMatchSnapshot();
  });
  test("may be shared where the plan says so", () => {
    const shared = ["Weeks 1-2", "Weeks 2-3", "Weeks 4-5", "Weeks 6-7", "Weeks 8-9", "Weeks 10-11", "Weeks 12-13"];
    expect(told(sprints(shared, "\n## Parallel Work\n\n- **Weeks 1-3**: both\n- **Later**: none\n"))).toEqual([]);
    expect(told(sprints(shared, "\n## Parallel Work\n\n- **Weeks 8-9**: others\n"))).toMatchInlineSnapshot(`
      [
        "wrong-weeks: sprint 2 is in weeks 2-3, sprint 1 in weeks 1-2, and nothing says that they run in parallel",
      ]
    `);
    expect(
      told(sprints(shared, "\n## Sprint Dependencies\n\n```\nSprint 1 → Sprint 2\n```\n\n## Parallel Work\n\n- **Weeks 1-3**: both\n")),
    ).toMatchInlineSnapshot(`
      [
        "wrong-weeks: sprint 2 is in weeks 2-3, sprint 1 in weeks 1-2, and nothing says that they run in parallel",
        "contradicted-parallel: work is said to run in parallel in weeks 1-3, but sprint 2 waits for sprint 1",
      ]
    `);
  });
  test("begin anew in each phase", () => {
    const phases = [1, 2].map(
      (phase) =>
        `## Phase ${phase}: P\n\n${[1, 2, 3].map((week) => `### Sprint ${phase}.${week}: S (Week ${week})\n\n- [ ] ${phase}.${week}.1 Dig (3h)\n`).join("\n")}`,
    );
    expect(told(phases.join("\n"))).toMatchInlineSnapshot(`[]`);
    expect(told(phases.join("\n").replace("Phase 1: P", "Phase 1: P (Weeks 1-5)"))).toMatchInlineSnapshot(`
      [
        "wrong-weeks: phase 1 says weeks 1-5, its sprints take weeks 1-3",
      ]
    `);
  });
});

describe("dates", () => {
  test.each([
    ["Dec 20 - Jan 3, 2026"],
    ["20 Dec 2025 - 3 Jan 2026"],
    ["2026-02-30 to 2026-03-04"],
    ["2026-03-04 to 2026-03-01"],
    ["March 2 - 13"],
    ["Weeks 5-3"],
    ["Mar 2 – Mar 13, 2026"],
    ["2-13 March 2026"],
  ])("such as %s are read or named", (dates) => {
    const plan = sprints([dates, ""]);
    expect([...shown(plan, "outline"), ...told(plan)]).toMatchSnapshot();
  });
  test("that touch give way where they are weeks", () => {
    expect(shown(sprints(["2026-03-02 to 2026-03-13", "2026-03-13 to 2026-03-27"]), "outline")).toMatchInlineSnapshot(`
      [
        "sprint  window  tasks  hours  criteria",
        "1 S  2026-03-02 to 2026-03-13  1  3 h",
        "2 S  2026-03-13 to 2026-03-27  1  3 h",
      ]
    `);
    expect(shown(sprints(["2026-03-02 to 2026-03-16", "2026-03-16 to 2026-03-30"]), "outline")).toMatchInlineSnapshot(`
      [
        "sprint  window  tasks  hours  criteria",
        "1 S  2026-03-02 to 2026-03-16  1  3 h",
        "2 S  2026-03-16 to 2026-03-30  1  3 h",
      ]
    `);
    expect(shown(sprints(["Weeks 1-3", "Weeks 3-5", "Weeks 5-7"]), "outline")).toMatchInlineSnapshot(`
      [
        "sprint  window  tasks  hours  criteria",
        "1 S  weeks 1-2  1  3 h",
        "2 S  weeks 3-4  1  3 h",
        "3 S  weeks 5-6  1  3 h",
      ]
    `);
  });
});

describe("the order of sprints", () => {
  const two = (behind: string) => sprints(["", ""], `\n## Sprint Dependencies\n\n${behind}`);
  test("is read from a table", () => {
    const table = "| Sprint | Depends on |\n|---|---|\n| Sprint 2 | Sprint 1 |\n| Nothing | Sprint 1 |\n| Sprint 2 |\n";
    expect(shown(two(table), "around")).toMatchInlineSnapshot(`
      [
        "what  read as",
        "1 hard gate  1 → 2",
      ]
    `);
    expect(told(two(`${table}| Sprint 1 | Sprint 2 |\n`))).toMatchInlineSnapshot(`
      [
        "contradicted-gate: sprint 1 is declared to wait for sprint 2, which itself waits for sprint 1",
      ]
    `);
    expect(shown(two("| Sprint | Goal |\n|---|---|\n| Sprint 2 | Sprint 1 |\n"), "around")).toEqual(shown(two(""), "around"));
  });
  test("is read from diagrams", () => {
    expect(shown(two("```mermaid\ngraph TD\n  A[Sprint 1] --> B[Sprint 2]\n  C[Other] --> B\n```\n"), "around")).toMatchInlineSnapshot(`
      [
        "what  read as",
        "1 hard gate  1 → 2",
      ]
    `);
    expect(told(two("```\nSprint 1 → Sprint 2 → Sprint 3\nSprint 2 → Sprint 2\n```\n"))).toMatchInlineSnapshot(`
      [
        "contradicted-gate: sprint \`3\` has a place in the order of sprints, but is not in the plan",
        "contradicted-gate: sprint \`2\` is declared to wait for itself",
      ]
    `);
  });
  test("that goes round and may overlap depends on the reading", () => {
    const round = two("```\nSprint 1 → Sprint 2\nSprint 2 → Sprint 1  ← Can overlap with 2\n```\n");
    for (const overlap of ["inherit", "wait", "free"]) expect(runOn(round, `check --overlap ${overlap}`).text).toMatchSnapshot();
  });
  test("is broken by what waits for later sprints, be it through tasks of none", () => {
    const other = "\n## Other tasks\n\n| ID | Task | Hours |\n|---|---|---|\n| 3.1 | Dig | 3 |\n| 3.2 | Dig | 3 |\n";
    const plan = sprints(["", ""], other);
    expect(told(plan.replace("1.1 Dig (3h)", "1.1 Dig (3h) (depends on 2.1-3.2)"))).toMatchInlineSnapshot(`[]`);
    expect(told(plan.replace("1.1 Dig (3h)", "1.1 Dig (3h) (depends on 3.1-3.2)"))).toEqual(told(plan));
    const mixed = sprints(["Week 3", "", "Week 1"]);
    expect(told(mixed.replace("3.1 Dig (3h)", "3.1 Dig (3h) (depends on 1.1-2.1)"))).toMatchInlineSnapshot(`
      [
        "backward-dependency: task \`3.1\` of sprint 3 (week 1) waits for \`1.1-2.1\` of the later sprint 1 (week 3)",
      ]
    `);
    expect(told(mixed.replace("2.1 Dig (3h)", "2.1 Dig (3h) (depends on 1.1-3.1)"))).toMatchInlineSnapshot(`
      [
        "backward-dependency: task \`2.1\` of sprint 2 waits for \`1.1-3.1\` of the later sprint 3 (week 1)",
      ]
    `);
  });
});

describe("dependencies", () => {
  test("on words are taken for the tasks that have them", () => {
    const named = (id: string) =>
      sprint([
        `${id}1 | Dig tests | 3 | Ada | None`,
        `${id}2 | Lay tests | 3 | Ada | None`,
        `${id}3 | Paint tests | 3 | Ada | None`,
        `${id}4 | Look | 5 | Ada | All tests`,
      ]);
    expect(told(named(""))).toMatchInlineSnapshot(`
      [
        "vague-dependency: task \`4\` waits for \`All tests\`, taken for the 3 tasks \`1-3\`",
      ]
    `);
    expect(runOn(named("A-"), "check --fix --unsafe").plan).toContain("| A-4 | Look | 5 | Ada | A-1 to A-3 |");
    expect(runOn(named(""), "check --fix --unsafe").plan).toContain("| 4 | Look | 5 | Ada | 1-3 |");
    const linked = named("").replace("All tests", "All tests SS+2");
    expect(runOn(linked, "check --fix --unsafe").plan).toBe(linked);
    expect(told(sprint(["1 | Look | 5 | Ada | All tests", "2 | Dig | 3 | Ada | None"]))).toMatchInlineSnapshot(`
      [
        "vague-dependency: task \`1\` waits for \`All tests\`, but no task stands above it that this could mean",
      ]
    `);
    expect(told(sprint(["1 | Look | 5 | Ada | All previous tasks", "2 | Dig | 3 | Ada | None"]))).toMatchInlineSnapshot(`[]`);
  });
  test("on a group of the configuration need its tasks", () => {
    const group = settings('  groups:\n    All walls: ["9.1", "9.2"]\n');
    expect(told(sprint(["1 | Dig | 3 | Ada | None", "2 | Lay | 5 | Ada | All walls"], group))).toMatchInlineSnapshot(`
      [
        "unknown-dependency: task \`2\` waits for \`All walls\`, which is configured to mean \`9.1\` and \`9.2\`, not in the plan",
      ]
    `);
  });
  test("that tie nobody leave a task alone, with its parts", () => {
    const alone = settings("  rules:\n    isolated-task: warning\n");
    expect(
      told(
        sprint(["1 | Dig | 3 | Ada | None", "2 | Lay | 5 | Ada | 1", "3 | Rest | 3 | Ada | None", " | Unnamed | 3 | Ada | None"], alone),
      ),
    ).toMatchInlineSnapshot(`
      [
        "isolated-task: task \`3\` waits for nothing, and nothing waits for it",
        "unread-row: the row \`Unnamed\` is no task: it has no id",
      ]
    `);
    const list = `${alone}## Sprint 1\n\n- [ ] T1 Dig (3h)\n  - [ ] T1.1 Part (1h)\n- [ ] T2 Lay (5h) (depends on T1)\n- [ ] T3 Lone (5h)\n  - [ ] T3.1 Part (1h)\n- [ ] T4 Tied (5h)\n  - [ ] T4.1 Part (1h) (depends on T2)\n\n## Sprint 2\n\n- [ ] T5 Other (3h)\n`;
    expect(told(list)).toMatchInlineSnapshot(`
      [
        "isolated-task: task \`T3\` waits for nothing, and nothing waits for it",
        "isolated-task: task \`T3.1\` waits for nothing, and nothing waits for it",
      ]
    `);
  });
});

describe("comments that hide findings", () => {
  const plan = sprint(["1 | Dig | 3 | Ada | None"]);
  test("have to name rules", () => {
    expect(told(`<!-- sprintplan-disable-next-line -->\n\n${plan}`)).toMatchInlineSnapshot(`
      [
        "unused-suppression: the comment names no rule, and hides nothing",
      ]
    `);
    expect(
      told(`${plan}\ntext <!-- sprintplan-disable-next-line wrong-total, over-capacity, wrong-weeks --> more\n`),
    ).toMatchInlineSnapshot(`
      [
        "unused-suppression: the comment hides nothing: no finding of \`wrong-total\`, \`over-capacity\` or \`wrong-weeks\` behind it",
      ]
    `);
  });
  test("are taken out with no more than their line", () => {
    const fixed = (text: string) => runOn(text, "check --fix").plan;
    const idle = "<!-- sprintplan-disable-next-line wrong-total -->";
    expect(fixed(`${plan}\nabc\n${idle}`)).toBe(`${plan}\nabc\n`);
    expect(fixed(`${plan}\nabc\n\n${idle}\n\ndef\n`)).toMatch(/abc\n\n+def\n$/);
    expect(fixed(`${plan}\nabc\n${idle}\ndef\n`)).toMatch(/abc\n+def\n$/);
    expect(fixed(`${plan}\nabc ${idle} def\n`)).toMatch(/abc\s+def\n$/);
    expect(fixed(`${plan}\nabc${idle}\n`)).toMatch(/abc\n$/);
  });
});
