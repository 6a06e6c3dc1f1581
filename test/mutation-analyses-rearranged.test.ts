import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { type Rearranged, withMoved, withSplit } from "../src/analysis/what-if/plan-changes-order.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan } from "./plan-builder.ts";

/** Sprints between `/`, tasks between `;`: `A Ada+Ben; B Ada < A SS+2 / C`. */
function factsOf(text: string) {
  const sprints = text.split(" / ").map((rows, at) => ({
    id: `S${at + 1}`,
    tasks: rows.split("; ").map((row) => {
      const [head, after] = row.split(" < ");
      const [id, who = ""] = head.split(" ");
      return { id, hours: 4, who: who === "" ? [] : who.split("+"), after: after === undefined ? [] : after.split(", ") };
    }),
  }));
  return computeFacts(buildPlan({ sprints }), defaultConfig);
}

/** Each task with what it waits for. */
function told({ plan }: Rearranged): readonly string[] {
  const { references } = computeFacts(plan, defaultConfig);
  return plan.tasks.map(({ id, sprint, dependencies }, index) => {
    const waits = dependencies.map(({ text, value }, at) => {
      const { relation = "", lag = 0 } = value?.link ?? {};
      const link = relation === "FS" && lag === 0 ? "" : ` ${relation}+${lag}`;
      return `${text.replace(/ [FS]{2}.*/, "")}${link}${references[index][at].targets.length === 0 ? " (nothing)" : ""}`;
    });
    return `${plan.sprints[sprint ?? 0].id.text} ${id.text}${waits.length === 0 ? "" : ` < ${waits.join(", ")}`}`;
  });
}

describe("a split task", () => {
  const split = (text: string, task = 0) => told(withSplit(factsOf(text), task)).map((line) => line.replace(/^S\d /, ""));
  test("is over when all its parts are, and starts when one of them does", () => {
    const [one, other, event, ...rest] = split("A Ada+Ben; B Ada < A; C Ben < A SS+2; D Ben < A SF");
    expect(event).toBe(`A < ${one}, ${other}`);
    expect(rest).toEqual(["B < A", `C < ${one} SS+2, ${other} SS+2`, `D < ${one} SF+0, ${other} SF+0`]);
  });
  test("starts in a range as its parts do, and the others as they did", () => {
    const [one, other, , ...rest] = split("A Ada+Ben; B Ada; C Ben < A..B SS+1; D < B SS");
    expect(rest).toEqual(["B", `C < ${one} SS+1, ${other} SS+1, B SS+1`, "D < B SS+0"]);
  });
});

describe("a moved task", () => {
  test("waits for what it waited for, each by its name", () => {
    expect(told(withMoved(factsOf("A; B; C < A..B; D < All SS+1 / E"), 3, 1))).toEqual([
      "S1 A",
      "S1 B",
      "S1 C < A..B",
      "S2 E",
      "S2 D < A SS+1, B SS+1, C SS+1",
    ]);
  });
  test("leaves ranges that reach it, which are written out", () => {
    expect(told(withMoved(factsOf("A; B; C < A..B; D < C / E < A..B"), 1, 1))).toEqual([
      "S1 A",
      "S1 C < A, B",
      "S1 D < C",
      "S2 E < A, B",
      "S2 B",
    ]);
  });
  test("waits for those that its words meant", () => {
    expect(told(withMoved(factsOf("A; B < group:All routes / C"), 1, 1))).toEqual(["S1 A", "S2 C", "S2 B < A"]);
  });
});
