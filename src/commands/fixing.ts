import { computeFacts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import { compatibleFixes, type Fix } from "../edit.ts";
import { type Diagnostic, lint } from "../lint.ts";
import type { Plan } from "../model.ts";
import { rules } from "../rules/index.ts";
import { siftFixes } from "./harmless-fixes.ts";
import { rereader } from "./rereading.ts";

/** A plan with what the rules find in it, and how many fixes were made on the way. */
export interface Linted {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
  readonly fixes: number;
}

export interface Fixed extends Linted {
  /** What was not made, and why. */
  readonly harmful: ReadonlyMap<Fix, string>;
}

/** A fix that calls for another one comes to rest within a few rounds, or never. */
const MOST_ROUNDS = 10;

export function lintPlan(plan: Plan, config: Config): Linted {
  return { plan, diagnostics: lint({ plan, config, facts: computeFacts(plan, config) }, rules), fixes: 0 };
}

/**
 * The plan after all fixes that may be made, read anew after each round until nothing changes. A fix that would change anything
 * but its own places is left out.
 */
export function fixPlan(linted: Linted, config: Config, allowed: "safe" | "unsafe"): Fixed {
  const harmful = new Map<Fix, string>();
  const read = rereader(linted.plan, config);
  let current = linted;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = compatibleFixes(current.diagnostics.flatMap(({ fix }) => (fix && (fix.safe || allowed === "unsafe") ? [fix] : [])));
    const sifted = siftFixes(current.plan, fixes, allowed, read);
    for (const [fix, harm] of sifted.harmful) harmful.set(fix, harm);
    if (sifted.plan.source.text === current.plan.source.text) break;
    current = { ...lintPlan(sifted.plan, config), fixes: current.fixes + sifted.made.length };
  }
  return { ...current, harmful };
}

/** The findings, those with a fix that was not made without it, but with the reason. */
export function withoutHarmful(diagnostics: readonly Diagnostic[], harmful: ReadonlyMap<Fix, string>): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const harm = diagnostic.fix && harmful.get(diagnostic.fix);
    if (harm === undefined) return diagnostic;
    const { fix: _notMade, ...finding } = diagnostic;
    return { ...finding, notes: [...(finding.notes ?? []), `not fixed: ${harm}`] };
  });
}
