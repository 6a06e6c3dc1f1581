import { computeCeremonyCost } from "../analysis/ceremonies.ts";
import type { Facts } from "../analysis/facts.ts";
import { formatCount, formatHours, formatQuote } from "../format.ts";
import { HOUR_TOLERANCE, type Plan } from "../model.ts";
import type { Span } from "../source.ts";
import { sprintName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const unbudgetedCeremonies: Rule = {
  id: "unbudgeted-ceremonies",
  severity: "info",
  summary: "ceremonies cost hours that no capacity leaves room for",
  fixable: "no",
  *check({ plan, config, facts }: Context) {
    if (plan.ceremonies.length === 0) return;
    const { weekly, total, sprints } = computeCeremonyCost(plan, config, facts.windows);
    const crowded = sprints.flatMap((cost, sprint) => crowdedIn(facts, sprint, cost?.person ?? 0));
    if (crowded.length > 0) yield findingOf(plan, { weekly, total, crowded });
  },
};

/** A member whose capacity together with the meetings is more than the sprint's time; all in hours. */
interface Crowded {
  readonly sprint: number;
  readonly name: string;
  readonly capacity: number;
  readonly meetings: number;
  readonly window: number;
}

/** A line with two or three times the sprint's hours stands for as many people, any other one beyond them for nobody knows how many. */
function crowdedIn({ plan, windows }: Facts, sprint: number, meetings: number): readonly Crowded[] {
  const { start, end } = windows[sprint] ?? { start: 0, end: 0 };
  const window = end - start;
  if (meetings === 0 || window <= 0) return [];
  return plan.sprints[sprint].team.flatMap(({ name, capacity: { value: capacity } }) => {
    if (capacity === undefined || capacity <= 0) return [];
    const isFull = capacity > window ? Number.isInteger(capacity / window) : capacity + meetings > window + HOUR_TOLERANCE;
    return isFull ? [{ sprint, name: name.text, capacity, meetings, window }] : [];
  });
}

interface Cost {
  readonly weekly: number;
  readonly total: number;
  readonly crowded: readonly Crowded[];
}

function findingOf(plan: Plan, { weekly, total, crowded }: Cost): Finding {
  const [{ sprint, name, capacity, meetings, window }] = crowded;
  const all = plan.sprints.reduce((sum, { team }) => sum + team.length, 0);
  return {
    span: placeOf(plan),
    message: `ceremonies take ${formatHours(weekly)} of each person a week, ${formatHours(total)} in all, which ${crowded.length === all ? "no capacity leaves" : `${crowded.length} of ${formatCount(all, "capacity", "capacities")} leave no`} room for`,
    notes: [
      `${formatQuote(name)} has ${formatHours(capacity)} for tasks in ${sprintName(plan.sprints[sprint])} and ${formatHours(meetings)} of meetings, of ${formatHours(window)}`,
    ],
    help: "take the hours off each capacity; `sprintplan capacity --ceremonies` shows what is left",
  };
}

function placeOf({ sections, ceremonies }: Plan): Span {
  return sections.find(({ role }) => role === "ceremonies")?.heading.span ?? ceremonies[0].name.span;
}
