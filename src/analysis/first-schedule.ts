import { compileProject } from "../schedule/compile.ts";
import { createGenerator } from "../schedule/generation.ts";
import { exactHours } from "./effort.ts";
import type { PlanProject } from "./levelling/levelling.ts";

/** A schedule of some tasks over their people that nobody has tried to better; in hours from its start. */
export interface FirstSchedule {
  readonly makespan: number;
  /** From the first of the tasks on. */
  readonly starts: readonly number[];
}

/**
 * Starts each task as early as what it waits for and its people allow, those first that others wait for. Often that is soon
 * enough, and then no search for a better schedule is worth its time.
 */
export function firstSchedule({ project, taskCount, tick }: PlanProject): FirstSchedule {
  const instance = compileProject(project);
  const generator = createGenerator(instance);
  const makespan = exactHours(generator.serial(instance.order, 0) * tick);
  return { makespan, starts: Array.from(generator.starts.subarray(0, taskCount), (ticks) => exactHours(ticks * tick)) };
}
