import { describe, expect, test } from "vitest";
import { answerIn, runOn } from "./command-line.ts";

const HOURS = "| ID | Task | Hours | Owner |";
const POINTS = "| ID | Task | Points | Owner |";
const TWO = ["1 | Dig | 3 | Ada", "2 | Lay | 5 | Ada"];

interface Parts {
  readonly head?: string;
  readonly heading?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A sprint with a table of these rows. */
function sprint(rows: readonly string[], { head = HOURS, heading = "Sprint 1: Walls (Week 1)", before = "", after = "" }: Parts = {}) {
  return `## ${heading}\n${before}\n${head}\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}\n${after}`;
}

const told = (plan: string) => answerIn(runOn(plan, "check")).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
const repaired = (plan: string) => runOn(plan, "check --fix").plan;

describe("a total in points", () => {
  test("in a row", () => {
    expect(told(sprint([...TWO, "**Total** | | **9** |"], { head: POINTS }))).toMatchInlineSnapshot(`
      [
        "wrong-total: the total row says 9 points, its 2 tasks sum to 8 points",
      ]
    `);
  });
  test("in a line", () => {
    expect(repaired(sprint(TWO, { head: POINTS, after: "**Total**: 9 points\n" }))).toContain("**Total**: 8 points\n");
  });
  test("in the heading, which may be rounded", () => {
    expect(told(sprint(TWO, { head: POINTS, heading: "Sprint 1: Walls (9 points)" }))).toMatchInlineSnapshot(`
      [
        "wrong-total: the heading says 9 points, its 2 tasks sum to 8 points",
      ]
    `);
    expect(told(sprint(TWO, { head: POINTS, heading: "Sprint 1: Walls (8 points)" }))).toEqual([]);
  });
});

describe("a total", () => {
  test("that is a range is wrong where the sum is outside of it, and is not repaired", () => {
    const plan = sprint(["1 | Dig | 3-5 h | Ada", TWO[1], "**Total** | | **20-30** |"]);
    expect(told(plan)).toMatchInlineSnapshot(`
      [
        "wrong-total: the total row says 20-30, its 2 tasks sum to between 8 h and 10 h",
      ]
    `);
    expect(repaired(plan)).toBe(plan);
  });
  test("of ranges has no single right number", () => {
    const plan = sprint(["1 | Dig | 3-5 | Ada", TWO[1], "**Total** | | **20** |"]);
    expect(told(plan)).toMatchInlineSnapshot(`
      [
        "wrong-total: the total row says 20 h, its 2 tasks sum to between 8 h and 10 h",
      ]
    `);
    expect(repaired(plan)).toBe(plan);
  });
  test("of one task", () => {
    expect(told(sprint([TWO[0], "**Total** | | **12** |"]))).toMatchInlineSnapshot(`
      [
        "wrong-total: the total row says 12 h, its 1 task takes 3 h",
      ]
    `);
  });
  test("of the plan, above it", () => {
    const plan = `# Plan\n\n**Total Hours**: 19 hours\n\n${sprint(TWO)}\n${sprint(["3 | Roof | 4 | Ada"], { heading: "Sprint 2: Roof (Week 2)" })}`;
    expect(told(plan)).toMatchInlineSnapshot(`
      [
        "wrong-total: the total of the plan says 19 h, its 3 tasks sum to 12 h",
      ]
    `);
  });
  test("may be more where an estimate is missing, and not less", () => {
    const rows = (total: number) => [TWO[0], "2 | Lay | | Ada", `**Total** | | **${total}** |`];
    const wrong = (total: number) => told(sprint(rows(total))).filter((each) => each.startsWith("wrong"));
    expect([wrong(12), wrong(2)]).toMatchInlineSnapshot(`
      [
        [],
        [
          "wrong-total: the total row says 2 h, its 2 tasks sum to 3 h",
        ],
      ]
    `);
    const line = (total: number) =>
      told(sprint([TWO[0], "2 | Lay | | Ada"], { after: `**Total Estimated Hours**: ${total} hours\n` })).filter((each) =>
        each.startsWith("wrong"),
      );
    expect([line(12), line(2)]).toMatchInlineSnapshot(`
      [
        [],
        [
          "wrong-total: the total of sprint 1 says 2 h, its 2 tasks sum to 3 h",
        ],
      ]
    `);
  });
  test("says nothing where a row cannot be read", () => {
    expect(told(sprint([TWO[0], " | | 7 | Ada", "**Total** | | **12** |"]))).toMatchInlineSnapshot(`
      [
        "unread-row: the row \`7\` is no task: it has no id",
      ]
    `);
  });
  test("in the heading may be how long it takes where several work", () => {
    const heading = "Sprint 1: Walls (6 hours)";
    expect(told(sprint(["1 | Dig | 3 | Ada", "2 | Lay | 5 | Ben"], { heading }))).toEqual([]);
    expect(told(sprint(TWO, { heading }))).toMatchInlineSnapshot(`
      [
        "wrong-total: the heading says 6 h, its 2 tasks sum to 8 h",
      ]
    `);
  });
  test("that is a rough one may be off by a fifth, and stays a rough one", () => {
    expect(told(sprint(TWO, { heading: "Sprint 1: Walls (~9 hours)" }))).toEqual([]);
    expect(repaired(sprint(TWO, { heading: "Sprint 1: Walls (~14 hours)" }))).toContain("## Sprint 1: Walls (~8 hours)\n");
    expect(repaired(sprint([...TWO, "Total | | ~14 |"]))).toContain("| Total | | ~8 |");
    expect(told(sprint(TWO, { after: "**Total Estimated Hours**: about 9 hours\n" }))).toEqual([]);
  });
  test("of a table alone is right, too", () => {
    const second = `\n${HOURS}\n|---|---|---|---|\n| 2 | Lay | 5 | Ada |\n\n**Total Estimated Hours**: 5 hours\n`;
    expect(told(sprint([TWO[0]], { after: `and\n${second}` }))).toEqual([]);
  });
  test("includes the buffer where it says so", () => {
    const before = "\n#### Team Capacity\n- Ada: 20 hours\n\n#### Tasks\n";
    const after = "**Total Estimated Hours**: 20 hours (incl. buffer)\n**Buffer**: 12 hours\n";
    expect(told(sprint(TWO, { before, after }))).toEqual([]);
    expect(told(sprint(TWO, { before, after: after.replace(" (incl. buffer)", "") }))).toMatchInlineSnapshot(`
      [
        "wrong-total: the total of sprint 1 says 20 h, its 2 tasks sum to 8 h",
      ]
    `);
  });
});

describe("a repaired total keeps", () => {
  const repairedTotal = (rows: readonly string[], total: string) =>
    repaired(sprint(rows, { after: `**Total Estimated Hours**: ${total}\n` })).match(/\*: (.*)\n/)?.[1];
  test.each([
    ["a bare number in days", ["1 | Dig | 3 days | Ada", "2 | Lay | 5 days | Ada"], "9", "8"],
    ["a bare number in hours where the units differ", ["1 | Dig | 3 days | Ada", "2 | Lay | 5 h | Ada"], "9", "29"],
    ["a decimal comma", ["1 | Dig | 3,5 | Ada", "2 | Lay | 5 | Ada"], "9,5 hours", "8,5 hours"],
    ["its unit without a comma between thousands", ["1 | Dig | 1,000 | Ada", "2 | Lay | 5 | Ada"], "1,500 hours", "1005 hours"],
    ["its unit where it was nothing", TWO, "0 hours", "8 hours"],
    ["its remark", TWO, "12 hours (2 tasks)", "8 hours (2 tasks)"],
  ])("%s", (_, rows, written, right) => {
    expect(repairedTotal(rows, written)).toBe(right);
  });
});

describe("a sprint's capacity", () => {
  const team = (...lines: readonly string[]) => `\n#### Team Capacity\n${lines.map((line) => `- ${line}\n`).join("")}\n#### Tasks\n`;
  test("leaves a buffer between two numbers where estimates are ranges", () => {
    const rows = ["1 | Dig | 3-6 | Ada", TWO[1]];
    expect(told(sprint(rows, { before: team("Ada: 20 hours"), after: "**Buffer**: 30 hours\n" }))).toMatchInlineSnapshot(`
      [
        "wrong-buffer: the buffer of sprint 1 says 30 h, 20 h of capacity less 8 h to 11 h of tasks leave between 9 h and 12 h",
      ]
    `);
  });
  test("is not asked for optional tasks", () => {
    const plan = sprint(["1 | Dig | 30 | Ada", "2 | Lay (optional) | 5 | Ada"], { before: team("Ada: 20 hours") });
    expect(runOn(plan, "check").text).toContain("5 h of optional tasks are not counted");
  });
  test("is the sum of its lines", () => {
    expect(told(sprint(TWO, { before: team("Ada: 20 hours", "Ben: 10 hours", "**Total**: 25 hours") }))).toMatchInlineSnapshot(`
      [
        "wrong-capacity-total: the capacity of sprint 1 says 25 h, its 2 lines sum to 30 h",
      ]
    `);
  });
});
