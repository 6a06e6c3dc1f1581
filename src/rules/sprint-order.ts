import type { Facts } from "../analysis/facts.ts";

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
  const ascending = areAscending(facts);
  for (const { index: task, sprint } of plan.tasks) {
    if (sprint === undefined) continue;
    for (const [dependency, { targets }] of references[task].entries()) {
      for (const { start, end } of targets) {
        const target = firstLater(facts, sprint, { start: ascending ? blockStart(facts, start, end - 1) : start, end });
        if (target === undefined) continue;
        yield { task, dependency, target };
        break;
      }
    }
  }
}

function firstLater(facts: Facts, sprint: number, { start, end }: { readonly start: number; readonly end: number }): number | undefined {
  const { tasks, sprints } = facts.plan;
  for (let target = start; target < end; ) {
    const other = tasks[target].sprint;
    if (other !== undefined && other !== sprint && isLater(facts, other, sprint)) return target;
    target = other === undefined ? target + 1 : Math.max(target + 1, sprints[other].endTask);
  }
  return undefined;
}

/** Where the tasks of the last task's sprint begin, within the interval. */
function blockStart({ plan }: Facts, start: number, last: number): number {
  const { sprint } = plan.tasks[last];
  return sprint === undefined ? start : Math.max(start, plan.sprints[sprint].firstTask);
}

/** True where the latest sprint of any stretch of the document is its last one, so that only that one need be looked at. */
function areAscending({ windows }: Facts): boolean {
  const known = windows.flatMap((window) => (window === undefined ? [] : [window.start]));
  if (known.length === 0) return true;
  return known.length === windows.length && known.every((start, index) => index === 0 || known[index - 1] <= start);
}

const SEQUENTIAL = /^[^\p{L}]*(?:sprint|iteration|wave|week|day|woche|tag|semana|d[ií]a|semaine|jour)(?!\p{L})/iu;
