import { describe, expect, test } from "vitest";
import { hiddenCharacters, hidesCharacter, withoutHidden } from "../src/rules/hidden-characters.ts";

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
    expect(hidesCharacter(`ab${character}c`)).toBe(true);
  });
});

describe("a hidden character belongs", () => {
  test.each([
    ["a selector to a sign", "☀\uFE0F", "☀"],
    ["a selector to a key", "7\uFE0F\u20E3", "7"],
    ["a selector to a key inside a text", "7\uFE0F\u20E3 is a key", "7"],
    ["a selector to a sign at the start of a long text", `☀\uFE0F${"x".repeat(40)}`, "☀"],
    ["tags to a flag", "\u{1F3F4}\u{E0067}\u{E0062}", "\u{1F3F4}"],
    ["a sign around numbers to any", "x\u0600", undefined],
    ["a mark to what is behind it", "a\u200Fש", undefined],
    ["a mark to what is before it", "ש\u200Ea", undefined],
    ["a mark to what is before it within sixteen characters", `ש${"x".repeat(15)}\u200E`, "ש"],
    ["a mark to what is behind it within sixteen characters", `a\u200E${"x".repeat(15)}ש`, "ש"],
    ["a joiner to an emoji", "👩\u200D💻", "👩"],
    ["a joiner behind a selector to an emoji", "❤\uFE0F\u200D🔥", "❤"],
    ["a non-joiner to a letter with its marks", "क\u094D\u200Cष", undefined],
    ["a joiner to a letter with its marks", "क\u094D\u200Dष", undefined],
    ["a non-joiner to a letter without marks", "می\u200Cخواهم", "می"],
    ["a zero-width space between words of Thai", "ภาษา\u200Bไทย", "ภาษา"],
    ["a selector to a character of Japanese", "辻\u{E0100}", "辻"],
    ["a selector to a letter of Mongolian", "ᠠ\u180B", "ᠠ"],
    ["a joiner of graphemes to a mark", "ב\u05B0\u034F", "ב\u05B0"],
    ["a filler to a letter of Korean", "\u1100\u1160", "\u1100"],
    ["a vowel to a letter of Khmer", "ក\u17B5", "ក"],
  ])("%s", (_how, text, alone) => {
    expect([...hiddenCharacters(text)]).toEqual([]);
    expect(withoutHidden(text)).toBe(text);
    expect(hidesCharacter(text)).toBe(false);
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
    ["a mark further behind than sixteen characters", `ש${"x".repeat(16)}\u200E`],
    ["a mark further before than sixteen characters", `a\u200E${"x".repeat(16)}ש`],
    ["a joiner in front of a letter", "👩\u200Dx"],
    ["a joiner in front of a digit", "👩\u200D1"],
    ["a joiner in front of a letter and an emoji", "👩\u200Dx💻"],
    ["a zero-width space between emoji", "👩\u200B💻"],
    ["a joiner between letters of Europe", "a\u200Db"],
    ["a joiner with a letter between", "कa\u200Cष"],
    ["an emoji with a letter between", "👩x\u200D💻"],
    ["a zero-width space at the end of Thai", "ไทย\u200Bx"],
    ["a zero-width space before Thai", "x\u200Bไทย"],
    ["a zero-width space with a letter between", "ไทยx\u200Bไทย"],
    ["a zero-width space with a letter behind", "ไทย\u200Bxไทย"],
    ["a selector of Japanese behind Mongolian", "ᠠ\u{E0100}\u{E0100}"],
    ["a selector of Japanese with a letter between", "辻x\u{E0100}"],
    ["a selector of Mongolian with a letter between", "ᠠx\u180B"],
    ["a joiner of graphemes with a letter between", "בx\u034F"],
    ["a filler of Korean with a letter between", "\u1100x\u1160"],
    ["a vowel of Khmer with a letter between", "កx\u17B5"],
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
