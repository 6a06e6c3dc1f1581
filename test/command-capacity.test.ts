import { expect, test } from "vitest";
import { capacity } from "../src/commands/capacity.ts";
import { dataOf, planOf, samplePlan, settings, sprintPlan, textOf } from "./command-plans.ts";

const plain = { aliases: false, ceremonies: false };
const sample = samplePlan("backend-refactoring.md");
const small = planOf(
  sprintPlan(
    [["1.1 | A | 12 | Ada + Ben | None", "1.2 | B | 3 | All | None", "1.3 | C | 4 | Cy | None"]],
    ["Ada: 8 hours", "Ben: 20 hours", "Dee: 10 hours"],
  ),
);

test("the screen of a small plan", () => {
  expect(textOf("capacity", capacity(small, settings(), plain))).toBe(`\
reading: joint split, all attend, overlap inherit

sprints
sprint  hours  capacity  buffer
──────  ─────  ────────  ──────
1 S1     19 h      38 h    19 h

people
sprint  member  capacity  load   used  remark
──────  ──────  ────────  ────  ─────  ────────
1       Ada          8 h   9 h  113 %  1 h over
        Ben         20 h   9 h   45 %
        Dee         10 h   3 h   30 %

without capacity in their sprint
sprint  task  assignee  hours
──────  ────  ────────  ─────
1       1.3   Cy          4 h

19 h of work for 38 h of capacity, 1 overload, 1 assignment without capacity
`);
});

test("the same in numbers", () => {
  expect(dataOf("capacity", capacity(small, settings(), plain))).toEqual({
    hours: 19,
    capacity: 38,
    sprints: [
      {
        id: "1",
        hours: 19,
        capacity: 38,
        buffer: 19,
        members: [
          { name: "Ada", capacity: 8, load: 9, utilization: 1.125, overload: 1, tasks: ["1.1", "1.2"] },
          { name: "Ben", capacity: 20, load: 9, utilization: 0.45, overload: 0, tasks: ["1.1", "1.2"] },
          { name: "Dee", capacity: 10, load: 3, utilization: 0.3, overload: 0, tasks: ["1.2"] },
        ],
        without: [{ task: "1.3", assignee: "Cy", hours: 4 }],
      },
    ],
  });
});

test("who has no task is said, and so is a plan without teams", () => {
  const idle = planOf(sprintPlan([["1.1 | A | 1 | Ada | None"]], ["Ada: 8 hours", "Ben: 20 hours"]));
  expect(textOf("capacity", capacity(idle, settings(), plain))).toContain("Ben         20 h   0 h   0 %  no task\n");
});

test("without a capacity list, people are known by what they are asked for", () => {
  const teamless = capacity(planOf(sprintPlan([["1.1 | A | 1 | Ada | None", "1.2 | B | 4 | Ada + Ben | None"]])), settings(), plain);
  expect(textOf("capacity", teamless)).toBe(`\
reading: joint split, all attend, overlap inherit

sprints
sprint  hours
──────  ─────
1 S1      5 h

people
sprint  member  load
──────  ──────  ────
1       Ada      3 h
        Ben      2 h

5 h of work; the plan lists nobody's capacity
`);
  const without = [
    { task: "1.1", assignee: "Ada", hours: 1 },
    { task: "1.2", assignee: "Ada", hours: 2 },
    { task: "1.2", assignee: "Ben", hours: 2 },
  ];
  expect(dataOf("capacity", teamless)).toEqual({ hours: 5, capacity: 0, sprints: [{ id: "1", hours: 5, members: [], without }] });
});

test.each([
  [{}, 42],
  [{ joint: "each" }, 46],
  [{ all: "share" }, 122 / 3],
])("the sample's overloaded member with %o", (reading, load) => {
  const data = dataOf("capacity", capacity(sample, settings({ reading }), plain));
  expect(data).toMatchObject({ hours: 590, capacity: 880 });
  expect(data).toHaveProperty("sprints.6.members.0.load", expect.closeTo(load));
  expect(data).toHaveProperty("sprints.6.members.0.overload", expect.closeTo(load - 40));
});

test("aliases are shown with what found them", () => {
  const outcome = capacity(sample, settings(), { ...plain, aliases: true });
  expect(textOf("capacity", outcome)).toContain("BE1         Backend Engineer         initials     1.1\n");
  const first = { written: "BE1", name: "Backend Engineer", step: "initials", sprints: ["1.1"] };
  expect(dataOf("capacity", outcome)).toHaveProperty("aliases.0", first);
});

test("ceremonies take their hours from everybody", () => {
  const outcome = capacity(sample, settings(), { ...plain, ceremonies: true });
  const text = textOf("capacity", outcome);
  expect(text).toContain("5.25 h a person a week, 120.75 h in all, which no capacity line takes off\n");
  expect(text).toContain("2.3 Tests Worth Trusting        99 h     140 h    41 h        21 h      20 h\n");
  expect(text).toContain("Backend Engineer 1           40 h  38 h      5.25 h  108 %  3.25 h over\n");
  expect(dataOf("capacity", outcome)).toMatchObject({ ceremonies: { weekly: 5.25, total: 120.75 } });
});

test("a meeting of each sprint is held once, however many weeks it has", () => {
  const long = sprintPlan([["1.1 | A | 1 | Ada | None"]], ["Ada: 80 hours"]).replace("Week 1", "Weeks 1-2");
  const plan = planOf(`${long}\n## Sprint Ceremonies\n\n### Planning (2 hours)\n\n### Daily Stand-ups (15 minutes)\n`);
  const outcome = capacity(plan, settings(), { ...plain, ceremonies: true });
  expect(dataOf("capacity", outcome)).toMatchObject({ ceremonies: { weekly: 2.25, total: 4.5 } });
});
