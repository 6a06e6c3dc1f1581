import { type Calendar, finishOf, nextWorked, startFor } from "./calendar.ts";
import type { Instance } from "./compile.ts";
import { createHeap } from "./heap.ts";

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
  const { count, releases, packing, calendars, features } = instance;
  const { offsets: needOffsets, needWord, needAmount, guard } = packing;
  const { offsets, others, lags, fromFinish, toFinish } = instance.links.after;
  const { before } = instance.links;
  const starts = new Int32Array(count);
  const finishes = new Int32Array(count);
  const earliest = new Int32Array(count);
  const earliestFinish = features.finishLinks ? new Int32Array(count) : undefined;
  const lines = createTimelines(instance);

  function release(activity: number, start: number, finish: number): void {
    for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
      const time = (fromFinish[arc] === 1 ? finish : start) + lags[arc];
      const other = others[arc];
      if (toFinish[arc] === 0) {
        if (time > earliest[other]) earliest[other] = time;
      } else if (earliestFinish !== undefined && time > earliestFinish[other]) earliestFinish[other] = time;
    }
  }

  /** The first place from `start` on where `duration` ticks in a row have all that the one need asks for. */
  function placeOne(need: number, start: number, duration: number): number {
    const word = needWord[need];
    const amount = needAmount[need];
    const mask = guard[word];
    const line = lines.reach(word, start + duration);
    let length = line.length;
    let current = line;
    let at = start;
    let tick = start;
    while (tick < at + duration) {
      if (tick >= length) {
        current = lines.reach(word, at + duration);
        length = current.length;
      }
      if (((current[tick] - amount) & mask) !== mask) at = tick + 1;
      tick += 1;
    }
    return at;
  }

  function fits(activity: number, tick: number): boolean {
    for (let need = needOffsets[activity]; need < needOffsets[activity + 1]; need += 1) {
      const word = needWord[need];
      const line = lines.reach(word, tick + 1);
      if (((line[tick] - needAmount[need]) & guard[word]) !== guard[word]) return false;
    }
    return true;
  }

  /** The same for several needs, and for work that pauses in breaks. */
  function placeMany(activity: number, start: number, calendar: Calendar | undefined): number {
    const duration = durations[activity];
    let at = calendar === undefined ? start : nextWorked(calendar, start);
    let finish = calendar === undefined ? at + duration : finishOf(calendar, at, duration);
    for (let tick = at; tick < finish; tick += 1) {
      if (fits(activity, tick)) continue;
      at = calendar === undefined ? tick + 1 : nextWorked(calendar, tick + 1);
      finish = calendar === undefined ? at + duration : finishOf(calendar, at, duration);
      tick = at - 1;
    }
    return at;
  }

  function startAfterLinks(activity: number, calendar: Calendar | undefined): number {
    const start = earliest[activity];
    if (earliestFinish === undefined) return start;
    const finish = earliestFinish[activity];
    const duration = durations[activity];
    return Math.max(start, calendar === undefined ? finish - duration : startFor(calendar, finish, duration));
  }

  function occupy(activity: number, start: number, finish: number): void {
    for (let need = needOffsets[activity]; need < needOffsets[activity + 1]; need += 1) {
      const line = lines.reach(needWord[need], finish);
      const amount = needAmount[need];
      for (let tick = start; tick < finish; tick += 1) line[tick] -= amount;
    }
  }

  function begin(from: number): void {
    earliest.set(releases);
    if (from > 0) for (let activity = 0; activity < count; activity += 1) if (earliest[activity] < from) earliest[activity] = from;
    earliestFinish?.fill(0);
    lines.clear();
  }

  function settle(activity: number, start: number, calendar: Calendar | undefined): number {
    const finish = calendar === undefined ? start + durations[activity] : finishOf(calendar, start, durations[activity]);
    if (needOffsets[activity + 1] > needOffsets[activity]) occupy(activity, start, finish);
    starts[activity] = start;
    finishes[activity] = finish;
    release(activity, start, finish);
    return finish;
  }

  function serial(list: Int32Array, from: number): number {
    begin(from);
    let makespan = 0;
    for (let at = 0; at < count; at += 1) {
      const activity = list[at];
      const duration = durations[activity];
      const calendar = features.breaks ? calendars[activity] : undefined;
      let start = startAfterLinks(activity, calendar);
      const needs = needOffsets[activity + 1] - needOffsets[activity];
      if (duration > 0) {
        if (needs === 1 && calendar === undefined) start = placeOne(needOffsets[activity], start, duration);
        else if (needs > 0 || calendar !== undefined) start = placeMany(activity, start, calendar);
      }
      const finish = settle(activity, start, calendar);
      if (finish > makespan) makespan = finish;
    }
    lines.used(makespan);
    return makespan;
  }

  /** The least time from `time` on at which links and breaks let it start. */
  function ready(activity: number, time: number): number {
    const calendar = calendars[activity];
    const start = Math.max(time, startAfterLinks(activity, calendar));
    return calendar === undefined || durations[activity] === 0 ? start : nextWorked(calendar, start);
  }

  function fitsFrom(activity: number, start: number): boolean {
    const calendar = calendars[activity];
    const finish = calendar === undefined ? start + durations[activity] : finishOf(calendar, start, durations[activity]);
    for (let tick = start; tick < finish; tick += 1) if (!fits(activity, tick)) return false;
    return true;
  }

  function parallel(priority: Int32Array): number {
    begin(0);
    const waiting = Int32Array.from({ length: count }, (_unused, activity) => before.offsets[activity + 1] - before.offsets[activity]);
    let eligible: number[] = [];
    for (let activity = 0; activity < count; activity += 1) if (waiting[activity] === 0) eligible.push(activity);
    const ends = createHeap(count);
    let makespan = 0;
    for (let time = 0; eligible.length > 0; ) {
      let next = Number.POSITIVE_INFINITY;
      const left: number[] = [];
      const freed: number[] = [];
      eligible.sort((one, other) => priority[one] - priority[other]);
      for (const activity of eligible) {
        const start = ready(activity, time);
        if (start > time || !fitsFrom(activity, time)) {
          if (start > time) next = Math.min(next, start);
          left.push(activity);
          continue;
        }
        const finish = settle(activity, time, calendars[activity]);
        makespan = Math.max(makespan, finish);
        if (finish > time) ends.push(finish);
        for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
          waiting[others[arc]] -= 1;
          if (waiting[others[arc]] === 0) freed.push(others[arc]);
        }
      }
      eligible = [...left, ...freed];
      if (freed.length > 0) continue;
      while (ends.size() > 0 && ends.least() <= time) ends.pop();
      time = Math.min(next, ends.size() > 0 ? ends.least() : next);
    }
    lines.used(makespan);
    return makespan;
  }

  function fixed(times: Int32Array): number | undefined {
    begin(0);
    let makespan = 0;
    let sound = true;
    for (const activity of instance.order) {
      const start = times[activity];
      sound = ready(activity, start) === start && fitsFrom(activity, start);
      if (!sound) break;
      makespan = Math.max(makespan, settle(activity, start, calendars[activity]));
    }
    lines.used(makespan);
    return sound ? makespan : undefined;
  }

  return { starts, finishes, serial, parallel, fixed };
}

interface Timelines {
  /** The line of a word, at least so long. */
  reach(word: number, length: number): Int32Array;
  used(end: number): void;
  clear(): void;
}

/** What is left at each tick, a line for each word of the packing. Lines grow when they are too short. */
function createTimelines({ packing, durations }: Instance): Timelines {
  const first = Math.min(
    LONGEST_FIRST_LINE,
    durations.reduce((sum, duration) => sum + duration, 1),
  );
  const lines = Array.from(packing.free, (free) => new Int32Array(first).fill(free));
  let dirty = 0;
  return {
    reach(word, length) {
      const line = lines[word];
      if (length <= line.length) return line;
      const longer = new Int32Array(2 * length).fill(packing.free[word]);
      longer.set(line);
      lines[word] = longer;
      return longer;
    },
    used(end) {
      dirty = end;
    },
    clear() {
      for (let word = 0; word < lines.length; word += 1) lines[word].fill(packing.free[word], 0, dirty);
    },
  };
}

const LONGEST_FIRST_LINE = 65_536;
