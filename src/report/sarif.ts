import type { Outcome } from "../commands/outcome.ts";
import type { Fix } from "../edit.ts";
import { fingerprintsOf } from "../fingerprint.ts";
import type { Diagnostic } from "../lint.ts";
import type { RuleDescription, Severity } from "../rules/rule.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { jsonText } from "./json-text.ts";
import { locatedPath } from "./located.ts";
import type { ReportOptions } from "./reporter.ts";
import { sentencesOf } from "./sentences.ts";
import { visible } from "./visible.ts";

/** SARIF 2.1.0 (OASIS, 2020) with all that GitHub's code scanning asks for; where the repository lies on this machine stays untold. */
export function reportSarif(outcomes: readonly Outcome[], options: ReportOptions): string {
  const rules = rulesOf(outcomes);
  const ids = rules.map(({ id }) => id);
  const run = {
    tool: {
      driver: {
        name: "sprintplan",
        version: options.version,
        semanticVersion: options.version,
        rules: rules.map((rule) => descriptorOf(rule, options)),
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [ROOT]: { description: { text: "the root of the repository" } } },
    results: outcomes.flatMap((outcome) => resultsOf(outcome, locatedPath(outcome.source, options), ids)),
  };
  return jsonText({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
}

function rulesOf(outcomes: readonly Outcome[]): readonly RuleDescription[] {
  return [...new Map(outcomes.flatMap(({ ran = [] }) => ran.map((rule) => [rule.id, rule]))).values()];
}

function descriptorOf({ id, summary, severity }: RuleDescription, options: ReportOptions): unknown {
  const page = options.pageOf?.(id);
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: page === undefined ? { text: summary } : { text: summary, markdown: page },
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: LEVEL[severity] },
    properties: { tags: ["planning"], "problem.severity": PROBLEM[severity], precision: "high" },
  };
}

function resultsOf({ source, plan, diagnostics }: Outcome, path: string, ids: readonly string[]): readonly unknown[] {
  const file: File = { source, artifactLocation: artifactOf(path) };
  const fingerprints = fingerprintsOf(path, plan, diagnostics);
  return diagnostics.map((diagnostic, index) => resultOf(file, diagnostic, { fingerprint: fingerprints[index], ids }));
}

interface File {
  readonly source: Source;
  readonly artifactLocation: unknown;
}

interface Identity {
  readonly fingerprint: string;
  readonly ids: readonly string[];
}

function resultOf(file: File, diagnostic: Diagnostic, { fingerprint, ids }: Identity): unknown {
  const { rule, severity, span, related, fix } = diagnostic;
  const index = ids.indexOf(rule);
  return {
    ruleId: rule,
    ruleIndex: index < 0 ? undefined : index,
    level: LEVEL[severity],
    message: messageOf(sentencesOf(diagnostic).join("\n")),
    locations: [{ physicalLocation: physicalLocation(file, span) }],
    relatedLocations: related?.map((other, id) => ({
      id,
      message: messageOf(visible(onOneLine(other.message))),
      physicalLocation: physicalLocation(file, other.span),
    })),
    partialFingerprints: { "sprintplanFinding/v1": fingerprint },
    fixes: fix && [fixOf(file, fix)],
  };
}

/** Viewers make links of `[text](target)`, also in plain text. */
function messageOf(text: string): unknown {
  return { text: text.replaceAll("](", "]\\u{28}") };
}

function fixOf({ source, artifactLocation }: File, { title, edits }: Fix): unknown {
  const replacements = edits.map((edit) => ({ deletedRegion: regionOf(source, edit), insertedContent: { text: edit.text } }));
  return { description: messageOf(visible(onOneLine(title))), artifactChanges: [{ artifactLocation, replacements }] };
}

function physicalLocation({ source, artifactLocation }: File, span: Span): unknown {
  return { artifactLocation, region: regionOf(source, span) };
}

function regionOf(source: Source, span: Span): unknown {
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Paths inside the repository are relative to it; an absolute one is a file's address. */
function artifactOf(path: string): unknown {
  const segments = path.replaceAll(/\p{Surrogate}/gu, "\uFFFD").split("/");
  const uri = segments.map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: ROOT };
}

const ROOT = "SRCROOT";

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

const PROBLEM: Readonly<Record<RuleDescription["severity"], string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
  off: "recommendation",
};
