import { describe, expect, test } from "vitest";
import { readDates, readDays, readWeeks } from "../src/parse/calendar.ts";
import { wholeOf } from "../src/parse/slice.ts";
import { planOf, sprintPlan } from "./command-plans.ts";

const sliceOf = (text: string) => wholeOf({ text, pieces: [], marks: [], span: { start: 0, end: text.length } });

/** A span of time as `what was written: first..last`, or with what is wrong about it. */
function shown(field: ReturnType<typeof readWeeks> | ReturnType<typeof readDates>): string {
  if (field === undefined) return "none";
  const { text, value, problem } = field;
  return `${text}: ${value === undefined ? problem : `${value.first}..${value.last}`}`;
}

describe("weeks", () => {
  test.each([
    ["Week 3", "Week 3: 3..3"],
    ["End of Week 6, then", "Week 6: 6..6"],
    ["Weeks 3-3", "Weeks 3-3: 3..3"],
    ["Weeks 3-2", "Weeks 3-2: is no span of time"],
    ["Week 10000", "Week 10000: 10000..10000"],
    ["Week 10001", "Week 10001: is no span of time"],
    ["Weeks 9-10001", "Weeks 9-10001: is no span of time"],
    ["Weeks", "none"],
    ["3", "none"],
  ])("%s", (text, expected) => expect(shown(readWeeks(sliceOf(text)))).toBe(expected));
});

describe("days", () => {
  test.each([
    ["Day 1", "Day 1: 1..1"],
    ["Days 3 to 5", "Days 3 to 5: 3..5"],
    ["Days 5-3", "Days 5-3: is no span of time"],
    ["Day one", "none"],
  ])("%s", (text, expected) => expect(shown(readDays(sliceOf(text)))).toBe(expected));
});

describe("dates", () => {
  test.each([
    ["2025-10-27 – 2025-11-07", "2025-10-27..2025-11-07"],
    ["2025-10-27–11-07", "2025-10-27..2025-11-07"],
    ["2025-10-27 – 2025-10-27", "2025-10-27..2025-10-27"],
    ["2025-10-27 – 2025-10-26", "is no span of time"],
    ["2025-10-27 – 2025-11-31", "is no span of time"],
    ["2025-02-30 – 2025-03-07", "is no span of time"],
    ["2025-13-01 – 2025-14-01", "is no span of time"],
    ["2025-12-01 – 2025-13-01", "is no span of time"],
    ["2025-00-01 – 2025-01-01", "is no span of time"],
    ["1.2.–3.4.2025", "2025-02-01..2025-04-03"],
    ["27.12.–3.1.2026", "2025-12-27..2026-01-03"],
    ["27.12.2025–3.1.2026", "2025-12-27..2026-01-03"],
    ["2025/3/1-2025/3/9", "2025-03-01..2025-03-09"],
    ["Oct 7 - 20, 2025", "2025-10-07..2025-10-20"],
    ["Dec 20 - Jan 5, 2026", "2025-12-20..2026-01-05"],
    ["Jan 5 - Dec 20, 2026", "2026-01-05..2026-12-20"],
    ["Jan 20, 2026 - Jan 25, 2026", "2026-01-20..2026-01-25"],
    ["Foo 7 - Oct 20, 2025", "is no span of time"],
    ["Oct 7 - Foo 20, 2025", "is no span of time"],
    ["Foo 7 - 20, 2025", "is no span of time"],
    ["7 – 20 oct 2025", "2025-10-07..2025-10-20"],
    ["7 OKTOBER bis 20 Oktober 2025", "2025-10-07..2025-10-20"],
  ])("%s", (text, expected) => expect(shown(readDates(sliceOf(text)))).toBe(`${text}: ${expected}`));

  test.each(["Oct 7 - Oct 20", "in 2025", "2025-10-27"])("%s are none", (text) => expect(shown(readDates(sliceOf(text)))).toBe("none"));

  test("in a line below the heading, of digits and hyphens alone", () => {
    const { sprints } = planOf(sprintPlan([["1 | Dig | 2 | | "]]).replace(" (Week 1)\n", "\n\n**Dates:** 2025-10-27–2025-11-07\n"));
    expect(shown(sprints[0].dates)).toBe("2025-10-27–2025-11-07: 2025-10-27..2025-11-07");
  });
});

describe("sprints that each begin when the one before ends", () => {
  /** When the sprints are, each with a task; one without a time says nothing. */
  function times(...written: readonly string[]): readonly string[] {
    const sprints = written.map((time, index) => `## Sprint ${index + 1}: S${time === "" ? "" : ` (${time})`}\n\n- [ ] Dig (2h)\n`);
    return planOf(`# Plan\n\n${sprints.join("\n")}`).sprints.map(({ weeks, dates }) => {
      const value = weeks?.value ?? dates?.value;
      return value === undefined ? "" : `${value.first}..${value.last}`;
    });
  }

  test.each([
    ["are half open", ["Weeks 1-2", "Weeks 2-3", "Weeks 3-5"], ["1..1", "2..2", "3..4"]],
    ["beside others without a time", ["Weeks 1-2", "", "Weeks 2-3", "Weeks 3-4"], ["1..1", "", "2..2", "3..3"]],
    [
      "in dates too",
      ["2025-09-24 – 2025-10-01", "2025-10-01 – 2025-10-08", "2025-10-08 – 2025-10-15"],
      ["2025-09-24..2025-09-30", "2025-10-01..2025-10-07", "2025-10-08..2025-10-14"],
    ],
    ["but not where there are two", ["Weeks 1-2", "Weeks 2-3"], ["1..2", "2..3"]],
    ["nor where one is a week alone", ["Weeks 1-2", "Week 2", "Weeks 2-3"], ["1..2", "2..2", "2..3"]],
    ["nor where they stand apart", ["Weeks 1-2", "Weeks 3-4", "Weeks 5-6"], ["1..2", "3..4", "5..6"]],
    ["nor where one overlaps alone", ["Weeks 1-2", "Weeks 2-3", "Weeks 4-5"], ["1..2", "2..3", "4..5"]],
  ])("%s", (_what, written, expected) => expect(times(...written)).toEqual(expected));
});
