import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeSpan, markdownText } from "../src/report/markdown-text.ts";
import { readComment } from "./comment-reader.ts";
import { everyFormat, hostileOutcomeOf } from "./hostile-outcomes.ts";
import { hostileText, hostileTexts } from "./hostile-plan.ts";
import { rdjsonSchema } from "./report-schemas.ts";
import { patience, times } from "./runs.ts";

const STRINGS = 5_000;
const AT_ONCE = 100;

test("the reader finds what GitHub brings to life", () => {
  const alive = [
    "@team",
    "x #12",
    "GH-3",
    "[a](b)",
    "![a](b)",
    "<b>",
    "https://x.y",
    "www.x.y",
    "a@b.c",
    "&commat;team",
    "0123456789",
    "*b*",
  ];
  for (const text of alive) expect([text, readComment(text)]).not.toEqual([text, { frame: [], lively: [] }]);
  expect(readComment("a `@team` &#124; b\n\n| a |\n| - |\n| `#12` |").lively).toEqual([]);
  expect(readComment("# a\n\n- b\n\n<!-- c -->\n\n> d").frame).toEqual(["heading 1", "list 1", "html <!-- c -->", "blockquote > d"]);
});

describe.each(["markdown", "comment"])("the format %s", (format) => {
  const write = everyFormat.get(format);
  const frameOf = (texts: readonly string[]) => readComment(write?.([hostileOutcomeOf(texts)]) ?? "");
  const usual = frameOf(["word"]).frame;

  test("has the frame that it has for harmless words, and nothing in it is alive", { timeout: patience(10) }, () => {
    expect(usual.filter((part) => part.startsWith("table"))).not.toEqual([]);
    fc.assert(
      fc.property(hostileTexts("markdown", AT_ONCE), (texts) => {
        const { frame, lively } = frameOf(texts);
        expect(lively).toEqual([]);
        expect(frame).toEqual(usual);
      }),
      { numRuns: times(STRINGS / AT_ONCE) },
    );
  });
});

test("messages that become comments of a review are words and code", { timeout: patience(10) }, () => {
  const write = everyFormat.get("rdjson");
  fc.assert(
    fc.property(hostileTexts("markdown", AT_ONCE), (texts) => {
      const { diagnostics } = rdjsonSchema.parse(JSON.parse(write?.([hostileOutcomeOf(texts)]) ?? ""));
      for (const { message } of diagnostics) expect([message, readComment(message)]).toEqual([message, { frame: [], lively: [] }]);
    }),
    { numRuns: times(STRINGS / AT_ONCE) },
  );
});

test("a text by itself is a paragraph, also beside words", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileText("markdown"), (text) => {
      for (const written of [markdownText(text), codeSpan(text), `see ${codeSpan(text)} x`]) {
        expect([written, readComment(written)]).toEqual([written, { frame: [], lively: [] }]);
      }
    }),
    { numRuns: times(STRINGS) },
  );
});
