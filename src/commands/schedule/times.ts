import { exactHours } from "../../analysis/effort.ts";
import type { Config } from "../../config.ts";
import { formatCount, formatHours } from "../../format.ts";

/** Working hours as people say them: `8 weeks 2 days 6 h`; undefined for less than a day, where the hours say it all. */
export function spanWords(hours: number, { hoursPerDay, daysPerWeek }: Config["calendar"]): string | undefined {
  const whole = Math.floor(hours / hoursPerDay + DAY_TOLERANCE);
  if (whole === 0) return undefined;
  const rest = Math.max(0, exactHours(hours - whole * hoursPerDay));
  const weeks = Math.floor(whole / daysPerWeek);
  const days = exactHours(whole - weeks * daysPerWeek);
  const parts = [
    weeks === 0 ? "" : formatCount(weeks, "week"),
    days === 0 ? "" : formatCount(days, "day"),
    rest === 0 ? "" : formatHours(rest),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** `Mon 2 Mar 09:00` for the local time `2026-03-02T09:00`. */
export function momentWords(time: string): string {
  return `${weekdayWords(time)} ${time.slice(11, 16)}`;
}

/** `Mon 2 Mar 2026` for the local time or date `2026-03-02`. */
export function dayWords(time: string): string {
  return `${weekdayWords(time)} ${time.slice(0, 4)}`;
}

function weekdayWords(time: string): string {
  const date = new Date(`${time.slice(0, 10)}T00:00:00Z`);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

const DAY_TOLERANCE = 1e-9;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
