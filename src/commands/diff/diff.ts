import type { Outcome } from "../outcome.ts";
import { diffComment } from "./comment.ts";
import type { Condition } from "./conditions.ts";
import { diffData } from "./data.ts";
import { brokenConditions } from "./fail-if.ts";
import { compareSides, type DiffPair, hasChanged } from "./result.ts";
import { diffView } from "./view.ts";

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
