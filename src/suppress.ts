import type { Diagnostic } from "./lint.ts";
import type { Field, Plan, Suppression } from "./model.ts";
import type { IdleSuppression } from "./rules/rule.ts";
import type { Span } from "./source.ts";
import { didYouMean } from "./suggest.ts";

/** The findings that no comment hides. */
export function unhidden({ source, suppressions }: Plan, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (suppressions.length === 0) return found;
  const scopes = new Map<string, Span[]>();
  for (const { rules, scope } of suppressions) {
    for (const { text } of rules) {
      const own = scopes.get(text) ?? [];
      own.push(scope);
      scopes.set(text, own);
    }
  }
  return found.filter(({ rule, span }) => !scopes.get(rule)?.some((scope) => covers(scope, span.start, source.text.length)));
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
  return suppressions.flatMap((suppression) => {
    const { rules, scope } = suppression;
    const hides = ({ text }: Field<string>): boolean =>
      starts.get(text)?.some((start) => covers(scope, start, source.text.length)) ?? false;
    const idle = rules.filter((id, index) => ids.ran.includes(id.text) && (!hides(id) || isRepeated(suppression, index)));
    const unknown = rules.filter(({ text }) => !ids.known.includes(text));
    if (rules.length > 0 && idle.length + unknown.length === 0) return [];
    return [{ suppression, idle, unknown: unknown.map((id) => ({ id, suggestion: didYouMean(id.text, ids.known) })) }];
  });
}

function startsByRule(found: readonly Diagnostic[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { rule, span } of found) {
    const own = starts.get(rule) ?? [];
    own.push(span.start);
    starts.set(rule, own);
  }
  return starts;
}

function isRepeated({ rules }: Suppression, index: number): boolean {
  return rules.findIndex(({ text }) => text === rules[index].text) < index;
}

/** What is found at the very end of the file belongs to what ends there. */
function covers(scope: Span, start: number, length: number): boolean {
  return scope.start <= start && (start < scope.end || (start === scope.end && start === length));
}
