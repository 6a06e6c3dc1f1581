import fc from "fast-check";
import { expect, test } from "vitest";
import { reportJson } from "../src/report/json.ts";
import { outputSchema } from "../src/report/schema.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";
import { outputFaults } from "./report-schemas.ts";

test("the whole envelope", () => {
  const text = "a\n1.9\n";
  const fix = { title: "write `1.1`", safe: true, edits: [{ start: 2, end: 5, text: "1.1" }] };
  const related = [{ span: { start: 0, end: 1 }, message: "first here" }];
  const outcomes = [
    outcomeOf({
      path: "plans\\a.md",
      text,
      tasks: 2,
      sprints: 1,
      diagnostics: [findingAt(text, "1.9", { notes: ["x → y"], related, fix })],
    }),
    outcomeOf({ path: "", data: { rules: [{ id: "unread-row", severity: "error", count: 0 }] } }),
  ];
  expect(reportJson(outcomes, optionsFor("check"))).toBe(`{
  "schemaVersion": 1,
  "tool": {
    "name": "sprintplan",
    "version": "1.2.3"
  },
  "command": "check",
  "plans": [
    {
      "path": "plans/a.md",
      "reading": {
        "joint": "split",
        "all": "attend",
        "overlap": "inherit"
      },
      "data": {
        "rules": []
      },
      "diagnostics": [
        {
          "rule": "unknown-dependency",
          "severity": "error",
          "message": "no such task",
          "notes": [
            "x → y"
          ],
          "start": {
            "line": 2,
            "column": 1,
            "offset": 2
          },
          "end": {
            "line": 2,
            "column": 4,
            "offset": 5
          },
          "related": [
            {
              "message": "first here",
              "start": {
                "line": 1,
                "column": 1,
                "offset": 0
              },
              "end": {
                "line": 1,
                "column": 2,
                "offset": 1
              }
            }
          ],
          "fix": {
            "title": "write \`1.1\`",
            "safe": true,
            "edits": [
              {
                "start": 2,
                "end": 5,
                "text": "1.1"
              }
            ]
          }
        }
      ]
    },
    {
      "data": {
        "rules": [
          {
            "id": "unread-row",
            "severity": "error",
            "count": 0
          }
        ]
      },
      "diagnostics": []
    }
  ],
  "summary": {
    "plans": 1,
    "sprints": 1,
    "tasks": 2,
    "errors": 1,
    "warnings": 0,
    "infos": 0
  }
}
`);
});

test("output is what both forms of the schema say", () => {
  const text = "a\n1.9\n";
  const outcomes = [outcomeOf({ text, diagnostics: [findingAt(text, "1.9", { help: "remove it" })] })];
  const output: unknown = JSON.parse(reportJson(outcomes, optionsFor("check")));
  expect(outputSchema.safeParse(output).error).toBeUndefined();
  expect(outputFaults(output)).toEqual([]);
  expect(outputFaults(JSON.parse(reportJson(outcomes, optionsFor("status"))))).not.toEqual([]);
});

test("without plans the report is still whole", () => {
  expect(JSON.parse(reportJson([], optionsFor("show")))).toMatchObject({ plans: [], summary: { plans: 0, errors: 0 } });
});

test("the text of a plan comes back exactly, except for lone surrogates", () => {
  const character = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constantFrom("##[", "\u001b", "\ud800", "\u{E0001}", "\n::", '"', "\\"),
  );
  fc.assert(
    fc.property(fc.array(character), (parts) => {
      const text = parts.join("");
      const report = reportJson([outcomeOf({ data: { text } })], optionsFor("show"));
      expect(JSON.parse(report).plans[0].data.text).toBe(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
    }),
  );
});
