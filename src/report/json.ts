import type { Outcome } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { jsonText } from "./json-text.ts";
import type { ReportOptions } from "./reporter.ts";
import { summarize } from "./summary.ts";

/** What programs read, as the output schema describes it. */
export function reportJson(outcomes: readonly Outcome[], options: ReportOptions): string {
  const report = {
    schemaVersion: 1,
    tool: { name: "sprintplan", version: options.version },
    command: options.command,
    plans: outcomes.map(planOf),
    summary: summarize(outcomes),
  };
  return jsonText(report);
}

function planOf({ source, reading, data, diagnostics }: Outcome): unknown {
  const head = source.path === "" ? {} : { path: formatPath(source.path), reading };
  return { ...head, data, diagnostics: diagnostics.map((diagnostic) => findingOf(source, diagnostic)) };
}

function findingOf(source: Source, { rule, severity, message, help, notes, span, related, fix }: Diagnostic): unknown {
  return {
    rule,
    severity,
    message,
    help,
    notes,
    ...placeOf(source, span),
    related: related?.map((other) => ({ message: other.message, ...placeOf(source, other.span) })),
    fix: fix && { title: fix.title, safe: fix.safe, edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })) },
  };
}

function placeOf(source: Source, span: Span): { readonly start: unknown; readonly end: unknown } {
  return { start: positionAt(source, span.start), end: positionAt(source, span.end) };
}
