import { describe, expect, test } from "vitest";
import { type Candidate, matchCandidates } from "../src/analysis/difference/matching.ts";

/** Written as `id title @group: cells`, of which only the group must be there; `-` for no id, `_` for a space. */
function candidate(text: string): Candidate {
  const [, id = "", title = "", group = "", rest = ""] = /^(\S*) ?(\S*) ?@(\w*)(?:: (.*))?$/.exec(text) ?? [];
  return { id: id === "-" ? "" : id, title: title.replaceAll("_", " "), group, rest: rest === "" ? [] : rest.split(",") };
}

function matched(base: readonly string[], head: readonly string[]): string {
  const matches = matchCandidates(base.map(candidate), head.map(candidate));
  return matches.map((match) => `${match.base}>${match.head}`).join(" ");
}

const LONG = "abcdefghijklmnopqrst";

describe("of two lists are the same", () => {
  test.each<[name: string, base: readonly string[], head: readonly string[], matches: string]>([
    ["what agrees in all, wherever it stands", ["1 A @g", "2 B @g"], ["2 B @g", "1 A @g"], "1>0 0>1"],
    ["what is there twice, in its order", ["1 A @g", "1 A @g"], ["1 A @g", "1 A @g"], "0>0 1>1"],
    ["what stayed in its group, before what has only its id and title", ["1 A @g", "1 A @h"], ["1 A @h", "1 A @g"], "1>0 0>1"],
    ["id and title, before title and group", ["1 A @g", "2 A @h"], ["1 A @h", "2 A @g"], "0>0 1>1"],
    ["title and group, before the title of something else without an id", ["- A @g"], ["- A @h", "1 A @g"], "0>1"],
    ["title and group, before the title alone", ["1 A @g"], ["2 A @h", "3 A @g"], "0>1"],
    ["the title, before an id with a title that is alike", ["1 Alpha_beta @g"], ["1 Alpha_betas @g", "2 Alpha_beta @h"], "0>1"],
    ["an id with a title that is alike, before a title that is more alike", [`1 ${LONG} @g`], [`1 ${LONG}xyz @g`, `2 ${LONG}x @g`], "0>0"],
    ["an id whose title is half the same", ["1 ab @g"], ["1 ac @h"], "0>0"],
    ["an id that has got a title", ["1 @g"], ["1 Alpha @h"], "0>0"],
    ["an id whose title is gone", ["1 Alpha @g"], ["1 @h"], "0>0"],
    ["a title that is alike in the same group", ["1 abcd @g"], ["2 abcx @g"], "0>0"],
    ["a title that is very alike anywhere", [`1 ${LONG} @g`], [`2 ${LONG}x @h`], "0>0"],
    ["an id of which half of the cells have stayed", ["1 Draw @g: x,y"], ["1 Send_letters @g: x,z"], "0>0"],
    ["an id of which nothing else is written", ["1 Draw @g"], ["1 Send_letters @g"], "0>0"],
    ["what comes first, although it is found later", ["1 X @g", "2 Y @g"], ["3 X @g", "2 Y @g"], "0>0 1>1"],
    ["titles with the same numbers", ["1 Part_12_a @g"], ["2 Part_12_b @g"], "0>0"],
  ])("%s", (_name, base, head, matches) => {
    expect(matched(base, head)).toBe(matches);
  });
});

describe("different things are", () => {
  test.each<[name: string, base: readonly string[], head: readonly string[]]>([
    ["those without a title that have other ids", ["1 @g"], ["2 @g"]],
    ["those without a title that have other ids in other groups", ["1 @g"], ["2 @h"]],
    ["those of which one has no title, and another id", ["1 abc @g"], ["2 @g"]],
    ["those with one id and titles of which less than half is the same, in other groups", ["1 abc @g: x"], ["1 axy @h: x"]],
    ["titles that are a little alike in other groups", ["1 abcde @g"], ["2 abcdx @h"]],
    ["titles that are a little alike", ["1 abcde @g"], ["2 abcxy @g"]],
    ["parts of a series", ["1 Part_1 @g"], ["2 Part_2 @g"]],
    ["one id of which less than half has stayed", ["1 Draw @g: x,y,z"], ["1 Send_letters @g: x,a,b"]],
    ["one id of which nothing that is written has stayed", ["1 Draw @g: ,,x"], ["1 Send_letters @g: ,,y"]],
    ["one id of which more was written before", ["1 Draw @g: x,a,b"], ["1 Send_letters @g: x,,"]],
    ["one id of which more is written now", ["1 Draw @g: x,,"], ["1 Send_letters @g: x,a,b"]],
    ["something and nothing", ["1 Draw @g"], []],
    ["nothing and something", [], ["1 Draw @g"]],
    ["nothing and nothing", [], []],
  ])("%s", (_name, base, head) => {
    expect(matched(base, head)).toBe("");
  });
});

describe("of several alike titles", () => {
  const [once, twice] = [`${LONG.slice(0, -1)}x`, `${LONG.slice(0, -2)}xy`];
  test("the one wins that is more alike than it would have to be", () => {
    expect(matched([`1 ${LONG} @g`], [`2 ${once} @h`, `3 ${twice} @g`])).toBe("0>1");
    expect(matched([`1 ${LONG} @g`], [`2 ${twice} @g`, `3 ${once} @g`])).toBe("0>1");
  });
  test("the one wins that is nearer", () => {
    expect(matched(["0 @g", `1 ${LONG} @g`], [`2 ${once} @g`, `3 ${LONG.slice(0, -1)}z @g`])).toBe("1>1");
  });
  test("the first one wins of those that are as near, and nothing is the same as two", () => {
    expect(matched(["0 @g", `1 ${LONG} @g`], [`2 ${once} @g`, "3 @g", `4 ${LONG.slice(0, -1)}z @g`])).toBe("1>0");
    expect(matched([`2 ${once} @g`, "3 @g", `4 ${LONG.slice(0, -1)}z @g`], ["0 @g", `1 ${LONG} @g`])).toBe("0>1");
  });
});

test("of a thousand things only those in about the same place are compared by their titles", () => {
  const far = (place: number) => {
    const base = Array.from({ length: 1_000 }, (_unused, at) => (at === 0 ? `b${at} ${LONG} @g` : `b${at} @g`));
    const head = Array.from({ length: 300 }, (_unused, at) => (at === place ? `h${at} ${LONG}x @g` : `h${at} @g`));
    return matched(base, head);
  };
  expect([far(200), far(201)]).toEqual(["0>200", ""]);
});
