import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../src/commands/outcome.ts";
import { reportersOf } from "../src/report/reporter.ts";
import { breakCommands, visible, visibleInside } from "../src/report/visible.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";

test.each([
  ["plain text, 40 h: fine # 1", "plain text, 40 h: fine # 1"],
  ["\u001b[31mred", "\\u{1b}[31mred"],
  ["a\rb\tc\u0085", "a\\u{d}b\\u{9}c\\u{85}"],
  ["admin\u202Etxt", "admin\\u{202e}txt"],
  ["1\u200B.1", "1\\u{200b}.1"],
  ["\uD800x", "\\u{d800}x"],
  ["\u{E0041}", "\\u{e0041}"],
  ["##[add-mask]x", "#\\u{23}[add-mask]x"],
  ["### [x]", "### [x]"],
  ["see ##vso[task.setvariable]", "see #\\u{23}vso[task.setvariable]"],
  [" \u00A0::stop-commands::y", " \u00A0\\u{3a}:stop-commands::y"],
  ["std::vector", "std::vector"],
  ["a\n::b", "a\n\\u{3a}:b"],
  ["👩‍💻 ⚠️ 1️⃣ 👍🏽 café", "👩‍💻 ⚠️ 1️⃣ 👍🏽 café"],
  ["a\uFE0Fb\u200Dc", "a\\u{fe0f}b\\u{200d}c"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("text inside a line keeps its colons", () => {
  expect(visibleInside("::note")).toBe("::note");
});

/** Made of what runners and terminals look for: random strings hardly ever hold it. */
const hostile = fc
  .array(
    fc.constantFrom(
      ..."#|[]:%{}<>@`*_-=+\\/!&~ a1\t\n\r\u001b\u009b\u0085\u200b\u202e\u2028\u00a0\ud800".split(""),
      ..."##[ :: ##vso[ ::error ::add-mask:: %0A \u001b]8;; @team #12 GH-3 https://x.y www.x.y ![a](b) <img> <!--".split(" "),
      "wide 漢字",
      "👩‍💻",
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** What GitHub's runner takes for a command: version 2 at a line's start, version 1 anywhere. */
function runnerCommands(output: string): readonly string[] {
  return output.split(/\r\n|\n|\r/).filter((line) => line.trimStart().startsWith("::") || /##[a-z]*\[/i.test(line));
}

test("nothing that is shown holds a control character or a runner's command", () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
      const shown = visible(text);
      expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]|\p{Cs}/u);
      expect(runnerCommands(shown)).toEqual([]);
      expect(runnerCommands(breakCommands(text))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

function withoutColors(output: string): string {
  const [first, ...rest] = output.split("\u001b[");
  return [first, ...rest.map((part) => part.replace(/^(?:[1-9]|22|3\d)m/, ""))].join("");
}

function viewOf(text: string): readonly Block[] {
  return [
    { kind: "heading", text },
    { kind: "line", text: ["#", { text, tone: "bad" }], indent: 2 },
    { kind: "line", text: [{ text, tone: "code" }] },
    {
      kind: "table",
      columns: [{ title: text }, { title: "hours", align: "right" }],
      rows: [
        [text, "1"],
        [[{ text, tone: "strong" }, "x"], text],
      ],
    },
    { kind: "page", markdown: text },
    { kind: "difference", text },
  ];
}

test.each(["text", "json", "markdown"])("no plan text breaks out of the %s format", (format) => {
  const report = reportersOf("check").get(format);
  fc.assert(
    fc.property(hostile, fc.constantFrom<0 | 1>(0, 1), (text, color) => {
      const finding = findingAt(text, text.slice(1, 4), {
        message: text,
        help: text,
        notes: [text],
        related: [{ span: { start: 0, end: 1 }, message: text }],
      });
      const output =
        report?.(
          [outcomeOf({ path: text, text, view: viewOf(text), data: { text }, diagnostics: [finding] })],
          optionsFor("check", { color }),
        ) ?? "";
      const withoutOurs = color === 0 ? output : withoutColors(output);
      expect(withoutOurs).not.toMatch(/[^\P{Cc}\n]|[\u202e\u200b]|\p{Cs}/u);
      expect(runnerCommands(output)).toEqual([]);
      if (color === 0) expect(withoutOurs).toBe(output);
    }),
    { numRuns: 1000 },
  );
});
