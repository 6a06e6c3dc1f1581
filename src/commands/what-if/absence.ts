import type { Facts } from "../../analysis/facts.ts";
import type { Change } from "../../analysis/what-if/what-if.ts";
import { formatQuote, formatWeeks } from "../../format.ts";
import { UsageError } from "../command.ts";
import type { Person } from "./people.ts";

/** When somebody is away: in `week 3`, `weeks 3-4`, on `2026-03-02` or from `2026-03-02/2026-03-06`. */
export function readAbsence(facts: Facts, person: Person, when: string): Change {
  const weeks = /^weeks? (?<first>\d{1,4})(?: ?(?:-|–|to) ?(?<last>\d{1,4}))?$/i.exec(when)?.groups;
  if (weeks !== undefined) return awayInWeeks(facts, person, { first: Number(weeks.first), last: Number(weeks.last ?? weeks.first) });
  const days = /^(?<first>\d{4}-\d{2}-\d{2})(?: ?(?:\/|–|to) ?(?<last>\d{4}-\d{2}-\d{2}))?$/i.exec(when)?.groups;
  if (days !== undefined) return awayOnDays(facts, person, { first: days.first, last: days.last ?? days.first });
  throw new UsageError(
    `${formatQuote(when)} is no time to be off, write \`week 3\`, \`weeks 3-4\`, \`2026-03-02\` or \`2026-03-02/2026-03-06\``,
  );
}

function awayInWeeks({ plan, config }: Facts, { person }: Person, weeks: { readonly first: number; readonly last: number }): Change {
  const firstWeek = Math.min(1, ...plan.sprints.flatMap((sprint) => sprint.weeks?.value?.first ?? []));
  if (weeks.first < firstWeek || weeks.last < weeks.first)
    throw new UsageError(`${formatQuote(formatWeeks(weeks))} is no time of the plan`);
  const hoursPerWeek = config.calendar.hoursPerDay * config.calendar.daysPerWeek;
  const start = (weeks.first - firstWeek) * hoursPerWeek;
  return { kind: "absence", absence: { person, start, end: (weeks.last + 1 - firstWeek) * hoursPerWeek } };
}

function awayOnDays({ plan, config }: Facts, { name }: Person, { first, last }: { readonly first: string; readonly last: string }): Change {
  const wrong = [first, last].find((day) => !isDay(day));
  if (wrong !== undefined) throw new UsageError(`${formatQuote(wrong)} is no day`);
  if (last < first) throw new UsageError(`${formatQuote(`${first}/${last}`)} runs backwards`);
  if (config.calendar.start === undefined && plan.sprints.every(({ dates }) => dates?.value === undefined)) {
    throw new UsageError("days off need a first day of the plan: `--start`, or `calendar.start` of the configuration; weeks do not");
  }
  return { kind: "days-off", name, days: first === last ? first : `${first}/${last}` };
}

/** A date that the calendar has. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
