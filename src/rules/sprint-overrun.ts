import type { Facts, ReadDuration } from "../analysis/facts.ts";
import { formatCount, formatHours } from "../format.ts";
import { HOUR_TOLERANCE, type Sprint } from "../model.ts";
import { headingSpan } from "./heading-span.ts";
import { chainText, sprintName } from "./names.ts";
import { readingNote } from "./readings.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const sprintOverrun: Rule = {
  id: "sprint-overrun",
  severity: "error",
  summary: "the critical path of a sprint is longer than the sprint",
  fixable: "no",
  *check({ plan, facts }: Context) {
    for (const sprint of plan.sprints) {
      const window = facts.windows[sprint.index];
      const path = window && facts.sprintPath(sprint.index);
      if (window === undefined || path === undefined) continue;
      const hours = window.end - window.start;
      if (path.duration > hours + HOUR_TOLERANCE) yield findingOf(facts, sprint, { hours, duration: path.duration, path: path.path });
    }
  },
};

interface Overrun {
  /** The length of the sprint's window. */
  readonly hours: number;
  readonly duration: number;
  readonly path: readonly number[];
}

function findingOf(facts: Facts, sprint: Sprint, { hours, duration, path }: Overrun): Finding {
  return {
    span: headingSpan(sprint),
    message: `the critical path of ${sprintName(sprint)} takes ${formatHours(duration)}, its ${windowName(sprint)} ${formatHours(hours)}`,
    notes: [chainText(facts.plan, path), noteOf(facts.sprintDurations(sprint.index), hours)],
    help: helpFor(facts, sprint, duration),
  };
}

function windowName({ weeks, dates }: Sprint): string {
  if (weeks?.value === undefined) return dates?.value !== undefined && dates.value.first === dates.value.last ? "day has" : "days have";
  return weeks.value.first === weeks.value.last ? "week has" : "weeks have";
}

/** Where the length differs by the reading, also between what it lies. */
function noteOf(durations: readonly ReadDuration[], hours: number): string {
  const results = durations.flatMap(({ reading, duration }) =>
    duration === undefined ? [] : [{ reading, amount: duration, holds: duration > hours + HOUR_TOLERANCE }],
  );
  return readingNote(results);
}

function helpFor({ config }: Facts, sprint: Sprint, duration: number): string {
  const buffer = sprint.statedBuffer?.value;
  const remark = buffer !== undefined && buffer > 0 ? `the stated buffer of ${formatHours(buffer)} is capacity, not time; ` : "";
  const weeks = Math.ceil(duration / (config.calendar.hoursPerDay * config.calendar.daysPerWeek) - HOUR_TOLERANCE);
  return `${remark}shorten the chain, or give the sprint ${formatCount(weeks, "week")}`;
}
