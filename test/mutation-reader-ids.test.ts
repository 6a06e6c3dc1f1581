import { describe, expect, test } from "vitest";
import { idOf, namesTask, splitId } from "../src/parse/ids.ts";
import { wholeOf } from "../src/parse/slice.ts";

const sliceOf = (text: string) => wholeOf({ text, pieces: [], marks: [], span: { start: 0, end: text.length } });

describe("an id is compared without what stands around it", () => {
  test.each([
    ["A-1", "A-1"],
    ["A-1 :", "A-1"],
    ["A-1.", "A-1"],
    ["**A-1", "A-1"],
    ["* A-1", "A-1"],
    ["[A-1]", "A-1"],
    ["a[b]", "a[b]"],
    ["[a]b", "[a]b"],
    ["#12", "12"],
    ["#", "#"],
    ["Task 3", "3"],
    ["✅ A-1 ✅", "A-1"],
  ])("%s is %s", (text, id) => expect(idOf(text)).toBe(id));
});

describe("an id and a title are taken apart", () => {
  const long = `1.${"2".repeat(38)}`;
  test.each([
    ["1.1 Dig", "1.1 | Dig"],
    ["Task 3: Dig", "3 | Dig"],
    ["Task 3—Dig", "3 | Dig"],
    ["1.1—Dig", undefined],
    ["1.1 — Dig", "1.1 | Dig"],
    ["[S-1] Dig", "S-1 | Dig"],
    ["Dig (S02-02)", "S02-02 | Dig"],
    ["Dig  (S02-02) ", "S02-02 | Dig"],
    ["Dig(S02-02)", "S02-02 | Dig"],
    ["Dig (S02-02)x", undefined],
    ["Dig (S02-02) it", undefined],
    ["Dig (soon)", undefined],
    ["Dig", undefined],
    [`${long} Dig`, `${long} | Dig`],
    [`${long}2 Dig`, undefined],
    [`Dig (${long})`, `${long} | Dig`],
    [`Dig (${long}2)`, undefined],
    ["✅ A-1 Dig", "A-1 | Dig"],
  ])("%s", (text, expected) => {
    const found = splitId(sliceOf(text));
    expect(found === undefined ? undefined : `${found.id.text} | ${found.title.text}`).toBe(expected);
  });
});

test.each([
  ["Task 3: Dig", true],
  ["✅ Task 3: Dig", true],
  ["- [ ] Story S1-03", true],
  ["Tasks", false],
  ["The task 3", false],
])("`%s` calls itself a task: %s", (text, expected) => expect(namesTask(text)).toBe(expected));
