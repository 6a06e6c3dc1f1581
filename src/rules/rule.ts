import type { Facts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import type { Fix } from "../edit.ts";
import type { Field, Plan, Suppression } from "../model.ts";
import type { Span } from "../source.ts";

export type Severity = "error" | "warning" | "info";

/** What a rule knows of a plan: all of it is computed once, before the first rule runs. */
export interface Context {
  readonly plan: Plan;
  readonly config: Config;
  readonly facts: Facts;
  /** What comments hide nothing by; known only to the one rule that runs when all others have. */
  readonly idle?: readonly IdleSuppression[];
}

/** A comment with those of its ids that hid no finding, or are no rule at all. */
export interface IdleSuppression {
  readonly suppression: Suppression;
  readonly idle: readonly Field<string>[];
  readonly unknown: readonly { readonly id: Field<string>; readonly suggestion: string }[];
}

/** What is wrong, and where. `severity` is given only where one rule speaks with two voices. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
  /** Further lines under the code frame: the numbers or the chain that prove the finding. */
  readonly notes?: readonly string[];
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What is told of a rule. */
export interface RuleDescription {
  /** Names the bad thing, in kebab case. */
  readonly id: string;
  /** `off` for a rule that speaks only where the configuration asks it to. */
  readonly severity: Severity | "off";
  /** One sentence in lower case without a full stop; the first sentence of the rule's page. */
  readonly summary: string;
  readonly fixable: "safe" | "unsafe" | "no";
}

/** A rule says what is wrong and where; its page beside it says why, with examples that are its tests. */
export interface Rule extends RuleDescription {
  check(context: Context): Iterable<Finding>;
}
