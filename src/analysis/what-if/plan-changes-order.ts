import type { Field, Plan, Reference, Sprint, Task } from "../../model.ts";
import type { Facts } from "../facts.ts";
import { type Resolution, writtenOut } from "../references.ts";
import { estimated, scaled, withParts } from "./plan-changes.ts";

/** A plan whose tasks stand in another order, and for each of them where it, or the task it is a part of, stood before. */
export interface Rearranged {
  readonly plan: Plan;
  readonly origins: readonly number[];
}

/**
 * The plan with a task and its parts as the last ones of a sprint. It still waits for what it waited for, and whoever
 * names it, by its id or in a range, still waits for it; `All` means the tasks that now stand above.
 */
export function withMoved({ plan, references }: Facts, task: number, sprint: number): Rearranged {
  const moved = new Set(withParts(plan, task));
  const entries = plan.tasks.map((each): Entry => {
    const dependencies = each.dependencies.flatMap((field, at) => {
      const resolution = references[each.index][at];
      const positional = moved.has(each.index) ? isPositional(field) : field.value?.kind === "range" && reaches(resolution, task);
      return positional ? spellOut(plan, field, resolution) : [field];
    });
    const parent = each.index === task ? undefined : each.parent;
    return { origin: each.index, task: { ...each, dependencies, ...(moved.has(each.index) ? { sprint, parent } : {}) } };
  });
  const staying = entries.filter(({ origin }) => !moved.has(origin));
  const before = staying.filter(({ origin }) => origin < plan.sprints[sprint].endTask).length;
  return arrange(plan, [...staying.slice(0, before), ...entries.filter(({ origin }) => moved.has(origin)), ...staying.slice(before)]);
}

/**
 * The plan with a joint task as one part per person, each of which waits for what the task waited for; the task itself
 * is left as the moment at which all of them are done.
 */
export function withSplit(facts: Facts, task: number): Rearranged {
  const { plan } = facts;
  const parts = partsOf(facts, task);
  const entries = plan.tasks.flatMap((each): readonly Entry[] => {
    const dependencies = each.dependencies.flatMap((field, at) =>
      waitForStarts(facts, { field, resolution: facts.references[each.index][at] }, task, parts),
    );
    if (each.index !== task) return [{ origin: each.index, task: { ...each, dependencies } }];
    const event = { ...each, assignees: [], estimate: estimated(each, { kind: "hours", hours: 0 }), dependencies: parts.map(waitFor) };
    return [...parts, event].map((part) => ({ origin: task, task: part }));
  });
  return arrange(plan, entries);
}

interface Entry {
  /** Index of the task in the old plan. */
  readonly origin: number;
  /** With the parent's index in the old plan. */
  readonly task: Task;
}

/** Stated sums and where sprints begin and end follow the tasks: the sums are dropped, for they were about other tasks. */
function arrange(plan: Plan, entries: readonly Entry[]): Rearranged {
  const places = new Map(entries.map(({ origin }, index) => [origin, index]));
  const tasks = entries.map(
    ({ task }, index): Task => ({ ...task, index, parent: task.parent === undefined ? undefined : places.get(task.parent) }),
  );
  return { plan: { ...plan, tasks, sprints: rangesOf(plan.sprints, tasks), totals: [] }, origins: entries.map(({ origin }) => origin) };
}

/** A sprint without tasks has its place before the next one that has some. */
function rangesOf(sprints: readonly Sprint[], tasks: readonly Task[]): readonly Sprint[] {
  const ranges = new Map<number, { readonly firstTask: number; readonly endTask: number }>();
  for (const { sprint, index } of tasks) {
    if (sprint !== undefined) ranges.set(sprint, { firstTask: ranges.get(sprint)?.firstTask ?? index, endTask: index + 1 });
  }
  let next = tasks.length;
  const backward = sprints.toReversed().map((sprint) => {
    const range = ranges.get(sprint.index) ?? { firstTask: next, endTask: next };
    next = range.firstTask;
    return { ...sprint, ...range };
  });
  return backward.reverse();
}

function partsOf({ plan, config, effort, reading, references }: Facts, task: number): readonly Task[] {
  const whole = plan.tasks[task];
  const { people } = effort.crews[task];
  const estimate = scaled(whole, config, reading.joint === "split" ? 1 / people.length : 1);
  const dependencies = whole.dependencies.flatMap((field, at) =>
    isPositional(field) ? spellOut(plan, field, references[task][at]) : [field],
  );
  return people.map(({ assignee }) => {
    const who = whole.assignees[assignee];
    const id = `${whole.id.value ?? whole.id.text}/${who.text}`;
    return { ...whole, id: { ...whole.id, text: id, value: id }, estimate, assignees: [who], dependencies };
  });
}

/** Whoever waits for the start of the task waits for the starts of its parts instead. */
function waitForStarts(
  { plan }: Facts,
  { field, resolution }: { readonly field: Field<Reference>; readonly resolution: Resolution },
  task: number,
  parts: readonly Task[],
): readonly Field<Reference>[] {
  const link = field.value?.link;
  if (link === undefined || link.relation[0] !== "S" || !reaches(resolution, task)) return [field];
  const whole = plan.tasks[task].id.value;
  return spellOut(plan, field, resolution).flatMap((each) =>
    each.text === whole ? parts.map((part) => ({ ...waitFor(part), value: { kind: "id", id: part.id.text, link } })) : [each],
  );
}

function waitFor({ id }: Task): Field<Reference> {
  return { text: id.text, span: id.span, value: { kind: "id", id: id.text, link: { relation: "FS", lag: 0 } }, problem: undefined };
}

/** Whether a reference means other tasks when it stands elsewhere. */
function isPositional({ value }: Field<Reference>): boolean {
  return value?.kind === "range" || value?.kind === "all" || value?.kind === "group";
}

function reaches({ targets }: Resolution, task: number): boolean {
  return targets.some(({ start, end }) => start <= task && task < end);
}

/** One reference for each task that a written one stands for. */
function spellOut(plan: Plan, field: Field<Reference>, resolution: Resolution): readonly Field<Reference>[] {
  const link = field.value?.link;
  if (link === undefined) return [field];
  return writtenOut([resolution]).flatMap((target) => {
    const id = plan.tasks[target].id.value;
    return id === undefined ? [] : [{ text: id, span: field.span, value: { kind: "id", id, link }, problem: undefined }];
  });
}
