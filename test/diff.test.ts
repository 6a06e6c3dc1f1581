import { expect, test } from "vitest";
import { UsageError } from "../src/commands/command.ts";
import { readConditions } from "../src/commands/diff/conditions.ts";
import { diff } from "../src/commands/diff/diff.ts";
import { defaultConfig } from "../src/config.ts";
import { diffSchema } from "../src/report/schema-diff.ts";
import { BASE, diffOf, edited, sideOf, written } from "./diff-plans.ts";

type Edit = readonly [from: string, to: string];

const LONGER_PIPES: Edit = ["| 8 | Ada", "| 14 | Ada"];
const TOO_MUCH: Edit = ["| 16 | Ben", "| 40 | Ben"];
const NEIGHBOURS: Edit = ["| 1.4 | Inspect", "| 1.4 | Ask the neighbours | 2 | Ben | 1.1 | Low |\n| 1.5 | Inspect"];

function textOf(...edits: readonly Edit[]): string {
  return written([diffOf(BASE, edited(BASE, ...edits))], "text");
}

test("a longer task moves the end, and says so first", () => {
  const text = textOf(LONGER_PIPES);
  expect(text).toMatch(/^the end moves 2 h later \(82 h → 84 h\); 2 findings are new\n/);
  expect(text).toContain("1 Plumbing\n~ 1.2 Lay the pipes: estimate 8 h → 14 h\n");
  expect(text).toMatch(/^critical path +38 h +44 h +\+6 h$/m);
  expect(text).toMatch(/^Ada in sprint 1 +12 h, 60 % +18 h, 90 % +\+6 h$/m);
  expect(text).toContain("error the total of sprint 1 says 20 h, its 4 tasks sum to 26 h [wrong-total] plans/kitchen.md:21:28\n");
});

test("whoever has too much to do is named in the first line", () => {
  expect(textOf(TOO_MUCH)).toMatch(/^the end moves 6 days later \(82 h → 130 h\); Ben is now at 200 % in sprint 2; /);
});

test.each<readonly [string, readonly Edit[], string]>([
  [
    "an inserted task",
    [NEIGHBOURS, ["| 1.4 | Low", "| 1.5 | Low"]],
    "+ 1.4 Ask the neighbours (2 h, Ben, after 1.1)\n~ 1.5 Inspect the pipes: was 1.4\n",
  ],
  ["references that do not follow", [NEIGHBOURS], "~ 2.1 Lay the tiles: now waits for 1.4; no longer waits for 1.4 (now 1.5)\n"],
  ["a removed task", [["| 1.3 | Buy the tiles | 4 | Ben | None | Low |\n", ""]], "- 1.3 Buy the tiles (4 h, Ben)\n"],
  [
    "a run of new numbers",
    [
      ["| 1.3 | Buy", "| 1.4 | Buy"],
      ["| 1.4 | Inspect the pipes | 4 | Ben | 1.2, 1.3", "| 1.5 | Inspect the pipes | 4 | Ben | 1.2, 1.4"],
      ["| 1.4 | Low", "| 1.5 | Low"],
    ],
    "~ 1.4–1.5: were 1.3–1.4\n",
  ],
  ["another title", [["Turn the water off", "Turn off the water"]], "~ 1.1 Turn off the water: was called Turn the water off\n"],
  ["other people", [["| 4 | Ben | None", "| 4 | Ada + Ben | None"]], "~ 1.3 Buy the tiles: assignees Ben → Ada and Ben\n"],
  ["another window", [["(Week 2)", "(Weeks 2-3)"]], "~ sprint 2 Tiles: weeks 2 → 2-3\n"],
  ["another capacity", [["- Ada: 20", "- Ada: 24"]], "~ Ada: capacity 20 h → 24 h\n"],
  ["a checked criterion", [["- [ ] No water", "- [x] No water"]], "~ criterion No water on the floor: now checked\n"],
  [
    "a criterion with another number",
    [["- [ ] No water on", "- [ ] At most 20 drops of water on"]],
    "~ criterion At most 20 drops of water on the floor: was No water on the floor\n",
  ],
  ["a stated total", [["**Total Estimated Hours**: 20", "**Total Estimated Hours**: 21"]], "stated hours 20 h → 21 h"],
  ["another risk", [["| 1.1 | Low", "| 1.1 | High"]], "~ 1.2 Lay the pipes: risk low → high\n"],
])("%s is one line", (_name, edits, line) => {
  expect(textOf(...edits)).toContain(line);
});

test("tasks that wait for each other have no end", () => {
  const text = textOf(["Ada | None", "Ada | 1.4"]);
  expect(text).toMatch(/^tasks wait for each other now: no end can be told any more; /);
  expect(text).toMatch(/^critical path +38 h +–$/m);
});

test("without an end there is nothing to say of sprints, milestones and findings that hang on it", () => {
  const cycle = edited(BASE, ["Ada | None", "Ada | 1.4"]);
  const longer = edited(BASE, ["| 8 | Ada", "| 40 | Ada"]);
  const lost = written([diffOf(longer, cycle)], "text");
  expect(lost).toMatch(/^tasks wait for each other now: no end can be told any more; \d+ findings? (?:is|are) new\n/);
  expect(lost).not.toMatch(/sprint 1 ends|critical path\nbefore/);
  expect(lost).toContain("\nfindings resolved, or not to be told while tasks wait for each other\n");
  expect(written([diffOf(cycle, BASE)], "text")).toMatch(/^tasks no longer wait for each other: the end is after 82 h/);
});

const WITHOUT_HOURS = BASE.replaceAll(/\| \d+ \| (?=Ada|Ben)/g, "|  | ");

test.each<readonly [string, string, string, string]>([
  ["no task is left", BASE, "# Kitchen\n", "no task is left of 6; "],
  ["the first tasks", "# Kitchen\n", BASE, "the first tasks of the plan: 6 tasks, 42 h, the end is after 82 h; "],
  ["hours that went", BASE, WITHOUT_HOURS, "no hours are stated any more that tell an end; "],
  ["hours that came", WITHOUT_HOURS, BASE, "the end is after 82 h; no hours told one before; "],
])("%s: the verdict speaks of no end that moves", (_name, base, head, verdict) => {
  expect(written([diffOf(base, head)], "text").startsWith(verdict)).toBe(true);
});

test("a plan without hours has no end, and no effect on one", () => {
  const renamed = edited(WITHOUT_HOURS, ["Buy the tiles", "Choose the tiles"]);
  const text = written([diffOf(WITHOUT_HOURS, renamed)], "text");
  expect(text).toBe("1 change, and no hours that tell an end\n\n1 Plumbing\n~ 1.3 Choose the tiles: was called Buy the tiles\n");
});

test("a file with another name is told by its old one", () => {
  const sides = { base: sideOf(BASE, defaultConfig, "plans/old.md"), head: sideOf(BASE) };
  const renamed = diff(sides, { base: "main", head: "working tree" });
  expect(written([renamed], "text")).toBe("no change in the plan; the file was `plans/old.md`\n");
  expect([written([renamed], "markdown"), renamed.changed]).toEqual(["", false]);
  expect(diffSchema.parse(JSON.parse(JSON.stringify(renamed.data)))).toMatchObject({ renamedFrom: "plans/old.md" });
  expect(written([diff(sides, { base: "plans/old.md", head: "plans/kitchen.md" })], "text")).toBe("no change in the plan\n");
});

test("another start is told with the end, and a setting once", () => {
  const from = (start: string) => sideOf(BASE, { ...defaultConfig, calendar: { ...defaultConfig.calendar, start } });
  const text = written([diff({ base: from("2026-01-05"), head: from("2026-02-02") }, { base: "main", head: "working tree" })], "text");
  expect(text).toMatch(/^the end stays at 82 h; the start moves from 2026-01-05 to 2026-02-02\n/);
  expect(text).toContain("~ the plan: calendar.start 2026-01-05 → 2026-02-02\n");
  const dated = edited(BASE, ["(Week 1)", "(Jan 5 - Jan 9, 2026)"], ["(Week 2)", "(Jan 12 - Jan 16, 2026)"]);
  const later = edited(dated, ["(Jan 12 - Jan 16, 2026)", "(Jan 19 - Jan 23, 2026)"], ["(Jan 5 - Jan 9, 2026)", "(Jan 12 - Jan 16, 2026)"]);
  expect(written([diffOf(dated, later)], "text")).toMatch(/^the end stays at 82 h; the start moves from 2026-01-05 to 2026-01-12\n/);
});

test("only numbers that count on are told as a run", () => {
  const swapped = textOf(["| 1.2 | Lay", "| 1.x | Lay"], ["| 1.3 | Buy", "| 1.2 | Buy"], ["| 1.x | Lay", "| 1.3 | Lay"]);
  expect(swapped).toContain("~ 1.3 Lay the pipes: was 1.2\n~ 1.2 Buy the tiles: was 1.3\n");
});

test("weeks of a new sprint are called so", () => {
  const head = `${BASE}\n## Sprint 3: Paint (Weeks 3-4)\n\n| Task | Description | Hours |\n|---|---|---|\n| 3.1 | Paint the walls | 4 |\n`;
  expect(written([diffOf(BASE, head)], "text")).toContain("+ sprint 3 Paint (weeks 3-4)\n");
});

test("findings follow their tasks to other numbers and hours", () => {
  const wrong = edited(BASE, ["| 1.2, 1.3 |", "| 1.2, 1.3, 9.9 |"], ["**Total Estimated Hours**: 20", "**Total Estimated Hours**: 19"]);
  const { data } = diffOf(
    wrong,
    edited(
      wrong,
      ["| 1.4 | Inspect", "| 1.4 | Ask the neighbours | 2 | Ben | 1.1 | Low |\n| 1.5 | Inspect"],
      ["| 1.4 | Low", "| 1.5 | Low"],
    ),
  );
  expect(diffSchema.parse(JSON.parse(JSON.stringify(data))).diagnostics).toEqual({ new: [], resolved: [] });
});

test("nothing to tell is told on a terminal, and nowhere else", () => {
  const same = diffOf(BASE, BASE);
  expect(written([same], "text")).toBe("no change in the plan\n");
  expect([written([same], "markdown"), same.changed, same.diagnostics]).toEqual(["", false, []]);
  const reworded = diffOf(BASE, `${BASE.replaceAll("| None |", "|   None |")}\nSome words.\n`);
  expect(written([reworded], "text")).toBe("no change in the plan, only its wording or layout\n");
  expect([written([reworded], "markdown"), reworded.changed]).toEqual(["", false]);
});

test("a plan that came or went is one line", () => {
  expect(written([diffOf(undefined, BASE)], "text")).toBe("a new plan: 6 tasks, 42 h, the end is after 82 h; 2 findings\n");
  expect(written([diffOf(BASE, undefined)], "text")).toBe("the plan is removed: 6 tasks\n");
});

test("programs get everything", () => {
  const { data } = diffOf(BASE, edited(BASE, LONGER_PIPES));
  expect(diffSchema.parse(JSON.parse(JSON.stringify(data)))).toMatchObject({
    base: "main",
    head: "working tree",
    status: "changed",
    changes: [{ kind: "changed", subject: "task", id: "1.2", sprint: "1", line: 17, field: "estimate", before: 8, after: 14 }],
    effect: { duration: { before: 38, after: 44, delta: 6 }, finish: { before: 82, after: 84, delta: 2 }, hours: { delta: 6 } },
    criticalPath: { before: ["1.1", "1.2", "1.4", "2.1", "2.2"], after: ["1.1", "1.2", "1.4", "2.1", "2.2"] },
    members: [{ sprint: "1", name: "Ada", before: { load: 12, utilization: 0.6 }, after: { load: 18, utilization: 0.9 } }],
    diagnostics: { new: [{ rule: "levelled-overrun" }, { rule: "wrong-total", start: { line: 21, column: 28 } }], resolved: [] },
  });
});

test.each<readonly [string, Edit, readonly string[]]>([
  ["slip", LONGER_PIPES, ["diff/slip: the end moves 2 h later (82 h → 84 h)"]],
  ["slip > 1.5h", LONGER_PIPES, ["diff/slip: the end moves 2 h later (82 h → 84 h), allowed are 1.5 h"]],
  ["slip>2h", LONGER_PIPES, []],
  ["slip>5d", TOO_MUCH, ["diff/slip: the end moves 6 days later (82 h → 130 h), allowed are 5 d"]],
  ["slip>2w", TOO_MUCH, []],
  ["slip", ["| 8 | Ada", "| 7 | Ada"], []],
  ["slip", ["Ada | None", "Ada | 1.4"], ["diff/slip: the end cannot be told any more: tasks wait for each other"]],
  ["slip>1w", ["# Kitchen", "# Kitchen\n\n<!--"], ["diff/slip: the end cannot be told any more: no task has hours"]],
  ["longer-path>4h", LONGER_PIPES, ["diff/longer-path: the end of the critical path moves 6 h later (38 h → 44 h), allowed are 4 h"]],
  ["longer-path>1d", LONGER_PIPES, []],
  ["new-error", LONGER_PIPES, ["diff/new-error: 1 error is new: the total of sprint 1 says 20 h, its 4 tasks sum to 26 h"]],
  ["new-error", ["water off", "water on"], []],
  [
    "new-warning",
    LONGER_PIPES,
    [
      "diff/new-warning: 2 warnings and errors are new, the first: with its people sprint 1 takes 42 h, and it has 40 h, though its critical path takes only 22 h",
    ],
  ],
  ["new-warning", ["water off", "water on"], []],
  ["new-finding", ["| 8 | Ada", "|  | Ada"], ["diff/new-finding"]],
  ["new-finding", ["water off", "water on"], []],
  ["over-capacity", TOO_MUCH, ["diff/over-capacity: `Ben` is now asked for 40 h in sprint 2 and has 20 h"]],
  ["over-capacity", LONGER_PIPES, []],
  ["over-capacity,slip", TOO_MUCH, ["diff/over-capacity", "diff/slip"]],
])("%s %j gives %j", (conditions, edit, expected) => {
  const { diagnostics } = diffOf(BASE, edited(BASE, edit), conditions);
  const found = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  expect(found).toHaveLength(expected.length);
  for (const [index, start] of expected.entries()) expect(found[index].startsWith(start)).toBe(true);
});

test("a milestone may not be reached late", () => {
  const withMilestone = `${edited(BASE, ["| 16 | Ben", "| 12 | Ben"])}\n## Milestones\n\n### Week 2: Tiles laid (Sprint 2)\n- [ ] Photos taken\n`;
  const later = edited(withMilestone, ["| 12 | Ben", "| 40 | Ben"]);
  const found = diffOf(withMilestone, later, "late-milestone").diagnostics.map(({ rule }) => rule);
  expect(found).toEqual(["diff/late-milestone"]);
  expect(diffOf(withMilestone, later, "late-milestone>4w").diagnostics).toEqual([]);
  expect(diffOf(later, withMilestone, "late-milestone").diagnostics).toEqual([]);
});

test.each([
  ["slipp", "unknown condition `slipp`, did you mean `slip`?"],
  ["", "a condition is missing, known are slip, longer-path, new-error, new-warning, new-finding, over-capacity, late-milestone"],
  ["slip>", "`slip>` is no condition, write one like `slip>1d`, `longer-path>4h` or `new-error`"],
  ["slip>1", "`slip>1` is no condition, write one like `slip>1d`, `longer-path>4h` or `new-error`"],
  ["slip>-1d", "`slip>-1d` is no condition, write one like `slip>1d`, `longer-path>4h` or `new-error`"],
  ["slip<1d", "unknown condition `slip<1d`"],
  ["new-error>1d", "`new-error>1d` takes no amount: `new-error` holds or does not"],
])("%j is no condition", (text, message) => {
  expect(() => readConditions(text)).toThrow(UsageError);
  expect(() => readConditions(text)).toThrow(message);
});
