import { isOverloadGrown, latenessOf, type MemberEffect, type PlanEffect } from "../../analysis/difference/effect.ts";
import type { Measure } from "../../analysis/difference/effect-measure.ts";
import { formatCount, formatHours, formatQuote } from "../../format.ts";
import type { Diagnostic } from "../../lint.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import type { Span } from "../../source.ts";
import type { Condition } from "./conditions.ts";
import type { DiffResult } from "./result.ts";
import { milestoneName, sprintIdAt } from "./verdict.ts";
import { beforeAfter, timeWords } from "./words.ts";

/** An error for everything that a condition does not allow; nothing of a plan that was removed. */
export function brokenConditions(result: DiffResult, conditions: readonly Condition[]): readonly Diagnostic[] {
  if (result.status === "removed") return [];
  return conditions.flatMap((condition) =>
    violations(result, condition).map(
      ({ message, span }): Diagnostic => ({ rule: `diff/${condition.name}`, severity: "error", message, span }),
    ),
  );
}

interface Violation {
  readonly message: string;
  readonly span: Span;
}

function violations(result: DiffResult, condition: Condition): readonly Violation[] {
  const { effect } = result;
  switch (condition.name) {
    case "slip":
      return effect === undefined ? [] : longer(result, condition, effect.finish, "the end");
    case "longer-path":
      return effect === undefined ? [] : longer(result, condition, effect.duration, "the end of the critical path");
    case "new-error":
      return fresh(result, ["error"], "error");
    case "new-warning":
      return fresh(result, ["error", "warning"], "warning or error", "warnings and errors");
    case "new-finding":
      return fresh(result, ["error", "warning", "info"], "finding");
    case "over-capacity":
      return effect === undefined ? [] : effect.members.filter(isOverloadGrown).map((member) => overload(result, member));
    case "late-milestone":
      return effect === undefined ? [] : lateMilestones(result, condition, effect);
  }
}

/** An end that cannot be told any more is worse than any, be it for a loop or as no hours are left; a new plan has none before. */
function longer({ status, head, effect }: DiffResult, condition: Condition, change: Measure, what: string): readonly Violation[] {
  if (status === "added") return [];
  const span = planSpan(head.plan.title?.span);
  if (change.before !== undefined && change.after === undefined) {
    return [{ message: `${what} cannot be told any more: tasks wait for each other`, span }];
  }
  if (effect?.hours.after === 0 && effect.hours.before !== 0)
    return [{ message: `${what} cannot be told any more: no task has hours`, span }];
  const delta = change.delta ?? 0;
  if (delta <= limitOf(head.config.calendar, condition) + HOUR_TOLERANCE) return [];
  const days = timeWords(delta, head.config.calendar.hoursPerDay);
  return [{ message: `${what} moves ${days} later (${beforeAfter(change)})${allowed(condition)}`, span }];
}

function allowed({ limit }: Condition): string {
  return limit.amount === 0 ? "" : `, allowed are ${limit.amount} ${limit.unit}`;
}

function limitOf({ hoursPerDay, daysPerWeek }: DiffResult["head"]["config"]["calendar"], { limit }: Condition): number {
  const hours = { h: 1, d: hoursPerDay, w: hoursPerDay * daysPerWeek };
  return limit.amount * hours[limit.unit];
}

function fresh({ findings }: DiffResult, severities: readonly string[], noun: string, plural?: string): readonly Violation[] {
  const found = findings.new.filter(({ severity }) => severities.includes(severity));
  if (found.length === 0) return [];
  const { message, span } = found[0];
  const count = `${formatCount(found.length, noun, plural)} ${found.length === 1 ? "is" : "are"} new`;
  return [{ message: found.length === 1 ? `${count}: ${message}` : `${count}, the first: ${message}`, span }];
}

function overload(result: DiffResult, { after, sprint, member }: MemberEffect): Violation {
  const { name = "", load = 0, capacity = 0 } = after ?? {};
  const team = sprint.head === undefined ? [] : result.head.plan.sprints[sprint.head].team;
  const message = `${formatQuote(name)} is now asked for ${formatHours(load)} in sprint ${sprintIdAt(result, sprint)} and has ${formatHours(capacity)}`;
  return { message, span: planSpan(member === undefined ? undefined : team[member].name.span) };
}

function lateMilestones({ head }: DiffResult, condition: Condition, { milestones }: PlanEffect): readonly Violation[] {
  const { hoursPerDay } = head.config.calendar;
  const limit = limitOf(head.config.calendar, condition);
  return milestones.flatMap((milestone) => {
    const { before = 0, after = 0 } = latenessOf(milestone);
    if (milestone.head === undefined || after <= before + HOUR_TOLERANCE || after <= limit + HOUR_TOLERANCE) return [];
    const name = formatQuote(milestoneName(head.plan, milestone.head));
    const message = `milestone ${name} is now ${timeWords(after, hoursPerDay)} late${allowed(condition)}`;
    return [{ message, span: head.plan.milestones[milestone.head].heading.span }];
  });
}

function planSpan(span: Span | undefined): Span {
  return span ?? { start: 0, end: 0 };
}
