import { describe, expect, test } from "vitest";
import { diff } from "../src/commands/diff/diff.ts";
import { configSchema } from "../src/config-schema.ts";
import { BASE, diffOf, edited, sideOf, written } from "./diff-plans.ts";

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

/** The conditions that a change breaks. */
function broken(base: string | undefined, head: string | undefined, failIf: string): readonly string[] {
  return diffOf(base, head, failIf).diagnostics.map(({ message }) => message);
}

const EMPTY = "# Kitchen\n\nNothing yet.\n";
const LOOP = edited(BASE, ["| Ada | None |", "| Ada | 1.4 |"]);
const WITHOUT_HOURS = BASE.replaceAll(/\| \d+ \| (?=Ada|Ben)/g, "|  | ");
const MILESTONES = `${BASE}\n## Milestones\n\n### Milestone 1: Water (Week 1)\n- [ ] Runs\n\n### Milestone 2: Tiles (Week 2)\n- [ ] Shine\n`;

describe("the first line of a change", () => {
  const first = (base: string, head: string) =>
    written([diffOf(base, head)], "text")
      .split("\n")
      .slice(0, 3)
      .join(" / ");
  test("is about the end, as far as one can be told", () => {
    expect([
      first(EMPTY, `${EMPTY}\n## Milestones\n\n### Milestone 1: Water (Week 1)\n- [ ] Runs\n`),
      first(BASE, EMPTY),
      first(EMPTY, BASE),
      first(BASE, LOOP),
      first(LOOP, edited(LOOP, ["| 1.3 | Buy the tiles | 4 |", "| 1.3 | Buy the tiles | 6 |"])),
      first(LOOP, BASE),
      first(BASE, WITHOUT_HOURS),
      first(WITHOUT_HOURS, BASE),
      first(WITHOUT_HOURS, edited(WITHOUT_HOURS, ["Buy the tiles", "Buy the sink"])),
      first(BASE, edited(BASE, ["| 1.3 | Buy the tiles | 4 |", "| 1.3 | Buy the tiles | 3 |"])),
    ]).toMatchInlineSnapshot(`
      [
        "the plan changes, and has no task /  / the plan as a whole",
        "no task is left of 6; 1 finding is new, 2 are gone /  / the plan as a whole",
        "the first tasks of the plan: 6 tasks, 42 h, the end is after 82 h; 2 findings are new, 1 is gone /  / the plan as a whole",
        "tasks wait for each other now: no end can be told any more; 1 finding is new /  / 1 Plumbing",
        "tasks wait for each other: no end can be told; 1 finding is new /  / 1 Plumbing",
        "tasks no longer wait for each other: the end is after 82 h; 1 finding is new, 1 is gone /  / 1 Plumbing",
        "no hours are stated any more that tell an end; 2 findings are gone /  / 1 Plumbing",
        "the end is after 82 h; no hours told one before; 2 findings are new /  / 1 Plumbing",
        "1 change, and no hours that tell an end /  / 1 Plumbing",
        "the end stays at 82 h; 1 finding is new /  / 1 Plumbing",
      ]
    `);
  });
});

describe("a change of", () => {
  test("totals", () => {
    const points = (total: number, last: number) =>
      `## Sprint 1: Walls\n\n| ID | Task | Points |\n|---|---|---|\n| 1 | Dig | 3 |\n| 2 | Lay | ${last} |\n| Total | | ${total} |\n`;
    expect(told(points(8, 5), points(10, 7))).toMatchInlineSnapshot(`
      [
        "2 changes, and no hours that tell an end",
        "1 Walls",
        "~ 2 Lay: estimate 5 points → 7 points",
        "~ the plan's total: states 8 points → 10 points",
      ]
    `);
    const inside = (total: number) =>
      `${points(8, 5)}\n${points(total, 5).replace("Sprint 1: Walls", "Sprint 2: Roof").replace("| 1 |", "| 3 |").replace("| 2 |", "| 4 |")}`;
    expect(told(inside(8), inside(9))).toMatchInlineSnapshot(`
      [
        "1 change, and no hours that tell an end; 1 finding is new",
        "2 Roof",
        "~ total of 3–4: states 8 points → 9 points",
        "new findings",
        "error the total row says 9 points, its 2 tasks sum to 8 points [wrong-total] plans/kitchen.md:15:13",
      ]
    `);
  });
  test("estimates in sizes and ranges", () => {
    const sized = (size: string) =>
      `## Sprint 1: Walls\n\n| ID | Task | Estimate |\n|---|---|---|\n| 1 | Dig | ${size} |\n| 2 | Lay | 5 h |\n`;
    expect(told(sized("M"), sized("XL"))).toMatchInlineSnapshot(`
      [
        "the end stays at 5 h",
        "1 Walls",
        "~ 1 Dig: estimate size M → size XL",
        "effect  before  after  Δ",
        "end, levelled over the people  5 h  5 h",
        "critical path  5 h  5 h",
      ]
    `);
    expect(told(sized("3-5 h"), sized("3 points"))).toMatchInlineSnapshot(`
      [
        "the end stays at 5 h",
        "1 Walls",
        "~ 1 Dig: estimate 3-5 h → 3 points",
        "effect  before  after  Δ",
        "end, levelled over the people  5 h  5 h",
        "critical path  5 h  5 h",
        "work  9 h  5 h  -4 h",
      ]
    `);
    expect(told(sized(""), sized("1/2/6 h"))).toMatchInlineSnapshot(`
      [
        "the end stays at 5 h; 1 finding is gone",
        "1 Walls",
        "~ 1 Dig: estimate none → 1/2/6 h",
        "effect  before  after  Δ",
        "end, levelled over the people  5 h  5 h",
        "critical path  5 h  5 h",
        "work  5 h  7.5 h  +2.5 h",
        "slack lost",
        "1 Dig: 5 h → 2.5 h",
        "resolved findings",
        "warning task \`1\` has no estimate and counts 0 h [missing-estimate] plans/kitchen.md:5:3",
      ]
    `);
  });
  test("milestones and criteria", () => {
    const later = edited(
      MILESTONES,
      ["Tiles (Week 2)\n- [ ] Shine", "Tiles (Week 3)\n- [x] Shine\n- [ ] Dry"],
      ["- [ ] No water", "- [x] No water"],
    );
    expect(told(MILESTONES, later)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h",
        "the plan as a whole",
        "~ milestone 2 Tiles: week 2 → 3; items 1 → 2; items done 0 → 1",
        "1 Plumbing",
        "~ criterion No water on the floor: now checked",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
      ]
    `);
    expect(told(later, MILESTONES)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; milestone 2 Tiles is now 2 h late",
        "the plan as a whole",
        "~ milestone 2 Tiles: week 3 → 2; items 2 → 1; items done 1 → 0",
        "1 Plumbing",
        "~ criterion No water on the floor: no longer checked",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
      ]
    `);
    expect(told(BASE, MILESTONES)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h; milestone 2 Tiles is now 2 h late",
        "the plan as a whole",
        "+ milestone 1 Water (week 1)",
        "+ milestone 2 Tiles (week 2)",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
      ]
    `);
  });
  test("status, and of whether a task has to be", () => {
    const stated = BASE.replaceAll(/Risk \|$/gm, "Status |").replaceAll("| Low |", "| open |");
    const changed = edited(stated, ["| Ada | None | open |", "| Ada | None | done |"], ["Fill the joints", "Fill the joints (optional)"]);
    expect(told(stated, changed)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h",
        "1 Plumbing",
        "~ 1.1 Turn the water off: open → done",
        "2 Tiles",
        "~ 2.2 Fill the joints (optional): was called Fill the joints; now optional",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
      ]
    `);
    expect(told(changed, stated)).toMatchInlineSnapshot(`
      [
        "the end stays at 82 h",
        "1 Plumbing",
        "~ 1.1 Turn the water off: done → open",
        "2 Tiles",
        "~ 2.2 Fill the joints: was called Fill the joints (optional); no longer optional",
        "effect  before  after  Δ",
        "end, levelled over the people  82 h  82 h",
        "critical path  38 h  38 h",
      ]
    `);
  });
});

describe("a condition", () => {
  test("is about what can be told", () => {
    expect(broken(BASE, LOOP, "slip,longer-path")).toMatchInlineSnapshot(`
      [
        "the end cannot be told any more: tasks wait for each other",
        "the end of the critical path cannot be told any more: tasks wait for each other",
      ]
    `);
    expect(broken(BASE, WITHOUT_HOURS, "slip>1d")).toMatchInlineSnapshot(`
      [
        "the end cannot be told any more: no task has hours",
      ]
    `);
    expect(broken(undefined, BASE, "slip,longer-path,over-capacity,late-milestone")).toEqual([]);
    expect(broken(BASE, undefined, "slip,new-finding")).toEqual([]);
    expect(broken(BASE, BASE, "slip,longer-path,over-capacity,late-milestone,new-error")).toEqual([]);
  });
  test("says what is not allowed", () => {
    const slow = edited(MILESTONES, ["| Lay the pipes | 8 |", "| Lay the pipes | 60 |"]);
    expect(
      broken(MILESTONES, slow, "slip>1d,longer-path>4h,late-milestone>1h,over-capacity,new-error,new-warning,new-finding"),
    ).toMatchInlineSnapshot(`
      [
        "the end moves 12 days later (82 h → 178 h), allowed are 1 d",
        "the end of the critical path moves 6.5 days later (38 h → 90 h), allowed are 4 h",
        "milestone \`1 Water\` is now 11.5 days late, allowed are 1 h",
        "milestone \`2 Tiles\` is now 12.3 days late, allowed are 1 h",
        "\`Ada\` is now asked for 64 h in sprint 1 and has 20 h",
        "4 errors are new, the first: sprint 1 asks for 72 h, its team has 40 h: 32 h too many",
        "6 warnings and errors are new, the first: sprint 1 asks for 72 h, its team has 40 h: 32 h too many",
        "6 findings are new, the first: sprint 1 asks for 72 h, its team has 40 h: 32 h too many",
      ]
    `);
  });
});

test("a setting that changes is a change of the plan", () => {
  const setting = (hoursPerDay: number) => sideOf(BASE, configSchema.parse({ calendar: { hoursPerDay } }));
  const outcome = diff({ base: setting(8), head: setting(6) }, { base: "main", head: "working tree", failIf: [] });
  expect(linesOf(written([outcome], "text"))).toMatchInlineSnapshot(`
    [
      "the end moves 3.3 days earlier (82 h → 62 h)",
      "the plan as a whole",
      "~ the plan: now calendar.hoursPerDay: 6",
      "effect  before  after  Δ",
      "end, levelled over the people  82 h  62 h  -20 h",
      "critical path  38 h  38 h",
      "sprint 1 ends  28 h  22 h  -6 h",
      "sprint 2 ends  82 h  62 h  -20 h",
    ]
  `);
});
