import fc from "fast-check";
import { expect, test } from "vitest";
import type { CriticalPath, TaskTimes } from "../src/analysis/critical-path.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Reading } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { type InventedPlan, idOf, plans, readings, withWait, writePlan } from "./random-plan.ts";

const RUNS = Number(process.env.RUNS ?? 2_000);
const LIMIT = 60_000 + RUNS * 60;

test("critical paths are the longest paths of the plan that was meant", { timeout: LIMIT }, () => {
  const met = { tasks: 0, gates: 0, slack: 0 };
  fc.assert(
    fc.property(plans, readings, (plan, reading) => {
      const facts = read(plan, reading);
      expect(facts.plan.tasks.map(({ id }) => id.value)).toEqual(plan.tasks.map((_task, index) => idOf(plan, index)));
      expectPath(facts.planPath(), meant(plan, reading, "plan"));
      for (const sprint of plan.sprints.keys()) expectPath(facts.sprintPath(sprint), meant(plan, reading, sprint));
      met.tasks += plan.tasks.length;
      met.gates += facts.plan.gates.length;
      met.slack += facts.planPath()?.tasks.filter(({ totalSlack, freeSlack }) => totalSlack > freeSlack && freeSlack > 0).length ?? 0;
    }),
    { numRuns: RUNS, seed: 1959 },
  );
  expect(Object.values(met).every((count) => count > RUNS / 20)).toBe(true);
});

test("one more dependency never makes a plan shorter", { timeout: LIMIT }, () => {
  fc.assert(
    fc.property(plans, readings, fc.nat(), fc.nat(), (plan, reading, one, two) => {
      if (plan.tasks.length < 2) return;
      const later = 1 + (one % (plan.tasks.length - 1));
      const earlier = two % later;
      const longer = withWait(plan, later, { text: idOf(plan, earlier), tasks: [earlier] });
      const [before, after] = [read(plan, reading).planPath(), read(longer, reading).planPath()];
      // Within a sprint, the later task may already be what the earlier one waits for.
      if (before !== undefined && after !== undefined) expect(after.duration).toBeGreaterThanOrEqual(before.duration);
      else expect(plan.tasks[earlier].sprint).toBe(plan.tasks[later].sprint);
    }),
    { numRuns: Math.ceil(RUNS / 10), seed: 1959 },
  );
});

function read(plan: InventedPlan, reading: Reading): Facts {
  const config = configSchema.parse({ reading });
  return computeFacts(parsePlan(createSource("plan.md", writePlan(plan)), config), config);
}

/** Tasks that take time, and for each of them those that it waits for, by index of the plan. */
interface Meant {
  readonly tasks: readonly number[];
  hoursOf(task: number): number;
  before(task: number): readonly number[];
}

/** The whole plan under its gates, or one sprint without anything around it. */
function meant(plan: InventedPlan, reading: Reading, scope: "plan" | number): Meant {
  const hours = plan.tasks.map((_task, index) => hoursOf(plan, index, reading));
  const tasks = [...plan.tasks.keys()].filter((task) => scope === "plan" || plan.tasks[task].sprint === scope);
  const before = plan.tasks.map(({ sprint, waits }) => {
    const own = waits.flatMap((wait) => wait.tasks);
    const all = scope === "plan" ? [...own, ...behindGates(plan, sprint, reading.overlap)] : own.filter((task) => tasks.includes(task));
    return [...new Set(all)];
  });
  return { tasks, hoursOf: (task) => hours[task], before: (task) => before[task] };
}

function hoursOf({ tasks, sprints }: InventedPlan, index: number, { joint, all }: Reading): number {
  const { hours, people, sprint } = tasks[index];
  if (people === "everybody") return all === "share" ? hours / Math.max(1, sprints[sprint].team.length) : hours;
  return joint === "split" ? hours / people.length : hours;
}

/** The tasks that a sprint waits for as a whole; one without tasks passes on what it waits for itself. */
function behindGates(plan: InventedPlan, sprint: number, overlap: Reading["overlap"]): readonly number[] {
  const { kind, from } = plan.sprints[sprint].gate;
  return from.flatMap((other) => {
    if (kind === "overlap" && overlap === "free") return [];
    if (kind === "overlap" && overlap === "inherit") return behindGates(plan, other, overlap);
    const own = [...plan.tasks.keys()].filter((task) => plan.tasks[task].sprint === other);
    return own.length > 0 ? own : behindGates(plan, other, overlap);
  });
}

/** Longest paths by plain recursion: no order is made beforehand, and no pass runs back from the end. */
function expectPath(found: CriticalPath | undefined, { tasks, hoursOf, before }: Meant): void {
  const after = (task: number): readonly number[] => tasks.filter((other) => before(other).includes(task));
  const start: (task: number) => number = remembered((task) => Math.max(0, ...before(task).map((other) => start(other) + hoursOf(other))));
  const rest: (task: number) => number = remembered((task) => hoursOf(task) + Math.max(0, ...after(task).map((other) => rest(other))));
  const duration = Math.max(0, ...tasks.map((task) => start(task) + rest(task)));
  const slack = (task: number): number => duration - start(task) - rest(task);
  const free = (task: number): number => Math.min(duration, ...after(task).map((other) => start(other))) - start(task) - hoursOf(task);
  expect(found?.duration).toBeCloseTo(duration, 6);
  expect(found?.tasks.map(({ task }) => task)).toEqual(tasks);
  for (const times of found?.tasks ?? []) {
    const { task } = times;
    expectTimes(times, { start: start(task), hours: hoursOf(task), slack: slack(task), free: free(task) });
  }
  if (tasks.length > 0) expect(found?.tasks.some(({ totalSlack }) => totalSlack === 0)).toBe(true);
  expectChain(found?.path ?? [], { start, hoursOf, duration });
}

interface Expected {
  readonly start: number;
  readonly hours: number;
  readonly slack: number;
  readonly free: number;
}

/** One comparison a task: thousands of plans have many tasks. */
function expectTimes(times: TaskTimes, { start, hours, slack, free }: Expected): void {
  const { duration, earliestStart, earliestFinish, latestStart, latestFinish, totalSlack, freeSlack, critical } = times;
  const found = [duration, earliestStart, earliestFinish, latestStart, latestFinish, totalSlack, freeSlack];
  const right = [hours, start, start + hours, start + slack, start + slack + hours, slack, free];
  const alike = found.every((value, at) => Math.abs(value - right[at]) < 1e-6);
  if (!alike || critical !== slack < 1e-6) expect([...found, critical]).toEqual([...right, slack < 1e-6]);
  if (!(totalSlack >= freeSlack - 1e-6 && freeSlack >= 0)) expect(totalSlack).toBeGreaterThanOrEqual(freeSlack);
}

interface Times {
  readonly duration: number;
  start(task: number): number;
  hoursOf(task: number): number;
}

/** The chain that is shown begins with the plan, goes on without a pause, and ends with it. */
function expectChain(path: readonly number[], { start, hoursOf, duration }: Times): void {
  let reached = 0;
  for (const task of path) {
    expect(start(task)).toBeCloseTo(reached, 6);
    reached = start(task) + hoursOf(task);
  }
  expect(reached).toBeCloseTo(duration, 6);
}

function remembered(compute: (task: number) => number): (task: number) => number {
  const known = new Map<number, number>();
  return (task) => {
    const value = known.get(task) ?? compute(task);
    known.set(task, value);
    return value;
  };
}
