import { HOUR_TOLERANCE } from "../../model.ts";
import { compileProject } from "../../schedule/compile.ts";
import { createGenerator } from "../../schedule/generation.ts";
import { listByPriority } from "../../schedule/priorities.ts";
import type { Facts } from "../facts.ts";
import { levelPlan } from "../levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../levelling/levelling.ts";
import { planProject } from "../levelling/plan-project.ts";

/**
 * The schedule that takes tasks in the order of known starts, in hours by task index, each as early as it can (serial
 * schedule generation), where it is as good as the one that was found: then nothing moves without a reason. Else the
 * same with tasks that were found to start earlier moved forward, unless sprints then end later.
 */
export function keepOrder(facts: Facts, found: LevelledPlan, starts: readonly number[], options: LevellingOptions): LevelledPlan {
  if (options.interruptions === "split") return found;
  for (const order of [starts, movedForward(starts, found)]) {
    const known = [startsInOrder(facts, order, options)];
    const kept = levelPlan(facts, { ...options, known, budget: 1, proof: "none" });
    if (kept === undefined || compareEnds(kept, found) > 0) continue;
    if (order !== starts && sumOfFinishes(kept) > sumOfFinishes(found) + HOUR_TOLERANCE) continue;
    const { lowerBound, generated } = found;
    return { ...kept, lowerBound, optimal: kept.makespan < lowerBound + HOUR_TOLERANCE, generated };
  }
  return found;
}

/** Below 0 where the first one ends earlier, or at once and with less lateness. */
export function compareEnds(one: LevelledPlan, other: LevelledPlan): number {
  const longer = one.makespan - other.makespan;
  if (Math.abs(longer) > HOUR_TOLERANCE) return longer;
  const later = lateness(one) - lateness(other);
  return Math.abs(later) > HOUR_TOLERANCE ? later : 0;
}

/** Of two tasks that then start at once, the one that was first stays first. */
function movedForward(starts: readonly number[], { tasks }: LevelledPlan): readonly number[] {
  const moved = [...starts];
  for (const { task, start } of tasks) moved[task] = Math.min(start, starts[task]) + HOUR_TOLERANCE * starts[task];
  return moved;
}

function startsInOrder(facts: Facts, starts: readonly number[], options: LevellingOptions): readonly number[] {
  const { project, firstTask, taskCount, tick } = planProject(facts, options);
  const instance = compileProject(project);
  // Events come as soon as they can.
  const priorities = project.activities.map((_activity, index) =>
    index < taskCount ? starts[firstTask + index] : Number.NEGATIVE_INFINITY,
  );
  const generator = createGenerator(instance);
  generator.serial(listByPriority(instance, Float64Array.from(priorities)), 0);
  const known = [...starts];
  for (let activity = 0; activity < taskCount; activity += 1) known[firstTask + activity] = generator.starts[activity] * tick;
  return known;
}

function lateness({ sprints }: LevelledPlan): number {
  return sprints.reduce((sum, { overrun }) => sum + overrun, 0);
}

function sumOfFinishes({ sprints }: LevelledPlan): number {
  return sprints.reduce((sum, { finish }) => sum + finish, 0);
}
