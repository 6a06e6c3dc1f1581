import type { Position } from "./source.ts";

/** Hours in words: `39⅔ h`, `2.5 h`, `40 h`. */
export function formatHours(hours: number): string {
  return `${formatNumber(hours)} h`;
}

/** A number as people write it: whole, with a third (`39⅔`), or with at most two decimals. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const third = THIRDS.find(({ part }) => Math.abs(size - whole - part) < THIRD_TOLERANCE);
  const digits = third ? `${whole === 0 ? "" : whole}${third.sign}` : `${Number(size.toFixed(2))}`;
  return value < 0 && digits !== "0" ? `-${digits}` : digits;
}

/** A ratio in words: 1.05 gives `105 %`; what is only nearly whole (1.004) does not pass for `100 %`. */
export function formatPercent(ratio: number): string {
  const rounded = Math.round(ratio * 100);
  const hides = rounded === 100 && Math.abs(ratio - 1) > 0.0005;
  return `${hides ? Number((ratio * 100).toFixed(1)) : rounded} %`;
}

/** `1 task`, `2 tasks`; the plural is given only where it is irregular. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`; with a limit `a, b and 7 more`. Nothing for no items. */
export function formatList(items: readonly string[], limit: number = items.length): string {
  const shown = items.length > limit ? [...items.slice(0, limit), `${items.length - limit} more`] : items;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}

/** The same of items of which only the first are given: `a, b and 7 more`. */
export function formatSome(first: readonly string[], count: number): string {
  return formatList(count > first.length ? [...first, `${count - first.length} more`] : first);
}

/** `2.3.1 → 2.3.3 → … → 2.3.15`: a chain by its first steps and its last one. */
export function formatChain(steps: readonly string[], limit = 6): string {
  const shown = steps.length > limit ? [...steps.slice(0, limit - 2), "…", steps[steps.length - 1]] : steps;
  return shown.join(" → ");
}

/** `week 1`, `weeks 1-3`. */
export function formatWeeks(weeks: { readonly first: number; readonly last: number }): string {
  return weeks.first === weeks.last ? `week ${weeks.first}` : `weeks ${weeks.first}-${weeks.last}`;
}

/** `plans/a.md:12:3`, which editors and terminals turn into a link. */
export function formatPlace(path: string, position: Position): string {
  return `${formatPath(path)}:${position.line}:${position.column}`;
}

/** A path with `/`, whatever the system. */
export function formatPath(path: string): string {
  return path.replaceAll("\\", "/");
}

/** Plan text inside a message: in backticks, on one line, cut where it is longer than a title. */
export function formatQuote(text: string): string {
  if (text.length <= LONGEST_QUOTE && isPlain(text)) return `\`${text}\``;
  const characters = Array.from(
    text
      .slice(0, 4 * LONGEST_QUOTE)
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
  const cut = characters.length > LONGEST_QUOTE || text.length > 4 * LONGEST_QUOTE;
  return `\`${characters.slice(0, LONGEST_QUOTE).join("")}${cut ? "…" : ""}\``;
}

/** Whether a text is words of ASCII with one blank between them, as most names, ids and titles are. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** `6 errors, 9 warnings`; severities without findings are left out, and none at all is `no problems`. */
export function formatProblems(counts: { readonly errors: number; readonly warnings: number; readonly infos: number }): string {
  const parts = [
    { count: counts.errors, noun: "error" },
    { count: counts.warnings, noun: "warning" },
    { count: counts.infos, noun: "info" },
  ];
  const found = parts.filter(({ count }) => count > 0).map(({ count, noun }) => formatCount(count, noun));
  return found.length === 0 ? "no problems" : found.join(", ");
}

const THIRDS = [
  { part: 1 / 3, sign: "⅓" },
  { part: 2 / 3, sign: "⅔" },
];

/** Closer to the truth than two decimals are. */
const THIRD_TOLERANCE = 0.001;

const LONGEST_QUOTE = 80;
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
