import type { Measure } from "../../analysis/difference/effect-measure.ts";
import { formatHours } from "../../format.ts";

/** Plan text of which only the beginning is shown where it is long. */
export function shorten(text: string): string {
  const words = text
    .slice(0, 4 * LONGEST)
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = Array.from(words);
  return characters.length <= LONGEST && text.length <= 4 * LONGEST ? words : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** Working time as people say it: `3 days`, `1.5 days`, and hours below a day. */
export function timeWords(hours: number, hoursPerDay: number): string {
  const size = Math.abs(hours);
  if (size < hoursPerDay) return formatHours(size);
  const days = Number((size / hoursPerDay).toFixed(1));
  return days === 1 ? "1 day" : `${days} days`;
}

/** `320 h → 344 h`, or `320 h` where nothing changed. */
export function beforeAfter({ before, after, delta }: Measure): string {
  return delta === 0 ? hoursWords(after) : `${hoursWords(before)} → ${hoursWords(after)}`;
}

export function hoursWords(hours: number | undefined): string {
  return hours === undefined ? "–" : formatHours(hours);
}

/** `+24 h`; empty where there is none. */
export function deltaWords({ delta }: Measure): string {
  return delta === undefined || delta === 0 ? "" : `${delta > 0 ? "+" : ""}${formatHours(delta)}`;
}

const LONGEST = 80;
