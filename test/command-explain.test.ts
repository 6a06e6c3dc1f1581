import { expect, test } from "vitest";
import { explainRule, listRules } from "../src/commands/explain.ts";
import type { Rule } from "../src/rules/rule.ts";
import { dataOf, textOf } from "./command-plans.ts";

const rule: Rule = { id: "late-train", severity: "warning", summary: "the train is late", fixable: "unsafe", *check() {} };
const other: Rule = { ...rule, id: "no-train", severity: "error", fixable: "no" };

test("all rules, a line each", () => {
  const outcome = listRules([rule, other]);
  expect(textOf("explain", outcome)).toBe(`\
rule        severity  fix     what is wrong
──────────  ────────  ──────  ─────────────────
late-train  warning   unsafe  the train is late
no-train    error             the train is late

2 rules; \`sprintplan explain\` with one of them prints its page
`);
  const summary = "the train is late";
  expect(dataOf("explain", outcome)).toEqual({
    rules: [
      { id: "late-train", severity: "warning", summary, fix: "unsafe" },
      { id: "no-train", severity: "error", summary, fix: "no" },
    ],
  });
});

test("one rule is its page", () => {
  const outcome = explainRule(rule, "# late-train\n\nThe train is late.\n");
  expect(textOf("explain", outcome)).toBe("# late-train\n\nThe train is late.\n");
  expect(dataOf("explain", outcome)).toMatchObject({ rules: [{ id: "late-train", page: "# late-train\n\nThe train is late.\n" }] });
});
