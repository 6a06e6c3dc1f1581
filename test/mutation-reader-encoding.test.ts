import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { planOf } from "./command-plans.ts";

/** What is read where a damaged arrow stands in front, so that the text is looked at, and a right letter, so that it may stay. */
function read(text: string): string {
  const front = "É → ";
  const { text: whole } = readable(`É â†’ ${text}`);
  expect(whole.startsWith(front)).toBe(true);
  return whole.slice(front.length);
}

describe("what no UTF-8 sequence of a plan's script decodes to stays", () => {
  test.each([
    ["signs that begin no sequence of two", "°¼"],
    ["signs that begin no sequence of three", "²–ˆ"],
    ["signs that begin no sequence of four", "°Ÿ“Š"],
    ["letters behind the last that begins one", "øŸ“Š"],
    ["letters that begin one beyond all scripts", "ôŸ“Š"],
    ["a letter in too many bytes, two", "À©"],
    ["a letter in too many bytes, three", "à‚©"],
    ["a sign in too many bytes, four", "ð‚„¢"],
    ["what is beyond the last code point", "ô\u0090€€"],
    ["half of a pair", "í\u00A0€"],
    ["a script that plans are not written in", "Ô¼"],
    ["the last letter of the page", "ÿ¼"],
    ["two that both begin a sequence", "ÃÀ"],
    ["one that is cut off by a letter", "Ãa"],
    ["one that is cut off by the end", "Ã"],
    ["three that are cut off by the end", "ðŸ“"],
    ["letters of the Turkish page alone", "ıııı şş ğ"],
  ])("%s", (_what, text) => expect(read(text)).toBe(text));
});

describe("what one does is read", () => {
  test.each([
    ["the first byte behind the lead", "Ã\u0080", "À"],
    ["the last byte behind the lead", "Ã¿", "ÿ"],
    ["the first lead of two bytes", "Â©", "©"],
    ["bytes that Windows has no letter for", "Ã\u0081Ã\u008DÃ\u0090Ã\u009D", "ÁÍÐÝ"],
    ["up to its end and no further", "Ã¨©", "è©"],
    ["in three bytes, the second a quote", "â”Œ", "┌"],
    ["in three bytes, the first of them", "á¸€", "Ḁ"],
    ["in four bytes", "ðŸ“Š", "📊"],
    ["through the Turkish page", "ÅŸ Ä\u0178 ÄŸ", "ş ğ ğ"],
    ["an arrow that lost its last byte, behind a letter", "xâ† y", "x← y"],
    ["a quote that lost its last byte, behind a letter", "xâ€ y", "x” y"],
    ["a selector that lost its last byte", "x ï¸", "x \uFE0F"],
    ["a corner that lost its last byte, behind a blank", " â” y", " ┐ y"],
    ["a quote by itself", "â€™", "’"],
    ["a quote behind a letter", "aâ€™s", "a’s"],
    ["a selector behind a sign", "⚠ï¸\u008F", "⚠\uFE0F"],
    ["a sign behind a letter", "5aÂ°", "5a°"],
    ["a quote behind what is no letter", "5 Â»", "5 »"],
  ])("%s", (_what, text, expected) => expect(read(text)).toBe(expected));

  test("a corner in front of everything", () => expect(readable("â” É").text).toBe("┐ É"));
});

describe("what right text may look like stays", () => {
  test.each([
    ["a quote behind a great letter with a circumflex", "mecrÂ»"],
    ["a dash behind it", "ETÂ—"],
    ["a corner behind a letter", "mecrâ” y"],
    ["a letter and a quote", "è Ã» y"],
    ["a letter and a sign", "Ã°"],
    ["a letter and two signs", "â”‚ y"],
    ["four of them", "ð™™™"],
  ])("%s", (_what, text) => expect(read(text)).toBe(text));

  test("where it begins the text", () => expect(readable("Ã» É â†’").text).toBe("Ã» É →"));
});

describe("a place of the readable text is found in the file", () => {
  const written = "ab âœ… cd ðŸ“Š âœ…";
  const { text, place } = readable(written);
  /** Where the part stands in the readable text, then asked for in the file. */
  const found = (part: string, from = 0): string => {
    const start = text.indexOf(part, from);
    const { start: first, end } = place(start, start + part.length);
    return written.slice(first, end);
  };

  test.each([
    ["in front of all that is repaired", "ab", "ab"],
    ["up to what is repaired", "ab ", "ab "],
    ["what is repaired", "✅", "âœ…"],
    ["behind it", " cd", " cd"],
    ["up to the next that is repaired", " cd ", " cd "],
    ["from one to the other", "✅ cd 📊", "âœ… cd ðŸ“Š"],
    ["with the last", "📊 ✅", "ðŸ“Š âœ…"],
    ["a whole picture for its first half", "\uD83D", "ðŸ“Š"],
    ["a whole picture for its second half", "\uDCCA", "ðŸ“Š"],
    ["everything", text, written],
  ])("%s", (_where, part, expected) => expect(found(part)).toBe(expected));

  test("in any order", () => {
    for (const part of ["📊 ✅", "ab", " cd ", "📊", "✅"]) found(part);
    expect([found("✅", 5), found("ab "), found("cd"), found("✅")]).toEqual(["âœ…", "ab ", "cd", "âœ…"]);
  });

  test("where nothing is repaired, each stands where it is", () => {
    expect(readable("Größe → Maß").place(3, 7)).toEqual({ start: 3, end: 7 });
  });
});

test("the damage is told with its place", () => {
  const text = "# Plän\n\nâœ… done â† soon\n";
  expect(planOf(text).damage.map(({ span, ...rest }) => [text.slice(span.start, span.end), rest])).toEqual([
    ["âœ…", { text: "âœ…", repaired: "✅", certain: true }],
    ["â†", { text: "â†", repaired: "←", certain: false }],
  ]);
});
