import type { Outcome } from "../commands/outcome.ts";
import type { Diagnostic } from "../lint.ts";
import type { Severity } from "../rules/rule.ts";
import { positionAt, type Source } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { locatedPath } from "./located.ts";
import type { ReportOptions } from "./reporter.ts";
import { sentencesOf } from "./sentences.ts";
import { reportText } from "./text.ts";
import { visibleInside } from "./visible.ts";

/** Workflow commands that annotate the changed files, then the text: GitHub shows no more than ten annotations a step. */
export function reportGithub(outcomes: readonly Outcome[], options: ReportOptions): string {
  const commands = outcomes.flatMap(({ source, diagnostics }) => {
    const file = locatedPath(source, options);
    return diagnostics.map((diagnostic) => `${commandOf(source, diagnostic, file)}\n`);
  });
  return commands.join("") + reportText(outcomes, options);
}

function commandOf(source: Source, diagnostic: Diagnostic, file: string): string {
  const { severity, rule, span } = diagnostic;
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  // The runner refuses columns of an annotation over several lines.
  const columns = start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [];
  const properties = [
    `file=${property(file)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...columns,
    `title=${property(`sprintplan ${rule}`)}`,
  ];
  return `::${COMMAND[severity]} ${properties.join(",")}::${escaped(sentencesOf(diagnostic).join("\n"))}`;
}

function property(text: string): string {
  return escaped(visibleInside(onOneLine(text)))
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };
