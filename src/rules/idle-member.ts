import { loadsByReading, type MemberLoad, type ReadLoad } from "../analysis/capacity.ts";
import type { Facts } from "../analysis/facts.ts";
import { formatHours, formatPercent, formatQuote } from "../format.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { sprintName } from "./names.ts";
import { readingNote } from "./readings.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const idleMember: Rule = {
  id: "idle-member",
  severity: "off",
  summary: "less than half of a member's capacity in a sprint is asked for",
  fixable: "no",
  *check({ facts }: Context) {
    for (const { sprint, members } of facts.capacity().sprints) {
      // Where nobody is asked for anything, the tasks have no assignees or no hours.
      if (members.every(({ load }) => load === 0)) continue;
      const readings = loadsByReading(facts.plan, facts.effort, facts.reading, sprint);
      for (const [member, load] of members.entries()) {
        if (isIdle(load.load, load.capacity)) yield findingOf(facts, { sprint, member, load, readings: readings[member] });
      }
    }
  },
};

interface Idleness {
  readonly sprint: number;
  /** Index into the sprint's team. */
  readonly member: number;
  readonly load: MemberLoad;
  readonly readings: readonly ReadLoad[];
}

function findingOf({ plan }: Facts, { sprint, member, load: { name, capacity = 0, load }, readings }: Idleness): Finding {
  const home = plan.sprints[sprint];
  return {
    span: home.team[member].capacity.span,
    message: `${formatQuote(name)} is asked for ${formatHours(load)} in ${sprintName(home)} and has ${formatHours(capacity)}, ${formatPercent(load / capacity)} of them used`,
    notes: [readingNote(readings.map((each) => ({ reading: each.reading, amount: each.load, holds: isIdle(each.load, capacity) })))],
    help: "give it work of others, or count on it elsewhere",
  };
}

function isIdle(load: number, capacity: number | undefined): boolean {
  return capacity !== undefined && capacity > 0 && load < capacity * LEAST_USE - HOUR_TOLERANCE;
}

const LEAST_USE = 0.5;
