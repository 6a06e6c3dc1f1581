import type { Facts } from "../analysis/facts.ts";
import { fittingDuration, planDue } from "../analysis/forecast/due.ts";
import { findLateEnd, isTooLongAlone, type LateEnd } from "../analysis/late-end.ts";
import { formatHours } from "../format.ts";
import { headingSpan } from "./heading-span.ts";
import { lateNotes, weeksWords } from "./late-words.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const planOverrun: Rule = {
  id: "plan-overrun",
  severity: "warning",
  summary: "the plan takes longer than the duration that it states, or than its last week allows",
  fixable: "no",
  *check({ facts }: Context) {
    const due = planDue(facts);
    const late = due === undefined ? undefined : findLateEnd(facts, due);
    if (due === undefined || late === undefined) return;
    const place = placeOf(facts, late);
    if (place !== undefined) yield findingOf(facts, { due, late, place });
  },
};

interface Place {
  readonly span: Finding["span"];
  readonly promise: string;
}

interface Overrun {
  readonly due: number;
  readonly late: LateEnd;
  readonly place: Place;
}

function findingOf(facts: Facts, { due, late, place }: Overrun): Finding {
  const { hours, basis } = late;
  const takes = basis.kind === "logic" ? "takes at least" : "takes";
  const scheduled = basis.kind === "logic" ? "" : " as scheduled";
  return {
    span: place.span,
    message: `the plan ${takes} ${formatHours(hours)}${scheduled}, ${weeksWords(facts, hours)}, and ${place.promise} ${weeksWords(facts, due)}, ${formatHours(due)}`,
    notes: lateNotes(facts, late, "schedule"),
    help: "shorten what decides the end, or promise a later one; `sprintplan schedule` shows who does what when",
  };
}

/**
 * Where no duration is stated, the end of the last sprint is all that is promised: not for work outside of any window, and when
 * that sprint does not fit its window by itself, other rules say so.
 */
function placeOf(facts: Facts, { sprint }: LateEnd): Place | undefined {
  const stated = fittingDuration(facts.plan);
  if (stated !== undefined) return { span: stated.span, promise: "states" };
  const lasting = lastSprint(facts);
  if (lasting === undefined || sprint === undefined || facts.windows[sprint] === undefined) return undefined;
  if (isTooLongAlone(facts, sprint)) return undefined;
  return { span: headingSpan(facts.plan.sprints[lasting]), promise: "its last sprint ends after" };
}

function lastSprint({ windows }: Facts): number | undefined {
  let last: number | undefined;
  for (const [index, window] of windows.entries()) {
    if (window !== undefined && (last === undefined || window.end > (windows[last]?.end ?? 0))) last = index;
  }
  return last;
}
