import { resolveGates } from "../analysis/gates.ts";
import { mergeIntervals } from "../analysis/intervals.ts";
import type { Plan, Sprint, Weeks } from "../model.ts";

/** A sprint whose heading names its weeks. */
export interface TimedSprint {
  readonly sprint: Sprint;
  readonly weeks: Weeks;
}

/** Two sprints, one behind the other in the document, whose weeks do not follow each other. */
export interface Break {
  readonly kind: "gap" | "overlap";
  readonly before: TimedSprint;
  readonly after: TimedSprint;
  /** The weeks that nobody has, or that both have. */
  readonly weeks: Weeks;
}

/** A sprint that is at fault, with the one or two breaks that it makes. */
export interface Misplaced {
  readonly culprit: TimedSprint;
  readonly breaks: readonly Break[];
}

/** The sprints that hold tasks and name their weeks, in document order. */
export function timedSprints({ sprints }: Plan): readonly TimedSprint[] {
  return sprints.flatMap((sprint) =>
    sprint.weeks?.value === undefined || sprint.firstTask === sprint.endTask ? [] : [{ sprint, weeks: sprint.weeks.value }],
  );
}

/**
 * The sprints that break the order of weeks. Two breaks around one sprint are its own fault; of a single break the
 * sprint that is suspect anyway, else the later one. Where breaks are as common as order, the plan has tracks instead.
 */
export function misplacedSprints(plan: Plan, suspects: ReadonlySet<Sprint>): readonly Misplaced[] {
  const timed = timedSprints(plan);
  const breaks = findBreaks(plan, timed);
  const misplaced: Misplaced[] = [];
  for (let place = 1; place < timed.length; place += 1) {
    const [here, next] = [breaks.get(place), breaks.get(place + 1)];
    if (here === undefined) continue;
    if (next !== undefined && timed[place + 1].weeks.first > timed[place - 1].weeks.last) {
      misplaced.push({ culprit: timed[place], breaks: [here, next] });
      place += 1;
    } else {
      const culprit = suspects.has(here.before.sprint) && !suspects.has(here.after.sprint) ? here.before : here.after;
      misplaced.push({ culprit, breaks: [here] });
    }
  }
  const overlaps = misplaced.filter((each) => each.breaks.every(({ kind }) => kind === "overlap")).length;
  return misplaced.length * 2 > timed.length || overlaps * 3 > timed.length ? [] : misplaced;
}

/** The breaks by the place of their later sprint. */
function findBreaks(plan: Plan, timed: readonly TimedSprint[]): ReadonlyMap<number, Break> {
  const mayOverlap = overlapFinder(plan);
  const isFree = freeWeeks(plan);
  const breaks = new Map<number, Break>();
  let end = timed[0]?.weeks.last ?? 0;
  for (const [place, after] of timed.entries()) {
    if (place === 0) continue;
    const before = timed[place - 1];
    const shared = { first: Math.max(before.weeks.first, after.weeks.first), last: Math.min(before.weeks.last, after.weeks.last) };
    const together = after.weeks.first <= end;
    const allowed = together && (mayOverlap(before, after) || beginsAnew(plan, after));
    if (together && !allowed)
      breaks.set(place, { kind: "overlap", before, after, weeks: shared.first <= shared.last ? shared : after.weeks });
    else if (after.weeks.first > end + 1 && !isFree({ first: end + 1, last: after.weeks.first - 1 })) {
      breaks.set(place, { kind: "gap", before, after, weeks: { first: end + 1, last: after.weeks.first - 1 } });
    }
    end = allowed && after.weeks.first > 1 ? Math.max(end, after.weeks.last) : after.weeks.last;
  }
  return breaks;
}

/** Sprints that may run at the same time: by a gate, or by a claim where no gate puts one behind the other. */
function overlapFinder(plan: Plan): (before: TimedSprint, after: TimedSprint) => boolean {
  const gates = new Map(
    resolveGates(plan).flatMap(({ kind, from, to }) => [pair(from, to), pair(to, from)].map((key) => [key, kind] as const)),
  );
  const claims = plan.parallelClaims.flatMap(({ weeks }) => (weeks.value === undefined ? [] : [weeks.value]));
  return (before, after) => {
    const gate = gates.get(pair(before.sprint.index, after.sprint.index));
    return gate === undefined ? claims.some((claim) => meet(claim, before.weeks) && meet(claim, after.weeks)) : gate === "overlap";
  };
}

function pair(sprint: number, other: number): string {
  return `${sprint} ${other}`;
}

/** A phase that counts its weeks from one again. */
function beginsAnew({ phases }: Plan, { sprint, weeks }: TimedSprint): boolean {
  return weeks.first <= 1 && sprint.phase !== undefined && sprint.phase > 0 && phases[sprint.phase].sprints[0] === sprint.index;
}

/** Whether sprints without tasks, such as a week of reserve, fill all of these weeks. */
function freeWeeks({ sprints }: Plan): (weeks: Weeks) => boolean {
  const without = sprints.flatMap(({ weeks, firstTask, endTask }) =>
    weeks?.value === undefined || firstTask < endTask ? [] : [weeks.value],
  );
  const free = mergeIntervals(without.map(({ first, last }) => ({ start: first, end: last + 1 })));
  return ({ first, last }) => free.some(({ start, end }) => start <= first && last < end);
}

function meet(a: Weeks, b: Weeks): boolean {
  return a.first <= b.last && b.first <= a.last;
}
