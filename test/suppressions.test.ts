import { describe, expect, test } from "vitest";
import { lintPlan } from "../src/commands/fixing.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource, positionAt } from "../src/source.ts";
import { fixesOf, provenBy } from "./rule-findings.ts";

const table = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Dig | 8 | 9 |\n| 2 | Build | - | 9 |\n";

/** Line and rule of each finding. */
function found(text: string, rules = {}): readonly string[] {
  const config = configSchema.parse({ rules });
  const { plan, diagnostics } = lintPlan(parsePlan(createSource("plan.md", text), config), config);
  return diagnostics.map(({ rule, span }) => `${positionAt(plan.source, span.start).line} ${rule}`);
}

function suppressionsIn(text: string) {
  const { source, suppressions } = parsePlan(createSource("plan.md", text), defaultConfig);
  return suppressions.map(({ rules, reason, scope, span }) => ({
    rules: rules.map((id) => [id.text, source.text.slice(id.span.start, id.span.end)]),
    reason: reason?.text,
    scope: source.text.slice(scope.start, scope.end),
    comment: source.text.slice(span.start, span.end),
  }));
}

describe("a comment", () => {
  test.each([
    ["one id", "<!-- sprintplan-disable-next-line a-b -->", ["a-b"], undefined],
    ["several ids", "<!--sprintplan-disable-next-line a-b, c  d-->", ["a-b", "c", "d"], undefined],
    ["a reason", "<!-- sprintplan-disable-next-line a-b -- because -- of it -->", ["a-b"], "because -- of it"],
    ["several lines", "<!--\n  sprintplan-disable-next-line a-b\n  -- because\n-->", ["a-b"], "because"],
    ["a reason alone", "<!-- sprintplan-disable-next-line -- because -->", [], "because"],
    ["nothing", "<!-- sprintplan-disable-next-line -->", [], undefined],
  ])("with %s", (_what, comment, ids, reason) => {
    const lines = `Before.\n\n${comment}\n\nNext.\nLast.\n`;
    for (const text of [lines, `\uFEFF${lines.replaceAll("\n", "\r\n")}`, `âœ… repaired\n\n${lines}`]) {
      const [read] = suppressionsIn(text);
      expect(read.rules).toEqual(ids.map((id) => [id, id]));
      expect(read.reason).toBe(reason);
      expect(read.scope.trim()).toBe("Next.");
      expect(read.comment.replaceAll("\r\n", "\n")).toBe(comment);
    }
  });

  test.each([
    "```\n<!-- sprintplan-disable a -->\n```\n",
    "`<!-- sprintplan-disable a -->`\n",
    "<!-- sprintplan-diff -->\n",
    "<!-- sprintplan- disable a -->\n",
    "<!-- disable a -->\n",
    "\\<!-- sprintplan-disable a -->\n",
    "---\na: <!-- sprintplan-disable a -->\n---\n",
  ])("is none in %j", (text) => {
    expect(suppressionsIn(text)).toEqual([]);
  });
});

describe("what is hidden", () => {
  const disable = (ids: string) => `<!-- sprintplan-disable ${ids} -->`;
  const next = (ids: string) => `<!-- sprintplan-disable-next-line ${ids} -->`;
  const three = ["3 unknown-dependency", "4 missing-estimate", "4 unknown-dependency"];

  test("nothing without a comment", () => {
    expect(found(table)).toEqual(three);
  });

  test.each([
    ["a table behind it", `${next("unknown-dependency")}\n\n${table}`, ["6 missing-estimate"]],
    ["its own row", table.replace("Dig", `Dig ${next("unknown-dependency")}`), three.slice(1)],
    ["its own row, from any cell", table.replace("- | 9", `- | 9 ${next("missing-estimate")}`), [three[0], three[2]]],
    ["the file above all headings", `${disable("unknown-dependency missing-estimate")}\n\n# Plan\n\n${table}`, []],
    [
      "the section around it",
      `## A\n\n${disable("unknown-dependency")}\n\n${table}\n## B\n\n${table.replaceAll(/\d \| (?=D|B)/g, "x$&")}`,
      ["8 missing-estimate", "14 unknown-dependency", "15 missing-estimate", "15 unknown-dependency"],
    ],
    ["only what it names", `${disable("missing-estimate")}\n\n${table}`, ["5 unknown-dependency", "6 unknown-dependency"]],
    ["a finding in a quote", `> ${next("unknown-dependency")}\n>\n> ${table.trim().replaceAll("\n", "\n> ")}\n`, ["6 missing-estimate"]],
  ])("%s", (_what, text, left) => {
    expect(found(text)).toEqual(left);
    expect(found(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(left);
  });

  test("is what a comment about idle comments hides, too", () => {
    expect(found(`${disable("unused-suppression")}\n\n${next("wrong-total")}\n\n# Plan\n\n${table}`)).not.toContain("3 unused-suppression");
  });
});

describe("a comment that hides nothing", () => {
  test.each([
    ["sprintplan-disable-line", ""],
    ["sprintplan-disabled", ", did you mean `sprintplan-disable`?"],
    ["sprintplan-disable:", ", did you mean `sprintplan-disable`?"],
    ["sprintplan-Disable", ", did you mean `sprintplan-disable`?"],
    ["sprintplan-disable-nextline", ", did you mean `sprintplan-disable-next-line`?"],
    ["sprintplan-diff-next-line", ""],
  ])("for it is misspelt: %s", (directive, guess) => {
    const text = `<!-- ${directive} missing-estimate -- why -->\n\n${table}`;
    expect(provenBy("unused-suppression", text)).toEqual([
      `1 ${directive}: unknown comment \`${directive}\`${guess}`,
      "? it hides nothing: write `sprintplan-disable` or `sprintplan-disable-next-line`",
    ]);
    expect(fixesOf("unused-suppression", text)).toEqual(["warning: no fix"]);
    expect(found(text)).toContain("6 missing-estimate");
  });

  test("is not spoken of where its rule is off", () => {
    const text = `<!-- sprintplan-disable wrong-total -->\n\n${table}`;
    expect(found(text)).toContain("1 unused-suppression");
    expect(found(text, { "wrong-total": "off" })).not.toContain("1 unused-suppression");
    expect(found(text, { "unused-suppression": "off" })).not.toContain("1 unused-suppression");
  });

  test("counts once for each name, and a name only once", () => {
    const text = `<!-- sprintplan-disable unknown-dependency, unknown-dependency, wrong-total, no-rule -->\n\n${table}`;
    expect(found(text).filter((finding) => finding.endsWith("unused-suppression"))).toHaveLength(3);
  });
});
