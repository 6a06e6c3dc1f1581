import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { show } from "../src/commands/show.ts";
import { dataOf, planOf, samplePlan, settings, textOf } from "./command-plans.ts";

const odd = planOf(`\
# Odd

## Phase 1: Begin (Weeks 1-2)

### Sprint 1.1: First (Week 1)

#### Team Capacity

- Backend Engineer: 40 hours

#### Tasks

| Task | Description | Hours | Owner | Dependencies | Notes |
|---|---|---|---|---|---|
| 1.1.1 | A | 2-4 | BE1 | None | x |
| 1.1.2 | B | 3 | Zoe | 1.1.1-1.1.1, the bank | x |
| 1.1.3 | C | 3 | All | All tests, 1.1.9 | x |
| 1.1.4 | D | 1 | BE1 | - | x |
| **Total** | | 8 | | | |

**Total Estimated Hours**: 8 hours (32 hours buffer)
`);

test("the outline comes first, then what to look at, then how tables and numbers were read", () => {
  expect(textOf("show", show(odd, settings()))).toBe(`\
Odd
reading: joint split, all attend, overlap inherit

outline
sprint       window     tasks  hours  criteria
───────────  ─────────  ─────  ─────  ────────
1 Begin      weeks 1-2
  1.1 First  week 1         4   10 h

not read as tasks
line  text   why
────  ─────  ─────────────
  19  Total  it is a total

dependencies to look at
line  task   written    taken for
────  ─────  ─────────  ─────────────────────────────
  16  1.1.2  the bank   something outside of the plan
  17  1.1.3  All tests  1.1.1 and 1.1.2
  17  1.1.3  1.1.9      no such task: 1.1.9

names
written  taken for                 in
───────  ────────────────────────  ───
BE1      Backend Engineer          1.1
Zoe      nobody in the team lists  1.1

columns
tables  line  taken for
──────  ────  ──────────────────────────────────────────────────────────────────
     1  13    Task: id, Description: title, Hours: estimate, Owner: assignee,
              Dependencies: dependencies, Notes: not read

stated
sprint  hours  buffer  capacity  team
──────  ─────  ──────  ────────  ──────────────────────
1.1       8 h    32 h            Backend Engineer: 40 h

dependencies
written as         times  tasks
─────────────────  ─────  ─────
an id                  1      0
a range                1      1
a group                1      2
something outside      1      0

4 tasks in 1 sprint, 3 dependencies; 3 dependencies to look at (\`--format json\` lists every task)
`);
});

test("a task in numbers: what was written, and what it was taken for", () => {
  const data = dataOf("show", show(odd, settings()));
  expect(data).toHaveProperty("tasks.0.estimate", { low: 2, high: 4 });
  expect(data).toHaveProperty("tasks.0.members", ["Backend Engineer"]);
  expect(data).toHaveProperty("tasks.2", {
    id: "1.1.3",
    title: "C",
    sprint: "1.1",
    estimate: { hours: 3 },
    assignees: ["All"],
    members: ["Backend Engineer"],
    dependencies: ["1.1.1", "1.1.2"],
    references: [
      { text: "All tests", kind: "group", tasks: ["1.1.1", "1.1.2"] },
      { text: "1.1.9", kind: "id", tasks: [] },
    ],
    line: 17,
  });
});

test("a sprint in numbers", () => {
  const data = dataOf("show", show(odd, settings()));
  expect(data).toMatchObject({ title: "Odd", phases: [{ id: "1", title: "Begin", weeks: { first: 1, last: 2 }, sprints: ["1.1"] }] });
  expect(data).toHaveProperty("sprints.0", {
    id: "1.1",
    title: "First",
    phase: "1",
    weeks: { first: 1, last: 1 },
    window: { start: 0, end: 40 },
    team: [{ name: "Backend Engineer", capacity: 40 }],
    stated: { hours: 8, buffer: 32 },
    tasks: ["1.1.1", "1.1.2", "1.1.3", "1.1.4"],
    criteria: [],
    risks: [],
  });
  expect(data).toHaveProperty("unread", [{ line: 19, kind: "total" }]);
});

test("the whole sample is there", () => {
  const outcome = show(samplePlan("backend-refactoring.md"), settings());
  const data = dataOf("show", outcome);
  expect(data).toHaveProperty("tasks.length", 107);
  expect(data).toHaveProperty("gates.length", 8);
  expect(data).toHaveProperty("milestones.length", 4);
  expect(data).toHaveProperty("unread", []);
  const lines = textOf("show", outcome).trimEnd().split("\n");
  expect(lines.at(-1)).toBe("107 tasks in 8 sprints, 375 dependencies; 4 dependencies to look at (`--format json` lists every task)");
  expect(lines).toContain("4 parallel claims  Weeks 1-2, Week 3, Weeks 4-5 and Weeks 6-7");
});

test("damage is counted with an example", () => {
  const text = textOf("show", show(planOf("# Plan\n\nâœ… sound\n"), settings()));
  expect(text).toContain("1 double-encoded place, such as `âœ…` read as `✅`; `sprintplan check --fix` repairs what is certain\n");
  expect(text).toContain("0 tasks, 0 dependencies; nothing unread (a task table has");
});

test("`All` is every task above, and the line is where it was written", () => {
  const text = readFileSync(new URL("../plans/minimal.md", import.meta.url), "utf8");
  const data = dataOf("show", show(planOf(text), settings()));
  expect(data).toHaveProperty("tasks.5.references", [{ text: "All", kind: "all", tasks: ["1.1", "1.2", "1.3", "1.4", "1.5"] }]);
  expect(data).toHaveProperty("tasks.5.line", text.split("\n").findIndex((line) => line.includes("**1.6**")) + 1);
});
