import { describe, expect, test } from "vitest";
import { describeExcess, type Excess, excessIn, excessOfBytes, excessOfEffort, LIMITS, LimitError } from "../src/parse/guard.ts";
import { createSource, type Source } from "../src/source.ts";

/** What is refused of a text; a part of the usual limits makes do with small texts. */
function excessOf(text: string, times?: number): Excess | undefined {
  return excessIn(createSource("plan.md", text), times);
}

function wordsOf(text: string, times?: number): string | undefined {
  const excess = excessOf(text, times);
  return excess === undefined ? undefined : `${describeExcess("plan.md", excess)}; --limits ${excess.needed}`;
}

describe("the size of a file", () => {
  test.each([
    [LIMITS.bytes, 1, undefined],
    [LIMITS.bytes + 1, 1, "the file has 32000001 bytes, more than the 32000000 that are read"],
    [2 * LIMITS.bytes, 2, undefined],
    [2 * LIMITS.bytes + 1, 2, "the file has 64000001 bytes, more than the 64000000 that are read"],
  ])("%i bytes within %i times the limits", (bytes, times, reason) => {
    expect(excessOfBytes(bytes, times)?.reason).toBe(reason);
  });

  test("says how many times the limits it needs, and names no line", () => {
    expect(excessOfBytes(LIMITS.bytes + 1)).toMatchObject({ line: undefined, needed: 2 });
    expect(excessOfBytes(3 * LIMITS.bytes)?.needed).toBe(3);
    expect(excessOfBytes(3 * LIMITS.bytes + 1)?.needed).toBe(4);
  });

  test("is that of its text, too", () => {
    expect(wordsOf("a".repeat(320), 0.00001)).toBeUndefined();
    expect(wordsOf("a".repeat(321), 0.00001)).toBe("plan.md: the file has 321 bytes, more than the 320 that are read; --limits 1");
  });
});

describe("the number of lines", () => {
  const linesOf = (count: number): Source => ({
    path: "plan.md",
    text: "",
    byteOrderMark: false,
    lineStarts: new Array<number>(count).fill(0),
  });

  test("the limit itself is read, one more is not", () => {
    expect(wordsOf("\n".repeat(9), 0.00002)).toBeUndefined();
    expect(wordsOf("\n".repeat(10), 0.00002)).toBe("plan.md: the file has 11 lines, more than the 10 that are read; --limits 1");
  });

  test("says how many times the limits it needs", () => {
    expect(excessIn(linesOf(LIMITS.lines + 1))?.needed).toBe(2);
    expect(excessIn(linesOf(2 * LIMITS.lines))?.needed).toBe(2);
    expect(excessIn(linesOf(2 * LIMITS.lines + 1), 2)?.needed).toBe(3);
  });
});

describe("the rows of tables", () => {
  const table = (rows: number): string => `| a |\n| - |\n${"b|\n".repeat(rows)}\n`;

  test("the limit itself is read, one more is not, and the line of that is named", () => {
    expect(wordsOf(table(5), 0.00002)).toBeUndefined();
    expect(wordsOf(table(6), 0.00002)).toBe("plan.md:8: the tables have more rows than the 5 that are read; --limits 1");
    expect(wordsOf(`${table(3)}\n${table(2)}`, 0.00003)).toBeUndefined();
  });

  test("rows of all tables are counted together", () => {
    expect(wordsOf(`${table(13)}${table(12)}`, 0.0001)).toBeUndefined();
    expect(wordsOf(`${table(13)}${table(13)}`, 0.0001)).toBe("plan.md:31: the tables have more rows than the 25 that are read; --limits 1");
  });

  test("what is left of the table is thought to be as much again", () => {
    expect(excessOf(table(LIMITS.rows / 10 + 1), 0.1)?.needed).toBe(1);
    expect(excessOf(table(LIMITS.rows / 2 + 1), 0.5)?.needed).toBe(2);
  });
});

describe("how deep a line is", () => {
  test.each([
    ["quotes", `${">".repeat(100)} a`, undefined],
    ["one more", `\n${">".repeat(101)} a`, "plan.md:2: the line nests 101 deep, more than the 100 that are read; --limits 2"],
    ["items", `${"- ".repeat(101)}a`, "plan.md:1: the line nests 101 deep, more than the 100 that are read; --limits 2"],
    [
      "items by tabs",
      Array.from({ length: 101 }, (_, at) => `${"\t".repeat(at / 2)}${at % 2 === 0 ? "" : "  "}- a\n`).join(""),
      "plan.md:101: the line nests 101 deep, more than the 100 that are read; --limits 2",
    ],
    [
      "as deep as twice the limits",
      `${">".repeat(200)} a`,
      "plan.md:1: the line nests 200 deep, more than the 100 that are read; --limits 2",
    ],
    ["deeper than that", `${">".repeat(201)} a`, "plan.md:1: the line nests 201 deep, more than the 100 that are read; --limits 3"],
    ["at the end of a text", `a\n\n${">".repeat(101)}`, "plan.md:3: the line nests 101 deep, more than the 100 that are read; --limits 2"],
  ])("%s", (_name, text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  test("more is read where more is asked for", () => {
    expect(wordsOf(`${">".repeat(200)} a`, 2)).toBeUndefined();
    expect(wordsOf(`${">".repeat(201)} a`, 2)).toBe("plan.md:1: the line nests 201 deep, more than the 200 that are read; --limits 3");
  });

  test("only a line of fifty marks and blanks and more is looked at", () => {
    expect(wordsOf(`${">".repeat(49)}\n`, 0.4)).toBeUndefined();
    expect(wordsOf(`${">".repeat(50)}a`, 0.4)).toContain("nests 50 deep");
    expect(wordsOf(`${">".repeat(50)}`, 0.4)).toContain("nests 50 deep");
    expect(wordsOf(`a\n${">".repeat(49)}\n> a\n`, 0.4)).toBeUndefined();
    expect(wordsOf(`a ${">".repeat(60)}\n> > a\n> >\n`, 0.01)).toBeUndefined();
  });
});

describe("front matter", () => {
  const matter = (yaml: string): string => `---\n${yaml}\n---\n# Plan\n`;
  const tooDeep = (depth: number): string => `plan.md:1: the front matter nests ${depth} deep, more than the 3 that are read; --limits 1`;

  test("its length", () => {
    expect(wordsOf(matter("a: 456789"), 0.0001)).toBeUndefined();
    expect(wordsOf(matter("a: 4567890"), 0.0001)).toBe(
      "plan.md:1: the front matter has 11 characters, more than the 10 that are read; --limits 1",
    );
    expect(excessOf(matter("a".repeat(100_000)))?.needed).toBe(2);
    expect(excessOf(matter("a".repeat(199_999)))?.needed).toBe(2);
    expect(excessOf(matter("a".repeat(200_000)))?.needed).toBe(3);
  });

  test.each([
    ["as deep as is read", "a: [[[1]]]", undefined],
    ["brackets", "a: [[[[1]]]]", tooDeep(4)],
    ["braces", "a: {b: {c: {d: {e: f}}}}", tooDeep(4)],
    ["both, open to the end", "a: [{[{", tooDeep(4)],
    ["brackets beside each other", "a: [[[], []], [], []]", undefined],
    ["braces beside each other", "a: {b: {}, c: {}, d: {}, e: {}}", undefined],
    ["brackets that close nothing", "a: ]] }} [[[[", tooDeep(4)],
    ["as many brackets as close nothing", "a: ]] [[[", undefined],
    ["hyphens", "- - - - a", tooDeep(4)],
    ["hyphens far from each other", "-  -  -  - a", tooDeep(4)],
    ["as many hyphens as are read", " -  - \t - a", undefined],
    ["all marks of a line", "a: b\n- ? : - -\ta", tooDeep(5)],
    ["hyphens of a line and brackets of another", "a: [[[[1]]]]\n- a", tooDeep(4)],
  ])("how deep it is: %s", (_name, yaml, words) => {
    expect(wordsOf(matter(yaml), 0.03)).toBe(words);
  });

  test("says how many times the limits its depth needs", () => {
    expect(excessOf(matter("{".repeat(200)))?.needed).toBe(2);
    expect(excessOf(matter("{".repeat(201)))?.needed).toBe(3);
  });

  test.each([
    ["it goes on below what begins with three hyphens", "a: b\n---c\nd: {{{{\n---\n"],
    ["a carriage return may stand in front of its end", "a: {{{{\r---\n"],
    ["so may a line separator", "a: {{{{\u2028---\n"],
  ])("%s", (_name, rest) => {
    expect(wordsOf(`---\n${rest}`, 0.03)).toBe(tooDeep(4));
  });

  test.each([
    ["text that begins with braces", "{{{{\n---\n"],
    ["a rule of four hyphens", "----\n{{{{\n---\n"],
    ["what stands between two rules", "---\n\n{{{{\n\n---\n"],
    ["what does not end", "---\na: {{{{\n"],
  ])("there is none in %s", (_name, text) => {
    expect(wordsOf(text, 0.03)).toBeUndefined();
  });
});

describe("what is refused by the effort for it", () => {
  test("begins behind the limit", () => {
    expect(excessOfEffort(3, LIMITS.effort, 1)).toBeUndefined();
    expect(excessOfEffort(3, 2 * LIMITS.effort, 2)).toBeUndefined();
    expect(excessOfEffort(3, 2 * LIMITS.effort + 1, 2)).toEqual({
      line: 3,
      reason: "where Markdown is not plain there are 4000001 words, marks and lines, more than the 4000000 that are read",
      needed: 3,
    });
  });
});

test("a refusal that is thrown says what it is", () => {
  expect(String(new LimitError("too deep"))).toBe("LimitError: too deep");
});
