import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { exactProse, startWriting, type Writing, writeAligned, writeAtom, writeExact, written } from "../src/parse/prose.ts";
import { placeOf, sub } from "../src/parse/slice.ts";

/** Each character of what was written with what stands for it in the file, where that is another text. */
function shown(file: string, write: (writing: Writing) => void): string {
  const writing = startWriting(readable(file));
  write(writing);
  const slice = written(writing, { start: 0, end: file.length });
  let text = "";
  for (let at = 0; at < slice.text.length; at += 1) {
    const { start, end } = placeOf(sub(slice, at, at + 1));
    const place = file.slice(start, end);
    text += place === slice.text[at] ? place : `${slice.text[at]}{${place}}`;
  }
  return text;
}

/** The place of all that was written. */
function wholePlace(file: string, write: (writing: Writing) => void): string {
  const writing = startWriting(readable(file));
  write(writing);
  const { start, end } = placeOf(written(writing, { start: 0, end: file.length }));
  return `${start}-${end}`;
}

describe("text as it stands", () => {
  test.each([
    ["plain", "one line", "one line"],
    ["damaged alone", "â†“", "↓{â†“}"],
    ["damaged at its start", "â†“ now", "↓{â†“} now"],
    ["damaged at its end", "now â†“", "now ↓{â†“}"],
    ["damaged in its middle", "ab â†“ cd", "ab ↓{â†“} cd"],
    ["damaged twice in a row", "aâ†“â†’b", "a↓{â†“}→{â†’}b"],
    ["damaged three times", "aâ†“bâ†’câ†“", "a↓{â†“}b→{â†’}c↓{â†“}"],
    ["with right letters beside damage", "â†“ größer", "↓{â†“} größer"],
  ])("%s", (_, file, expected) => expect(shown(file, (writing) => writeExact(writing, 0, readable(file).text.length))).toBe(expected));

  test.each([
    [2, 4, "↓{â†“}→{â†’}"],
    [1, 3, "b↓{â†“}"],
    [2, 2, ""],
    [3, 2, ""],
  ])("from %i to %i", (start, end, expected) => expect(shown("abâ†“â†’", (writing) => writeExact(writing, start, end))).toBe(expected));

  test("is known at once where nothing was repaired", () => {
    const text = readable("ab â†“ cd");
    expect([exactProse(0, 3, text), exactProse(4, 7, text)].map((slice) => slice && [slice.text, placeOf(slice)])).toEqual([
      ["ab ", { start: 0, end: 3 }],
      [" cd", { start: 6, end: 9 }],
    ]);
    expect([exactProse(3, 4, text), exactProse(0, 7, text)]).toEqual([undefined, undefined]);
  });
});

describe("text that stands for all of a place", () => {
  test("has that place", () => {
    expect(shown("a<br>b", (writing) => writeAtom(writing, "\n", 1, 5))).toBe("\n{<br>}");
    expect(wholePlace("a<br>b", (writing) => writeAtom(writing, "\n", 1, 5))).toBe("1-5");
  });

  test("is not there where it is empty", () => {
    expect(wholePlace("a![](b)", (writing) => writeExact(writing, 3, 3))).toBe("0-0");
    expect(wholePlace("a![](b)", (writing) => writeAtom(writing, "", 1, 7))).toBe("0-0");
  });
});

describe("text without Markdown's signs", () => {
  const aligned = (file: string, value: string, start = 0): string =>
    shown(file, (writing) => writeAligned(writing, value, start, readable(file).text.length));

  test.each([
    ["a \\*b\\* c", "a *b* c", "a *b* c"],
    ["ab\n  cd", "ab\ncd", "ab\ncd"],
    ["> a\n> b", "a\nb", "a\nb"],
    ["a &amp; b", "a & b", "a &{&amp;} b"],
    ["a &lt;b&gt;", "a <b>", "a <{&lt;}b>{&gt;}"],
    ["a &#8594; b", "a → b", "a →{&#8594;} b"],
    ["a &#x2192; b", "a → b", "a →{&#x2192;} b"],
    ["a &#xAB; b", "a « b", "a «{&#xAB;} b"],
    ["R&D \\* &amp; x", "R&D * & x", "R&D * &{&amp;} x"],
    ["a & \\*b", "a & *b", "a & *b"],
    ["&amp;lt; \\*", "&lt; *", "&{&amp;}lt; *"],
    ["&amp;\\*x", "&amp;*x", "&amp;*x"],
    ["&amp;\\*b", "&*b", "&{&amp;}*b"],
    ["a\\*&amp;", "a*", "a*"],
    ["a\\*", "a*bc", "a*"],
    ["salt &amp;", "salt &", "salt &{&amp;}"],
    ["&amp;", "&", "&{&amp;}"],
    ["`salt &`", "salt &", "salt &"],
  ])("%j as %j", (file, value, expected) => expect(aligned(file, value)).toBe(expected));

  test("begins anywhere in the file", () => {
    expect(aligned("xyz a &amp; b &lt;", "a & b <", 4)).toBe("a &{&amp;} b <{&lt;}");
  });

  test("stands in one place where it can", () => {
    expect(wholePlace("axab", (writing) => writeAligned(writing, "ab", 0, 4))).toBe("2-4");
  });

  test.each([0, 1])("is what stands there where it is as long, from %i", (start) => {
    expect(shown("a\0b", (writing) => writeAligned(writing, "a\uFFFDb".slice(start), start, 3))).toBe("a\0b".slice(start));
  });

  test("goes on where the writing was", () => {
    const both = (writing: Writing): void => {
      writeAligned(writing, "a&", 0, 6);
      writeExact(writing, 8, 9);
    };
    expect(shown("a&amp;**b**", both)).toBe("a&{&amp;}b");
  });
});
