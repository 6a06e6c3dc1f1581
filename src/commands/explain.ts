import { formatCount } from "../format.ts";
import type { Rule } from "../rules/rule.ts";
import { left, summaryOf, toned } from "./blocks.ts";
import type { Block, Outcome, Tone } from "./outcome.ts";
import { withoutPlan } from "./without-plan.ts";

/** One rule with its page. */
export function explainRule(rule: Rule, page: string): Outcome {
  return withoutPlan([{ kind: "page", markdown: page }], { rules: [{ ...dataOf(rule), page }] });
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
  return withoutPlan([table, ...summary], { rules: rules.map(dataOf) });
}

function dataOf({ id, severity, summary, fixable }: Rule): object {
  return { id, severity, summary, fix: fixable };
}

const TONES: Readonly<Record<Rule["severity"], Tone>> = { error: "bad", warning: "warn", info: "code", off: "muted" };
