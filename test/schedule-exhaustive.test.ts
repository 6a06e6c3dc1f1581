import fc from "fast-check";
import { expect, test } from "vitest";
import { scheduleProject } from "../src/schedule/schedule-project.ts";
import { leastMakespan } from "./least-makespan.ts";
import { faultsOf } from "./project-checker.ts";
import { type ProjectShape, projects } from "./random-project.ts";

const small = { activities: { min: 5, max: 10 }, longest: 9, density: 1 };

const shapes: Readonly<Record<string, ProjectShape>> = {
  "a few people": { ...small, resources: "people", links: "plain", times: "free" },
  "a few people, joined by leads and lags": { ...small, resources: "people", links: "any", times: "releases" },
  "a few people with breaks": { ...small, resources: "people", links: "plain", times: "releases and breaks" },
  "a few people with breaks, joined by leads and lags": { ...small, resources: "people", links: "any", times: "releases and breaks" },
  "what several activities can share": { ...small, resources: "amounts", links: "plain", times: "free" },
  "what several activities can share, joined by leads and lags": { ...small, resources: "amounts", links: "any", times: "releases" },
  "what several activities can share, with breaks": { ...small, resources: "amounts", links: "any", times: "releases and breaks" },
  "up to twenty activities": {
    activities: { min: 14, max: 20 },
    longest: 12,
    density: 1.5,
    resources: "people",
    links: "plain",
    times: "releases",
  },
};

test.each(Object.entries(shapes))("the best schedule is found and no bound is above it: %s", (_, shape) => {
  // Which projects they are is the seed's choice; those in which it would take too long to try all ways out are left out.
  const known = fc.sample(projects(shape), { numRuns: 40, seed: 2007 }).flatMap((project) => {
    const least = leastMakespan(project, 500);
    return least === undefined ? [] : [{ project, least }];
  });
  expect(known.length).toBeGreaterThan(30);
  const results = known.map(({ project, least }) => ({ project, least, schedule: scheduleProject(project) }));
  expect(results.flatMap(({ project, schedule }) => faultsOf(project, schedule))).toEqual([]);
  expect(results.filter(({ schedule, least }) => schedule.makespan !== least || schedule.lowerBound > least)).toEqual([]);
});
