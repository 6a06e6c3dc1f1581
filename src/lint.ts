import type { Config, RuleSetting } from "./config.ts";
import type { Context, Finding, Rule, Severity } from "./rules/rule.ts";

/** A finding with its rule and severity. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** Runs the rules over one plan: stamps id and severity, and orders by position, then rule. */
export function lint(context: Context, rules: readonly Rule[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    const setting = settingOf(context.config, rule);
    if (setting === "off") continue;
    for (const finding of rule.check(context)) {
      const severity = setting === "on" ? (finding.severity ?? rule.severity) : setting;
      diagnostics.push({ ...finding, rule: rule.id, severity });
    }
  }
  return diagnostics.sort(byPosition);
}

function settingOf(config: Config, rule: Rule): RuleSetting | "on" {
  return config.rules[rule.id] ?? "on";
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
