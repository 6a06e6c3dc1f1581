import type { Config } from "./config.ts";
import type { Context, Finding, Rule, Severity } from "./rules/rule.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";
import { idleSuppressions, unhidden } from "./suppress.ts";

/** A finding with its rule and severity. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/**
 * Runs the rules over one plan: stamps id and severity, leaves out what comments hide, and orders by position, then rule.
 * The rule about comments that hide nothing runs when all others have.
 */
export function lint(context: Context, rules: readonly Rule[]): readonly Diagnostic[] {
  const { plan } = context;
  const others = rules.filter((rule) => rule !== unusedSuppression);
  const found = others.flatMap((rule) => findingsOf(rule, context));
  const ran = activeRules(context.config, others).map(({ id }) => id);
  const idle = others.length === rules.length ? [] : idleSuppressions(plan, found, { known: rules.map(({ id }) => id), ran });
  const all = idle.length === 0 ? found : [...found, ...findingsOf(unusedSuppression, { ...context, idle })];
  return unhidden(plan, all).toSorted(byPosition);
}

/** The rules that the configuration leaves on. */
export function activeRules(config: Config, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => severityOf(rule, config) !== "off");
}

function findingsOf(rule: Rule, context: Context): readonly Diagnostic[] {
  const standard = severityOf(rule, context.config);
  if (standard === "off") return [];
  const configured = context.config.rules[rule.id] !== undefined;
  return Array.from(rule.check(context), (finding) => ({
    ...finding,
    rule: rule.id,
    severity: configured ? standard : (finding.severity ?? standard),
  }));
}

function severityOf({ id, severity }: Rule, config: Config): Rule["severity"] {
  return config.rules[id]?.severity ?? severity;
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
