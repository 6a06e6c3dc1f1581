import { topologicalOrder } from "../../arcs.ts";
import { type Calendar, createCalendars, finishOf, latestStartFor } from "../../schedule/calendar.ts";
import { compressLinks } from "../../schedule/links.ts";
import type { Project, ProjectLink } from "../../schedule/project.ts";
import type { Handover, Times } from "./levelled-handovers.ts";

/**
 * The ticks by which each activity can start later without a later end of all, where what waits for it, by a link or
 * for what it gives back, stays in its order.
 */
export function slackWithin(project: Project, { starts, finishes }: Times, handovers: readonly Handover[]): readonly number[] {
  const end = finishes.reduce((last, finish) => Math.max(last, finish), 0);
  const links: readonly ProjectLink[] = [
    ...project.links,
    ...handovers.map(({ from, to }): ProjectLink => ({ from, to, relation: "FS", lag: 0 })),
  ];
  const calendars = createCalendars(project.activities, project.resources);
  const lengths = project.activities.map(({ duration }) => duration);
  const latest = lengths.map((duration, activity) => latestStart(calendars[activity], end, duration));
  const order = orderOf(project.activities.length, links, starts);
  const leaving = linksByFrom(links, starts.length);
  for (let changed = true; changed; ) {
    changed = false;
    for (const activity of order) {
      const start = leaving[activity].reduce(
        (least, link) => Math.min(least, startBefore(link, { calendars, lengths, latest })),
        latest[activity],
      );
      changed ||= start < latest[activity];
      latest[activity] = start;
    }
  }
  return latest.map((start, activity) => Math.max(0, start - starts[activity]));
}

interface Latest {
  readonly calendars: readonly (Calendar | undefined)[];
  readonly lengths: readonly number[];
  readonly latest: readonly number[];
}

/** Leads can make a circle of links and handovers that holds nevertheless; then the order only decides how long it takes. */
function orderOf(count: number, links: readonly ProjectLink[], starts: readonly number[]): readonly number[] {
  const order = topologicalOrder(compressLinks(count, links).after);
  return order === undefined ? [...starts.keys()].sort((one, other) => starts[other] - starts[one]) : [...order].reverse();
}

function linksByFrom(links: readonly ProjectLink[], count: number): readonly (readonly ProjectLink[])[] {
  const leaving = Array.from({ length: count }, (): ProjectLink[] => []);
  for (const link of links) leaving[link.from].push(link);
  return leaving;
}

/** The latest start of a link's source, given that of its target. */
function startBefore({ from, to, relation, lag }: ProjectLink, { calendars, lengths, latest }: Latest): number {
  const toCalendar = calendars[to];
  const toFinish = toCalendar === undefined ? latest[to] + lengths[to] : finishOf(toCalendar, latest[to], lengths[to]);
  switch (relation) {
    case "FS":
      return latestStart(calendars[from], latest[to] - lag, lengths[from]);
    case "SS":
      return latest[to] - lag;
    case "FF":
      return latestStart(calendars[from], toFinish - lag, lengths[from]);
    case "SF":
      return toFinish - lag;
  }
}

/** The last start from which work is finished by a tick. */
function latestStart(calendar: Calendar | undefined, finish: number, duration: number): number {
  return calendar === undefined ? finish - duration : latestStartFor(calendar, finish, duration);
}
