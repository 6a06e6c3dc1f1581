import { HOUR_TOLERANCE, type Plan } from "../../model.ts";
import type { Facts } from "../facts.ts";
import { readGates } from "../gates.ts";
import { provenHours } from "../late-end.ts";
import type { LevelledPlan, LevellingOptions } from "../levelling/levelling.ts";
import { type References, writtenOut } from "../references.ts";
import { foldWords } from "../words.ts";

/** Where tasks of a sprint could go: to later ones. */
export interface Moves {
  /** Sprints that begin when this one's window is over, the nearest first. */
  readonly later: readonly number[];
  /** Those that come before, or are, all sprints which a hard gate lets wait for the whole of this one. */
  readonly open: readonly number[];
  /** Whether each of these that is no target is proven to be too long as it is. */
  readonly settled: boolean;
  /** Those that keep their own windows when each is levelled alone, the nearest first. */
  readonly targets: readonly number[];
  /** A task of the sprint and all of its tasks that wait for it, which have to go with it; undefined where one of them must stay. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
  /** For each of those tasks, whoever waits for it. */
  readonly waiting: ReadonlyMap<number, readonly number[]>;
}

/** `level` levels a sprint alone. Indexes are those of the plan that the facts are about. */
export function findMoves(facts: Facts, sprint: number, level: (sprint: number) => LevelledPlan | undefined): Moves {
  const waiting = findWaiting(facts, sprint);
  const later = laterSprints(facts, sprint);
  const open = beforeGates(facts, sprint, later);
  const targets = open.filter((index) => keepsWindow(level(index)));
  const settled = open.every((index) => targets.includes(index) || isTooLong(facts, index, level(index)));
  const { firstTask, endTask } = facts.plan.sprints[sprint];
  const groups = new Map<number, readonly number[]>();
  for (let task = firstTask; task < endTask; task += 1) {
    const group = groupOf(facts, waiting, task);
    if (group !== undefined && targets.some((target) => comesBeforeAll(facts, target, { waiting, group }))) groups.set(task, group);
  }
  return { later, open, settled, targets, groups, waiting };
}

/** The sprints to which tasks could go together: nothing that waits for them is due before, and their people are there. */
export function targetsOf(facts: Facts, { targets, waiting }: Moves, group: readonly number[]): readonly number[] {
  return targets
    .filter((target) => comesBeforeAll(facts, target, { waiting, group }) && hasEverybody(facts, target, group))
    .slice(0, MOST_TARGETS);
}

const MOST_TARGETS = 2;

/** What a sprint of the plan would be levelled to by itself, each found only once. */
export function levelOnce(
  level: (options: LevellingOptions) => LevelledPlan | undefined,
  options: LevellingOptions,
): (sprint: number) => LevelledPlan | undefined {
  const known = new Map<number, { readonly levelled: LevelledPlan | undefined }>();
  return (sprint) => {
    const found = known.get(sprint) ?? { levelled: level({ ...options, sprint }) };
    known.set(sprint, found);
    return found.levelled;
  };
}

/** Whether every sprint of a schedule ends within its window; false of no schedule. */
export function keepsWindow(levelled: LevelledPlan | undefined): boolean {
  return levelled?.sprints.every(({ overrun }) => overrun < HOUR_TOLERANCE) ?? false;
}

/** Whether a task takes time that is still to come. */
export function isAhead({ plan, effort }: Facts, task: number): boolean {
  const status = plan.tasks[task].status.value;
  return effort.hours[task] > HOUR_TOLERANCE && status !== "done" && status !== "dropped";
}

/** Whether a task is ahead, and no meeting of everybody. */
export function isAssigned(facts: Facts, task: number): boolean {
  return isAhead(facts, task) && !facts.effort.crews[task].everyone;
}

function isTooLong({ windows }: Facts, sprint: number, levelled: LevelledPlan | undefined): boolean {
  const window = windows[sprint];
  return window !== undefined && levelled !== undefined && provenHours(levelled) > window.end - window.start + HOUR_TOLERANCE;
}

function laterSprints(facts: Facts, sprint: number): readonly number[] {
  const end = facts.windows[sprint]?.end ?? Number.POSITIVE_INFINITY;
  const indexes = facts.plan.sprints.map(({ index }) => index);
  return indexes.filter((index) => startOf(facts, index) >= end).sort((one, other) => startOf(facts, one) - startOf(facts, other));
}

/** Before everything where the sprint has no window. */
function startOf({ windows }: Facts, sprint: number): number {
  return windows[sprint]?.start ?? Number.NEGATIVE_INFINITY;
}

function beforeGates(facts: Facts, sprint: number, later: readonly number[]): readonly number[] {
  const behind = readGates(facts.plan, facts.reading.overlap).filter(({ from, kind }) => from === sprint && kind === "hard");
  const least = Math.min(...behind.map(({ to }) => startOf(facts, to)));
  return later.filter((index) => startOf(facts, index) <= least);
}

function groupOf(facts: Facts, waiting: Moves["waiting"], task: number): readonly number[] | undefined {
  const { plan } = facts;
  const parents = new Set(plan.tasks.map(({ parent }) => parent));
  const group = new Set([task]);
  for (const each of group) {
    if (!isAssigned(facts, each) || parents.has(each)) return undefined;
    for (const waiter of waiting.get(each) ?? []) if (plan.tasks[waiter].sprint === plan.tasks[task].sprint) group.add(waiter);
  }
  return [...group].sort((one, other) => one - other);
}

function comesBeforeAll(
  facts: Facts,
  target: number,
  { waiting, group }: { readonly waiting: Moves["waiting"]; readonly group: readonly number[] },
): boolean {
  const start = startOf(facts, target);
  const others = group.flatMap((task) => waiting.get(task) ?? []).filter((waiter) => !group.includes(waiter));
  return others.every((waiter) => {
    const { sprint } = facts.plan.tasks[waiter];
    return sprint !== undefined && startOf(facts, sprint) >= start;
  });
}

function hasEverybody({ plan, effort }: Facts, target: number, group: readonly number[]): boolean {
  const team = new Set(plan.sprints[target].team.map(({ name }) => foldWords(name.value ?? name.text)));
  return team.size === 0 || group.every((task) => effort.crews[task].people.every(({ person }) => team.has(person)));
}

/** A meeting of everybody about `All` tasks takes place without those that have gone; any other task needs what stands above it. */
function findWaiting({ plan, references, effort }: Facts, sprint: number): Moves["waiting"] {
  const { firstTask, endTask } = plan.sprints[sprint];
  const waiting = new Map<number, number[]>();
  for (const [task, resolutions] of references.entries()) {
    for (const target of writtenOut(bindingOf(resolutions, effort.crews[task].everyone))) {
      if (target < firstTask || target >= endTask) continue;
      const known = waiting.get(target);
      if (known === undefined) waiting.set(target, [task]);
      else known.push(task);
    }
  }
  return waiting;
}

function bindingOf(resolutions: References[number], everyone: boolean): References[number] {
  return everyone ? resolutions.filter(({ reference }) => reference?.kind !== "all") : resolutions;
}

/** Indexes of a sprint's tasks. */
export function tasksIn({ sprints }: Plan, sprint: number): readonly number[] {
  const { firstTask, endTask } = sprints[sprint];
  return Array.from({ length: endTask - firstTask }, (_unused, at) => firstTask + at);
}
