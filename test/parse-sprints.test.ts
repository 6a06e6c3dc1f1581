import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";

describe("what stands around the tasks", () => {
  const sprintWith = (text: string): string => `# Plan\n\n## Sprint 1: A (Week 1)\n\n${text}\n\n### Tasks\n\n${TABLE}`;

  test.each([
    [
      "- Senior Backend Engineer: 40 hours\n- QA: 20 hours\n- Total: 60 hours",
      [
        ["Senior Backend Engineer", 40],
        ["QA", 20],
      ],
      60,
    ],
    [
      "- **Ada**: 30h\n- **Ben**: 10 h\n- **Total Capacity**: 40h",
      [
        ["Ada", 30],
        ["Ben", 10],
      ],
      40,
    ],
    [
      "* Ada: 2 days\n* Ben: 1 week",
      [
        ["Ada", 16],
        ["Ben", 40],
      ],
      undefined,
    ],
    [
      "- Ada: 32 hours (one day off)\n- Ben: ~20 hours",
      [
        ["Ada", 32],
        ["Ben", 20],
      ],
      undefined,
    ],
    [
      "| Name | Hours |\n|---|---|\n| Ada | 30 |\n| Ben | 10 |\n| **Total** | **40** |",
      [
        ["Ada", 30],
        ["Ben", 10],
      ],
      40,
    ],
    [
      "- 😀 Zoë: 40 hours\n- =cmd|' /C calc'!A0: 30 hours\n- Zed: 4h/day",
      [
        ["😀 Zoë", 40],
        ["=cmd|' /C calc'!A0", 30],
        ["Zed", undefined],
      ],
      undefined,
    ],
    ["| Team Member | Days | Hours/Day | Total |\n|---|---|---|---|\n| Ada | 5 | 6 | 30 |", [["Ada", 30]], undefined],
    ["| Role | Availability |\n|---|---|\n| QA | 20h |", [["QA", 20]], undefined],
  ])("capacity: %s", (text, team, total) => {
    const [sprint] = planOf(sprintWith(`### Team Capacity\n\n${text}`)).sprints;
    expect([sprint.team.map(({ name, capacity }) => [name.value, capacity.value]), sprint.statedCapacity?.value]).toEqual([team, total]);
  });

  test.each([
    ["**Total Estimated Hours**: 50 hours (30 hours buffer)", [50, 30]],
    ["**Total Estimated Hours:** 50h", [50, undefined]],
    ["Total: 50h", [50, undefined]],
    ["**Sprint Total**: 50 hours", [50, undefined]],
    ["- **Total**: 50 h", [50, undefined]],
    ["**Total**: ~50 hours", [50, undefined]],
    ["**Total**: 5 days", [40, undefined]],
    ["**Total**: 50h, 30h buffer", [50, 30]],
    ["**Total**: 50h\n**Buffer**: 30h", [50, 30]],
    ["**Total Points**: 52 points", [undefined, undefined]],
    ["**Total Budget**: 5000 EUR", [undefined, undefined]],
  ])("totals: %s", (text, expected) => {
    const [sprint] = planOf(`## Sprint 1: A\n\n${TABLE}\n${text}\n`).sprints;
    expect([sprint.statedHours?.value, sprint.statedBuffer?.value]).toEqual(expected);
  });

  test.each([
    ["#### Sprint Goal\nPaint the fence", "Paint the fence"],
    ["### Goal\n✅ Paint the fence", "Paint the fence"],
    ["**Goal**: Paint the fence", "Paint the fence"],
    ["**Sprint Goal:** Paint the fence", "Paint the fence"],
    ["### Objective\nPaint the fence", "Paint the fence"],
    ["### Ziel\nPaint the fence", "Paint the fence"],
  ])("goal: %s", (text, expected) => expect(planOf(sprintWith(text)).sprints[0].goal?.value).toBe(expected));

  test("criteria count boxes, risks have answers, the focus has days", () => {
    const [sprint] = planOf(
      sprintWith(
        "### Definition of Done\n- [ ] Seen\n- [x] Heard\n- just a word\n\n### Risk Mitigation\n**High Risk**: rain\n- **Mitigation**: a roof\n- **Fallback**: tea\n\n### Daily Stand-up Focus\n**Monday**: begin\n- wake up\n",
      ),
    ).sprints;
    expect(sprint.criteria.map(({ text, done }) => [text.value, done])).toEqual([
      ["Seen", false],
      ["Heard", true],
    ]);
    expect(sprint.risks.map(({ level, text, mitigation, fallback }) => [level, text.value, mitigation?.value, fallback?.value])).toEqual([
      ["high", "rain", "a roof", "tea"],
    ]);
    expect(sprint.focus.map(({ label, items }) => [label.value, items.map(({ value }) => value)])).toEqual([
      ["Monday: begin", ["wake up"]],
    ]);
  });

  test.each([
    [
      "8 weeks (3 engineers) or 16 weeks (1 engineer)",
      [
        [8, 3],
        [16, 1],
      ],
    ],
    ["8 weeks", [[8, undefined]]],
    ["12 weeks (2 people)", [[12, 2]]],
  ])("duration: %s", (text, expected) => {
    expect(
      planOf(`# Plan\n\n**Version**: 1.0\n**Total Duration**: ${text}\n`).duration?.alternatives.map(({ weeks, people }) => [
        weeks,
        people,
      ]),
    ).toEqual(expected);
  });

  test.each([
    ["## Milestone Tracking\n\n### Milestone 1: Dry feet (End of Week 2)\n- ✅ Footings\n- [x] Planks\n", [["1", "Dry feet", 2, 2]]],
    ["## Milestones\n\n### Milestone 1: Dry feet (Week 2)\n- Footings\n", [["1", "Dry feet", 2, 1]]],
    [
      "## Milestones\n\n| Milestone | Week | Criteria |\n|---|---|---|\n| M1: Dry feet | Week 2 | Footings |\n",
      [["1", "M1: Dry feet", 2, 1]],
    ],
    ["## Key Milestones\n\n| Milestone | Target Week |\n|---|---|\n| Dry feet | 2 |\n", [["Dry feet", "Dry feet", 2, 0]]],
  ])("milestones: %s", (text, expected) => {
    const { milestones } = planOf(`# Plan\n\n## Sprint 1: A (Week 1)\n\n${TABLE}\n${text}`);
    expect(milestones.map(({ id, title, week, items }) => [id.value, title.value, week?.value, items.length])).toEqual(expected);
  });

  test("ceremonies and reports", () => {
    const { ceremonies, communications } = planOf(
      "# Plan\n\n## Sprint Ceremonies\n\n### Sprint Planning (2 hours)\n**When**: Monday 9:00\n- Choose\n\n### Daily Stand-up (15 minutes)\n**When**: daily\n\n## Communication Plan\n\n### Weekly Letter\n**Audience**: neighbours\n- news\n",
    );
    expect(ceremonies.map(({ name, hours, cadence }) => [name.value, hours?.value, cadence])).toEqual([
      ["Sprint Planning", 2, "sprint"],
      ["Daily Stand-up", 0.25, "daily"],
    ]);
    expect(communications.map(({ name, content }) => [name.value, content.length])).toEqual([["Weekly Letter", 1]]);
  });
});

test.each([
  ["1e308 hours"],
  ["0x10 hours"],
  ["10^400 hours"],
  ["2-4 hours"],
  ["1 000 hours"],
  ["1\u2009000 hours"],
  ["1_000 hours"],
  ["1e308 hours (8 hours buffer)"],
])("the end of something longer is no total: %s", (text) => {
  const [sprint] = planOf(`## Sprint 1\n\n**Total Estimated Hours**: ${text}\n`).sprints;
  expect(sprint.statedHours?.value).toBeUndefined();
});

test.each([["1/2 hours"], ["1 000 hours"], ["2-4 hours"]])("the start of something longer is no capacity: %s", (text) => {
  const [sprint] = planOf(`## Sprint 1\n\n### Team Capacity\n\n- Ada: ${text}\n`).sprints;
  expect(sprint.team.map(({ capacity }) => capacity.value).filter((hours) => hours !== undefined)).toEqual([]);
});
