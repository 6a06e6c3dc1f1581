import type { Facts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import type { Fix } from "../edit.ts";
import type { Plan } from "../model.ts";
import type { Span } from "../source.ts";

export type Severity = "error" | "warning" | "info";

/** What a rule knows of a plan: all of it is computed once, before the first rule runs. */
export interface Context {
  readonly plan: Plan;
  readonly config: Config;
  readonly facts: Facts;
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

/** A rule says what is wrong and where; its page beside it says why, with examples that are its tests. */
export interface Rule {
  /** Names the bad thing, in kebab case. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence in lower case without a full stop; the first sentence of the rule's page. */
  readonly summary: string;
  readonly fixable: "safe" | "unsafe" | "no";
  check(context: Context): Iterable<Finding>;
}
