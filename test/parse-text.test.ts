import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { planOf } from "./command-plans.ts";
import { fieldsOf, SAMPLES } from "./parse-samples.ts";

const TABLE = "| ID | Title | Hours | Dependencies |\n|---|---|---|---|\n| A-1 | One | 4 | - |\n";

describe("what Markdown hides is not read", () => {
  test.each([
    ["a fence", `\`\`\`\n${TABLE}\`\`\`\n`],
    ["a fence in a fence", `\`\`\`\`markdown\n\`\`\`\n${TABLE}\`\`\`\n${TABLE}\`\`\`\`\n`],
    ["a fence of tildes", `~~~\n${TABLE}~~~\n`],
    ["a fence that never ends", `\`\`\`\n${TABLE}`],
    ["an indented block", TABLE.replaceAll(/^/gm, "    ")],
    ["a comment", `<!--\n${TABLE}-->\n`],
    ["front matter", `---\n${TABLE}---\n`],
  ])("%s", (_name, text) => {
    expect(planOf(text).tasks).toEqual([]);
    expect(planOf(`${text.startsWith("---") ? text : ""}${TABLE.replace("A-1", "B-1")}\n`).tasks.map(({ id }) => id.value)).toEqual([
      "B-1",
    ]);
  });

  test.each([
    ["a quote", TABLE.replaceAll(/^(?=.)/gm, "> ")],
    ["a list", `- tasks:\n\n${TABLE.replaceAll(/^(?=.)/gm, "  ")}`],
  ])("but a table in %s is", (_name, text) => expect(planOf(text).tasks.map(({ id }) => id.value)).toEqual(["A-1"]));

  test("a table needs no pipes at its ends", () => {
    expect(planOf("ID | Title | Hours\n---|---|---\nA-1 | One | 4\n").tasks.map(({ id }) => id.value)).toEqual(["A-1"]);
  });

  test("front matter is kept as text and moves nothing", () => {
    const text = `---\ntitle: A plan\nstart: 2026-01-05\n---\n${TABLE}`;
    const plan = planOf(text);
    expect([plan.frontMatter?.text, plan.tasks[0].line]).toEqual(["title: A plan\nstart: 2026-01-05\n", 7]);
    expect(planOf(`text\n\n---\n\ntitle: no\n\n---\n\n${TABLE}`).frontMatter).toBeUndefined();
  });

  test.each(["", " ", "\n", "\r\n\t\n", "\uFEFF", "---", "---\n", "---\n---", "#", "|", "| |\n|-|\n", "- [ ]", "\u0000", "\uD800"])(
    "%j is an empty plan",
    (text) => {
      const plan = planOf(text);
      expect([plan.tasks.length, plan.sprints.length, plan.unread.length]).toEqual([0, 0, 0]);
    },
  );
});

/** Short ones, because each is read hundreds of times. */
const SHORT = SAMPLES.filter(([, text]) => text.length < 3000);

describe("any text is some plan", () => {
  const parse = (text: string): Plan => parsePlan(createSource("plan.md", text), defaultConfig);
  const whole = (text: string): void => {
    const plan = parse(text);
    for (const { span } of fieldsOf(plan)) {
      if (!(span.start >= 0 && span.start <= span.end && span.end <= plan.source.text.length))
        throw new Error(`a field stands at ${span.start}..${span.end} of ${plan.source.text.length}`);
    }
    for (const [index, task] of plan.tasks.entries()) {
      if (task.index !== index || task.id.value === undefined || (task.parent !== undefined && task.parent >= plan.tasks.length))
        throw new Error(`task ${index} is misplaced`);
    }
  };

  const piece = fc.constantFrom(
    ...[
      "#",
      "## ",
      "### Sprint 1.1: ",
      "### Task 2: ",
      "- ",
      "- [ ] ",
      "- [x] 1.1 ",
      "1. ",
      "* ",
      "> ",
      "|",
      " | ",
      "\n",
      "\n\n",
      "\r\n",
      "---",
      "|---|---|---|\n",
      "`",
      "```\n",
      "~~~",
      "~~",
      "**",
      "_",
      "\\",
      "\\|",
      "&amp;",
      "<br>",
      "<!--",
      "-->",
      "[",
      "](",
      ")",
      "(",
      "!",
      ":",
      "\t",
      "    ",
    ],
    ...[
      "ID",
      "Task",
      "Hours",
      "Dependencies",
      "Assignee",
      "A-1",
      "A-2",
      "1.1",
      "1.2",
      "T001",
      "4h",
      "2-3d",
      "All",
      "All above",
      "A-1-A-2",
      "FS+2d",
      "Week 1-2",
      "**Total**: 5h",
      "**Depends on:** ",
      "**Blocks:** A-1",
      "â†",
      "âœ…",
      "✅",
      "é",
      "😀",
      "\uFEFF",
      "__proto__",
      "constructor",
      "Milestones",
      "Critical Path",
      "Sprint 1 → Sprint 2",
    ],
  );

  test("made of Markdown's own signs", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => whole(pieces.join(""))),
      { numRuns: 2000 },
    );
  }, 60_000);

  test("with rows of a table in any state", () => {
    const row = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 8 })
      .map((cells) => `| ${cells.join(" | ").replaceAll("\n", " ")} |\n`);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) =>
        whole(`| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n${rows.join("")}`),
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  test("as a sample with a stretch cut out or doubled", () => {
    const cut = fc.record({
      sample: fc.nat(SHORT.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(200),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(cut, ({ sample, at, length, twice }) => {
        const [, text] = SHORT[sample];
        const start = Math.floor(at * text.length);
        whole(text.slice(0, start) + (twice ? text.slice(start, start + length).repeat(2) : "") + text.slice(start + length));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("as a sample without some of its lines", () => {
    const cut = fc.record({
      sample: fc.nat(SHORT.length - 1),
      gone: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(cut, ({ sample, gone }) => {
        const lines = SHORT[sample][1].split("\n");
        const left = new Set(gone.map((at) => Math.floor(at * lines.length)));
        whole(lines.filter((_line, index) => !left.has(index)).join("\n"));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
