import type { Outcome } from "../commands/outcome.ts";
import { fingerprintsOf } from "../fingerprint.ts";
import type { Severity } from "../rules/rule.ts";
import { positionAt } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { jsonText } from "./json-text.ts";
import { locatedPath } from "./located.ts";
import type { ReportOptions } from "./reporter.ts";
import { visible } from "./visible.ts";

/** GitLab's code quality report, which a merge request compares with that of its target branch. */
export function reportGitlab(outcomes: readonly Outcome[], options: ReportOptions): string {
  return jsonText(outcomes.flatMap((outcome) => issuesOf(outcome, locatedPath(outcome.source, options))));
}

function issuesOf({ source, plan, diagnostics }: Outcome, path: string): readonly unknown[] {
  const fingerprints = fingerprintsOf(path, plan, diagnostics);
  return diagnostics.map(({ rule, severity, message, span }, index) => ({
    description: visible(onOneLine(message)),
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: SEVERITY[severity],
    location: { path, lines: { begin: positionAt(source, span.start).line, end: positionAt(source, span.end).line } },
  }));
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };
