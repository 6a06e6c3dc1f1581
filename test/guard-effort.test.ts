import { describe, expect, test } from "vitest";
import { check, LimitError } from "../src/index.ts";
import { LIMITS } from "../src/parse/guard.ts";
import { effortOf } from "../src/parse/guard-effort.ts";
import { patience, times } from "./runs.ts";
import { planOf, timed } from "./timed-check.ts";

/** What lines may begin with or be; some of them below or beside each other, over and over, make remark work. */
const FRAGMENTS = [
  ..."- a = 1. [^a]: [a]:b <div> | |-| *** # [^a] ![ ~~ ``` \\ &amp; www.a.b <!-- **a** `b".split(" "),
  ...["", "  ", "> ", "> - a", "\t-", "| a | b |\n|-|-|", "- [ ] a", "* * *"],
];

function fragmentsOf(index: number): string {
  const chosen = [index, Math.floor(index / FRAGMENTS.length) + 5 * index, ...(index % 2 === 0 ? [] : [11 * index + 3])];
  return chosen.map((each, at) => `${FRAGMENTS[each % FRAGMENTS.length]}${(index + at) % 5 === 0 ? "" : "\n"}`).join("");
}

function besideTable(text: string, size: number): string {
  return `${planOf(1)}\n${text.repeat(size / text.length)}`;
}

const SIZE = 20_000;
/** Milliseconds; on a machine that does nothing else it is a sixth of that. */
const MOST_FOR_EACH = 0.15;
const FLOOR = 400;

/** Known for more work than their length lets expect. */
const HEAVY = [
  "a\n=\n-\n",
  "-\n",
  "> ```\na\n",
  "[^a]: b[^a]\n\n",
  "| a |\n|-|\n&amp;\n",
  "![\n-\n#\n",
  "[\n-\n",
  "|\n",
  "\\\n",
  "- a [^a]\n",
];

describe("lines that only remark reads", () => {
  const texts = [...HEAVY, ...Array.from({ length: times(50) }, (_, index) => fragmentsOf(index))];

  test.each(texts)("%j, over and over: no more time than their effort says", { timeout: patience(30) }, (text) => {
    const whole = besideTable(text, SIZE);
    const { time, code, screen } = timed(whole);
    expect(screen).not.toMatch(/fault of the program|call stack/);
    if (code === 3) expect(screen).toMatch(/: .* that are read; --limits \d+ raises that\n$/);
    else expect(time).toBeLessThan(FLOOR + MOST_FOR_EACH * effortOf(whole));
  });

  test.each(HEAVY)("%j: what is too much is refused at once", { timeout: patience(30) }, (text) => {
    let size = SIZE;
    while (effortOf(besideTable(text, size)) <= LIMITS.effort) size *= 2;
    const { code, time } = timed(besideTable(text, size));
    // Some of them are read without remark, however long they are.
    expect(code === 3 ? time : 0).toBeLessThan(5_000);
  });

  test("a heading by an underline costs as much as stands before it", () => {
    const [once, twice] = [effortOf("a b\n---\n".repeat(1000)), effortOf("a b\n---\n".repeat(2000))];
    expect(twice).toBeGreaterThan(3 * once);
    expect(effortOf("a b\n\n---\n\n".repeat(2000))).toBe(2 * effortOf("a b\n\n---\n\n".repeat(1000)));
  });

  test("lines that go on in many lists and quotes count once in each", () => {
    expect(effortOf("a\n\n")).toBe(3);
    expect(effortOf(`${"> ".repeat(80)}a\n${"b\n".repeat(50)}`)).toBeGreaterThan(50 * 80);
    expect(effortOf(`${"- ".repeat(80)}a\n${"\n".repeat(50)}`)).toBeGreaterThan(50 * 80);
    expect(effortOf("words of a line\r\n")).toBe(effortOf("words of a line\n"));
  });

  test("what may call a footnote counts more than another word in brackets", () => {
    expect(effortOf("a [^b]\n") - effortOf("a [b]\n")).toBeGreaterThan(4);
    expect(effortOf("a ^[b]\n") - effortOf("a [b]\n")).toBe(1);
  });

  test("the refusal names the line from which on it is too much", () => {
    const text = `${planOf(1)}\n## Sprint 2\n\n${"-\n".repeat(LIMITS.lines / 2)}${"a\n---\n".repeat(30_000)}`;
    expect(timed(text).screen).toMatch(
      /^sprintplan: plan\.md:9: where Markdown is not plain there are \d+ words, .*--limits \d+ raises that\n$/,
    );
    expect(() => check(text)).toThrow(LimitError);
  });

  test("plain text is never too much for them", { timeout: patience(30) }, () => {
    expect(timed(planOf(1, `\n${"- [ ] **a** _b_ `c`\n".repeat(100_000)}`)).code).toBeLessThan(2);
  });
});
