import { once } from "../once.ts";
import { costOf, type Incumbent } from "./incumbent.ts";
import { listByPriority } from "./priorities.ts";
import type { Project, ProjectSchedule, SearchOptions } from "./project.ts";
import { createProver, lowerBound } from "./proof.ts";
import { createRandom } from "./random.ts";
import { createSearch } from "./search.ts";
import { createSides, type Sides } from "./sides.ts";

/**
 * Schedules a project so that it ends as early as can be found: the resource-constrained project scheduling problem, with
 * general links, releases and breaks. Of schedules that end at once, the one with less lateness is taken, then the one whose
 * activities start earlier. First plans by priority rules are improved by a genetic algorithm, and a destructive lower bound
 * with a branch and bound search tries to prove that nothing better exists. Throws a ProjectError where there is no schedule.
 */
export function scheduleProject(project: Project, options: SearchOptions = {}): ProjectSchedule {
  const sides = createSides(project);
  const search = createSearch(sides, createRandom(options.seed ?? 1));
  const { incumbent } = search;
  const budget = Math.max(1, options.budget ?? DEFAULT_BUDGET);
  const known = (options.known ?? [])
    .filter(({ length }) => length === sides.forward.instance.count)
    .map((starts) => Int32Array.from(starts));
  const bounds = createBounds(project, sides, { incumbent, proof: options.proof ?? "tried" });
  const isEnough = () => incumbent.makespan() <= (options.enough ?? -1);

  const { dues } = sides.forward.instance.features;
  const shortest = { budget: dues ? budget - budget / LATENESS_SHARE : budget, enough: () => isEnough() || bounds.met() };
  search.begin(known, shortest);
  if (!isEnough()) bounds.raise(FIRST_PROOF);
  search.evolve(shortest);
  if (!isEnough()) bounds.raise(PROOF_PER_SCHEDULE * budget);
  if (dues && !isEnough()) {
    const least = bounds.leastCost();
    search.polish({ budget: Math.min(budget, incumbent.generated() + budget / LATENESS_SHARE), enough: () => incumbent.cost() <= least });
  }
  const lower = isEnough() ? 0 : bounds.lower();
  return {
    starts: [...incumbent.starts],
    finishes: [...incumbent.finishes],
    makespan: incumbent.makespan(),
    lowerBound: lower,
    optimal: incumbent.makespan() === lower,
    lateness: incumbent.lateness(),
    generated: incumbent.generated(),
  };
}

const DEFAULT_BUDGET = 5000;

/** Work that may go into a proof before the search, and after it for each schedule of the budget, in visits of links and pairs. */
const FIRST_PROOF = 1_000_000;
const PROOF_PER_SCHEDULE = 1_000;

/** Where resources serve several activities at once, trying seldom succeeds: so much less goes into it. */
const PARTIAL_PROOF = 0.1;

/** With due times, this part of the budget goes into less lateness once the makespan is as short as it gets. */
const LATENESS_SHARE = 5;

interface Bounds {
  lower(): number;
  /** Whether no schedule can end before the one that was found. */
  met(): boolean;
  /** No schedule costs less, as far as is known. */
  leastCost(): number;
  /** Raises the lower bound, lowers the makespan where a proof finds a better schedule on its way. */
  raise(work: number): void;
}

interface Task {
  readonly incumbent: Incumbent;
  readonly proof: "tried" | "none";
}

function createBounds(project: Project, { forward }: Sides, { incumbent, proof }: Task): Bounds {
  const { dues } = forward.instance;
  const first = once(() => lowerBound(project, forward.instance));
  const prover = once(() => (proof === "none" ? undefined : createProver(project, forward.instance)));
  let raised = 0;
  const lower = () => Math.max(raised, first());

  function leastLateness(): number {
    const finishes = prover()?.earliestFinishes(lower()) ?? NONE;
    return finishes.reduce((late, finish, activity) => late + Math.max(0, finish - dues[activity]), 0);
  }

  return {
    lower,
    met: () => incumbent.makespan() < Number.POSITIVE_INFINITY && incumbent.makespan() <= lower(),
    leastCost: () => costOf(lower(), leastLateness()),
    raise(work) {
      if (incumbent.makespan() <= lower()) return;
      const proving = prover();
      if (proving === undefined) return;
      raised = 1 + proving.lastRefuted(lower() - 1, incumbent.makespan(), work);
      while (incumbent.makespan() > lower()) {
        const verdict = proving.decide(incumbent.makespan() - 1, proving.disjunctive ? work : PARTIAL_PROOF * work);
        if (verdict.kind === "impossible") raised = incumbent.makespan();
        if (verdict.kind !== "possible") return;
        if (incumbent.adopt(verdict.starts) === undefined) throw new Error("a proof found a schedule that is none");
        incumbent.generate(forward, listByPriority(forward.instance, Float64Array.from(verdict.starts)));
      }
    },
  };
}

const NONE = new Int32Array(0);
