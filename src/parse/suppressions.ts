import type { Suppression } from "../model.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import type { Remark } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { field, group, placeOf, problem, type Slice, split, sub, textField, trim } from "./slice.ts";

/**
 * The comments that hide findings, each with where they hide them: `sprintplan-disable-next-line` in the next line that is
 * not blank, in the whole table where one begins there, and in its own row where it stands in a table;
 * `sprintplan-disable` to the end of its section, and in front of all headings in the whole file.
 */
export function readSuppressions(remarks: readonly Remark[], sections: readonly Outline[], source: Source): readonly Suppression[] {
  if (remarks.length === 0) return [];
  const tables = new Map(tablesOf(sections).map((span) => [positionAt(source, span.start).line, span]));
  return remarks.flatMap((remark) =>
    [...remark.text.text.matchAll(COMMENT)].map((match): Suppression => {
      const comment = sub(remark.text, match.index, match.index + match[0].length);
      const directive = directiveOf(group(remark.text, match, "directive") ?? comment);
      if (directive.value === undefined) return { directive, rules: [], reason: undefined, scope: directive.span, span: placeOf(comment) };
      const body = group(remark.text, match, "body") ?? sub(comment, 0, 0);
      const dashes = /(?:^|\s)--(?=\s|$)/.exec(body.text);
      const reason = dashes === null ? undefined : trim(sub(body, dashes.index + dashes[0].length));
      const span = placeOf(comment);
      return {
        directive,
        rules: idsIn(dashes === null ? body : sub(body, 0, dashes.index)),
        reason: reason === undefined || reason.text === "" ? undefined : textField(reason),
        scope: directive.value === "disable" ? restOfSection(span, sections, source) : (remark.row ?? nextLine(span, tables, source)),
        span,
      };
    }),
  );
}

function directiveOf(written: Slice): Suppression["directive"] {
  switch (written.text) {
    case "sprintplan-disable":
      return field(written, "disable");
    case "sprintplan-disable-next-line":
      return field(written, "disable-next-line");
    default:
      return problem(written, "is no comment that hides findings");
  }
}

function idsIn(list: Slice): Suppression["rules"] {
  return split(list, /[\s,]+/g)
    .filter(({ text }) => text !== "")
    .map(textField);
}

/** From the comment's line on, so that a comment in a cell speaks for its whole row. */
function restOfSection({ start }: Span, sections: readonly Outline[], source: Source): Span {
  const around = sections.findLast(({ heading, span }) => heading !== undefined && span.start <= start);
  if (around === undefined) return { start: 0, end: source.text.length };
  return { start: lineSpan(source, positionAt(source, start).line).start, end: around.span.end };
}

/** The tables are known by their first lines. */
function nextLine({ end }: Span, tables: ReadonlyMap<number, Span>, source: Source): Span {
  let line = positionAt(source, end).line + 1;
  while (line < source.lineStarts.length && isBlank(source, lineSpan(source, line))) line += 1;
  const next = lineSpan(source, line);
  return { start: next.start, end: tables.get(line)?.end ?? next.end };
}

function tablesOf(sections: readonly Outline[]): readonly Span[] {
  return sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "table" ? [part.span] : [])));
}

/** A line, counted from one, with its line end; behind the last one there is nothing. */
function lineSpan({ text, lineStarts }: Source, line: number): Span {
  return { start: lineStarts[line - 1] ?? text.length, end: lineStarts[line] ?? text.length };
}

/** A quote's marks leave a line blank. */
function isBlank({ text }: Source, { start, end }: Span): boolean {
  return /^[\s>]*$/.test(text.slice(start, end));
}

/**
 * A body ends where another comment begins: thousands of comments without an end must not each look for it. The mark of a
 * report that was put into the file is none of them.
 */
const COMMENT = /<!--\s*(?<directive>sprintplan-(?!diff\s*-->)[^\s<>]{1,80}?)(?=\s|-->)(?<body>(?:(?!<!--|-->)[\s\S])*)-->/dg;
