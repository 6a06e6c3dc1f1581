import { dateOf } from "../../analysis/days.ts";
import { isOverloadGrown, latenessOf, type MemberEffect, type PlanEffect, type SprintSides } from "../../analysis/difference/effect.ts";
import { findWorkingTime } from "../../analysis/working-time.ts";
import { formatCount, formatHours, formatPercent, formatQuote } from "../../format.ts";
import { HOUR_TOLERANCE, type Plan } from "../../model.ts";
import { sectionId } from "../ids.ts";
import type { Inline, Tone, Toned } from "../outcome.ts";
import { changeGroups } from "./changes.ts";
import type { DiffResult } from "./result.ts";
import { beforeAfter, shorten, timeWords } from "./words.ts";

/** What became of the end, or of the plan as a whole, in a few words of our own. */
export function headline(result: DiffResult): Toned {
  const { status, base, head, effect } = result;
  const said = (text: string, tone: Tone = "strong"): Toned => ({ text, tone });
  if (status === "added") return said(`a new plan: ${sizeWords(result)}`);
  if (status === "removed") return said(`the plan is removed: ${formatCount(base.plan.tasks.length, "task")}`);
  if (effect === undefined)
    return said(status === "reworded" ? "no change in the plan, only its wording or layout" : "no change in the plan");
  const { before, after, delta } = effect.finish;
  const [old, now] = [base.plan.tasks.length, head.plan.tasks.length];
  if (now === 0) return said(old === 0 ? "the plan changes, and has no task" : `no task is left of ${old}`, old === 0 ? "strong" : "bad");
  if (old === 0) return said(`the first tasks of the plan: ${sizeWords(result)}`);
  if (after === undefined)
    return said(
      before === undefined ? "tasks wait for each other: no end can be told" : "tasks wait for each other now: no end can be told any more",
      "bad",
    );
  if (delta === undefined) return said(`tasks no longer wait for each other: the end is after ${formatHours(after)}`);
  const { hours } = effect;
  if (hours.after === 0 && hours.before !== 0) return said("no hours are stated any more that tell an end", "bad");
  if (hours.after === 0) return said(`${changeCount(result)}, and no hours that tell an end`);
  if (hours.before === 0) return said(`the end is after ${formatHours(after)}; no hours told one before`);
  if (delta === 0) return said(`the end stays at ${formatHours(after)}`);
  const days = timeWords(delta, head.config.calendar.hoursPerDay);
  return said(`the end moves ${days} ${delta > 0 ? "later" : "earlier"} (${beforeAfter(effect.finish)})`, delta > 0 ? "bad" : "good");
}

function changeCount({ base, head, difference }: DiffResult): string {
  return formatCount(
    changeGroups(base, head, difference).reduce((sum, { lines }) => sum + lines.length, 0),
    "change",
  );
}

/** What to call findings of the base alone: rules find less where no end can be told. */
export function resolvedWords({ effect }: DiffResult): string {
  return isBlind(effect) ? "resolved, or not to be told while tasks wait for each other" : "resolved";
}

/** Whether an end can be told no longer. */
function isBlind(effect: PlanEffect | undefined): boolean {
  return effect !== undefined && effect.finish.before !== undefined && effect.finish.after === undefined;
}

/** What else there is to know at once; each with plan text in it. */
export function otherNews(result: DiffResult): readonly Toned[] {
  const { effect, status, renamedFrom } = result;
  const news = effect === undefined || status === "added" || status === "removed" ? [] : effectNews(result, effect);
  const name: readonly Toned[] = renamedFrom === undefined ? [] : [{ text: `the file was ${formatQuote(renamedFrom)}`, tone: "muted" }];
  return [...news, ...findingsNews(result), ...name];
}

/** Everything of it in one line. */
export function verdict(result: DiffResult): Inline {
  return [headline(result), ...otherNews(result)].flatMap((part, index) => (index === 0 ? [part] : ["; ", part]));
}

/** The id of a sprint, of the head where it is there. */
export function sprintIdAt({ base, head }: DiffResult, sides: SprintSides): string {
  const sprint =
    sides.head === undefined ? (sides.base === undefined ? undefined : base.plan.sprints[sides.base]) : head.plan.sprints[sides.head];
  return sprint === undefined ? "" : shorten(sectionId(sprint));
}

/** What a milestone is called. */
export function milestoneName({ milestones }: Plan, milestone: number): string {
  const { id, title } = milestones[milestone];
  return shorten(id.text === title.text ? title.text : `${id.text} ${title.text}`.trim());
}

function sizeWords({ head: { plan }, effect }: DiffResult): string {
  const sizes = [formatCount(plan.tasks.length, "task"), formatHours(effect?.hours.after ?? 0)];
  const end = effect?.finish.after;
  return [...sizes, ...(end === undefined ? [] : [`the end is after ${formatHours(end)}`])].join(", ");
}

function effectNews(result: DiffResult, effect: PlanEffect): readonly Toned[] {
  const { duration, finish } = effect;
  const path = finish.delta === 0 && duration.delta !== undefined && duration.delta !== 0;
  return [
    ...startNews(result),
    ...(path ? [{ text: `critical path ${beforeAfter(duration)}`, tone: toneOf(duration.delta) }] : []),
    ...limited(
      effect.members.filter(isOverloadGrown).map((member) => overloadWords(result, member)),
      ["is asked for too much too", "are asked for too much too"],
    ),
    ...limited(lateWords(result, effect), ["milestone is later too", "milestones are later too"]),
  ];
}

/** Ends count from the start, and say nothing where all of a plan moves. */
function startNews({ base, head }: DiffResult): readonly Toned[] {
  const [before, after] = [base, head].map(({ plan, config }) => findWorkingTime(plan, config)?.firstDay);
  if (before === undefined || after === undefined || before === after) return [];
  return [{ text: `the start moves from ${dateOf(before)} to ${dateOf(after)}`, tone: toneOf(after - before) }];
}

/** Who is asked for more than before, and than there is. */
function overloadWords(result: DiffResult, { sprint, after }: MemberEffect): string {
  const { name = "", utilization, load = 0 } = after ?? {};
  const place = `in sprint ${sprintIdAt(result, sprint)}`;
  if (utilization === undefined) return `${shorten(name)} is now asked for ${formatHours(load)} ${place} and has none`;
  return `${shorten(name)} is now at ${formatPercent(utilization)} ${place}`;
}

/** Milestones that are now reached after they are due, or later than before. */
function lateWords({ head }: DiffResult, { milestones, finish }: PlanEffect): readonly string[] {
  return milestones.flatMap((milestone) => {
    const { before = 0, after = 0 } = latenessOf(milestone);
    const known = milestone.base === undefined || finish.before !== undefined;
    if (milestone.head === undefined || !known || after <= before + HOUR_TOLERANCE) return [];
    return [`milestone ${milestoneName(head.plan, milestone.head)} is now ${timeWords(after, head.config.calendar.hoursPerDay)} late`];
  });
}

function limited(sentences: readonly string[], [one, several]: readonly [string, string]): readonly Toned[] {
  const shown = sentences.slice(0, MOST_NEWS).map((text): Toned => ({ text, tone: "bad" }));
  const rest = sentences.length - shown.length;
  return rest === 0 ? shown : [...shown, { text: `${rest} more ${rest === 1 ? one : several}`, tone: "bad" }];
}

function findingsNews({ findings, status, effect }: DiffResult): readonly Toned[] {
  const [fresh, gone] = [findings.new.length, isBlind(effect) ? 0 : findings.resolved.length];
  if (status === "removed" || fresh + gone === 0) return [];
  if (status === "added") return [{ text: formatCount(fresh, "finding"), tone: "warn" }];
  const words =
    fresh === 0
      ? `${formatCount(gone, "finding")} ${gone === 1 ? "is" : "are"} gone`
      : `${formatCount(fresh, "finding")} ${fresh === 1 ? "is" : "are"} new`;
  return [
    { text: fresh > 0 && gone > 0 ? `${words}, ${gone} ${gone === 1 ? "is" : "are"} gone` : words, tone: fresh > 0 ? "warn" : "good" },
  ];
}

function toneOf(delta: number | undefined): Tone {
  return (delta ?? 0) > 0 ? "bad" : "good";
}

const MOST_NEWS = 2;
