import { describe, expect, test } from "vitest";
import type { Project } from "../src/schedule/project.ts";
import { scheduleProject } from "../src/schedule/schedule-project.ts";
import { faultsOf } from "./project-checker.ts";

/** Numbers that are the same on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Activities that ask for parts of four resources, each behind up to two others: too many to prove anything about. */
function crowdedProject(count: number, seed: number, due?: number): Project {
  const below = numbersFrom(seed);
  const activities = Array.from({ length: count }, () => ({
    duration: 1 + below(10),
    demands: [0, 1, 2, 3].flatMap((resource) => (below(3) === 0 ? [] : [{ resource, amount: 1 + below(6) }])),
    due: due === undefined ? undefined : below(due),
  }));
  const links = activities.flatMap((_, to) =>
    to < 8
      ? []
      : [
          { from: below(to), to, relation: "FS" as const, lag: 0 },
          ...(below(2) === 0 ? [{ from: below(to), to, relation: "FS" as const, lag: 0 }] : []),
        ],
  );
  return { activities, resources: [0, 1, 2, 3].map(() => ({ capacity: 10 })), links };
}

describe("a search that cannot be ended by a proof", () => {
  test("finds valid schedules that are no worse for a larger budget", () => {
    const project = crowdedProject(60, 7);
    const found = [50, 500, 5_000].map((budget) => scheduleProject(project, { budget, proof: "none" }));
    expect(found.flatMap((schedule) => faultsOf(project, schedule))).toEqual([]);
    const lengths = found.map(({ makespan }) => makespan);
    expect(lengths.toSorted((one, other) => other - one)).toEqual(lengths);
    expect(lengths[2]).toBeLessThan(lengths[0]);
    expect(found[2].generated).toBeGreaterThan(4_000);
  });

  test("goes on elsewhere where nothing moves any more, and is the same for the same seed", () => {
    const project = crowdedProject(9, 5);
    const options = { budget: 20_000, proof: "none", seed: 3 } as const;
    const found = scheduleProject(project, options);
    expect(faultsOf(project, found)).toEqual([]);
    expect(scheduleProject(project, options)).toEqual(found);
  });

  test("is less late for a larger budget", () => {
    const project = crowdedProject(40, 11, 60);
    const [short, long] = [60, 4_000].map((budget) => scheduleProject(project, { budget, proof: "none" }));
    expect(faultsOf(project, long)).toEqual([]);
    expect(long.makespan).toBeLessThanOrEqual(short.makespan);
    if (long.makespan === short.makespan) expect(long.lateness).toBeLessThanOrEqual(short.lateness);
  });
});
