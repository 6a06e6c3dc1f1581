import type { Edit, Fix } from "../edit.ts";
import { formatQuote } from "../format.ts";
import type { Field, Suppression } from "../model.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { didYouMean } from "../suggest.ts";
import type { Context, Finding, IdleSuppression, Rule } from "./rule.ts";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  severity: "warning",
  summary: "a disabling comment hides nothing, or names no rule",
  fixable: "safe",
  *check({ plan: { source }, idle = [] }: Context) {
    for (const each of idle) yield* findingsOf(each, source);
  },
};

/** A comment that is of no use at all is one finding, an id that is of no use in a comment that is of some, one each. */
function* findingsOf({ suppression, idle, unknown }: IdleSuppression, source: Source): Iterable<Finding> {
  const { directive, rules, span } = suppression;
  if (directive.value === undefined) {
    const message = `unknown comment ${formatQuote(directive.text)}${didYouMean(directive.text, DIRECTIVES)}`;
    yield { span: directive.span, message, help: UNKNOWN };
    return;
  }
  for (const { id, suggestion } of unknown) {
    const message = `unknown rule ${formatQuote(id.text)}${suggestion}`;
    if (suggestion !== "") yield { span: id.span, message, help: "until it is corrected the comment does not hide what it was meant to" };
    else yield { span: id.span, message, fix: removal(suppression, id, source) };
  }
  if (rules.length === 0) {
    const help = "name the rules that it is for: `<!-- sprintplan-disable-next-line wrong-total -- why -->`";
    yield { span, message: "the comment names no rule, and hides nothing", help, fix: removalOfAll(span, source) };
  } else if (rules.length === idle.length) {
    yield {
      span,
      message: `the comment hides nothing: no finding of ${alternatives(idle)} ${placeOf(suppression.scope, source)}`,
      fix: removalOfAll(span, source),
    };
  } else {
    for (const id of idle) {
      const reason = isRepeated(suppression, id) ? "is named twice" : `hides nothing ${placeOf(suppression.scope, source)}`;
      yield { span: id.span, message: `${formatQuote(id.text)} ${reason}`, fix: removal(suppression, id, source) };
    }
  }
}

const DIRECTIVES = ["sprintplan-disable", "sprintplan-disable-next-line"];
const UNKNOWN = `it hides nothing: write ${DIRECTIVES.map(formatQuote).join(" or ")}`;

function isRepeated({ rules }: Suppression, id: Field<string>): boolean {
  return rules.findIndex(({ text }) => text === id.text) < rules.indexOf(id);
}

function alternatives(ids: readonly Field<string>[]): string {
  const names = [...new Set(ids.map(({ text }) => formatQuote(text)))];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;
}

function placeOf(scope: Span, source: Source): string {
  if (scope.start >= source.text.length) return "behind it";
  const first = positionAt(source, scope.start).line;
  const last = positionAt(source, Math.max(scope.start, scope.end - 1)).line;
  return first === last ? `in line ${first}` : `in lines ${first} to ${last}`;
}

/** An id goes with what parts it from the one before it, the first with what parts it from the next; an only one takes the comment along. */
function removal({ rules, span }: Suppression, id: Field<string>, source: Source): Fix {
  if (rules.length === 1) return removalOfAll(span, source);
  const index = rules.indexOf(id);
  const edit =
    index === 0
      ? { start: id.span.start, end: rules[1].span.start, text: "" }
      : { start: rules[index - 1].span.end, end: id.span.end, text: "" };
  return { title: `remove ${formatQuote(id.text)}`, safe: true, edits: [edit] };
}

function removalOfAll(span: Span, source: Source): Fix {
  return { title: "remove the comment", safe: true, edits: [removedComment(span, source)] };
}

/** The comment with the blank before it; with its line where nothing else stands there and no paragraphs would grow together. */
function removedComment({ start, end }: Span, source: Source): Edit {
  const { text, lineStarts } = source;
  const line = positionAt(source, start).line;
  const lastLine = positionAt(source, end).line;
  const lineStart = lineStarts[line - 1];
  const next = lineStarts[lastLine] ?? text.length;
  const alone = text.slice(lineStart, start).trim() === "" && text.slice(end, next).trim() === "";
  if (!alone) return { start: /[ \t]/.test(text.slice(start - 1, start)) ? start - 1 : start, end, text: "" };
  const before = text.slice(lineStarts[line - 2] ?? 0, lineStart);
  const after = text.slice(next, lineStarts[lastLine + 1] ?? text.length);
  return isApart(before) || isApart(after) ? { start: lineStart, end: next, text: "" } : { start: lineStart, end, text: "" };
}

/** Whether a line cannot become part of a paragraph around it: a blank line or a heading. */
function isApart(line: string): boolean {
  return /^\s*$|^#{1,6}\s/.test(line);
}
