import { type Calendar, createCalendars, finishOf, nextWorked } from "./calendar.ts";
import type { Activity, Project, ProjectLink } from "./project.ts";

/** A project whose activities may be interrupted: each is a chain of short ones, its pieces. */
export interface SplitProject {
  readonly project: Project;
  /** By activity of the whole project: the index of its first piece; its pieces follow each other. */
  readonly firstPieces: readonly number[];
  /** By activity: the index of its last piece, which may be the first one. */
  readonly lastPieces: readonly number[];
  /** When the pieces start in a schedule of the whole project, given its starts. */
  piecesOf(starts: readonly number[]): readonly number[];
}

/**
 * Cuts each activity into pieces of `piece` ticks, or of as many times more as it takes to have no more than `most`
 * pieces, though at least one for each activity.
 */
export function splitProject(project: Project, piece: number, most: number): SplitProject {
  const length = pieceLength(project.activities, piece, most);
  const firstPieces: number[] = [];
  const lastPieces: number[] = [];
  const pieces: Activity[] = [];
  const chains: ProjectLink[] = [];
  for (const activity of project.activities) {
    const count = Math.max(1, Math.ceil(activity.duration / length));
    firstPieces.push(pieces.length);
    for (let index = 0; index < count; index += 1) {
      if (index > 0) chains.push({ from: pieces.length - 1, to: pieces.length, relation: "FS", lag: 0 });
      pieces.push(cutPiece(activity, { index, count, length }));
    }
    lastPieces.push(pieces.length - 1);
  }
  const links = project.links.map((link) => ({
    ...link,
    from: link.relation === "SS" || link.relation === "SF" ? firstPieces[link.from] : lastPieces[link.from],
    to: link.relation === "FF" || link.relation === "SF" ? lastPieces[link.to] : firstPieces[link.to],
  }));
  const split = { activities: pieces, resources: project.resources, links: [...links, ...chains] };
  return { project: split, firstPieces, lastPieces, piecesOf: (starts) => placePieces(split, firstPieces, starts) };
}

interface Cut {
  readonly index: number;
  readonly count: number;
  readonly length: number;
}

function cutPiece({ duration, demands, release, due }: Activity, { index, count, length }: Cut): Activity {
  return {
    duration: index < count - 1 ? length : duration - index * length,
    demands,
    release: index === 0 ? release : undefined,
    due: index === count - 1 ? due : undefined,
  };
}

function pieceLength(activities: readonly Activity[], piece: number, most: number): number {
  const limit = Math.max(most, activities.length);
  let length = piece;
  while (activities.reduce((sum, { duration }) => sum + Math.max(1, Math.ceil(duration / length)), 0) > limit) length += piece;
  return length;
}

function placePieces({ activities, resources }: Project, firstPieces: readonly number[], starts: readonly number[]): readonly number[] {
  const calendars = createCalendars(activities, resources);
  return starts.flatMap((start, activity) => {
    const end = firstPieces[activity + 1] ?? activities.length;
    let tick = start;
    return Array.from({ length: end - firstPieces[activity] }, (_unused, index) => {
      const piece = firstPieces[activity] + index;
      const calendar = calendars[piece];
      const begin = calendar === undefined || index === 0 ? tick : nextWorked(calendar, tick);
      tick = endOf(calendar, begin, activities[piece].duration);
      return begin;
    });
  });
}

function endOf(calendar: Calendar | undefined, start: number, duration: number): number {
  return calendar === undefined ? start + duration : finishOf(calendar, start, duration);
}
