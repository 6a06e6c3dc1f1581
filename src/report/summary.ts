import type { Outcome } from "../commands/outcome.ts";
import { formatCount, formatProblems } from "../format.ts";
import type { Severity } from "../rules/rule.ts";

/** What was read and what was found, over all plans. */
export interface Summary {
  readonly plans: number;
  readonly sprints: number;
  readonly tasks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that a baseline hides; left out where there are none. */
  readonly hidden?: number;
}

/** Adds up the outcomes; one that speaks of no file (such as the list of rules) has an empty path and counts as no plan. */
export function summarize(outcomes: readonly Outcome[]): Summary {
  const summary = { plans: 0, sprints: 0, tasks: 0, errors: 0, warnings: 0, infos: 0 };
  for (const { source, plan, diagnostics } of outcomes) {
    if (source.path !== "") summary.plans += 1;
    summary.sprints += plan.sprints.length;
    summary.tasks += plan.tasks.length;
    for (const { severity } of diagnostics) summary[COUNTER[severity]] += 1;
  }
  const hidden = outcomes.reduce((sum, outcome) => sum + (outcome.hidden?.length ?? 0), 0);
  return hidden === 0 ? summary : { ...summary, hidden };
}

/** `107 tasks in 8 sprints of 1 plan: 6 errors, 9 warnings`: the same line for one plan and for many. */
export function summaryLine(summary: Summary): string {
  const problems = formatProblems(summary);
  const found = summary.errors + summary.warnings + summary.infos > 0 ? problems : `${problems} found`;
  const hidden = summary.hidden === undefined ? "" : `, ${summary.hidden} hidden by the baseline`;
  return `${sizeWords(summary)}: ${found}${hidden}`;
}

/** `3 fixable with --fix, 4 more with --fix --unsafe`; nothing where nothing is. */
export function fixableHint(outcomes: readonly Outcome[]): string | undefined {
  const fixes = outcomes.flatMap(({ diagnostics }) => diagnostics.flatMap(({ fix }) => fix ?? []));
  const safe = fixes.filter((fix) => fix.safe).length;
  const unsafe = fixes.length - safe;
  if (safe === 0) return unsafe === 0 ? undefined : `${unsafe} fixable with --fix --unsafe`;
  return unsafe === 0 ? `${safe} fixable with --fix` : `${safe} fixable with --fix, ${unsafe} more with --fix --unsafe`;
}

function sizeWords({ tasks, sprints, plans }: Summary): string {
  const inSprints = sprints > 0 ? ` in ${formatCount(sprints, "sprint")} of ` : " in ";
  return `${formatCount(tasks, "task")}${inSprints}${formatCount(plans, "plan")}`;
}

const COUNTER: Readonly<Record<Severity, "errors" | "warnings" | "infos">> = { error: "errors", warning: "warnings", info: "infos" };
