import { formatHours, formatList } from "../format.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { headingSpan } from "./heading-span.ts";
import { sprintName } from "./names.ts";
import type { Finding, Related, Rule } from "./rule.ts";
import { type SprintSums, sprintSums } from "./sprint-sums.ts";

export const overCapacity: Rule = {
  id: "over-capacity",
  severity: "error",
  summary: "the tasks of a sprint take more hours than its team has",
  fixable: "no",
  *check(context) {
    const { hours } = context.facts.effort;
    for (const sums of sprintSums(context)) {
      const { available } = sums;
      const optional = sums.tasks.reduce((sum, task) => (task.optional ? sum + hours[task.index] : sum), 0);
      if (available !== undefined && sums.work.hours - optional > available + HOUR_TOLERANCE) yield findingOf(sums, available, optional);
    }
  },
};

/** What is marked as optional is left out: it is there to be dropped. */
function findingOf({ sprint, work, capacity }: SprintSums, available: number, optional: number): Finding {
  const asked = work.hours - optional;
  const lines = sprint.team.map(({ name, capacity: own }) => `${name.text} ${formatHours(own.value ?? 0)}`);
  const range =
    work.low === work.high
      ? []
      : [`the estimates are ranges: ${formatHours(work.low)} to ${formatHours(work.high)}, counted at their middle`];
  const related = bufferNote(sprint);
  return {
    span: headingSpan(sprint),
    message: `${sprintName(sprint)} asks for ${formatHours(asked)}, its team has ${formatHours(available)}: ${formatHours(asked - available)} too many`,
    notes: [
      ...(capacity === undefined ? [] : [formatList(lines, MOST_NAMES)]),
      ...(optional > 0 ? [`${formatHours(optional)} of optional tasks are not counted`] : []),
      ...range,
    ],
    ...(related.length > 0 ? { related } : {}),
    help: "move tasks to another sprint, drop some, or find more hours",
  };
}

function bufferNote({ statedBuffer }: SprintSums["sprint"]): readonly Related[] {
  return statedBuffer?.value === undefined
    ? []
    : [{ span: statedBuffer.span, message: `the stated buffer of ${formatHours(statedBuffer.value)} is not there` }];
}

const MOST_NAMES = 6;
