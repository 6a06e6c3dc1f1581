import type { Outcome } from "../commands/outcome.ts";
import { applyEdits, type Fix } from "../edit.ts";
import { formatPath } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import type { Severity } from "../rules/rule.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { jsonText } from "./json-text.ts";
import { markdownText } from "./markdown-text.ts";

/** What reviewdog reads. It makes comments of messages, so these are Markdown that no plan's text can bring to life. */
export function reportRdjson(outcomes: readonly Outcome[]): string {
  const diagnostics = outcomes.flatMap(({ source, diagnostics: found }) => found.map((diagnostic) => entryOf(source, diagnostic)));
  return jsonText({ source: { name: "sprintplan" }, diagnostics });
}

function entryOf(source: Source, { rule, severity, message, notes = [], help, span, fix }: Diagnostic): unknown {
  const sentences = [message, ...notes, ...(help === undefined ? [] : [`help: ${help}`])];
  return {
    message: sentences.map(markdownText).join("\n"),
    location: { path: formatPath(source.path), range: rangeOf(source, span) },
    severity: SEVERITY[severity],
    code: { value: rule },
    suggestions: fix && [suggestionOf(source, fix)],
  };
}

/** A suggestion replaces one range and is taken by itself, so that edits that belong together are one. */
function suggestionOf(source: Source, { edits }: Fix): unknown {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  return { range: rangeOf(source, { start, end }), text: applyEdits(source.text.slice(start, end), moved) };
}

function rangeOf(source: Source, { start, end }: Span): unknown {
  return { start: placeOf(source, start), end: placeOf(source, end) };
}

/** Columns count the bytes of UTF-8. */
function placeOf(source: Source, offset: number): unknown {
  const { line } = positionAt(source, offset);
  const before = source.text.slice(source.lineStarts[line - 1], offset);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };
