import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { comparePlans } from "../src/analysis/difference/difference.ts";
import { cosmeticEdits, edited, editScripts, factsOf, PLAN, told } from "./edit-scripts.ts";

const base = factsOf(PLAN);

describe("an edit is told as what it changes", () => {
  test.each(editScripts)("%s", (_name, edits, changes) => {
    expect(comparePlans(base, factsOf(edited(PLAN, edits))).changes.map(told)).toEqual(changes);
  });
});

describe("no change are", () => {
  test.each(cosmeticEdits)("%s", (_name, edits) => {
    expect(comparePlans(base, factsOf(edited(PLAN, edits))).changes.map(told)).toEqual([]);
  });
});

describe("in plans of some size", () => {
  test.each(["backend-refactoring", "backend-refactoring-feasible", "minimal"])("line ends and padding of %s do not count", (name) => {
    const text = readFileSync(new URL(`../plans/${name}.md`, import.meta.url), "utf8");
    const other = text.replace(/ \| /g, "  |   ").replace(/\r?\n/g, "\r\n");
    expect(comparePlans(factsOf(text), factsOf(other)).changes.map(told)).toEqual([]);
  });

  test("a row at the top of 3,000 is one more row, and 3,000 numbers", () => {
    const rows = Array.from({ length: 3_000 }, (_unused, at) => ({ title: titleOf(at), after: at }));
    const difference = comparePlans(factsOf(tableOf(rows)), factsOf(tableOf([{ title: "Begin", after: 0 }, ...rows.map(shifted)])));
    expect(difference.changes.slice(0, 3).map(told)).toEqual([
      "added task 1.1",
      "task 1.2 renumbered: 1.1 → 1.2",
      "task 1.3 renumbered: 1.2 → 1.3",
    ]);
    expect(difference.changes.length).toBe(3_001);
  });

  test("3,000 rows with other numbers and other titles are other tasks", () => {
    const rows = Array.from({ length: 3_000 }, (_unused, at) => ({ title: titleOf(at), after: 0 }));
    const others = rows.map(({ title }) => ({ title: [...title].toReversed().join(""), after: 0 }));
    const kinds = comparePlans(factsOf(tableOf(rows)), factsOf(tableOf(others).replace(/\| 1\./g, "| 2."))).changes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "added").length).toBe(3_000);
    expect(kinds.length).toBe(6_000);
  });
});

interface Row {
  readonly title: string;
  /** The number of the row that it waits for, from one; 0 for none. */
  readonly after: number;
}

function titleOf(at: number): string {
  return `${["Write", "Draw", "Measure", "Review"][at % 4]} the ${["orders", "pages", "users"][at % 3]} of ${((at * 7919) % 100_003).toString(36)}`;
}

function shifted({ title, after }: Row): Row {
  return { title, after: after === 0 ? 0 : after + 1 };
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ title, after }, at) => `| 1.${at + 1} | ${title} | 4 | ${after === 0 ? "None" : `1.${after}`} |\n`);
  return `# Long\n\n### Sprint 1: All\n\n| Task | Description | Hours | Dependencies |\n|---|---|---|---|\n${lines.join("")}`;
}
