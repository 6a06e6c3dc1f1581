import type { Config } from "../config.ts";
import type { Field, Reference, Sprint, StatedTotal, Task, TaskId, Unread } from "../model.ts";
import { positionAt, type Source } from "../source.ts";
import { closeHalfOpen } from "./calendar.ts";
import type { Collected, CollectedDraft, Group } from "./collect.ts";
import { type KnownIds, readDependencies } from "./dependency.ts";
import { idOf } from "./ids.ts";
import { isNumber, mergeRepeats } from "./repeats.ts";
import { textField } from "./slice.ts";
import { placedTotals } from "./stated-totals.ts";
import { readTask, type TaskDraft } from "./task.ts";
import { normalised } from "./words.ts";

export interface NamedTasks {
  readonly tasks: readonly Task[];
  readonly sprints: readonly Sprint[];
  readonly repeats: readonly Unread[];
  readonly totals: readonly StatedTotal[];
}

/**
 * Gives every draft its name and reads it: a task that stands in the plan twice, as a row and as a heading, becomes one;
 * ids that are numbered anew in each section are qualified by it (`Sprint 2/1`); whoever `Blocks` others is waited for by them.
 */
export function tasksOf(collected: Collected, source: Source, config: Config): NamedTasks {
  const { kept, repeats } = mergeRepeats(collected);
  const ids = nameDrafts(kept);
  const lookup = createLookup(kept, ids);
  const blocked = blockedTasks(kept, ids, lookup, config);
  const indexes = new Map(kept.map(({ draft }, index) => [draft, index]));
  const byId = new Map(ids.map((id, index) => [id, index]));
  const tasks = kept.map((each, index) => {
    const parent = parentOf(each.draft, ids[index], indexes, byId);
    return readTask(
      {
        draft: each.draft,
        index,
        id: ids[index],
        sprint: each.sprint,
        parent,
        blockedBy: blocked.get(ids[index]) ?? [],
        label: each.group.label,
      },
      lookup(each),
      source,
      config,
    );
  });
  const unread = repeats.map(
    (draft): Unread => ({
      kind: "repeat",
      text: textField(draft.title),
      reason: "its task stands elsewhere too",
      line: positionAt(source, draft.span.start).line,
    }),
  );
  const sprints = closeHalfOpen(withIntervals(collected.sprints, kept));
  const placed = { indexes: collected.drafts.map(({ draft }) => indexes.get(draft)), sprints, tasks: kept.length };
  return { tasks, sprints, repeats: unread, totals: placedTotals(collected.totals, placed) };
}

/** The final ids: as written, qualified where sections number anew, by position where none is written. */
function nameDrafts(kept: readonly CollectedDraft[]): readonly TaskId[] {
  const local = locallyNumbered(kept);
  const counts = new Map<string, number>();
  return kept.map(({ draft, group }) => {
    if (draft.id !== undefined) return local.has(group) ? `${group.label}/${draft.id}` : draft.id;
    const count = (counts.get(group.label) ?? 0) + 1;
    counts.set(group.label, count);
    return `${group.label}#${count}`;
  });
}

/** Groups under different headings that share at least two numbers, and half of those of the smaller one; `TD-12` is never local. */
function locallyNumbered(kept: readonly CollectedDraft[]): ReadonlySet<Group> {
  const groupsOf = new Map<string, Group[]>();
  const sizes = new Map<Group, number>();
  for (const { draft, group } of kept) {
    if (draft.id === undefined || !isNumber(draft.id)) continue;
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const groups = groupsOf.get(draft.id) ?? [];
    if (groups.at(-1) !== group) groups.push(group);
    groupsOf.set(draft.id, groups);
  }
  const shared = new Map<Group, number>();
  for (const groups of groupsOf.values()) {
    const labels = new Set(groups.map((group) => group.label));
    if (labels.size > 1) for (const group of groups) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  return new Set([...shared].filter(([group, count]) => count >= 2 && count * 2 >= (sizes.get(group) ?? 0)).map(([group]) => group));
}

/** What a written id means at a draft: the task of its own group, else of its sprint, else the first in the plan. */
function createLookup(kept: readonly CollectedDraft[], ids: readonly TaskId[]): (at: CollectedDraft) => KnownIds {
  const inGroup = new Map<Group, Map<string, TaskId>>();
  const inSprint = new Map<number, Map<string, TaskId>>();
  const inPlan = new Map<string, TaskId>();
  for (const [index, { draft, group, sprint }] of kept.entries()) {
    if (draft.id === undefined) {
      // By its place, as results call it; an issue's number (`#12`) is none.
      if (group.label !== "" && !inPlan.has(ids[index])) inPlan.set(ids[index], ids[index]);
      continue;
    }
    for (const known of [mapIn(inGroup, group), sprint === undefined ? undefined : mapIn(inSprint, sprint), inPlan]) {
      if (known !== undefined && !known.has(draft.id)) known.set(draft.id, ids[index]);
    }
    if (!inPlan.has(ids[index])) inPlan.set(ids[index], ids[index]);
  }
  const byTitle = uniqueTitles(kept, ids);
  return ({ group, sprint }) =>
    (written) =>
      inGroup.get(group)?.get(written) ??
      (sprint === undefined ? undefined : inSprint.get(sprint)?.get(written)) ??
      inPlan.get(written) ??
      byTitle.get(normalised(written));
}

/** Tasks without ids by their titles, where no other task has the same. */
function uniqueTitles(kept: readonly CollectedDraft[], ids: readonly TaskId[]): ReadonlyMap<string, TaskId> {
  const titles = new Map<string, TaskId>();
  const repeated = new Set<string>();
  for (const [index, { draft }] of kept.entries()) {
    const title = draft.id === undefined ? normalised(draft.title.text) : "";
    if (title === "") continue;
    if (titles.has(title)) repeated.add(title);
    titles.set(title, ids[index]);
  }
  for (const title of repeated) titles.delete(title);
  return titles;
}

function mapIn<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const found = maps.get(key) ?? new Map<string, V>();
  maps.set(key, found);
  return found;
}

/** For each task that others block: the blockers as references, each with the place where it is written. */
function blockedTasks(
  kept: readonly CollectedDraft[],
  ids: readonly TaskId[],
  lookup: (at: CollectedDraft) => KnownIds,
  config: Config,
): ReadonlyMap<TaskId, readonly Field<Reference>[]> {
  const blocked = new Map<TaskId, Field<Reference>[]>();
  for (const [index, each] of kept.entries()) {
    for (const written of each.draft.blocks.flatMap((text) => readDependencies(text, lookup(each), config))) {
      if (written.value?.kind !== "id") continue;
      const waits: Field<Reference> = { ...written, value: { kind: "id", id: ids[index], link: written.value.link } };
      const waiting = blocked.get(written.value.id);
      if (waiting === undefined) blocked.set(written.value.id, [waits]);
      else waiting.push(waits);
    }
  }
  return blocked;
}

/** The task around an item, or the one whose id begins this one's: `1.2` for `1.2.3`. */
function parentOf(
  draft: TaskDraft,
  id: TaskId,
  indexes: ReadonlyMap<TaskDraft, number>,
  byId: ReadonlyMap<TaskId, number>,
): number | undefined {
  if (draft.parent !== undefined) return indexes.get(draft.parent) ?? byId.get(draft.parent.id ?? "");
  const stem = /^(.+)\.\d+$/.exec(id)?.[1];
  return stem === undefined ? undefined : (byId.get(stem) ?? byId.get(idOf(stem)));
}

/** Sprints with the intervals of their tasks, now that repeats are gone. */
function withIntervals(sprints: readonly Sprint[], kept: readonly CollectedDraft[]): readonly Sprint[] {
  const ends = new Map<number, { first: number; end: number }>();
  for (const [index, { sprint }] of kept.entries()) {
    if (sprint === undefined) continue;
    const interval = ends.get(sprint) ?? { first: index, end: index };
    interval.end = index + 1;
    ends.set(sprint, interval);
  }
  let before = 0;
  return sprints.map((sprint) => {
    const interval = ends.get(sprint.index) ?? { first: before, end: before };
    before = interval.end;
    return { ...sprint, firstTask: interval.first, endTask: interval.end };
  });
}
