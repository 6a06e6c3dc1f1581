import type { Link, Task } from "../../model.ts";
import { type Interval, includesTask } from "../intervals.ts";
import type { Resolution } from "../references.ts";
import { foldWords } from "../words.ts";
import { type ComparedFacts, type Identity, nameOf } from "./item.ts";

/** A written dependency as it is meant. */
export interface TaskReference {
  readonly kind: "task" | "range" | "all" | "words";
  /** With the plan's own ids: `1.2 SS+2h`, `1.1–1.4`, `All`. */
  readonly text: string;
  /** In a form that both plans share. */
  readonly key: string;
  /** The relation and the lag where they are not the usual ones, else empty. */
  readonly link: string;
  readonly targets: readonly Interval[];
  /** Ids at the ends of a range that no task has. */
  readonly unknown: readonly string[];
}

export function taskReferences(facts: ComparedFacts, { index, dependencies }: Task, identity: Identity): readonly TaskReference[] {
  return facts.references[index].flatMap((resolution, at) => {
    const written = dependencies[at].text.trim();
    return written === "" ? [] : [meant(facts, resolution, written, identity)];
  });
}

/** One of the two plans, with what is known of its tasks in the other one. */
export interface ComparedSide {
  readonly facts: ComparedFacts;
  readonly identity: Identity;
  /** The other plan's index of a task that both have. */
  readonly otherTask: ReadonlyMap<number, number>;
}

export interface ReferenceChange {
  /** Of the second plan, which the first did not have. */
  readonly gained: readonly string[];
  /** Of the first plan, which the second does not have. */
  readonly lost: readonly string[];
}

/** How ranges are compared: by the tasks in them, or by their ends where that says the same or would take too long. */
export interface RangeReading {
  /** The tasks that both plans have stand in the same order, so that between the same ends are the same tasks. */
  readonly sameOrder: boolean;
  readonly endsOnly: boolean;
}

/** More tasks than this are not counted out of ranges. */
const MOST_WRITTEN_OUT = 5_000_000;

export function rangeReading(base: ComparedSide, head: ComparedSide): RangeReading {
  const order = [...base.otherTask].sort(([one], [other]) => one - other).map(([, other]) => other);
  const sameOrder = order.every((task, at) => at === 0 || order[at - 1] < task);
  const kinds = sameOrder ? ["range"] : ["range", "all"];
  return { sameOrder, endsOnly: Math.max(writtenOutSize(base.facts, kinds), writtenOutSize(head.facts, kinds)) > MOST_WRITTEN_OUT };
}

/**
 * What a task of both plans waits for in one of them only. A reference that merely follows a task to its new number is
 * none of it, nor is a task that was added or removed between the ends of a range, or above an `All`, that has stayed.
 */
export function compareReferences(
  base: ComparedSide,
  head: ComparedSide,
  tasks: readonly [Task, Task],
  reading: RangeReading,
): ReferenceChange {
  const before = taskReferences(base.facts, tasks[0], base.identity);
  const after = taskReferences(head.facts, tasks[1], head.identity);
  if (before.length === 0 && after.length === 0) return NO_CHANGE;
  const kept = new Set(before.map(({ key }) => key));
  const both = new Set(after.flatMap(({ key }) => (kept.has(key) ? [key] : [])));
  const stays = base.identity.sprint(tasks[0].sprint) === head.identity.sprint(tasks[1].sprint);
  const known: Known = { both, reading, stays };
  return {
    gained: missing({ side: head, other: base, task: tasks[1] }, after, before, known),
    lost: missing({ side: base, other: head, task: tasks[0] }, before, after, known),
  };
}

const NO_CHANGE: ReferenceChange = { gained: [], lost: [] };

interface Known {
  /** Keys of references that both versions of the task have. */
  readonly both: ReadonlySet<string>;
  readonly reading: RangeReading;
  /** The task is in the same sprint in both plans. */
  readonly stays: boolean;
}

interface View {
  readonly side: ComparedSide;
  readonly other: ComparedSide;
  readonly task: Task;
}

/** One task or phrase that is waited for. */
interface Awaited {
  readonly text: string;
  readonly key: string;
  readonly link: string;
  readonly task: number | undefined;
}

function missing(view: View, these: readonly TaskReference[], others: readonly TaskReference[], known: Known): readonly string[] {
  const keys = new Set(others.flatMap(({ key, unknown, link }) => [key, ...unknown.map((id) => `id:${id}${link}`)]));
  const runs = others.filter(({ kind, key }) => kind === "range" || (kind === "all" && known.both.has(key)));
  const found = new Map<string, string>();
  for (const { text, key, link, task } of these.flatMap((reference) => awaited(view, reference, known))) {
    const other = task === undefined ? undefined : view.side.otherTask.get(task);
    const covered = other !== undefined && runs.some((run) => run.link === link && includesTask(run.targets, other));
    if (!keys.has(key) && !covered) found.set(key, text);
  }
  return [...found.values()];
}

function awaited(view: View, reference: TaskReference, { both, reading, stays }: Known): readonly Awaited[] {
  const { kind, text, key, link, targets, unknown } = reference;
  const whole = { text, key, link, task: kind === "task" && targets.length > 0 ? targets[0].start : undefined };
  if (kind === "task" || kind === "words" || reading.endsOnly) return [whole];
  const has = both.has(key);
  if (has && (reading.sameOrder || (kind === "all" && !stays))) return [];
  if (kind === "all" && !has) return [whole];
  const { facts, identity, otherTask } = view.side;
  const members = indexesOf(targets).filter((task) => !has || (otherTask.has(task) && (kind === "range" || isNeighbour(view, task))));
  return [
    ...members.map((task) => ({ text: nameOf(facts.plan.tasks[task].id) + link, key: identity.task(task) + link, link, task })),
    ...(has ? [] : unknown.map((id) => ({ text: id + link, key: `id:${id}${link}`, link, task: undefined }))),
  ];
}

/** Whether a task of the same sprint is in the same sprint in the other plan too. */
function isNeighbour({ side, other, task }: View, neighbour: number): boolean {
  const there = side.otherTask.get(neighbour);
  const sprint = there === undefined ? undefined : other.facts.plan.tasks[there].sprint;
  return other.identity.sprint(sprint) === side.identity.sprint(task.sprint);
}

function indexesOf(targets: readonly Interval[]): readonly number[] {
  return targets.flatMap(({ start, end }) => Array.from({ length: end - start }, (_unused, offset) => start + offset));
}

function meant(facts: ComparedFacts, resolution: Resolution, written: string, identity: Identity): TaskReference {
  const { reference, targets, problem } = resolution;
  const words = { kind: "words" as const, targets, unknown: [] };
  if (reference === undefined) return { ...words, text: written, key: `text:${foldWords(written)}`, link: "" };
  const link = linkText(reference.link);
  switch (reference.kind) {
    case "id": {
      const [key, name] = targets.length === 0 ? [`id:${reference.id}`, reference.id] : named(facts, targets[0].start, identity);
      return { kind: "task", text: name + link, key: key + link, link, targets, unknown: [] };
    }
    case "range": {
      const unknown = problem?.kind === "unknown" ? problem.ids : [];
      const ends = [reference.first, reference.last].map((id, at) => {
        const end = at === 0 ? targets.at(0)?.start : (targets.at(-1)?.end ?? 0) - 1;
        return unknown.includes(id) || end === undefined || end < 0 ? [`id:${id}`, id] : named(facts, end, identity);
      });
      // A range that has shrunk to one task is as good as that task's id.
      if (ends[0][0] === ends[1][0]) return { kind: "task", text: ends[0][1] + link, key: ends[0][0] + link, link, targets, unknown: [] };
      return {
        kind: "range",
        text: `${ends[0][1]}–${ends[1][1]}${link}`,
        key: `${ends[0][0]}..${ends[1][0]}${link}`,
        link,
        targets,
        unknown,
      };
    }
    case "all":
      return { kind: "all", text: `All${link}`, key: `all${link}`, link, targets, unknown: [] };
    case "group":
      return { ...words, text: reference.words + link, key: `group:${foldWords(reference.words)}${link}`, link };
    case "section": {
      const key = reference.role === "sprint" ? identity.sprintCalled(reference.id) : foldWords(reference.id);
      return { ...words, text: `${reference.role} ${reference.id}${link}`, key: `${reference.role}:${key}${link}`, link };
    }
    case "outside":
      return { ...words, text: written, key: `text:${foldWords(written)}`, link };
  }
}

function named({ plan }: ComparedFacts, task: number, identity: Identity): readonly [key: string, name: string] {
  return [identity.task(task), nameOf(plan.tasks[task].id)];
}

function linkText({ relation, lag }: Link): string {
  if (relation === "FS" && lag === 0) return "";
  return ` ${relation}${lag === 0 ? "" : `${lag > 0 ? "+" : ""}${lag}h`}`;
}

function writtenOutSize({ references }: ComparedFacts, kinds: readonly string[]): number {
  let size = 0;
  for (const resolutions of references) {
    for (const { reference, targets } of resolutions) {
      if (reference !== undefined && kinds.includes(reference.kind)) for (const { start, end } of targets) size += end - start;
    }
  }
  return size;
}
