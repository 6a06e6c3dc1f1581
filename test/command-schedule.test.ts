import { describe, expect, test } from "vitest";
import { UsageError } from "../src/commands/command.ts";
import type { Gantt, Outcome } from "../src/commands/outcome.ts";
import { schedule } from "../src/commands/schedule/schedule.ts";
import { dayWords, momentWords, spanWords } from "../src/commands/schedule/times.ts";
import { dataOf, planOf, samplePlan, settings, sprintPlan, textOf } from "./command-plans.ts";

const sample = samplePlan("backend-refactoring.md");
const feasible = samplePlan("backend-refactoring-feasible.md");

/** There is one best schedule, and one way to it. */
const small = planOf(
  sprintPlan(
    [
      ["1.1 | Dig | 16 | Ada | None", "1.2 | Build | 20 | Ada | 1.1", "1.3 | Paint | 8 | Ben | 1.1"],
      ["2.1 | Move in | 4 | Ada + Ben | 1.3"],
    ],
    ["Ada: 40 hours", "Ben: 40 hours"],
  ),
);

test("the screen of a small plan", () => {
  expect(textOf("schedule", schedule(small, settings(), {}))).toBe(`\
reading: joint split, all attend, overlap inherit
no sprint starts before its window
hours count from the start of the plan; \`--start <date>\` adds dates

1 S1
task  title  people  from–to  slack
────  ─────  ──────  ───────  ─────
1.1   Dig    Ada        0–16    4 h
1.2   Build  Ada       16–36    4 h
1.3   Paint  Ben       16–24   16 h

2 S2
task  title    people    from–to     slack
────  ───────  ────────  ───────  ────────
2.1   Move in  Ada, Ben    40–42  critical

sprints
sprint  from–to  window
──────  ───────  ──────
1 S1       0–36    0–40
2 S2      40–42   40–80

people
member  load  idle  used
──────  ────  ────  ────
Ada     38 h   4 h  90 %
Ben     10 h  16 h  38 %

why it ends then
task  from–to  why not earlier
────  ───────  ────────────────────────────────
2.1     40–42  waits for the window of sprint 2

42 h (1 week 2 h), optimal (proved); every sprint ends in its window
`);
});

test("of the same plan, in numbers", () => {
  expect(dataOf("schedule", schedule(small, settings(), {}))).toEqual({
    makespan: 42,
    lowerBound: 42,
    optimal: true,
    tick: 1,
    rounded: [],
    sprints: [
      { id: "1", start: 0, finish: 36, window: { start: 0, end: 40 }, overrun: 0 },
      { id: "2", start: 40, finish: 42, window: { start: 40, end: 80 }, overrun: 0 },
    ],
    tasks: [
      { id: "1.1", sprint: "1", start: 0, finish: 16, slack: 4, critical: false, members: ["Ada"] },
      { id: "1.2", sprint: "1", start: 16, finish: 36, slack: 4, critical: false, members: ["Ada"] },
      { id: "1.3", sprint: "1", start: 16, finish: 24, slack: 16, critical: false, members: ["Ben"] },
      { id: "2.1", sprint: "2", start: 40, finish: 42, slack: 0, critical: true, members: ["Ada", "Ben"] },
    ],
    members: [
      { name: "Ada", load: 38, idle: 4 },
      { name: "Ben", load: 10, idle: 16 },
    ],
    chain: [{ task: "2.1", reason: "window", sprint: "2" }],
  });
});

test("the chain says what each of its tasks waits for", () => {
  const gates = "\n## Critical Path\n\n```\nSprint 1\n    ↓\nSprint 2 ← Must wait for 1\n```\n";
  const rows = [["1.1 | A | 20 | Ada | None", "1.2 | B | 12 | Ben | 1.1", "1.3 | C | 30 | Ben | 1.2"], ["2.1 | D | 4 | Ada | None"]];
  const outcome = schedule(planOf(sprintPlan(rows) + gates), settings(), {});
  expect(dataOf("schedule", outcome)).toMatchObject({
    chain: [
      { task: "1.1", reason: "start" },
      { task: "1.2", reason: "task", behind: "1.1" },
      { task: "1.3", reason: "task", behind: "1.2" },
      { task: "2.1", reason: "gate", behind: "1.3", gate: { from: "1", to: "2", kind: "hard" } },
    ],
  });
  const text = textOf("schedule", outcome);
  expect(text).toContain("\n1.1      0–20  nothing to wait for\n1.2     20–32  waits for 1.1\n");
  expect(text).toContain("\n2.1     62–66  gate 1 → 2, behind 1.3\n");
  expect(text).toContain("\n66 h (1 week 3 days 2 h), optimal (proved); 1 of 2 sprints ends after its window\n");
  const shared = schedule(planOf(sprintPlan([["1.1 | A | 30 | Ada | None", "1.2 | B | 12 | Ada | None"]])), settings(), {});
  expect(dataOf("schedule", shared)).toMatchObject({ chain: [{ reason: "start" }, { reason: "person", member: "Ada" }] });
});

test("where the first day is known, there are dates", () => {
  const outcome = schedule(small, settings(), { start: "2026-03-02" });
  expect(textOf("schedule", outcome)).toContain("hour 0 is on Mon 2 Mar 2026\n");
  expect(textOf("schedule", outcome)).toContain("until Mon 9 Mar 2026 11:00");
  expect(dataOf("schedule", outcome)).toMatchObject({
    tasks: [{}, {}, {}, { id: "2.1", startTime: "2026-03-09T09:00", finishTime: "2026-03-09T11:00" }],
  });
});

test("a task that does not start at once says what else it waits for", () => {
  const rows = [["1.1 | A | 3 | Ada | None", "1.2 | B | 4 | Ben | 1.1", "1.3 | C | 2 | Ada | 1.2FS+1d"]];
  const text = textOf("schedule", schedule(planOf(sprintPlan(rows, ["Ada: 40 hours", "Ben: 10 hours"])), settings(), {}));
  expect(text).toContain("  waits for 1.1, then until Ben works again\n");
  expect(text).toContain("  waits for 1.2, and the lag after it\n");
});

test("a first day that does not exist is a usage error", () => {
  expect(() => schedule(small, settings(), { start: "2026-02-30" })).toThrow(UsageError);
  expect(() => schedule(small, settings(), { start: "Monday" })).toThrow("the first day is a date such as `2026-03-02`, not `Monday`");
});

test("without windows to wait for, everything starts as soon as it can", () => {
  const outcome = schedule(small, settings(), { asap: true });
  expect(dataOf("schedule", outcome)).toMatchObject({ makespan: 38 });
  expect(textOf("schedule", outcome)).toContain("\nsprints start as soon as they can, windows or not\n");
});

describe("one sprint", () => {
  test("counts from its own start, and from the first day of its window", () => {
    const data = dataOf("schedule", schedule(small, settings(), { sprint: "Sprint 2", start: "2026-03-02" }));
    expect(data).toMatchObject({
      makespan: 2,
      sprints: [{ id: "2", start: 0, finish: 2, window: { start: 0, end: 40 }, overrun: 0 }],
      tasks: [{ id: "2.1", start: 0, finish: 2, startTime: "2026-03-09T09:00" }],
    });
  });

  test("that the plan does not have is a usage error", () => {
    expect(() => schedule(small, settings(), { sprint: "9" })).toThrow(UsageError);
  });
});

describe("strict windows", () => {
  const late = planOf(sprintPlan([["1.1 | A | 30 | Ada | None", "1.2 | B | 12 | Ada | 1.1"]]));

  test("make an error of a sprint that ends late, with its proof", () => {
    const { diagnostics } = schedule(late, settings(), { strict: true });
    expect(diagnostics).toMatchObject([
      {
        rule: "levelled-overrun",
        severity: "error",
        message: "sprint 1 ends 2 h after its window, at 42 h instead of 40 h",
        notes: [
          "no schedule can keep the window of 40 h: by itself the sprint takes its people at least 42 h, each name taken for one person",
        ],
      },
    ]);
    expect(late.source.text.slice(diagnostics[0].span.start, diagnostics[0].span.end)).toBe("### Sprint 1");
  });

  test("say where nothing is proven", () => {
    const pushed = planOf(sprintPlan([["1.1 | A | 60 | Ada | None"], ["2.1 | B | 30 | Ada | None"]]));
    const { diagnostics } = schedule(pushed, settings(), { strict: true });
    expect(diagnostics.map(({ notes }) => notes?.[0].split(":")[0])).toEqual([
      "no schedule can keep the window of 40 h",
      "no schedule that keeps the window was found, which does not prove that there is none",
    ]);
  });

  test("are not proven to be missed by what was only rounded up", () => {
    const rows = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"].map((id) => `${id} | A | 6.6 | Ada | None`);
    const { diagnostics } = schedule(planOf(sprintPlan([rows])), settings(), { strict: true });
    expect(diagnostics.map(({ message, notes }) => [message, ...(notes ?? [])])).toEqual([
      [
        "sprint 1 ends 0.5 h after its window, at 40.5 h instead of 40 h",
        "no schedule that keeps the window was found, which does not prove that there is none",
      ],
    ]);
  });

  test("are no error where they are kept, or nobody asks", () => {
    expect(schedule(small, settings(), { strict: true }).diagnostics).toEqual([]);
    expect(schedule(late, settings(), {}).diagnostics).toEqual([]);
    expect(schedule(feasible, settings(), { strict: true, budget: 50 }).diagnostics).toEqual([]);
  });
});

describe("what had to be assumed is said", () => {
  test("of people without hours in their sprint, once", () => {
    const text = textOf("schedule", schedule(sample, settings(), { budget: 50 }));
    expect(text).toContain("\nwithout hours in their sprint, and taken to work full time: DevOps Engineer (1.1 and 2.3)\n");
  });

  test("of a plan that lists nobody's hours", () => {
    const plan = planOf(sprintPlan([["1.1 | A | 3 | Ada | None"]]));
    expect(textOf("schedule", schedule(plan, settings(), {}))).toContain("\nnobody's hours are listed: everybody works full time\n");
  });

  test("of hours that are no whole ticks", () => {
    const plan = planOf(sprintPlan([["1.1 | A | 0.1 | Ada | None", "1.2 | B | 3 | Ada | None"]]));
    const outcome = schedule(plan, settings(), {});
    expect(textOf("schedule", outcome)).toContain("\nhours rounded up to multiples of 15 minutes: 1.1\n");
    expect(dataOf("schedule", outcome)).toMatchObject({ tick: 0.25, rounded: ["1.1"], makespan: 3.25 });
  });

  test("of holidays that nobody can place", () => {
    const calendar = { holidays: ["2026-03-02"] };
    const words = "the calendar's holidays and days off are left out: nothing says on which day the plan starts";
    expect(textOf("schedule", schedule(small, settings({ calendar }), {}))).toContain(words);
    const placed = schedule(small, settings({ calendar }), { start: "2026-03-02", asap: true });
    expect(textOf("schedule", placed)).not.toContain(words);
    expect(dataOf("schedule", placed)).toMatchObject({ makespan: 46, tasks: [{ startTime: "2026-03-03T09:00" }, {}, {}, {}] });
  });
});

describe("what limits nothing, or less than it could, is said", () => {
  test("tasks that nobody is named for", () => {
    const nobody = planOf(sprintPlan([["1.1 | A | 3 | | None", "1.2 | B | 3 | | 1.1"]]));
    const text = textOf("schedule", schedule(nobody, settings(), {}));
    expect(text).toContain("\nnobody is named for any task: only the order limits that work, not who is free\n");
    expect(text).toContain("\ntask  title  from–to     slack\n");
    const some = planOf(sprintPlan([["1.1 | A | 3 | Ada | None", "1.2 | B | 3 | | 1.1", "1.3 | C | 0 | | 1.2"]]));
    const words = "\nnobody is named for 1.2: only the order limits that work, not who is free\n";
    expect(textOf("schedule", schedule(some, settings(), {}))).toContain(words);
    expect(textOf("schedule", schedule(small, settings(), {}))).not.toContain("nobody is named");
  });

  test("a line for several people", () => {
    const rows = ["1.1 | A | 30 | Carpenters | None", "1.2 | B | 30 | Carpenters | None", "1.3 | C | 3 | Ada | None"];
    const several = planOf(sprintPlan([rows], ["Carpenters: 80 hours", "Ada: 40 hours", "Painters: 80 hours"]));
    const text = textOf("schedule", schedule(several, settings(), {}));
    expect(text).toContain("\ntaken for one person, with one task at a time: Carpenters\n");
  });

  test("tasks that are done or dropped", () => {
    const table = "| Task | Hours | Assignee | Status |\n|---|---|---|---|\n";
    const plan = planOf(`# Plan\n\n${table}| 1 | 3 | Ada | done |\n| 2 | 3 | Ada | dropped |\n| 3 | 3 | Ada | started |\n`);
    const words = "\nscheduled with all of their hours, though done or dropped: 1 and 2\n";
    expect(textOf("schedule", schedule(plan, settings(), {}))).toContain(words);
  });

  test("dates in the plan that do not begin on its first day", () => {
    const table = "| Task | Hours | Assignee |\n|---|---|---|\n| 1.1 | 3 | Ada |\n";
    const plan = planOf(`# Plan\n\n## Sprint 1 (2026-03-02 – 2026-03-13)\n\n${table}`);
    const words = "the dates in the plan, from Mon 2 Mar 2026 on, are counted from that day instead";
    expect(textOf("schedule", schedule(plan, settings(), { start: "2026-02-23" }))).toContain(words);
    for (const start of ["2026-03-01", "2026-03-02"]) {
      expect(textOf("schedule", schedule(plan, settings(), { start }))).not.toContain(words);
    }
    expect(textOf("schedule", schedule(plan, settings(), {}))).not.toContain(words);
  });
});

describe("a chart", () => {
  test("is shown on demand", () => {
    expect(schedule(small, settings(), {}).view.some(({ kind }) => kind === "gantt")).toBe(false);
    expect(schedule(small, settings(), { gantt: true }).view.filter(({ kind }) => kind === "gantt")).toHaveLength(1);
  });

  test("has a group for each sprint, and the milestones of the whole plan", () => {
    const gantt = ganttOf(schedule(sample, settings(), { budget: 50 }));
    expect(gantt.groups.map(({ bars }) => bars.length)).toEqual(sample.sprints.map(({ firstTask, endTask }) => endTask - firstTask));
    expect(gantt.groups[0].window).toEqual({ start: 0, end: 40 });
    expect(gantt.milestones.map(({ due }) => due)).toEqual([40, 120, 240, 320]);
    expect(ganttOf(schedule(sample, settings(), { sprint: "1.1" })).milestones).toEqual([]);
  });
});

test("the chain is set off in the graph", () => {
  const { picture } = schedule(small, settings(), { asap: true });
  expect(picture?.graph.nodes.map(({ id, critical }) => [id, critical])).toEqual([
    ["1.1", true],
    ["1.2", true],
    ["1.3", false],
    ["2.1", true],
  ]);
});

test("a row for each task", () => {
  const { records } = schedule(small, settings(), {});
  expect(records?.columns).toEqual(["id", "title", "sprint", "members", "start", "finish", "slack", "startTime", "finishTime"]);
  expect(records?.rows[3]).toEqual(["2.1", "Move in", "2", "Ada, Ben", 40, 42, 0, undefined, undefined]);
});

test("tasks that wait for each other have no schedule", () => {
  const cyclic = planOf(sprintPlan([["1.1 | A | 3 | | 1.2", "1.2 | B | 2 | | 1.1"]]));
  const outcome = schedule(cyclic, settings({ rules: { "dependency-cycle": "off" } }), { strict: true, gantt: true });
  expect(outcome.view).toEqual([]);
  expect(outcome.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([["dependency-cycle", "error"]]);
  expect(dataOf("schedule", outcome)).toEqual({ sprints: [], tasks: [], members: [], chain: [] });
});

test("a plan without tasks has nothing to schedule", () => {
  const outcome = schedule(planOf("# Nothing\n"), settings(), { gantt: true });
  expect(textOf("schedule", outcome)).toContain("\nno tasks to schedule\n");
  expect(textOf("schedule", outcome)).not.toContain("over time");
});

test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("a budget of %d schedules is a usage error", (budget) => {
  const message = `\`budget\` is a whole number from 1 to 100000000, not ${budget}`;
  expect(() => schedule(small, settings(), { budget })).toThrow(new UsageError(message));
});

test("the same seed gives the same bytes", () => {
  const text = () => textOf("schedule", schedule(sample, settings(), { budget: 100, seed: 7 }));
  expect(text()).toBe(text());
});

describe("times", () => {
  const { calendar } = settings();

  test.each([
    [0, undefined],
    [7, undefined],
    [8, "1 day"],
    [42, "1 week 2 h"],
    [342, "8 weeks 2 days 6 h"],
    [8.5, "1 day 0.5 h"],
  ])("%d h are %s", (hours, words) => {
    expect(spanWords(hours, calendar)).toBe(words);
  });

  test("of days and moments", () => {
    expect(dayWords("2027-01-01T09:00")).toBe("Fri 1 Jan 2027");
    expect(momentWords("2026-03-02T09:30")).toBe("Mon 2 Mar 09:30");
  });
});

function ganttOf({ picture }: Outcome): Gantt {
  if (picture?.gantt === undefined) throw new Error("no chart");
  return picture.gantt;
}

test("a plan without hours is no schedule that could be optimal", () => {
  const outcome = schedule(planOf("| ID | Task | Depends on |\n|---|---|---|\n| 1 | Dig | |\n| 2 | Build | 1 |\n"), settings(), {});
  expect(textOf("schedule", outcome)).toMatch(/\nno task has hours, so that there is nothing to schedule\n$/);
});
