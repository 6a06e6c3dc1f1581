import type { Project, ProjectLink } from "../src/schedule/project.ts";
import { finishFrom, worksAt } from "./project-checker.ts";

interface Times {
  readonly starts: readonly number[];
  readonly finishes: readonly number[];
}

/**
 * The makespan of the best schedule, by trying every way out of every conflict: as long as some activities need more than there
 * is, one of them has to wait for another (after Igelmund and Radermacher, 1983). Undefined where that takes more than `limit` tries.
 */
export function leastMakespan(project: Project, limit: number): number | undefined {
  let best = sequentialEnd(project);
  let tries = 0;
  const seen = new Set<string>();
  const open: { readonly added: readonly ProjectLink[]; readonly times: Times }[] = [];
  push([]);
  while (open.length > 0) {
    const node = open.pop();
    if (node === undefined || endOf(project, node.times, node.added) >= best) continue;
    tries += 1;
    if (tries > limit) return undefined;
    const conflict = conflictOf(project, node.times);
    if (conflict === undefined) best = Math.max(0, ...node.times.finishes);
    else {
      // The most promising way comes last, for it is taken first.
      const ways = pairsOf(conflict).sort((one, other) => node.times.finishes[other.from] - node.times.finishes[one.from]);
      for (const way of ways) push([...node.added, way]);
    }
  }
  return best;

  function push(added: readonly ProjectLink[]): void {
    const key = added
      .map(({ from, to }) => `${from}-${to}`)
      .sort()
      .join();
    if (seen.has(key)) return;
    seen.add(key);
    const times = earliest({ ...project, links: [...project.links, ...added] }, best);
    if (times !== undefined) open.push({ added, times });
  }
}

/** One more than a makespan that is surely reached: everything one after the other, behind all releases, lags and breaks. */
function sequentialEnd({ activities, resources, links }: Project): number {
  const last = Math.max(
    0,
    ...activities.map(({ release = 0 }) => release),
    ...resources.flatMap(({ breaks = [] }) => breaks.map(({ end }) => end)),
  );
  const work = activities.reduce((sum, { duration }) => sum + duration, 0);
  const lags = links.reduce((sum, { lag }) => sum + Math.max(lag, 0), 0);
  return last + work + lags + 1;
}

/** When everything can happen as far as links, releases and breaks go; undefined where that is `end` or later. */
function earliest(project: Project, end: number): Times | undefined {
  const starts = project.activities.map(({ release = 0 }, activity) => workingFrom(project, activity, Math.max(0, release)));
  const finishes = starts.map((start, activity) => finishFrom(project, activity, start));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to, relation, lag } of project.links) {
      const bound = (relation === "SS" || relation === "SF" ? starts[from] : finishes[from]) + lag;
      const reached = () => (relation === "FS" || relation === "SS" ? starts[to] : finishes[to]);
      while (reached() < bound) {
        moved = true;
        starts[to] = workingFrom(project, to, starts[to] + 1);
        finishes[to] = finishFrom(project, to, starts[to]);
        if (finishes[to] >= end) return undefined;
      }
    }
  }
  return finishes.some((finish) => finish >= end) ? undefined : { starts, finishes };
}

function workingFrom(project: Project, activity: number, start: number): number {
  let tick = start;
  while (project.activities[activity].duration > 0 && !worksAt(project, activity, tick)) tick += 1;
  return tick;
}

/** A bound on the end: for each pool of activities of which no two fit together, their first start, all their work and their last tail. */
function endOf(project: Project, { starts, finishes }: Times, added: readonly ProjectLink[]): number {
  const { activities, resources } = project;
  const tails = tailsOf(project, added);
  const loads = resources.flatMap((_, resource) => {
    const pool = [...activities.keys()].filter((activity) => takes(project, activity, resource) * 2 > resources[resource].capacity);
    return [...new Set(pool.map((activity) => starts[activity]))].map((head) => {
      const later = pool.filter((activity) => starts[activity] >= head && activities[activity].duration > 0);
      const work = later.reduce((sum, activity) => sum + activities[activity].duration, 0);
      return head + work + Math.min(...later.map((activity) => tails[activity]));
    });
  });
  return Math.max(0, ...finishes, ...finishes.map((finish, activity) => finish + tails[activity]), ...loads.filter(Number.isFinite));
}

/** The least time from each activity's finish to the end, by the links from finish to start. */
function tailsOf({ activities, links }: Project, added: readonly ProjectLink[]): readonly number[] {
  const tails = activities.map(() => 0);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to, relation, lag } of [...links, ...added]) {
      if (relation !== "FS" || tails[from] >= lag + activities[to].duration + tails[to]) continue;
      tails[from] = lag + activities[to].duration + tails[to];
      moved = true;
    }
  }
  return tails;
}

/** As few activities as need more of something than there is at some time; undefined where everything fits. */
function conflictOf(project: Project, { starts, finishes }: Times): readonly number[] | undefined {
  const byTime = [...starts].sort((one, other) => one - other);
  for (const tick of byTime) {
    const running = [...starts.keys()].filter((activity) => starts[activity] <= tick && tick < finishes[activity]);
    for (const [resource, { capacity }] of project.resources.entries()) {
      const users = running.filter((activity) => takes(project, activity, resource) > 0);
      const most = users.sort((one, other) => takes(project, other, resource) - takes(project, one, resource));
      let used = 0;
      for (const [at, activity] of most.entries()) {
        used += takes(project, activity, resource);
        if (used > capacity) return most.slice(0, at + 1);
      }
    }
  }
  return undefined;
}

function takes({ activities }: Project, activity: number, resource: number): number {
  return activities[activity].demands.find((demand) => demand.resource === resource)?.amount ?? 0;
}

function pairsOf(conflict: readonly number[]): ProjectLink[] {
  return conflict.flatMap((from) => conflict.filter((to) => to !== from).map((to) => ({ from, to, relation: "FS" as const, lag: 0 })));
}
