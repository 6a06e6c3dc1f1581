import { describe, expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { matchParts } from "../src/analysis/difference/parts.ts";
import { rangeReading } from "../src/analysis/difference/references.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { defaultConfig } from "../src/config.ts";
import type { Reference } from "../src/model.ts";
import { told } from "./edit-scripts.ts";
import { buildPlan, field } from "./plan-builder.ts";

/** Sprints between `/`, tasks between `;`: `A; B < A / C < A..B, sprint:S1`. */
function factsOf(text: string): Facts {
  const sprints = text.split(" / ").map((rows, at) => ({
    id: `S${at + 1}`,
    tasks: rows.split("; ").map((row) => {
      const [id, after] = row.split(" < ");
      return { id, after: after === undefined ? [] : after.split(", ") };
    }),
  }));
  return computeFacts(buildPlan({ sprints }), defaultConfig);
}

/** What tasks wait for in one version only. */
function changes(base: Facts, head: Facts): string {
  const found = comparePlans(base, head).changes.filter((change) => "field" in change && change.field === "dependencies");
  return found.map((change) => told(change).replace(/^task (.*) dependencies:/, "$1")).join("; ");
}

describe("no change is", () => {
  test.each<[name: string, base: string, head: string]>([
    ["an empty cell", "A; B", "A; B < ,  "],
    ["a range of one task written as that task", "A; B; C < A..A", "A; B; C < A"],
    ["a range written out", "A; B; C; D < A..C", "A; B; C; D < A, B, C"],
    ["a range written out with an end that is not there", "A; B; C < A..Z", "A; B; C < A, Z"],
    ["a range that runs the other way", "A; B; C; D < A..C", "C; B; A; D < A..C"],
    ["a task that was added within a range, and above an `All`", "A; B; C < A..B; D < All", "A; N; B; C < A..B; D < All"],
    ["another order above an `All`", "A; B; D < All / E", "B; A; E; D < All"],
    ["a task above an `All` that went to another sprint", "A; B; D < All / E", "B; A / E; D < All"],
    ["an `All` in another sprint", "A; B; D < All / E", "A; B / E; D < All"],
    ["words in capitals", "A; B < group:All routes", "A; B < group:all  Routes"],
    ["words around the name of a section in capitals", "A; B < phase:P 1", "A; B < phase:p  1"],
  ])("%s", (_name, base, head) => {
    expect(changes(factsOf(base), factsOf(head))).toBe("");
  });
});

describe("a task waits", () => {
  test.each<[name: string, base: string, head: string, found: string]>([
    ["for something outside", "A; B < A", "A; B < outside", "B −A +outside"],
    ["for other words", "A; B < group:All routes", "A; B < group:All pages", "B −All routes +All pages"],
    ["for the same words, linked otherwise", "A; B < group:All x", "A; B < group:All x SS+2", "B −All x +All x SS+2h"],
    ["for another sprint", "A; B < sprint:S1", "A; B < sprint:S2", "B −sprint S1 +sprint S2"],
    ["for another week, linked otherwise", "A; B < week:2", "A; B < week:3 FF+2", "B −week 2 +week 3 FF+2h"],
    ["for less", "A; B < A SS+2", "A; B < A SS-2", "B −A SS+2h +A SS-2h"],
    ["for its end", "A; B < A SS", "A; B < A FS+1", "B −A SS +A FS+1h"],
    ["for a task that is not there", "A; B; C < A..B", "A; B; C < A..Z", "C −B +Z"],
    ["for a task in place of one that is not there", "A; B; C < A..Z", "A; B; C < A, B", "C −Z +B"],
    ["for the end of a range that is not there", "A; B; C < A..Z", "A; B; C < Z", "C −A"],
    ["for that with another link", "A; B; C < A..Z SS+2", "A; B; C < Z", "C −A SS+2h −Z SS+2h +Z"],
    ["for another beginning of a range that is not there", "A; B; C < Y..Z", "A; B; C < X..Z", "C −Y +X"],
    ["for a task in place of a range without a beginning", "A; B; C < Y..B", "A; B; C < A", "C −B −Y +A"],
    ["for another task, written as a range", "A; B; C < A..A SS-1", "A; B; C < B..B SS-1", "C −A SS-1h +B SS-1h"],
    ["for a range with another link", "A; B; C < A..B", "A; B; C < A..B SS", "C −A −B +A SS +B SS"],
    ["for a part of a range with another link", "A; B; C < A..B SS", "A; B; C < A SS, B", "C −B SS +B"],
    ["for less of a range", "A; B; C; D < A..C", "A; B; C; D < B..C", "D −A"],
    ["for a range that begins with what it waited for", "A; B; C; D < B", "A; B; C; D < B..C", "D +C"],
    ["for what is new within a range, and named beside it", "A; B; C < A..B", "A; N; B; C < A..B, N", "C +N"],
    ["no more for what left a range", "A; B; C; D < A..C", "A; C; B; D < A..C", "D −B"],
    ["no more for what left a range, and for what came into it", "A; X; B; C; Y; D < A..C", "A; B; Y; C; X; D < A..C", "D −X +Y"],
    ["no more for what left an `All`, and the sprint stayed", "A; B; D < All SS", "B; D < All SS; A", "D −A SS"],
    ["no more for what stands below an `All` now", "A; B; D < All / E", "B; D < All; A / E", "D −A"],
    ["for those above by their names", "A; B; D < All / E", "A; B; D < A, B / E", "D −All +A +B"],
    ["for some of those above by their names", "A; B; D < All / E", "A; D < A, B; B / E", "D −All +A +B"],
    ["for all in place of a range", "A; B; C < A..B", "A; B; C < All", "C −A −B +All"],
    ["for a range in place of all", "A; B; C < All", "A; B; C < A..B", "C −All +A +B"],
    ["for nothing any more", "A; B; C < A..B", "C; A; B", "C −A −B"],
  ])("%s", (_name, base, head, found) => {
    expect(changes(factsOf(base), factsOf(head))).toBe(found);
  });

  test("for the same words outside of the plan, or for others", () => {
    const waiting = (text: string, value: Reference | undefined) => {
      const plan = buildPlan({ tasks: [{ id: "A" }] });
      return computeFacts({ ...plan, tasks: plan.tasks.map((task) => ({ ...task, dependencies: [field(text, value)] })) }, defaultConfig);
    };
    const outside: Reference = { kind: "outside", link: { relation: "FS", lag: 0 } };
    expect(changes(waiting("The vendor", outside), waiting("the  vendor", outside))).toBe("");
    expect(changes(waiting("The vendor", outside), waiting("The city", outside))).toBe("A −The vendor +The city");
    expect(changes(waiting("some wood", undefined), waiting("some  wood", undefined))).toBe("");
    expect(changes(waiting("some wood", undefined), waiting("some stone", undefined))).toBe("A −some wood +some stone");
  });
});

describe("ranges are read", () => {
  const plan = factsOf("A; B");
  const identity = matchParts(plan, plan).base;
  const side = (pairs: readonly (readonly [number, number])[], kind: "range" | "all" | "id" = "range", size = 2) => {
    const link = { relation: "FS", lag: 0 } as const;
    const reference: Reference =
      kind === "range" ? { kind, first: "A", last: "B", link } : kind === "id" ? { kind, id: "A", link } : { kind, link };
    const resolution = {
      ...factsOf("A; B < A").references[1][0],
      reference,
      targets: [
        { start: 0, end: 1 },
        { start: 1, end: size },
      ],
    };
    return { facts: { ...plan, references: [[resolution]] }, identity, otherTask: new Map(pairs) };
  };
  const most = 5_000_000;
  const same = [
    [0, 0],
    [1, 1],
  ] as const;

  test("by their ends, where the tasks of both plans stand in the same order", () => {
    const order = (...pairs: readonly (readonly [number, number])[]) => rangeReading(side(pairs), side([])).sameOrder;
    expect(order()).toBe(true);
    expect(order([0, 0], [1, 1], [2, 5])).toBe(true);
    expect(order([1, 1], [0, 0])).toBe(true);
    expect(order([0, 1], [1, 0])).toBe(false);
    expect(order([0, 0], [1, 2], [2, 1])).toBe(false);
  });
  test("by their ends alone, where they hold more than five million tasks", () => {
    expect(rangeReading(side(same, "range", most), side(same, "range", most))).toEqual({ sameOrder: true, endsOnly: false });
    expect(rangeReading(side(same, "range", most + 1), side(same)).endsOnly).toBe(true);
    expect(rangeReading(side(same), side(same, "range", most + 1)).endsOnly).toBe(true);
    expect(rangeReading(side(same, "id", most + 1), side(same, "id", most + 1)).endsOnly).toBe(false);
  });
  test("as are tasks that wait for all, where these stand in another order", () => {
    expect(rangeReading(side(same, "all", most + 1), side(same)).endsOnly).toBe(false);
    expect(
      rangeReading(
        side(
          [
            [0, 1],
            [1, 0],
          ],
          "all",
          most + 1,
        ),
        side(same),
      ).endsOnly,
    ).toBe(true);
  });
});
