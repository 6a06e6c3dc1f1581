import { describe, expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { estimateValue } from "../src/analysis/difference/item.ts";
import type { Estimate } from "../src/model.ts";
import { factsOf, told } from "./edit-scripts.ts";
import { field } from "./plan-builder.ts";
import { section, table } from "./rule-findings.ts";

const titled = (text: string) => `# P\n\n${text}`;

function changes(base: string, head: string): string {
  const found = comparePlans(factsOf(titled(base)), factsOf(titled(head))).changes;
  return found.map(told).join("; ");
}

const DIG = ["1 | Dig | 4 | Ada | None"];
const sprint = (heading: string, ...rows: readonly string[]) => section(heading, rows.length === 0 ? DIG : rows);
const phase = (heading: string, title = "A") => `## ${heading}\n\n### Sprint 1: ${title}\n\n${table(DIG)}\n`;
const milestones = (...names: readonly string[]) => `## Milestones\n\n${names.map((name) => `### ${name}\n- [ ] It runs\n\n`).join("")}`;
const ceremonies = (...names: readonly string[]) => `## Sprint Ceremonies\n\n${names.map((name) => `### ${name}\n\n`).join("")}`;
const criteria = (...texts: readonly string[]) =>
  section("Sprint 1", DIG, { after: `### Definition of Done\n${texts.map((text) => `- [ ] ${text}\n`).join("")}` });
const stated = (...rows: readonly string[]) => table(rows, "ID | Task | Estimate | Priority | Status | Risk");

type Case = readonly [name: string, base: string, head: string, found: string];

describe("the plan as a whole", () => {
  test("is there although it says nothing", () => {
    const [untitled, shop] = [factsOf("Words\n"), factsOf("# Shop\n")];
    const [change] = comparePlans(untitled, shop).changes;
    expect([told(change), change.place, change.id]).toEqual(["plan Shop title: nothing → Shop", { start: 2, end: 6 }, "Shop"]);
    const [back] = comparePlans(shop, untitled).changes;
    expect([told(back), back.place, back.id]).toEqual(["plan  title: Shop → nothing", { start: 0, end: 0 }, ""]);
    expect(comparePlans(untitled, untitled).changes).toEqual([]);
  });
  test("lasts for so many weeks with so many people", () => {
    const base = factsOf("# P\n");
    const { plan } = base;
    const { span } = field("", "");
    const duration = {
      field: field("6 weeks", "6 weeks"),
      alternatives: [
        { weeks: 6, people: 2, span },
        { weeks: 9, people: undefined, span },
      ],
    };
    const [change] = comparePlans(base, { ...base, plan: { ...plan, duration } }).changes;
    expect(told(change)).toBe("plan P duration: +6 weeks, 2 people +9 weeks");
  });
  test.each<[settings: string, found: string]>([
    ["aliases: { BE: Backend }", "aliases.BE: Backend"],
    ["groups: { Team: [Ada, Ben] }", "groups.Team: Ada, Ben"],
    ["points: { hoursPerPoint: 4 }", "points.hoursPerPoint: 4"],
    ["sizes: { M: 6 }", "sizes.M: 6"],
    ["reading: { joint: each }", "reading.joint: each"],
    ["decorations: done", "decorations: done"],
    ["forecast: { correlation: 0.5 }", "forecast.correlation: 0.5"],
    ["calendar: { holidays: [2026-01-01, 2026-01-06] }", "calendar.holidays: 2026-01-01, 2026-01-06"],
    ["calendar: { daysOff: { Ada: [2026-01-05] } }", "calendar.daysOff.Ada: 2026-01-05"],
  ])("has the setting %s", (settings, found) => {
    const configured = factsOf(`---\nsprintplan:\n  ${settings}\n---\n# P\n`);
    expect(comparePlans(factsOf("# P\n"), configured).changes.map(told)).toEqual([`plan P configuration: +${found}`]);
    expect(comparePlans(configured, factsOf("# P\n")).changes.map(told)).toEqual([`plan P configuration: −${found}`]);
  });
  test.each(["calendar: { daysOff: { Ada: [] } }", "calendar: { holidays: [] }", "rules: { wrong-total: off }"])(
    "is the same with %s",
    (settings) => {
      expect(comparePlans(factsOf("# P\n"), factsOf(`---\nsprintplan:\n  ${settings}\n---\n# P\n`)).changes).toEqual([]);
    },
  );
});

describe("a change is told of", () => {
  test.each<Case>([
    ["a phase's number", phase("Phase 1: Build"), phase("Phase 2: Build"), "phase 2 renumbered: 1 → 2"],
    ["a phase's title", phase("Phase 1: Build (Week 1)"), phase("Phase 1: Gardening (Week 1)"), "phase 1 title: Build → Gardening"],
    ["a phase's weeks", phase("Phase 1: Build (Week 1)"), phase("Phase 1: Build (Weeks 1-2)"), "phase 1 weeks: 1 → 1-2"],
    ["a sprint's weeks", sprint("Sprint 1: A (Week 1)"), sprint("Sprint 1: A (Weeks 1-2)"), "sprint 1 weeks: 1 → 1-2"],
    ["a sprint's days", sprint("Sprint 1: A (Days 1-5)"), sprint("Sprint 1: A (Day 1)"), "sprint 1 days: 1-5 → 1"],
    ["a sprint's days, gone", sprint("Sprint 1: A (Day 1)"), sprint("Sprint 1: A"), "sprint 1 days: 1 → nothing"],
    ["a sprint's number", sprint("Sprint 1: A"), sprint("Sprint 2: A"), "sprint 2 renumbered: 1 → 2"],
    ["a sprint's title", sprint("Sprint 1: A"), sprint("Sprint 1"), "sprint 1 title: A → nothing"],
    ["a sprint's title, altogether", sprint("Sprint 1: A (Week 1)"), sprint("Sprint 1: B (Week 1)"), "sprint 1 title: A → B"],
    ["a ceremony's hours", ceremonies("Planning (2 hours)"), ceremonies("Planning (3 hours)"), "ceremony Planning hours: 2 → 3"],
    ["a ceremony's name", ceremonies("Planning (2 hours)"), ceremonies("Planing (2 hours)"), "ceremony Planing name: Planning → Planing"],
    ["a new ceremony", ceremonies("Planning"), ceremonies("Planning", "Retro"), "added ceremony Retro"],
    ["a milestone's number", milestones("Milestone 1: A"), milestones("Milestone 2: A"), "milestone 2 renumbered: 1 → 2"],
    ["a milestone's week", milestones("Milestone 1: A (Week 1)"), milestones("Milestone 1: A"), "milestone 1 week: 1 → nothing"],
    ["a milestone's title", milestones("Milestone 1: Beta"), milestones("Milestone 1: Gold"), "milestone 1 title: Beta → Gold"],
    ["a criterion in other words", criteria("Water runs"), criteria("Water rums"), "criterion 1 Water rums text: Water runs → Water rums"],
    [
      "another criterion",
      criteria("Water runs"),
      criteria("All is paint"),
      "added criterion 1 All is paint; removed criterion 1 Water runs",
    ],
    ["points", stated("1 | Dig | 3 points"), stated("1 | Dig | 5 points"), "task 1 estimate: 3 points → 5 points"],
    ["a size", stated("1 | Dig | M"), stated("1 | Dig | XL"), "task 1 estimate: size M → size XL"],
    ["a priority", stated("1 | Dig | 3 | High"), stated("1 | Dig | 3 | Low"), "task 1 priority: High → Low"],
    ["a state", stated("1 | Dig | 3 | | In progress"), stated("1 | Dig | 3 | | Weird"), "task 1 status: started → Weird"],
    ["a risk", stated("1 | Dig | 3 | | | Low"), stated("1 | Dig | 3 | | | Odd"), "task 1 risk: low → Odd"],
    [
      "what need not be",
      stated("1 | Dig it out | 3"),
      stated("1 | Dig it out (optional) | 3"),
      "task 1 title: Dig it out → Dig it out (optional); task 1 optional: nothing → true",
    ],
    ["hours that differ by little", stated("1 | Dig | 0.3"), stated("1 | Dig | 0.31"), "task 1 estimate: 0.3 → 0.31"],
    [
      "a part that became a task",
      sprint("Sprint 1", "1 | Dig | 4", "1.1 | Hole | 2"),
      sprint("Sprint 1", "1 | Dig | 4", "2 | Hole | 2"),
      "task 2 renumbered: 1.1 → 2; task 2 parent: 1 → nothing",
    ],
  ])("%s", (_name, base, head, found) => {
    expect(changes(base, head)).toBe(found);
  });
});

describe("no change is", () => {
  test.each<readonly [name: string, base: string, head: string]>([
    ["another way to write a letter", sprint("Sprint 1: Café"), sprint("Sprint 1: Cafe\u0301")],
    ["more space between words", sprint("Sprint 1: Walls  and   roof"), sprint("Sprint 1: Walls and roof")],
    ["another order of criteria", criteria("Water runs", "No dust"), criteria("No dust", "Water runs")],
    ["a priority in capitals", stated("1 | Dig | 3 | High"), stated("1 | Dig | 3 | HIGH")],
  ])("%s", (_name, base, head) => {
    expect(changes(base, head)).toBe("");
  });
});

describe("another thing is", () => {
  test.each<Case>([
    [
      "a sprint of which the title, the week and the first task are new",
      sprint("Sprint 1: A (Week 1)"),
      sprint("Sprint 1: B (Week 2)", "7 | Lay | 4"),
      "added sprint 1; removed sprint 1; added task 7; removed task 1",
    ],
    [
      "a sprint of which the title and the first task are new",
      sprint("Sprint 1: A"),
      sprint("Sprint 1: B", "7 | Lay | 4"),
      "added sprint 1; removed sprint 1; added task 7; removed task 1",
    ],
    [
      "a phase of which title and weeks are new",
      phase("Phase 1: Build (Week 1)"),
      phase("Phase 1: Launch (Week 2)", "B"),
      "added phase 1; removed phase 1; sprint 1 title: A → B",
    ],
    [
      "a milestone in other words",
      milestones("Milestone: Beta"),
      milestones("Milestone: Gold"),
      "added milestone Milestone: Gold; removed milestone Milestone: Beta",
    ],
    [
      "a task that is called by its number alone",
      table(["1 | 1 | 3"], "ID | Task | Hours"),
      table(["2 | 2 | 3"], "ID | Task | Hours"),
      "added task 2; removed task 1",
    ],
  ])("%s", (_name, base, head, found) => {
    expect(changes(base, head)).toBe(found);
  });
});

describe("a number that is stated of", () => {
  const head = "ID | Task | Points";
  const walls = (total: string) =>
    section("Sprint 1: Walls", ["1 | Dig | 3", "2 | Lay | 5", ...(total === "" ? [] : [`Total | | ${total}`])], { head });
  const roof = (total: number) => section("Sprint 2: Roof", ["3 | Raise | 3", "4 | Cover | 5", `Total | | ${total}`], { head });
  test("the plan and of a sprint are told apart", () => {
    expect(changes(walls("8"), walls("9"))).toBe("total plan amount: 8 points → 9 points");
    expect(changes(walls(""), walls("8"))).toBe("added total plan");
    expect(changes(walls("8") + roof(8), walls("8") + roof(7))).toBe("total 3–4 amount: 8 points → 7 points");
    expect(changes(walls("8") + roof(8), walls("7") + roof(8))).toBe("total 1–2 amount: 8 points → 7 points");
    expect(changes(walls("8"), walls("8") + roof(8))).toContain("added total 1–2; added total 3–4; removed total plan");
  });
  test("nothing that can be read is as it is written", () => {
    expect(estimateValue(field<Estimate>("a while", undefined))).toBe("a while");
  });
});

describe("people who have a new name", () => {
  const team = (number: number, name: string, who: string) =>
    section(`Sprint ${number}: Part ${number}`, [`${number} | Step ${number} | 4 | ${who} | None`], { team: [`${name}: 8 hours`] });
  const both = (one: string, other: string) => team(1, one, one) + team(2, other, other);
  const base = both("Benjamin", "Benjamin");
  test("have it in their tasks too", () => {
    const renamed = "member 1 Benjamine name: Benjamin → Benjamine; member 2 Benjamine name: Benjamin → Benjamine";
    expect(changes(base, both("Benjamine", "Benjamine"))).toBe(renamed);
    expect(changes(base, team(1, "Benjamine", "Benjamin") + team(2, "Benjamine", "Benjamin"))).toBe(renamed);
  });
  test("are others where they have several new names, or one of them is the old one", () => {
    expect(changes(base, both("Benjamine", "Benjamina"))).toBe(
      "member 1 Benjamine name: Benjamin → Benjamine; member 2 Benjamina name: Benjamin → Benjamina; task 1 assignees: −Benjamin +Benjamine; task 2 assignees: −Benjamin +Benjamina",
    );
    expect(changes(base, both("Benjamine", "Benjamin"))).toBe(
      "member 1 Benjamine name: Benjamin → Benjamine; task 1 assignees: −Benjamin +Benjamine",
    );
    expect(changes(base, both("Benjamin", "Benjamine"))).toBe(
      "member 2 Benjamine name: Benjamin → Benjamine; task 2 assignees: −Benjamin +Benjamine",
    );
  });
});

describe("gates", () => {
  const gates = (...lines: readonly string[]) =>
    `${sprint("Sprint 1: A")}${sprint("Sprint 2: B", "2 | Lay | 4")}## Critical Path\n\n${lines.map((line) => `- ${line}\n`).join("")}\n`;
  test("count once, and go by the sprints that they name", () => {
    expect(changes(gates("Sprint 1 → Sprint 2"), gates("Sprint 1 → Sprint 2", "Sprint 2 must wait for Sprint 1"))).toBe("");
    expect(changes(gates("Sprint 1 → Sprint 2"), gates("Sprint 2 → Sprint 1"))).toBe("added gate 2 → 1; removed gate 1 → 2");
    expect(changes(gates("Sprint 1 → Sprint 9"), gates("Sprint 1 → Sprint 8"))).toBe("added gate 1 → 8; removed gate 1 → 9");
  });
});
