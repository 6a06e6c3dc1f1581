import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { reportSarif } from "../src/report/sarif.ts";
import { rules } from "../src/rules/index.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { createMemoryHost } from "./memory-host.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";
import { sarifFaults } from "./report-schemas.ts";
import { workflowCommands } from "./workflow-commands.ts";

interface Log {
  readonly runs: readonly [
    { readonly tool: { readonly driver: { readonly rules: readonly Descriptor[] } }; readonly results: readonly Result[] },
  ];
}

interface Descriptor {
  readonly id: string;
  readonly help: { readonly text: string; readonly markdown: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
  readonly fixes: readonly [
    { readonly artifactChanges: readonly [{ readonly replacements: readonly { readonly insertedContent: unknown }[] }] },
  ];
}

function logOf(report: string): Log {
  const log: Log = JSON.parse(report);
  expect(sarifFaults(log)).toEqual([]);
  return log;
}

test("a result with all it can have", () => {
  const text = "a\n1.9 é\n";
  const fix = { title: "write `1.1`", safe: true, edits: [{ start: 2, end: 5, text: "1.1" }] };
  const related = [{ span: { start: 0, end: 1 }, message: "first [here](x)" }];
  const finding = findingAt(text, "1.9", { severity: "info", notes: ["x → y"], help: "name it", related, fix });
  const outcome = outcomeOf({ path: "my plans/a#1.md", text, diagnostics: [finding] });
  const location = (startLine: number, startColumn: number, endColumn: number) => ({
    artifactLocation: { uri: "my%20plans/a%231.md", uriBaseId: "SRCROOT" },
    region: { startLine, startColumn, endLine: startLine, endColumn },
  });
  expect(logOf(reportSarif([outcome], optionsFor("check")))).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "sprintplan", version: "1.2.3", semanticVersion: "1.2.3", rules: [] } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "the root of the repository" } } },
        results: [
          {
            ruleId: "unknown-dependency",
            level: "note",
            message: { text: "no such task\nx → y\nhelp: name it" },
            locations: [{ physicalLocation: location(2, 1, 4) }],
            relatedLocations: [{ id: 0, message: { text: "first [here]\\u{28}x)" }, physicalLocation: location(1, 1, 2) }],
            partialFingerprints: { "sprintplanFinding/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
            fixes: [
              {
                description: { text: "write `1.1`" },
                artifactChanges: [
                  {
                    artifactLocation: location(2, 1, 4).artifactLocation,
                    replacements: [{ deletedRegion: location(2, 1, 4).region, insertedContent: { text: "1.1" } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test("every rule that ran is there with its page, and every result finds its rule", () => {
  const plan = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Dig | 8 | 7 |\n";
  const configuration = '{ "rules": { "duplicate-task": "off" } }';
  const files = new Map([
    ["a.md", plan],
    ["b.md", plan],
    ["sprintplan.config.json", configuration],
  ] as const);
  const host = createMemoryHost({ files });
  expect(run(["check", "a.md", "b.md", "--format", "sarif"], host)).toBe(1);
  const [{ tool, results }] = logOf(host.output()).runs;
  const expected = rules.filter(({ id, severity }) => severity !== "off" && id !== "duplicate-task").map(({ id }) => id);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(expected);
  expect(tool.driver.rules.filter(({ help }) => !help.markdown.startsWith("# "))).toEqual([]);
  expect(results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex].id])).toEqual([
    ["unknown-dependency", "unknown-dependency"],
    ["unknown-dependency", "unknown-dependency"],
  ]);
});

test("a plan outside of the repository has an address of its own", () => {
  const diagnostics = [findingAt("a", "a")];
  const uris = ["/tmp/a b.md", "C:/a.md"].map((path) => {
    const [{ results }] = logOf(reportSarif([outcomeOf({ path, text: "a", diagnostics })], optionsFor("check"))).runs;
    return results[0].locations[0].physicalLocation.artifactLocation;
  });
  expect(uris).toEqual([{ uri: "file:///tmp/a%20b.md" }, { uri: "file:///C%3A/a.md" }]);
});

test("without plans the report is still whole", () => {
  expect(logOf(reportSarif([], optionsFor("check"))).runs[0].results).toEqual([]);
});

test("whatever a plan says, the report is valid and harmless, and a fix says exactly its text", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportSarif([outcome], optionsFor("check"));
      const [{ results }] = logOf(report).runs;
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\u200b\u202e\ufffe]/u);
      expect(workflowCommands(report)).toEqual([]);
      expect(results.map(({ message }) => message.text).join()).not.toMatch(/\]\(|[^\P{Cc}\n]|^\s*::/mu);
      const text = outcome.diagnostics[0].fix?.edits[0].text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
      expect(results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent).toEqual({ text });
    }),
    { numRuns: 400 },
  );
});
