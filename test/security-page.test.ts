import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

const [, ...promises] = read(".github/SECURITY.md")
  .split("\n")
  .filter((line) => /^\|(?! -)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, promise, , tried, tests]) => ({ promise, tried, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path]) => path) }));

describe("the page on security", () => {
  test("makes a promise for each threat", () => {
    expect(promises).toHaveLength(20);
  });

  test.each(promises)("holds by tests that exist: $promise", ({ tests }) => {
    expect(tests.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });

  test.each(promises)("says how often as the tests do: $promise", ({ tried, tests }) => {
    const sources = tests.map(read).join("\n");
    const counts = [...tried.matchAll(/\d[\d,]*/g)].map(([count]) => count.replaceAll(",", "_").replace(/_$/, ""));
    expect(counts.filter((count) => !new RegExp(`\\b${count}\\b`).test(sources))).toEqual([]);
  });
});
