import type { Reassignment } from "../../analysis/what-if/sharing.ts";
import { formatHours, formatNumber } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, linesUnder, right, summaryOf, tableUnder, toned } from "../blocks.ts";
import { sectionName, taskId } from "../ids.ts";
import type { Block, Column, Inline } from "../outcome.ts";
import { schedulePreface } from "../schedule/preface.ts";
import type { ScheduleResult } from "../schedule/result.ts";
import { type Change, type Comparison, deltaOf } from "./comparison.ts";

export interface WhatIfResult {
  readonly changes: readonly string[];
  readonly reassigned: readonly Reassignment[];
  readonly before: ScheduleResult;
  readonly after: ScheduleResult;
  readonly comparison: Comparison;
}

/** What the changes would do to the schedule: nothing that stays as it is. */
export function whatIfView(result: WhatIfResult): readonly Block[] {
  const { after, comparison, changes, reassigned } = result;
  const { plan } = after.facts;
  return [
    ...schedulePreface(after),
    ...linesUnder("what if", changes),
    ...tableUnder(
      "work that changes hands",
      [left("task"), left("title"), left("from"), left("to")],
      reassigned.map(({ task, from, to }) => [taskId(plan, task), plan.tasks[task].title.text, from, to]),
    ),
    ...tableUnder(
      "sprints",
      [left("sprint"), ...changeColumns("finish"), right("after its window")],
      comparison.sprints.map(({ sprint, finish, overrun }) => [
        sectionName(plan.sprints[sprint]),
        ...changeCells(finish),
        lateCell(overrun),
      ]),
    ),
    ...tableUnder(
      "people",
      [left("member"), ...changeColumns("load"), ...changeColumns("idle")],
      comparison.members.map(({ name, load, idle }) => [name, ...changeCells(load), ...changeCells(idle)]),
    ),
    ...tableUnder(
      "milestones",
      [left("milestone"), right("due"), ...changeColumns("reached")],
      comparison.milestones.map(({ name, due, reached }) => [name, formatHours(due), ...changeCells(reached)]),
    ),
    ...summaryOf(verdict(comparison)),
  ];
}

function changeColumns(title: string): readonly Column[] {
  return [right(title), right("change")];
}

function changeCells(change: Change): readonly Inline[] {
  const delta = deltaOf(change);
  return [beforeAfter(change), delta === undefined || delta === 0 ? "" : deltaWords(delta)];
}

function deltaWords(delta: number): string {
  return `${delta > 0 ? "+" : ""}${formatHours(delta)}`;
}

function beforeAfter(change: Change): string {
  const { before, after } = change;
  if (before === undefined || after === undefined) return `${wordOf(before)} → ${wordOf(after)}`;
  return deltaOf(change) === 0 ? formatHours(after) : `${formatNumber(before)} → ${formatHours(after)}`;
}

function wordOf(hours: number | undefined): string {
  return hours === undefined ? "none" : formatHours(hours);
}

function lateCell(overrun: Change): Inline {
  if ((overrun.before ?? 0) === 0 && (overrun.after ?? 0) === 0) return "";
  const worse = (overrun.after ?? 0) > (overrun.before ?? 0) + HOUR_TOLERANCE;
  const better = (overrun.after ?? 0) < (overrun.before ?? 0) - HOUR_TOLERANCE;
  const words = beforeAfter(overrun);
  return worse ? toned(words, "bad") : better ? toned(words, "good") : words;
}

function verdict({ makespan, optimal, lowerBound }: Comparison): Inline {
  const delta = deltaOf(makespan) ?? 0;
  const hours = beforeAfter(makespan);
  const quality = optimal.after ? "optimal (proved)" : `not proved to be optimal (lower bound ${formatHours(lowerBound.after ?? 0)})`;
  if (delta === 0) return [{ text: "ends when it did", tone: "strong" }, ` (${hours}), ${quality}`];
  const words = `ends ${formatHours(Math.abs(delta))} ${delta > 0 ? "later" : "earlier"}`;
  return [{ text: words, tone: delta > 0 ? "bad" : "good" }, ` (${hours}), ${quality}`];
}
