import type { Outcome } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import type { ReportOptions } from "./reporter.ts";
import { summarize } from "./summary.ts";
import { escapeHidden } from "./visible.ts";

/**
 * What programs read, as the output schema describes it. Any JSON parser gives the plan's own text back; written down it
 * is as safe to show as the other formats, and a lone surrogate, which no encoding has, becomes U+FFFD.
 */
export function reportJson(outcomes: readonly Outcome[], options: ReportOptions): string {
  const report = {
    schemaVersion: 1,
    tool: { name: "sprintplan", version: options.version },
    command: options.command,
    plans: outcomes.map(planOf),
    summary: summarize(outcomes),
  };
  return `${escapeHidden(JSON.stringify(report, wellFormed, 2), unicodeEscape)}\n`;
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

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/\p{Surrogate}/gu, "\uFFFD") : value;
}

function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
