import type { FieldValue, PlanChange, PlanItem } from "../src/analysis/difference/difference.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { readConfigured } from "../src/configured-plan.ts";
import { createSource } from "../src/source.ts";

/** Texts to replace, each the first time it occurs; a pattern with the flag g wherever it does. */
export type Edit = readonly [from: string | RegExp, to: string];

/** What an edit is called, what it does to the plan below, and the changes that must be told of it. */
export type EditScript = readonly [name: string, edits: readonly Edit[], changes: readonly string[]];

export const PLAN = `---
sprintplan:
  calendar:
    hoursPerDay: 8
---
# A Shop

**Total Duration**: 3 weeks

## Phase 1: Build (Weeks 1-2)

### Sprint 1.1: Storage (Week 1)

Some words about storage.

#### Team Capacity
- Ada: 40 hours
- Ben: 30 hours
- Total: 70 hours

#### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk | Status |
|------|-------------|-------|----------|--------------|------|--------|
| **1.1.1** | Draw the tables | 4 | Ada | None | Low | Done |
| **1.1.2** | Write the migrations | 8 | Ada | 1.1.1 | High | Open |
| **1.1.3** | Fill in sample data | 6 | Ben | 1.1.1-1.1.2 | Low | Open |
| **1.1.4** | Measure the queries | 3-5 | Ada + Ben | All | Medium | Open |

**Total Estimated Hours**: 22 hours (48 hours buffer)

#### Definition of Done
- [x] Tables are reviewed
- [ ] Migrations run twice

### Sprint 1.2: Pages (Week 2)

#### Team Capacity
- Ada: 40 hours
- Ben: 40 hours

#### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk | Status |
|------|-------------|-------|----------|--------------|------|--------|
| **1.2.1** | Sketch the basket | 6 | Ben | None | Low | Open |
| **1.2.2** | Build the basket page | 12 | Ada | 1.2.1, 1.1.2 | Medium | Open |
| **1.2.3** | Pay by invoice | 10 | Ben | 1.2.2 | High | Open |

## Phase 2: Launch (Week 3)

### Sprint 2.1: Opening (Week 3)

#### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk | Status |
|------|-------------|-------|----------|--------------|------|--------|
| **2.1.1** | Invite ten neighbours | 2 | All | Sprint 1.2 | Low | Open |
| **2.1.2** | Answer their questions | 8 | Ada | 2.1.1 SS+2h | Low | Open |

## Milestones

### Milestone 1: First Order (Week 2)
- [ ] Somebody has ordered
- [ ] Somebody has paid

## Critical Path

\`\`\`
Sprint 1.1
    ↓
Sprint 1.2 ← Must wait for 1.1
    ↓
Sprint 2.1 ← Can partially parallel with 1.2
\`\`\`
`;

const DRAW = "| **1.1.1** | Draw the tables | 4 | Ada | None | Low | Done |\n";
const MEASURE = "| **1.1.4** | Measure the queries | 3-5 | Ada + Ben | All | Medium | Open |\n";
const SKETCH = "| **1.2.1** | Sketch the basket | 6 | Ben | None | Low | Open |\n";
const PAY = "| **1.2.3** | Pay by invoice | 10 | Ben | 1.2.2 | High | Open |\n";
const INVITE = "| **2.1.1** | Invite ten neighbours | 2 | All | Sprint 1.2 | Low | Open |\n";
const ADDED = "| **1.2.1** | Count the visitors | 5 | Ben | None | Low | Open |\n";
const NEW_SPRINT = `### Sprint 1.3: Mail (Week 3)

#### Team Capacity
- Ada: 20 hours

#### Tasks

| Task | Description | Hours | Assignee |
|------|-------------|-------|----------|
| **1.3.1** | Send letters | 5 | Ada |

## Phase 2`;

/** A row at the top of sprint 1.2, with every number below one higher; the last two edits let the references follow. */
const SHIFTED: readonly Edit[] = [
  ["**1.2.3**", "**1.2.4**"],
  ["**1.2.2**", "**1.2.3**"],
  ["**1.2.1**", "**1.2.2**"],
  ["| **1.2.2** | Sketch", `${ADDED}| **1.2.2** | Sketch`],
  ["| 1.2.2 | High", "| 1.2.3 | High"],
  ["1.2.1, 1.1.2", "1.2.2, 1.1.2"],
];

function newRow(id: string): string {
  return ADDED.replace("1.2.1", id);
}

export const editScripts: readonly EditScript[] = [
  // One cell of a row.
  ["an estimate", [["| 8 | Ada | 1.1.1 ", "| 6 | Ada | 1.1.1 "]], ["task 1.1.2 estimate: 8 → 6"]],
  ["an estimate that became a range", [["| 8 | Ada | 1.1.1 ", "| 6-9 | Ada | 1.1.1 "]], ["task 1.1.2 estimate: 8 → 6-9 h"]],
  ["a range that became one number", [["| 3-5 |", "| 4 |"]], ["task 1.1.4 estimate: 3-5 h → 4"]],
  ["an estimate of three points", [["| 3-5 |", "| 2/4/9 |"]], ["task 1.1.4 estimate: 3-5 h → 2/4/9 h"]],
  ["an estimate taken out", [["| 8 | Ada | 1.1.1 ", "| | Ada | 1.1.1 "]], ["task 1.1.2 estimate: 8 → nothing"]],
  ["an estimate nobody can read", [["| 8 | Ada | 1.1.1 ", "| a while | Ada | 1.1.1 "]], ["task 1.1.2 estimate: 8 → a while"]],
  ["somebody else", [["| 6 | Ben | 1.1.1-", "| 6 | Ada | 1.1.1-"]], ["task 1.1.3 assignees: −Ben +Ada"]],
  ["one more person", [["| 6 | Ben | 1.1.1-", "| 6 | Ben + Ada | 1.1.1-"]], ["task 1.1.3 assignees: +Ada"]],
  ["one person less", [["Ada + Ben", "Ben"]], ["task 1.1.4 assignees: −Ada"]],
  ["everybody", [["Ada + Ben", "All"]], ["task 1.1.4 assignees: −Ada −Ben +All"]],
  ["nobody", [["| 12 | Ada |", "| 12 | TBD |"]], ["task 1.2.2 assignees: −Ada"]],
  ["somebody who is on no list", [["| 12 | Ada |", "| 12 | Zoe |"]], ["task 1.2.2 assignees: −Ada +Zoe"]],
  [
    "a title, a little",
    [["Build the basket page", "Build the basket's page"]],
    ["task 1.2.2 title: Build the basket page → Build the basket's page"],
  ],
  ["a title, altogether", [["Pay by invoice", "Send reminders"]], ["task 1.2.3 title: Pay by invoice → Send reminders"]],
  ["a risk", [["| 1.1.1 | High |", "| 1.1.1 | Low |"]], ["task 1.1.2 risk: high → low"]],
  ["a risk taken out", [["| 1.1.1 | High |", "| 1.1.1 | |"]], ["task 1.1.2 risk: high → nothing"]],
  ["a task done", [["High | Open |", "High | Done |"]], ["task 1.1.2 status: nothing → done"]],
  ["a task opened again", [["Low | Done |", "Low | Open |"]], ["task 1.1.1 status: done → nothing"]],
  ["a task in a new state", [["High | Open |", "High | Blocked |"]], ["task 1.1.2 status: nothing → blocked"]],
  // What a task waits for.
  ["one dependency more", [["| 1.2.2 | High", "| 1.2.2, 1.1.3 | High"]], ["task 1.2.3 dependencies: +1.1.3"]],
  ["one dependency less", [["1.2.1, 1.1.2", "1.2.1"]], ["task 1.2.2 dependencies: −1.1.2"]],
  ["another dependency", [["1.2.1, 1.1.2", "1.2.1, 1.1.3"]], ["task 1.2.2 dependencies: −1.1.2 +1.1.3"]],
  ["a dependency on a task that is not there", [["1.2.1, 1.1.2", "1.2.1, 7.7.7"]], ["task 1.2.2 dependencies: −1.1.2 +7.7.7"]],
  ["a range made longer", [["1.1.1-1.1.2", "1.1.1-1.1.4"]], ["task 1.1.3 dependencies: +1.1.4"]],
  ["a range made shorter", [["1.1.1-1.1.2", "1.1.1"]], ["task 1.1.3 dependencies: −1.1.2"]],
  ["all in place of some", [["1.1.1-1.1.2", "All"]], ["task 1.1.3 dependencies: −1.1.1 −1.1.2 +All"]],
  ["some in place of all", [["| All | Medium", "| 1.1.3 | Medium"]], ["task 1.1.4 dependencies: −All +1.1.3"]],
  ["another kind of link", [["SS+2h", "FF+2h"]], ["task 2.1.2 dependencies: −2.1.1 SS+2h +2.1.1 FF+2h"]],
  ["another lag", [["SS+2h", "SS+1d"]], ["task 2.1.2 dependencies: −2.1.1 SS+2h +2.1.1 SS+8h"]],
  ["no lag any more", [["2.1.1 SS+2h", "2.1.1"]], ["task 2.1.2 dependencies: −2.1.1 SS+2h +2.1.1"]],
  ["another sprint", [["| Sprint 1.2 |", "| Sprint 1.1 |"]], ["task 2.1.1 dependencies: −sprint 1.2 +sprint 1.1"]],
  [
    "rows that changed places under an `All`",
    [
      [MEASURE, ""],
      [DRAW, `${DRAW}${MEASURE}`],
    ],
    ["task 1.1.4 dependencies: −1.1.2 −1.1.3", "task 1.1.3 dependencies: +1.1.4"],
  ],
  [
    "a row that moved into a range",
    [
      ["1.1.1-1.1.2", "1.1.1-1.1.2"],
      [MEASURE, ""],
      [DRAW, `${DRAW}${MEASURE.replace("All", "None")}`],
    ],
    ["task 1.1.4 dependencies: −All", "task 1.1.3 dependencies: +1.1.4"],
  ],
  // Rows.
  ["a task at the end", [[PAY, `${PAY}${newRow("1.2.4")}`]], ["added task 1.2.4"]],
  ["a task between two, numbered beside them", [[SKETCH, `${SKETCH}${newRow("1.2.1a")}`]], ["added task 1.2.1a"]],
  ["a task within a range", [[DRAW, `${DRAW}${newRow("1.1.1a")}`]], ["added task 1.1.1a"]],
  ["a task that nothing waits for, gone", [[PAY, ""]], ["removed task 1.2.3"]],
  [
    "a task gone, with what referred to it",
    [
      [SKETCH, ""],
      ["1.2.1, 1.1.2", "1.1.2"],
    ],
    ["task 1.2.2 dependencies: −1.2.1", "removed task 1.2.1"],
  ],
  ["a task gone, without what refers to it", [[SKETCH, ""]], ["removed task 1.2.1"]],
  [
    "a task at the top, all below renumbered",
    SHIFTED,
    [
      "added task 1.2.1",
      "task 1.2.2 renumbered: 1.2.1 → 1.2.2",
      "task 1.2.3 renumbered: 1.2.2 → 1.2.3",
      "task 1.2.4 renumbered: 1.2.3 → 1.2.4",
    ],
  ],
  [
    "the same, and a new estimate",
    [...SHIFTED, ["| 12 | Ada", "| 14 | Ada"]],
    [
      "added task 1.2.1",
      "task 1.2.2 renumbered: 1.2.1 → 1.2.2",
      "task 1.2.3 renumbered: 1.2.2 → 1.2.3",
      "task 1.2.3 estimate: 12 → 14",
      "task 1.2.4 renumbered: 1.2.3 → 1.2.4",
    ],
  ],
  [
    "the same, and references that were forgotten",
    [...SHIFTED.slice(0, 4)],
    [
      "added task 1.2.1",
      "task 1.2.2 renumbered: 1.2.1 → 1.2.2",
      "task 1.2.3 renumbered: 1.2.2 → 1.2.3",
      "task 1.2.3 dependencies: −1.2.1 +1.2.1",
      "task 1.2.4 renumbered: 1.2.3 → 1.2.4",
      "task 1.2.4 dependencies: −1.2.2 +1.2.2",
    ],
  ],
  ["a number alone", [["**1.2.3**", "**1.2.9**"]], ["task 1.2.9 renumbered: 1.2.3 → 1.2.9"]],
  [
    "a number and a title, a little",
    [["**1.2.3** | Pay by invoice", "**1.2.9** | Pay by an invoice"]],
    ["task 1.2.9 renumbered: 1.2.3 → 1.2.9", "task 1.2.9 title: Pay by invoice → Pay by an invoice"],
  ],
  [
    "a number and a title, altogether",
    [["**1.2.3** | Pay by invoice", "**1.2.9** | Send reminders"]],
    ["added task 1.2.9", "removed task 1.2.3"],
  ],
  [
    "two numbers exchanged",
    [
      ["**1.1.2**", "**x**"],
      ["**1.1.3**", "**1.1.2**"],
      ["**x**", "**1.1.3**"],
      ["1.1.1-1.1.2", "1.1.1, 1.1.3"],
      ["1.2.1, 1.1.2", "1.2.1, 1.1.3"],
    ],
    ["task 1.1.3 renumbered: 1.1.2 → 1.1.3", "task 1.1.2 renumbered: 1.1.3 → 1.1.2"],
  ],
  [
    "two titles exchanged",
    [
      ["Sketch the basket", "x"],
      ["Pay by invoice", "Sketch the basket"],
      ["| x |", "| Pay by invoice |"],
    ],
    [
      "task 1.2.1 renumbered: 1.2.3 → 1.2.1",
      "task 1.2.1 estimate: 10 → 6",
      "task 1.2.1 risk: high → low",
      "task 1.2.1 dependencies: −1.2.2",
      "task 1.2.2 dependencies: −1.2.1 +1.2.1",
      "task 1.2.3 renumbered: 1.2.1 → 1.2.3",
      "task 1.2.3 estimate: 6 → 10",
      "task 1.2.3 risk: low → high",
      "task 1.2.3 dependencies: +1.2.2",
    ],
  ],
  [
    "a task in another sprint, with its number",
    [
      [PAY, ""],
      [INVITE, `${PAY}${INVITE}`],
    ],
    ["task 1.2.3 moved: 1.2 → 2.1"],
  ],
  [
    "a task in another sprint, with a new number",
    [
      [PAY, ""],
      [INVITE, `${INVITE}${PAY.replace("1.2.3", "2.1.3")}`],
    ],
    ["task 2.1.3 renumbered: 1.2.3 → 2.1.3", "task 2.1.3 moved: 1.2 → 2.1"],
  ],
  ["a row under a number that another has", [[PAY, `${PAY}${newRow("1.2.3")}`]], ["added task 1.2.3"]],
  // Sprints and phases.
  ["a sprint's title", [["Sprint 1.2: Pages", "Sprint 1.2: Shop Pages"]], ["sprint 1.2 title: Pages → Shop Pages"]],
  ["a sprint's weeks", [["Pages (Week 2)", "Pages (Weeks 2-3)"]], ["sprint 1.2 weeks: 2 → 2-3"]],
  [
    "a sprint with dates",
    [["Pages (Week 2)", "Pages (2026-03-02 to 2026-03-06)"]],
    ["sprint 1.2 dates: nothing → 2026-03-02/2026-03-06", "sprint 1.2 weeks: 2 → nothing"],
  ],
  [
    "a sprint's number, references with it",
    [
      ["### Sprint 1.2", "### Sprint 1.3"],
      ["| Sprint 1.2 |", "| Sprint 1.3 |"],
      ["↓\nSprint 1.2", "↓\nSprint 1.3"],
      ["parallel with 1.2", "parallel with 1.3"],
    ],
    ["sprint 1.3 renumbered: 1.2 → 1.3"],
  ],
  ["a new sprint", [["## Phase 2", NEW_SPRINT]], ["added sprint 1.3", "added member 1.3 Ada", "added task 1.3.1"]],
  [
    "a sprint in another phase",
    [
      ["## Phase 2: Launch (Week 3)\n\n", ""],
      ["### Sprint 1.2", "## Phase 2: Launch (Week 3)\n\n### Sprint 1.2"],
    ],
    ["sprint 1.2 moved: 1 → 2"],
  ],
  [
    "a phase's title and weeks",
    [["Launch (Week 3)", "Take-off (Weeks 3-4)"]],
    ["phase 2 title: Launch → Take-off", "phase 2 weeks: 3 → 3-4"],
  ],
  ["a stated total", [["22 hours (48", "24 hours (46"]], ["sprint 1.1 statedHours: 22 → 24", "sprint 1.1 statedBuffer: 48 → 46"]],
  ["a stated capacity", [["- Total: 70", "- Total: 80"]], ["sprint 1.1 statedCapacity: 70 → 80"]],
  [
    "a stated total taken out",
    [[/\*\*Total Est.*\n/, ""]],
    ["sprint 1.1 statedHours: 22 → nothing", "sprint 1.1 statedBuffer: 48 → nothing"],
  ],
  // People.
  ["a member's hours", [["- Ben: 30", "- Ben: 20"]], ["member 1.1 Ben capacity: 30 → 20"]],
  ["a member's hours that nobody can read", [["- Ben: 30 hours", "- Ben: sometimes"]], ["member 1.1 Ben capacity: 30 → sometimes"]],
  ["a new member", [["- Ben: 30", "- Cleo: 10 hours\n- Ben: 30"]], ["added member 1.1 Cleo"]],
  ["a member gone, whose work stays", [["- Ben: 40 hours\n", ""]], ["removed member 1.2 Ben"]],
  [
    "somebody in place of somebody",
    [
      [/- Ben/g, "- Cleo"],
      [/\| Ben/g, "| Cleo"],
      ["+ Ben", "+ Cleo"],
    ],
    [
      "added member 1.1 Cleo",
      "added member 1.2 Cleo",
      "removed member 1.1 Ben",
      "removed member 1.2 Ben",
      "task 1.1.3 assignees: −Ben +Cleo",
      "task 1.1.4 assignees: −Ben +Cleo",
      "task 1.2.1 assignees: −Ben +Cleo",
      "task 1.2.3 assignees: −Ben +Cleo",
    ],
  ],
  ["a name in the lists of people alone", [[/- Ben/g, "- Bens"]], ["member 1.1 Bens name: Ben → Bens", "member 1.2 Bens name: Ben → Bens"]],
  // Gates, milestones, criteria, the plan itself.
  ["a gate that became soft", [["Must wait for 1.1", "Can partially parallel with 1.1"]], ["gate 1.1 → 1.2 kind: hard → overlap"]],
  ["a gate to another sprint", [["parallel with 1.2", "parallel with 1.1"]], ["added gate 1.1 → 2.1", "removed gate 1.2 → 2.1"]],
  [
    "a gate gone",
    [
      [" ← Can partially parallel with 1.2", ""],
      ["    ↓\nSprint 2.1", "Sprint 2.1"],
    ],
    ["removed gate 1.2 → 2.1"],
  ],
  ["a milestone's week", [["First Order (Week 2)", "First Order (Week 3)"]], ["milestone 1 week: 2 → 3"]],
  ["a milestone's title", [["First Order", "First Paid Order"]], ["milestone 1 title: First Order → First Paid Order"]],
  ["an item of a milestone done", [["[ ] Somebody has paid", "[x] Somebody has paid"]], ["milestone 1 done: 0 → 1"]],
  [
    "one item of a milestone more",
    [["- [ ] Somebody has paid", "- [ ] Somebody has paid\n- [ ] And was glad"]],
    ["milestone 1 items: 2 → 3"],
  ],
  ["a criterion met", [["[ ] Migrations", "[x] Migrations"]], ["criterion 1.1 Migrations run twice done: false → true"]],
  [
    "a criterion in other words",
    [["Migrations run twice", "Migrations run twice each"]],
    ["criterion 1.1 Migrations run twice each text: Migrations run twice → Migrations run twice each"],
  ],
  ["a new criterion", [["- [ ] Migrations", "- [ ] Backups work\n- [ ] Migrations"]], ["added criterion 1.1 Backups work"]],
  ["the plan's title", [["# A Shop", "# The Shop"]], ["plan The Shop title: A Shop → The Shop"]],
  ["the plan's length", [["3 weeks", "4 weeks"]], ["plan A Shop duration: −3 weeks +4 weeks"]],
  ["its working hours", [["hoursPerDay: 8", "hoursPerDay: 6"]], ["plan A Shop configuration: +calendar.hoursPerDay: 6"]],
  ["its first day", [["hoursPerDay: 8", "start: 2026-03-02"]], ["plan A Shop configuration: +calendar.start: 2026-03-02"]],
  // Several at once.
  [
    "an estimate with its sums",
    [
      ["| 8 | Ada | 1.1.1 ", "| 10 | Ada | 1.1.1 "],
      ["22 hours (48", "24 hours (46"],
    ],
    ["sprint 1.1 statedHours: 22 → 24", "sprint 1.1 statedBuffer: 48 → 46", "task 1.1.2 estimate: 8 → 10"],
  ],
  [
    "a task moved, a task done, a member less",
    [
      [PAY, ""],
      [INVITE, `${PAY}${INVITE}`],
      ["High | Open |", "High | Done |"],
      ["- Ben: 40 hours\n", ""],
    ],
    ["removed member 1.2 Ben", "task 1.1.2 status: nothing → done", "task 1.2.3 moved: 1.2 → 2.1"],
  ],
  [
    "a row with every cell new",
    [[PAY, "| **1.2.3** | Send reminders | 3 | Ada | None | Low | Done |\n"]],
    ["added task 1.2.3", "removed task 1.2.3"],
  ],
];

/** Edits of the text that leave the plan as it is. */
export const cosmeticEdits: readonly (readonly [name: string, edits: readonly Edit[]])[] = [
  ["none at all", []],
  ["other line ends", [[/\n/g, "\r\n"]]],
  ["padded cells", [[/ \| /g, "   |  "]]],
  ["bare cells", [[/ \| /g, "|"]]],
  ["blank lines", [[/\n\n/g, "\n\n\n"]]],
  ["no emphasis", [[/\*\*/g, ""]]],
  ["italic titles", [["Pay by invoice", "*Pay* by invoice"]]],
  [
    "prose at another place",
    [
      ["Some words about storage.\n\n", ""],
      ["#### Definition", "Some words about storage.\n\n#### Definition"],
    ],
  ],
  ["other prose", [["Some words", "Many more words"]]],
  [
    "other units",
    [
      ["| 8 | Ada | 1.1.1 ", "| 480 min | Ada | 1.1.1 "],
      ["| 6 | Ben | 1.1.1-", "| 6 hours | Ben | 1.1.1-"],
      ["| 12 |", "| 1.5d |"],
    ],
  ],
  ["members in another order", [["- Ada: 40 hours\n- Ben: 30 hours\n", "- Ben: 30 hours\n- Ada: 40 hours\n"]]],
  ["people in another order", [["Ada + Ben", "Ben, Ada"]]],
  ["dependencies in another order", [["1.2.1, 1.1.2", "1.1.2; 1.2.1"]]],
  ["a range written out", [["1.1.1-1.1.2", "1.1.1, 1.1.2"]]],
  ["a dependency twice", [["1.2.1, 1.1.2", "1.2.1, 1.1.2, 1.2.1"]]],
  [
    "other words for all and none",
    [
      ["| All | Medium", "| All above | Medium"],
      ["| None | Low | Done", "| - | Low | Done"],
    ],
  ],
  [
    "another case",
    [
      ["| Ada | None", "| ada | None"],
      ["| High | Open", "| HIGH | open"],
    ],
  ],
  ["open tasks without a word", [[/\| Open \|/g, "| |"]]],
  [
    "rows in another order where nothing counts on it",
    [
      [SKETCH, ""],
      [PAY, `${PAY}${SKETCH}`],
    ],
  ],
  ["a gate told again", [["Sprint 1.2 ← Must wait for 1.1", "Sprint 1.2 ← Must wait for 1.1\nSprint 1.2 ← Must wait for 1.1"]]],
  ["a comment", [["Some words", "<!-- why not --> Some words"]]],
];

/** A plan with what is known of it, by its own configuration. */
export function factsOf(text: string): Facts {
  const read = readConfigured(createSource("plan.md", text), []);
  if (read.kind !== "plan") throw new Error(`a plan is expected, not a ${read.kind}`);
  return computeFacts(read.plan, read.config);
}

export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, [from, to]) => {
    if (typeof from === "string" ? !now.includes(from) : now.search(from) < 0) throw new Error(`nothing to replace: ${from}`);
    return now.replace(from, to);
  }, text);
}

/** `task 1.1.2 estimate: 8 → 6`, `task 1.1.3 dependencies: −1.1.1 +1.1.4`, `added member 1.1 Cleo`. */
export function told(change: PlanChange): string {
  if ("item" in change) return `${change.kind} ${named(change.item)}`;
  const { head, kind, field, before, after, gained, lost } = change;
  const verb = kind === "changed" ? field : kind;
  const lists = [...lost.map((each) => `−${each}`), ...gained.map((each) => `+${each}`)].join(" ");
  return `${named(head)} ${verb}: ${lists === "" ? `${shown(before)} → ${shown(after)}` : lists}`;
}

function named({ subject, sprint, id }: PlanItem): string {
  return subject === "member" || subject === "criterion" ? `${subject} ${sprint} ${id}` : `${subject} ${id}`;
}

function shown(value: FieldValue | undefined): string {
  return value === undefined ? "nothing" : `${value}`;
}
