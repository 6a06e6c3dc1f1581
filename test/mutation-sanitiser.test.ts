import { describe, expect, test } from "vitest";
import { messagePieces, onOneLine, piecesOf, widthOf, wrap } from "../src/report/inline.ts";
import { jsonText } from "../src/report/json-text.ts";
import { codeBlock, codeSpan, markdownText } from "../src/report/markdown-text.ts";
import { mermaidLine, mermaidText } from "../src/report/mermaid-text.ts";
import { breakCommands, visible, visibleInside } from "../src/report/visible.ts";
import { hiddenCharacters, withoutHidden } from "../src/rules/hidden-characters.ts";

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

describe("a hidden character has a name", () => {
  test.each([
    ["\u00AD", "U+00AD (soft hyphen)", "invisible"],
    ["\u061C", "U+061C (Arabic letter mark)", "reordering"],
    ["\u200B", "U+200B (zero-width space)", "invisible"],
    ["\u200C", "U+200C (zero-width non-joiner)", "invisible"],
    ["\u200D", "U+200D (zero-width joiner)", "invisible"],
    ["\u200E", "U+200E (left-to-right mark)", "reordering"],
    ["\u200F", "U+200F (right-to-left mark)", "reordering"],
    ["\u2028", "U+2028 (line separator)", "invisible"],
    ["\u2029", "U+2029 (paragraph separator)", "invisible"],
    ["\u202A", "U+202A (left-to-right embedding)", "reordering"],
    ["\u202B", "U+202B (right-to-left embedding)", "reordering"],
    ["\u202C", "U+202C (end of embedding)", "reordering"],
    ["\u202D", "U+202D (left-to-right override)", "reordering"],
    ["\u202E", "U+202E (right-to-left override)", "reordering"],
    ["\u2060", "U+2060 (word joiner)", "invisible"],
    ["\u2066", "U+2066 (left-to-right isolate)", "reordering"],
    ["\u2067", "U+2067 (right-to-left isolate)", "reordering"],
    ["\u2068", "U+2068 (first strong isolate)", "reordering"],
    ["\u2069", "U+2069 (end of isolate)", "reordering"],
    ["\uFE0F", "U+FE0F (emoji selector)", "invisible"],
    ["\uFEFF", "U+FEFF (zero-width no-break space)", "invisible"],
    ["\u0007", "U+0007 (control character)", "invisible"],
    ["\u{E0041}", "U+E0041 (tag character)", "invisible"],
    ["\uFE00", "U+FE00 (invisible character)", "invisible"],
    ["\uD800", "U+D800 (invisible character)", "invisible"],
  ])("%j: %s", (character, name, kind) => {
    expect([...hiddenCharacters(`ab${character}c`)]).toEqual([{ at: 2, length: character.length, name, kind }]);
    expect(withoutHidden(`ab${character}c`)).toBe("abc");
  });
});

describe("a hidden character belongs", () => {
  test.each([
    ["a selector to a sign", "☀\uFE0F", "☀"],
    ["a selector to a key", "7\uFE0F\u20E3", "7"],
    ["tags to a flag", "\u{1F3F4}\u{E0067}\u{E0062}", "\u{1F3F4}"],
    ["a sign around numbers to any", "x\u0600", undefined],
    ["a mark to what is behind it", "a\u200Fש", undefined],
    ["a mark to what is before it", "ש\u200Ea", undefined],
    ["a joiner to an emoji", "👩\u200D💻", "👩"],
    ["a joiner behind a selector to an emoji", "❤\uFE0F\u200D🔥", "❤"],
    ["a non-joiner to a letter with its marks", "क\u094D\u200Cष", undefined],
    ["a joiner to a letter with its marks", "क\u094D\u200Dष", undefined],
    ["a zero-width space between words of Thai", "ภาษา\u200Bไทย", "ภาษา"],
    ["a selector to a character of Japanese", "辻\u{E0100}", "辻"],
    ["a selector to a letter of Mongolian", "ᠠ\u180B", "ᠠ"],
    ["a joiner of graphemes to a mark", "ב\u05B0\u034F", "ב\u05B0"],
    ["a filler to a letter of Korean", "\u1100\u1160", "\u1100"],
    ["a vowel to a letter of Khmer", "ក\u17B5", "ក"],
  ])("%s", (_how, text, alone) => {
    expect([...hiddenCharacters(text)]).toEqual([]);
    expect(withoutHidden(text)).toBe(text);
    const strange = alone === undefined ? undefined : [...hiddenCharacters(text.replace(alone, "x"))].length;
    if (strange !== undefined) expect(strange).toBeGreaterThan(0);
  });

  test.each([
    ["a key without its frame", "7\uFE0Fx"],
    ["a letter before a frame", "x\uFE0F\u20E3"],
    ["a key further before", "7x\uFE0F\u20E3"],
    ["a sign further before", "☀x\uFE0F"],
    ["a flag further before", "\u{1F3F4}x\u{E0067}"],
    ["more tags than a flag has", `\u{1F3F4}${"\u{E0067}".repeat(8)}`],
    ["a mark between letters of Europe", "a\u200Fb"],
    ["a joiner in front of a letter", "👩\u200Dx"],
    ["a joiner between letters of Europe", "a\u200Db"],
    ["a joiner with a letter between", "कa\u200Cष"],
    ["an emoji with a letter between", "👩x\u200D💻"],
    ["a zero-width space at the end of Thai", "ไทย\u200Bx"],
    ["a zero-width space before Thai", "x\u200Bไทย"],
    ["a zero-width space with a letter between", "ไทยx\u200Bไทย"],
    ["a zero-width space with a letter behind", "ไทย\u200Bxไทย"],
    ["a selector of Japanese behind Mongolian", "ᠠ\u{E0100}\u{E0100}"],
  ])("unlike %s", (_what, text) => {
    expect([...hiddenCharacters(text)]).not.toEqual([]);
  });

  test("each by itself, in order", () => {
    expect([...hiddenCharacters("a\u200Bb\u{E0041}c")].map(({ at, length }) => [at, length])).toEqual([
      [1, 1],
      [3, 2],
    ]);
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
  ])("%j in %d columns", (text, columns, lines) => {
    const wrapped = wrap([{ text, tone: "strong" }], columns);
    expect(wrapped.map((line) => line.map((piece) => piece.text).join(""))).toEqual(lines);
    expect(wrapped.flat().every(({ tone }) => tone === "strong")).toBe(true);
    expect(wrapped.every((line) => widthOf(line) <= columns)).toBe(true);
  });
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
    ["ABCDEF0", "`ABCDEF0`"],
    ["a  b", "a  b"],
    ["@a  @b c", "`@a  @b` c"],
    ["@a b @c", "`@a` b `@c`"],
    [" a ", "a"],
    ["``", "``` `` ```"],
    ["`@a` `b`", "`@a` `b`"],
    ["`a`@b", "`a` `@b`"],
    ["@b`a`", "`@b` `a`"],
    ["1) a", "1\\) a"],
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
    ["#a", "#35;a"],
    ["😀a", "#128512;a"],
  ])("%j at a line's start is %j", (text, written) => {
    expect(mermaidLine(text)).toBe(written);
  });
});
