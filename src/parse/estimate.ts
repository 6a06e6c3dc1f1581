import type { Config } from "../config.ts";
import type { Estimate, Field } from "../model.ts";
import { pattern } from "./pattern.ts";
import { leadingSigns, trailingSigns } from "./signs.ts";
import { field, nothing, problem, type Slice } from "./slice.ts";

/** What a number without a unit counts. */
export type Unit = "minutes" | "hours" | "days" | "weeks" | "points";

/** How bare numbers are meant: a column's header, a label or the plan's text may say. */
export interface Scale {
  readonly unit: Unit;
  /** The header names two values, optimistic and pessimistic: `2 / 4` is a range. */
  readonly pair: boolean;
}

export const HOURS: Scale = { unit: "hours", pair: false };

/** What a header says of its numbers: `Effort (days)`, `Story Points`, `Hours (opt/pess)`; what it leaves open is as before. */
export function scaleOf(header: string, otherwise: Scale): Scale {
  const words = header.toLowerCase();
  const personDays = /\(pt\)/.test(words) && /aufwand|schätzung|dauer/.test(words);
  const named = personDays ? "days" : HEADER_UNITS.find(([, pattern]) => pattern.test(words))?.[0];
  return { unit: named ?? otherwise.unit, pair: namesBothEnds(words) };
}

function namesBothEnds(words: string): boolean {
  return ENDS.some(([lower, upper]) => {
    const at = words.search(lower);
    return at >= 0 && upper.test(words.slice(at));
  });
}

/** `The unit is the person-day`, `Estimates are in hours`: what a line of prose says of the numbers in the tables. */
export function statedScale(text: string): Scale | undefined {
  const match =
    /\b(?:unit (?:of effort )?is|(?:estimates?|efforts?|durations?|numbers|values)(?: are| is)?(?: given| stated)? in)\b(?<rest>[^.\n]{0,40})/i.exec(
      text,
    );
  const rest = match?.groups?.rest?.toLowerCase();
  const unit = rest === undefined ? undefined : HEADER_UNITS.find(([, pattern]) => pattern.test(rest))?.[0];
  return unit === undefined ? undefined : { unit, pair: false };
}

/** Whether a text names a unit or a size itself, so that it is an estimate wherever it stands. */
export function unitIn(text: string): boolean {
  if (SHORT.exec(text)?.[2] !== undefined) return true;
  return (/\d[\s-]*[^\d\s]/.test(text) && UNIT_AT_END(text).test(text)) || /^(?:XXS|XS|S|M|L|XL|XXL)$/.test(text);
}

/** Reads an estimate cell; days and weeks become hours by the calendar. */
export function readEstimate(slice: Slice, scale: Scale, config: Config): Field<Estimate> {
  const text = slice.text.trim();
  if (!/^\d/.test(text) && NOTHING.test(text)) return nothing(slice);
  const estimate = estimateOf(text, scale, config);
  return estimate === undefined ? problem(slice, "is no estimate") : field(slice, estimate);
}

/** Reads hours as capacity lines and totals write them: `40 hours`, `2.5h`, `1 day`. */
export function readHours(text: string, config: Config): number | undefined {
  const estimate = estimateOf(text.trim(), HOURS, config);
  return estimate?.kind === "hours" ? estimate.hours : undefined;
}

function estimateOf(text: string, { unit, pair }: Scale, config: Config): Estimate | undefined {
  const short = SHORT.exec(text);
  if (short !== null) return amount(short[1], short[2], unit, config);
  const normal = text.normalize("NFC");
  const plain = normal
    .slice(leadingSigns(normal), trailingSigns(normal))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/^(?:[~≈]|(?:ca|approx|about|est)\b\.?:?|size:)\s*/i, "");
  if (!/^\d/.test(plain)) return sizeOf(plain, { unit, pair }, config);
  const three = THREE(plain).exec(plain);
  if (three !== null) return threePoint(three, unit, config);
  const range = RANGE(plain).exec(plain) ?? (pair ? PAIR(plain).exec(plain) : null);
  if (range !== null) return rangeOf(range, unit, config);
  const single = SINGLE(plain).exec(plain);
  if (single !== null) return amount(single[1], single[2], unit, config);
  return sum(plain, unit, config);
}

/** `M`, `Small`, and `M (2-4h)`, where the hours say more than the letter. */
function sizeOf(text: string, scale: Scale, config: Config): Estimate | undefined {
  const match = SIZE.exec(text);
  if (match?.groups === undefined) return undefined;
  const hours = match.groups.hours === undefined ? undefined : estimateOf(match.groups.hours, scale, config);
  if (hours !== undefined) return hours;
  const { letter, word } = match.groups;
  return { kind: "size", size: letter?.toUpperCase() ?? word.toLowerCase() };
}

/** `2h 30m`, `1 day 4 hours`, `3 Std. 30 Min.`. */
function sum(text: string, header: Unit, config: Config): Estimate | undefined {
  const match = COMPOUND(text).exec(text);
  if (match === null) return undefined;
  const [large, small] = [hoursOf(match[1], match[2], header, config), hoursOf(match[3], match[4], header, config)];
  if (large === undefined || small === undefined) return undefined;
  const [longer, shorter] = [2, 4].map((index) => hoursOf("1", match[index], header, config) ?? 0);
  return longer > shorter ? { kind: "hours", hours: large + small } : undefined;
}

function threePoint(match: RegExpExecArray, header: Unit, config: Config): Estimate | undefined {
  const hours = [1, 2, 3].map((index) => hoursOf(match[index], match[4], header, config));
  const [optimistic, mostLikely, pessimistic] = hours;
  if (optimistic === undefined || mostLikely === undefined || pessimistic === undefined) return undefined;
  if (optimistic > mostLikely || mostLikely > pessimistic) return undefined;
  return { kind: "three-point", optimistic, mostLikely, pessimistic };
}

function rangeOf(match: RegExpExecArray, header: Unit, config: Config): Estimate | undefined {
  const low = hoursOf(match[1], match[2] ?? match[4], header, config);
  const high = hoursOf(match[3], match[4] ?? match[2], header, config);
  return low === undefined || high === undefined || low > high ? undefined : { kind: "range", low, high };
}

function amount(number: string, word: string | undefined, header: Unit, config: Config): Estimate | undefined {
  const unit = unitOfWord(word) ?? header;
  if (unit === "points") {
    const points = numberOf(number);
    return points === undefined ? undefined : { kind: "points", points };
  }
  const hours = hoursOf(number, word, header, config);
  return hours === undefined ? undefined : { kind: "hours", hours };
}

function hoursOf(number: string, word: string | undefined, header: Unit, config: Config): number | undefined {
  const count = numberOf(number);
  const unit = unitOfWord(word) ?? header;
  const { hoursPerDay, daysPerWeek } = config.calendar;
  if (count === undefined) return undefined;
  switch (unit) {
    case "minutes":
      return count / 60;
    case "hours":
      return count;
    case "days":
      return count * hoursPerDay;
    case "weeks":
      return count * hoursPerDay * daysPerWeek;
    case "points":
      return undefined;
  }
}

/** A plain decimal number, with a point or a comma, or with commas between thousands; anything beyond a million is no estimate. */
function numberOf(text: string): number | undefined {
  const value = Number(/^[1-9]\d{0,2}(?:,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text.replace(",", "."));
  return Number.isFinite(value) && value <= 1_000_000 ? value : undefined;
}

function unitOfWord(word: string | undefined): Unit | undefined {
  return word === undefined ? undefined : UNIT_OF.get(word.toLowerCase());
}

const NOTHING = /^(?:|-+|—|–|\?+|tbd|tba|n\/a|none|unknown|no est\.?|not estimated)$/i;
const SIZE =
  /^\[?(?:size:)?(?:(?<letter>XXS|XS|S|M|L|XL|XXL)|(?<word>trivial|tiny|small|medium|med|large|huge|low|high|very high|ongoing|klein|mittel|groß|niedrig|hoch|pequeñ[oa]|median[oa]|grande|baj[oa]|alt[oa]|pequen[oa]|médi[oa]|faible|moyen|élevé|низкая|средняя|высокая|小|中|大|低|高|낮음|중간|높음|thấp|trung bình|tb|cao|rendah|sedang|tinggi))\]?(?:\s*[(（](?<hours>[^()（）]+)[)）])?$/i;
const NUMBER = String.raw`(\d{1,9}(?:[.,]\d{1,6})?|\d{1,3}(?:,\d{3}){2})`;

/** The words for each unit, in the languages that plans are written in, separated by ` | `. */
const UNITS: readonly (readonly [Unit, readonly string[]])[] = [
  ["minutes", "m | min | mins | minute | minutes | minuten | 分 | 分钟 | 분 | мин | phút | menit".split(" | ")],
  [
    "hours",
    "ora | ore | saat | godz | godzin | godziny | h | hr | hrs | hour | hours | std | stunde | stunden | hora | horas | heure | heures | 小时 | 时 | 時間 | 시간 | ч | час | часа | часов | giờ | jam | person-hours | person-hour | man-hours | man-hour | dev-hours | 人时 | ساعة | ساعات".split(
      " | ",
    ),
  ],
  [
    "days",
    "giorno | giorni | gün | dzień | dni | d | day | days | pd | person-days | person-day | man-days | man-day | dev-days | dev-day | working days | working day | md | 人日 | 人天 | workdays | workday | tag | tage | día | días | dia | dias | jour | jours | 天 | 日 | 일 | д | день | дня | дней | ngày | hari | يوم | أيام".split(
      " | ",
    ),
  ],
  [
    "weeks",
    "w | wk | wks | week | weeks | woche | wochen | semana | semanas | semaine | semaines | 周 | 週 | 週間 | 주 | нед | неделя | недели | tuần | minggu | أسبوع".split(
      " | ",
    ),
  ],
  ["points", "sp | pt | pts | point | points | story points | story point | puntos | pontos | ポイント | 점".split(" | ")],
];

const UNIT_OF: ReadonlyMap<string, Unit> = new Map(UNITS.flatMap(([unit, words]) => words.map((word) => [word, unit])));
const UNIT_NAMES = UNITS.flatMap(([, words]) => words)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const UNIT_WORD = String.raw`(?:(${UNIT_NAMES})\.?)?`;
/** One and the blanks behind it, which would be tried in many ways if those without a unit were others. */
const SPACED_UNIT = String.raw`(?:(${UNIT_NAMES})\.?\s*)?`;
/** Behind a unit remarks may follow: `20h (flexible)`, `8 hours total`. */
const REMARK = String.raw`(?:(?<=[\p{L}]\.?)(?![\p{L}\d])\s*(?:[(（,;–—]|-\s|[\p{L}]).*)?`;
const THREE = pattern(String.raw`^${NUMBER}\s*/\s*${NUMBER}\s*/\s*${NUMBER}\s*${UNIT_WORD}$`, "iu");
const RANGE = pattern(String.raw`^${NUMBER}\s*${SPACED_UNIT}(?:-|–|—|~|～|to|bis)\s*${NUMBER}[\s-]*${UNIT_WORD}${REMARK}$`, "iu");
const PAIR = pattern(String.raw`^${NUMBER}\s*${SPACED_UNIT}/\s*${NUMBER}\s*${UNIT_WORD}$`, "iu");
const SINGLE = pattern(String.raw`^${NUMBER}[\s-]*${UNIT_WORD}${REMARK}$`, "iu");
const COMPOUND = pattern(String.raw`^${NUMBER}\s*(${UNIT_NAMES})\.?\s*${NUMBER}\s*(${UNIT_NAMES})\.?$`, "iu");
/** What most plans write: a number alone, or with an English word for minutes, hours or days. */
const SHORT = /^(\d{1,9}(?:\.\d{1,6})?)(?: ?(m|mins?|minutes?|h|hrs?|hours?|d|days?))?$/;

const UNIT_AT_END = pattern(String.raw`\d[\s-]*(?:${UNIT_NAMES})\.?(?:\s|$)`, "iu");

/** The words for the lower and the upper of two values, in this order. */
const ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bopt/, /\bpess/],
  [/\bmin\b/, /\bmax\b/],
  [/\bbest\b/, /\bworst\b/],
  [/\blow\b/, /\bhigh\b/],
];

const HEADER_UNITS: readonly (readonly [Unit, RegExp])[] = [
  ["points", /\bpoints?\b|\bsp\b|\bpts\b|ポイント|puntos|pontos/],
  ["minutes", /\bmin(?:ute)?s?\b(?!\s*[/.])|分钟/],
  [
    "days",
    /\bdays?\b|\(d\)|\btage?\b|\bd[ií]as?\b|\bjours?\b|人天|天数|人日|\bpd\b|\bmd\b|\bperson-?days?\b|\(일\)|\bngày\b|\bhari\b|\bgiorni\b/,
  ],
  ["weeks", /\bweeks?\b|\bwochen?\b|\bsemanas?\b|周/],
];
