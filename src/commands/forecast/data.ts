import type { ForecastSettings } from "../../analysis/forecast/forecast.ts";
import { type Outlook, type Percentiles, roundHours } from "../../analysis/forecast/statistics.ts";
import type { Plan } from "../../model.ts";
import { sectionId, sprintIdOf, taskId } from "../ids.ts";
import type { Records } from "../outcome.ts";
import type { ForecastResult } from "./result.ts";

/** What programs get; without a result only what was asked for. */
export function forecastData({ runs, seed, assumptions }: ForecastSettings, result: ForecastResult | undefined): object {
  if (result === undefined) return { runs, seed, assumptions, sprints: [], milestones: [], tasks: [], tornado: [], histogram: [] };
  const { facts, forecast, method, releases } = result;
  const { plan } = facts;
  return {
    runs,
    seed,
    assumptions,
    method,
    releases,
    ...outlookData(forecast.plan),
    times: timesOf(result),
    gap: roundHours(forecast.plan.percentiles.p50 - forecast.plan.estimated),
    asEstimated: forecast.asEstimated,
    sprints: forecast.sprints.map(({ sprint, ...outlook }) => ({ id: sectionId(plan.sprints[sprint]), ...outlookData(outlook) })),
    milestones: forecast.milestones.map(({ milestone, ...outlook }) => ({
      ...milestoneData(plan, milestone),
      ...outlookData(outlook),
    })),
    tasks: forecast.tasks.map(({ task, ...rest }) => ({ id: taskId(plan, task), sprint: sprintIdOf(plan, task), ...rest })),
    tornado: forecast.swings.map(({ task, low, high }) => ({ id: taskId(plan, task), low, high })),
    histogram: forecast.histogram,
  };
}

/** A row for each task. */
export function forecastRecords({ facts: { plan }, forecast }: ForecastResult): Records {
  return {
    columns: ["task", "title", "sprint", "duration", "p10", "p90", "criticality", "cruciality", "drag"],
    rows: forecast.tasks.map(({ task, duration, p10, p90, criticality, cruciality, drag }) => [
      taskId(plan, task),
      plan.tasks[task].title.text,
      sprintIdOf(plan, task),
      thousandths(duration),
      thousandths(p10),
      thousandths(p90),
      criticality,
      cruciality,
      drag === undefined ? undefined : thousandths(drag),
    ]),
  };
}

/** Thirds of an hour have no end. */
function thousandths(hours: number): number {
  return Math.round(hours * 1000) / 1000;
}

function outlookData({ estimated, mean, percentiles, due, onTime }: Outlook): object {
  return { estimated, mean, percentiles, due, onTime };
}

function milestoneData({ milestones }: Plan, milestone: number): object {
  const { id, title } = milestones[milestone];
  return { id: id.value ?? id.text, title: title.text };
}

function timesOf({ forecast, timeAt }: ForecastResult): Readonly<Record<keyof Percentiles, string | undefined>> | undefined {
  const { p10, p50, p80, p90, p95 } = forecast.plan.percentiles;
  const times = { p10: timeAt(p10), p50: timeAt(p50), p80: timeAt(p80), p90: timeAt(p90), p95: timeAt(p95) };
  return times.p10 === undefined ? undefined : times;
}
