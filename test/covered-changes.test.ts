import { describe, expect, test } from "vitest";
import { BASE, diffOf, edited, written } from "./diff-plans.ts";

/** What a person reads of a change, without marks and double spaces. */
function told(base: string, head: string): readonly string[] {
  return linesOf(written([diffOf(base, head)], "text"));
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replaceAll(/ {2,}/g, "  "))
    .filter((line) => line !== "" && !/^[─ ]+$/.test(line));
}

describe("a change of", () => {
  test("the sprint, by moving", () => {
    const moved = edited(
      BASE,
      ["| 1.3 | Buy the tiles | 4 | Ben | None | Low |\n", ""],
      ["| 2.1 | Lay", "| 1.3 | Buy the tiles | 4 | Ben | None | Low |\n| 2.1 | Lay"],
    );
    expect(told(BASE, moved)).toMatchInlineSnapshot(`
      [
        "the end moves 2 days later (82 h → 98 h); 3 findings are new",
        "2 Tiles",
        "~ 1.3 Buy the tiles: moved here from sprint 1",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  98 h  +16 h",
        "critical path  38 h  38 h",
        "sprint 1 ends  28 h  52 h  +24 h",
        "sprint 1 ends after its window by  0 h  12 h  +12 h",
        "sprint 2 ends  82 h  98 h  +16 h",
        "sprint 2 ends after its window by  2 h  18 h  +16 h",
        "Ben in sprint 1  8 h, 40 %  4 h, 20 %  -4 h",
        "Ben in sprint 2  16 h, 80 %  20 h, 100 %  +4 h",
        "new findings",
        "error task \`1.4\` of sprint 1 (week 1) waits for \`1.3\` of the later sprint 2 (week 2) [backward-dependency] plans/kitchen.md:18:44",
        "error the total of sprint 1 says 20 h, its 3 tasks sum to 16 h [wrong-total] plans/kitchen.md:20:28",
        "error the total of sprint 2 says 22 h, its 3 tasks sum to 26 h [wrong-total] plans/kitchen.md:40:28",
      ]
    `);
    const outside = edited(
      BASE,
      ["| 1.3 | Buy the tiles | 4 | Ben | None | Low |\n", ""],
      ["## Sprint 1", "| Task | Description | Hours | Assignee |\n|---|---|---|---|\n| 1.3 | Buy the tiles | 4 | Ben |\n\n## Sprint 1"],
    );
    expect(told(outside, BASE)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h",
        "1 Plumbing",
        "~ 1.3 Buy the tiles: moved here from outside of any sprint; risk none → low",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
        "Ben in sprint 1  4 h, 20 %  8 h, 40 %  +4 h",
      ]
    `);
  });
  test("links between tasks", () => {
    expect(told(BASE, edited(BASE, ["| Ben | 1.2, 1.3 |", "| Ben | 1.2 SS+2h, 1.3 FF-1h |"]))).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; critical path 38 h → 32 h",
        "1 Plumbing",
        "~ 1.4 Inspect the pipes: now waits for 1.2 SS+2h and 1.3 FF-1h; no longer waits for 1.2 and 1.3",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  32 h  -6 h",
        "sprint 1 ends  28 h  20 h  -8 h",
        "sprint 1, its own critical path  16 h  12 h  -4 h",
        "slack lost",
        "1.3 Buy the tiles: 8 h → 7 h",
      ]
    `);
    expect(told(BASE, edited(BASE, ["| Ben | 1.2, 1.3 |", "| Ben | 1.1-1.3, 9.9 |"]))).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; 1 finding is new",
        "1 Plumbing",
        "~ 1.4 Inspect the pipes: now waits for 1.1 and 9.9",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
        "new findings",
        "error task \`1.4\` waits for \`9.9\`, which is not in the plan [unknown-dependency] plans/kitchen.md:19:48",
      ]
    `);
    expect(told(edited(BASE, ["| 2.1 |", "| All Sprint 1 |"]), edited(BASE, ["| 2.1 |", "| Week 1 |"]))).toMatchInlineSnapshot(`
      [
        "no change in the plan, only its wording or layout",
      ]
    `);
  });
  test("the team", () => {
    const renamed = edited(BASE, ["- Ben: 20 hours", "- Bertha: 10 hours"]);
    expect(told(BASE, renamed)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; 3 findings are new",
        "1 Plumbing",
        "+ Bertha (10 h)",
        "- Ben (20 h)",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
        "capacity  80 h  70 h  -10 h",
        "sprint 1 ends  28 h  24 h  -4 h",
        "Bertha in sprint 1  –  0 h, 0 %",
        "Ben in sprint 1  8 h, 40 %  –",
        "new findings",
        "error the capacity of sprint 1 says 40 h, its 2 lines sum to 30 h [wrong-capacity-total] plans/kitchen.md:10:10",
        "warning \`Ben\` has no capacity in sprint 1: 4 h of task \`1.3\` are in nobody's hours [assignee-without-capacity] plans/kitchen.md:18:29",
        "warning \`Ben\` has no capacity in sprint 1: 4 h of task \`1.4\` are in nobody's hours [assignee-without-capacity] plans/kitchen.md:19:33",
      ]
    `);
    expect(told(BASE, edited(BASE, ["| Buy the tiles | 4 | Ben |", "| Buy the tiles | 30 | Eve |"]))).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; critical path 38 h → 56 h; 3 findings are new",
        "1 Plumbing",
        "~ 1.3 Buy the tiles: estimate 4 h → 30 h; assignees Ben → Eve",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  56 h  +18 h",
        "work  42 h  68 h  +26 h",
        "sprint 1 ends  28 h  36 h  +8 h",
        "sprint 1, its own critical path  16 h  34 h  +18 h",
        "Ben in sprint 1  8 h, 40 %  4 h, 20 %  -4 h",
        "critical path",
        "before: 1.1 → 1.2 → 1.4 → 2.1 → 2.2",
        "after: 1.3 → 1.4 → 2.1 → 2.2",
        "slack lost",
        "1.3 Buy the tiles: critical now, had 8 h",
        "new findings",
        "error sprint 1 asks for 46 h, its team has 40 h: 6 h too many [over-capacity] plans/kitchen.md:5:1",
        "warning \`Eve\` is to do task \`1.3\`, but is in no sprint's team [unknown-assignee] plans/kitchen.md:18:30",
        "error the total of sprint 1 says 20 h, its 4 tasks sum to 46 h [wrong-total] plans/kitchen.md:21:28",
      ]
    `);
  });
  test("gates, phases and ceremonies", () => {
    const more = `# Kitchen\n\n## Phase 1: Wet (Weeks 1-2)\n${BASE.slice(9).replaceAll("## Sprint", "### Sprint").replaceAll("### T", "#### T").replaceAll("### D", "#### D")}\n## Sprint Dependencies\n\n\`\`\`\nSprint 1 → Sprint 2\n\`\`\`\n\n## Ceremonies\n\n- Daily standup: 15 minutes\n`;
    expect(told(BASE, more)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; 1 finding is gone",
        "the plan as a whole",
        "~ the plan: duration 2 weeks → none",
        "+ phase 1 Wet (weeks 1-2)",
        "+ gate 1 → 2 (hard)",
        "1 Plumbing",
        "~ sprint 1 Plumbing: moved here from outside of any phase",
        "2 Tiles",
        "~ sprint 2 Tiles: moved here from outside of any phase",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
        "resolved findings",
        "warning the plan takes 82 h as scheduled, 2.05 weeks, and states 2 weeks, 80 h [plan-overrun] plans/kitchen.md:3:15",
      ]
    `);
    expect(told(more, edited(more, ["(Weeks 1-2)", "(Weeks 1-3)"], ["15 minutes", "30 minutes"]))).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; 1 finding is new",
        "the plan as a whole",
        "~ phase 1 Wet: weeks 1-2 → 1-3",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
        "new findings",
        "warning phase 1 says weeks 1-3, its sprints take weeks 1-2 [wrong-weeks] plans/kitchen.md:3:18",
      ]
    `);
  });
});
