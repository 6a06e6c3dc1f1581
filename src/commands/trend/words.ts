import { exactHours } from "../../analysis/effort.ts";
import { formatCount, formatHours } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { toned } from "../blocks.ts";
import { shorten } from "../diff/words.ts";
import type { Inline } from "../outcome.ts";
import { dayWords } from "../schedule/times.ts";
import type { PlanState, TrendRevision } from "./state.ts";

/** What is different from the revision before and from the last one that could be read: `+3 tasks, +12 h`. */
export function changeWords(revision: TrendRevision, before: TrendRevision | undefined, known: PlanState | undefined): Inline {
  const { state, path } = revision;
  const renamed = before !== undefined && before.path !== path ? [`renamed from ${shorten(before.path)}`] : [];
  if (state.kind === "unreadable") return toned([`cannot be read: ${shorten(state.reason)}`, ...renamed].join(", "), "bad");
  if (state.kind === "removed") return toned("the file was removed", "warn");
  if (known === undefined) return [formatCount(state.numbers.tasks, "task"), ...renamed].join(", ");
  const words = [...renamed, ...differences(known, state.numbers)];
  return words.length === 0 ? toned("no number changed", "muted") : words.join(", ");
}

/** `scope grew by 40 h (590 h → 630 h) since 2026-03-02; 120 h done, 510 h left; the end moved from 255 h to 262 h`. */
export function movementWords(first: PlanState, last: PlanState, since: string | undefined): string {
  const grown = difference(first.hours, last.hours);
  const scope =
    grown === 0
      ? `scope stayed at ${formatHours(last.hours)}`
      : `scope ${grown > 0 ? "grew" : "shrank"} by ${formatHours(Math.abs(grown))} (${formatHours(first.hours)} → ${formatHours(last.hours)})`;
  return `${scope}${since === undefined ? "" : ` since ${since}`}; ${doneWords(last)}; ${endWords(first, last)}`;
}

export function standWords(only: PlanState): string {
  const end = only.end === undefined ? "the end is not known" : `the end is at ${formatHours(only.end)}${dayOf(only)}`;
  return `${formatHours(only.hours)} in all; ${doneWords(only)}; ${end}`;
}

function differences(before: PlanState, after: PlanState): readonly string[] {
  const tasks = after.tasks - before.tasks;
  const hours = difference(before.hours, after.hours);
  const done = difference(before.done, after.done);
  const criteria = after.criteria.done - before.criteria.done;
  return [
    ...(tasks === 0 ? [] : [`${signOf(tasks)}${formatCount(Math.abs(tasks), "task")}`]),
    ...(hours === 0 ? [] : [`${signOf(hours)}${formatHours(Math.abs(hours))}`]),
    ...(done === 0 ? [] : [`${done > 0 ? "" : "-"}${formatHours(Math.abs(done))} done`]),
    ...(criteria === 0 ? [] : [`${criteria > 0 ? "" : "-"}${formatCount(Math.abs(criteria), "criterion", "criteria")} met`]),
  ];
}

function doneWords({ done, left }: PlanState): string {
  return `${formatHours(done)} done, ${formatHours(left)} left`;
}

function endWords(first: PlanState, last: PlanState): string {
  if (last.end === undefined) return "the end is not known, as tasks wait for each other";
  if (first.end === undefined) return `the end is at ${formatHours(last.end)}${dayOf(last)}`;
  if (difference(first.end, last.end) === 0) return `the end stayed at ${formatHours(last.end)}${dayOf(last)}`;
  return `the end moved from ${formatHours(first.end)} to ${formatHours(last.end)}${dayOf(last)}`;
}

function dayOf({ endTime }: PlanState): string {
  return endTime === undefined ? "" : ` (${dayWords(endTime)})`;
}

function signOf(value: number): string {
  return value > 0 ? "+" : "-";
}

function difference(before: number, after: number): number {
  return Math.abs(after - before) < HOUR_TOLERANCE ? 0 : exactHours(after - before);
}
