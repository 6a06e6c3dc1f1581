import type { Instance } from "./compile.ts";
import { createConflictFinder } from "./conflicts.ts";
import { type Domains, earliestFinish, openDomains, tightenByLinks } from "./domains.ts";
import { type Machine, machinesOf, tightenMachine } from "./machines.ts";
import { contestingPairs, mostCritical, type Node, orderPairs, type Pairs, waysOut } from "./pairs.ts";
import { preemptiveBound } from "./preemptive-bound.ts";
import type { Project } from "./project.ts";

/** What is known of the question whether everything can be finished by a deadline. */
export type Verdict =
  | { readonly kind: "impossible" }
  /** The start times of a schedule that keeps the deadline. */
  | { readonly kind: "possible"; readonly starts: Int32Array }
  | { readonly kind: "unknown" };

/** Asks for deadlines, and remembers how much work that was. */
export interface Prover {
  /** Whether every contested resource serves one activity at a time, which makes trying worth the while. */
  readonly disjunctive: boolean;
  /** Of deadlines between two that must be missed and can be kept, the last that is refuted without trying, for at most so much work. */
  lastRefuted(missed: number, kept: number, work: number): number;
  /** By trying both orders of one pair after the other, with at most so much work. */
  decide(deadline: number, work: number): Verdict;
  /** The earliest finishes under a deadline that can be kept. */
  earliestFinishes(deadline: number): Int32Array;
}

/** A deadline that everything keeps, and that is far from the limits of 32-bit numbers. */
const LATE = 2 ** 29;

/**
 * Destructive bounds (Klein and Scholl, 1999): a deadline is assumed, and what follows from it is worked out until it
 * contradicts itself: earliest and latest times by links, the order of pairs that cannot run at once, edge finding.
 * `decide` branches over the orders of pairs besides (Carlier and Pinson, 1989).
 */
export function createProver(project: Project, instance: Instance): Prover {
  const machines = machinesOf(project);
  const pairs = contestingPairs(project);
  const conflictOf = createConflictFinder(project, instance);
  const effort = effortOf(instance, pairs, machines);
  let spent = 0;

  function settle(domains: Domains, decided: Int8Array): "contradiction" | "open" {
    for (;;) {
      spent += effort;
      let result = tightenByLinks(instance, domains);
      if (result === "contradiction") return result;
      let changed = result === "tighter";
      result = orderPairs(instance, pairs, domains, decided);
      if (result === "contradiction") return result;
      changed ||= result === "tighter";
      for (const machine of machines) {
        result = tightenMachine(machine, instance, domains);
        if (result === "contradiction") return result;
        changed ||= result === "tighter";
      }
      if (!changed) return "open";
    }
  }

  function begin(deadline: number): Node | undefined {
    const domains = openDomains(instance, deadline);
    const node = domains && { domains, decided: new Int8Array(pairs.count) };
    return node === undefined || settle(node.domains, node.decided) === "contradiction" ? undefined : node;
  }

  return {
    disjunctive: machines.length === contestedResources(project),
    lastRefuted(missed, kept, work) {
      const limit = spent + work;
      let refuted = missed;
      for (let open = kept; open - refuted > 1 && spent < limit; ) {
        const middle = Math.floor((refuted + open) / 2);
        if (begin(middle) === undefined) refuted = middle;
        else open = middle;
      }
      return refuted;
    },
    decide(deadline, work) {
      const limit = spent + work;
      const first = begin(deadline);
      for (const open = first === undefined ? [] : [first]; ; ) {
        const node = open.pop();
        if (node === undefined) return { kind: "impossible" };
        if (node !== first && settle(node.domains, node.decided) === "contradiction") continue;
        const choices = mostCritical(instance, pairs, node) ?? conflictOf(node.domains.earliest);
        if (choices.length === 0) return { kind: "possible", starts: node.domains.earliest };
        const ways = waysOut(pairs, node, choices);
        if (spent > limit || ways === undefined) return { kind: "unknown" };
        open.push(...ways);
      }
    },
    earliestFinishes(deadline) {
      const node = begin(deadline);
      return node === undefined ? new Int32Array(instance.count) : finishesOf(instance, node.domains.earliest);
    },
  };
}

/** What it takes to settle a state once: visits of links, pairs, and jobs of machines. */
function effortOf({ links }: Instance, { count }: Pairs, machines: readonly Machine[]): number {
  return 1 + 2 * links.after.targets.length + 2 * count + machines.reduce((sum, { activities }) => sum + 2 * activities.length ** 2, 0);
}

/** A makespan that nothing can undercut, from links and from the work of each machine alone; 0 without activities. */
export function lowerBound(project: Project, instance: Instance): number {
  const heads = openDomains(instance, LATE)?.earliest ?? new Int32Array(instance.count);
  const byLinks = finishesOf(instance, heads).reduce((last, finish) => Math.max(last, finish), 0);
  return Math.max(byLinks, preemptiveBound(instance, machinesOf(project), heads));
}

function finishesOf(instance: Instance, starts: Int32Array): Int32Array {
  return starts.map((_start, activity) => earliestFinish(instance, { earliest: starts, latest: starts }, activity));
}

/** How many resources two activities want. */
function contestedResources({ activities, resources }: Project): number {
  const users = resources.map(() => 0);
  for (const { duration, demands } of activities)
    for (const { resource, amount } of demands) if (duration > 0 && amount > 0) users[resource] += 1;
  return users.filter((count) => count > 1).length;
}
