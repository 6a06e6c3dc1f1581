import { includesTask } from "../analysis/intervals.ts";
import type { References, Resolution } from "../analysis/references.ts";
import { writtenOut } from "../analysis/references.ts";
import { topologicalOrder } from "../arcs.ts";
import { formatQuote } from "../format.ts";
import type { Plan, Task } from "../model.ts";
import { chainText, taskName } from "./names.ts";
import { removal } from "./removal.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const redundantDependency: Rule = {
  id: "redundant-dependency",
  severity: "off",
  summary: "a task waits for what it waits for anyway, through its other dependencies",
  fixable: "safe",
  *check({ plan, facts }: Context) {
    const order = topologicalOrder(facts.network());
    if (order === undefined) return;
    const search: Search = { references: facts.references, positions: positionsIn(order), steps: 0 };
    for (const task of plan.tasks) {
      for (let at = 0; at < task.dependencies.length && task.dependencies.length > 1; at += 1) {
        const chain = findDetour(search, task.index, at);
        if (chain !== undefined) yield findingOf(plan, task, at, chain);
      }
    }
  },
};

function findingOf(plan: Plan, task: Task, at: number, chain: readonly number[]): Finding {
  const { text, span } = task.dependencies[at];
  const fix = removal(plan.source, task, at);
  return {
    span,
    message: `task ${taskName(task)} waits for ${formatQuote(text)} anyway, through ${taskName(plan.tasks[chain[chain.length - 2]])}`,
    notes: [chainText(plan, chain)],
    help: "leave it out",
    ...(fix && { fix }),
  };
}

interface Search {
  readonly references: References;
  /** A task stands behind all tasks that it waits for. */
  readonly positions: Int32Array;
  steps: number;
}

function positionsIn(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  for (const [position, node] of order.entries()) positions[node] = position;
  return positions;
}

/** A chain from what one entry names to the task, through another entry: undefined unless all that it names has such a way. */
function findDetour(search: Search, task: number, at: number): readonly number[] | undefined {
  const resolutions = search.references[task];
  const own = resolutions[at];
  if (!isPlain(own) || search.steps > MOST_STEPS) return undefined;
  const wanted = new Set(writtenOut([own]));
  search.steps += resolutions.length * Math.max(1, wanted.size);
  const others = resolutions.filter((other, index) => index !== at && isWait(other));
  const named = others.flatMap(({ targets }) => targets);
  // What another entry names as well is said twice, which is a fault of its own.
  if (wanted.size === 0 || [...wanted].some((each) => includesTask(named, each))) return undefined;
  const next = new Map<number, number>();
  const queue = writtenOut(others);
  search.steps += queue.length;
  for (const other of queue) next.set(other, task);
  return collectAll(search, wanted, { next, queue: [...queue] });
}

interface Reached {
  /** The task that each one is waited for by. */
  readonly next: Map<number, number>;
  readonly queue: number[];
}

function collectAll(search: Search, wanted: ReadonlySet<number>, { next, queue }: Reached): readonly number[] | undefined {
  const earliest = [...wanted].reduce((least, each) => Math.min(least, search.positions[each]), Number.POSITIVE_INFINITY);
  let missing = wanted.size;
  for (const reached of queue) {
    for (const resolution of search.references[reached]) {
      if (!isWait(resolution)) continue;
      for (const { start, end } of resolution.targets) {
        for (let before = start; before < end; before += 1) {
          search.steps += 1;
          if (next.has(before) || search.positions[before] < earliest) continue;
          next.set(before, reached);
          queue.push(before);
          if (wanted.has(before)) missing -= 1;
          if (missing === 0) return chainFrom(before, next);
        }
      }
    }
    if (search.steps > MOST_STEPS) return undefined;
  }
  return undefined;
}

function chainFrom(first: number, next: ReadonlyMap<number, number>): readonly number[] {
  const chain: number[] = [];
  for (let task: number | undefined = first; task !== undefined; task = next.get(task)) chain.push(task);
  return chain;
}

/** Finish to start without any lag: what an entry says that may be left out. */
function isPlain(resolution: Resolution): boolean {
  return isWait(resolution) && resolution.reference?.link.lag === 0 && resolution.problem === undefined;
}

/** All of the one before all of the other: a lead would let them overlap, and vague words may mean something else. */
function isWait({ reference, vague }: Resolution): boolean {
  return reference !== undefined && !vague && reference.link.relation === "FS" && reference.link.lag >= 0;
}

/** After so many steps over the whole plan, nothing more is looked for. */
const MOST_STEPS = 2_000_000;
