import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";

describe("a sprint's heading", () => {
  const named = (heading: string): string => {
    const { sprints } = planOf(`${heading}\n\n${TABLE}`);
    return sprints.map(({ id, title }) => `${id.value} | ${title.value}`).join("; ");
  };

  test.each([
    ["## Sprint 1 - 2: Build", "1-2 | Build"],
    ["## Sprint 3: (Extra)", "3 | (Extra)"],
    ["## Sprint 3 (Week 5)", "3 | "],
    ["## Sprint 3 (Day 5)", "3 | "],
    ["## Sprint 3 (2026-04-03 to 2026-04-10)", "3 | "],
    ["## Sprint 3 (extra)", "3 | (extra)"],
    ["## Sprint 3: Build [Week 5]", "3 | Build"],
    ["## Sprint 3：造（第5周）", "3 | 造"],
    ["## Sprint 3: Build · 6 d", "3 | Build"],
    ["## Sprint 3: Build · fast · 6 d", "3 | Build · fast"],
    ["## Sprint 3 (big) (Week 5): Build (all of it)", "3 | (Week 5): Build"],
    ["## Sprint 3 (Week 5): Build (all of it)", "3 | Build"],
    ["## Sprint 3 (Week 5) — Build", "3 | Build"],
    ["## Sprint 3 — 2026-04-03 to 2026-04-10: Build", "3 | Build"],
    ["## Sprint 3: Build, 2026-04-03 to 2026-04-10", "3 | Build,"],
    ["## Sprint 3: Build 2026-04-03 to 2026-04-10 fast", "3 | Build 2026-04-03 to 2026-04-10 fast"],
    ["## Sprint 3: Build (x)y", "3 | Build (x)y"],
    ["## Sprint 3: Build (x) it", "3 | Build (x) it"],
    ["## SPRINT 3 (Week 1):Build", "3 | Build"],
    ["## Sprint 3 — 2026-04-03 to 2026-04-10 — : Build", "3 | Build"],
    ["## Phase a\u0300 venir", ""],
    ["## Sprint 3. Build", "3 | Build"],
    ["## Sprint 3.1. Build", "3.1 | Build"],
    ["# Acme — Sprint 3 Plan", "3 | Plan"],
    ["# Acme — Sprint 3", "3 | "],
    ["# Acme — iteration #3.1: The Plan", "3.1 | The Plan"],
    ["# Acme — Sprint 3rd and Sprint 4 Plan", "4 | Plan"],
    ["## Acme — Sprint 3 Plan", ""],
    ["Sprint 3\nBuild\n---", "3 | Build"],
    ["Sprint 3: Build\nand more\n---", ""],
    ["Acme\nSprint 3: Build\n===", "3 | Build"],
    ["Acme Sprint 3: Build\nand more\n===", ""],
  ])("%j", (heading, expected) => expect(named(heading)).toBe(expected));

  test.each([
    ["Timeline: Weeks 1-2", { weeks: { first: 1, last: 2 }, days: undefined, dates: undefined }],
    ["**Weeks**: Weeks 1-2", { weeks: { first: 1, last: 2 }, days: undefined, dates: undefined }],
    ["**Dates:** 2026-04-03 to 2026-04-10", { weeks: undefined, days: undefined, dates: { first: "2026-04-03", last: "2026-04-10" } }],
    ["Update: Weeks 1-2", { weeks: undefined, days: undefined, dates: undefined }],
    ["Dates of it: Weeks 1-2", { weeks: undefined, days: undefined, dates: undefined }],
  ])("may leave it to a line below it to say when: %s", (line, expected) => {
    const [{ weeks, days, dates }] = planOf(`## Sprint 1: A\n\n${line}\n\n${TABLE}`).sprints;
    expect({ weeks: weeks?.value, days: days?.value, dates: dates?.value }).toEqual(expected);
  });

  test.each([
    ["Sprint 1 (Week 3)", { weeks: { first: 3, last: 3 }, days: undefined, dates: undefined }],
    ["Sprint 1 (Day 3)", { weeks: undefined, days: { first: 3, last: 3 }, dates: undefined }],
    ["Sprint 1 (2026-04-03 to 2026-04-10)", { weeks: undefined, days: undefined, dates: { first: "2026-04-03", last: "2026-04-10" } }],
  ])("goes before the lines below it: %s", (heading, expected) => {
    const [{ weeks, days, dates }] = planOf(`## ${heading}\n\n**When:** Week 9, 2027-01-01 to 2027-01-02\n\n${TABLE}`).sprints;
    expect({ weeks: weeks?.value, days: days?.value, dates: dates?.value }).toEqual(expected);
  });
});

describe("what a heading says of its section", () => {
  test.each([
    ["🎯 Goal", "goal"],
    ["2.1) Goal", "goal"],
    ["1. Risks", "risks"],
    ["🎯 1. Risks", "risks"],
    ["Goals of ours", "prose"],
    ["Team capacity", "capacity"],
    ["Exit gate", "criteria"],
    ["Parallel work", "parallel"],
    ["Critical path", "gates"],
    ["KPIs", "metrics"],
  ])("%s", (heading, role) => {
    const { sections } = planOf(`# Plan\n\n## Sprint 1\n\n### ${heading}\n\nText\n\n### Tasks\n\n${TABLE}`);
    expect(sections[2].role).toBe(role);
  });
});

describe("a heading without tasks", () => {
  test.each([
    ["# Acme — Sprint 3 Plan", "sprint"],
    ["## Sprint 3", "sprint"],
    ["## Phase 3", "prose"],
    ["## Milestone 3", "milestone"],
  ])("%s is of the kind %s", (heading, role) => expect(planOf(`${heading}\n\nText\n`).sections[0].role).toBe(role));
});

describe("a capacity section", () => {
  const read = (text: string): string => {
    const [{ team, statedCapacity }] = planOf(`## Sprint 1: A (Week 1)\n\n### Team Capacity\n\n${text}\n\n### Tasks\n\n${TABLE}`).sprints;
    const members = team.map(({ name, capacity }) => `${name.value} ${capacity.value ?? capacity.problem}`);
    return [...members, ...(statedCapacity === undefined ? [] : [`= ${statedCapacity.value}`])].join(", ");
  };

  test.each([
    ["- Ada: 30h\n- Ben: soon\n- Cem: 20h", "Ada 30, Ben is no number of hours, Cem 20"],
    ["- Ada: 30h\n- Ben: soon", "Ada 30, Ben is no number of hours"],
    ["- Ada: 30h\n- Ben: soon\n- Note: later", "Ada 30"],
    ["- Ada: 30h\n- Ben: as soon as she is here ab\n- Cem: 20h", "Ada 30, Cem 20"],
    ["- Ada: 30h\n- Ben: as soon as she is here a\n- Cem: 20h", "Ada 30, Ben is no number of hours, Cem 20"],
    ["- Ada: 30h\n- Holidays: one\n- Cem: 20h", "Ada 30, Cem 20"],
    ["- Ada: 30h\n- Buffer: 5h", "Ada 30"],
    ["- Ada: 30h\n- Total: 40h\n- Available: 20h", "Ada 30, = 20"],
    ["- Ada: 30h\n- Available hours: 20h\n- Total: 40h", "Ada 30, = 20"],
    ["- Ada: 30h\n- Available Ben: 20h", "Ada 30"],
    ["- Ada: 30h\n- Total: 40h\n- Team capacity: 50h", "Ada 30, = 40"],
    ["- Ada: 30h\n- Not available: 20h", "Ada 30, Not available 20"],
    ["Ada: 30h\nBen: 10h", "Ada 30, Ben 10"],
    ["> - Ada: 30h", "Ada 30"],
    ["- 😀 Ada: 30h", "😀 Ada 30"],
    ["- 😀 Ada: about 30h", ""],
    [`- 😀${"a".repeat(58)}: 30h`, `😀${"a".repeat(58)} 30`],
    [`- 😀${"a".repeat(60)}: 30h`, ""],
    ["- 😀 Ada:30h", "😀 Ada 30"],
    ["| Hours | Name |\n|---|---|\n| 30 | Ada |", "Ada 30"],
    ["- Ada: 30h per week", "Ada 30"],
    ["- Ada: 6h per day", ""],
    ["| Name | Total | Available hours |\n|---|---|---|\n| Ada | 30 | 20 |", "Ada 30"],
    ["| Name | Hours | Capacity |\n|---|---|---|\n| Ada | 30 | 20 |", "Ada 20"],
    ["| Who | Stunden |\n|---|---|\n| Ada | 30 |\n| | 20 |", "Ada 30"],
    ["| Who | Hours |\n|---|---|\n| Ada | 30 |\n| Ben |\n| Cem | 20 |", "Ada 30, Cem 20"],
    ["| Surname | Hours |\n|---|---|\n| Ada | 30 |", ""],
    ["| Engineers | Hrs |\n|---|---|\n| Ada | 30 |", "Ada 30"],
    ["| Name of | Hours |\n|---|---|\n| Ada | 30 |", ""],
    ["| Name | Notes |\n|---|---|\n| Ada | 30 |", ""],
    ["| Owner | Hours |\n|---|---|\n| Ada | 30 |", ""],
    ["| Title | Who | Hours |\n|---|---|---|\n| Dig | Ada | 30 |", ""],
    ["| Who | Hours | Depends on |\n|---|---|---|\n| Ada | 30 | |", ""],
    ["| Who | Hours | Dependency |\n|---|---|---|\n| Ada | 30 | |", ""],
    ["| Who | Hours | Subtitle |\n|---|---|---|\n| Ada | 30 | |", "Ada 30"],
    ["| Who | Hours | Title of |\n|---|---|---|\n| Ada | 30 | |", "Ada 30"],
  ])("%j", (text, expected) => expect(read(text)).toBe(expected));
});

describe("a capacity line names the team", () => {
  test.each([
    ["Lead 60h, Dev 1 80h", ["Lead 60", "Dev 1 80"]],
    ["Lead: 60h; Dev - 80 hours", ["Lead 60", "Dev 80"]],
    ["Lead 60h and Dev 80h", ["Lead 60", "Dev 80"]],
    ["Lead 60h + Dev 80h", ["Lead 60", "Dev 80"]],
    ["Lead 60h", []],
    ["Lead 60h, Dev", []],
    ["Lead 60h, 80h", []],
    ["Lead 60h, Dev 80h, soon", []],
    ["Lead 60h, Dev 9000000h", []],
  ])("%s", (line, expected) => {
    const [{ team }] = planOf(`## Sprint 1: A\n\n**Capacity**: ${line}\n\n${TABLE}`).sprints;
    expect(team.map(({ name, capacity }) => `${name.value} ${capacity.value}`)).toEqual(expected);
  });
});

describe("a sprint's own lines", () => {
  const read = (text: string): string => {
    const [{ goal, statedHours, statedBuffer, statedCapacity }] = planOf(`## Sprint 1: A\n\n${text}\n\n${TABLE}`).sprints;
    return [goal?.value ?? "", ...[statedHours, statedBuffer, statedCapacity].map((each) => each?.value ?? "-")].join(" ").trim();
  };

  test.each([
    ["Total: 50h\nTotal: 60h", "50 - -"],
    ["Total: soon\nTotal: 60h", "60 - -"],
    ["Total: 3 x 40h = 120h", "120 - -"],
    ["Total: 3 engineers x 40h", "- - -"],
    ["Total: 3 × 40 = 120", "120 - -"],
    ["Total: 3 engineers * 40 h", "- - -"],
    ["Total: about 50h", "50 - -"],
    ["Total: about 50", "- - -"],
    ["Total: about 50h, or 60h", "- - -"],
    ["Total: 50h, or 60h", "50 - -"],
    ["Total: 50h including 5h buffer", "50 5 -"],
    ["Total: 50h\nCapacity: 80h", "50 - 80"],
    ["Total capacity: 80h", "- - 80"],
    ["Available total capacity: 80h", "- - 80"],
    ["Capacity of it: 80h", "- - -"],
    ["Our capacity: 80h", "- - -"],
    ["Capacity: 80h (8h buffer)", "- - 80"],
    ["Buffer: 8h", "- 8 -"],
    ["Sprint buffer: 8h", "- 8 -"],
    ["Sprint 1 total: 50h", "50 - -"],
    ["Phase 1.2 total: 50h", "50 - -"],
    ["Team total: 50h", "50 - -"],
    ["My sprint total: 50h", "- - -"],
    ["Total hours: 50h", "50 - -"],
    ["Estimated effort: 50h", "50 - -"],
    ["Sprint goal: Dig", "Dig - - -"],
    ["Iteration objective: Dig", "Dig - - -"],
    ["The goal: Dig", "- - -"],
    ["Goal of it: Dig", "- - -"],
    ["Aim: Dig", "- - -"],
  ])("%j", (text, expected) => expect(read(text)).toBe(expected));

  test("may stand behind the table of a goal", () => {
    const [sprint] = planOf(`## Sprint 1: A\n\n### Goal\n\nTotal: 1h\n\n${TABLE}\nTotal: 50h\n`).sprints;
    expect(sprint.statedHours?.value).toBe(50);
    const [list] = planOf(`## Sprint 1: A\n\n### Goal\n\nTotal: 1h\n\n### Tasks\n\n${TABLE}`).sprints;
    expect(list.statedHours).toBeUndefined();
    const [other] = planOf(`## Sprint 1: A\n\n### Notes\n\n${TABLE}\nTotal: 50h\n`).sprints;
    expect(other.statedHours).toBeUndefined();
  });

  test("stand under each other: criteria, risks, foci and measures", () => {
    const [sprint] = planOf(
      [
        "## Sprint 1: A\n\n### Definition of Done\n\n- [ ] Seen\n  - [x] Twice\n- Heard\n  - [ ] Once\n",
        `### Tasks\n\n${TABLE}\n#### Acceptance criteria\n\n- [ ] Felt\n`,
        "### Risks\n\n- **Mitigation**: none\n\n**High Risk**: rain\n**Lower**: nothing\nLow: wind\nText\n\n- **Plan B**: tea\n- The mitigation: a roof\n",
        "### Daily Focus\n\n- too early\n\n**Monday**\n**Tuesday**\n\n- ✅ wake up\n- go\n",
        "### Metrics\n\n- ✅ speed\n- height\n",
      ].join("\n"),
    ).sprints;
    expect({
      criteria: sprint.criteria.map(({ text, done }) => `${text.value} ${done}`),
      risks: sprint.risks.map(({ level, text, mitigation, fallback }) => [level, text.value, mitigation?.value, fallback?.value]),
      focus: sprint.focus.map(({ label, items }) => [label.value, ...items.map(({ value }) => value)]),
      metrics: sprint.metrics.map(({ value }) => value),
    }).toEqual({
      criteria: ["Seen false", "Twice true", "Once false", "Felt false"],
      risks: [
        ["high", "rain", undefined, undefined],
        ["low", "wind", undefined, "tea"],
      ],
      focus: [["Monday"], ["Tuesday", "wake up", "go"]],
      metrics: ["speed", "height"],
    });
  });
});

describe("assignees", () => {
  test.each([
    ["Ada +Ben", ["Ada", "Ben"]],
    ["Ada,Ben", ["Ada", "Ben"]],
    ["Ada,, Ben,", ["Ada", "Ben"]],
    ["Ada und Ben и Cem", ["Ada", "Ben", "Cem"]],
    ["Anders Band", ["Anders Band"]],
    ["Ada and", ["Ada and"]],
    ["me@example.org", ["me@example.org"]],
    ["tbd soon", ["tbd soon"]],
    ["not all", ["not all"]],
  ])("%s", (cell, expected) => {
    const [task] = planOf(`| ID | Title | Hours | Owner |\n|---|---|---|---|\n| A-1 | One | 4 | ${cell} |\n`).tasks;
    expect(task.assignees.map(({ value }) => (value?.kind === "person" ? value.name : value?.kind))).toEqual(expected);
  });
});
