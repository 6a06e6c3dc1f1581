import type { Facts } from "../analysis/facts.ts";
import type { Interval } from "../analysis/intervals.ts";
import { countBelow } from "../sorted.ts";
import { findAtLeastIn } from "./first-at-least.ts";

/**
 * Whether the first of two sprints comes after the second: by their windows; else by their place in the document if
 * both are called sprints, weeks or the like, for epics, tracks and phases without weeks may well run side by side.
 */
export function isLater({ plan, windows }: Facts, sprint: number, other: number): boolean {
  const [window, otherWindow] = [windows[sprint], windows[other]];
  if (window !== undefined && otherWindow !== undefined) return window.start >= otherWindow.end;
  return sprint > other && SEQUENTIAL.test(plan.sprints[sprint].heading.text) && SEQUENTIAL.test(plan.sprints[other].heading.text);
}

/** A written dependency on a task of a later sprint. */
export interface BackwardReference {
  readonly task: number;
  /** Index into the task's written dependencies. */
  readonly dependency: number;
  /** The first of the tasks meant that belong to a later sprint. */
  readonly target: number;
}

export function* backwardReferences(facts: Facts): Iterable<BackwardReference> {
  const { plan, references } = facts;
  const firstLater = areAscending(facts) ? firstInLast(facts) : createSearch(facts);
  for (const { index: task, sprint } of plan.tasks) {
    if (sprint === undefined) continue;
    for (const [dependency, { targets }] of references[task].entries()) {
      for (const interval of targets) {
        const target = firstLater(sprint, interval);
        if (target === undefined) continue;
        yield { task, dependency, target };
        break;
      }
    }
  }
}

/** The first task of an interval that belongs to a later sprint. */
type FirstLater = (sprint: number, interval: Interval) => number | undefined;

/** Where the last task belongs to no later sprint, no other one does. */
function firstInLast(facts: Facts): FirstLater {
  const { tasks, sprints } = facts.plan;
  return (sprint, { start, end }) => {
    const other = tasks[end - 1].sprint;
    if (other === undefined) return firstByStep(facts, sprint, { start, end });
    return other !== sprint && isLater(facts, other, sprint) ? Math.max(start, sprints[other].firstTask) : undefined;
  };
}

/** From sprint to sprint; only for an interval that ends outside of any. */
function firstByStep(facts: Facts, sprint: number, { start, end }: Interval): number | undefined {
  const { tasks, sprints } = facts.plan;
  for (let target = start; target < end; ) {
    const other = tasks[target].sprint;
    if (other !== undefined && other !== sprint && isLater(facts, other, sprint)) return target;
    target = other === undefined ? target + 1 : Math.max(target + 1, sprints[other].endTask);
  }
  return undefined;
}

/** By trees over the sprints that hold tasks, in the order of these: one of the windows' starts, one of the places of the others. */
function createSearch({ plan, windows }: Facts): FirstLater {
  const filled = plan.sprints.filter(({ firstTask, endTask }) => firstTask < endTask).sort((a, b) => a.firstTask - b.firstTask);
  const isSequential = filled.map(({ heading }) => SEQUENTIAL.test(heading.text));
  const placeIf = (is: boolean, place: number): number => (is ? place : Number.NEGATIVE_INFINITY);
  const byStart = findAtLeastIn(filled.map(({ index }) => windows[index]?.start ?? Number.NEGATIVE_INFINITY));
  const byPlace = findAtLeastIn(filled.map(({ index }, at) => placeIf(isSequential[at], index)));
  const byPlaceAlone = findAtLeastIn(filled.map(({ index }, at) => placeIf(isSequential[at] && windows[index] === undefined, index)));
  return (sprint, { start, end }) => {
    const window = windows[sprint];
    const from = countBelow(filled, start + 1, ({ endTask }) => endTask);
    const to = countBelow(filled, end, ({ firstTask }) => firstTask);
    const before = SEQUENTIAL.test(plan.sprints[sprint].heading.text) ? sprint + 1 : Number.POSITIVE_INFINITY;
    const byWindow = window === undefined ? undefined : otherThan(sprint, window.end, from);
    const byOrder = (window === undefined ? byPlace : byPlaceAlone)(before, from, to);
    const place = byWindow === undefined || (byOrder !== undefined && byOrder < byWindow) ? byOrder : byWindow;
    return place === undefined ? undefined : Math.max(start, filled[place].firstTask);

    function otherThan(own: number, bound: number, first: number): number | undefined {
      const found = byStart(bound, first, to);
      return found !== undefined && filled[found].index === own ? otherThan(own, bound, found + 1) : found;
    }
  };
}

/** True where the latest sprint of any stretch of the document is its last one, so that only that one need be looked at. */
function areAscending({ windows }: Facts): boolean {
  const known = windows.flatMap((window) => (window === undefined ? [] : [window.start]));
  if (known.length === 0) return true;
  return known.length === windows.length && known.every((start, index) => index === 0 || known[index - 1] <= start);
}

const SEQUENTIAL = /^[^\p{L}]*(?:sprint|iteration|wave|week|day|woche|tag|semana|d[ií]a|semaine|jour)(?!\p{L})/iu;
