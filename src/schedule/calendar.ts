import type { Activity, Break, Resource } from "./project.ts";

/** When an activity can be worked on: everything but the breaks of its resources. */
export interface Calendar {
  /** Up to here there are breaks; behind it, every tick is worked. */
  readonly end: number;
  /** How many worked ticks lie before each tick up to and including `end`. */
  readonly workedBefore: Int32Array;
  /** The worked ticks before `end`. */
  readonly worked: Int32Array;
}

/** The calendar of each activity; undefined where none of its resources has a break. Those of the same people are one. */
export function createCalendars(activities: readonly Activity[], resources: readonly Resource[]): readonly (Calendar | undefined)[] {
  const known = new Map<string, Calendar>();
  return activities.map(({ demands }) => {
    const absent = demands.map(({ resource }) => resource).filter((resource) => (resources[resource].breaks ?? []).length > 0);
    if (absent.length === 0) return undefined;
    const key = absent.sort((one, other) => one - other).join();
    const calendar = known.get(key) ?? createCalendar(absent.flatMap((resource) => resources[resource].breaks ?? []));
    known.set(key, calendar);
    return calendar;
  });
}

/** The first worked tick at or after one. */
export function nextWorked(calendar: Calendar, tick: number): number {
  return tick >= calendar.end ? tick : workedTick(calendar, calendar.workedBefore[tick]);
}

/** When work that begins at a worked tick is finished. */
export function finishOf(calendar: Calendar, start: number, duration: number): number {
  return duration === 0 ? start : workedTick(calendar, countBefore(calendar, start) + duration - 1) + 1;
}

/** The least start from which work is finished at or after `finish`. */
export function startFor(calendar: Calendar, finish: number, duration: number): number {
  if (duration === 0) return finish;
  return workedTick(calendar, Math.max(0, countBefore(calendar, Math.max(0, finish - 1)) - duration + 1));
}

/** The latest start from which work is finished by `finish`; before 0 where it cannot be. */
export function latestStartFor(calendar: Calendar, finish: number, duration: number): number {
  if (duration === 0) return finish;
  const before = countBefore(calendar, Math.max(0, finish)) - duration;
  return before < 0 ? before : workedTick(calendar, before);
}

/** When work is finished that begins at the last worked tick up to `start`; before 0 where there is none. */
export function finishFromLatest(calendar: Calendar, start: number, duration: number): number {
  if (duration === 0 || start < 0) return start + duration;
  const before = countBefore(calendar, start + 1) - 1;
  return before < 0 ? before : workedTick(calendar, before + duration - 1) + 1;
}

export function createCalendar(breaks: readonly Break[]): Calendar {
  const end = breaks.reduce((last, each) => Math.max(last, each.end), 0);
  const off = new Uint8Array(end);
  for (const each of breaks) off.fill(1, each.start, each.end);
  const workedBefore = new Int32Array(end + 1);
  for (let tick = 0; tick < end; tick += 1) workedBefore[tick + 1] = workedBefore[tick] + 1 - off[tick];
  const worked = new Int32Array(workedBefore[end]);
  for (let tick = 0; tick < end; tick += 1) if (off[tick] === 0) worked[workedBefore[tick]] = tick;
  return { end, workedBefore, worked };
}

export function workedTick({ end, worked }: Calendar, index: number): number {
  return index < worked.length ? worked[index] : end + index - worked.length;
}

export function countBefore({ end, workedBefore }: Calendar, tick: number): number {
  return tick <= end ? workedBefore[tick] : workedBefore[end] + tick - end;
}
