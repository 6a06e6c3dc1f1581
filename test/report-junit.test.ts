import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { reportJunit } from "../src/report/junit.ts";
import { rules } from "../src/rules/index.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { createMemoryHost } from "./memory-host.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { junitFaults, parseXml } from "./report-schemas.ts";
import { workflowCommands } from "./workflow-commands.ts";

test("a suite for each plan, a failed test for each finding", () => {
  const text = "a\n1.9\n";
  const diagnostics = [findingAt(text, "1.9", { message: 'no `<b>` & "c"', help: "name it" })];
  expect(
    reportJunit([outcomeOf({ path: "plans\\a.md", text, diagnostics }), outcomeOf({ path: "b.md" })]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sprintplan" tests="1" failures="1" errors="0">
  <testsuite name="plans/a.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="unknown-dependency (2:1)" classname="plans/a.md">
      <failure message="no \`&lt;b&gt;\` &amp; &quot;c&quot;" type="error">plans/a.md:2:1
no \`&lt;b&gt;\` &amp; &quot;c&quot;
help: name it</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="0" failures="0" errors="0" skipped="0"/>
</testsuites>
`);
});

test("rules that found nothing are tests that passed", () => {
  const plan = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Dig | 8 | 7, 9 |\n";
  const host = createMemoryHost({
    files: new Map([
      ["a.md", plan],
      ["sprintplan.config.json", '{ "rules": { "duplicate-task": "off" } }'],
    ]),
  });
  run(["check", "a.md", "--format", "junit"], host);
  const root = parseXml(host.output());
  expect(junitFaults(root)).toEqual([]);
  const tests = root.children[0].children;
  expect(tests.slice(0, 2).map(({ children, attributes }) => [attributes.get("name"), children.length])).toEqual([
    ["unknown-dependency (3:17)", 1],
    ["unknown-dependency (3:20)", 1],
  ]);
  const silent = rules.filter(({ id, severity }) => severity !== "off" && !["duplicate-task", "unknown-dependency"].includes(id));
  expect(tests.slice(2).map(({ attributes }) => attributes.get("name"))).toEqual(silent.map(({ id }) => id));
  expect(root.attributes.get("tests")).toBe(`${tests.length}`);
});

test("without plans the report is still whole", () => {
  expect(junitFaults(parseXml(reportJunit([])))).toEqual([]);
});

test("whatever a plan says, the report is well formed and harmless", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportJunit([outcome]);
      const root = parseXml(report);
      expect(junitFaults(root)).toEqual([]);
      expect(root.children[0].children).toHaveLength(2);
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      expect(workflowCommands(report)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
