import { expect, test } from "vitest";
import { HEADER_WORDS } from "../src/parse/header-words.ts";
import { foreign, isPlain, pattern } from "../src/parse/pattern.ts";
import { normalised } from "../src/parse/words.ts";

test("a plain text has no letters or digits beyond those of ASCII, and none that are ASCII in another case", () => {
  const wrong: string[] = [];
  for (let point = 0x80; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    if (isPlain(character) && (/[\p{L}\p{N}]/u.test(character) || /[\0-\x7F]/iu.test(character))) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});

test.each(["Sprint 1", "Sprint ½", "спринт 2 — ✅", "naïve 3", "🚀 go", "第2周", "a—b→c 4 ✔\uFE0F", ""])(
  "%j is matched as by the pattern with the letters of all scripts",
  (text) => {
    for (const source of [
      String.raw`^[^\p{L}\p{N}]*(?<word>[\p{L}]+)`,
      String.raw`(?<![\p{L}\d])[\p{Lu}][\p{Ll}]*`,
      String.raw`[^\p{N}]+$`,
      String.raw`^(?:sprint|спринт|недел[яи]|épica)\s*(?<id>\d+|½)(?:[|：)]|$)`,
    ])
      for (const flags of ["u", "du", "iu"]) expect(pattern(source, flags)(text).exec(text)).toEqual(new RegExp(source, flags).exec(text));
  },
);

test.each(["Sprint 1", "第2周", "Неделя 2"])("%j is matched by a pattern of other scripts as it stands", (text) => {
  const source = String.raw`第\s*(?<first>\d+)\s*[周週]`;
  expect(foreign(source, "u")(text).exec(text)).toEqual(new RegExp(source, "u").exec(text));
});

test("the words for headers are written as headers are compared", () => {
  const words = Object.values(HEADER_WORDS).flatMap((languages) => Object.values(languages).flatMap((list) => list.split(" | ")));
  expect(words.filter((word) => normalised(word) !== word)).toEqual([]);
});
