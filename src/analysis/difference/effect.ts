import { HOUR_TOLERANCE } from "../../model.ts";
import type { MemberLoad } from "../capacity.ts";
import type { CriticalPath } from "../critical-path.ts";
import type { Facts } from "../facts.ts";
import { dueMilestones } from "../forecast/due.ts";
import { foldWords } from "../words.ts";
import type { Match, PlanDifference } from "./difference.ts";
import { type LevelledPair, levelBoth } from "./effect-levelling.ts";
import { type Measure, measure } from "./effect-measure.ts";
import { nameOf } from "./item.ts";

/** What the difference of two versions of a plan does, in hours from the start of the plan. */
export interface PlanEffect {
  /** Of the critical path: undefined where tasks wait for each other. */
  readonly duration: Measure;
  /** Task indexes, each of its own version. */
  readonly criticalPath: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** Levelled over the people. */
  readonly finish: Measure;
  readonly levelled: LevelledPair;
  readonly hours: Measure;
  readonly capacity: Measure;
  /** Every sprint of the head, then those that only the base has. */
  readonly sprints: readonly SprintEffect[];
  /** Everybody with a capacity line in either version. */
  readonly members: readonly MemberEffect[];
  /** Tasks of both versions whose slack is another, the greatest loss first. */
  readonly slack: readonly SlackEffect[];
  readonly milestones: readonly MilestoneEffect[];
}

/** A sprint by its index in either version; undefined in the version that has it not. */
export interface SprintSides {
  readonly base: number | undefined;
  readonly head: number | undefined;
}

export interface SprintEffect extends SprintSides {
  readonly finish: Measure;
  /** By which it ends after its window. */
  readonly overrun: Measure;
  /** Of its own critical path. */
  readonly duration: Measure;
  readonly hours: Measure;
}

export interface MemberEffect {
  readonly sprint: SprintSides;
  readonly before: MemberLoad | undefined;
  readonly after: MemberLoad | undefined;
  /** Index into the head's team. */
  readonly member: number | undefined;
}

export interface SlackEffect extends Match {
  readonly slack: Measure;
  readonly critical: { readonly before: boolean; readonly after: boolean };
}

/** A milestone of both versions, or of one of them. */
export interface MilestoneEffect {
  readonly base: number | undefined;
  readonly head: number | undefined;
  readonly due: Measure;
  readonly reached: Measure;
}

export function effectOf(base: Facts, head: Facts, difference: PlanDifference): PlanEffect {
  const levelled = levelBoth(base, head, difference.tasks);
  const sprints = sidesOf(base, head, difference.sprints);
  const [path, newPath] = [base.planPath(), head.planPath()];
  return {
    duration: measure(path?.duration, newPath?.duration),
    criticalPath: { before: path?.path ?? [], after: newPath?.path ?? [] },
    finish: measure(levelled.base?.makespan, levelled.head?.makespan),
    levelled,
    hours: measure(base.capacity().hours, head.capacity().hours),
    capacity: measure(base.capacity().capacity, head.capacity().capacity),
    sprints: sprints.map((sides) => sprintEffect(base, head, sides, levelled)),
    members: sprints.flatMap((sides) => memberEffects(base, head, sides, difference)),
    slack: slackEffects(path, newPath, difference.tasks),
    milestones: milestoneEffects(base, head, levelled),
  };
}

/** Whether somebody is asked for more hours than there are, and was not, or for fewer too many. */
export function isOverloadGrown({ before, after }: MemberEffect): boolean {
  return after !== undefined && after.overload > (before?.overload ?? 0) + HOUR_TOLERANCE;
}

/** Hours by which a milestone is reached after it is due, before and after; undefined where it is not known. */
export function latenessOf({ due, reached }: MilestoneEffect): Measure {
  return measure(late(due.before, reached.before), late(due.after, reached.after));
}

function late(due: number | undefined, reached: number | undefined): number | undefined {
  return due === undefined || reached === undefined ? undefined : Math.max(0, reached - due);
}

function sidesOf({ plan }: Facts, head: Facts, matches: readonly Match[]): readonly SprintSides[] {
  const baseOf = new Map(matches.map((match) => [match.head, match.base]));
  const kept = new Set(baseOf.values());
  return [
    ...head.plan.sprints.map(({ index }) => ({ base: baseOf.get(index), head: index })),
    ...plan.sprints.flatMap(({ index }) => (kept.has(index) ? [] : [{ base: index, head: undefined }])),
  ];
}

function sprintEffect(base: Facts, head: Facts, sides: SprintSides, levelled: LevelledPair): SprintEffect {
  const before = sideOf(base, levelled.base, sides.base);
  const after = sideOf(head, levelled.head, sides.head);
  return {
    ...sides,
    finish: measure(before?.finish, after?.finish),
    overrun: measure(before?.overrun, after?.overrun),
    duration: measure(before?.duration, after?.duration),
    hours: measure(before?.hours, after?.hours),
  };
}

type SprintSide = Readonly<Record<"finish" | "overrun" | "duration" | "hours", number | undefined>>;

function sideOf(facts: Facts, levelled: LevelledPair["base"], sprint: number | undefined): SprintSide | undefined {
  if (sprint === undefined) return undefined;
  const own = levelled?.sprints.find((each) => each.sprint === sprint);
  return {
    finish: own?.finish,
    overrun: own?.overrun,
    duration: facts.sprintPath(sprint)?.duration,
    hours: facts.capacity().sprints[sprint].hours,
  };
}

/** People are known by the line that was changed, or by their names. */
function memberEffects(base: Facts, head: Facts, sprint: SprintSides, { changes }: PlanDifference): readonly MemberEffect[] {
  const before = sprint.base === undefined ? [] : base.capacity().sprints[sprint.base].members;
  const after = sprint.head === undefined ? [] : head.capacity().sprints[sprint.head].members;
  const team = sprint.head === undefined ? undefined : nameOf(head.plan.sprints[sprint.head].id);
  const changed = new Map(
    changes.flatMap((change) =>
      change.subject === "member" && "field" in change && change.head.sprint === team
        ? [[change.head.index, change.base.index] as const]
        : [],
    ),
  );
  const byName = new Map(before.map(({ name }, index) => [foldWords(name), index] as const).toReversed());
  const baseOf = after.map(({ name }, index) => changed.get(index) ?? byName.get(foldWords(name)));
  const kept = new Set(baseOf);
  return [
    ...after.map((load, member) => ({ sprint, before: valueAt(before, baseOf[member]), after: load, member })),
    ...before.flatMap((load, index) => (kept.has(index) ? [] : [{ sprint, before: load, after: undefined, member: undefined }])),
  ];
}

function valueAt<Value>(values: readonly Value[], index: number | undefined): Value | undefined {
  return index === undefined ? undefined : values[index];
}

function slackEffects(before: CriticalPath | undefined, after: CriticalPath | undefined, tasks: readonly Match[]): readonly SlackEffect[] {
  const old = new Map(before?.tasks.map((times) => [times.task, times]));
  const now = new Map(after?.tasks.map((times) => [times.task, times]));
  return tasks
    .flatMap(({ base, head }) => {
      const [one, other] = [old.get(base), now.get(head)];
      if (one === undefined || other === undefined) return [];
      const slack = measure(one.totalSlack, other.totalSlack);
      return slack.delta === 0 ? [] : [{ base, head, slack, critical: { before: one.critical, after: other.critical } }];
    })
    .sort((one, other) => (one.slack.delta ?? 0) - (other.slack.delta ?? 0));
}

/** Milestones are known by their ids, of which each counts once. */
function milestoneEffects(base: Facts, head: Facts, levelled: LevelledPair): readonly MilestoneEffect[] {
  const before = milestonesOf(base, levelled.base);
  const after = milestonesOf(head, levelled.head);
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    return {
      base: one?.milestone,
      head: other?.milestone,
      due: measure(one?.due, other?.due),
      reached: measure(one?.reached, other?.reached),
    };
  });
}

interface Reached {
  readonly milestone: number;
  readonly due: number;
  readonly reached: number | undefined;
}

function milestonesOf(facts: Facts, levelled: LevelledPair["base"]): ReadonlyMap<string, Reached> {
  const finishes = new Map(levelled?.sprints.map(({ sprint, finish }) => [sprint, finish]));
  const found = new Map<string, Reached>();
  for (const { milestone, due, sprints } of dueMilestones(facts)) {
    const { id, title } = facts.plan.milestones[milestone];
    const key = foldWords(id.value ?? (id.text || title.text));
    const ends = sprints.flatMap((sprint) => finishes.get(sprint) ?? []);
    const reached = ends.reduce<number | undefined>((last, end) => Math.max(last ?? 0, end), undefined);
    if (!found.has(key)) found.set(key, { milestone, due, reached });
  }
  return found;
}
