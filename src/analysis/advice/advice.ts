import { HOUR_TOLERANCE } from "../../model.ts";
import { exactHours } from "../effort.ts";
import { computeFacts, type Facts } from "../facts.ts";
import { levelPlan } from "../levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions } from "../levelling/levelling.ts";
import { levelChange } from "../what-if/levelling.ts";
import { applyChange, type Change, type Changed, unchanged } from "../what-if/what-if.ts";
import { findMoves, keepsWindow, levelOnce, type Moves } from "./moves.ts";
import { byCost, byScore, changesOf, compareScores, hoursOf, type Ranked, type Score } from "./order.ts";
import { findProofs, type Proof } from "./proofs.ts";
import { findSayable, listRemedies, type Patient, REMEDY_KINDS, type Remedy } from "./remedies.ts";

/** What could make a sprint fit that is too long for its window even by itself. All times are hours from the sprint's start. */
export interface Advice {
  readonly sprint: number;
  readonly window: number;
  readonly finish: number;
  readonly overrun: number;
  /** Those that make it fit, the cheapest first; where none was found, the one that leaves the least to be desired, if any helps. */
  readonly sets: readonly RemedySet[];
  /** How many sets of changes were tried. */
  readonly tried: number;
  readonly proofs: readonly Proof[];
}

/** Changes to be made together, in this order, as people ask for them. */
export interface RemedySet {
  readonly words: readonly string[];
  readonly finish: number;
  readonly overrun: number;
  /** Hours of the tasks that are changed. */
  readonly cost: number;
}

/** What words such as `split 1.2.3` mean for a plan. */
export type ReadChange = (facts: Facts, words: string) => Change;

/**
 * Advice for each sprint, or the only one that is levelled, that takes its people longer than its window lasts. A beam search:
 * what it finds is tried out, but that it finds nothing proves nothing. Of a plan whose tasks wait for each other there is none.
 */
export function findAdvice(facts: Facts, given: LevellingOptions, read: ReadChange): readonly Advice[] {
  if (facts.planPath() === undefined) return [];
  const options = { ...given, budget: given.budget ?? BUDGET };
  const level = levelOnce((each) => levelPlan(facts, each), options);
  const sayable = findSayable(facts);
  const sprints = facts.plan.sprints.filter(({ index }) => options.sprint === undefined || options.sprint === index);
  return sprints.flatMap(({ index }) => {
    const span = facts.windows[index];
    if (span === undefined) return [];
    const window = span.end - span.start;
    const base = level(index);
    if (base === undefined || base.makespan <= window + HOUR_TOLERANCE) return [];
    const moves = findMoves(facts, index, level);
    return [adviseSprint({ facts, options, read, sayable, moves, sprint: index, window, base })];
  });
}

interface Search {
  readonly facts: Facts;
  readonly options: LevellingOptions & { readonly budget: number };
  readonly read: ReadChange;
  readonly sayable: ReadonlySet<number>;
  readonly moves: Moves;
  readonly sprint: number;
  /** Hours. */
  readonly window: number;
  readonly base: LevelledPlan;
}

/** A plan after some remedies. */
interface Attempt extends Patient, Ranked {
  /** Whether the last remedy made that better. */
  readonly gains: boolean;
}

/** So many of the best sets are enlarged; sets have so many changes at most; so many are tried at most. */
const WIDTH = 6;
const MOST_CHANGES = 6;
const MOST_TRIED = 300;

/** In a long plan each try takes longer, and so fewer are made: this many divided by its tasks, but some in any case. */
const TRIED_TASKS = 30_000;
const LEAST_TRIED = 20;
const MOST_SETS = 3;

/** Enough to prove most sprints as short as they can be, and so many are levelled. */
const BUDGET = 500;

/** The schedule before the last change leads the search, and proofs are quick. */
const QUICK_BUDGET = 30;

function adviseSprint(search: Search): Advice {
  const { facts, sprint, window, base, moves } = search;
  const proofs = findProofs(facts, sprint, moves);
  const isHopeless = REMEDY_KINDS.every((kind) => proofs.some(({ kinds }) => kinds.includes(kind)));
  const first = firstAttempt(search);
  const seen = new Set<string>();
  let best = first;
  let beam: readonly Attempt[] = [first];
  let fitting: readonly Confirmed[] = [];
  for (let size = 1; size <= leastChanges(fitting); size += 1) {
    const most = leastChanges(fitting);
    const larger = beam.flatMap((attempt) => enlarge(search, attempt, { seen, most })).toSorted(byScore);
    [best] = [best, ...larger].toSorted(byScore);
    const enough = larger.filter(({ score }) => score[0] <= window + HOUR_TOLERANCE);
    fitting = cheapest([...fitting, ...confirmed(search, enough.toSorted(byCost))]);
    beam = larger.filter(({ gains }) => gains || !isHopeless).slice(0, WIDTH);
  }
  const closest = fitting.length === 0 && best.levelled.makespan < base.makespan - HOUR_TOLERANCE ? confirm(search, best) : undefined;
  const sets = closest === undefined ? fitting.map(({ set }) => set) : [closest];
  return { sprint, window, finish: base.makespan, overrun: exactHours(base.makespan - window), sets, tried: seen.size, proofs };
}

function leastChanges(fitting: readonly Confirmed[]): number {
  return Math.min(MOST_CHANGES, ...fitting.map(({ attempt }) => changesOf(attempt)));
}

/** Those with the fewest changes, the cheapest first. */
function cheapest(fitting: readonly Confirmed[]): readonly Confirmed[] {
  const least = leastChanges(fitting);
  const kept = fitting.filter(({ attempt }) => changesOf(attempt) === least);
  return kept.toSorted((one, other) => byCost(one.attempt, other.attempt)).slice(0, MOST_SETS);
}

/** The same for changes that differ only in where tasks move. */
function keyOf({ remedies }: Attempt): string {
  const parts = remedies.flatMap(({ kind, origins, words }) => (kind === "move" ? origins.map((task) => `move ${task}`) : words));
  return parts.toSorted().join("\n");
}

function firstAttempt({ facts, sayable, moves, sprint, window, base }: Search): Attempt {
  const changed = unchanged(facts.plan, facts.config);
  const score = scoreOf(base, window);
  return { original: facts, sayable, moves, sprint, facts, changed, levelled: base, touched: new Set(), remedies: [], score, gains: false };
}

function mostTried({ facts }: Search): number {
  return Math.max(LEAST_TRIED, Math.min(MOST_TRIED, Math.floor(TRIED_TASKS / facts.plan.tasks.length)));
}

interface Tries {
  readonly seen: Set<string>;
  /** So many changes at most are worth trying. */
  readonly most: number;
}

/** Sets with one remedy more. */
function enlarge(search: Search, attempt: Attempt, { seen, most }: Tries): readonly Attempt[] {
  return listRemedies(attempt).flatMap((remedy) => {
    const words = [...attempt.remedies, remedy].flatMap((each) => each.words);
    const key = words.toSorted().join("\n");
    if (words.length > most || seen.has(key) || seen.size >= mostTried(search)) return [];
    seen.add(key);
    const after = tryOut(search, attempt, remedy);
    return after === undefined ? [] : [after];
  });
}

/** Undefined where the sprint gets longer; where it does not get shorter either, a further remedy may still help. */
function tryOut(search: Search, before: Attempt, remedy: Remedy): Attempt | undefined {
  const { sprint, window } = search;
  const { changed, facts } = makeChanges(search, before, remedy.words);
  const options = { ...search.options, budget: Math.min(QUICK_BUDGET, search.options.budget) };
  const levelled = levelPlan(facts, { ...options, sprint, known: [startsAfter(before, changed)] });
  if (levelled === undefined || levelled.makespan > before.levelled.makespan + HOUR_TOLERANCE) return undefined;
  if (remedy.target !== undefined && !keepsWindow(levelPlan(facts, { ...options, sprint: remedy.target }))) return undefined;
  const touched = new Set([...before.touched, ...remedy.origins]);
  const score = scoreOf(levelled, window);
  const gains = compareScores(score, before.score) < 0;
  return { ...before, facts, changed, levelled, touched, remedies: [...before.remedies, remedy], score, gains };
}

interface ChangedPlan {
  readonly changed: Changed;
  readonly facts: Facts;
}

function makeChanges({ read }: Search, before: ChangedPlan, words: readonly string[]): ChangedPlan {
  return words.reduce(({ changed, facts }: ChangedPlan, each) => {
    const after = applyChange(changed, facts, read(facts, each));
    return { changed: after, facts: computeFacts(after.plan, after.config, facts.reading) };
  }, before);
}

function startsAfter({ levelled, changed: before }: Attempt, changed: Changed): readonly number[] {
  const starts = new Map(levelled.tasks.map(({ task, start }) => [before.origins[task], start]));
  return changed.origins.map((origin) => starts.get(origin) ?? levelled.makespan);
}

function scoreOf({ makespan, tasks }: LevelledPlan, window: number): Score {
  return [makespan, tasks.reduce((sum, { finish }) => sum + Math.max(0, finish - window), 0)];
}

interface Confirmed {
  readonly attempt: Attempt;
  readonly set: RemedySet;
}

/** The first sets that make the sprint fit when they are made in the plan as somebody would who reads of them. */
function confirmed(search: Search, attempts: readonly Attempt[]): readonly Confirmed[] {
  const found = new Map<string, Confirmed>();
  for (const attempt of attempts) {
    const key = keyOf(attempt);
    const set = found.size < MOST_SETS && !found.has(key) ? confirm(search, attempt) : undefined;
    if (set !== undefined && set.overrun < HOUR_TOLERANCE) found.set(key, { attempt, set });
  }
  return [...found.values()];
}

function confirm({ facts, options, sprint, window, base }: Search, attempt: Attempt): RemedySet | undefined {
  const { changed, remedies } = attempt;
  const levelled = attempt.facts.planPath() && levelChange({ facts, base }, changed, { ...options, sprint })?.after;
  if (levelled === undefined) return undefined;
  const words = remedies.flatMap((remedy) => remedy.words);
  const overrun = exactHours(Math.max(0, levelled.makespan - window));
  return { words, finish: levelled.makespan, overrun, cost: exactHours(hoursOf(remedies)) };
}
