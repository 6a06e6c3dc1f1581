import { describe, expect, test } from "vitest";
import type { Milestone } from "../src/model.ts";
import { planOf } from "./command-plans.ts";

/** `id: title, week: items`, what is done with a check mark. */
function shown({ id, title, week, items }: Milestone): string {
  const what = items.map(({ text, done }) => `${text.text}${done ? " ✓" : ""}`);
  return `${id.value}: ${title.text}, ${week?.value ?? "some time"}: ${what.join("; ")}`;
}

describe("milestones", () => {
  const milestonesIn = (text: string) => planOf(`# P\n\n${text}`).milestones.map(shown);
  const rows = (header: string, ...lines: readonly string[]) =>
    milestonesIn(
      `## Milestones\n\n| ${header} |\n${"|---".repeat(header.split("|").length)}|\n${lines.map((line) => `| ${line} |\n`).join("")}`,
    );

  test("are sections with items", () => {
    expect(milestonesIn("## Milestone 3: Garden (Week 7)\n\n- [x] **Fence** stands\n- [ ] Gate\n- Path\n")).toEqual([
      "3: Garden, 7: Fence stands ✓; Gate; Path",
    ]);
  });

  test.each([
    ["Milestone | Week | Deliverables", "M1: Roof | 4 | Tight", "1: M1: Roof, 4: Tight"],
    ["Name | When", "Milestone-2 | Weeks 5-6", "2: Milestone-2, 6: "],
    ["Name | When", "Milestone 12 | soon", "12: Milestone 12, some time: "],
    ["# | Milestone | Due", "1 | Roof | Week 3", "1: Roof, 3: "],
    ["ID | Milestone | Target", "M4 | Roof | 3", "4: Roof, some time: "],
    ["ID | Target Week", "M4 | 3", "4: M4, 3: "],
    ["ID | Name", "A | Roof of 2 houses", "Roof of 2 houses: Roof of 2 houses, some time: "],
    ["# | Name | Week", "2 | | 1234", "2: 2, 1234: "],
    ["# | Name | Week", "2a | Roof | 12345", "Roof: Roof, some time: "],
    ["Week | Items | Name", "4 | Tight | Roof", "Roof: Roof, 4: Tight"],
    ["Description | Name | Week", "Tight | Roof | 4 or 5", "Roof: Roof, some time: Tight"],
    ["Name | Criteria | Item", "Roof | Tight | Tile", "Roof: Roof, some time: Tight"],
    ["Name | Item", "Roof | Tile", "Roof: Roof, some time: Tile"],
    ["Name | Week | Items", "Roof", "Roof: Roof, some time: "],
  ])("are rows of a table: %s", (header, row, milestone) => expect(rows(header, row)).toEqual([milestone]));

  test.each([
    ["Name | Week", "| 4"],
    ["Idea | Week", "Roof | 4"],
    ["Grid | Issue #", "Roof | 4"],
  ])("are none without a name: %s", (header, row) => expect(rows(header, row)).toEqual([]));

  test("are none in tables of other sections", () => {
    expect(milestonesIn("## Notes\n\n| Milestone | Week |\n|---|---|\n| Roof | 4 |\n")).toEqual([]);
  });
});

describe("ceremonies", () => {
  const ceremoniesIn = (text: string) =>
    planOf(`# P\n\n## Sprint Ceremonies\n\n${text}`).ceremonies.map(({ name, hours, cadence, agenda }) =>
      [name.text, hours?.value ?? "-", cadence, ...agenda.map((each) => each.text)].join(", "),
    );

  test.each([
    ["### Daily Sync (15 minutes)\n\n- Who *speaks*\n", "Daily Sync, 0.25, daily, Who speaks"],
    ["### Standup (30 min)\n", "Standup, 0.5, daily"],
    ["### Stand-Up\n", "Stand-Up, -, daily"],
    ["### Review\n\n**Duration**: 2 hours\n\n1. Show\n", "Review, 2, sprint, Show"],
    ["### Review\n\n**Length**: 2h\n", "Review, 2, sprint"],
    ["### Review\n\n**Timebox**: 90 min\n", "Review, 1.5, sprint"],
    ["### Review\n\n**Time-Box**: 1h\n", "Review, 1, sprint"],
    ["### Review\n\n**Total duration**: 2h\n\n**Lengths**: 3h\n", "Review, -, sprint"],
    ["### Review\n\n**Place**: 2h\n", "Review, -, sprint"],
    ["### Review (2h) \n\n**Duration**: 3h\n", "Review, 2, sprint"],
    ["### Retro (with cake)\n\n**Duration**: 3h\n", "Retro, 3, sprint"],
    ["### Retro (5 points)\n", "Retro, -, sprint"],
    ["### Retro (2h) of us\n", "Retro (2h) of us, -, sprint"],
    ["### Retro (about 2h)\n", "Retro, 2, sprint"],
  ])("%j", (text, ceremony) => expect(ceremoniesIn(text)).toEqual([ceremony]));

  test("are sections of their own", () => {
    expect(planOf("# P\n\n## Daily Standup\n\n- Who\n").ceremonies).toEqual([]);
  });
});

describe("reports and criteria", () => {
  test("are the innermost sections of a plan of communication", () => {
    const { communications } = planOf(
      "# P\n\n## Communication Plan\n\n### Weekly\n\n**To**: all\n\n- **Hours** of work\n\n### Others\n\n- a\n\n#### Monthly\n\n- b\n\n## Notes\n\n- c\n",
    );
    expect(communications.map(({ name, facts, content }) => [name.text, facts.length, content.map(({ text }) => text)])).toEqual([
      ["Weekly", 1, ["Hours of work"]],
      ["Monthly", 0, ["b"]],
    ]);
  });

  test("are lists below a heading of success, and below those inside of it", () => {
    const { successCriteria } = planOf(
      "# P\n\n- before\n\n## Success Criteria\n\n- Dry\n\n### Quiet\n\n- **Doors** do not squeak\n\n### Later\n\nText\n\n## Notes\n\n- b\n",
    );
    expect(successCriteria.map(({ label, items }) => [label.text, ...items.map(({ text }) => text)])).toEqual([
      ["Success Criteria", "Dry"],
      ["Quiet", "Doors do not squeak"],
    ]);
  });
});

describe("how long the plan takes", () => {
  const durationIn = (line: string) =>
    planOf(`# P\n\n${line}\n`).duration?.alternatives.map(({ weeks, people, span }) => [weeks, people, span.end - span.start]);

  test.each([
    [
      "**Total Duration**: 8 weeks (3 engineers) or 16 weeks (1 engineer)",
      [
        [8, 3, 21],
        [16, 1, 21],
      ],
    ],
    ["**Timeline**: 9 weeks", [[9, undefined, 7]]],
    ["**Planned length**: 1 week (2 people)", [[1, 2, 17]]],
    ["**Timeline**: soon", undefined],
    ["**Duration of all**: 9 weeks", undefined],
    ["**Weeks**: 9 weeks", undefined],
  ])("%s", (line, expected) => expect(durationIn(line)).toEqual(expected));

  test("is the first line that says so", () => {
    expect(durationIn("**Timeline**: soon\n**Total Duration**: 3 weeks\n**Duration**: 4 weeks")).toEqual([[3, undefined, 7]]);
  });
});
