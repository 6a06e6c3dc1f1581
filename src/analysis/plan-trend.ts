import { exactHours } from "./effort.ts";
import type { Facts } from "./facts.ts";
import { computeProgress, type ItemCounts } from "./progress.ts";
import { findWorkingTime, timeAt } from "./working-time.ts";

/** How much a plan holds and how far it is, in hours; what was dropped is no part of it. */
export interface PlanNumbers {
  readonly tasks: number;
  readonly hours: number;
  readonly done: number;
  readonly left: number;
  readonly criteria: ItemCounts;
  /** When it ends as estimated, by dependencies, gates and windows alone; undefined where tasks wait for each other. */
  readonly end: number | undefined;
  /** The local time of that end; undefined where the plan's first day is not known. */
  readonly endTime: string | undefined;
}

export function planNumbers(facts: Facts): PlanNumbers {
  const { plan, config, effort } = facts;
  const { tasks, hours, criteria } = computeProgress(plan, config, effort);
  const end = facts.earliestEnds()?.finishes.reduce((latest, finish) => Math.max(latest, finish), 0);
  const working = findWorkingTime(plan, config);
  return {
    tasks: tasks.total - tasks.dropped,
    hours: exactHours(hours.done + hours.remaining),
    done: hours.done,
    left: hours.remaining,
    criteria,
    end: end === undefined ? undefined : exactHours(end),
    endTime: end === undefined || working === undefined ? undefined : timeAt(working, end, "finish"),
  };
}

/**
 * What to draw of something that changes over time: the last one of each day (of each minute, where all are of one day),
 * and of more than `most` those that held at as many moments, equally far from each other.
 */
export function samplesOver<Item extends Dated>(items: readonly Item[], most: number): readonly (Item & Sample)[] {
  const days = new Set(items.map(({ time }) => time.slice(0, DAY)));
  const length = days.size > 1 ? DAY : MINUTE;
  const last = new Map(
    items.map((item) => [item.time.slice(0, length), { ...item, moment: item.time.slice(0, length).replace("T", " ") }]),
  );
  const samples = [...last.values()];
  if (samples.length <= most) return samples;
  const first = momentOf(samples[0]);
  const span = momentOf(samples[samples.length - 1]) - first;
  const moments = Array.from({ length: most }, (_unused, index) => first + (span * index) / (most - 1));
  return [...new Set(moments.map((moment) => samples.findLast((sample) => momentOf(sample) <= moment) ?? samples[0]))];
}

interface Dated {
  /** `2026-01-05T09:00:00+01:00`. */
  readonly time: string;
}

interface Sample {
  /** The day, or the day and minute, in words. */
  readonly moment: string;
}

function momentOf({ time }: Dated): number {
  return Date.parse(time);
}

const DAY = "2026-01-05".length;
const MINUTE = "2026-01-05T09:00".length;
