import type { Facts } from "../analysis/facts.ts";
import { type DueMilestone, dueMilestones } from "../analysis/forecast/due.ts";
import { findLateEnd, type LateEnd } from "../analysis/late-end.ts";
import { formatNumber, formatQuote } from "../format.ts";
import { lateNotes } from "./late-words.ts";
import { homeName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const lateMilestone: Rule = {
  id: "late-milestone",
  severity: "warning",
  summary: "the sprints of a milestone end after its week",
  fixable: "no",
  *check({ facts }: Context) {
    const ends = new Map<number, LateEnd | undefined>();
    for (const milestone of dueMilestones(facts)) {
      // Milestones of one week have the same sprints.
      if (!ends.has(milestone.due)) ends.set(milestone.due, findLateEnd(facts, milestone.due, milestone.sprints));
      const late = ends.get(milestone.due);
      if (late !== undefined) yield findingOf(facts, milestone, late);
    }
  },
};

function findingOf(facts: Facts, { milestone, due }: DueMilestone, late: LateEnd): Finding {
  const { title, heading, week } = facts.plan.milestones[milestone];
  const name = title.text === "" ? heading.text : title.text;
  const ends = late.basis.kind === "logic" ? "cannot end before" : "ends at";
  return {
    span: week?.span ?? heading.span,
    message: `milestone ${formatQuote(name)} is due at hour ${formatNumber(due)}, the end of week ${week?.value}, and ${homeName(facts.plan, late.sprint)} ${ends} hour ${formatNumber(late.hours)}`,
    notes: lateNotes(facts, late, "milestone"),
    help: "shorten what decides that end, or move the milestone to a later week",
  };
}
