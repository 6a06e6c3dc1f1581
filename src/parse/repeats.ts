import { COLUMN_ROLES, type ColumnRole, type Sprint } from "../model.ts";
import type { Collected, CollectedDraft, Group } from "./collect.ts";
import type { DraftCells } from "./fields.ts";
import type { TaskDraft } from "./task.ts";
import { normalised } from "./words.ts";

export interface Merged {
  readonly kept: readonly CollectedDraft[];
  readonly repeats: readonly TaskDraft[];
}

/**
 * Makes one of what tells of the same task twice: a row and a heading, or a backlog and the sprint that takes from it. The place
 * that says when counts as the task's own, else the first; what only the other says is added.
 */
export function mergeRepeats({ drafts, sprints }: Collected): Merged {
  const kept: (CollectedDraft | undefined)[] = [...drafts];
  const repeats: TaskDraft[] = [];
  const places = new Map<string, number>();
  const relisted = relistedGroups(drafts);
  const rollUps = rollUpGroups(drafts);
  for (const [index, later] of drafts.entries()) {
    const { id } = later.draft;
    if (rollUps.has(later.group)) {
      kept[index] = undefined;
      repeats.push(later.draft);
      continue;
    }
    if (id === undefined) continue;
    const place = places.get(id);
    const earlier = place === undefined ? undefined : kept[place];
    if (place === undefined || earlier === undefined) places.set(id, index);
    else if (isRepeat(earlier, later, relisted)) {
      const moves = isTimed(later, sprints) && !isTimed(earlier, sprints);
      const [main, other, own] = moves ? [later, earlier, index] : [earlier, later, place];
      kept[place] = undefined;
      kept[index] = undefined;
      kept[own] = { ...main, draft: filledFrom(main.draft, other.draft) };
      places.set(id, own);
      repeats.push(other.draft);
    }
  }
  return { kept: kept.flatMap((each) => each ?? []), repeats };
}

/** An id that is nothing but a number: the kind that sections start anew. */
export function isNumber(id: string): boolean {
  return /^\d+(?:\.\d+)*[a-z]?$/.test(id);
}

function isRepeat(earlier: CollectedDraft, later: CollectedDraft, relisted: ReadonlySet<Group>): boolean {
  if (earlier.draft.source !== later.draft.source) return true;
  if (earlier.group === later.group) return false;
  // Numbers start anew in each sprint: two rows there are two tasks, even of one title.
  const anew =
    isNumber(later.draft.id ?? "") && earlier.sprint !== undefined && later.sprint !== undefined && earlier.sprint !== later.sprint;
  if (anew) return false;
  return relisted.has(later.group) || normalised(earlier.draft.title.text) === normalised(later.draft.title.text);
}

/** Tables that list again, under their full ids, what earlier ones told. */
function relistedGroups(drafts: readonly CollectedDraft[]): ReadonlySet<Group> {
  const seen = new Set<string>();
  const counts = new Map<Group, { all: number; known: number }>();
  for (const { draft, group } of drafts) {
    if (draft.id === undefined || isNumber(draft.id)) continue;
    const count = counts.get(group) ?? { all: 0, known: 0 };
    count.all += 1;
    if (seen.has(draft.id)) count.known += 1;
    counts.set(group, count);
    seen.add(draft.id);
  }
  return new Set([...counts].filter(([, { all, known }]) => known >= 2 && known >= all * 0.8).map(([group]) => group));
}

/** Tables whose rows stand for sections: nearly all of their ids begin those of tasks elsewhere, and none waits for anything. */
function rollUpGroups(drafts: readonly CollectedDraft[]): ReadonlySet<Group> {
  const homes = new Map<string, Set<Group>>();
  for (const { draft, group } of drafts) {
    const stem = /^(.+)\.\d+$/.exec(draft.id ?? "")?.[1];
    if (stem !== undefined) homes.set(stem, (homes.get(stem) ?? new Set()).add(group));
  }
  const counts = new Map<Group, { all: number; wholes: number }>();
  for (const { draft, group } of drafts) {
    if (draft.source !== "row") continue;
    const home = homes.get(draft.id ?? "");
    const elsewhere = home !== undefined && home.size > (home.has(group) ? 1 : 0);
    const plain = (draft.cells.dependencies ?? []).every((text) => text.text === "");
    const count = counts.get(group) ?? { all: 0, wholes: 0 };
    count.all += 1;
    if (elsewhere && plain) count.wholes += 1;
    counts.set(group, count);
  }
  return new Set([...counts].filter(([, { all, wholes }]) => wholes >= 2 && wholes >= all * 0.8).map(([group]) => group));
}

function isTimed({ sprint }: CollectedDraft, sprints: readonly Sprint[]): boolean {
  if (sprint === undefined) return false;
  const { weeks, days, dates } = sprints[sprint];
  return weeks !== undefined || days !== undefined || dates !== undefined;
}

function filledFrom(main: TaskDraft, other: TaskDraft): TaskDraft {
  const cells: DraftCells = { ...main.cells };
  for (const role of COLUMN_ROLES) if (other.cells[role] !== undefined && !isFilled(main, role)) cells[role] = other.cells[role];
  const scale = isFilled(main, "estimate") ? main.scale : other.scale;
  return { ...main, cells, scale, status: main.status ?? other.status, blocks: [...main.blocks, ...other.blocks] };
}

function isFilled(draft: TaskDraft, role: ColumnRole): boolean {
  return (draft.cells[role] ?? []).some((text) => text.text !== "");
}
