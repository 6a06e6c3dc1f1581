import { describe, expect, test } from "vitest";
import { numberIn } from "../src/parse/labels.ts";
import { field, wholeOf } from "../src/parse/slice.ts";
import { planOf } from "./command-plans.ts";
import { shownEstimate, shownReference } from "./shown-fields.ts";

const LONG = "a".repeat(61);

describe("a label in front of a text", () => {
  const factsIn = (text: string): readonly string[] =>
    planOf(`# Plan\n\n${text}\n`).facts.map(({ label, text: said }) => `${label.text}=${said.text}`);

  test.each([
    ["Version: 2\n**Date**: today\nno label", ["Version=2", "Date=today"]],
    ["Goal: done\n\n- Owner: Ada\n\nState: open", ["Goal=done", "State=open"]],
    ["**Goal**：done", ["Goal=done"]],
    ["目标：完成", ["目标=完成"]],
    ["**Goal: ship it**", ["Goal=ship it"]],
    ["**Goal:ship it**", ["Goal=ship it"]],
    ["**Goal: ship it** soon", ["Goal=ship it soon"]],
    ["**Goal:** ship it", ["Goal=ship it"]],
    ["**Goal** : ship it", ["Goal=ship it"]],
    ["**Goal**:ship it", ["Goal=ship it"]],
    ["**Goal** ship: it", []],
    ["Note: the **big** one: yes", ["Note=the **big** one: yes".replaceAll("**", "")]],
    [`**${LONG}: yes** no`, []],
    [`**${LONG}:yes** no`, []],
    ["**:rocket: Goal:** ship it", [":rocket: Goal=ship it"]],
    ["**:rocket:Goal:** ship it", [":rocket:Goal=ship it"]],
    ["nothing", []],
  ])("%s", (text, expected) => expect(factsIn(text)).toEqual(expected));

  test("may stand in a quote of a list, and on any line", () => {
    const goalOf = (text: string) => planOf(`## Sprint 1\n\n${text}\n`).sprints[0].goal?.value;
    expect([goalOf("- Note\n  > Goal: ship it"), goalOf("Hello\nGoal: ship it"), goalOf("Hello\n\n- one\n- Goal: ship it")]).toEqual([
      "ship it",
      "ship it",
      "ship it",
    ]);
  });
});

test.each([
  ["50", "50"],
  ["120h", "120"],
  ["1,200.5 h", "1,200.5"],
  ["50  h", "50"],
  ["50 hr", "50"],
  ["50 hrs", "50"],
  ["50 hour", "50"],
  ["50 hours", "50"],
  ["2 days", "2 days"],
  ["1d 4h", "1d 4h"],
  ["about 4h", "about 4h"],
])("of %s a fix would rewrite %s", (text, expected) => {
  const slice = wholeOf({ text, pieces: [], marks: [], span: { start: 0, end: text.length } });
  expect(numberIn(slice, /^(?<amount>.*)$/d.exec(text), () => 1)).toEqual(field({ ...slice, text: expected }, 1));
});

/** What a task with these lines below its heading says: hours, people, and what it waits for. */
function said(...lines: readonly string[]): string {
  const { tasks } = planOf(
    `### Task 1: Dig\n\n${lines.join("\n")}\n\n### Task 2: Lay\n\n**Effort:** 1h\n\n### Task 3: Roof\n\n**Effort:** 1h\n`,
  );
  const [{ estimate, assignees, dependencies }] = tasks;
  return [shownEstimate(estimate), assignees.map(({ text }) => text).join("+"), dependencies.map(shownReference).join(",")].join("; ");
}

describe("of a task's fields", () => {
  test.each([
    ["hours go before points", ["**Points:** 5", "**Effort:** 4h"], "4; ; "],
    ["points do not go before hours", ["**Effort:** 4h", "**Points:** 5"], "4; ; "],
    ["the first points count", ["**Points:** 5", "**Story Points:** 3"], "5 points; ; "],
    ["the first hours count", ["**Effort:** 4h", "**Hours:** 6"], "4; ; "],
    ["the first owner counts, behind points too", ["**Points:** 5", "**Owner:** Ada", "**Owner:** Ben"], "5 points; Ada; "],
    ["the unit is that of the estimate", ["**Effort (days):** 2", "**Owner:** Ada"], "16; Ada; "],
    ["several stand on a line with bars", ["**Effort:** 4h | **Owner:** Ada"], "4; Ada; "],
    ["or more blanks around them", ["Effort: 4h  |   Owner: Ada"], "4; Ada; "],
    ["or more blanks before them alone", ["Effort: 4h  | Owner: Ada"], "4; Ada; "],
    ["or dots", ["Effort: 4h · Owner: Ada • Depends on: Task 2"], "4; Ada; 2"],
    ["or two blanks alone", ["Effort: 4h  Owner: Ada"], "4; Ada; "],
    ["or with nothing but bold labels", ["**Effort:** 4h **Owner** : Ada **Depends on**: Task 2"], "4; Ada; 2"],
    ["on any line", ["Text", "**Effort:** 4h **Owner:** Ada"], "4; Ada; "],
    ["what is bold without a colon is no label", ["**Owner:** Ada **and** Ben"], "nothing; Ada+Ben; "],
    ["what is slanted is no label", ["**Depends on:** Task 2, *Owner:* Ada"], "nothing; ; 2,outside: Owner: Ada"],
    ["a list follows a label", ["**Depends on:**", "", "- Task 2", "- Task 3"], "nothing; ; 2,3"],
    ["a list follows the last label of a line", ["**Effort:** 4h **Depends on:**", "", "- Task 2"], "4; ; 2"],
    ["a list follows no label before", ["**Owner:**", "**Depends on:**", "", "- Task 2"], "nothing; ; 2"],
    ["a list follows no label with a text", ["**Owner:** Ada", "", "- Ben"], "nothing; Ada; "],
    ["a text follows no label", ["**Effort:** 4h", "**Owner:**", "", "Ada"], "4; ; "],
    ["nothing may follow a label", ["**Effort:** 4h", "**Owner:**"], "4; ; "],
    ["items may have them", ["- **Effort:** 4h", "  > Owner: Ada"], "4; Ada; "],
    ["code has none", ["**Effort:** 4h", "", "```", "Owner: Ada", "```"], "4; ; "],
  ])("%s", (_, lines, expected) => expect(said(...lines)).toBe(expected));

  test.each(["**ID:** 7", "**Title:** Walls", "**Note:** none", "**Nr:** 7"])("%s makes no task of a chapter", (line) =>
    expect(planOf(`## 1.2 Dig\n\n${line}\n`).tasks).toEqual([]),
  );

  test.each([
    ["Blocks", 1],
    ["blocks", 1],
    ["Roadblocks", 0],
    ["Blocks away", 0],
  ])("%s says what waits", (label, count) => {
    const { tasks } = planOf(`### Task 1: Dig\n\n**Effort:** 1h\n**${label}:** Task 2\n\n### Task 2: Lay\n\n**Effort:** 1h\n`);
    expect(tasks[1].dependencies).toHaveLength(count);
  });
});
