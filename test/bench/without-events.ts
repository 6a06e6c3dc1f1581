import type { Activity, Project, ProjectLink } from "../../src/schedule/project.ts";

/** The project with its events replaced by links between the activities on both sides of them, as people write their plans down. */
export function withoutEvents({ activities, resources, links }: Project): Project {
  const waits = new Map<number, ProjectLink[]>();
  for (const link of links) waits.set(link.to, [...(waits.get(link.to) ?? []), link]);
  const known = new Map<number, readonly ProjectLink[]>();
  const kept = [...activities.keys()].filter((activity) => !isEvent(activities[activity]));
  const places = new Map(kept.map((activity, place) => [activity, place]));
  return {
    activities: kept.map((activity) => activities[activity]),
    resources,
    links: kept.flatMap((activity) =>
      linksTo(activity).map((link) => ({ ...link, from: places.get(link.from) ?? -1, to: places.get(activity) ?? -1 })),
    ),
  };

  /** What an activity waits for, through all events: of several equal links, the one with the longest lag. */
  function linksTo(activity: number): readonly ProjectLink[] {
    const found = known.get(activity);
    if (found !== undefined) return found;
    const longest = new Map<string, ProjectLink>();
    for (const link of waits.get(activity) ?? []) {
      const through = isEvent(activities[link.from])
        ? linksTo(link.from).map((before) => ({ ...before, lag: before.lag + link.lag }))
        : [link];
      for (const each of through) {
        const key = `${each.from} ${each.relation}`;
        if (each.lag >= (longest.get(key)?.lag ?? each.lag)) longest.set(key, each);
      }
    }
    known.set(activity, [...longest.values()]);
    return [...longest.values()];
  }
}

function isEvent({ duration, release = 0 }: Activity): boolean {
  return duration === 0 && release === 0;
}
