import fc from "fast-check";
import { expect, test } from "vitest";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { writtenOut } from "../src/analysis/references.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Link, Plan } from "../src/model.ts";
import { buildPlan, type SprintRow } from "./plan-builder.ts";
import { patience, times } from "./runs.ts";

/** One pair of tasks with the hours from the start of the first to the least start of the second. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
}

const RUNS = times(20_000);

const dependency = fc.oneof(
  fc.nat(7).map((id) => `${id}`),
  fc.tuple(fc.nat(7), fc.constantFrom("FS+2", "FS-1", "SS", "SS+3", "FF", "FF-1", "SF+4")).map(([id, link]) => `${id} ${link}`),
  fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom("", " SS+1", " FF")).map(([first, last, link]) => `${first}..${last}${link}`),
  fc.constantFrom("All", "sprint:0", "sprint:1"),
);

const plans = fc
  .record({
    rows: fc.array(fc.record({ hours: fc.nat(6), after: fc.array(dependency, { maxLength: 2 }), sprint: fc.nat(2) }), { maxLength: 8 }),
    gates: fc.array(
      fc.tuple(fc.nat(2), fc.constantFrom(">", "~"), fc.nat(2)).map((gate) => gate.join(" ")),
      { maxLength: 2 },
    ),
    backwards: fc.boolean(),
    overlap: fc.constantFrom("inherit", "wait", "free"),
  })
  .map(({ rows, gates, backwards, overlap }) => {
    const inOrder = rows.toSorted((a, b) => a.sprint - b.sprint);
    const sprints: SprintRow[] = [0, 1, 2].map((sprint) => ({
      id: `${sprint}`,
      tasks: inOrder.flatMap(({ hours, after, sprint: own }, index) =>
        own === sprint ? [{ id: `${index}`, hours, after: backwards ? after : after.filter((text) => pointsBack(text, index)) }] : [],
      ),
    }));
    return computeFacts(buildPlan({ sprints, gates }), configSchema.parse({ reading: { overlap } }));
  });

/** Keeps about half of the plans without cycles. */
function pointsBack(text: string, task: number): boolean {
  return text === "All" || (text.match(/\d+(?=\.\.| |$)/g) ?? []).every((id) => Number(id) < task);
}

test("path, slack and cycles are those of a search over all pairs", { timeout: patience(90) }, () => {
  let cyclic = 0;
  fc.assert(
    fc.property(plans, (facts) => {
      const pairs = allPairs(facts);
      const shortest = shortestLoopLength(facts.plan.tasks.length, pairs);
      if (shortest === undefined) expectSamePath(facts, pairs);
      else {
        cyclic += 1;
        expect(facts.planPath()).toBeUndefined();
        expect(Math.min(...facts.cycles().map(({ tasks }) => tasks.length))).toBe(shortest);
        for (const { tasks, steps } of facts.cycles()) {
          expect(tasks[0]).toBe(Math.min(...tasks));
          for (const { from, to } of steps) expect(pairs.some((pair) => pair.from === from && pair.to === to)).toBe(true);
        }
      }
    }),
    { numRuns: RUNS, seed: 7 },
  );
  expect(cyclic).toBeGreaterThan(RUNS / 10);
  expect(cyclic).toBeLessThan(RUNS * 0.9);
});

function expectSamePath(facts: Facts, pairs: readonly Pair[]): void {
  const { durations } = facts;
  expect(facts.cycles()).toEqual([]);
  const earliest = (task: number): number =>
    Math.max(0, ...pairs.filter(({ to }) => to === task).map(({ from, hours }) => earliest(from) + hours));
  const finish = Math.max(0, ...Array.from(durations, (hours, task) => earliest(task) + hours));
  const latest = (task: number): number =>
    Math.min(finish - durations[task], ...pairs.filter(({ from }) => from === task).map(({ to, hours }) => latest(to) - hours));
  const free = (task: number): number =>
    Math.min(finish - durations[task], ...pairs.filter(({ from }) => from === task).map(({ to, hours }) => earliest(to) - hours)) -
    earliest(task);
  const found = facts.planPath();
  expect(found?.duration).toBe(finish);
  for (const times of found?.tasks ?? []) {
    const { task, earliestStart, latestStart, totalSlack, freeSlack, critical } = times;
    expect([earliestStart, latestStart, freeSlack]).toEqual([earliest(task), latest(task), free(task)]);
    expect([totalSlack, critical]).toEqual([latest(task) - earliest(task), latest(task) === earliest(task)]);
  }
  const path = found?.path ?? [];
  expect(path.every((task) => latest(task) === earliest(task))).toBe(true);
  for (const [at, task] of path.slice(1).entries()) {
    expect(pairs.some(({ from, to, hours }) => from === path[at] && to === task && earliest(from) + hours === earliest(task))).toBe(true);
  }
}

function allPairs({ plan, references, durations, reading }: Facts): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [to, resolutions] of references.entries()) {
    for (const resolution of resolutions) {
      if (resolution.reference === undefined) continue;
      const { link } = resolution.reference;
      for (const from of writtenOut([resolution])) pairs.push({ from, to, hours: hoursBetween(link, durations[from], durations[to]) });
    }
  }
  for (let to = 0; to < plan.sprints.length; to += 1) {
    for (const from of awaited(plan, to, reading.overlap)) {
      for (const before of tasksOf(plan, from))
        for (const after of tasksOf(plan, to)) pairs.push({ from: before, to: after, hours: durations[before] });
    }
  }
  return pairs;
}

function hoursBetween({ relation, lag }: Link, from: number, to: number): number {
  return lag + (relation[0] === "F" ? from : 0) - (relation[1] === "F" ? to : 0);
}

/** The sprints whose tasks a sprint waits for, through overlaps and through sprints without tasks. */
function awaited(plan: Plan, sprint: number, overlap: string, seen = new Set([sprint])): ReadonlySet<number> {
  const found = new Set<number>();
  for (const gate of plan.gates) {
    const from = Number(gate.from.text);
    if (Number(gate.to.text) !== sprint || from === sprint) continue;
    const hard = gate.kind === "hard" || overlap === "wait";
    if (hard) found.add(from);
    if ((hard ? tasksOf(plan, from).length > 0 : overlap === "free") || seen.has(from)) continue;
    for (const further of awaited(plan, from, overlap, new Set([...seen, from]))) found.add(further);
  }
  return found;
}

function tasksOf(plan: Plan, sprint: number): readonly number[] {
  return plan.tasks.filter((task) => task.sprint === sprint).map(({ index }) => index);
}

function shortestLoopLength(count: number, pairs: readonly Pair[]): number | undefined {
  let shortest: number | undefined;
  for (let source = 0; source < count; source += 1) {
    let level = new Set([source]);
    for (let length = 1; length <= count; length += 1) {
      level = new Set(pairs.filter(({ from }) => level.has(from)).map(({ to }) => to));
      if (level.has(source) && length < (shortest ?? count + 1)) shortest = length;
    }
  }
  return shortest;
}

test("the default reading is the configuration's", () => {
  expect(computeFacts(buildPlan({}), defaultConfig).reading).toEqual(defaultConfig.reading);
});
