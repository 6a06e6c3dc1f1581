import { mergeIntervals } from "./analysis/intervals.ts";
import type { Diagnostic } from "./lint.ts";
import type { Field, Plan } from "./model.ts";
import type { IdleSuppression } from "./rules/rule.ts";
import { countBelow } from "./sorted.ts";
import type { Span } from "./source.ts";
import { didYouMeanAmong } from "./suggest.ts";

/** The findings that no comment hides. */
export function unhidden({ source, suppressions }: Plan, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (suppressions.length === 0) return found;
  const scopes = new Map<string, Span[]>();
  for (const { rules, scope } of suppressions) {
    for (const { text } of rules) {
      const own = scopes.get(text) ?? [];
      own.push({ start: scope.start, end: coveredUntil(scope, source.text.length) });
      scopes.set(text, own);
    }
  }
  const stretches = new Map(Array.from(scopes, ([rule, own]) => [rule, mergeIntervals(own)]));
  return found.filter(({ rule, span }) => {
    const own = stretches.get(rule) ?? [];
    const before = own[countBelow(own, span.start + 1, ({ start }) => start) - 1];
    return before === undefined || span.start >= before.end;
  });
}

/** Which rules there are, and which of them looked at the plan: whether a comment hides anything of the others is not known. */
export interface RuleIds {
  readonly known: readonly string[];
  readonly ran: readonly string[];
}

/** The comments with an id that hides none of these findings. */
export function idleSuppressions({ source, suppressions }: Plan, found: readonly Diagnostic[], ids: RuleIds): readonly IdleSuppression[] {
  if (suppressions.length === 0) return [];
  const starts = startsByRule(found);
  const known = new Set(ids.known);
  const ran = new Set(ids.ran);
  const didYouMean = didYouMeanAmong(ids.known);
  return suppressions.flatMap((suppression) => {
    const { rules, scope } = suppression;
    const hides = ({ text }: Field<string>): boolean => {
      const own = starts.get(text) ?? [];
      const next = own[countBelow(own, scope.start, (start) => start)];
      return next !== undefined && next < coveredUntil(scope, source.text.length);
    };
    const first = new Map(rules.map(({ text }, index) => [text, index] as const).toReversed());
    const idle = rules.filter((id, index) => ran.has(id.text) && (!hides(id) || first.get(id.text) !== index));
    const unknown = rules.filter(({ text }) => !known.has(text));
    if (rules.length > 0 && idle.length + unknown.length === 0) return [];
    return [{ suppression, idle, unknown: unknown.map((id) => ({ id, suggestion: didYouMean(id.text) })) }];
  });
}

/** By rule where its findings begin, ascending. */
function startsByRule(found: readonly Diagnostic[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { rule, span } of found) {
    const own = starts.get(rule) ?? [];
    own.push(span.start);
    starts.set(rule, own);
  }
  for (const own of starts.values()) own.sort((a, b) => a - b);
  return starts;
}

/** What is found at the very end of the file belongs to what ends there. */
function coveredUntil({ end }: Span, length: number): number {
  return end === length ? end + 1 : end;
}
