import type { Config } from "../config.ts";
import type { Estimate, Field, Sprint, StatedTotal, TaskRun } from "../model.ts";
import type { Dialect } from "./dialect.ts";
import { HOURS, readEstimate, type Scale, scaleOf, unitIn } from "./estimate.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Part } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { type Slice, sub, trim } from "./slice.ts";
import { withoutEstimate } from "./task-heading.ts";
import type { TableReading } from "./task-table.ts";
import { normalised } from "./words.ts";

/** A stated sum with the runs of drafts that it may be meant for, before those have their places. */
export interface CollectedTotal {
  readonly amount: Field<Estimate>;
  readonly from: StatedTotal["from"];
  readonly covers: readonly TaskRun[];
  /** The sprint or the plan as a whole, where that is meant first. */
  readonly sprint: number | "plan" | undefined;
  readonly buffer: number;
}

interface Options {
  readonly dialect: Dialect;
  readonly config: Config;
}

interface Around {
  readonly sprint: number | undefined;
  /** Whether the part stands directly under the sprint's heading. */
  readonly isSprintsOwn: boolean;
  /** The drafts of this section so far, and those of its last part that holds any. */
  readonly drafts: TaskRun;
  readonly above: TaskRun;
  /** How the last part counts. */
  readonly scale: Scale | undefined;
}

/** Totals in lines of a section. Hours of a sprint as a whole are read with the sprint, so they are left out here. */
export function totalsInPart(part: Part, around: Around, options: Options): readonly CollectedTotal[] {
  if (part.kind === "list" && options.dialect.itemsOf(part).length > 0) return [];
  return linesOf([part]).flatMap((line) => lineTotal(line, around, options));
}

function lineTotal(
  line: Slice,
  { sprint, isSprintsOwn, drafts, above, scale }: Around,
  { dialect, config }: Options,
): readonly CollectedTotal[] {
  const found = labelled(line);
  if (found === undefined) return [];
  const label = normalised(found.label.text);
  const named = TOTAL_POINTS.test(label) || (isSprintsOwn && POINTS.test(label));
  const isPart = SUBTOTAL.test(label);
  if (sprint === undefined && isEmpty(drafts) && PLAN_TOTAL.test(label)) return planTotal(found.rest, config);
  if (isPart)
    return amountAt(found.rest, scale ?? dialect.scale, config).map((amount) => ({
      amount,
      from: "line",
      buffer: 0,
      covers: [above, drafts],
      sprint: undefined,
    }));
  if (sprint === undefined || !(named || label === "total")) return [];
  return amountAt(found.rest, named ? STORY_POINTS : dialect.scale, config)
    .filter(({ value }) => value?.kind === "points")
    .map((amount) => ({ amount, from: "line", covers: isEmpty(above) ? [] : [above], sprint, buffer: 0 }));
}

/** `**Total Estimated Effort**: 1,056 hours`, outside of any sprint; weeks and days say how long it takes, not how much it is. */
function planTotal(slice: Slice, config: Config): readonly CollectedTotal[] {
  const match = WITH_UNIT(slice.text).exec(slice.text);
  if (match === null) return [];
  const amount = readEstimate(sub(slice, match.index, match.index + match[0].length), HOURS, config);
  return [{ amount, from: "line", covers: [], sprint: "plan", buffer: 0 }];
}

/** A total row covers the rows since the total row before it, or the whole table, whose drafts begin at `at`. */
export function rowTotals({ drafts, totals, buffers }: TableReading, at: number, config: Config): readonly CollectedTotal[] {
  const scale = drafts[0]?.scale ?? HOURS;
  const sums = [0];
  for (const text of buffers) {
    const { value } = readEstimate(text, scale, config);
    sums.push(sums[sums.length - 1] + (value?.kind === "hours" ? value.hours : 0));
  }
  return totals.map((total): CollectedTotal => {
    const [read] = amountAt(total.amount, scale, config);
    const end = at + total.end;
    const covers = [
      { first: at + total.first, end },
      { first: at, end },
    ].filter((run) => !isEmpty(run));
    const amount = read ?? readEstimate(total.amount, HOURS, config);
    return { amount, from: "row", covers, sprint: undefined, buffer: sums[total.buffers] };
  });
}

/** `Phase 2: title (3 hours)`, `3.0 — title · 6.25 d` where the plan counts in days: a time span in weeks is no sum. */
export function headingTotal(heading: Slice, drafts: TaskRun, { dialect, config }: Options): readonly CollectedTotal[] {
  const { estimate } = withoutEstimate(trim(heading), { config, scale: dialect.scale });
  const isSum =
    estimate !== undefined &&
    (/h|min|m$|pts?|points?|sp|时|時|시간|ч/i.test(estimate.text.replace(/[\d\s.,~-]/g, "")) || dialect.scale.unit === "days") &&
    !/w|周|週|주|нед/i.test(estimate.text);
  return isSum && !isEmpty(drafts)
    ? [{ amount: readEstimate(estimate, dialect.scale, config), from: "heading", covers: [drafts], sprint: undefined, buffer: 0 }]
    : [];
}

/** Where the drafts of a plan went: the task that each became, undefined for those that are told elsewhere. */
export interface Placed {
  readonly indexes: readonly (number | undefined)[];
  readonly sprints: readonly Sprint[];
  readonly tasks: number;
}

/** The totals with the runs of tasks they cover; none where tasks of a run are told elsewhere, for then its sum is not known. */
export function placedTotals(totals: readonly CollectedTotal[], { indexes, sprints, tasks }: Placed): readonly StatedTotal[] {
  const missing = [0];
  for (const index of indexes) missing.push(missing[missing.length - 1] + (index === undefined ? 1 : 0));
  return totals.flatMap(({ amount, from, covers, sprint, buffer }) => {
    const whole =
      sprint === "plan"
        ? [{ first: 0, end: tasks }]
        : sprint === undefined
          ? []
          : [{ first: sprints[sprint].firstTask, end: sprints[sprint].endTask }];
    const scopes = covers.flatMap((run) => {
      const [first, last] = [indexes[run.first], indexes[run.end - 1]];
      const isWhole = !isEmpty(run) && missing[run.first] === missing[run.end];
      return isWhole && first !== undefined && last !== undefined ? [{ first, end: last + 1 }] : [];
    });
    const all = [...whole, ...scopes].filter((run) => !isEmpty(run));
    return scopes.length === covers.length && all.length > 0 && amount.value !== undefined ? [{ amount, from, scopes: all, buffer }] : [];
  });
}

function isEmpty({ first, end }: TaskRun): boolean {
  return end <= first;
}

/** The amount at the start of a text: `6.25d` of `6.25d (~20h)`. */
function amountAt(slice: Slice, scale: Scale, config: Config): readonly Field<Estimate>[] {
  const match = AMOUNT(slice.text).exec(slice.text);
  if (match === null) return [];
  const place = trim(sub(slice, 0, match[0].length));
  const own = unitIn(place.text) ? scaleOf(place.text, scale) : scale;
  const amount = readEstimate(place, own, config);
  return amount.value === undefined ? [] : [amount];
}

const AMOUNT = pattern(String.raw`^~?\s*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*[-\p{L}]*(?:\s(?:points?|pts))?`, "u");
const WITH_UNIT = pattern(
  String.raw`(?<![\p{L}\d.,^/_'’٫+−–-])(?!(?<=\d\s)\d{3}(?!\d))~?\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*(?:hours?|hrs?|h|story points?|points?|pts)(?![\p{L}\d/])`,
  "iu",
);
const PLAN_TOTAL =
  /^(?:grand |overall |project )?total (?:estimated |project |planned )?(?:hours|effort|work|estimate|story points|points)$/;
const SUBTOTAL = /sub-?\s?total|zwischensumme|小计|小計|소계/;
const TOTAL_POINTS = /^(?:sprint )?total (?:story )?points$|^total sp$/;
const POINTS = /^(?:(?:story|planned|committed) )?points$/;
const STORY_POINTS: Scale = { unit: "points", pair: false };
