import { expect, test } from "vitest";
import { check } from "../src/commands/check.ts";
import { defaultConfig } from "../src/config.ts";
import { fingerprintsOf } from "../src/fingerprint.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";

const plan = `## Sprint 1.1: Ground (Week 1)

Total Estimated Hours: 50 hours

| ID | Task | Hours | Dependencies |
|----|------|-------|--------------|
| 1.1.1 | Dig | 8 | 7, 7, 8 |
| 1.1.2 | Build | 8 | 7 |
`;

function printsOf(text: string, path = "plan.md"): ReadonlyMap<string, string> {
  const { plan: read, diagnostics } = check(parsePlan(createSource(path, text), defaultConfig), defaultConfig, {
    fix: "none",
    fixed: "shown",
  });
  const prints = fingerprintsOf(path, read, diagnostics);
  return new Map(prints.map((print, index) => [print, diagnostics[index].rule]));
}

test("no two findings share one", () => {
  const prints = printsOf(plan);
  expect([...prints.values()].filter((rule) => rule === "unknown-dependency").length).toBeGreaterThan(2);
  expect([...prints.keys()].every((print) => /^[0-9a-f]{32}$/.test(print))).toBe(true);
});

test("they stay when lines move, blanks change or other findings go", () => {
  const before = [...printsOf(plan).keys()];
  expect([...printsOf(`# A title\n\nand words\n\n${plan}`).keys()]).toEqual(before);
  expect([...printsOf(plan.replaceAll("\n", "\r\n").replaceAll("| 8 |", "|  8  |")).keys()]).toEqual(before);
  const fewer = [...printsOf(plan.replace("7, 7, 8", "8")).keys()];
  expect(fewer.filter((print) => !before.includes(print))).toEqual([]);
});

test("another file, another text and another task make another one", () => {
  const before = printsOf(plan);
  const kept = (text: string, path?: string) => [...printsOf(text, path)].filter(([print]) => before.has(print)).map(([, rule]) => rule);
  expect(kept(plan, "other.md")).toEqual([]);
  expect(kept(plan)).toContain("wrong-total");
  expect(kept(plan.replace("50 hours", "60 hours"))).not.toContain("wrong-total");
  expect(kept(plan.replaceAll("1.1.", "1.2."))).not.toContain("unknown-dependency");
});

test("outside of tasks and sprints the line speaks", () => {
  const empty = printsOf("Just words\n");
  expect([...empty.values()]).toEqual(["empty-plan"]);
  expect([...printsOf("Other words\n").keys()]).not.toEqual([...empty.keys()]);
});
