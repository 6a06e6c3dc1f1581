import { diffComment } from "./diff-comment.ts";
import type { Condition } from "./diff-conditions.ts";
import { diffData } from "./diff-data.ts";
import { brokenConditions } from "./diff-fail-if.ts";
import { compareSides, type DiffPair, hasChanged } from "./diff-result.ts";
import { diffView } from "./diff-view.ts";
import type { Outcome } from "./outcome.ts";

export interface DiffOptions {
  /** What people call the two versions. */
  readonly base: string;
  readonly head: string;
  /** What a change may not do. */
  readonly failIf?: readonly Condition[];
}

export interface DiffOutcome extends Outcome {
  /** Whether the plan says or does anything else, or something else is wrong with it. */
  readonly changed: boolean;
}

/** What is different in two versions of a plan, one of which may be missing, and what that does. */
export function diff(pair: DiffPair, options: DiffOptions): DiffOutcome {
  const result = compareSides(pair, options.base);
  const { plan, reading } = result.status === "removed" ? result.base : result.head;
  const changed = hasChanged(result);
  return {
    source: plan.source,
    plan,
    reading,
    view: diffView(result),
    comment: changed ? diffComment(result) : [],
    data: diffData(result, options),
    diagnostics: brokenConditions(result, options.failIf ?? []),
    changed,
  };
}
