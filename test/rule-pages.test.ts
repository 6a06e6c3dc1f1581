import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type CheckOptions, check } from "../src/commands/check.ts";
import type { Outcome } from "../src/commands/outcome.ts";
import { type Config, defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { reportText } from "../src/report/text.ts";
import { rules } from "../src/rules/index.ts";
import { createSource, positionAt } from "../src/source.ts";
import { casesOf, type PageCase, type Replacement, readPage, rewrite } from "./rule-page.ts";

const folder = new URL("../src/rules/", import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith(".md"));
const update = process.env.UPDATE === "1";

test("every rule has a page, and every page a rule", () => {
  expect(pages.map((file) => file.replace(/\.md$/, "")).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

describe.each(rules.filter(({ id }) => pages.includes(`${id}.md`)).map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const path = new URL(`${id}.md`, folder);
  const text = readFileSync(path, "utf8");
  const page = readPage(text);
  const replacements: Replacement[] = [];

  afterAll(() => {
    if (update && replacements.length > 0) writeFileSync(path, rewrite(text, replacements));
  });

  /** Compares a block with what the program prints, or takes it down. */
  const settle = (block: PageCase["report"], actual: string): void => {
    if (update && block !== undefined) replacements.push({ block, text: actual });
    else expect(block?.text).toBe(actual);
  };

  test("opens with the rule's summary", () => {
    expect(page.title).toBe(id);
    expect(page.firstSentence).toBe(`${rule.summary.charAt(0).toUpperCase()}${rule.summary.slice(1)}.`);
    expect([...page.sections.keys()].slice(0, 3)).toEqual(["Why", "Wrong", "Right"]);
  });

  describe.each(casesOf(page, "Wrong").map((each, index) => [index + 1, each] as const))("wrong plan %i", (_number, each) => {
    const config = configOf(each);
    const found = run(each.plan, "none", config);

    test("is reported as shown", () => {
      expect(found.diagnostics.map((diagnostic) => diagnostic.rule)).toContain(id);
      settle(each.report, report(found));
    });

    test("is the same with CRLF and a byte-order mark", () => {
      expect(placesOf(run(asWindows(each.plan), "none", config))).toEqual(placesOf(found));
    });

    test("is fixed as shown, and only once", () => {
      const own = found.diagnostics.find((diagnostic) => diagnostic.rule === id && diagnostic.fix !== undefined);
      expect(each.after !== undefined).toBe(own !== undefined);
      if (each.after === undefined) return;
      if (each.after.allowed === "unsafe") expect(own?.fix?.safe).toBe(false);
      const fixed = run(each.plan, each.after.allowed, config).rewritten ?? each.plan;
      settle(each.after.block, fixed);
      expect(run(asWindows(each.plan), each.after.allowed, config).rewritten).toBe(fixed.replaceAll("\n", "\r\n"));
      expect(run(fixed, each.after.allowed, config).rewritten).toBeUndefined();
    });
  });

  test("passes the right plans", () => {
    const right = casesOf(page, "Right");
    expect(right.length).toBeGreaterThan(0);
    for (const each of right) expect(report(run(each.plan, "none", configOf(each)))).not.toContain(`[${id}]`);
  });
});

test("what can be fixed says so", () => {
  for (const rule of rules.filter(({ id }) => pages.includes(`${id}.md`))) {
    const fixes = casesOf(readPage(readFileSync(new URL(`${rule.id}.md`, folder), "utf8")), "Wrong").filter(
      ({ after }) => after !== undefined,
    );
    expect([rule.id, fixes.length > 0]).toEqual([rule.id, rule.fixable !== "no"]);
  }
});

function run(text: string, fix: CheckOptions["fix"], config: Config): Outcome {
  return check(parsePlan(createSource("plan.md", text), config), config, { fix, fixed: "written" });
}

function report(outcome: Outcome): string {
  return reportText([outcome], { command: "check", version: "0.0.0", color: 0, width: 80 });
}

function configOf({ config }: PageCase): Config {
  return config === undefined ? defaultConfig : configSchema.parse(JSON.parse(config));
}

function asWindows(text: string): string {
  return `\uFEFF${text.replaceAll("\n", "\r\n")}`;
}

function placesOf({ source, diagnostics }: Outcome): readonly object[] {
  const place = (offset: number): object => ({ ...positionAt(source, offset), offset: undefined });
  return diagnostics.map(({ rule, message, span, notes, related = [] }) => ({
    rule,
    message,
    notes,
    place: [place(span.start), place(span.end)],
    related: related.map((each) => [each.message, place(each.span.start)]),
  }));
}
