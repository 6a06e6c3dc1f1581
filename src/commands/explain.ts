import { defaultConfig } from "../config.ts";
import { formatCount } from "../format.ts";
import { parsePlan } from "../parse/plan.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import { createSource } from "../source.ts";
import { left, summaryOf, toned } from "./blocks.ts";
import type { Block, Outcome, Tone } from "./outcome.ts";

/** One rule with its page. */
export function explainRule(rule: Rule, page: string): Outcome {
  return answer([{ kind: "page", markdown: page }], { rules: [{ ...dataOf(rule), page }] });
}

/** All rules, each with its summary. */
export function listRules(rules: readonly Rule[]): Outcome {
  const rows = rules.map(({ id, severity, fixable, summary }) => [
    toned(id, "strong"),
    toned(severity, TONES[severity]),
    fixable === "no" ? "" : fixable,
    summary,
  ]);
  const table: Block = { kind: "table", columns: [left("rule"), left("severity"), left("fix"), left("what is wrong")], rows };
  const summary = summaryOf(`${formatCount(rules.length, "rule")}; \`sprintplan explain\` with one of them prints its page`);
  return answer([table, ...summary], { rules: rules.map(dataOf) });
}

function dataOf({ id, severity, summary, fixable }: Rule): object {
  return { id, severity, summary, fix: fixable };
}

/** It speaks of no plan: its path is empty. */
function answer(view: readonly Block[], data: unknown): Outcome {
  const plan = parsePlan(createSource("", ""), defaultConfig);
  return { source: plan.source, plan, reading: defaultConfig.reading, view, data, diagnostics: [] };
}

const TONES: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", info: "code" };
