import type { Break } from "../../schedule/project.ts";
import type { Facts } from "../facts.ts";
import { findName, indexNames } from "../names.ts";
import { foldWords } from "../words.ts";
import { type AxisSpan, axisDays, findWorkingTime } from "../working-time.ts";
import type { Staffing } from "./crews.ts";
import type { Absence } from "./levelling.ts";
import type { LevellingScope } from "./scope.ts";
import { lagsOf, lastWindow, ticksUp } from "./tick.ts";

/** When the people of a plan are not there, in ticks. */
export interface Absences {
  /** By resource index. */
  readonly breaks: readonly (readonly Break[])[];
  /** Days on which nobody works. */
  readonly holidays: readonly Break[];
  /** Resources with a capacity of 0 hours in some sprint, who are there full time, for they could never do anything. */
  readonly withoutHours: readonly number[];
}

/**
 * Whoever has fewer hours in a sprint than its window is there for the first hours of each day of it; the rates of
 * sprints at the same time add up to full time at most. Between windows everybody is there; after the last one, the
 * last rate of each person goes on.
 */
export function findAbsences(
  facts: Facts,
  scope: LevellingScope,
  { staffing, tick, longest }: StaffedTime,
  away: readonly Absence[],
): Absences {
  const { hoursPerDay } = facts.config.calendar;
  const { shares, withoutHours } = sharesOfPeople(facts, scope);
  const least = [...shares.values()].flat().reduce((rate, share) => Math.min(rate, share.rate), 1);
  const work = longest * staffing.durations.reduce((sum, hours) => sum + hours, 0);
  const waiting = away.reduce((hours, { end }) => Math.max(hours, end), lastWindow(scope)) + lagsOf(scope.network);
  const off = daysOff(facts, staffing, { first: Math.round(scope.origin / hoursPerDay), days: MOST_DAYS });
  const mostOff = off.people.reduce((most, days) => Math.max(most, days.size), off.everybody.size);
  const days = Math.ceil(Math.min(MOST_DAYS, mostOff + (waiting + work / Math.max(least, LEAST_RATE)) / hoursPerDay)) + 1;
  const axis: Axis = { days, ticksPerDay: hoursPerDay / tick, windowDays: Math.min(days, Math.ceil(lastWindow(scope) / hoursPerDay)) };
  const absent = absenceTicks(away, { origin: scope.origin, tick, end: Math.round(days * axis.ticksPerDay) });
  const breaks = staffing.resources.map(({ person }, resource) => {
    if (person === undefined) return breaksOf(axis, [], off.people[resource]);
    return withAbsences(breaksOf(axis, shares.get(person) ?? [], off.people[resource]), absent.get(person) ?? []);
  });
  const idle = staffing.resources.flatMap(({ person }, resource) => (person !== undefined && withoutHours.has(person) ? [resource] : []));
  return { breaks, holidays: breaksOf(axis, [], off.everybody), withoutHours: idle };
}

export interface StaffedTime {
  readonly staffing: Staffing;
  /** Length of a tick in hours. */
  readonly tick: number;
  /** So many times what is estimated all work may take. */
  readonly longest: number;
}

/** Seventy years: whoever plans for longer has no part-time people. */
const MOST_DAYS = 18_000;
const LEAST_RATE = 0.01;

/** What part of a day somebody is there, on the days from `start` up to `end`. */
interface Share {
  readonly start: number;
  readonly end: number;
  readonly rate: number;
}

interface Axis {
  readonly days: number;
  readonly ticksPerDay: number;
  /** Days up to the end of the last window. */
  readonly windowDays: number;
}

function sharesOfPeople({ plan, config }: Facts, { sprints, windows }: LevellingScope) {
  const shares = new Map<string, Share[]>();
  const withoutHours = new Set<string>();
  for (const sprint of sprints) {
    const window = windows[sprint];
    if (window === undefined || window.end <= window.start) continue;
    for (const { name, capacity } of plan.sprints[sprint].team) {
      const person = foldWords(name.value ?? name.text);
      const hours = capacity.value ?? window.end - window.start;
      if (hours <= 0) withoutHours.add(person);
      const rate = hours <= 0 ? 1 : Math.min(1, hours / (window.end - window.start));
      const { hoursPerDay } = config.calendar;
      const share = { start: Math.round(window.start / hoursPerDay), end: Math.round(window.end / hoursPerDay), rate };
      const known = shares.get(person);
      if (known === undefined) shares.set(person, [share]);
      else known.push(share);
    }
  }
  return { shares, withoutHours };
}

function daysOff({ plan, config }: Facts, { resources }: Staffing, span: AxisSpan) {
  const time = findWorkingTime(plan, config);
  if (time === undefined) return { everybody: new Set<number>(), people: resources.map(() => new Set<number>()) };
  const everybody = axisDays(time, config.calendar.holidays, span);
  const people = resources.map(() => new Set(everybody));
  const names = indexNames(resources.map(({ name }) => name));
  const aliases = new Map(Object.entries(config.aliases).map(([written, name]) => [foldWords(written), name]));
  for (const [written, dates] of Object.entries(config.calendar.daysOff)) {
    const candidates = findName(names, aliases.get(foldWords(written)) ?? written)?.candidates ?? [];
    if (candidates.length !== 1 || resources[candidates[0]].person === undefined) continue;
    for (const day of axisDays(time, dates, span)) people[candidates[0]].add(day);
  }
  return { everybody, people };
}

/** By person; whoever is away for a part of a tick is away for all of it. */
function absenceTicks(
  away: readonly Absence[],
  { origin, tick, end: limit }: { readonly origin: number; readonly tick: number; readonly end: number },
): ReadonlyMap<string, readonly Break[]> {
  const people = new Map<string, Break[]>();
  for (const { person, start, end } of away) {
    const first = Math.max(0, Math.floor((start - origin) / tick + ROUNDING));
    const last = Math.min(limit, Math.max(0, ticksUp(end - origin, tick)));
    people.set(person, [...(people.get(person) ?? []), { start: first, end: last }]);
  }
  return people;
}

/** The breaks of somebody who is away besides them. */
function withAbsences(breaks: readonly Break[], away: readonly Break[]): readonly Break[] {
  if (away.length === 0) return breaks;
  const merged: { start: number; end: number }[] = [];
  for (const each of [...breaks, ...away].sort((one, other) => one.start - other.start)) addBreak(merged, each.start, each.end);
  return merged;
}

function breaksOf(axis: Axis, shares: readonly Share[], off: ReadonlySet<number>): readonly Break[] {
  const rates = ratesOf(axis, shares);
  const breaks: { start: number; end: number }[] = [];
  let promised = 0;
  for (const [day, rate] of rates.entries()) {
    const start = Math.round(day * axis.ticksPerDay);
    const end = Math.round((day + 1) * axis.ticksPerDay);
    const before = Math.floor(promised + ROUNDING);
    promised += rate * axis.ticksPerDay;
    const there = Math.min(end - start, Math.floor(promised + ROUNDING) - before);
    addBreak(breaks, start + (off.has(day) ? 0 : rate < 1 ? there : end - start), end);
  }
  const later = [...off].filter((day) => day >= rates.length && day < axis.days).sort((one, other) => one - other);
  for (const day of later) addBreak(breaks, Math.round(day * axis.ticksPerDay), Math.round((day + 1) * axis.ticksPerDay));
  return breaks;
}

const ROUNDING = 1e-6;

/** The rate of each day up to the last on which it is less than 1. */
function ratesOf({ days, windowDays }: Axis, shares: readonly Share[]): readonly number[] {
  if (shares.every(({ rate }) => rate >= 1)) return [];
  const last = shares.reduce((latest, share) => (share.end > latest.end ? share : latest));
  const after = shares.reduce((rate, share) => rate + (share.end === last.end ? share.rate : 0), 0);
  const rates = Array.from({ length: after < 1 ? days : windowDays }, (_unused, day) => (day < windowDays ? 0 : after));
  const listed = new Uint8Array(rates.length);
  for (const { start, end, rate } of shares) {
    for (let day = start; day < Math.min(end, windowDays); day += 1) {
      rates[day] += rate;
      listed[day] = 1;
    }
  }
  return rates.map((rate, day) => (day < windowDays && listed[day] === 0 ? 1 : Math.min(1, rate)));
}

function addBreak(breaks: { start: number; end: number }[], start: number, end: number): void {
  if (start >= end) return;
  const last = breaks.at(-1);
  if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
  else breaks.push({ start, end });
}
