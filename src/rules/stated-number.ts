import { type Field, HOUR_TOLERANCE, type Task } from "../model.ts";
import type { Source } from "../source.ts";

/** The hours that some tasks come to: `low` and `high` are the same where nothing is a range. */
export interface Sum {
  readonly low: number;
  readonly high: number;
}

/** Whether a stated number of hours is right for a sum, as exactly as the plan means it. */
export function isRight(source: Source, stated: Field<number>, sum: Sum): boolean {
  const value = stated.value ?? 0;
  const slack = slackOf(source, stated, sum);
  return value >= sum.low - slack && value <= sum.high + slack;
}

/** A total that is itself a range (`24-32 h`, `24 to 32 h`) is more than the one number that was read, at its start or its end. */
export function isRange({ text }: Source, { span }: Field<number>): boolean {
  if (/\d\s*(?:(?:h|hrs?|hours?)\s*)?to\s*$/i.test(text.slice(Math.max(0, span.start - NEAR), span.start))) return true;
  return /^\s*(?:(?:h|hrs?|hours?)\s*)?(?:[-–—~]|to\b)\s*\d/i.test(text.slice(span.end, span.end + NEAR));
}

/** A bare total is in the unit of the estimates that it sums: days where all of those are days. */
export function inUnitOf(tasks: readonly Task[], { text }: Source, stated: Field<number>): Field<number> {
  const bare = /^[\d.,]+$/.test(stated.text) && !/^\s*h/i.test(text.slice(stated.span.end, stated.span.end + NEAR));
  return bare && stated.value !== undefined ? { ...stated, value: stated.value * hoursPerNumber(tasks) } : stated;
}

/** The text that says `hours` in place of a stated number, as roughly, in the unit and with the decimal sign that it has. */
export function restated({ text, value = 0 }: Field<number>, hours: number): string {
  const match = /^(?<sign>\D*)(?<number>\d+(?:[.,]\d+)*)(?<unit>.*)$/s.exec(text);
  const { sign = "", number = "", unit = "" } = match?.groups ?? {};
  const before = numberAtStart(number);
  const hoursPerUnit = value === 0 || before === 0 ? 1 : value / before;
  const digits = `${Number((hours / hoursPerUnit).toFixed(2))}`;
  const decimalComma = number.includes(",") && !THOUSANDS.test(number);
  return `${sign}${decimalComma ? digits.replace(".", ",") : digits}${unit}`;
}

/** `~50` is about fifty, 13.3 is rounded to its decimals, and nobody writes thirds; anything else is meant exactly. */
function slackOf({ text }: Source, { text: written, span, value = 0 }: Field<number>, { low, high }: Sum): number {
  if (ABOUT.test(text.slice(Math.max(0, span.start - NEAR), span.start))) return value * ROUNDING;
  const decimals = THOUSANDS.test(written) ? 0 : (/[.,](\d+)/.exec(written)?.[1].length ?? 0);
  const quarters = (high * 4) % 1 === 0 && (low * 4) % 1 === 0;
  return decimals === 0 && quarters ? HOUR_TOLERANCE : 0.5 * 10 ** -decimals + HOUR_TOLERANCE;
}

/** What a number counts where all estimates agree on it; 1 where they do not. */
function hoursPerNumber(tasks: readonly Task[]): number {
  const factors = tasks.flatMap(({ estimate: { text, value } }) => {
    const number = numberAtStart(text);
    return value?.kind === "hours" && number > 0 ? [value.hours / number] : [];
  });
  const [first = 1] = factors;
  return factors.every((factor) => Math.abs(factor - first) < HOUR_TOLERANCE) ? first : 1;
}

function numberAtStart(text: string): number {
  const number = /\d+(?:[.,]\d+)*/.exec(text)?.[0] ?? "0";
  return Number(THOUSANDS.test(number) ? number.replaceAll(",", "") : (/^\d+(?:[.,]\d+)?/.exec(number)?.[0].replace(",", ".") ?? 0));
}

/** `1,500`: as the parser reads it, a comma before three digits stands between thousands. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?!\d)/;
const ABOUT = /(?:[~≈∼]|\b(?:about|around|approx\.?|approximately|roughly|circa|ca\.?))\s*$/i;

/** How far a rounded number may be off. */
const ROUNDING = 0.2;

const NEAR = 24;
