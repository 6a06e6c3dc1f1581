import { createHash } from "node:crypto";
import type { Diagnostic } from "./lint.ts";
import type { PlanOutline } from "./model.ts";
import { subjectOf } from "./subject.ts";

/**
 * A hash for each of the findings, in their order, by which one is known again when lines were added or removed around it:
 * of the path, the rule, the task or sprint (elsewhere the line's own words), the marked text, and how many findings before
 * it say the same. Given findings in the order of the plan, no two hashes are equal.
 */
export function fingerprintsOf(path: string, plan: PlanOutline, diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, span }) => {
    const subject = JSON.stringify([path, rule, ...subjectOf(plan, span)]);
    const before = seen.get(subject) ?? 0;
    seen.set(subject, before + 1);
    return createHash("sha256").update(`${subject} ${before}`).digest("hex").slice(0, 32);
  });
}
