import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Column, Inline } from "../src/commands/outcome.ts";
import type { ReportOptions } from "../src/report/reporter.ts";
import { reportText } from "../src/report/text.ts";
import { displayWidth } from "../src/report/width.ts";
import { findingAt, optionsFor, outcomeOf, type Sketch } from "./report-outcome.ts";

function text(sketches: readonly Sketch[], command = "check", rest: Partial<ReportOptions> = {}): string {
  return reportText(sketches.map(outcomeOf), optionsFor(command, rest));
}

const FIX = { title: "correct it", safe: true, edits: [] };

test("a check without findings is one line", () => {
  expect(text([{ tasks: 107, sprints: 8 }])).toBe("107 tasks in 8 sprints of 1 plan: no problems found\n");
  expect(text([{ tasks: 1 }, { tasks: 2 }])).toBe("3 tasks in 2 plans: no problems found\n");
});

test("a check shows each finding in its frame, then one line", () => {
  const plan = "| 1.1 | 4 |\n| 1.2 | 1.9 |\n";
  const outcome = {
    path: "plans/a.md",
    text: plan,
    tasks: 2,
    sprints: 1,
    diagnostics: [
      findingAt(plan, "1.9", { message: "`1.9` is no task of this plan", help: "did you mean `1.1`?", notes: ["1.2 → 1.9"], fix: FIX }),
      findingAt(plan, "1.2", { rule: "vague", severity: "warning", message: "vague", fix: { ...FIX, safe: false } }),
    ],
  };
  const frames = `\
error[unknown-dependency]: \`1.9\` is no task of this plan
 ╭─ plans/a.md:2:9
2 │ | 1.2 | 1.9 |
  │         ^^^
  = 1.2 → 1.9
  help: did you mean \`1.1\`?

warning[vague]: vague
 ╭─ plans/a.md:2:3
2 │ | 1.2 | 1.9 |
  │   ^^^
`;
  expect(text([outcome])).toBe(
    `${frames}\n2 tasks in 1 sprint of 1 plan: 1 error, 1 warning (1 fixable with --fix, 1 more with --fix --unsafe)\n`,
  );
  expect(text([outcome], "capacity")).toBe(`${frames}\n2 tasks in 1 sprint of 1 plan: 1 error, 1 warning\n`);
});

test("related places are lines, and beyond eight a count", () => {
  const plan = Array.from({ length: 12 }, (_, line) => `line ${line + 1}\n`).join("");
  const related = Array.from({ length: 10 }, (_, line) => ({ span: { start: plan.indexOf(`line ${line + 2}`), end: 0 }, message: "here" }));
  const lines = text([{ text: plan, diagnostics: [findingAt(plan, "line 1", { related })] }]).split("\n");
  expect(lines.slice(4, 14)).toEqual([
    "  = line 2: here",
    "  = line 3: here",
    "  = line 4: here",
    "  = line 5: here",
    "  = line 6: here",
    "  = line 7: here",
    "  = line 8: here",
    "  = line 9: here",
    "  = … and 2 more",
    "",
  ]);
});

test("views stand under their paths where there are several plans", () => {
  const view: readonly Block[] = [
    { kind: "heading", text: "Sprint 1" },
    { kind: "line", text: ["takes ", { text: "41 h", tone: "bad" }], indent: 2 },
    { kind: "blank" },
    { kind: "page", markdown: "# Title\n\n\tcode\n" },
    { kind: "difference", text: "--- a\n+++ a\n@@ -1 +1 @@\n-4\r\n+5\n" },
  ];
  const shown = "Sprint 1\n  takes 41 h\n\n# Title\n\n    code\n--- a\n+++ a\n@@ -1 +1 @@\n-4\n+5\n";
  expect(text([{ view }], "show")).toBe(shown);
  expect(text([{ path: "a.md", view }, { path: "b.md", view }, { path: "c.md" }], "show")).toBe(`a.md\n${shown}\nb.md\n${shown}`);
  expect(text([], "show")).toBe("");
});

test("tones are colours only where colours are wanted", () => {
  const sketch: Sketch = {
    text: "abc",
    view: [{ kind: "heading", text: ["total ", { text: "good", tone: "good" }] }],
    diagnostics: [findingAt("abc", "b", { severity: "warning", message: "see `b`" })],
  };
  expect(text([sketch], "show", { color: 1 })).toBe(
    [
      "\u001b[1mtotal \u001b[22m\u001b[32mgood\u001b[39m",
      "",
      "\u001b[33mwarning[unknown-dependency]\u001b[39m: \u001b[1msee \u001b[22m\u001b[36m`b`\u001b[39m",
      "\u001b[2m ╭─ \u001b[22mplan.md:1:2",
      "\u001b[2m1 │ \u001b[22mabc",
      "\u001b[2m  │ \u001b[22m\u001b[33m ^\u001b[39m",
      "",
      "0 tasks in 1 plan: 1 warning",
      "",
    ].join("\n"),
  );
});

const TASKS: Extract<Block, { readonly kind: "table" }> = {
  kind: "table",
  columns: [{ title: "task" }, { title: "description" }, { title: "hours", align: "right" }],
  rows: [
    ["1.1", "Create the models and convert the existing migrations", "4"],
    [[{ text: "1.2", tone: "bad" }], "漢字", "12.5"],
    ["1.3", ""],
  ],
};

test("a table aligns numbers, and gives in where the text is longest", () => {
  expect(text([{ view: [TASKS] }], "show")).toBe(
    `\
task  description                                            hours
────  ─────────────────────────────────────────────────────  ─────
1.1   Create the models and convert the existing migrations      4
1.2   漢字                                                    12.5
1.3
`,
  );
  expect(text([{ view: [TASKS] }], "show", { width: 40 })).toBe(
    `\
task  description                  hours
────  ───────────────────────────  ─────
1.1   Create the models and            4
      convert the existing
      migrations
1.2   漢字                          12.5
1.3
`,
  );
});

const cell: fc.Arbitrary<Inline> = fc.oneof(
  fc.stringMatching(/^[a-c0-9.]{0,12}( [a-c0-9.]{1,30}){0,4}$/),
  fc.constantFrom("漢字漢字 漢字", "é — …", "→ 1.2", "⅔ h"),
  fc.constantFrom<Inline>([{ text: "41 h of 40 h", tone: "bad" }, " and ", { text: "more", tone: "muted" }]),
);

test("a long table looks like a short one, and none is wider than the terminal", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 16, max: 60 }),
      fc.constantFrom<0 | 1>(0, 1),
      (rows, width, color) => {
        const columns: readonly Column[] = [{ title: "one" }, { title: "two" }, { title: "three", align: "right" }];
        const many = Array.from({ length: 101 }, (_, index) => rows[index % rows.length]);
        const print = (some: readonly (readonly Inline[])[]) =>
          text([{ view: [{ kind: "table", columns, rows: some }] }], "show", { width, color });
        const short = print(rows).split("\n");
        const long = print(many).split("\n");
        expect(long.slice(0, short.length - 1)).toEqual(short.slice(0, -1));
        expect(long.filter((line) => displayWidth(line) > width)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("emoji are measured as terminals show them", () => {
  const rows = [
    ["👩‍💻 Developer ⚠️", "1"],
    ["🇩🇪 ✔️ 1️⃣", "2"],
    ["한글", "3"],
  ];
  expect(text([{ view: [{ kind: "table", columns: [{ title: "name" }, { title: "hours" }], rows }] }], "show")).toBe(`\
name             hours
───────────────  ─────
👩‍💻 Developer ⚠️  1
🇩🇪 ✔️ 1️⃣         2
한글             3
`);
});

test("ten thousand rows take no time", () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [`1.${row}`, "Create the models and convert them", `${row}`]);
  const start = performance.now();
  const lines = text([{ view: [{ ...TASKS, rows }] }], "show").split("\n");
  expect(lines).toHaveLength(10_003);
  expect(performance.now() - start).toBeLessThan(4000);
});
