import type { Config } from "../config.ts";
import type { Estimate, Field, Sprint, StatedTotal } from "../model.ts";
import type { CollectedDraft } from "./collect.ts";
import type { Dialect } from "./dialect.ts";
import { HOURS, readEstimate, type Scale, scaleOf, unitIn } from "./estimate.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Part } from "./markdown.ts";
import { type Slice, sub, trim } from "./slice.ts";
import type { TaskDraft } from "./task.ts";
import { withoutEstimate } from "./task-heading.ts";
import type { RowTotal } from "./task-table.ts";
import { normalised } from "./words.ts";

/** A stated sum with the drafts that it may be meant for, before those have their places. */
export interface CollectedTotal {
  readonly amount: Field<Estimate>;
  readonly from: StatedTotal["from"];
  readonly covers: readonly (readonly TaskDraft[])[];
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
  /** The drafts of this section so far; asked for only where a line is a total. */
  readonly sectionDrafts: () => readonly CollectedDraft[];
}

/** Totals in lines of a section. Hours of a sprint as a whole are read with the sprint, so they are left out here. */
export function totalsInPart(part: Part, around: Around, options: Options): readonly CollectedTotal[] {
  const own = part.kind === "paragraph" || (part.kind === "list" && options.dialect.itemsOf(part).length === 0);
  return own ? linesOf([part]).flatMap((line) => lineTotal(line, around, options)) : [];
}

function lineTotal(line: Slice, { sprint, isSprintsOwn, sectionDrafts }: Around, { dialect, config }: Options): readonly CollectedTotal[] {
  const found = labelled(line);
  const label = normalised(found?.label.text ?? "");
  const named = TOTAL_POINTS.test(label) || (isSprintsOwn && POINTS.test(label));
  const isPart = SUBTOTAL.test(label);
  if (found === undefined || !(named || isPart || label === "total" || PLAN_TOTAL.test(label))) return [];
  const drafts = sectionDrafts();
  if (sprint === undefined && drafts.length === 0 && PLAN_TOTAL.test(label)) return planTotal(found.rest, config);
  const above = drafts.filter(({ group }) => group === drafts[drafts.length - 1].group);
  if (isPart) {
    const scale = above[0]?.draft.scale ?? dialect.scale;
    return above.length === 0
      ? []
      : amountAt(found.rest, scale, config).map((amount) => ({
          amount,
          from: "line",
          buffer: 0,
          covers: [draftsOf(above), draftsOf(drafts)],
          sprint: undefined,
        }));
  }
  if (sprint === undefined || !(named || label === "total")) return [];
  return amountAt(found.rest, named ? STORY_POINTS : dialect.scale, config)
    .filter(({ value }) => value?.kind === "points")
    .map((amount) => ({ amount, from: "line", covers: above.length === 0 ? [] : [draftsOf(above)], sprint, buffer: 0 }));
}

/** `**Total Estimated Effort**: 1,056 hours`, outside of any sprint; weeks and days say how long it takes, not how much it is. */
function planTotal(slice: Slice, config: Config): readonly CollectedTotal[] {
  const match = WITH_UNIT.exec(slice.text);
  if (match === null) return [];
  const amount = readEstimate(sub(slice, match.index, match.index + match[0].length), HOURS, config);
  return amount.value === undefined ? [] : [{ amount, from: "line", covers: [], sprint: "plan", buffer: 0 }];
}

/** A total row covers the rows since the total row before it, or the whole table. */
export function rowTotal({ amount, first, end, buffers }: RowTotal, drafts: readonly TaskDraft[], config: Config): CollectedTotal {
  const [read] = amountAt(amount, drafts[0]?.scale ?? HOURS, config);
  const covers = [drafts.slice(first, end), drafts.slice(0, end)].filter((each) => each.length > 0);
  const buffer = buffers
    .map((text) => readEstimate(text, drafts[0]?.scale ?? HOURS, config).value)
    .reduce((sum, value) => sum + (value?.kind === "hours" ? value.hours : 0), 0);
  return { amount: read ?? readEstimate(amount, HOURS, config), from: "row", covers, sprint: undefined, buffer };
}

/** `Phase 2: title (3 hours)`, `3.0 — title · 6.25 d` where the plan counts in days: a time span in weeks is no sum. */
export function headingTotal(heading: Slice, drafts: readonly TaskDraft[], { dialect, config }: Options): readonly CollectedTotal[] {
  const { estimate } = withoutEstimate(trim(heading), { config, scale: dialect.scale });
  const isSum =
    estimate !== undefined &&
    (/h|min|m$|pts?|points?|sp|时|時|시간|ч/i.test(estimate.text.replace(/[\d\s.,~-]/g, "")) || dialect.scale.unit === "days") &&
    !/w|周|週|주|нед/i.test(estimate.text);
  return isSum && drafts.length > 0
    ? [{ amount: readEstimate(estimate, dialect.scale, config), from: "heading", covers: [drafts], sprint: undefined, buffer: 0 }]
    : [];
}

/** The totals with the runs of tasks they cover; none where tasks of a run are told elsewhere, for then its sum is not known. */
export function placedTotals(
  totals: readonly CollectedTotal[],
  indexes: ReadonlyMap<TaskDraft, number>,
  { sprints, tasks }: { readonly sprints: readonly Sprint[]; readonly tasks: number },
): readonly StatedTotal[] {
  return totals.flatMap(({ amount, from, covers, sprint, buffer }) => {
    const whole =
      sprint === "plan"
        ? [{ first: 0, end: tasks }]
        : sprint === undefined
          ? []
          : [{ first: sprints[sprint].firstTask, end: sprints[sprint].endTask }];
    const scopes = covers.flatMap((drafts) => {
      const places = drafts.flatMap((draft) => indexes.get(draft) ?? []);
      return places.length === drafts.length && places.length > 0 ? [{ first: places[0], end: places[places.length - 1] + 1 }] : [];
    });
    const all = [...whole, ...scopes].filter(({ first, end }) => end > first);
    return scopes.length === covers.length && all.length > 0 && amount.value !== undefined ? [{ amount, from, scopes: all, buffer }] : [];
  });
}

function draftsOf(collected: readonly CollectedDraft[]): readonly TaskDraft[] {
  return collected.map(({ draft }) => draft);
}

/** The amount at the start of a text: `6.25d` of `6.25d (~20h)`. */
function amountAt(slice: Slice, scale: Scale, config: Config): readonly Field<Estimate>[] {
  const match = AMOUNT.exec(slice.text);
  if (match === null) return [];
  const place = trim(sub(slice, 0, match[0].length));
  const own = unitIn(place.text) ? scaleOf(place.text, scale) : scale;
  const amount = readEstimate(place, own, config);
  return amount.value === undefined ? [] : [amount];
}

const AMOUNT = /^~?\s*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*[-\p{L}]*(?:\s(?:points?|pts))?/u;
const WITH_UNIT = /(?<![\d.,])~?\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*(?:hours?|hrs?|h|story points?|points?|pts)(?![\p{L}\d/])/iu;
const PLAN_TOTAL =
  /^(?:grand |overall |project )?total (?:estimated |project |planned )?(?:hours|effort|work|estimate|story points|points)$/;
const SUBTOTAL = /sub-?\s?total|zwischensumme|小计|小計|소계/;
const TOTAL_POINTS = /^(?:sprint )?total (?:story )?points$|^total sp$/;
const POINTS = /^(?:(?:story|planned|committed) )?points$/;
const STORY_POINTS: Scale = { unit: "points", pair: false };
