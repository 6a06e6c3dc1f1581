import fc from "fast-check";
import { expect, test } from "vitest";
import { reportGitlab } from "../src/report/gitlab.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";
import { gitlabSchema } from "./report-schemas.ts";
import { workflowCommands } from "./workflow-commands.ts";

test("an issue for each finding, each with a fingerprint of its own", () => {
  const text = "a\n1.9, 1.9\n";
  const span = { start: 7, end: 10 };
  const diagnostics = [findingAt(text, "1.9"), findingAt(text, "1.9", { span }), findingAt(text, "a\n1", { severity: "warning" })];
  const report = gitlabSchema.parse(
    JSON.parse(reportGitlab([outcomeOf({ path: "a.md", text, diagnostics })], optionsFor("check", { locate: (path) => `deep/${path}` }))),
  );
  expect(report[0]).toEqual({
    description: "no such task",
    check_name: "unknown-dependency",
    fingerprint: expect.any(String),
    severity: "major",
    location: { path: "deep/a.md", lines: { begin: 2, end: 2 } },
  });
  expect(report.map(({ severity, location }) => [severity, location.lines.begin, location.lines.end])).toEqual([
    ["major", 2, 2],
    ["major", 2, 2],
    ["minor", 1, 2],
  ]);
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test("nothing is an empty list", () => {
  expect(reportGitlab([], optionsFor("check"))).toBe("[]\n");
});

test("whatever a plan says, the report is valid and harmless", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportGitlab([outcome], optionsFor("check"));
      for (const { description } of gitlabSchema.parse(JSON.parse(report))) expect(description).not.toMatch(/\p{Cc}|^\s*::|\u202e/u);
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      expect(workflowCommands(report)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
