import { describe, expect, test } from "vitest";
import { runOn } from "./command-line.ts";

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim().replaceAll(/ {2,}/g, "  "))
    .filter((line) => line !== "" && !/^[─ ]+$/.test(line));

function said(plan: string, line = "show"): readonly string[] {
  const { code, text } = runOn(plan, line);
  expect(code).toBeLessThan(2);
  return linesOf(text);
}

const TABLE = "| ID | Task | Hours | Owner | Depends On |\n|---|---|---|---|---|\n";
const sprint = (rows: readonly string[], before = "", heading = "Sprint 1: Walls (Week 1)") =>
  `## ${heading}\n${before}\n${TABLE}${rows.map((row) => `| ${row} |\n`).join("")}`;
const team = (lines: string) => `\n#### Team Capacity\n\n${lines}\n\n#### Tasks\n`;
const TWO = ["1 | Dig | 3 | Ada | None", "2 | Lay | 5 | Ben | 1"];

describe("a team", () => {
  test.each([
    ["in lines", "Ada: 20 hours\nBen: 30 hours"],
    ["in a table", "| Name | Role | Hours |\n|---|---|---|\n| Ada | Lead | 20 |\n| Ben | Dev |\n|  | Dev | 3 |"],
    ["in one line", "- Capacity: Ada 20h, Ben 30h"],
    ["in one line with others", "- Capacity: Ada 20h, Ben and others"],
    ["with somebody unread", "- Ada: 20 hours\n- Ben: some"],
    ["in code", "```\nAda: 20 hours\n```"],
    ["behind a picture", "- 🦀: 20 hours\n- Ben: 10 hours"],
  ])("%s", (_, lines) => {
    expect([...said(sprint(TWO, team(lines))), ...said(sprint(TWO, team(lines)), "capacity")]).toMatchSnapshot();
  });
});

describe("what is doubtful is shown", () => {
  test("dependencies that were turned round, are vague or are nowhere", () => {
    const rows = [
      ...TWO,
      "3 | Paint | 1 | Ada | 2-1",
      "4 | Test | 1 | Ann | All tests",
      "5 | Ship | 1 | A | the moon",
      "6 | Rest | 1 | TBD | 9.9",
    ];
    expect(said(sprint(rows, team("- Ada Lee: 20 hours\n- Ada Ray: 30 hours")))).toMatchSnapshot();
    expect(said(sprint(["1 | Dig | 3 | Ada | All tests", "2 | Dig | 3 | Eve | 1"]))).toMatchSnapshot();
  });
  test("rows that are alike, once", () => {
    const rows = Array.from({ length: 12 }, (_, index) => `| | |\n| ${index} | | | |`).join("\n");
    expect(said(`${sprint(TWO)}${rows}\n`)).toMatchSnapshot();
    const other = Array.from({ length: 9 }, (_, index) => `## Part ${index}\n\n| Thing | Cost |\n|---|---|\n| A | ${index} |\n`).join("\n");
    expect(said(`${sprint(TWO)}\n${other}`)).toMatchSnapshot();
  });
  test("tasks of no sprint, and people there", () => {
    const plan = `# Plan\n\n${TABLE}| 1 | Dig | 3 | Ada | None |\n| 2 | Lay | 5 | Eve | 1 |\n\n${sprint(["3 | Roof | 4 | Ada | 2"], team("- Ada: 20 hours\n- Ben: 3 hours"))}`;
    expect(said(plan)).toMatchSnapshot();
    expect(said(plan, "capacity")).toMatchSnapshot();
    expect(said(plan, "status")).toMatchSnapshot();
  });
});

describe("estimates", () => {
  test.each([
    ["3d 4h"],
    ["2w 1d"],
    ["4h 3d"],
    ["5 pts"],
    ["XL"],
    ["2-3 days"],
    ["1/2/6"],
    ["~4"],
    ["½ day"],
    ["1.5 person-days"],
    ["TBD"],
    ["-"],
    ["3 points (1d)"],
  ])("such as %s", (text) => {
    const plan = sprint([`1 | Dig | ${text} | Ada | None`, "2 | Lay | 2 | Ada | 1"]);
    expect(said(plan).filter((line) => line.startsWith("1 Walls") || line.includes("count"))).toMatchSnapshot();
  });
  test.each([
    ["| ID | Task | Optimistic | Most likely | Pessimistic |", "1 | 2 | 6"],
    ["| ID | Task | Best case | Realistic | Worst case |", "1 | 2 | 6"],
    ["| ID | Task | Estimate (days) | Points | Status |", "2 | 3 | done"],
    ["| Nr. | Aufgabe | Aufwand (PT) | Wer | Status |", "2 | Ada | offen"],
    ["| ID | Task | O/M/P (h) | Done | Owner |", "1/2/6 | ✅ | Ada"],
    ["|  | Task | Hours | ✓ | Owner |", "2 | ❌ | Ada"],
    ["| Task | Title | Hours | A | B |", "2 | x | x"],
  ])("in columns %s", (header, cells) => {
    expect(
      said(`## Sprint 1: Walls\n\n${header}\n|---|---|---|---|---|\n| 1 | Dig | ${cells} |\n| 2 | Lay | ${cells} |\n`),
    ).toMatchSnapshot();
  });
});

describe("around the sprints", () => {
  test("milestones, ceremonies and risks are read from tables and lists", () => {
    const plan = `${sprint(TWO)}
## Milestones

| Milestone | Week | Note |
|---|---|---|
| Water | 1 | a |
| | 2 | b |
| Tiles | soon | c |
| Done |

## Ceremonies

| Ceremony | Duration | When |
|---|---|---|
| Standup | 15 min | daily |
| Review |  | sprint |

- Planning: 2 hours per sprint
- Retro

## Success Criteria

- [x] Works
- [ ] Shines
`;
    expect([...said(plan), ...said(plan, "status"), ...said(plan, "capacity"), ...said(plan, "schedule")]).toMatchSnapshot();
  });
  test("phases without weeks, without sprints and without names", () => {
    const plan = `## Phase 1\n\n${sprint(TWO).replace("## ", "### ")}\n## Phase 2: Empty (Weeks 3-4)\n\n## Phase 3: Rest\n\n${sprint(["3 | Rest | 4 | Ada | Phase 1", "4 | End | 4 | Ada | Milestone 9, Week 7, Sprint 9"], "", "Sprint 3").replace("## ", "### ")}`;
    expect([...said(plan), ...said(plan, "status"), ...said(plan, "check")]).toMatchSnapshot();
  });
});

describe("a schedule", () => {
  const crowd = Array.from(
    { length: 40 },
    (_, index) =>
      `${index + 1} | Step ${index + 1} | ${3 + ((index * 7) % 11)} | ${["All", "Ada", "Ben", "Cem", "Dan + Ada", "Ben + Cem"][(index * 5) % 6]} | ${index < 6 ? "None" : `${1 + ((index * 13) % (index - 1))}`}`,
  );
  const people = team("- Ada: 40 hours\n- Ben: 40 hours\n- Cem: 40 hours\n- Dan: 40 hours");
  test("that is not proved says how much shorter it might be", () => {
    const words = said(sprint(crowd, people), "schedule --budget 100").join("\n");
    expect(words).toMatch(/optimal \(proved\)|within [\d.]+ % of the optimum \(lower bound \d/);
  });
  test("of nothing says so", () => {
    expect(said("# Nothing\n", "schedule")).toMatchSnapshot();
    expect(said(`${sprint(TWO)}\n## Sprint 2: Empty (Week 2)\n`, "schedule --sprint 2")).toMatchSnapshot();
    expect(said(sprint(TWO), "forecast --runs 100 --seed 1")).toMatchSnapshot();
  });
  test.each(["--strict", "--strict --asap", "--strict --sprint 1", "--asap --split", "--advise", "--advise --sprint 1", "--gantt"])(
    "with %s",
    (flags) => {
      const rows = ["1 | Dig | 30 | Ada | None", "2 | Lay | 25 | Ada | None", "3 | Pave | 20 | Ben | 1"];
      const plan = `${sprint(rows, team("- Ada: 40 hours\n- Ben: 20 hours"))}\n${sprint(["4 | Roof | 4 | Ada | 3", "5 | Door | 50 | Cy | None"], team("- Ada: 40 hours"), "Sprint 2: Roof (Week 2)")}`;
      expect(said(plan, `schedule ${flags}`)).toMatchSnapshot();
    },
  );
});
