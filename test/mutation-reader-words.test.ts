import { describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.ts";
import { readEstimate, readHours, scaleOf, statedScale, unitIn } from "../src/parse/estimate.ts";
import { readHeading, roleOfWords } from "../src/parse/headings.ts";
import { boxStatus, readPriority, readRisk, readStatus } from "../src/parse/scales.ts";
import { wholeOf } from "../src/parse/slice.ts";
import { planOf } from "./command-plans.ts";
import { table } from "./rule-findings.ts";
import { shownEstimate } from "./shown-fields.ts";

const sliceOf = (text: string) => wholeOf({ text, pieces: [], marks: [], span: { start: 0, end: text.length } });
const HOURS = { unit: "hours", pair: false } as const;

describe("a word is read whatever blanks stand around it", () => {
  test.each([
    [" High ", "high"],
    [" - ", "nothing"],
    ["soon", "is no risk level"],
  ])("as a risk: %j", (text, expected) => {
    const { value, problem } = readRisk(sliceOf(text));
    expect(value ?? problem ?? "nothing").toBe(expected);
  });
  test.each([
    [" Done ", "done"],
    [" TBD ", "nothing"],
    ["maybe", "is no status"],
  ])("as a status: %j", (text, expected) => {
    const { value, problem } = readStatus(sliceOf(text));
    expect(value ?? problem ?? "nothing").toBe(expected);
  });
  test.each([
    [" P1 ", "p1"],
    [" — ", "nothing"],
  ])("as a priority: %j", (text, expected) => expect(readPriority(sliceOf(text)).value ?? "nothing").toBe(expected));
  test.each([
    [" 4h ", "4"],
    [" TBD ", "nothing"],
    ["soon", "unreadable"],
  ])("as an estimate: %j", (text, expected) => expect(shownEstimate(readEstimate(sliceOf(text), HOURS, defaultConfig))).toBe(expected));
  test("as hours", () => expect([" 4h ", " 1 day ", " 3 pts "].map((text) => readHours(text, defaultConfig))).toEqual([4, 8, undefined]));
  test("as a heading", () => expect(["  Goal ", " Goals of ours"].map(roleOfWords)).toEqual(["goal", undefined]));
});

test.each([
  ["[x] Dig", "done"],
  ["- [ ] Dig", "open"],
  ["🚧 Dig", "started"],
  ["Dig ✅", "done"],
  ["Dig ✅ it", undefined],
  ["Dig", undefined],
  ["[link] Dig", undefined],
  ["", undefined],
])("`%s` begins or ends with the sign of %s", (text, status) => expect(boxStatus(sliceOf(text))?.value).toBe(status));

test.each([
  ["4h", true],
  ["4", false],
  ["2 apples", false],
  ["2 story points", true],
  ["XL", true],
  ["ITEMS", false],
  ["MANY", false],
  ["hours", false],
])("`%s` names a unit or a size: %s", (text, expected) => expect(unitIn(text)).toBe(expected));

describe("how numbers are meant", () => {
  test.each([
    ["Effort (days)", { unit: "days", pair: false }],
    ["Hours (opt/pess)", { unit: "hours", pair: true }],
    ["Hours (pess/opt)", { unit: "hours", pair: false }],
    ["Hours (pess)", { unit: "hours", pair: false }],
  ])("by a header: %s", (header, scale) => expect(scaleOf(header, HOURS)).toEqual(scale));
  test.each([
    ["The unit is the person-day", { unit: "days", pair: false }],
    ["Estimates are in points, best and worst", { unit: "points", pair: false }],
    ["Estimates are in apples", undefined],
    ["Dig", undefined],
  ])("by a line: %s", (line, scale) => expect(statedScale(line)).toEqual(scale));
});

test.each([
  ["Sprint 3: Dig", "sprint"],
  ["Phase 3: Dig", "phase"],
  ["Milestone 3: Dig", "milestone"],
  ["Dig", "other"],
  ["Sprint 3 (\nDig)", "other"],
  ["Sprint 3\nDig", "sprint"],
])("the heading %j is of a %s", (text, kind) => expect(readHeading(sliceOf(text), 2).kind).toBe(kind));

describe("the people of a team", () => {
  const team = (text: string) =>
    planOf(`## Sprint 1: A\n\n### Team Capacity\n\n${text}\n\n### Tasks\n\n${table(["1 | Dig | 2 | | "])}`).sprints[0].team.map(
      ({ name, capacity }) => `${name.value} ${capacity.value ?? capacity.problem}`,
    );

  test.each([
    [
      "beside labels that name nobody",
      "- Ada: away\n- Ben: 20 hours\n- Holidays: Monday\n- Meetings: many",
      ["Ada is no number of hours", "Ben 20"],
    ],
    ["not in prose", "- Ada: away\n- Zoe: away\n- Cid: away\n- Ben: 20 hours", ["Ben 20"]],
    ["not in code", "```\nAda: 20 hours\n```", []],
    ["in a table with short rows", "| Hours | Name |\n|---|---|\n| 20 | Ada |\n| 30 |\n| 10 | |", ["Ada 20"]],
    ["in a table with short rows, names first", "| Name | Hours |\n|---|---|\n| Ada | 20 |\n| Ben |", ["Ada 20"]],
    ["not in a table without names", "| Thing | Hours |\n|---|---|\n| Ada | 20 |", []],
    ["not in a table without hours", "| Name | Colour |\n|---|---|\n| Ada | 20 |", []],
  ])("%s", (_where, text, expected) => expect(team(text)).toEqual(expected));
});
