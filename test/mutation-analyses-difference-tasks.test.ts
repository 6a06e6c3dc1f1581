import { describe, expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { nameOf, titleOf, wordsOf } from "../src/analysis/difference/item.ts";
import { computeFacts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import { factsOf, told } from "./edit-scripts.ts";
import { buildPlan, field } from "./plan-builder.ts";
import { section, table } from "./rule-findings.ts";

function changes(base: string, head: string): string {
  const found = comparePlans(factsOf(`# P\n\n${base}`), factsOf(`# P\n\n${head}`)).changes;
  return found.map(told).join("; ");
}

const TEAM = ["Backend Engineer 1: 8 hours", "Backend Engineer 2: 8 hours"];
const staffed = (who: string) => section("Sprint 1: A", [`1 | Dig | 4 | ${who} | None`], { team: TEAM });
const alone = table(["1 | Dig | 4"], "ID | Task | Hours");
const inSprint = section("Sprint 1: A", ["1 | Dig | 4"], { head: "ID | Task | Hours" });
const rows = (...ids: readonly string[]) =>
  section(
    "Sprint 1: A",
    ids.map((id) => `${id} | Step ${id.replaceAll(".", " of ")} | 2 | | None`),
  );

describe("a task", () => {
  test.each<[name: string, base: string, head: string, found: string]>([
    ["comes into a sprint", alone, inSprint, "added sprint 1; task 1 moved: nothing → 1"],
    ["leaves its sprint", inSprint, alone, "removed sprint 1; task 1 moved: 1 → nothing"],
    ["goes to everybody", staffed("BE1"), staffed("All"), "task 1 assignees: −Backend Engineer 1 +All"],
    ["goes from everybody to somebody", staffed("All"), staffed("BE2"), "task 1 assignees: −All +Backend Engineer 2"],
    ["goes to nobody", staffed("BE1"), staffed("TBD"), "task 1 assignees: −Backend Engineer 1"],
    ["goes to somebody from elsewhere", staffed("BE1"), staffed("Bob"), "task 1 assignees: −Backend Engineer 1 +Bob"],
    ["goes to one of several", staffed("BE1"), staffed("Backend Engineer"), "task 1 assignees: −Backend Engineer 1 +Backend Engineer"],
    [
      "becomes a part of another",
      rows("1", "2", "2.1"),
      rows("1", "2", "1.1").replace("1 of 1", "2 of 1"),
      "task 1.1 renumbered: 2.1 → 1.1; task 1.1 parent: 2 → 1",
    ],
  ])("%s", (_name, base, head, found) => {
    expect(changes(base, head)).toBe(found);
  });

  test("is done by the same person under another name", () => {
    expect(changes(staffed("BE1"), staffed("Backend Engineer 1"))).toBe("");
    expect(changes(staffed("BE1 + BE1"), staffed("BE1"))).toBe("");
  });
  test("stays a part of the same one, whatever its number", () => {
    expect(changes(rows("1", "2", "2.1"), rows("1", "3", "3.1").replace("Step 3 |", "Step 2 |").replace("3 of 1", "2 of 1"))).toBe(
      "task 3 renumbered: 2 → 3; task 3.1 renumbered: 2.1 → 3.1",
    );
  });
  test("stays in the same sprint, whatever its number", () => {
    expect(changes(inSprint, inSprint.replace("Sprint 1", "Sprint 2"))).toBe("sprint 2 renumbered: 1 → 2");
  });
});

describe("a sprint", () => {
  const stated = (hours: string) => section("Sprint 1: A", ["1 | Dig | 4 | Ada | None"], { after: `**Total Estimated Hours**: ${hours}` });
  const capacity = (hours: number) =>
    section("Sprint 1: A", ["1 | Dig | 4 | Ada | None"], { team: ["Ada: 8 hours", `Total: ${hours} hours`] });
  test("states other sums", () => {
    expect(changes(stated("4 hours (4 hours buffer)"), stated("5 hours (3 hours buffer)"))).toBe(
      "sprint 1 statedHours: 4 → 5; sprint 1 statedBuffer: 4 → 3",
    );
    expect(changes(capacity(8), capacity(9))).toBe("sprint 1 statedCapacity: 8 → 9");
  });
  test("has other dates", () => {
    const dated = (dates: string) => section(`Sprint 1: A (${dates})`, ["1 | Dig | 4 | Ada | None"]);
    expect(changes(dated("2026-03-02 to 2026-03-06"), dated("2026-03-02 to 2026-03-07"))).toBe(
      "sprint 1 dates: 2026-03-02/2026-03-06 → 2026-03-02/2026-03-07",
    );
  });
  test("goes to another phase, and not where that has another number alone", () => {
    const phase = (heading: string) => `## ${heading}\n\n`;
    const part = (number: number, title: string) =>
      `### Sprint ${number}: ${title}\n\n${table([`${number} | Step ${title} | 4`], "ID | Task | Hours")}\n`;
    const base = phase("Phase 1: Build") + part(1, "Alpha") + part(2, "Beta") + phase("Phase 2: Launch") + part(3, "Gamma");
    const head = phase("Phase 1: Build") + part(1, "Alpha") + phase("Phase 2: Launch") + part(2, "Beta") + part(3, "Gamma");
    expect(changes(base, head)).toBe("sprint 2 moved: 1 → 2");
    expect(changes(base, base.replace("Phase 2", "Phase 3"))).toBe("phase 3 renumbered: 2 → 3");
    expect(changes(base, base.replace(phase("Phase 2: Launch"), ""))).toBe("removed phase 2; sprint 3 moved: 2 → 1");
  });
});

test("a criterion met, and an item of a milestone done, are told", () => {
  const criterion = (mark: string) =>
    section("Sprint 1: A", ["1 | Dig | 4 | Ada | None"], { after: `### Definition of Done\n- [${mark}] It runs` });
  expect(changes(criterion(" "), criterion("x"))).toBe("criterion 1 It runs done: false → true");
  const milestone = (...marks: readonly string[]) =>
    `## Milestones\n\n### Milestone 1: A\n${marks.map((mark, at) => `- [${mark}] Item ${at}\n`).join("")}`;
  expect(changes(milestone(" ", " "), milestone("x", " ", " "))).toBe("milestone 1 items: 2 → 3; milestone 1 done: 0 → 1");
});

test("what is not written is no field", () => {
  const [bare, staffedTask] = [[], ["Ada"]].map((who) => computeFacts(buildPlan({ tasks: [{ id: "1", hours: 2, who }] }), defaultConfig));
  const [added] = comparePlans(computeFacts(buildPlan({}), defaultConfig), bare).changes;
  expect("item" in added && [...added.item.fields.keys()]).toEqual(["id", "estimate"]);
  const [change] = comparePlans(bare, staffedTask).changes;
  expect("field" in change && [change.field, change.before, change.after, change.gained]).toEqual([
    "assignees",
    undefined,
    ["Ada"],
    ["Ada"],
  ]);
});

test("hours that are the same but for the last digits are no change", () => {
  const [sum, number] = [0.1 + 0.2, 0.3].map((hours) => computeFacts(buildPlan({ tasks: [{ id: "1", hours }] }), defaultConfig));
  expect(comparePlans(sum, number).changes).toEqual([]);
});

test("things are called by what their ids mean, else by what is written", () => {
  expect([nameOf(field("**1**", "1")), nameOf(field<string>("some", undefined))]).toEqual(["1", "some"]);
  expect(wordsOf(field(" Cafe\u0301  bar ", ""))).toBe("Café bar");
  expect(titleOf({ id: field("1", "1"), title: field(" 1 ", "1") })).toBe("");
  expect(titleOf({ id: field("1", "1"), title: field("Dig", "Dig") })).toBe("Dig");
});
