import { describe, expect, test } from "vitest";
import { commentsOf } from "../src/report/comments.ts";
import { messagePieces, onOneLine, piecesOf, widthOf, wrap } from "../src/report/inline.ts";
import { jsonText } from "../src/report/json-text.ts";
import { codeBlock, codeSpan, markdownText } from "../src/report/markdown-text.ts";
import { mermaidLine, mermaidText } from "../src/report/mermaid-text.ts";
import { breakCommands, visible, visibleInside } from "../src/report/visible.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";

describe("shown", () => {
  test.each([
    ["##", "##"],
    ["a##[b", "a#\\u{23}[b"],
    ["##ABC[x", "#\\u{23}ABC[x"],
    ["##twenty-one[x", "##twenty-one[x"],
    [`##${"a".repeat(20)}[x`, `#\\u{23}${"a".repeat(20)}[x`],
    [`##${"a".repeat(21)}[x`, `##${"a".repeat(21)}[x`],
    ["#[x", "#[x"],
    ["::a\n\t::b", "\\u{3a}:a\n\\u{9}::b"],
    ["a ::b", "a ::b"],
    ["x\n::a\n  ::b", "x\n\\u{3a}:a\n  \\u{3a}:b"],
    [":a", ":a"],
    ["⚠\uFE0E ⚠\uFE0F", "⚠\uFE0E ⚠\uFE0F"],
    ["#\uFE0F\u20E3", "#\uFE0F\u20E3"],
    ["#\uFE0Fx", "#\\u{fe0f}x"],
    ["x\uFE0F\u20E3", "x\\u{fe0f}\u20E3"],
    ["1x\uFE0F\u20E3", "1x\\u{fe0f}\u20E3"],
    ["⚠x\uFE0F", "⚠x\\u{fe0f}"],
    ["👩\u200D💻", "👩\u200D💻"],
    ["👍🏽\u200D💻", "👍🏽\u200D💻"],
    ["❤\uFE0F\u200D🔥", "❤\uFE0F\u200D🔥"],
    ["👩\u200Dx", "👩\\u{200d}x"],
    ["👩\u200Dx💻", "👩\\u{200d}x💻"],
    ["👩\u200Dx⚕", "👩\\u{200d}x⚕"],
    ["x\u200D💻", "x\\u{200d}💻"],
    ["👩x\u200D💻", "👩x\\u{200d}💻"],
    ["👩\u200B💻", "👩\\u{200b}💻"],
  ])("%j is %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test("what only came together on the page is broken", () => {
    expect(breakCommands("a\n \u00A0::x\n##vso[y] a::b")).toBe("a\n \u00A0\\u{3a}:x\n#\\u{23}vso[y] a::b");
    expect(visibleInside("::a ##[b\u0007")).toBe("::a #\\u{23}[b\\u{7}");
  });
});

describe("runs of text", () => {
  test("are safe, the first one also as a line's start", () => {
    expect(piecesOf("::a")).toEqual([{ text: "\\u{3a}:a", tone: undefined }]);
    expect(piecesOf(["a\r\nb\tc\n", { text: "::d\u0007", tone: "bad" }])).toEqual([
      { text: "a b c ", tone: undefined },
      { text: "::d\\u{7}", tone: "bad" },
    ]);
    expect(onOneLine("a\r\nb\rc\nd\te f")).toBe("a b c d e f");
    expect(onOneLine("\r\n\n")).toBe("  ");
  });

  test("of a message are set off by backticks", () => {
    expect(messagePieces("`1.1` is no\ttask `x`", "bad")).toEqual([
      { text: "`1.1`", tone: "code" },
      { text: " is no task ", tone: "bad" },
      { text: "`x`", tone: "code" },
    ]);
    expect(messagePieces("::a")).toEqual([{ text: "::a", tone: undefined }]);
    expect(messagePieces("")).toEqual([]);
  });

  test.each<[string, number, readonly string[]]>([
    ["", 10, []],
    ["one two", 7, ["one two"]],
    ["one two", 6, ["one", "two"]],
    ["one two three", 8, ["one two", "three"]],
    ["one  two", 4, ["one", "two"]],
    ["abcdefg", 3, ["abc", "def", "g"]],
    ["a abcd", 3, ["a", "abc", "d"]],
    [" a", 5, ["a"]],
    ["漢字漢", 4, ["漢字", "漢"]],
    ["one\u00A0two\u2003three", 8, ["one two", "three"]],
  ])("%j in %d columns", (text, columns, lines) => {
    const wrapped = wrap([{ text, tone: "strong" }], columns);
    expect(wrapped.map((line) => line.map((piece) => piece.text).join(""))).toEqual(lines);
    expect(wrapped.flat().every(({ tone }) => tone === "strong")).toBe(true);
    expect(wrapped.every((line) => widthOf(line) <= columns)).toBe(true);
  });

  test("are as wide as all of them", () => {
    expect(widthOf(piecesOf(["ab", "漢字", "c"]))).toBe(7);
    expect(widthOf([])).toBe(0);
  });
});

test("a finding is a line of a comment, with its place", () => {
  const text = "a\nbc\n";
  const finding = findingAt(text, "c", { message: "no\n::task\u0007" });
  expect(commentsOf(outcomeOf({ text, diagnostics: [finding, findingAt(text, "a")] }))).toEqual([
    "plan.md:2:2: error[unknown-dependency]: no ::task\\u{7}",
    "plan.md:1:1: error[unknown-dependency]: no such task",
  ]);
});

test("a value is JSON of several lines, and safe to show", () => {
  const value = { a: ["\u001B##[x]\u{E0041}", "\uD800", 1, "\t"] };
  expect(jsonText(value)).toBe('{\n  "a": [\n    "\\u001b#\\u0023[x]\\udb40\\udc41",\n    "\uFFFD",\n    1,\n    "\\t"\n  ]\n}\n');
});

describe("as Markdown", () => {
  test.each([
    ["gh-1", "`gh-1`"],
    ["a-gh-x", "a-gh-x"],
    ["xgh-1", "xgh-1"],
    ["(gh-1)", "`(gh-1)`"],
    ["1gh-1", "1gh-1"],
    ["a://b", "`a://b`"],
    ["a:b/c", "a:b/c"],
    ["awww.b", "`awww.b`"],
    [":a+1:", "`:a+1:`"],
    ["12:30:", "`12:30:`"],
    ["a:b", "a:b"],
    ["0123456", "`0123456`"],
    ["012345", "012345"],
    ["x0123456", "x0123456"],
    ["0123456x", "0123456x"],
    ["(0123456", "`(0123456`"],
    ["0123456)", "`0123456)`"],
    ["ABCDEF0", "`ABCDEF0`"],
    ["a  b", "a  b"],
    ["@a  @b c", "`@a  @b` c"],
    ["@a b @c", "`@a` b `@c`"],
    [" a ", "a"],
    ["``", "``` `` ```"],
    ["`@a` `b`", "`@a` `b`"],
    ["`a`@b", "`a` `@b`"],
    ["@b`a`", "`@b` `a`"],
    ["`a`@b x", "`a` `@b` x"],
    ["a`b`c", "a`b`c"],
    ["`a``b`", "`a` `b`"],
    ["1) a", "1\\) a"],
    ["12. a", "12\\. a"],
    ["1.", "1\\."],
    ["1.a", "1.a"],
    ["a 1. b", "a 1. b"],
    ["+ a", "\\+ a"],
    ["= a", "\\= a"],
    [": a", "\\: a"],
    ["a - b", "a - b"],
    ["a\nb", "a b"],
  ])("%j is %j", (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  test.each([
    ["a", "`a`"],
    ["`", "`` ` ``"],
    ["a`b", "``a`b``"],
    ["a`b``c", "```a`b``c```"],
    ["`a", "`` `a ``"],
    ["a`", "`` a` ``"],
    [" a", "`  a `"],
    ["a ", "` a  `"],
    ["a|b", "`a`&#124;`b`"],
    ["|", "&#124;"],
    ["a| |b", "`a`&#124; &#124;`b`"],
    ["", ""],
    ["a\u0007\nb", "`a\\u{7} b`"],
  ])("%j as code is %j", (text, written) => {
    expect(codeSpan(text)).toBe(written);
  });

  test.each([
    ["a\nb\n\n", "```md\na\nb\n```"],
    ["a\r\nb\rc\r\n", "```md\na\nb\nc\n```"],
    ["a ```` b", "`````md\na ```` b\n`````"],
    ["a `` b", "```md\na `` b\n```"],
    ["::a\u0007", "```md\n\\u{3a}:a\\u{7}\n```"],
    ["a\n\nb", "```md\na\n\nb\n```"],
  ])("%j as a block is %j", (text, written) => {
    expect(codeBlock(text, "md")).toBe(written);
  });
});

describe("as a label of a diagram", () => {
  test.each([
    [" a b ", "a b"],
    ["1. a", "1#46; a"],
    ["12) a", "12#41; a"],
    ["1.", "1#46;"],
    ["1.a", "1.a"],
    ["a 1. b", "a 1. b"],
    ["- a", "#45; a"],
    ["a-b", "a-b"],
    ['#;"', "#35;#59;#34;"],
    ["😀", "#128512;"],
    ["é (1/2), b.", "é (1/2), b."],
    ["", ""],
  ])("%j is %j", (text, written) => {
    expect(mermaidText(text)).toBe(written);
  });

  test.each([
    ["", "#32;"],
    ["end", "#101;nd"],
    ["1.1", "1.1"],
    ["2025-01-01", "#50;025-01-01"],
    ["2025 a", "2025 a"],
    ["1-a", "#49;-a"],
    ["1 2-3", "1 2-3"],
    ["#a", "#35;a"],
    ["😀a", "#128512;a"],
  ])("%j at a line's start is %j", (text, written) => {
    expect(mermaidLine(text)).toBe(written);
  });
});
