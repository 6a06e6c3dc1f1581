import { type Calendar, nextWorked, startFor } from "../../schedule/calendar.ts";
import type { Instance } from "../../schedule/compile.ts";
import type { Generator } from "../../schedule/generation.ts";
import type { Project } from "../../schedule/project.ts";

/** Gives 1 for each activity on which the end of the latest schedule rests, by activity index, always in the same array. */
export type Marker = (end: number) => Uint8Array;

/**
 * Goes back from what ends last to whatever each activity had to wait for: those that it is linked to, and those whose
 * people it shares. People are of capacity 1; nobody waits for what has room for several.
 */
export function createMarker(project: Project, instance: Instance, durations: Int32Array, generator: Generator): Marker {
  const { count } = instance;
  const marked = new Uint8Array(count);
  const open = new Int32Array(count);
  const state: State = { ...generator, instance, durations, people: peopleOf(project), endingAt: createBuckets(count) };
  return (end) => {
    marked.fill(0);
    let depth = 0;
    const mark = (activity: number): void => {
      if (marked[activity] === 1) return;
      marked[activity] = 1;
      open[depth] = activity;
      depth += 1;
    };
    state.endingAt.refill(generator.finishes, end);
    for (let activity = state.endingAt.first(end); activity !== -1; activity = state.endingAt.next[activity]) mark(activity);
    while (depth > 0) {
      depth -= 1;
      const activity = open[depth];
      eachBindingLink(state, activity, mark);
      eachHandover(state, activity, mark);
    }
    return marked;
  };
}

interface State extends Pick<Generator, "starts" | "finishes"> {
  readonly instance: Instance;
  /** Those of the latest schedule. */
  readonly durations: Int32Array;
  /** By activity. */
  readonly people: readonly (readonly number[])[];
  readonly endingAt: Buckets;
}

type Mark = (activity: number) => void;

function peopleOf({ activities, resources }: Project): State["people"] {
  return activities.map(({ duration, demands }) =>
    duration === 0 ? [] : demands.map(({ resource }) => resource).filter((resource) => resources[resource].capacity === 1),
  );
}

/** A link to a finish binds as the start that it leaves. */
function eachBindingLink({ instance, durations, starts, finishes }: State, activity: number, mark: Mark): void {
  const { offsets, targets, lags, fromFinish, toFinish } = instance.links.before;
  const calendar = instance.calendars[activity];
  const duration = durations[activity];
  for (let arc = offsets[activity]; arc < offsets[activity + 1]; arc += 1) {
    const other = targets[arc];
    const time = Math.max(0, (fromFinish[arc] === 1 ? finishes[other] : starts[other]) + lags[arc]);
    const rests = calendar === undefined || duration === 0;
    const start =
      toFinish[arc] === 1 ? (rests ? time - duration : startFor(calendar, time, duration)) : rests ? time : nextWorked(calendar, time);
    if (start >= starts[activity]) mark(other);
  }
}

/** Those whose people are free just then, or since the break before it. */
function eachHandover({ instance, durations, people, starts, endingAt }: State, activity: number, mark: Mark): void {
  if (durations[activity] === 0 || people[activity].length === 0) return;
  const start = starts[activity];
  for (let tick = breakBefore(instance.calendars[activity], start); tick <= start; tick += 1) {
    for (let other = endingAt.first(tick); other !== -1; other = endingAt.next[other]) {
      if (durations[other] > 0 && shareSomebody(people[activity], people[other])) mark(other);
    }
  }
}

/** The first tick of the break that ends at a worked tick; that tick itself where there is none. */
function breakBefore(calendar: Calendar | undefined, start: number): number {
  if (calendar === undefined || start > calendar.end) return start;
  const worked = calendar.workedBefore[start];
  return worked === 0 ? 0 : calendar.worked[worked - 1] + 1;
}

function shareSomebody(some: readonly number[], others: readonly number[]): boolean {
  for (const person of some) if (others.includes(person)) return true;
  return false;
}

/** Activities by the tick at which they end. */
interface Buckets {
  refill(finishes: Int32Array, end: number): void;
  /** One that ends then, and behind each the next one; -1 for no more. */
  first(tick: number): number;
  readonly next: Int32Array;
}

function createBuckets(count: number): Buckets {
  let first = new Int32Array(0);
  const next = new Int32Array(count);
  return {
    refill(finishes, end) {
      if (end >= first.length) first = new Int32Array(2 * end + 1);
      first.fill(-1, 0, end + 1);
      for (let activity = 0; activity < count; activity += 1) {
        next[activity] = first[finishes[activity]];
        first[finishes[activity]] = activity;
      }
    },
    first: (tick) => first[tick],
    next,
  };
}
