import { createRandom } from "../../schedule/random.ts";
import type { Facts } from "../facts.ts";
import { SCORE_OF_P90 } from "./distribution.ts";
import { createSampler, type Sampler } from "./draws.ts";
import { dueMilestones, planDue } from "./due.ts";
import { dragOf, type Swing, swingsOf } from "./effects.ts";
import type { Simulation } from "./simulation.ts";
import { type Assumptions, durationSpreads } from "./spreads.ts";
import { type Bin, histogramOf, type Outlook, outlookOf, rankCorrelation, ranksOf, roundHours, shareUpTo } from "./statistics.ts";

export interface ForecastSettings {
  /** How many times the plan is played through, at least 1. */
  readonly runs: number;
  /** The same seed gives the same forecast. */
  readonly seed: number;
  readonly assumptions: Assumptions;
}

/** How likely a plan keeps to its times, by playing it through many times with durations as estimates may turn out. */
export interface Forecast {
  readonly plan: Outlook;
  /** The share of runs that end no later than the estimates say. */
  readonly asEstimated: number;
  readonly histogram: readonly Bin[];
  /** In document order, those with tasks. */
  readonly sprints: readonly (Outlook & { readonly sprint: number })[];
  /** In document order, those with a week and sprints. */
  readonly milestones: readonly (Outlook & { readonly milestone: number })[];
  /** In document order. */
  readonly tasks: readonly TaskForecast[];
  /** The largest first. */
  readonly swings: readonly Swing[];
  /** How many runs the rank correlations rest on. */
  readonly ranked: number;
  /** How many runs the sprints and milestones rest on. */
  readonly partRuns: number;
}

export interface TaskForecast {
  readonly task: number;
  /** Hours under the reading: as estimated, and what one and nine of ten draws stay below. */
  readonly duration: number;
  readonly p10: number;
  readonly p90: number;
  /** The share of runs in which the end of the plan rests on it. */
  readonly criticality: number;
  /** The rank correlation of its duration and the end of the plan; 0 where its duration is certain. */
  readonly cruciality: number;
  /** How many hours the plan would be over earlier if it took no time; undefined where that was not tried. */
  readonly drag: number | undefined;
}

/** Plays a plan through by `simulation` (Monte Carlo, as Van Slyke did it for PERT networks, 1963). */
export function forecastPlan(facts: Facts, simulation: Simulation, settings: ForecastSettings): Forecast {
  const estimated = facts.durations;
  const sampler = createSampler(durationSpreads(facts, settings.assumptions), settings.assumptions, createRandom(settings.seed));
  const played = play(facts, simulation, sampler, settings.runs);
  const criticality = Array.from(played.critical, (count) => count / settings.runs);
  const end = simulation.run(estimated);
  const finishes = simulation.finishes.slice();
  const drag = dragOf(simulation, estimated);
  const cruciality = crucialityOf(played, estimated.length);
  const varying = new Set(sampler.varying);
  const { hoursPerDay, daysPerWeek } = facts.config.calendar;
  const widths = [0.25, 0.5, 1, 2, 4, hoursPerDay, 2 * hoursPerDay, hoursPerDay * daysPerWeek];
  const at = (task: number, score: number) => (varying.has(task) ? sampler.durationAt(task, score) : estimated[task]);
  return {
    plan: outlookOf(played.ends, end, planDue(facts)),
    asEstimated: shareUpTo(played.ends, end),
    histogram: histogramOf(played.ends, widths, MOST_BINS),
    ...partOutlooks(facts, played, finishes),
    tasks: Array.from(estimated, (duration, task) => ({
      task,
      duration: roundHours(duration),
      p10: roundHours(at(task, -SCORE_OF_P90)),
      p90: roundHours(at(task, SCORE_OF_P90)),
      criticality: criticality[task],
      cruciality: cruciality[task],
      drag: drag[task],
    })),
    swings: swingsOf(simulation, estimated, sampler, criticality),
    ranked: played.ranked,
    partRuns: played.sprintEnds[0]?.length ?? settings.runs,
  };
}

interface Played {
  readonly ends: Float64Array;
  /** By sprint, the ends of all runs, or of the first ones that there is room for. */
  readonly sprintEnds: readonly Float64Array[];
  readonly critical: Uint32Array;
  readonly varying: Int32Array;
  /** How many runs have their durations in `drawn`, those of one varying task after those of another. */
  readonly ranked: number;
  readonly drawn: Float64Array;
}

function play({ plan, durations: estimated }: Facts, simulation: Simulation, sampler: Sampler, runs: number): Played {
  const { varying } = sampler;
  const ranked = Math.min(runs, MOST_RANKED, Math.max(1, Math.floor(MOST_DRAWN / Math.max(1, varying.length))));
  const kept = Math.min(runs, Math.max(1, Math.floor(MOST_ENDS / Math.max(1, plan.sprints.length))));
  const played: Played = {
    ends: new Float64Array(runs),
    sprintEnds: plan.sprints.map(() => new Float64Array(kept)),
    critical: new Uint32Array(estimated.length),
    varying,
    ranked,
    drawn: new Float64Array(ranked * varying.length),
  };
  const durations = estimated.slice();
  for (let run = 0; run < runs; run += 1) {
    sampler.draw(durations);
    played.ends[run] = simulation.run(durations);
    simulation.countCritical(played.critical);
    for (const { index, firstTask, endTask } of run < kept ? plan.sprints : []) {
      played.sprintEnds[index][run] = lastFinish(simulation.finishes, firstTask, endTask);
    }
    for (let at = 0; run < ranked && at < varying.length; at += 1) played.drawn[at * ranked + run] = durations[varying[at]];
  }
  return played;
}

function lastFinish(finishes: Float64Array, firstTask: number, endTask: number): number {
  let last = 0;
  for (let task = firstTask; task < endTask; task += 1) last = Math.max(last, finishes[task]);
  return last;
}

function latest(sprints: readonly number[], endOf: (sprint: number) => number): number {
  return sprints.reduce((last, sprint) => Math.max(last, endOf(sprint)), 0);
}

function crucialityOf({ ends, varying, ranked, drawn }: Played, taskCount: number): readonly number[] {
  const cruciality = new Array<number>(taskCount).fill(0);
  const endRanks = ranksOf(ends.slice(0, ranked));
  for (const [at, task] of varying.entries()) {
    const correlation = rankCorrelation(drawn.subarray(at * ranked, (at + 1) * ranked), endRanks);
    cruciality[task] = Math.round(correlation * 1000) / 1000;
  }
  return cruciality;
}

function partOutlooks(facts: Facts, { sprintEnds }: Played, finishes: Float64Array): Pick<Forecast, "sprints" | "milestones"> {
  const { plan, windows } = facts;
  const filled = plan.sprints.filter(({ firstTask, endTask }) => endTask > firstTask);
  const estimatedEnd = (sprint: number) => lastFinish(finishes, plan.sprints[sprint].firstTask, plan.sprints[sprint].endTask);
  return {
    sprints: filled.map(({ index }) => ({
      sprint: index,
      ...outlookOf(sprintEnds[index], estimatedEnd(index), windows[index]?.end),
    })),
    milestones: dueMilestones(facts).map(({ milestone, due, sprints }) => {
      const ends = sprintEnds[sprints[0]].map((_end, run) => latest(sprints, (sprint) => sprintEnds[sprint][run]));
      return { milestone, ...outlookOf(ends, latest(sprints, estimatedEnd), due) };
    }),
  };
}

const MOST_BINS = 20;

/** Enough runs for a rank correlation that is right to about 0.02. */
const MOST_RANKED = 2_000;

/** Durations to keep for it at once. */
const MOST_DRAWN = 8_000_000;

/** Ends of sprints to keep at once: a thousand sprints have room for 16,000 runs. */
const MOST_ENDS = 16_000_000;
