import { formatWeeks } from "../format.ts";
import type { Phase, Plan, Sprint, Weeks } from "../model.ts";
import type { Span } from "../source.ts";
import { sprintName } from "./names.ts";
import type { Finding, Related, Rule } from "./rule.ts";
import { type Misplaced, misplacedSprints, type TimedSprint, timedSprints } from "./week-order.ts";

export const wrongWeeks: Rule = {
  id: "wrong-weeks",
  severity: "warning",
  summary: "sprints overlap, leave a gap, or leave the weeks of their phase",
  fixable: "no",
  *check({ plan }) {
    const timed = timedSprints(plan);
    const outsiders = timed.filter((each) => isOutside(plan, each));
    const suspects = [...outsiders, ...timed.filter((each) => isShort(plan, each))];
    const misplaced = misplacedSprints(plan, new Set(suspects.map(({ sprint }) => sprint)));
    const culprits = new Set(misplaced.map(({ culprit }) => culprit.sprint));
    yield* misplaced.map((each) => misplacedFinding(plan, each));
    const outside = byPhase(outsiders.filter(({ sprint }) => !culprits.has(sprint)));
    for (const [index, phase] of plan.phases.entries()) {
      const own = outside.get(index);
      if (own !== undefined) yield phaseFinding(plan, phase, own);
      else if (phase.sprints.every((sprint) => !culprits.has(plan.sprints[sprint]))) yield* reachFinding(plan, phase);
    }
  },
};

function isOutside({ phases }: Plan, { sprint, weeks }: TimedSprint): boolean {
  const around = sprint.phase === undefined ? undefined : phases[sprint.phase].weeks?.value;
  return around !== undefined && (weeks.first < around.first || weeks.last > around.last);
}

/** The first or last sprint of a phase that leaves the phase's first or last week to nobody. */
function isShort({ phases }: Plan, { sprint, weeks }: TimedSprint): boolean {
  const phase = sprint.phase === undefined ? undefined : phases[sprint.phase];
  const around = phase?.weeks?.value;
  if (phase === undefined || around === undefined) return false;
  return (
    (phase.sprints[0] === sprint.index && weeks.first > around.first) || (phase.sprints.at(-1) === sprint.index && weeks.last < around.last)
  );
}

function byPhase(timed: readonly TimedSprint[]): ReadonlyMap<number | undefined, readonly TimedSprint[]> {
  const groups = new Map<number | undefined, TimedSprint[]>();
  for (const each of timed) {
    const group = groups.get(each.sprint.phase);
    if (group === undefined) groups.set(each.sprint.phase, [each]);
    else group.push(each);
  }
  return groups;
}

/** The phase's weeks are the stronger evidence: a sprint outside of them is said to be that. */
function misplacedFinding(plan: Plan, { culprit, breaks }: Misplaced): Finding {
  const { sprint, weeks } = culprit;
  const [{ kind, before, after, weeks: between }] = breaks;
  const other = before === culprit ? after : before;
  const phase = sprint.phase === undefined ? undefined : plan.phases[sprint.phase];
  const neighbours = breaks.map((each) => (each.before === culprit ? each.after : each.before));
  const related = [
    ...(phase?.weeks !== undefined && isOutside(plan, culprit)
      ? [{ span: phase.weeks.span, message: `its phase has ${phase.weeks.text.toLowerCase()}` }]
      : []),
    ...neighbours.map((each) => neighbourNote(each)),
  ];
  const message =
    phase?.weeks?.value !== undefined && isOutside(plan, culprit)
      ? `${sprintName(sprint)} is in ${formatWeeks(weeks)}, its phase in ${formatWeeks(phase.weeks.value)}`
      : kind === "gap"
        ? `no sprint has ${formatWeeks(between)}: ${sprintName(before.sprint)} ends with week ${before.weeks.last}, ${sprintName(after.sprint)} begins with week ${after.weeks.first}`
        : `${sprintName(sprint)} is in ${formatWeeks(weeks)}, ${sprintName(other.sprint)} in ${formatWeeks(other.weeks)}, and nothing says that they run in parallel`;
  return { span: weeksSpan(sprint), message, related };
}

/** Sprints that follow each other as they should, in a phase that has other weeks. */
function phaseFinding(plan: Plan, phase: Phase, outsiders: readonly TimedSprint[]): Finding {
  return {
    span: phase.weeks?.span ?? phase.heading.span,
    message: `phase ${phase.id.text} says ${textOf(phase.weeks?.value)}, its sprints take ${textOf(hullOf(plan, phase))}`,
    related: outsiders.map(neighbourNote),
  };
}

/** A phase that has weeks of which none of its sprints makes use. */
function* reachFinding(plan: Plan, phase: Phase): Generator<Finding> {
  const [weeks, hull] = [phase.weeks?.value, hullOf(plan, phase)];
  if (phase.weeks === undefined || weeks === undefined || hull === undefined) return;
  if (hull.first === weeks.first && hull.last === weeks.last) return;
  yield { span: phase.weeks.span, message: `phase ${phase.id.text} says ${formatWeeks(weeks)}, its sprints take ${formatWeeks(hull)}` };
}

/** From the first to the last week of a phase's sprints; undefined unless all of them say theirs. */
function hullOf({ sprints }: Plan, phase: Phase): Weeks | undefined {
  const weeks = phase.sprints.map((sprint) => sprints[sprint].weeks?.value);
  const known = weeks.flatMap((each) => each ?? []);
  if (known.length === 0 || known.length < weeks.length) return undefined;
  return { first: Math.min(...known.map(({ first }) => first)), last: Math.max(...known.map(({ last }) => last)) };
}

function neighbourNote({ sprint, weeks }: TimedSprint): Related {
  return { span: weeksSpan(sprint), message: `${sprintName(sprint)} has ${formatWeeks(weeks)}` };
}

function weeksSpan({ weeks, heading }: Sprint): Span {
  return weeks?.span ?? heading.span;
}

function textOf(weeks: Weeks | undefined): string {
  return weeks === undefined ? "other weeks" : formatWeeks(weeks);
}
