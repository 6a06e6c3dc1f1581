import { expect, test } from "vitest";
import { describeExcess, excessIn, LIMITS } from "../src/parse/guard.ts";
import { createSource } from "../src/source.ts";

function wordsOf(text: string, times?: number): string | undefined {
  const excess = excessIn(createSource("plan.md", text), times);
  return excess === undefined ? undefined : `${describeExcess("plan.md", excess)}; --limits ${excess.needed}`;
}

/** A line of this length with so many marks. */
function line(length: number, marks: number, mark = "*"): string {
  return mark.repeat(marks) + "a".repeat(length - marks);
}

function refused(at: number, length: number, [marks, most, needed]: readonly [number, number, number]): string {
  const counts = `${length} characters in one paragraph or row hold ${marks} marks of emphasis, code, links and HTML`;
  return `plan.md:${at}: ${counts}, more than the ${most} that are read; --limits ${needed}`;
}

test.each([..."*_~`[]<"])("%s is a mark", (mark) => {
  expect(wordsOf(`a${line(1001, 1001, mark)}`)).toBe(refused(1, 1002, [1001, 1000, 2]));
});

test.each([..."a>(|-\u0080\u2014"])("%s is none", (other) => {
  expect(wordsOf(`a${line(1001, 1001, other)}`)).toBeUndefined();
});

test.each([
  ["a thousand marks are read", line(1500, 1000), 1, undefined],
  ["one more is not", line(1500, 1001), 1, refused(1, 1500, [1001, 1000, 2])],
  ["twice as many need twice the limits", line(2500, 2000), 1, refused(1, 2500, [2000, 1000, 2])],
  ["one more needs more than that", line(2500, 2001), 1, refused(1, 2500, [2001, 1000, 3])],
  ["and is not read with that", line(2500, 2001), 2, refused(1, 2500, [2001, 2000, 3])],
  ["two thousand are", line(2500, 2000), 2, undefined],
  ["the longer the line, the fewer", line(60_000, 833), 1, undefined],
  ["a fraction of a mark is none", line(60_000, 834), 1, refused(1, 60_000, [834, 833, 2])],
  ["a fraction of a mark counts where more is asked for", line(60_000, 1666), 2, undefined],
  ["and not more", line(60_000, 1667), 2, refused(1, 60_000, [1667, 1666, 3])],
  ["ten are always read, however long the line is", line(5_100_000, 11), 1, refused(1, 5_100_000, [11, 10, 2])],
])("%s", (_name, text, times, words) => {
  expect(wordsOf(text, times)).toBe(words);
});

test.each([
  ["a paragraph", `a\n\n${line(700, 600)}\n${line(700, 600)}\n\nb\n`, refused(3, 1401, [1200, 1000, 2])],
  ["with carriage returns", `a\r\n\r\n${line(700, 600)}\r\n${line(700, 600)}\r\n\r\nb\r\n`, refused(3, 1402, [1200, 1000, 2])],
  ["a row", `| a |\n| - |\n| b |\n| ${line(1200, 1100)} |\n`, refused(4, 1204, [1100, 1000, 2])],
  ["the last paragraph", `a\n\nb\n\n${line(1200, 1100)}`, refused(5, 1200, [1100, 1000, 2])],
  ["the first of two", `${line(1200, 1100)}\n\n${line(1300, 1200)}\n`, refused(1, 1200, [1100, 1000, 2])],
])("marks are counted in %s", (_name, text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test.each([
  ["paragraphs", `${line(700, 600)}\n\n${line(700, 600)}\n`],
  ["paragraphs with carriage returns", `${line(700, 600)}\r\n\r\n${line(700, 600)}\r\n`],
  ["items", `- ${line(700, 600)}\n- ${line(700, 600)}\n`],
  ["rows", `| a |\n| - |\n| ${line(700, 600)} |\n| ${line(700, 600)} |\n`],
  ["code", `\`\`\`\n${line(1200, 1100)}\n\`\`\`\n`],
])("marks of two %s are not counted together", (_name, text) => {
  expect(wordsOf(text)).toBeUndefined();
});

/** A line that is too deep for a hundredth of the limits, which is seen where a text is gone through line by line. */
const deep = "> > a\n> >\n\n";

test.each([
  ["short", `${deep}${line(999, 11)}\n`, false],
  ["longer than a thousand characters", `${deep}${line(1000, 11)}\n`, true],
  ["longer, with few marks", `${deep}${line(1001, 10)}\n`, false],
  ["short, with an empty line between", `${deep}${line(700, 6)}\n\n${line(700, 6)}`, false],
  ["short, with an empty line of a carriage return", `${deep.replaceAll("\n", "\r\n")}${line(700, 6)}\r\n\r\n${line(700, 6)}`, false],
  ["of many rows", `${deep}${"a\n".repeat(LIMITS.rows / 100)}`, true],
  ["of no more rows than are read", `${deep}${"\n\n".repeat(LIMITS.rows / 200 - 2)}`, false],
])("a text is gone through line by line where marks may be too many: %s", (_name, text, isRead) => {
  expect(wordsOf(text, 0.01)?.includes("the line nests 2 deep") ?? false).toBe(isRead);
});

test("a short line is read whatever the limits are", () => {
  expect(wordsOf(`${line(1000, 1000)}\n\n${">".repeat(50)} a\n`, 0.5)).toBeUndefined();
  expect(wordsOf(`${line(1001, 1000)}\n`, 0.5)).toBe(refused(1, 1001, [1000, 500, 1]));
});
