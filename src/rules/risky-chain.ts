import { findCriticalPath } from "../analysis/critical-path.ts";
import { effortReadings, taskDurations } from "../analysis/effort.ts";
import type { Facts } from "../analysis/facts.ts";
import { formatHours } from "../format.ts";
import type { Task } from "../model.ts";
import { isRisky } from "./high-risk.ts";
import { taskName } from "./names.ts";
import { readingNote } from "./readings.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const riskyChain: Rule = {
  id: "risky-chain",
  severity: "off",
  summary: "a high-risk task has no slack: if it is late, the whole plan is",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const whole = facts.planPath();
    // A single task that is longer than all others decides the end without any chain.
    if (whole === undefined || whole.path.length < 2) return;
    const risky = whole.tasks.filter(({ task, critical, duration }) => critical && duration > 0 && isRisky(plan.tasks[task]));
    if (risky.length === 0) return;
    const criticals = criticalUnderReadings(facts);
    for (const { task } of risky) {
      const results = criticals.map(({ reading, critical }) => ({ reading, amount: 0, holds: critical[task] }));
      yield findingOf(plan.tasks[task], { hours: facts.durations[task], all: whole.duration, note: readingNote(results) });
    }
  },
};

interface Chain {
  /** Of the task, and of the whole plan. */
  readonly hours: number;
  readonly all: number;
  readonly note: string;
}

function findingOf(task: Task, { hours, all, note }: Chain): Finding {
  return {
    span: task.risk.span,
    message: `task ${taskName(task)} is of ${task.risk.value} risk and has no slack: its ${formatHours(hours)} are on the critical path of ${formatHours(all)}`,
    notes: [note],
    help: "begin it earlier, split the risky part off, or plan time behind it",
  };
}

function criticalUnderReadings({ effort, reading, network }: Facts) {
  return effortReadings(reading).map((each) => ({
    reading: each,
    critical: findCriticalPath(network(), taskDurations(effort, each))?.tasks.map(({ critical }) => critical) ?? [],
  }));
}
