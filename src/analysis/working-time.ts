import type { Config } from "../config.ts";
import { HOUR_TOLERANCE, type Plan } from "../model.ts";
import { dateOf, dayNumber, isWorkingDay, workingDays, workingDaysBefore } from "./days.ts";
import { firstDayOf } from "./windows.ts";

/** The working hours of a plan whose first day is known. */
export interface WorkingTime {
  /** As `dayNumber` counts. */
  readonly firstDay: number;
  readonly hoursPerDay: number;
  readonly daysPerWeek: number;
}

/** The calendar's first day, else the first date of any sprint; undefined where neither is known. */
export function findWorkingTime(plan: Plan, { calendar }: Config): WorkingTime | undefined {
  const { start, hoursPerDay, daysPerWeek } = calendar;
  const firstDay = start === undefined ? firstDayOf(plan) : dayNumber(start);
  return firstDay === undefined ? undefined : { firstDay, hoursPerDay, daysPerWeek };
}

/** Whether the calendar has days off that nobody can place, because the plan's first day is not known. */
export function hasUnplacedDays(plan: Plan, config: Config): boolean {
  const { holidays, daysOff } = config.calendar;
  const any = holidays.length > 0 || Object.values(daysOff).some((days) => days.length > 0);
  return any && findWorkingTime(plan, config) === undefined;
}

const MORNING = 9;

/**
 * The local time, such as `2026-03-02T09:00`, of an hour on the working-time axis. Where a day ends and the next begins
 * at the same hour, a finish is in the evening and a start in the morning.
 */
export function timeAt({ firstDay, hoursPerDay, daysPerWeek }: WorkingTime, hour: number, side: "start" | "finish"): string {
  const days = workingDaysBefore(firstDay, daysPerWeek) + hour / hoursPerDay;
  const nearest = Math.round(days);
  const exact = Math.abs(days - nearest) * hoursPerDay < HOUR_TOLERANCE ? nearest : days;
  const evening = side === "finish" && hour > 0;
  const week = evening ? Math.ceil(exact / daysPerWeek) - 1 : Math.floor(exact / daysPerWeek);
  const within = exact - week * daysPerWeek;
  const weekday = evening ? Math.ceil(within) - 1 : Math.floor(within);
  const morning = Math.min(MORNING, 24 - hoursPerDay);
  const minutes = Math.round((morning + (within - weekday) * hoursPerDay) * 60);
  const date = dateOf(week * 7 + weekday + Math.floor(minutes / MINUTES_PER_DAY));
  return `${date}T${twoDigits(Math.floor((minutes % MINUTES_PER_DAY) / 60))}:${twoDigits(minutes % 60)}`;
}

/** So many days of the working-time axis from one on. */
export interface AxisSpan {
  readonly first: number;
  readonly days: number;
}

/** The days of a span, counted from its first one, that dates and periods such as `2026-12-24/2027-01-01` name. */
export function axisDays(
  { firstDay, daysPerWeek }: WorkingTime,
  written: readonly string[],
  { first, days }: AxisSpan,
): ReadonlySet<number> {
  const named = new Set<number>();
  for (const text of written) {
    const [start, end = start] = text.split("/").map(dayNumber);
    for (let day = Math.max(start, firstDay); day <= end; day += 1) {
      const place = Math.floor(workingDays(firstDay, day, daysPerWeek)) - first;
      if (place >= days) break;
      if (place >= 0 && isWorkingDay(day, daysPerWeek)) named.add(place);
    }
  }
  return named;
}

const MINUTES_PER_DAY = 1440;

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
