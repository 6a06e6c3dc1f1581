import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import type { Block } from "../src/commands/outcome.ts";
import { reportMarkdown } from "../src/report/markdown.ts";
import { codeSpan, markdownText } from "../src/report/markdown-text.ts";
import { visible } from "../src/report/visible.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";

test.each([
  ["Create the models (12.5 h, 105 %)", "Create the models (12.5 h, 105 %)"],
  ["ask @team about #12 and a_b", "ask `@team` about `#12` and `a_b`"],
  ["sprint `2.3` takes 69 h", "sprint `2.3` takes 69 h"],
  ["a | b", "a &#124; b"],
  ["a|b", "`a`&#124;`b`"],
  ["<img src=x> [a](b)", "`<img src=x> [a](b)`"],
  ["see https://x.y or www.x.y, GH-3", "see `https://x.y` or `www.x.y, GH-3`"],
  ["- no list", "\\- no list"],
  ["1. no list", "1\\. no list"],
  ["1.1.3 → 1.1.4", "1.1.3 → 1.1.4"],
  ["tick ` tock", "tick `` ` `` tock"],
  ["0123abcd :tada: $x$", "`0123abcd :tada: $x$`"],
  ["", ""],
])("%j is written as %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test("a report for a comment", () => {
  const text = "| 1.2 | 1.9 |";
  const report = reportMarkdown(
    [
      outcomeOf({
        path: "plans/a.md",
        text,
        tasks: 2,
        view: [
          { kind: "heading", text: "Sprint 1" },
          { kind: "line", text: "40 h of work" },
          { kind: "line", text: ["by ", { text: "@team", tone: "code" }] },
          { kind: "table", columns: [{ title: "task" }, { title: "hours", align: "right" }], rows: [["<b>", "4"], ["a|b"]] },
          { kind: "page", markdown: "# Page\n\ntext\n" },
          { kind: "difference", text: "-a\n+```\n" },
        ],
        diagnostics: [findingAt(text, "1.9", { message: "`1.9` is no task", notes: ["1.2 → 1.9"], help: "remove it" })],
      }),
      outcomeOf({ path: "plans/b.md" }),
    ],
    optionsFor("check"),
  );
  expect(report).toBe(`\
## sprintplan check

### \`plans/a.md\`

#### Sprint 1

40 h of work\\
by \`@team\`

| task | hours |
| --- | --: |
| \`<b>\` | 4 |
| \`a\`&#124;\`b\` |  |

# Page

text

\`\`\`\`diff
-a
+\`\`\`
\`\`\`\`

| severity | rule | place | finding | help |
| --- | --- | --- | --- | --- |
| error | \`unknown-dependency\` | \`plans/a.md:1:9\` | \`1.9\` is no task; 1.2 → 1.9 | remove it |

2 tasks in 2 plans: 1 error
`);
});

const user = fc
  .array(
    fc.constantFrom(
      ..."#|[]()!:<>@`*_-=+\\/&~^$.1a \t\n".split(""),
      ..."``` @team #12 GH-3 https://x.y www.x.y a@b.c ![a](b) <img> <!-- [^1] [x]: </td> a/b#1 0123456789 1. --- \\| &lt;".split(" "),
    ),
    {
      maxLength: 25,
    },
  )
  .map((parts) => parts.join(""));

const parser = unified().use(remarkParse).use(remarkGfm);

/** Everything in a tree that our own frame does not put there, and every text that GitHub would turn into a link. */
function lively(node: Nodes): readonly string[] {
  if (node.type === "text") return /@|#\d|\bgh-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b/i.test(node.value) ? [node.value] : [];
  const own = ["root", "heading", "paragraph", "break", "table", "tableRow", "tableCell", "inlineCode", "code"].includes(node.type)
    ? []
    : [node.type];
  return "children" in node ? [...own, ...node.children.flatMap(lively)] : own;
}

/** The text that a reader sees. */
function seen(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(seen).join("") : "";
}

/** Also takes a broken command for what it shows: whether it was broken depends on where the writer makes code begin. */
function blanksFolded(text: string): string {
  return text.replaceAll(/[`\s]+/g, "").replaceAll("\\u{3a}:", "::");
}

test("no text of a plan comes to life", () => {
  fc.assert(
    fc.property(user, user, (text, other) => {
      const finding = findingAt(text, text.slice(0, 2), {
        rule: other,
        message: `see \`${text}\` and ${other}`,
        help: other,
        notes: [text],
      });
      const view: readonly Block[] = [
        { kind: "heading", text },
        { kind: "line", text },
        { kind: "line", text: [other, { text, tone: "code" }] },
        {
          kind: "table",
          columns: [{ title: text }, { title: other }],
          rows: [
            [text, other],
            [other, text],
          ],
        },
        { kind: "difference", text },
      ];
      const tree = parser.parse(reportMarkdown([outcomeOf({ path: text, text, view, diagnostics: [finding] })], optionsFor("check")));
      expect(lively(tree)).toEqual([]);
      const tables = tree.children.filter((node) => node.type === "table");
      expect(tables.map((table) => table.children.map((row) => row.children.length))).toEqual([
        [2, 2, 2],
        [5, 5],
      ]);
    }),
    { numRuns: 200 },
  );
});

test("the reader sees the text as it was, and nothing of it is alive", () => {
  fc.assert(
    fc.property(user, (text) => {
      const shown = blanksFolded(visible(text.replaceAll(/[\t\n]/g, " ")));
      for (const written of [markdownText(text), codeSpan(text)]) {
        const tree = parser.parse(written);
        expect(blanksFolded(seen(tree))).toBe(shown);
        expect(lively(tree)).toEqual([]);
      }
    }),
    { numRuns: 2500 },
  );
});
