import type { Tone } from "../commands/outcome.ts";
import { formatPlace } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import type { Severity } from "../rules/rule.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { type Line, messagePieces, onOneLine, type Piece } from "./inline.ts";
import { visibleInside } from "./visible.ts";
import { displayWidth, firstColumns, lastColumns } from "./width.ts";

/** A diagnostic with the line that it speaks of: the whole frame fits the columns, except for the words of its messages. */
export function frameOf(source: Source, diagnostic: Diagnostic, columns: number): readonly Line[] {
  const tone = TONE[diagnostic.severity];
  const position = positionAt(source, diagnostic.span.start);
  const number = `${position.line}`;
  const margin = " ".repeat(number.length);
  const room = Math.max(SHORTEST_EXCERPT, columns - number.length - 3);
  const excerpt = cutToFit(excerptOf(source, diagnostic.span, room), room);
  const caret = " ".repeat(displayWidth(excerpt.before)) + "^".repeat(Math.max(1, displayWidth(excerpt.marked)));
  return [
    [piece(`${diagnostic.severity}[${visibleInside(diagnostic.rule)}]`, tone), piece(": "), ...messagePieces(diagnostic.message, "strong")],
    [piece(`${margin}╭─ `, "muted"), piece(visibleInside(onOneLine(formatPlace(source.path, position))))],
    [piece(`${number} │ `, "muted"), piece(excerpt.before), piece(excerpt.marked), piece(excerpt.after)],
    [piece(`${margin} │ `, "muted"), piece(caret, tone)],
    ...remarksOf(source, diagnostic).map((remark) => [piece(`${margin} = `, "muted"), ...messagePieces(remark)]),
    ...(diagnostic.help === undefined ? [] : [[piece(`${margin} help: `, "code"), ...messagePieces(diagnostic.help)]]),
  ];
}

/** The part of one line around a span, ready to show. */
interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Notes and related places, a line each, the places beyond the first eight only counted. */
function remarksOf(source: Source, { notes = [], related = [] }: Diagnostic): readonly string[] {
  const places = related.slice(0, MOST_PLACES).map(({ span, message }) => `line ${positionAt(source, span.start).line}: ${message}`);
  const hidden = related.length - places.length;
  return [...notes, ...places, ...(hidden > 0 ? [`… and ${hidden} more`] : [])];
}

/** A span over several lines ends with its first one. However long the line is, only what might fit is looked at. */
function excerptOf(source: Source, span: Span, columns: number): Excerpt {
  const { text, lineStarts } = source;
  const { line } = positionAt(source, span.start);
  const lineEnd = endOfLine(text, lineStarts[line] ?? text.length, lineStarts[line - 1]);
  const start = Math.min(span.start, lineEnd);
  const end = Math.max(start, Math.min(span.end, lineEnd));
  const reach = 2 * columns + 16;
  return {
    before: shown(text.slice(Math.max(lineStarts[line - 1], start - reach), start)),
    marked: shown(text.slice(start, Math.min(end, start + reach))),
    after: shown(text.slice(end, Math.min(lineEnd, end + reach))),
  };
}

function endOfLine(text: string, nextLine: number, lineStart: number): number {
  let end = nextLine;
  while (end > lineStart && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  return end;
}

function shown(text: string): string {
  return visibleInside(text.replaceAll("\t", " "));
}

/** What is left out is shown as `…`; the span itself is cut last. */
function cutToFit(excerpt: Excerpt, columns: number): Excerpt {
  const widths = { before: displayWidth(excerpt.before), marked: displayWidth(excerpt.marked), after: displayWidth(excerpt.after) };
  if (widths.before + widths.marked + widths.after <= columns) return excerpt;
  const marked = cutEnd(excerpt.marked, columns - Math.min(2, widths.before + widths.after));
  const free = columns - displayWidth(marked);
  const before = cutStart(excerpt.before, Math.max(Math.floor(free / 2), free - widths.after));
  return { before, marked, after: cutEnd(excerpt.after, free - displayWidth(before)) };
}

function cutEnd(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${firstColumns(text, columns - 1)}…`;
}

function cutStart(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `…${lastColumns(text, columns - 1)}`;
}

function piece(text: string, tone?: Tone): Piece {
  return { text, tone };
}

const TONE: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", info: "code" };

const MOST_PLACES = 8;
const SHORTEST_EXCERPT = 20;
