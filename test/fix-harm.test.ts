import { describe, expect, test } from "vitest";
import { harmOf } from "../src/commands/harm.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";

const text = [
  "## Sprint 1 (Week 1)",
  "",
  "| ID | Task | Hours | Dependencies |",
  "|----|------|-------|--------------|",
  "| 1.1 | Dig | 8 | None |",
  "| 1.2 | Build | 16 | 1.1, 1.1 |",
  "",
  "**Total Estimated Hours**: 30 hours",
  "",
].join("\n");

/** What is said when the first place of `from` becomes `to`. */
function harm(from: string, to: string, allowed: "safe" | "unsafe" = "safe"): string | undefined {
  const start = text.indexOf(from);
  const edits = [{ start, end: start + from.length, text: to }];
  const [before, after] = [text, applyEdits(text, edits)].map((each) => parsePlan(createSource("plan.md", each), defaultConfig));
  return harmOf(before, after, edits, allowed);
}

describe("an edit does no harm", () => {
  test.each([
    ["to a total", "30", "24"],
    ["to a list of dependencies", ", 1.1 |", " |"],
    ["to a title", "Dig", "Dig a hole"],
    ["that is a new row", "\n\n**Total", "\n| 1.3 | Paint | 4 | None |\n\n**Total"],
    ["between the blocks", "\n\n**Total", "\n\n\n\n**Total"],
  ])("%s", (_what, from, to) => {
    expect(harm(from, to)).toBeUndefined();
  });
});

describe("an edit does harm", () => {
  test.each([
    ["a pipe in a cell", "Dig", "Dig | dig", "the estimate `8` in line 5 would be read otherwise"],
    ["a row that goes along", "| 1.1 | Dig", "x\n\n| 1.1 | Dig", "the estimate `8` in line 5 would be read otherwise"],
    ["a heading that becomes text", "## Sprint", "Sprint", "the task `1.1` in line 5 would be read otherwise"],
    ["a unit for a whole column", "Hours", "Days", "the estimate `8` in line 5 would be read otherwise"],
  ])("%s", (_what, from, to, words) => {
    expect(harm(from, to)).toBe(words);
  });

  test("unless it is unsafe, and only lets others be understood", () => {
    expect(harm("Hours", "Days", "unsafe")).toBeUndefined();
    expect(harm("Dig", "Dig | dig", "unsafe")).toContain("would be read otherwise");
  });
});

test("a second byte-order mark does not move the places behind it", () => {
  const before = parsePlan(createSource("plan.md", `\uFEFF\uFEFF${text}`), defaultConfig);
  const [{ title }] = before.tasks;
  expect([title.text, before.source.text.slice(title.span.start, title.span.end)]).toEqual(["Dig", "Dig"]);
  const edits = [{ start: 0, end: 1, text: "" }];
  const after = parsePlan(createSource("plan.md", `\uFEFF${applyEdits(before.source.text, edits)}`), defaultConfig);
  expect(harmOf(before, after, edits, "safe")).toBeUndefined();
});
