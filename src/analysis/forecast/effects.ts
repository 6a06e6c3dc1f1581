import { HOUR_TOLERANCE } from "../../model.ts";
import { SCORE_OF_P90 } from "./distribution.ts";
import type { Sampler } from "./draws.ts";
import type { Simulation } from "./simulation.ts";
import { roundHours } from "./statistics.ts";

/** What the end of the plan becomes if one task takes its P10 or its P90, and all others what is estimated. */
export interface Swing {
  readonly task: number;
  readonly low: Moved;
  readonly high: Moved;
}

/** Hours of the task, and the hour at which the plan then ends. */
export interface Moved {
  readonly duration: number;
  readonly end: number;
}

/**
 * By how many hours the plan would be over earlier if a task took no time (Devaux, 1999), by task index. Tasks that do not
 * decide the end have none; undefined for those beyond the first 2,000, which are not tried.
 */
export function dragOf(simulation: Simulation, estimated: Float64Array): readonly (number | undefined)[] {
  const durations = estimated.slice();
  const end = simulation.run(durations);
  const critical = new Uint32Array(durations.length);
  simulation.countCritical(critical);
  let trials = 0;
  return Array.from(critical, (count, task) => {
    if (count === 0 || durations[task] === 0) return 0;
    if (trials === MOST_TRIALS) return undefined;
    trials += 1;
    durations[task] = 0;
    const gain = end - simulation.run(durations);
    durations[task] = estimated[task];
    return roundHours(Math.max(0, gain));
  });
}

/** The tasks whose spread moves the end most, at most ten; of many tasks those are tried that decide the end most often. */
export function swingsOf(
  simulation: Simulation,
  estimated: Float64Array,
  sampler: Sampler,
  criticality: readonly number[],
): readonly Swing[] {
  const tried = Array.from(sampler.varying).sort((one, other) => criticality[other] - criticality[one] || one - other);
  const durations = estimated.slice();
  const endWith = (task: number, score: number): Moved => {
    const duration = sampler.durationAt(task, score);
    durations[task] = duration;
    const end = simulation.run(durations);
    durations[task] = estimated[task];
    return { duration: roundHours(duration), end: roundHours(end) };
  };
  return tried
    .slice(0, MOST_TRIALS)
    .map((task): Swing => ({ task, low: endWith(task, -SCORE_OF_P90), high: endWith(task, SCORE_OF_P90) }))
    .filter((swing) => Math.abs(sizeOf(swing)) > HOUR_TOLERANCE)
    .sort((one, other) => sizeOf(other) - sizeOf(one) || one.task - other.task)
    .slice(0, MOST_SWINGS);
}

function sizeOf({ low, high }: Swing): number {
  return high.end - low.end;
}

/** After so many tasks the rest is not tried: each of them takes a run of the whole plan. */
const MOST_TRIALS = 2_000;

const MOST_SWINGS = 10;
