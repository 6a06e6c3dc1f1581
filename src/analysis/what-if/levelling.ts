import { HOUR_TOLERANCE } from "../../model.ts";
import { computeFacts, type Facts } from "../facts.ts";
import { levelPlan } from "../levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../levelling/levelling.ts";
import { compareEnds, keepOrder } from "./order.ts";
import { type Reassignment, shareWork } from "./sharing.ts";
import type { Changed } from "./what-if.ts";

/** A plan levelled as it is, and after some changes. */
export interface LevelledChange {
  readonly before: LevelledPlan;
  readonly changed: Changed;
  /** Of the changed plan. */
  readonly facts: Facts;
  readonly after: LevelledPlan;
  /** Tasks that somebody who joined took over, because that makes the schedule shorter. */
  readonly reassigned: readonly Reassignment[];
}

/**
 * Levels a plan and what changes make of it. Each of the two starts from what the search found for the other, so that more
 * people or fewer hours never make a schedule longer, and luck alone no difference; where that costs nothing, tasks keep
 * their order. Undefined where the changes make tasks wait for each other; `base` is the schedule of the plan as it is.
 */
export function levelChange(
  { facts: original, base }: { readonly facts: Facts; readonly base: LevelledPlan },
  changed: Changed,
  options: LevellingOptions,
): LevelledChange | undefined {
  const quick = { ...options, budget: Math.min(QUICK_BUDGET, options.budget ?? QUICK_BUDGET) };
  const known = startsAfter(base, changed);
  const tried = { ...quick, proof: "none" } as const;
  const sharing = shareWork(changed, (each) => levelPlan(computeFacts(each.plan, each.config), optionsFor(each, [known], tried)));
  const facts = computeFacts(sharing.changed.plan, sharing.changed.config);
  const shared = sharing.levelled === undefined ? [known] : [known, startsOf(sharing.levelled, facts.plan.tasks.length)];
  const first = levelPlan(facts, optionsFor(sharing.changed, shared, options));
  if (first === undefined) return undefined;
  const tasks = original.plan.tasks.length;
  const again = levelPlan(original, { ...quick, known: [startsOf(base, tasks), startsBefore(first, sharing.changed, tasks)] }) ?? base;
  const led = [startsOf(first, facts.plan.tasks.length), startsAfter(again, sharing.changed)];
  const found = levelPlan(facts, optionsFor(sharing.changed, led, quick)) ?? first;
  const last = levelPlan(original, { ...tried, budget: 1, known: [startsBefore(found, sharing.changed, tasks)] });
  const before = last === undefined ? again : lessLate(again, last);
  const after = keepOrder(facts, found, startsAfter(before, sharing.changed), optionsFor(sharing.changed, [], options));
  return { before, changed: sharing.changed, facts, after, reassigned: sharing.reassigned };
}

/** Enough to compare two ways to share work, for the known schedule leads the search. */
const QUICK_BUDGET = 40;

/** Of two schedules that end at once, the one with less lateness. */
function lessLate(known: LevelledPlan, other: LevelledPlan): LevelledPlan {
  const shorter = other.makespan < known.makespan - HOUR_TOLERANCE;
  return shorter || compareEnds(other, known) >= 0 ? known : { ...other, lowerBound: known.lowerBound, optimal: known.optimal };
}

function optionsFor(changed: Changed, known: readonly (readonly number[])[], options: LevellingOptions): LevellingOptions {
  return { ...options, known, absences: changed.absences, team: changed.team ?? options.team };
}

/** When each task of the changed plan started before: what is left of a split task as an event counts from its finish. */
function startsAfter(base: LevelledPlan, { plan, origins }: Changed): readonly number[] {
  const times = new Map(base.tasks.map((levelled) => [levelled.task, levelled]));
  return origins.map((origin, task) => {
    const known = times.get(origin);
    if (known === undefined) return base.makespan;
    const estimate = plan.tasks[task].estimate.value;
    return estimate?.kind === "hours" && estimate.hours < HOUR_TOLERANCE ? known.finish : known.start;
  });
}

/** When each task of the plan as it was starts in the schedule of the changed one. */
function startsBefore({ tasks, makespan }: LevelledPlan, { origins }: Changed, count: number): readonly number[] {
  const starts = Array.from({ length: count }, () => makespan);
  for (const { task, start } of tasks) starts[origins[task]] = Math.min(starts[origins[task]], start);
  return starts;
}

/** By task index; tasks of which the schedule says nothing come last. */
function startsOf({ tasks, makespan }: LevelledPlan, count: number): readonly number[] {
  const starts = Array.from({ length: count }, () => makespan);
  for (const { task, start } of tasks) starts[task] = start;
  return starts;
}
