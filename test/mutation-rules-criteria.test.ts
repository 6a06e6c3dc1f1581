import { describe, expect, test } from "vitest";
import { section, toldBy } from "./rule-findings.ts";

const STATUS = "ID | Task | Hours | Status";
const met = (rows: readonly string[], ...boxes: readonly string[]): string =>
  section("Sprint 1: A (Week 1)", rows, {
    head: STATUS,
    after: `### Acceptance Criteria\n\n${boxes.map((box, index) => `- [${box}] It holds ${index + 1}\n`).join("")}`,
  });
const DONE = ["1 | Dig | 3 | Done", "2 | Lay | 3 | Done"];

describe("criteria of a sprint that is done", () => {
  test.each<[string, string, readonly string[]]>([
    ["are met", met(DONE, "x", "x"), []],
    [
      "are not met, one of them",
      met(DONE, "x", " "),
      [
        "11 It holds 2: all 2 tasks of sprint 1 are done, but 1 of 2 criteria is not met",
        "? meet the criteria or tick them off, or open the tasks again that are to meet them",
      ],
    ],
    [
      "are not met, two of them",
      met(DONE, " ", "x", " "),
      [
        "10 It holds 1: all 2 tasks of sprint 1 are done, but 2 of 3 criteria are not met",
        "~ 12 It holds 3: not met either",
        "? meet the criteria or tick them off, or open the tasks again that are to meet them",
      ],
    ],
    [
      "are one, of one task",
      met([DONE[0]], " "),
      [
        "9 It holds 1: the only task of sprint 1 is done, but 1 of 1 criterion is not met",
        "? meet the criteria or tick them off, or open the tasks again that are to meet them",
      ],
    ],
    ["are not met while a task is open", met([DONE[0], "2 | Lay | 3 | Open"], " "), []],
    [
      "are not met though a task is dropped",
      met([DONE[0], "2 | Lay | 3 | Dropped"], " "),
      [
        "10 It holds 1: the only task of sprint 1 is done, but 1 of 1 criterion is not met",
        "? meet the criteria or tick them off, or open the tasks again that are to meet them",
      ],
    ],
    ["are not met where all is dropped", met(["2 | Lay | 3 | Dropped"], " "), []],
    [
      "are not met while another sprint is open",
      met(DONE, " ") + section("Sprint 2: B (Week 2)", ["3 | Roof | 3 | Open"], { head: STATUS }),
      [
        "10 It holds 1: all 2 tasks of sprint 1 are done, but 1 of 1 criterion is not met",
        "? meet the criteria or tick them off, or open the tasks again that are to meet them",
      ],
    ],
  ])("%s", (_which, plan, expected) => {
    expect(toldBy("open-criteria", plan)).toEqual(expected);
  });
});
