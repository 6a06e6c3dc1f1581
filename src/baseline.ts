import type { Diagnostic } from "./lint.ts";
import type { PlanOutline } from "./model.ts";
import { subjectOf } from "./subject.ts";

/** What a finding is known by when lines move: its rule, the task or sprint around it, the words it marks; and how often it is there. */
export interface KnownFinding {
  readonly rule: string;
  /** `task 1.2`, `sprint 1`, or `line` outside of both. */
  readonly place: string;
  readonly text: string;
  readonly count: number;
}

/** The known findings of one plan, or whatever is found. */
export type Known = readonly KnownFinding[] | "everything";

/** Parts the findings into those that are not known and those that are, each in its order; the first of several alike are the known ones. */
export function sift(
  plan: PlanOutline,
  diagnostics: readonly Diagnostic[],
  known: Known,
): { readonly shown: readonly Diagnostic[]; readonly hidden: readonly Diagnostic[] } {
  if (known === "everything") return { shown: [], hidden: diagnostics };
  const left = new Map(known.map((finding) => [keyOf(finding), finding.count]));
  const shown: Diagnostic[] = [];
  const hidden: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const key = keyOf(identityOf(plan, diagnostic));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    (count > 0 ? hidden : shown).push(diagnostic);
  }
  return { shown, hidden };
}

/** The findings of a plan by what they are known by, each counted; in the order of their first places. */
export function countFindings(plan: PlanOutline, diagnostics: readonly Diagnostic[]): readonly KnownFinding[] {
  const counted = new Map<string, KnownFinding>();
  for (const diagnostic of diagnostics) {
    const identity = identityOf(plan, diagnostic);
    const before = counted.get(keyOf(identity));
    counted.set(keyOf(identity), { ...identity, count: (before?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

/** How many of the known findings are not there any more. */
export function countGone(known: readonly KnownFinding[], found: readonly KnownFinding[]): number {
  const counts = new Map(found.map((finding) => [keyOf(finding), finding.count]));
  return known.filter((finding) => (counts.get(keyOf(finding)) ?? 0) < finding.count).length;
}

type Identity = Omit<KnownFinding, "count">;

function identityOf(plan: PlanOutline, { rule, span }: Diagnostic): Identity {
  const subject = subjectOf(plan, span);
  return { rule, place: subject.slice(0, -1).join(" "), text: subject[subject.length - 1] };
}

function keyOf({ rule, place, text }: Identity): string {
  return JSON.stringify([rule, place, text]);
}
