import { isOverloadGrown, latenessOf, type MemberEffect, type PlanEffect, type SprintEffect } from "../../analysis/difference/effect.ts";
import { differs, type Measure, measure } from "../../analysis/difference/effect-measure.ts";
import { formatHours, formatPercent } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, right, toned } from "../blocks.ts";
import type { Block, Inline } from "../outcome.ts";
import type { DiffResult } from "./result.ts";
import { milestoneName, sprintIdAt } from "./verdict.ts";
import { deltaWords, hoursWords, shorten } from "./words.ts";

/** Something that is measured before and after. */
export interface EffectRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly delta: Inline;
  /** Whether it is worth a look at once: ends, sums, and what is late or too much in the head or was in the base. */
  readonly notable: boolean;
}

/** The end and the critical path where any hours tell them, of everything else what is different. */
export function effectRows(result: DiffResult, effect: PlanEffect): readonly EffectRow[] {
  const { finish, duration, hours } = effect;
  const isTold = finish.before !== undefined && finish.after !== undefined && hours.before !== 0 && hours.after !== 0;
  return [
    ...(hours.before === 0 && hours.after === 0
      ? []
      : [rowOf("end, levelled over the people", finish, "more is worse"), rowOf("critical path", duration, "more is worse")]),
    ...changedRow("work", effect.hours, "neither"),
    ...changedRow("capacity", effect.capacity, "neither"),
    ...(isTold ? effect.sprints.flatMap((sprint) => sprintRows(result, sprint)) : []),
    ...effect.members.flatMap((member) => memberRow(result, member)),
    ...(isTold ? milestoneRows(result, effect) : []),
  ];
}

export function effectTable(rows: readonly EffectRow[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [left("effect"), right("before"), right("after"), right("Δ")],
      rows: rows.map(({ name, before, after, delta }) => [name, before, after, delta]),
    },
  ];
}

/** Which of the two ends might still be a shorter one; nothing where both are proved. */
export function proofWords({ levelled: { base, head } }: PlanEffect): string | undefined {
  if (base === undefined || head === undefined || (base.optimal && head.optimal)) return undefined;
  const which = base.optimal ? "the end after the change is" : head.optimal ? "the end before the change is" : "both ends are";
  return `${which} not proved to be the earliest`;
}

type Meaning = "more is worse" | "neither";

function rowOf(name: string, change: Measure, meaning: Meaning): EffectRow {
  return { name, before: hoursWords(change.before), after: hoursWords(change.after), delta: deltaInline(change, meaning), notable: true };
}

function changedRow(name: string, change: Measure, meaning: Meaning): readonly EffectRow[] {
  return differs(change) ? [rowOf(name, change, meaning)] : [];
}

function deltaInline(change: Measure, meaning: Meaning): Inline {
  const words = deltaWords(change);
  if (words === "" || meaning === "neither") return words;
  return toned(words, (change.delta ?? 0) > 0 ? "bad" : "good");
}

/** A sprint that is there in one version only is a change by itself. */
function sprintRows(result: DiffResult, { finish, overrun, ...sides }: SprintEffect): readonly EffectRow[] {
  if (sides.base === undefined || sides.head === undefined) return [];
  const id = sprintIdAt(result, sides);
  return [
    ...changedRow(`sprint ${id} ends`, finish, "more is worse").map((row) => ({ ...row, notable: false })),
    ...changedRow(`sprint ${id} ends after its window by`, overrun, "more is worse"),
    ...changedRow(`sprint ${id}, its own critical path`, sides.duration, "more is worse").map((row) => ({ ...row, notable: false })),
  ];
}

function memberRow(result: DiffResult, member: MemberEffect): readonly EffectRow[] {
  const { before, after, sprint } = member;
  const load = measure(before?.load, after?.load);
  const capacity = measure(before?.capacity, after?.capacity);
  if (!differs(load) && !differs(capacity)) return [];
  const name = `${shorten(after?.name ?? before?.name ?? "")} in sprint ${sprintIdAt(result, sprint)}`;
  const grown = isOverloadGrown(member);
  const over = grown || (before?.overload ?? 0) > HOUR_TOLERANCE;
  const words = deltaWords(load);
  return [
    {
      name,
      before: loadWords(before),
      after: loadWords(after),
      delta: words === "" ? "" : toned(words, grown ? "bad" : "muted"),
      notable: over,
    },
  ];
}

function loadWords(load: MemberEffect["before"]): string {
  if (load === undefined) return "–";
  return load.utilization === undefined ? formatHours(load.load) : `${formatHours(load.load)}, ${formatPercent(load.utilization)}`;
}

function milestoneRows({ head }: DiffResult, { milestones }: PlanEffect): readonly EffectRow[] {
  return milestones.flatMap((milestone) => {
    const { base: before, head: after, reached } = milestone;
    if (before === undefined || after === undefined || !differs(reached)) return [];
    const late = latenessOf(milestone);
    const notable = differs(late) || (late.after ?? 0) > HOUR_TOLERANCE;
    const name = `milestone ${milestoneName(head.plan, after)} is reached`;
    return [{ ...rowOf(name, reached, "more is worse"), notable }];
  });
}
