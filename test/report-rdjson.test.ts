import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { reportRdjson } from "../src/report/rdjson.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { rdjsonSchema } from "./report-schemas.ts";
import { workflowCommands } from "./workflow-commands.ts";

test("a diagnostic for each finding, columns in bytes, edits of a fix as one suggestion", () => {
  const text = "é\n漢😀 1.9, 2.7 x\n";
  const at = text.indexOf("1.9");
  const edits = [
    { start: at + 5, end: at + 8, text: "2" },
    { start: at, end: at + 3, text: "1" },
  ];
  const finding = findingAt(text, "1.9", { help: "name it", fix: { title: "write both", safe: false, edits } });
  expect(rdjsonSchema.parse(JSON.parse(reportRdjson([outcomeOf({ path: "a\\b.md", text, diagnostics: [finding] })])))).toEqual({
    source: { name: "sprintplan" },
    diagnostics: [
      {
        message: "no such task\nhelp: name it",
        location: { path: "a/b.md", range: { start: { line: 2, column: 9 }, end: { line: 2, column: 12 } } },
        severity: "ERROR",
        code: { value: "unknown-dependency" },
        suggestions: [{ range: { start: { line: 2, column: 9 }, end: { line: 2, column: 17 } }, text: "1, 2" }],
      },
    ],
  });
});

test("without plans the report is still whole", () => {
  expect(rdjsonSchema.parse(JSON.parse(reportRdjson([]))).diagnostics).toEqual([]);
});

const parser = unified().use(remarkParse).use(remarkGfm);

test("whatever a plan says, the report is valid, and a comment made of it is only words and code", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportRdjson([outcome]);
      for (const { message } of rdjsonSchema.parse(JSON.parse(report)).diagnostics) {
        const kinds = [...JSON.stringify(parser.parse(message)).matchAll(/"type":"(\w+)"/g)].map(([, kind]) => kind);
        expect(kinds.filter((kind) => !["root", "paragraph", "text", "inlineCode"].includes(kind))).toEqual([]);
      }
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      expect(workflowCommands(report)).toEqual([]);
    }),
    { numRuns: 250 },
  );
});
