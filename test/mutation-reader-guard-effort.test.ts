import { describe, expect, test } from "vitest";
import type { Readable } from "../src/parse/encoding.ts";
import { effortOf } from "../src/parse/guard-effort.ts";
import { guardRemark, UNREAD } from "../src/parse/remark-guard.ts";
import { createSource } from "../src/source.ts";

describe("the effort of a text", () => {
  test.each([
    ["nothing is none", "", 0],
    ["an empty line is one", "\n", 1],
    ["a line and its word", "a", 2],
    ["the end of the line is none", "a\n", 2],
    ["an empty line in front", "\na\n", 3],
    ["each word", "some 3 words\n", 4],
    ["letters of all languages make words", "caf\u00e9s \u0080\u0080\n", 3],
    ["each mark", "a, (b)\n", 6],
    ["marks beside each other", "\u007f\u007f\n", 3],
    ["blanks and tabs between words are none", "a \t b \r\n", 3],
    ["brackets", "[a]\n", 4],
    ["what may call a footnote", "[^a]\n", 13],
    ["a caret is a mark", "a^[b\n", 5],
    ["a caret in front of a word", "^a\n", 3],
  ])("%s", (_name, text, effort) => {
    expect(effortOf(text)).toBe(effort);
  });
});

describe("the effort of a line grows with how deep it may stand", () => {
  test.each([
    ["a quote with its blank is one and a half", "> > a\n> > b\n", 10],
    ["as much below", "> > a\nb\n", 10],
    ["as much below, where that is less", "> > a\n> b\n", 10],
    ["more below, where that is more", "> a\n> > b\n", 9],
    ["no longer behind an empty line", "> > a\n\nb\n", 11],
    ["but in it", "> > a\n\n", 9],
    ["and in the next one", "> > a\n\n\n", 13],
    ["no longer behind a line of blanks", "> > a\n  \nb\n", 11],
    ["no longer behind an empty line that ends in a carriage return", "> > a\n\r\nb\n", 11],
    ["no longer behind blanks and a carriage return", "> > a\n \r\nb\n", 11],
    ["where a line is nothing but a mark", "> -\nb\n", 8],
    ["a tab is two", "\ta\n", 4],
    ["a blank is a half", "  a\n", 3],
    ["halves are counted as a whole at the end", " a\n", 3],
    ["a carriage return within a line is a blank", " \rb\n", 3],
    ["two carriage returns", " \r\r\n", 2],
    ["a number is as many as it has digits", "12. a\n", 6],
    ["letters of other languages open nothing", "\u00b2 a\n", 3],
  ])("%s", (_name, text, effort) => {
    expect(effortOf(text)).toBe(effort);
  });
});

describe("an underline costs a part of all that stands before it", () => {
  const above = (words: number): string => `${"a ".repeat(words)}\n`;

  test.each([
    ["of hyphens", `${above(319)}-\n`, 324],
    ["of equals signs", `${above(319)}=\n`, 324],
    ["a bit of a part counts as one", "a b\n---\n", 8],
    ["behind an empty line there is none", `${above(319)}\n-\n`, 323],
    ["other words are none", `${above(319)}b\n`, 322],
    ["the second one costs what stands before the first one, too", `${above(319)}-\n${above(317)}-\n`, 650],
  ])("%s", (_name, text, effort) => {
    expect(effortOf(text)).toBe(effort);
  });
});

/** So many words of a section; each section is one line of effort more. */
function sectionOf(words: number, at: number): Readable {
  return { text: "a ".repeat(words), damage: [], place: (start, end) => ({ start: at + start, end: at + end }) };
}

describe("remark reads as much as its limit lets it", () => {
  const source = createSource("plan.md", "1\n2\n3\n4\n5\n");
  /** Of the two millions that are usual: ten. */
  const ten = 0.000005;

  test("up to the limit, and not more", () => {
    const guard = guardRemark(source, ten);
    expect(guard.effort()).toBe(0);
    expect(guard.read(sectionOf(4, 0)).children).toHaveLength(1);
    expect(guard.excess()).toBeUndefined();
    expect(guard.effort()).toBe(5);
    expect(guard.read(sectionOf(4, 2)).children).toHaveLength(1);
    expect(guard.excess()).toBeUndefined();
    expect(guard.effort()).toBe(10);
  });

  test("the first line that is too much is named, with all that would be read", () => {
    const guard = guardRemark(source, ten);
    guard.read(sectionOf(4, 0));
    expect(guard.read(sectionOf(5, 4))).toBe(UNREAD);
    expect(guard.read(sectionOf(1, 6))).toBe(UNREAD);
    expect(guard.effort()).toBe(5);
    expect(guard.excess()).toEqual({
      line: 3,
      reason: "where Markdown is not plain there are 13 words, marks and lines, more than the 10 that are read",
      needed: 1,
    });
  });

  test("what is not read is an empty document", () => {
    expect(UNREAD).toEqual({ type: "root", children: [] });
  });
});
