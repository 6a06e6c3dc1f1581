import { topologicalOrder } from "../arcs.ts";
import { type Calendar, createCalendars } from "./calendar.ts";
import { compressLinks, type Links } from "./links.ts";
import { type Packing, packDemands } from "./packing.ts";
import { type Activity, type Project, ProjectError, type ProjectLink } from "./project.ts";

/** A project as flat arrays, ready to be scheduled forward many times. */
export interface Instance {
  readonly count: number;
  readonly durations: Int32Array;
  readonly releases: Int32Array;
  readonly dues: Float64Array;
  readonly links: Links;
  readonly packing: Packing;
  /** By activity; undefined where none of its resources has a break. */
  readonly calendars: readonly (Calendar | undefined)[];
  /** The activities in an order in which every link points forward, and the place of each in it. */
  readonly order: Int32Array;
  readonly rank: Int32Array;
  /** The sum over an activity's demands of the share of the resource that it takes. */
  readonly shares: Float64Array;
  readonly features: Features;
}

/** What a project makes use of: where something is missing, a shorter way can be taken. */
export interface Features {
  readonly breaks: boolean;
  /** Some links end at a finish. */
  readonly finishLinks: boolean;
  /** Some links let an activity start before its predecessor, so that an order by starts need not be one by links. */
  readonly leads: boolean;
  readonly releases: boolean;
  readonly dues: boolean;
}

/** Throws a ProjectError where the numbers make no sense, activities wait for each other, or one needs more than there is. */
export function compileProject(project: Project): Instance {
  const { activities, resources, links } = project;
  checkNumbers(project);
  const compressed = compressLinks(activities.length, links);
  const order = topologicalOrder(compressed.after);
  if (order === undefined) throw new ProjectError("some activities wait for each other");
  const rank = new Int32Array(activities.length);
  for (const [place, activity] of order.entries()) rank[activity] = place;
  const calendars = createCalendars(activities, resources);
  const dues = Float64Array.from(activities, ({ due }) => due ?? Number.POSITIVE_INFINITY);
  return {
    count: activities.length,
    durations: Int32Array.from(activities, ({ duration }) => duration),
    releases: Int32Array.from(activities, ({ release }) => release ?? 0),
    dues,
    links: compressed,
    packing: packDemands(activities, resources),
    calendars,
    order,
    rank,
    shares: Float64Array.from(activities, ({ demands }) =>
      demands.reduce((sum, { resource, amount }) => sum + amount / Math.max(1, resources[resource].capacity), 0),
    ),
    features: {
      breaks: calendars.some((calendar) => calendar !== undefined),
      finishLinks: links.some(({ relation }) => relation === "FF" || relation === "SF"),
      leads: links.some((link) => mayStartFirst(link, activities)),
      releases: activities.some(({ release }) => (release ?? 0) > 0),
      dues: dues.some((due) => due < Number.POSITIVE_INFINITY),
    },
  };
}

/** The same project with time running backwards from `horizon`, without releases and due times. */
export function mirrorProject({ activities, resources, links }: Project, horizon: number): Project {
  return {
    activities: activities.map(({ duration, demands }) => ({ duration, demands })),
    resources: resources.map(({ capacity, breaks }) => ({
      capacity,
      breaks: breaks
        ?.filter(({ start }) => start < horizon)
        .map(({ start, end }) => ({ start: horizon - Math.min(end, horizon), end: horizon - start }))
        .reverse(),
    })),
    links: links.map(({ from, to, relation, lag }) => ({ from: to, to: from, relation: MIRRORED[relation], lag })),
  };
}

const MIRRORED: Readonly<Record<ProjectLink["relation"], ProjectLink["relation"]>> = { FS: "FS", SS: "FF", FF: "SS", SF: "SF" };

/** Past this, sums of a few times could leave the range of 32-bit numbers. */
const LONGEST_TIME = 2 ** 28;

function mayStartFirst({ from, relation, lag }: ProjectLink, activities: readonly Activity[]): boolean {
  switch (relation) {
    case "FS":
      return activities[from].duration + lag < 0;
    case "SS":
      return lag < 0;
    case "FF":
    case "SF":
      return true;
  }
}

function checkNumbers({ activities, resources, links }: Project): void {
  for (const [index, { capacity, breaks }] of resources.entries()) {
    checkTime(capacity, "the capacity of resource", index);
    let end = 0;
    for (const each of breaks ?? []) {
      checkTime(each.start, "a break of resource", index);
      checkTime(each.end, "a break of resource", index);
      if (each.start < end || each.end <= each.start) throw new ProjectError(`the breaks of resource ${index} are not in order`);
      end = each.end;
    }
  }
  let total = 0;
  for (const [index, { duration, release, due, demands }] of activities.entries()) {
    checkTime(duration, "the duration of activity", index);
    checkTime(release ?? 0, "the release of activity", index);
    checkTime(due ?? 0, "the due time of activity", index);
    total += duration;
    if (demands.length > 1 && new Set(demands.map(({ resource }) => resource)).size < demands.length)
      throw new ProjectError(`activity ${index} names a resource twice`);
    for (const { resource, amount } of demands) {
      checkTime(amount, "a demand of activity", index);
      if (resources.at(resource) === undefined || resource < 0)
        throw new ProjectError(`activity ${index} needs the unknown resource ${resource}`);
      if (amount > resources[resource].capacity)
        throw new ProjectError(`activity ${index} needs more of resource ${resource} than there is`);
    }
  }
  for (const { from, to, lag } of links) {
    checkTime(Math.abs(lag), "a lag");
    total += Math.abs(lag);
    if (!(from in activities && to in activities)) throw new ProjectError(`a link from ${from} to ${to} leaves the project`);
  }
  checkTime(total, "the sum of all durations and lags");
}

/** What it is is put into words only where something is wrong with it. */
function checkTime(value: number, what: string, index?: number): void {
  if (!Number.isInteger(value) || value < 0 || value > LONGEST_TIME)
    throw new ProjectError(
      `${index === undefined ? what : `${what} ${index}`} is ${value}, which is no whole number from 0 to ${LONGEST_TIME}`,
    );
}
