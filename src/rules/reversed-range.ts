import type { Fix } from "../edit.ts";
import { formatQuote } from "../format.ts";
import type { Field, Reference } from "../model.ts";
import type { Source } from "../source.ts";
import type { Context, Rule } from "./rule.ts";

export const reversedRange: Rule = {
  id: "reversed-range",
  severity: "warning",
  summary: "a range of tasks begins with the one that stands last",
  fixable: "safe",
  *check({ plan, facts }: Context) {
    for (const { index, dependencies } of plan.tasks) {
      for (const [at, { problem, reference }] of facts.references[index].entries()) {
        if (problem?.kind !== "reversed" || reference?.kind !== "range") continue;
        const field = dependencies[at];
        const message = `${formatQuote(field.text)} runs backwards: ${formatQuote(reference.first)} stands below ${formatQuote(reference.last)} in the plan`;
        const fix = swap(plan.source, field, reference);
        yield { span: field.span, message, help: "begin with the task that stands first", ...(fix && { fix }) };
      }
    }
  },
};

function swap({ text }: Source, { span }: Field<Reference>, range: { readonly first: string; readonly last: string }): Fix | undefined {
  const written = text.slice(span.start, span.end);
  const first = written.indexOf(range.first);
  const last = written.lastIndexOf(range.last);
  const firstEnd = first + range.first.length;
  if (first < 0 || last < firstEnd) return undefined;
  const swapped =
    written.slice(0, first) + range.last + written.slice(firstEnd, last) + range.first + written.slice(last + range.last.length);
  return { title: `write ${formatQuote(swapped)}`, safe: true, edits: [{ ...span, text: swapped }] };
}
