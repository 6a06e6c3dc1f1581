import { isSettled } from "../../analysis/forecast/spreads.ts";
import { formatCount, formatList, formatNumber } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { toned } from "../blocks.ts";
import type { Block } from "../outcome.ts";
import { gateLines, prefaceOf } from "../preface.ts";
import type { ForecastResult } from "./result.ts";

/** What a forecast rests on: the reading and gates, how estimates are spread, and what may hold work up. */
export function forecastPreface(result: ForecastResult): readonly Block[] {
  const { facts } = result;
  const lines = [
    methodLine(result),
    ...partTimeLines(result),
    drawLine(result),
    ...spreadLines(result),
    ...settledLines(result),
    ...partLines(result),
  ];
  return [
    ...prefaceOf(facts.plan, facts.config),
    ...gateLines(facts),
    ...lines.map((text): Block => ({ kind: "line", text: toned(text, "muted") })),
  ];
}

function methodLine({ method, releases, facts }: ForecastResult): string {
  const rests =
    method === "logic"
      ? "by dependencies and gates alone, whoever works on it"
      : "people take their tasks in the order of the best schedule that was found";
  if (facts.windows.every((window) => window === undefined)) return rests;
  return `${rests}; ${releases === "windows" ? "no sprint starts before its window" : "sprints start as soon as they can, windows or not"}`;
}

/** Whoever is not there for whole days makes the end jump, so that a task may have no drag although the end rests on it. */
function partTimeLines({ method, facts: { plan, windows } }: ForecastResult): readonly string[] {
  if (method === "logic") return [];
  const names = plan.sprints.flatMap(({ team, index }) => {
    const window = windows[index];
    const hours = window === undefined ? 0 : window.end - window.start;
    return team.flatMap(({ name, capacity: { value } }) =>
      value !== undefined && value > 0 && value < hours - HOUR_TOLERANCE ? [name.value ?? name.text] : [],
    );
  });
  if (names.length === 0) return [];
  return [
    `what waits for those who are there for a part of each day (${formatList([...new Set(names)], MOST_NAMES)}) moves by whole days, or not at all`,
  ];
}

const MOST_NAMES = 3;

function drawLine({ settings: { runs, seed, assumptions } }: ForecastResult): string {
  const name = assumptions.distribution === "pert" ? "PERT" : "triangular";
  return `${formatCount(runs, "run")}, seed ${seed}, ${name} distributions, estimates err together by ${formatNumber(assumptions.correlation)}`;
}

function spreadLines({ settings: { assumptions } }: ForecastResult): readonly string[] {
  const words = ([least, most]: readonly [number, number]) => `${formatNumber(least)}–${formatNumber(most)}`;
  const { low, medium, high } = assumptions.spread;
  return [
    `a number stands for ${words(low)} of it at low risk, ${words(medium)} at medium or none, ${words(high)} at high`,
    "a range is P10 to P90 of its distribution, three points are as written",
  ];
}

function settledLines({ facts: { plan } }: ForecastResult): readonly string[] {
  const settled = plan.tasks.filter(({ status }) => isSettled(status.value)).length;
  return settled === 0 ? [] : [`${formatCount(settled, "task")} done, started or dropped: taken as estimated`];
}

/** What could only be worked out for a part of the runs or tasks. */
function partLines({ settings: { runs }, forecast: { partRuns, ranked, tasks } }: ForecastResult): readonly string[] {
  const untried = tasks.filter(({ drag }) => drag === undefined).length;
  return [
    ...(partRuns < runs ? [`sprints and milestones by the first ${formatCount(partRuns, "run")}, for there are many`] : []),
    ...(ranked < runs ? [`cruciality by the first ${formatCount(ranked, "run")}`] : []),
    ...(untried === 0 ? [] : [`no drag for the last ${formatCount(untried, "critical task")}, for there are many`]),
  ];
}
