import type { Outlook, Percentiles } from "../../analysis/forecast/statistics.ts";
import { formatCount, formatHours, formatNumber, formatPercent } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, right, summaryOf, tableUnder, toned } from "../blocks.ts";
import { sectionName, taskId } from "../ids.ts";
import type { Bar, Block, Inline, Tone } from "../outcome.ts";
import { momentWords } from "../schedule/times.ts";
import { forecastPreface } from "./preface.ts";
import type { ForecastResult } from "./result.ts";

/** When the plan is over with which chance, what is on time, and which tasks decide it. */
export function forecastView(result: ForecastResult): readonly Block[] {
  const preface = forecastPreface(result);
  if (result.facts.durations.every((hours) => hours === 0)) return [...preface, ...summaryOf(NO_HOURS)];
  return [
    ...preface,
    ...endTable(result),
    ...onTimeTable(result),
    ...barsUnder("how many runs end when", histogramBars(result)),
    ...barsUnder(
      `what moves the end most, if all else takes what is estimated (${formatHours(result.forecast.plan.estimated)})`,
      swingBars(result),
    ),
    ...taskTable(result),
    ...summaryOf(summaryWords(result)),
  ];
}

const NO_HOURS = "no task has hours, so that there is nothing to forecast";

/** The row of the estimates stands where its chance belongs. */
function endTable(result: ForecastResult): readonly Block[] {
  const { plan, asEstimated } = result.forecast;
  const { hoursPerDay, daysPerWeek } = result.facts.config.calendar;
  const dated = result.timeAt(0) !== undefined;
  const rows = [
    ...PERCENTS.map(([name, share]) => ({ chance: formatPercent(share), share, hours: plan.percentiles[name] })),
    { chance: `${formatChance(asEstimated)}, as estimated`, share: asEstimated, hours: plan.estimated },
  ].sort((one, other) => one.hours - other.hours || one.share - other.share);
  return tableUnder(
    "when is it over?",
    [left("chance"), right("by hour"), right("weeks"), ...(dated ? [left("date")] : [])],
    rows.map(({ chance, hours }) => [
      chance,
      formatTenths(hours),
      (hours / hoursPerDay / daysPerWeek).toFixed(1),
      ...(dated ? [momentOf(result, hours)] : []),
    ]),
  );
}

function momentOf({ timeAt }: ForecastResult, hour: number): string {
  const time = timeAt(hour);
  return time === undefined ? "" : momentWords(time);
}

function onTimeTable({ facts: { plan }, forecast }: ForecastResult): readonly Block[] {
  const rows: readonly (readonly [string, Outlook])[] = [
    ...forecast.sprints.map((outlook) => [sectionName(plan.sprints[outlook.sprint]), outlook] as const),
    ...forecast.milestones.map((outlook) => [milestoneName(plan.milestones[outlook.milestone]), outlook] as const),
    ["the whole plan", forecast.plan],
  ];
  return tableUnder(
    "what is on time?",
    [left(""), right("due"), right("on time"), right("estimated"), right("P50"), right("P90")],
    rows.map(([name, { due, onTime, estimated, percentiles }]) => [
      name,
      due === undefined ? "" : formatHours(due),
      onTime === undefined ? "" : toned(formatChance(onTime), chanceTone(onTime)),
      formatTenths(estimated),
      formatTenths(percentiles.p50),
      formatTenths(percentiles.p90),
    ]),
  );
}

function milestoneName({ id, title }: ForecastResult["facts"]["plan"]["milestones"][number]): string {
  return `milestone ${id.text === title.text ? title.text : `${id.text} ${title.text}`.trim()}`;
}

function chanceTone(chance: number): Tone {
  return chance < 0.5 ? "bad" : chance < 0.8 ? "warn" : "good";
}

function barsUnder(heading: string, bars: readonly Bar[]): readonly Block[] {
  return bars.length === 0 ? [] : [{ kind: "blank" }, { kind: "heading", text: heading }, { kind: "bars", bars }];
}

function histogramBars({ forecast, settings }: ForecastResult): readonly Bar[] {
  const { due } = forecast.plan;
  return forecast.histogram.map(({ from, to, count }) => ({
    label: `${formatNumber(from)}–${formatHours(to)}`,
    from: 0,
    to: count,
    remark: formatChance(count / settings.runs),
    ...(due === undefined ? {} : { tone: to < due + HOUR_TOLERANCE ? "good" : "warn" }),
  }));
}

function swingBars({ facts: { plan }, forecast }: ForecastResult): readonly Bar[] {
  return forecast.swings.map(({ task, low, high }) => ({
    label: taskId(plan, task),
    from: low.end,
    to: high.end,
    remark: `${tenths(low.end)}–${tenths(high.end)} for ${tenths(low.duration)}–${formatTenths(high.duration)}`,
  }));
}

function taskTable({ facts: { plan }, forecast }: ForecastResult): readonly Block[] {
  const often = forecast.tasks.filter(({ criticality }) => criticality > LEAST_CRITICALITY - HOUR_TOLERANCE);
  const listed = often.toSorted((one, other) => other.criticality - one.criticality || one.task - other.task).slice(0, MOST_TASKS);
  const heading = `tasks that decide the end most often: ${listed.length} of ${forecast.tasks.length}`;
  return tableUnder(
    heading,
    [left("task"), left("title"), right("hours"), right("P10–P90"), right("critical"), right("cruciality"), right("drag")],
    listed.map(({ task, duration, p10, p90, criticality, cruciality, drag }): readonly Inline[] => [
      taskId(plan, task),
      plan.tasks[task].title.text,
      formatNumber(duration),
      p10 === p90 ? "" : `${formatNumber(tenths(p10))}–${formatNumber(tenths(p90))}`,
      formatChance(criticality),
      p10 === p90 ? "" : cruciality.toFixed(2),
      drag === undefined ? "" : formatHours(drag),
    ]),
  );
}

function summaryWords({ forecast, settings }: ForecastResult): Inline {
  const { percentiles, estimated, due, onTime } = forecast.plan;
  const gap = tenths(percentiles.p50 - estimated);
  const compared = gap === 0 ? "as estimated" : `${formatTenths(Math.abs(gap))} ${gap > 0 ? "later" : "earlier"} than estimated`;
  const kept =
    due === undefined || onTime === undefined
      ? ""
      : `; on time (${formatHours(due)}) in ${formatChance(onTime)} of ${formatCount(settings.runs, "run")}`;
  return [
    "over by hour ",
    { text: formatNumber(tenths(percentiles.p50)), tone: "strong" },
    ` with a chance of 50 %, ${compared}, and by ${formatNumber(tenths(percentiles.p90))} with 90 %${kept}`,
  ];
}

/** A share of runs: what happened at all is not 0 %. */
function formatChance(share: number): string {
  return share > 0 && share < 0.005 ? "< 1 %" : formatPercent(share);
}

/** Two decimals would look more certain than draws are. */
function formatTenths(hours: number): string {
  return formatHours(tenths(hours));
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10;
}

const PERCENTS: readonly (readonly [keyof Percentiles, number])[] = [
  ["p10", 0.1],
  ["p50", 0.5],
  ["p80", 0.8],
  ["p90", 0.9],
  ["p95", 0.95],
];

const LEAST_CRITICALITY = 0.05;

const MOST_TASKS = 15;
