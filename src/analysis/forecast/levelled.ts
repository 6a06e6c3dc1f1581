import { compileProject } from "../../schedule/compile.ts";
import { createGenerator } from "../../schedule/generation.ts";
import { listByPriority } from "../../schedule/priorities.ts";
import type { Project } from "../../schedule/project.ts";
import type { Facts } from "../facts.ts";
import { solvePlan } from "../levelling/levelled-solution.ts";
import { planProject } from "../levelling/plan-project.ts";
import { createMarker } from "./levelled-chain.ts";
import type { Simulation } from "./simulation.ts";
import { durationSpreads } from "./spreads.ts";

/**
 * The plan with its people: in every run they take the tasks in the order of the best schedule that was found, as early as
 * they can (serial schedule generation). Undefined where there is a cycle.
 */
export function simulateLevelled(facts: Facts, releases: "windows" | "asap"): Simulation | undefined {
  if (facts.planPath() === undefined) return undefined;
  const options = { releases, interruptions: "none", longest: longestOf(facts) } as const;
  const planned = planProject(facts, options);
  const { project, taskCount, tick } = planned;
  const parts = partsOfTick(project, tick);
  const instance = compileProject(refine(project, parts));
  const list = listByPriority(instance, Float64Array.from(solvePlan(planned, options).times.starts));
  const durations = instance.durations.slice();
  const generator = createGenerator(instance, durations);
  const mark = createMarker(project, instance, durations, generator);
  const finishes = new Float64Array(taskCount);
  const step = tick / parts;
  let end = 0;
  return {
    finishes,
    run: (hours) => {
      for (let task = 0; task < taskCount; task += 1) {
        durations[task] = hours[task] === facts.durations[task] ? instance.durations[task] : Math.round(hours[task] / step);
      }
      end = generator.serial(list, 0);
      for (let task = 0; task < taskCount; task += 1) finishes[task] = generator.finishes[task] * step;
      return end * step;
    },
    countCritical: (counts) => {
      const marked = mark(end);
      for (let task = 0; task < taskCount; task += 1) counts[task] += marked[task];
    },
  };
}

/** All work together, if every task takes the most that it can, as a share of what is estimated: PERT reaches farther than others. */
function longestOf(facts: Facts): number {
  const most = durationSpreads(facts, { ...facts.config.forecast, distribution: "pert" }).reduce((sum, spread) => sum + spread.most, 0);
  const estimated = facts.durations.reduce((sum, hours) => sum + hours, 0);
  return estimated === 0 ? 1 : Math.max(1, most / estimated);
}

/** In hours: what is drawn is no whole number of the schedule's ticks, and rounding it to them would blur it. */
const LONGEST_STEP = 0.25;

/** A plan of a few hours is looked at in smaller steps. */
const FEWEST_STEPS = 500;

/** Ticks are left whole where there are so many that their parts could not be counted. */
const MOST_STEPS = 2 ** 24;

function partsOfTick({ activities }: Project, tick: number): number {
  const ticks = activities.reduce((sum, { duration, release }) => Math.max(sum, release ?? 0) + duration, 0);
  const parts = Math.max(1, Math.ceil(tick / LONGEST_STEP - 1e-9), Math.ceil(FEWEST_STEPS / Math.max(1, ticks)));
  return ticks * parts > MOST_STEPS ? 1 : parts;
}

/** The same project in ticks that are a part as long. */
function refine({ activities, resources, links }: Project, parts: number): Project {
  return {
    activities: activities.map(({ duration, demands, release }) => ({
      duration: duration * parts,
      demands,
      release: (release ?? 0) * parts,
    })),
    resources: resources.map(({ capacity, breaks }) => ({
      capacity,
      breaks: breaks?.map(({ start, end }) => ({ start: start * parts, end: end * parts })),
    })),
    links: links.map((link) => ({ ...link, lag: link.lag * parts })),
  };
}
