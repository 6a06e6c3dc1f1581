import { computeFacts, type Facts } from "../../analysis/facts.ts";
import { levelPlan } from "../../analysis/levelling/level-plan.ts";
import { type LevelledChange, levelChange } from "../../analysis/what-if/levelling.ts";
import { applyChange, type Changed, unchanged } from "../../analysis/what-if/what-if.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { findCycles } from "../find-cycles.ts";
import { startingAt } from "../first-day.ts";
import { taskId } from "../ids.ts";
import type { Outcome } from "../outcome.ts";
import { scheduleData } from "../schedule/data.ts";
import { describeSchedule, levellingOf, resultOf, type ScheduleOptions, schedule } from "../schedule/schedule.ts";
import { compareSchedules, comparisonData } from "./comparison.ts";
import { readChange } from "./grammar.ts";
import { whatIfView } from "./view.ts";

export interface WhatIfOptions extends ScheduleOptions {
  /** Changes such as `1.2.6 +8h`, made in this order. */
  readonly whatIf: readonly string[];
}

/** What would change in the schedule if the plan were different. */
export function whatIf(plan: Plan, config: Config, options: WhatIfOptions): Outcome {
  const facts = computeFacts(plan, startingAt(config, options.start));
  const levelling = levellingOf(plan, options);
  const changed = changePlan(facts, options.whatIf);
  const base = levelPlan(facts, levelling);
  if (base === undefined) return schedule(plan, config, options);
  const change = levelChange({ facts, base }, changed, levelling);
  const common = { source: plan.source, plan, reading: config.reading };
  const changes = options.whatIf.map((text) => text.trim());
  if (change === undefined) {
    const diagnostics = findCycles(computeFacts(changed.plan, changed.config));
    return { ...common, view: [], data: { ...scheduleData(undefined), whatIf: { changes } }, diagnostics };
  }
  const before = resultOf(facts, change.before, levelling);
  const after = resultOf(change.facts, change.after, levelling);
  const comparison = compareSchedules(before, after);
  const details = { changes, reassigned: reassignedData(change), ...comparisonData(after, comparison) };
  return {
    ...common,
    ...describeSchedule(after, options, levelling),
    view: whatIfView({ changes, reassigned: change.reassigned, before, after, comparison }),
    data: { ...scheduleData(after), whatIf: details },
  };
}

/** Makes the changes one after the other; a usage error says which of them cannot be made. */
function changePlan(facts: Facts, changes: readonly string[]): Changed {
  return changes.reduce<{ readonly changed: Changed; readonly facts: Facts }>(
    (before, text) => {
      const changed = applyChange(before.changed, before.facts, readChange(before.facts, text));
      return { changed, facts: computeFacts(changed.plan, changed.config, facts.reading) };
    },
    { changed: unchanged(facts.plan, facts.config), facts },
  ).changed;
}

function reassignedData({ facts: { plan }, reassigned }: LevelledChange): readonly object[] {
  return reassigned.map(({ task, from, to }) => ({ task: taskId(plan, task), from, to }));
}
