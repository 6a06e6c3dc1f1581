import type { Facts } from "../analysis/facts.ts";
import type { LateEnd } from "../analysis/late-end.ts";
import { formatCount, formatHours, formatNumber } from "../format.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { chainText } from "./names.ts";

/** What decides a late end, and how certain it is. */
export function lateNotes({ plan }: Facts, { hours, basis, chain }: LateEnd, what: "schedule" | "milestone"): readonly string[] {
  const decides = chain.length === 0 ? [] : [chainText(plan, chain)];
  return [...decides, certainty(hours, basis, what)];
}

/** `8.5 weeks`. */
export function weeksWords({ config }: Pick<Facts, "config">, hours: number): string {
  const weeks = hours / (config.calendar.hoursPerDay * config.calendar.daysPerWeek);
  return Number.isInteger(weeks) ? formatCount(weeks, "week") : `${formatNumber(weeks)} weeks`;
}

function certainty(hours: number, basis: LateEnd["basis"], what: "schedule" | "milestone"): string {
  if (basis.kind === "logic") return "no schedule ends earlier, whoever does it: dependencies and windows alone take so long";
  if (what === "milestone") return "as scheduled: no better schedule was found, which does not prove that there is none";
  const isProven = basis.bound > hours - HOUR_TOLERANCE;
  return `${isProven ? "" : "as scheduled: no better one was found; "}no schedule can be shorter than ${formatHours(basis.bound)}`;
}
