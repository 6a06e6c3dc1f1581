import type { Config } from "../config.ts";
import type { Plan, Reference, ReferenceTarget, Task } from "../model.ts";
import { countBelow } from "../sorted.ts";
import { type Interval, mergeIntervals, withoutTask } from "./intervals.ts";
import { createSectionFinder, type FindSection } from "./sections.ts";
import { foldWords } from "./words.ts";

/** What a written dependency stands for. */
export interface Resolution {
  /** Undefined where nothing could be made of what is written. */
  readonly reference: Reference | undefined;
  /** The tasks meant, as intervals of task indexes, so that `All` costs no more than a single id. */
  readonly targets: readonly Interval[];
  readonly problem: ReferenceProblem | undefined;
  /** True for words such as `All routes` that no configuration explains. */
  readonly vague: boolean;
}

export type ReferenceProblem =
  | { readonly kind: "unknown"; readonly role: "task" | "sprint" | "phase" | "milestone" | "week"; readonly ids: readonly string[] }
  /** The range was taken the other way round. */
  | { readonly kind: "reversed" }
  | { readonly kind: "outside" };

/** For every task, its resolutions, parallel to its written dependencies. */
export type References = readonly (readonly Resolution[])[];

/**
 * What every written dependency of a plan stands for. An id that several tasks have means the one in the same sprint,
 * else the first in the document. No task depends on itself through a range, a group, a section or `All`.
 */
export function resolveReferences(plan: Plan, config: Config): References {
  const lookup = createLookup(plan, config);
  return plan.tasks.map((task) => task.dependencies.map(({ value }) => resolve(lookup, task, value)));
}

/** The distinct tasks that a task's references stand for, as indexes in document order. */
export function writtenOut(resolutions: readonly Resolution[]): readonly number[] {
  const tasks: number[] = [];
  for (const { start, end } of targetsOf(resolutions)) for (let task = start; task < end; task += 1) tasks.push(task);
  return tasks;
}

/** How many tasks a reference stands for, and the first few of them. */
export function beginningOf({ targets }: Resolution, limit: number): { readonly count: number; readonly first: readonly number[] } {
  const first: number[] = [];
  let count = 0;
  for (const { start, end } of targets) {
    for (let task = start; task < end && first.length < limit; task += 1) first.push(task);
    count += end - start;
  }
  return { count, first };
}

/** How many dependencies the plan has once ranges, groups and `All` are written out. */
export function countWrittenOut(references: References): number {
  let count = 0;
  for (const resolutions of references) for (const { start, end } of targetsOf(resolutions)) count += end - start;
  return count;
}

/** The tasks that all of a task's references stand for together, as ascending disjoint intervals. */
export function targetsOf(resolutions: readonly Resolution[]): readonly Interval[] {
  if (resolutions.length === 0) return NO_TASKS;
  return resolutions.length === 1 ? resolutions[0].targets : mergeIntervals(resolutions.flatMap(({ targets }) => targets));
}

const NO_TASKS: readonly Interval[] = [];

/** `All prior sprints`: everything above the task's own sprint. */
const EARLIER_SECTIONS = /^all (?:prior|previous|earlier|preceding) (?:sprint|phase|milestone|week|epic|iteration)s?$/;

interface Lookup {
  /** The first task with an id. */
  readonly ids: ReadonlyMap<string, number>;
  /** All tasks with an id, ascending, for the ids that several tasks have. */
  readonly repeatedIds: ReadonlyMap<string, readonly number[]>;
  /** For every task, where the run of tasks of its sprint begins. */
  readonly blockStarts: readonly number[];
  readonly configuredGroups: ReadonlyMap<string, readonly string[]>;
  /** By block and words, the first task that uses them. */
  readonly firstUses: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly findSection: FindSection;
}

function createLookup(plan: Plan, config: Config): Lookup {
  const ids = new Map<string, number>();
  const repeatedIds = new Map<string, number[]>();
  for (const { id, index } of plan.tasks) {
    if (id.value === undefined || id.value === "") continue;
    const key = id.value.normalize("NFC");
    const first = ids.get(key);
    if (first === undefined) ids.set(key, index);
    else {
      const same = repeatedIds.get(key);
      if (same === undefined) repeatedIds.set(key, [first, index]);
      else same.push(index);
    }
  }
  const blockStarts = findBlockStarts(plan);
  return {
    ids,
    repeatedIds,
    blockStarts,
    configuredGroups: new Map(Object.entries(config.groups).map(([words, members]) => [foldWords(words), members])),
    firstUses: findFirstUses(plan, blockStarts),
    findSection: createSectionFinder(plan),
  };
}

function findBlockStarts(plan: Plan): readonly number[] {
  const starts: number[] = [];
  for (const { index, sprint } of plan.tasks) {
    starts.push(index > 0 && plan.tasks[index - 1].sprint === sprint ? starts[index - 1] : index);
  }
  return starts;
}

function findFirstUses(plan: Plan, blockStarts: readonly number[]): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const uses = new Map<number, Map<string, number>>();
  for (const { index, dependencies } of plan.tasks) {
    for (const { value } of dependencies) {
      if (value?.kind !== "group") continue;
      const inBlock = uses.get(blockStarts[index]) ?? new Map<string, number>();
      uses.set(blockStarts[index], inBlock);
      const words = foldWords(value.words);
      if (!inBlock.has(words)) inBlock.set(words, index);
    }
  }
  return uses;
}

function resolve(lookup: Lookup, task: Task, reference: Reference | undefined): Resolution {
  if (reference === undefined) return { reference, targets: NO_TASKS, problem: { kind: "outside" }, vague: false };
  switch (reference.kind) {
    case "id": {
      const index = findTask(lookup, task, reference.id);
      if (index === undefined) return { reference, ...aimAtIds(lookup, task, [reference.id]) };
      return { reference, targets: [{ start: index, end: index + 1 }], problem: undefined, vague: false };
    }
    case "all":
      return { reference, targets: above(lookup, task.index, task.index), problem: undefined, vague: false };
    case "outside":
      return { reference, targets: NO_TASKS, problem: { kind: "outside" }, vague: false };
    default: {
      const { targets, problem, vague } = aim(lookup, task, reference);
      return { reference, targets: withoutTask(targets, task.index), problem, vague };
    }
  }
}

type Aim = Omit<Resolution, "reference">;

function aim(lookup: Lookup, task: Task, target: Extract<ReferenceTarget, { kind: "range" | "group" | "section" }>): Aim {
  switch (target.kind) {
    case "range":
      return aimAtRange(lookup, task, target);
    case "group":
      return aimAtGroup(lookup, task, target.words);
    case "section": {
      const targets = lookup.findSection(target.role, target.id);
      const problem: ReferenceProblem = { kind: "unknown", role: target.role, ids: [target.id] };
      return { targets: targets ?? NO_TASKS, problem: targets === undefined ? problem : undefined, vague: false };
    }
  }
}

function aimAtIds(lookup: Lookup, task: Task, ids: readonly string[]): Aim {
  const indexes = ids.map((id) => findTask(lookup, task, id));
  const unknown = ids.filter((_id, at) => indexes[at] === undefined);
  const problem: ReferenceProblem = { kind: "unknown", role: "task", ids: unknown };
  const targets = mergeIntervals(indexes.flatMap((index) => (index === undefined ? [] : [{ start: index, end: index + 1 }])));
  return { targets, problem: unknown.length === 0 ? undefined : problem, vague: false };
}

function aimAtRange(lookup: Lookup, task: Task, range: { readonly first: string; readonly last: string }): Aim {
  const first = findTask(lookup, task, range.first);
  const last = findTask(lookup, task, range.last);
  if (first === undefined || last === undefined) return aimAtIds(lookup, task, [range.first, range.last]);
  const targets = [{ start: Math.min(first, last), end: Math.max(first, last) + 1 }];
  return { targets, problem: last < first ? { kind: "reversed" } : undefined, vague: false };
}

function aimAtGroup(lookup: Lookup, task: Task, text: string): Aim {
  const words = foldWords(text);
  const configured = lookup.configuredGroups.get(words);
  if (configured !== undefined) return aimAtIds(lookup, task, configured);
  const block = lookup.blockStarts[task.index];
  if (EARLIER_SECTIONS.test(words)) return { targets: block > 0 ? [{ start: 0, end: block }] : NO_TASKS, problem: undefined, vague: false };
  const firstUse = lookup.firstUses.get(lookup.blockStarts[task.index])?.get(words) ?? task.index;
  return { targets: above(lookup, task.index, firstUse), problem: undefined, vague: true };
}

function above(lookup: Lookup, task: number, end: number): readonly Interval[] {
  const start = lookup.blockStarts[task];
  return start < end ? [{ start, end }] : NO_TASKS;
}

function findTask(lookup: Lookup, task: Task, id: string): number | undefined {
  const key = id.normalize("NFC");
  const same = lookup.repeatedIds.size === 0 ? undefined : lookup.repeatedIds.get(key);
  if (same === undefined) return lookup.ids.get(key);
  const block = lookup.blockStarts[task.index];
  const near = same[countBelow(same, block, (index) => index)];
  return near !== undefined && lookup.blockStarts[near] === block ? near : same[0];
}
