import { type Calendar, finishOf, nextWorked } from "./calendar.ts";
import type { Instance } from "./compile.ts";
import type { Packing } from "./packing.ts";

/** What is left of each resource at each tick, as a schedule grows. */
export interface Timelines {
  /** The first start at or after one from which an activity finds all that it needs, in a break of nobody. */
  place(activity: number, start: number): number;
  fitsFrom(activity: number, start: number, finish: number): boolean;
  occupy(activity: number, start: number, finish: number): void;
  /** Gives everything back that was taken before `end`. */
  clear(end: number): void;
}

/** A line of ticks for each word of the packing; lines grow when they are too short. */
export function createTimelines({ count, packing, calendars }: Instance, durations: Int32Array): Timelines {
  const { offsets, needWord, needAmount, guard } = packing;
  const rows = createRows(packing, count);
  const { lines, runs } = rows;

  function fits(activity: number, tick: number): boolean {
    for (let need = offsets[activity]; need < offsets[activity + 1]; need += 1) {
      const word = needWord[need];
      const line = lines.reach(word, tick + 1);
      if (((line[tick] - needAmount[need]) & guard[word]) !== guard[word]) return false;
    }
    return true;
  }

  function placeMany(activity: number, start: number, calendar: Calendar | undefined): number {
    const duration = durations[activity];
    let at = calendar === undefined ? start : nextWorked(calendar, start);
    let finish = calendar === undefined ? at + duration : finishOf(calendar, at, duration);
    for (let tick = at; tick < finish; tick += 1) {
      if (fits(activity, tick)) continue;
      let end = tick + 1;
      while (!fits(activity, end)) end += 1;
      at = calendar === undefined ? end : nextWorked(calendar, end);
      finish = calendar === undefined ? at + duration : finishOf(calendar, at, duration);
      tick = at - 1;
    }
    return at;
  }

  return {
    place(activity, start) {
      const calendar = calendars[activity];
      const needs = offsets[activity + 1] - offsets[activity];
      if (durations[activity] === 0 || (needs === 0 && calendar === undefined)) return start;
      return needs === 1 && calendar === undefined
        ? placeOne(rows, offsets[activity], start, durations[activity])
        : placeMany(activity, start, calendar);
    },
    fitsFrom(activity, start, finish) {
      for (let tick = start; tick < finish; tick += 1) if (!fits(activity, tick)) return false;
      return true;
    },
    occupy(activity, start, finish) {
      for (let need = offsets[activity]; need < offsets[activity + 1]; need += 1) {
        const line = lines.reach(needWord[need], finish);
        const amount = needAmount[need];
        for (let tick = start; tick < finish; tick += 1) line[tick] -= amount;
      }
    },
    clear(end) {
      lines.clear(end);
      runs?.clear(end);
    },
  };
}

interface Rows {
  readonly packing: Packing;
  /** By word, what is left at each tick. */
  readonly lines: Lines;
  /** By kind of need, the end of a run of ticks without room for it, at the tick where one was met; 0 where none was. */
  readonly runs: Lines | undefined;
}

function createRows(packing: Packing, count: number): Rows {
  const runs = packing.classes * FEW_CLASSES > count ? undefined : createLines(new Int32Array(packing.classes));
  return { packing, lines: createLines(packing.free), runs };
}

/** The most frequent case, one need and no breaks: runs of ticks without room are passed over, and remembered. */
function placeOne({ packing, lines, runs }: Rows, need: number, start: number, duration: number): number {
  const word = packing.needWord[need];
  const amount = packing.needAmount[need];
  const mask = packing.guard[word];
  const skips = runs?.reach(packing.needClass[need], start + duration);
  let line = lines.reach(word, start + duration);
  let at = start;
  for (let tick = start; tick < at + duration; tick += 1) {
    if (tick >= line.length) line = lines.reach(word, at + duration);
    if (((line[tick] - amount) & mask) === mask) continue;
    let end = tick + 1;
    if (skips !== undefined && tick < skips.length && skips[tick] > end) end = skips[tick];
    while (end < line.length && ((line[end] - amount) & mask) !== mask) end += 1;
    if (skips !== undefined && tick < skips.length) skips[tick] = end;
    at = end;
    tick = end - 1;
  }
  return at;
}

interface Lines {
  /** The line of a word, at least so long. */
  reach(word: number, length: number): Int32Array;
  clear(end: number): void;
}

function createLines(free: Int32Array): Lines {
  const lines = Array.from(free, (word) => new Int32Array(FIRST_LENGTH).fill(word));
  return {
    reach(word, length) {
      const line = lines[word];
      if (length <= line.length) return line;
      const longer = new Int32Array(2 * length).fill(free[word]);
      longer.set(line);
      lines[word] = longer;
      return longer;
    },
    clear(end) {
      for (let word = 0; word < lines.length; word += 1) lines[word].fill(free[word], 0, end);
    },
  };
}

const FIRST_LENGTH = 1024;

/** Runs are worth remembering where many activities need the same: this many for each kind of need, on average. */
const FEW_CLASSES = 4;
