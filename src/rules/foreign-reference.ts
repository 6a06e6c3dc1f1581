import type { ReferenceProblem } from "../analysis/references.ts";
import type { Plan } from "../model.ts";
import { once } from "../once.ts";
import { nearestAmong } from "../suggest.ts";

/**
 * Tells what must belong to another file, or is no reference at all, from what is a mistake in this one: ids that begin
 * with other letters, or with a smaller number, than every id of the plan; ids of a series of which the plan holds only some;
 * `4.x`; and sections where the plan has none, or only one, of that kind.
 */
export function createForeignTest(plan: Plan): (problem: ReferenceProblem) => boolean {
  // Most plans name nothing that is not there.
  const series = once(() => findSeries(plan));
  const gapped = once(() => gappedStems(plan));
  const nearestBeginnings = nearestAmong(idBeginnings(plan));
  const known = new Map<string, boolean>();
  const isOtherBeginning = (beginning: string): boolean => {
    const other = known.get(beginning) ?? nearestBeginnings(beginning).length === 0;
    known.set(beginning, other);
    return other;
  };
  const isForeignId = (id: string): boolean => {
    const beginning = beginningOf(id);
    const own = series().get(beginning);
    if (own === undefined) return isOtherBeginning(beginning);
    return /[.-][xX]$/.test(id) || (firstNumber(id) < own.least && beginsLater(own)) || gapped().has(stemOf(id));
  };
  return (problem) => {
    if (problem.kind !== "unknown") return problem.kind === "outside";
    return problem.role === "task" ? problem.ids.every(isForeignId) : sectionCount(plan, problem.role) < 2;
  };
}

/** The letters before the first digit of each id, in their order. */
export function* idBeginnings(plan: Plan): Iterable<string> {
  const found = new Set<string>();
  for (const { id } of plan.tasks) {
    if (id.text === "" || id.value === undefined) continue;
    const beginning = beginningOf(id.value);
    if (found.has(beginning)) continue;
    found.add(beginning);
    yield beginning;
  }
}

/** The first numbers of the ids that begin with the same letters. */
interface Series {
  readonly least: number;
  /** How many different ones there are. */
  readonly count: number;
}

function findSeries(plan: Plan): ReadonlyMap<string, Series> {
  const numbers = new Map<string, Set<number>>();
  for (const { id } of plan.tasks) {
    if (id.text === "" || id.value === undefined) continue;
    const beginning = beginningOf(id.value);
    const own = numbers.get(beginning) ?? new Set();
    numbers.set(beginning, own.add(firstNumber(id.value)));
  }
  return new Map([...numbers].map(([beginning, own]) => [beginning, { least: smallest(own), count: own.size }]));
}

/** Ids without their last number, where the plan leaves out many of the numbers below its greatest: it is a part of something. */
function gappedStems(plan: Plan): ReadonlySet<string> {
  const numbers = new Map<string, Set<number>>();
  for (const { id } of plan.tasks) {
    if (id.text === "" || id.value === undefined) continue;
    const stem = stemOf(id.value);
    const own = numbers.get(stem) ?? new Set();
    numbers.set(stem, own.add(lastNumber(id.value)));
  }
  return new Set([...numbers].flatMap(([stem, own]) => (own.size >= FEWEST && isGapped(own) ? [stem] : [])));
}

/** One number far above the others is more likely mistyped than the end of a long series. */
function isGapped(numbers: ReadonlySet<number>): boolean {
  const top = greatest(numbers);
  const others = [...numbers].filter((number) => number !== top);
  return numbers.size < GAPPED * top && others.length < GAPPED * greatest(others);
}

function stemOf(id: string): string {
  return id.replace(/(?<!\d)\d+\D*$/, "");
}

function lastNumber(id: string): number {
  return Number(/(?<!\d)(\d+)\D*$/.exec(id)?.[1] ?? 0);
}

function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** A plan with fewer ids than this says nothing about what it leaves out. */
const FEWEST = 4;
/** The share of a series that a plan of its own would hold. */
const GAPPED = 0.6;

function smallest(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}

/** A series that begins with 2 may only have lost its first task. */
function beginsLater({ least, count }: Series): boolean {
  return least > 2 || count === 1;
}

function firstNumber(id: string): number {
  return Number(/\d+/.exec(id)?.[0] ?? 0);
}

function beginningOf(id: string): string {
  return id
    .slice(0, Math.max(0, id.search(/\d/)))
    .replace(/[^\p{L}]/gu, "")
    .toUpperCase();
}

function sectionCount(plan: Plan, role: "sprint" | "phase" | "milestone" | "week"): number {
  switch (role) {
    case "sprint":
    case "phase":
      return plan.sprints.length + plan.phases.length;
    case "milestone":
      return plan.milestones.length;
    case "week":
      return plan.sprints.filter(({ weeks }) => weeks?.value !== undefined).length;
  }
}
