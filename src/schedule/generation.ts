import { finishOf } from "./calendar.ts";
import type { Instance } from "./compile.ts";
import { createHeap } from "./heap.ts";
import { createLinkTimes, type LinkTimes } from "./link-times.ts";
import { createTimelines, type Timelines } from "./timelines.ts";

/** Makes one schedule after the other, into the same two arrays. */
export interface Generator {
  /** Of the schedule that was generated last, by activity. */
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
  /**
   * Serial schedule generation (Kelley, 1963): each activity of the list starts as early as the links, the resources left
   * and `from` allow. Gives the last finish. Every activity must stand behind those that it waits for.
   */
  serial(list: Int32Array, from: number): number;
  /**
   * Parallel schedule generation (Brooks and White, 1965): at each time, whatever can start does, by its place in
   * `priority`, the least first. Gives the last finish.
   */
  parallel(priority: Int32Array): number;
  /** Puts everything where `times` says. Gives the last finish; undefined where a link, a resource or a break forbids it. */
  fixed(times: Int32Array): number | undefined;
}

/** `durations` may be others than the instance's own, and may change from one schedule to the next. */
export function createGenerator(instance: Instance, durations: Int32Array = instance.durations): Generator {
  const lines = createTimelines(instance, durations);
  const times = createLinkTimes(instance, durations);
  const starts = new Int32Array(instance.count);
  const finishes = new Int32Array(instance.count);
  const board: Board = { instance, durations, lines, times, starts, finishes };
  let used = 0;

  function begin(from: number): void {
    lines.clear(used);
    times.begin(from);
  }

  return {
    starts,
    finishes,
    serial(list, from) {
      begin(from);
      used = serial(board, list);
      return used;
    },
    parallel(priority) {
      begin(0);
      used = parallel(board, priority);
      return used;
    },
    fixed(given) {
      begin(0);
      const { end, sound } = fixed(board, given);
      used = end;
      return sound ? end : undefined;
    },
  };
}

interface Board {
  readonly instance: Instance;
  readonly durations: Int32Array;
  readonly lines: Timelines;
  readonly times: LinkTimes;
  readonly starts: Int32Array;
  readonly finishes: Int32Array;
}

function finishFrom({ instance, durations }: Board, activity: number, start: number): number {
  const calendar = instance.calendars[activity];
  return calendar === undefined ? start + durations[activity] : finishOf(calendar, start, durations[activity]);
}

function settle(board: Board, activity: number, start: number): number {
  const finish = finishFrom(board, activity, start);
  board.lines.occupy(activity, start, finish);
  board.starts[activity] = start;
  board.finishes[activity] = finish;
  board.times.pass(activity, start, finish);
  return finish;
}

function serial(board: Board, list: Int32Array): number {
  const { lines, times } = board;
  let end = 0;
  for (let at = 0; at < list.length; at += 1) {
    const activity = list[at];
    const finish = settle(board, activity, lines.place(activity, times.startOf(activity)));
    if (finish > end) end = finish;
  }
  return end;
}

function parallel(board: Board, priority: Int32Array): number {
  const { instance, times } = board;
  const { offsets, targets } = instance.links.after;
  const { before } = instance.links;
  const waiting = Int32Array.from(priority, (_place, activity) => before.offsets[activity + 1] - before.offsets[activity]);
  let eligible = [...waiting.keys()].filter((activity) => waiting[activity] === 0);
  const ends = createHeap(instance.count);
  let end = 0;
  for (let time = 0; eligible.length > 0; ) {
    let next = Number.POSITIVE_INFINITY;
    const left: number[] = [];
    const freed: number[] = [];
    eligible.sort((one, other) => priority[one] - priority[other]);
    for (const activity of eligible) {
      const start = times.readyFrom(activity, time);
      if (start > time || !board.lines.fitsFrom(activity, time, finishFrom(board, activity, time))) {
        if (start > time) next = Math.min(next, start);
        left.push(activity);
        continue;
      }
      const finish = settle(board, activity, time);
      end = Math.max(end, finish);
      if (finish > time) ends.push(finish);
      for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
        waiting[targets[arc]] -= 1;
        if (waiting[targets[arc]] === 0) freed.push(targets[arc]);
      }
    }
    eligible = [...left, ...freed];
    if (freed.length > 0) continue;
    while (ends.size() > 0 && ends.least() <= time) ends.pop();
    time = Math.min(next, ends.size() > 0 ? ends.least() : next);
  }
  return end;
}

function fixed(board: Board, given: Int32Array): { readonly end: number; readonly sound: boolean } {
  let end = 0;
  for (const activity of board.instance.order) {
    const start = given[activity];
    const possible = start >= 0 && board.times.readyFrom(activity, start) === start;
    if (!possible || !board.lines.fitsFrom(activity, start, finishFrom(board, activity, start))) return { end, sound: false };
    end = Math.max(end, settle(board, activity, start));
  }
  return { end, sound: true };
}
