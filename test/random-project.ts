import fc from "fast-check";
import type { Activity, Break, Demand, Project, ProjectLink, Resource } from "../src/schedule/project.ts";

/** How large the projects of a draw may be, and what may be in them. */
export interface ProjectShape {
  readonly activities: { readonly min: number; readonly max: number };
  /** The longest duration in ticks. */
  readonly longest: number;
  /** Up to four people, who do one thing at a time, or up to three resources that several activities may share. */
  readonly resources: "people" | "amounts";
  /** Finish to start without lags, or everything that a link can say. */
  readonly links: "plain" | "any";
  /** Links per activity on average, at most. */
  readonly density: number;
  readonly times: "free" | "releases" | "releases and breaks";
}

/** Projects in which activities wait for earlier ones only: each of them has a schedule. */
export function projects(shape: ProjectShape): fc.Arbitrary<Project> {
  return resourcesOf(shape).chain((resources) =>
    fc
      .array(activityOf(shape, resources), { minLength: shape.activities.min, maxLength: shape.activities.max })
      .chain((activities) => linksAmong(activities.length, shape).map((links) => ({ activities, resources, links }))),
  );
}

function resourcesOf({ resources, times }: ProjectShape): fc.Arbitrary<readonly Resource[]> {
  const breaks = times === "releases and breaks" ? breakLists : fc.constant([]);
  const people = fc.record({ capacity: fc.constant(1), breaks });
  const machines = fc.record({ capacity: fc.integer({ min: 1, max: 6 }), breaks });
  return resources === "people" ? fc.array(people, { minLength: 1, maxLength: 4 }) : fc.array(machines, { minLength: 1, maxLength: 3 });
}

/** Up to three breaks within the first 30 ticks or so. */
const breakLists: fc.Arbitrary<readonly Break[]> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), length: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 })
  .map((draws) => {
    let tick = -1;
    return draws.map(({ gap, length }) => {
      const start = tick + gap;
      tick = start + length;
      return { start, end: tick };
    });
  });

function activityOf({ longest, times }: ProjectShape, resources: readonly Resource[]): fc.Arbitrary<Activity> {
  const released = times === "free" ? fc.constant(0) : fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3 * longest));
  const working = fc.record({
    duration: fc.integer({ min: 1, max: longest }),
    demands: demandsOf(resources),
    release: released,
    due: fc.option(fc.nat(6 * longest), { nil: undefined }),
  });
  const event = released.map((release) => ({ duration: 0, demands: [], release }));
  return fc.oneof({ weight: 12, arbitrary: working }, event);
}

function demandsOf(resources: readonly Resource[]): fc.Arbitrary<readonly Demand[]> {
  return fc
    .subarray([...resources.keys()])
    .chain((needed) =>
      fc.tuple(...needed.map((resource) => fc.record({ resource: fc.constant(resource), amount: amountOf(resources[resource]) }))),
    );
}

function amountOf({ capacity }: Resource): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: capacity });
}

function linksAmong(count: number, { links, density }: ProjectShape): fc.Arbitrary<readonly ProjectLink[]> {
  const draw = fc.record({
    to: fc.nat(),
    back: fc.nat(),
    relation: links === "plain" ? fc.constant("FS" as const) : fc.constantFrom("FS" as const, "SS" as const, "FF" as const, "SF" as const),
    lag: links === "plain" ? fc.constant(0) : fc.integer({ min: -4, max: 4 }),
  });
  return fc.array(draw, { maxLength: Math.floor(density * count) }).map((draws) =>
    draws
      .map(({ to, back, relation, lag }) => ({
        from: (to % Math.max(count, 1)) - 1 - (back % 5),
        to: to % Math.max(count, 1),
        relation,
        lag,
      }))
      .filter(({ from }) => from >= 0),
  );
}
