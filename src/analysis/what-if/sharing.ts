import type { Assignee, Field } from "../../model.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { computeFacts } from "../facts.ts";
import type { LevelledPlan } from "../levelling/levelling.ts";
import { roleMates, withAssignees } from "./plan-changes.ts";
import type { Changed, Joined } from "./what-if.ts";

/** A task that went from one member of a role to another. */
export interface Reassignment {
  readonly task: number;
  readonly from: string;
  readonly to: string;
}

export interface Sharing {
  readonly changed: Changed;
  readonly reassigned: readonly Reassignment[];
  /** The schedule that the search found best; undefined where nobody joined, or nothing could be scheduled. */
  readonly levelled: LevelledPlan | undefined;
}

/**
 * Hands tasks of one person to those who joined and have the same role, one by one as long as that ends the plan, or else
 * the sprint, earlier. A local search: it never makes a schedule longer, and need not find the shortest.
 */
export function shareWork(changed: Changed, level: (changed: Changed) => LevelledPlan | undefined): Sharing {
  return changed.joined.reduce((sharing: Sharing, joined) => shareWith(sharing, joined, level), {
    changed,
    reassigned: [],
    levelled: undefined,
  });
}

interface Attempt extends Sharing {
  readonly levelled: LevelledPlan;
  /** What should be small, the most important first. */
  readonly score: readonly number[];
}

type Level = (changed: Changed) => LevelledPlan | undefined;

function shareWith(sharing: Sharing, joined: Joined, level: Level): Sharing {
  const first = attempt(sharing, joined, level);
  if (first === undefined) return sharing;
  let best = first;
  for (let tries = 0; tries < MOST_TRIES; ) {
    const given = candidates(best.changed, joined).slice(0, MOST_CANDIDATES);
    tries += given.length;
    const tried = given.flatMap((each) => attempt(hand(best, each, joined), joined, level) ?? []);
    const better = leastOf(tried, best);
    if (better === undefined) break;
    best = better;
  }
  return isLess(best.score, first.score, ENDS) ? withoutNeedless(best, first, { joined, level }) : first;
}

/** Of a long sprint, only the longest tasks are tried, and not for ever. */
const MOST_CANDIDATES = 20;
const MOST_TRIES = 200;

/** How many numbers of a score say when something ends; the others only lead the search there. */
const ENDS = 2;

interface Given {
  readonly task: number;
  readonly from: string;
}

/** The sprint's tasks of one person who has the role of whoever joined, the longest first. */
function candidates({ plan, config }: Changed, { name, sprint }: Joined): readonly Given[] {
  const mates = new Set(roleMates(plan, sprint, name));
  const { crews, hours } = computeFacts(plan, config).effort;
  const { firstTask, endTask, team } = plan.sprints[sprint];
  const tasks = Array.from({ length: endTask - firstTask }, (_unused, at) => firstTask + at);
  return tasks
    .sort((one, other) => hours[other] - hours[one])
    .flatMap((task) => {
      const { people } = crews[task];
      const member = people.length === 1 ? people[0].member : undefined;
      if (member === undefined || !mates.has(member) || hours[task] < HOUR_TOLERANCE) return [];
      return [{ task, from: team[member].name.value ?? team[member].name.text }];
    });
}

function hand(sharing: Sharing, { task, from }: Given, { name }: Joined): Sharing {
  const { plan } = sharing.changed;
  const field: Field<Assignee> = { text: name, span: plan.tasks[task].span, value: { kind: "person", name }, problem: undefined };
  const changed = { ...sharing.changed, plan: withAssignees(plan, task, [field]) };
  return { ...sharing, changed, reassigned: [...sharing.reassigned, { task, from, to: name }] };
}

function attempt(sharing: Sharing, { sprint }: Joined, level: Level): Attempt | undefined {
  const levelled = level(sharing.changed);
  if (levelled === undefined) return undefined;
  const { firstTask, endTask } = sharing.changed.plan.sprints[sprint];
  const own = levelled.tasks.filter(({ task }) => task >= firstTask && task < endTask).map(({ finish }) => finish);
  return {
    ...sharing,
    levelled,
    score: [levelled.makespan, own.reduce((last, finish) => Math.max(last, finish), 0), own.reduce((sum, finish) => sum + finish, 0)],
  };
}

function leastOf(tried: readonly Attempt[], best: Attempt): Attempt | undefined {
  const least = tried.reduce((first, each) => (isLess(each.score, first.score) ? each : first), best);
  return least === best ? undefined : least;
}

/** Takes back what does not help any end. */
function withoutNeedless(best: Attempt, first: Attempt, { joined, level }: { readonly joined: Joined; readonly level: Level }): Attempt {
  let kept = best;
  for (const needless of best.reassigned.slice(first.reassigned.length)) {
    const others = kept.reassigned.slice(first.reassigned.length).filter(({ task }) => task !== needless.task);
    const without = attempt(
      others.reduce((sharing: Sharing, given) => hand(sharing, given, joined), first),
      joined,
      level,
    );
    if (without !== undefined && !isLess(kept.score, without.score, ENDS)) kept = without;
  }
  return kept;
}

function isLess(score: readonly number[], other: readonly number[], length: number = score.length): boolean {
  for (let at = 0; at < length; at += 1) {
    if (score[at] < other[at] - HOUR_TOLERANCE) return true;
    if (score[at] > other[at] + HOUR_TOLERANCE) return false;
  }
  return false;
}
