import fc from "fast-check";
import { expect, test } from "vitest";
import { reportCompact } from "../src/report/compact.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

test("a line for each finding of each plan", () => {
  const text = "a\n1.9, 2.7\n";
  const diagnostics = [findingAt(text, "1.9"), findingAt(text, "2.7", { severity: "warning", rule: "vague-dependency", help: "name it" })];
  expect(
    reportCompact([outcomeOf({ path: "plans\\a.md", text, diagnostics }), outcomeOf({ text, diagnostics: [findingAt(text, "a")] })]),
  ).toBe(
    `plans/a.md:2:1: error no such task [unknown-dependency]
plans/a.md:2:6: warning no such task [vague-dependency]
plan.md:1:1: error no such task [unknown-dependency]
`,
  );
});

test("nothing for nothing", () => {
  expect(reportCompact([outcomeOf({})])).toBe("");
});

test("a finding is one line, and no command of a runner", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportCompact([outcome]);
      expect(report.split("\n")).toHaveLength(3);
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      expect(workflowCommands(report)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
