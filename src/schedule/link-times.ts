import { nextWorked, startFor } from "./calendar.ts";
import type { Instance } from "./compile.ts";

/** When activities may start, as those that they wait for find their places. */
export interface LinkTimes {
  /** Nothing has its place yet, and nothing may start before `from`. */
  begin(from: number): void;
  /** An activity has found its place: what waits for it learns of that. */
  pass(activity: number, start: number, finish: number): void;
  /** The least start by links and releases. */
  startOf(activity: number): number;
  /** The same from `time` on and in a tick in which its resources work. */
  readyFrom(activity: number, time: number): number;
}

export function createLinkTimes({ count, releases, links, calendars, features }: Instance, durations: Int32Array): LinkTimes {
  const { offsets, targets, lags, fromFinish, toFinish } = links.after;
  const starts = new Int32Array(count);
  const finishes = features.finishLinks ? new Int32Array(count) : undefined;

  function startOf(activity: number): number {
    const start = starts[activity];
    if (finishes === undefined) return start;
    const calendar = calendars[activity];
    const duration = durations[activity];
    const finish = finishes[activity];
    return Math.max(start, calendar === undefined ? finish - duration : startFor(calendar, finish, duration));
  }

  return {
    begin(from) {
      starts.set(releases);
      if (from > 0) for (let activity = 0; activity < count; activity += 1) if (starts[activity] < from) starts[activity] = from;
      finishes?.fill(0);
    },
    pass(activity, start, finish) {
      for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
        const time = (fromFinish[arc] === 1 ? finish : start) + lags[arc];
        const other = targets[arc];
        if (toFinish[arc] === 0) {
          if (time > starts[other]) starts[other] = time;
        } else if (finishes !== undefined && time > finishes[other]) finishes[other] = time;
      }
    },
    startOf,
    readyFrom(activity, time) {
      const calendar = calendars[activity];
      const start = Math.max(time, startOf(activity));
      return calendar === undefined || durations[activity] === 0 ? start : nextWorked(calendar, start);
    },
  };
}
