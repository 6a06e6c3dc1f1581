import { expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";
const sprintOf = (text: string) => planOf(`# Plan\n\n## Sprint 1: A\n\n${text}`).sprints[0];

test.each([
  ["under its heading", `Total: 50h\n\n${TABLE}`, 50],
  ["under its tasks", `### Tasks\n\nTotal: 50h\n\n${TABLE}`, 50],
  ["behind a table of its goal", `### Goal\n\n${TABLE}\nTotal: 50h\n`, 50],
  ["behind a table of its team", `### Team Capacity\n\n- Ada: 30h\n\n${TABLE}\nTotal: 50h\n`, 50],
  ["not in front of that", `### Team Capacity\n\nTotal: 50h\n\n${TABLE}`, undefined],
  ["not behind a table of its risks", `${TABLE}\n### Risks\n\n| Risk | Why |\n|---|---|\n| Rain | Sky |\n\nTotal: 50h\n`, undefined],
  ["behind an equals sign alone", `Total: = 50h\n\n${TABLE}`, 50],
])("a sprint's total may stand %s", (_, text, hours) => expect(sprintOf(text).statedHours?.value).toBe(hours));

test.each([
  ["under its tasks' headings", "### Task 1: Dig\n\n**Effort:** 2h\n\n- [ ] Seen\n", ["Seen"]],
  ["deep under its criteria", "### Definition of Done\n\n#### First\n\n- [ ] Seen\n\n#### Second\n\n- [ ] Heard\n", ["Seen", "Heard"]],
  ["under criteria of its notes", "### Notes\n\n- [ ] No\n\n#### Exit criteria\n\n- [ ] Seen\n", ["Seen"]],
  ["under criteria of its tasks", `### Tasks\n\n${TABLE}\n- [ ] No\n\n#### Exit criteria\n\n- [ ] Seen\n`, ["Seen"]],
  ["not under criteria of its risks", "### Risks\n\n#### Exit criteria\n\n- [ ] No\n", []],
  ["not under its goal", "### Goal\n\n- [ ] No\n", []],
])("a sprint's criteria stand %s", (_, text, criteria) =>
  expect(sprintOf(text).criteria.map(({ text: { value } }) => value)).toEqual(criteria),
);

test("a line of people is a team where it says that it is the capacity", () => {
  expect(sprintOf(`Note: Lead 60h, Dev 80h\n\n${TABLE}`).team).toEqual([]);
  expect(sprintOf(`Note: Lead 60h, Dev 80h\nCapacity: Ada 20h, Ben 30h\n\n${TABLE}`).team.map(({ name }) => name.value)).toEqual([
    "Ada",
    "Ben",
  ]);
});

test("a risk begins with its level, an answer with its word", () => {
  const { risks } = sprintOf(
    "### Risks\n\nQuite high: sun\nMedium: rain\n\n- No fallback: none\n- No mitigation: none\n- Contingency: a roof\n- Mitigation: tea\n",
  );
  expect(risks.map(({ level, text, mitigation, fallback }) => [level, text.value, mitigation?.value, fallback?.value])).toEqual([
    ["medium", "rain", "tea", "a roof"],
  ]);
});
