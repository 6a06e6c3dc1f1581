const MILLISECONDS_PER_DAY = 86_400_000;
const MONDAY = Date.parse("1969-12-29T00:00:00Z") / MILLISECONDS_PER_DAY;

/** An ISO date as days counted from a Monday; not a number for a date that does not exist. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY - MONDAY;
}

/** Whether a text is an ISO date, such as `2026-03-02`, of a day that exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, text.length) === text;
}

/** The ISO date of a day. */
export function dateOf(day: number): string {
  return new Date((day + MONDAY) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Working days from one day up to, not including, another; a week's working days begin on Monday. */
export function workingDays(from: number, to: number, daysPerWeek: number): number {
  return workingDaysBefore(to, daysPerWeek) - workingDaysBefore(from, daysPerWeek);
}

export function workingDaysBefore(day: number, daysPerWeek: number): number {
  const weeks = Math.floor(day / 7);
  return weeks * daysPerWeek + Math.min(day - weeks * 7, daysPerWeek);
}

/** Whether all of a day is working time. */
export function isWorkingDay(day: number, daysPerWeek: number): boolean {
  return day - Math.floor(day / 7) * 7 < daysPerWeek;
}
