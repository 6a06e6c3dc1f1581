import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Project, ProjectError } from "../src/schedule/project.ts";
import { scheduleProject } from "../src/schedule/schedule-project.ts";
import { faultsOf } from "./project-checker.ts";
import { projects } from "./random-project.ts";

const anyProject: fc.Arbitrary<Project> = fc
  .record({
    activities: fc.constantFrom({ min: 0, max: 6 }, { min: 0, max: 30 }),
    longest: fc.constantFrom(2, 10, 40),
    resources: fc.constantFrom("people" as const, "amounts" as const),
    links: fc.constantFrom("plain" as const, "any" as const),
    density: fc.constantFrom(0, 1, 2),
    times: fc.constantFrom("free" as const, "releases" as const, "releases and breaks" as const),
  })
  .chain(projects);

const budgets = fc.constantFrom(1, 50, 500);
const seeds = fc.integer({ min: 0, max: 1000 });

describe("any project", () => {
  test("has a schedule that keeps to it and says no more than is so", () => {
    fc.assert(
      fc.property(anyProject, budgets, seeds, (project, budget, seed) => {
        expect(faultsOf(project, scheduleProject(project, { budget, seed }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("has the same schedule for the same seed", () => {
    fc.assert(
      fc.property(anyProject, budgets, seeds, (project, budget, seed) => {
        expect(scheduleProject(project, { budget, seed })).toEqual(scheduleProject(project, { budget, seed }));
      }),
    );
  });

  test("takes no more schedules than it may", () => {
    fc.assert(
      fc.property(anyProject, fc.constantFrom(50, 500), (project, budget) => {
        expect(scheduleProject(project, { budget }).generated).toBeLessThanOrEqual(budget);
      }),
    );
  });

  test("ends a search with the first schedule that is soon enough, and is the same where none is", () => {
    fc.assert(
      fc.property(anyProject, budgets, fc.nat(150), (project, budget, enough) => {
        const best = scheduleProject(project, { budget });
        const found = scheduleProject(project, { budget, enough });
        if (best.makespan > enough) {
          expect(found).toEqual(best);
          return;
        }
        expect(found.makespan).toBeLessThanOrEqual(enough);
        expect(found.generated).toBeLessThanOrEqual(best.generated);
        expect(faultsOf(project, found)).toEqual([]);
      }),
    );
  });

  test("ends no later than a schedule that is known", () => {
    fc.assert(
      fc.property(anyProject, seeds, (project, seed) => {
        const known = scheduleProject(project, { budget: 500, seed });
        expect(scheduleProject(project, { budget: 1, known: [known.starts] }).makespan).toBeLessThanOrEqual(known.makespan);
      }),
    );
  });

  test("takes starts that are known of another project as a hint", () => {
    fc.assert(
      fc.property(anyProject, fc.infiniteStream(fc.nat(100)), (project, ticks) => {
        const known = [project.activities.map(() => ticks.next().value ?? 0)];
        expect(faultsOf(project, scheduleProject(project, { budget: 50, known }))).toEqual([]);
      }),
    );
  });

  test("is never proven to take longer with more of everything", () => {
    fc.assert(
      fc.property(anyProject, fc.integer({ min: 1, max: 3 }), (project, more) => {
        const resources = project.resources.map((resource) => ({ ...resource, capacity: resource.capacity + more }));
        const schedule = scheduleProject(project, { budget: 500 });
        const richer = scheduleProject({ ...project, resources }, { budget: 500 });
        expect(richer.lowerBound).toBeLessThanOrEqual(schedule.makespan);
        if (schedule.optimal && richer.optimal) expect(richer.makespan).toBeLessThanOrEqual(schedule.makespan);
      }),
    );
  });

  test("takes no longer by proof without one of its links", () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), (project, which) => {
        const links = project.links.filter((_, index) => index !== which % Math.max(1, project.links.length));
        const schedule = scheduleProject(project, { budget: 500 });
        expect(scheduleProject({ ...project, links }, { budget: 500 }).lowerBound).toBeLessThanOrEqual(schedule.makespan);
      }),
    );
  });
});

test("nothing to do takes no time", () => {
  expect(scheduleProject({ activities: [], resources: [{ capacity: 1 }], links: [] })).toEqual({
    starts: [],
    finishes: [],
    makespan: 0,
    lowerBound: 0,
    optimal: true,
    lateness: 0,
    generated: expect.any(Number),
  });
});

test("a long chain is scheduled without recursion", () => {
  const count = 5000;
  const activities = Array.from({ length: count }, () => ({ duration: 1, demands: [{ resource: 0, amount: 1 }] }));
  const links = Array.from({ length: count - 1 }, (_, from) => ({ from, to: from + 1, relation: "FS" as const, lag: 0 }));
  const schedule = scheduleProject({ activities, resources: [{ capacity: 1 }], links }, { budget: 10 });
  expect(schedule).toMatchObject({ makespan: count, lowerBound: count, optimal: true });
});

describe("an activity", () => {
  const one = { duration: 4, demands: [{ resource: 0, amount: 1 }] };

  test("pauses while its person has a break", () => {
    const resources = [{ capacity: 1, breaks: [{ start: 2, end: 5 }] }];
    expect(scheduleProject({ activities: [one], resources, links: [] })).toMatchObject({ starts: [0], finishes: [7], optimal: true });
  });

  test("begins when all of its people work", () => {
    const resources = [
      { capacity: 1, breaks: [{ start: 0, end: 2 }] },
      { capacity: 1, breaks: [{ start: 2, end: 3 }] },
    ];
    const joint = { ...one, demands: [0, 1].map((resource) => ({ resource, amount: 1 })) };
    expect(scheduleProject({ activities: [joint], resources, links: [] })).toMatchObject({ starts: [3], finishes: [7] });
  });

  test("is late by what it ends after its due time", () => {
    const activities = [
      { ...one, due: 8 },
      { ...one, due: 3 },
    ];
    expect(scheduleProject({ activities, resources: [{ capacity: 1 }], links: [] })).toMatchObject({ starts: [4, 0], lateness: 1 });
  });
});

describe("no schedule is made of", () => {
  const task = { duration: 1, demands: [] };
  const two: Project = { activities: [task, task], resources: [{ capacity: 2 }], links: [] };
  const link = { from: 0, to: 1, relation: "FS" as const, lag: 0 };
  const back = { ...link, from: 1, to: 0 };
  const withTask = (change: Partial<Project["activities"][number]>): Project => ({ ...two, activities: [task, { ...task, ...change }] });

  test.each<readonly [string, Project]>([
    ["two activities that wait for each other", { ...two, links: [link, back] }],
    ["an activity that waits for itself", { ...two, links: [{ ...link, to: 0 }] }],
    ["an activity that needs more than there is", withTask({ demands: [{ resource: 0, amount: 3 }] })],
    ["an activity that needs what there is not", withTask({ demands: [{ resource: 1, amount: 1 }] })],
    ["an activity that needs a resource twice", withTask({ demands: [0, 0].map((resource) => ({ resource, amount: 1 })) })],
    ["a negative demand", withTask({ demands: [{ resource: 0, amount: -1 }] })],
    ["a link from an activity that there is not", { ...two, links: [{ ...link, from: -1 }] }],
    ["a link to an activity that there is not", { ...two, links: [{ ...link, to: 2 }] }],
    ["a lag that is no number", { ...two, links: [{ ...link, lag: Number.NaN }] }],
    ["a lag of half a tick", { ...two, links: [{ ...link, lag: 0.5 }] }],
    ["a duration that is no number", withTask({ duration: Number.NaN })],
    ["a negative duration", withTask({ duration: -1 })],
    ["half a tick", withTask({ duration: 0.5 })],
    ["an endless duration", withTask({ duration: Number.POSITIVE_INFINITY })],
    ["a release that is no number", withTask({ release: Number.NaN })],
    ["a due time that is no number", withTask({ due: Number.NaN })],
    ["a capacity that is no number", { ...two, resources: [{ capacity: Number.NaN }] }],
    ["a break that ends before it starts", { ...two, resources: [{ capacity: 1, breaks: [{ start: 3, end: 2 }] }] }],
  ])("%s", (_, project) => {
    expect(() => scheduleProject(project)).toThrow(ProjectError);
  });
});
