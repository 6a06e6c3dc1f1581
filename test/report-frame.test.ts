import stringWidth from "string-width";
import { expect, test } from "vitest";
import { frameOf } from "../src/report/frame.ts";
import { displayWidth } from "../src/report/width.ts";
import { createSource } from "../src/source.ts";
import { findingAt } from "./report-outcome.ts";

/** The lines of the frame between its heading and its remarks. */
function frame(text: string, marked: string | { readonly start: number; readonly end: number }, columns = 80): readonly string[] {
  const finding = typeof marked === "string" ? findingAt(text, marked) : { ...findingAt(text, ""), span: marked };
  const lines = frameOf(createSource("p.md", text), finding, columns);
  return lines.slice(1).map((line) => line.map((piece) => piece.text).join(""));
}

test("the caret stands under the span", () => {
  expect(frame("one\ntwo three\n", "three")).toEqual([" ╭─ p.md:2:5", "2 │ two three", "  │     ^^^^^"]);
});

test("the gutter is as wide as the line's number", () => {
  expect(frame(`${"\n".repeat(99)}word`, "word")).toEqual(["   ╭─ p.md:100:1", "100 │ word", "    │ ^^^^"]);
});

test("a path stays on one line, whatever it is called", () => {
  const [, place] = frameOf(createSource("a\nb.md", "word"), findingAt("word", "word"), 80);
  expect(place.map(({ text }) => text).join("")).toBe(" ╭─ a b.md:1:1");
});

test.each(["\r\n", "\n", "\r"])("line ending %j", (ending) => {
  expect(frame(`one${ending}two${ending}three`, "two")).toEqual([" ╭─ p.md:2:1", "2 │ two", "  │ ^^^"]);
});

test("a tab is one blank", () => {
  expect(frame("\t- [ ]\ttask", "task")).toEqual([" ╭─ p.md:1:8", "1 │  - [ ] task", "  │        ^^^^"]);
});

test("wide characters take two columns, combining ones none, hidden ones are escaped", () => {
  expect(frame("漢字 ✅ e\u0301: x", "x").slice(1)).toEqual(["1 │ 漢字 ✅ e\u0301: x", "  │            ^"]);
  expect(frame("a 漢字 b", "漢字").slice(1)).toEqual(["1 │ a 漢字 b", "  │   ^^^^"]);
  expect(frame("a\u200bb c", "c").slice(1)).toEqual(["1 │ a\\u{200b}b c", "  │            ^"]);
});

test("an empty span is one caret, also at the end of the file", () => {
  expect(frame("a  b", { start: 2, end: 2 }).slice(1)).toEqual(["1 │ a  b", "  │   ^"]);
  expect(frame("ab", { start: 2, end: 2 }).slice(1)).toEqual(["1 │ ab", "  │   ^"]);
  expect(frame("ab\r\n", { start: 4, end: 4 })).toEqual([" ╭─ p.md:2:1", "2 │ ", "  │ ^"]);
  expect(frame("", { start: 0, end: 0 }).slice(1)).toEqual(["1 │ ", "  │ ^"]);
});

test("a span that begins in a line ending or ends in another line stays on its first line", () => {
  expect(frame("ab\r\ncd", { start: 3, end: 5 }).slice(1)).toEqual(["1 │ ab", "  │   ^"]);
  expect(frame("one two\nthree", "two\nthree").slice(1)).toEqual(["1 │ one two", "  │     ^^^"]);
});

test("a long line is cut around the span", () => {
  const line = `${"a".repeat(100)} HERE ${"b".repeat(100)}`;
  expect(frame(line, "HERE", 40).slice(1)).toEqual(["1 │ …aaaaaaaaaaaaaa HERE bbbbbbbbbbbbbb…", "  │                 ^^^^"]);
  expect(frame(`HERE ${"b".repeat(100)}`, "HERE", 24).slice(1)).toEqual(["1 │ HERE bbbbbbbbbbbbbb…", "  │ ^^^^"]);
  expect(frame(`${"a".repeat(100)} HERE`, "HERE", 24).slice(1)).toEqual(["1 │ …aaaaaaaaaaaaaa HERE", "  │                 ^^^^"]);
  expect(frame(`aa ${"X".repeat(100)} bb`, "X".repeat(100), 24).slice(1)).toEqual(["1 │ …XXXXXXXXXXXXXXXXX……", "  │  ^^^^^^^^^^^^^^^^^^"]);
});

test.each([24, 25, 40, 41])("a cut line of wide characters fits %i columns", (columns) => {
  const line = `${"漢".repeat(50)}✅${"字".repeat(50)}`;
  const [, code, caret] = frame(line, "✅", columns);
  expect(displayWidth(code)).toBeLessThanOrEqual(columns);
  expect(displayWidth(code.slice(0, code.indexOf("✅")))).toBe(caret.indexOf("^"));
});

test("the short way to a width agrees with the long one", () => {
  const different = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => displayWidth(character) !== stringWidth(character),
  );
  expect(different).toEqual([]);
});

test("and where signs meet that may join", () => {
  const emoji = Array.from({ length: 0x1000 }, (_, index) => String.fromCodePoint(0x1f000 + index)).filter((sign) =>
    /\p{Emoji}/u.test(sign),
  );
  const meeting = ["", "x", "\u200d", "\ufe0e", "\ufe0f", "\u{1f1e6}", "\u{1f3fd}", "\u20e3", "é", "e\u0301", "漢", "✅", "1", "🔴"];
  const texts = [...emoji, ...meeting].flatMap((sign) => meeting.flatMap((other) => [sign + other, other + sign, sign + other + sign]));
  expect(texts.filter((text) => displayWidth(text) !== stringWidth(text))).toEqual([]);
});

test("thousands of findings in one huge line are shown in time", () => {
  const line = "x ".repeat(500_000);
  const source = createSource("p.md", line);
  const start = performance.now();
  for (let at = 0; at < 5000; at += 1) frameOf(source, { ...findingAt("x", "x"), span: { start: at * 200, end: at * 200 + 1 } }, 80);
  expect(performance.now() - start).toBeLessThan(4000);
});
