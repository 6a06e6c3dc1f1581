import type { Dates, Field, Weeks } from "../model.ts";
import { foreign, type Pattern, pattern } from "./pattern.ts";
import { field, problem, type Slice, sub, trim } from "./slice.ts";

/** `Week 3`, `Weeks 1-3`, `End of Week 6`, `Semana 2`, `第3周`, `2주차`: anywhere in the text. */
export function readWeeks(slice: Slice): Field<Weeks> | undefined {
  return /\d/.test(slice.text) ? firstOf(slice, WEEKS, spanOf) : undefined;
}

/** `Day 1`, `Days 1-3`. */
export function readDays(slice: Slice): Field<Weeks> | undefined {
  return /\d/.test(slice.text) ? firstOf(slice, DAYS, spanOf) : undefined;
}

/** `2025-10-27 – 2025-11-07`, `Oct 7 - Oct 20, 2025`, `19 oct → 25 oct 2025`, `07.10. – 20.10.2025`. */
export function readDates(slice: Slice): Field<Dates> | undefined {
  // All of them have a year, and few headings do.
  return /\d{4}/.test(slice.text) ? firstOf(slice, DATES, datesOf) : undefined;
}

/** The time that a sprint's heading names, if any. */
export interface Timed {
  readonly weeks: Field<Weeks> | undefined;
  readonly dates: Field<Dates> | undefined;
}

/**
 * Sprints that each begin in the very week or on the very day on which the one before ends are written half open:
 * `Week 1-2`, `Week 2-3`, `Week 3-4` are a week each. One overlap alone is an overlap and stays.
 */
export function closeHalfOpen<T extends Timed>(sprints: readonly T[]): readonly T[] {
  const weeks = isChain(sprints.map((sprint) => sprint.weeks?.value));
  const dates = isChain(sprints.map((sprint) => sprint.dates?.value));
  return sprints.map((sprint) => ({
    ...sprint,
    weeks: weeks ? shortened(sprint.weeks, (last) => last - 1) : sprint.weeks,
    dates: dates ? shortened(sprint.dates, dayBefore) : sprint.dates,
  }));
}

interface Ends<T> {
  readonly first: T;
  readonly last: T;
}

function isChain<T>(spans: readonly (Ends<T> | undefined)[]): boolean {
  const known = spans.flatMap((span) => span ?? []);
  return (
    known.length >= 3 && known.every((span, index) => span.first !== span.last && (index === 0 || known[index - 1].last === span.first))
  );
}

function shortened<T>(written: Field<Ends<T>> | undefined, before: (last: T) => T): Field<Ends<T>> | undefined {
  return written?.value === undefined ? written : { ...written, value: { first: written.value.first, last: before(written.value.last) } };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function firstOf<T>(slice: Slice, patterns: readonly Pattern[], read: (groups: Groups) => T | undefined): Field<T> | undefined {
  for (const each of patterns) {
    const match = each(slice.text).exec(slice.text);
    if (match?.groups === undefined) continue;
    const place = trim(sub(slice, match.index, match.index + match[0].length));
    const value = read(match.groups);
    return value === undefined ? problem(place, "is no span of time") : field(place, value);
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function spanOf({ first, last }: Groups): Weeks | undefined {
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  return from <= to && to <= 10_000 ? { first: from, last: to } : undefined;
}

function datesOf({ firstYear, lastYear = firstYear, firstMonth, lastMonth = firstMonth, firstDay, lastDay }: Groups): Dates | undefined {
  const [from, to] = [monthOf(firstMonth), monthOf(lastMonth)];
  // Without a year of its own, December before January is of the year before.
  const first = dateOf(firstYear ?? (from > to ? `${Number(lastYear) - 1}` : lastYear), from, firstDay);
  const last = dateOf(lastYear, to, lastDay);
  return isDay(first) && isDay(last) && first <= last ? { first, last } : undefined;
}

/** Counted from one; zero for what begins like no month's name. */
function monthOf(text = ""): number {
  if (/\d/.test(text)) return Number(text);
  const lower = text.toLowerCase();
  return MONTHS.findIndex((names) => names.some((name) => lower.startsWith(name))) + 1;
}

/** Written as an ISO date, whether a calendar has such a day or not. */
function dateOf(year: string | undefined, month: number, day: string | undefined): string {
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** How the months' names begin, in English, German, Spanish, Portuguese, French, Indonesian and Russian. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "ene", "янв"],
  ["feb", "fev", "fév", "фев"],
  ["mar", "mär", "mrz", "мар"],
  ["apr", "abr", "avr", "апр"],
  ["may", "mai", "mei", "мая", "май"],
  ["jun", "juin", "июн"],
  ["jul", "juil", "июл"],
  ["aug", "ago", "aoû", "agu", "авг"],
  ["sep", "set", "сен"],
  ["oct", "okt", "out", "окт"],
  ["nov", "ноя"],
  ["dec", "dez", "dic", "déc", "des", "дек"],
];

const BETWEEN = String.raw`\s*(?:-|–|—|→|~|&|to|and|bis|und|a|al|até|au|по|until)\s*`;
const WEEKDAY = String.raw`(?<![\p{L}])(?:mon?|tue?|wed|thu|fri?|sat?|sun|die?|mit?|don?|son?|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|seg|ter|qua|qui|sex|mer|jeu|ven|sam|dim)\.?,?\s+`;
const MONTH = String.raw`[\p{L}]{3,10}`;
const WEEK_WORD = "(?:weeks?|wk|wochen?|semanas?|semaines?|недел[яи]|tuần|minggu(?: ke-?)?)";
const WEEKS: readonly Pattern[] = [
  pattern(String.raw`(?<![\p{L}\d])(?:KW|W)\s?(?<first>\d{1,2})(?:\s*[-–—]\s*(?:KW|W)?\s?(?<last>\d{1,2}))?(?![\p{L}\d.-])`, "u"),
  foreign(String.raw`الأسبوع\s*(?<first>\d{1,5})(?:\s*[-–]\s*(?<last>\d{1,5}))?`, "u"),
  pattern(
    String.raw`(?<![\p{L}\d])${WEEK_WORD}\s*#?(?<first>\d{1,5})(?:${BETWEEN}(?:${WEEK_WORD}\s*)?(?<last>\d{1,5}))?(?![\p{L}\d])`,
    "iu",
  ),
  foreign(String.raw`第\s*(?<first>\d{1,5})(?:\s*[-–~至]\s*(?<last>\d{1,5}))?\s*[周週]`, ""),
  foreign(String.raw`(?<first>\d{1,5})(?:\s*(?:주차)?\s*[-–~]\s*(?<last>\d{1,5}))?\s*주차`, ""),
];
const DAYS: readonly Pattern[] = [
  pattern(
    String.raw`(?<![\p{L}\d])(?:days?|tage?|d[ií]as?|jours?)\s*(?<first>\d{1,5})(?:\s*(?:-|–|—|to|bis)\s*(?:day\s*)?(?<last>\d{1,5}))?(?![\p{L}\d])`,
    "iu",
  ),
];
const DATES: readonly Pattern[] = [
  String.raw`(?<firstYear>\d{4})-(?<firstMonth>\d{2})-(?<firstDay>\d{2})${BETWEEN}(?:(?<lastYear>\d{4})-)?(?<lastMonth>\d{2})-(?<lastDay>\d{2})`,
  String.raw`(?<firstDay>\d{1,2})\.(?<firstMonth>\d{1,2})\.(?<firstYear>\d{4})?${BETWEEN}(?<lastDay>\d{1,2})\.(?<lastMonth>\d{1,2})\.(?<lastYear>\d{4})`,
  String.raw`(?<firstYear>\d{4})/(?<firstMonth>\d{1,2})/(?<firstDay>\d{1,2})${BETWEEN}(?<lastYear>\d{4})/(?<lastMonth>\d{1,2})/(?<lastDay>\d{1,2})`,
  String.raw`(?<![\p{L}])(?<firstMonth>${MONTH})\.?\s+(?<firstDay>\d{1,2})(?:st|nd|rd|th)?(?:,\s*(?<firstYear>\d{4}))?${BETWEEN}(?:(?<lastMonth>${MONTH})\.?\s+)?(?<lastDay>\d{1,2})(?:st|nd|rd|th)?,?\s*(?<lastYear>\d{4})`,
  String.raw`(?:${WEEKDAY})?(?<firstDay>\d{1,2})\.?\s+(?:de\s+)?(?<firstMonth>${MONTH})\.?(?:\s+(?<firstYear>\d{4}))?${BETWEEN}(?:${WEEKDAY})?(?<lastDay>\d{1,2})\.?\s+(?:de\s+)?(?<lastMonth>${MONTH})\.?\s+(?:de\s+)?(?<lastYear>\d{4})`,
  String.raw`(?<firstDay>\d{1,2})\.?${BETWEEN}(?<lastDay>\d{1,2})\.?\s+(?:de\s+)?(?<firstMonth>${MONTH})\.?\s+(?:de\s+)?(?<lastYear>\d{4})`,
].map((source) => pattern(source, "u"));
