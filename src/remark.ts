import { check } from "./commands/check.ts";
import type { ConfigInput } from "./config.ts";
import { givenLayer, readConfigured } from "./configured-plan.ts";
import { applyEdits } from "./edit.ts";
import type { Diagnostic } from "./lint.ts";
import { describeExcess } from "./parse/guard.ts";
import { visible } from "./report/visible.ts";
import type { Severity } from "./rules/rule.ts";
import { createSource, positionAt, type Source } from "./source.ts";

/** As much of a VFile as is needed to read it and to speak about it. */
export interface MarkdownFile {
  readonly path?: string | undefined;
  toString(): string;
  message(reason: string, options: MessageOptions): object;
}

export interface MessageOptions {
  readonly place?: Place;
  readonly ruleId?: string;
  readonly source: string;
}

export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** Line and column count from one; the offset counts from zero in the file's text, a byte-order mark included. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * A remark plugin that adds what `sprintplan check` finds to a file's messages. The options are the keys of a
 * configuration file, and a plan's own front matter is stronger. Files without a task are no plans, and get no message.
 * Throws a UsageError where the options are not sound.
 */
// biome-ignore lint/style/noDefaultExport: remark finds a plugin that a configuration names by its default export
export default function remarkSprintplan(options: ConfigInput = {}): (tree: unknown, file: MarkdownFile) => undefined {
  const layers = [givenLayer(options)];
  return (_tree, file) => {
    const text = file.toString();
    const source = createSource(file.path ?? "plan.md", text);
    const configured = readConfigured(source, layers);
    if (configured.kind === "excess") return void addFailure(file, describeExcess(source.path, configured.excess));
    if (configured.kind === "problem") return void addFailure(file, configured.message);
    const { plan, config } = configured;
    if (plan.tasks.length === 0) return;
    const { diagnostics } = check(plan, config, { fix: "none", fixed: "written" });
    for (const diagnostic of diagnostics) addMessage(file, plan.source, diagnostic);
  };
}

const SOURCE = "sprintplan";

function addFailure(file: MarkdownFile, message: string): void {
  Object.assign(file.message(visible(message), { source: SOURCE }), { fatal: true });
}

function addMessage(file: MarkdownFile, source: Source, diagnostic: Diagnostic): void {
  const { span, rule, severity, message } = diagnostic;
  const place = { start: pointAt(source, span.start), end: pointAt(source, span.end) };
  const added = file.message(visible(message), { place, ruleId: rule, source: SOURCE });
  Object.assign(added, { fatal: FATAL[severity], note: noteOf(source, diagnostic), ...replacementOf(source, diagnostic) });
}

/** What vfile calls fatal is an error, what it calls not fatal a warning, and what it leaves open a remark. */
const FATAL: Readonly<Record<Severity, boolean | undefined>> = { error: true, warning: false, info: undefined };

/** As editors count, a byte-order mark takes no column; but it is a part of the text that offsets point into. */
function pointAt(source: Source, at: number): Point {
  const { line, column, offset } = positionAt(source, at);
  return { line, column, offset: source.byteOrderMark ? offset + 1 : offset };
}

function noteOf(source: Source, { notes = [], related = [], help }: Diagnostic): string | undefined {
  const others = related.map(({ span, message }) => {
    const { line, column } = positionAt(source, span.start);
    return `${line}:${column}: ${message}`;
  });
  const lines = [...notes, ...others, ...(help === undefined ? [] : [`help: ${help}`])];
  return lines.length === 0 ? undefined : lines.map(visible).join("\n");
}

/** What stands in the place and what may stand there instead, for a fix that stays inside of it. */
function replacementOf({ text }: Source, { span, fix }: Diagnostic): object {
  if (fix === undefined || !fix.edits.every(({ start, end }) => start >= span.start && end <= span.end)) return {};
  const actual = text.slice(span.start, span.end);
  const edits = fix.edits.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  return { actual, expected: [applyEdits(actual, edits)] };
}
