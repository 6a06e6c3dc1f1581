import { exactHours } from "../analysis/effort.ts";
import { runningSums } from "../analysis/running-sums.ts";
import { sprintTotals, type Totals, teamCapacity } from "../analysis/totals.ts";
import type { Field, Plan, Sprint, Task, TaskTable } from "../model.ts";
import { countBelow } from "../sorted.ts";
import type { Span } from "../source.ts";
import type { Context } from "./rule.ts";
import { inUnitOf, isRange, isRight, type Sum } from "./stated-number.ts";

/** What a sprint's numbers come to, in hours, and which of the numbers that it states are wrong. */
export interface SprintSums {
  readonly sprint: Sprint;
  readonly tasks: readonly Task[];
  readonly work: Totals;
  /** The sum of the capacity lines; undefined where there are none, or one of them cannot be read. */
  readonly capacity: number | undefined;
  /** The capacity that counts: its lines, else what is stated for the whole team. */
  readonly available: number | undefined;
  readonly wrongHours: WrongNumber | undefined;
  readonly wrongCapacity: WrongNumber | undefined;
  readonly wrongBuffer: WrongBuffer | undefined;
}

export interface WrongNumber {
  readonly stated: Field<number>;
  /** Undefined where ranges allow more than one number. */
  readonly right: number | undefined;
}

export interface WrongBuffer extends WrongNumber {
  /** A buffer that follows from the other numbers as they are stated is wrong only because one of those is. */
  readonly follows: "stated numbers" | "nothing";
}

/** The sums of all sprints that hold tasks, in document order. Several rules ask for them: they are worked out once. */
export function sprintSums(context: Context): readonly SprintSums[] {
  const known = sumsOfFacts.get(context.facts) ?? listSums(context);
  sumsOfFacts.set(context.facts, known);
  return known;
}

const sumsOfFacts = new WeakMap<Context["facts"], readonly SprintSums[]>();

function listSums(context: Context): readonly SprintSums[] {
  const { plan, facts } = context;
  const totals = sprintTotals(plan, facts.effort);
  const unreadPlaces = plan.unread.flatMap(({ kind, text }) => (kind === "unreadable" || kind === "table" ? [text.span.start] : []));
  const around: Around = { context, low: runningSums(facts.effort.low), high: runningSums(facts.effort.high) };
  return plan.sprints.flatMap((sprint) => {
    if (sprint.firstTask === sprint.endTask) return [];
    const tasks = plan.tasks.slice(sprint.firstTask, sprint.endTask);
    const certainty = certaintyOf(tasks, hasPlaceWithin(unreadPlaces, sprint.span));
    const capacity = capacityOf(context, sprint);
    const available = capacity ?? (sprint.statedCapacity && inUnitOf(tasks, plan.source, sprint.statedCapacity).value);
    return [sumsOf(around, { sprint, tasks, certainty, work: totals[sprint.index], capacity, available })];
  });
}

/** A plan, and its hours up to each task. */
interface Around {
  readonly context: Context;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function hasPlaceWithin(places: readonly number[], { start, end }: Span): boolean {
  const next = places[countBelow(places, start, (place) => place)];
  return next !== undefined && next < end;
}

type Certainty = "exact" | "at least" | "unknown";

type Known = Pick<SprintSums, "sprint" | "tasks" | "work" | "capacity" | "available"> & { readonly certainty: Certainty };

function sumsOf(around: Around, { certainty, ...sums }: Known): SprintSums {
  const known = { ...sums, certainty };
  return {
    ...sums,
    wrongHours: checkHours(around, known),
    wrongCapacity: checkCapacity(around.context, known),
    wrongBuffer: checkBuffer(around.context, known),
  };
}

function capacityOf({ plan }: Context, { index, team }: Sprint): number | undefined {
  const readable = team.length > 0 && team.every(({ capacity }) => capacity.value !== undefined);
  return readable ? teamCapacity(plan, index) : undefined;
}

function checkHours(around: Around, { sprint, tasks, work, certainty }: Known): WrongNumber | undefined {
  const { source } = around.context.plan;
  if (sprint.statedHours?.value === undefined || certainty === "unknown" || isRange(source, sprint.statedHours)) return undefined;
  const stated = inUnitOf(tasks, source, sprint.statedHours);
  const readings = [stated, sprint.statedHours];
  const fits = (sum: Sum): boolean => readings.some((reading) => isRight(source, reading, sum));
  if (fits(work)) return undefined;
  for (const sum of partialSums(around, stated, tasks)) if (fits(sum)) return undefined;
  if (certainty === "at least" && (stated.value ?? 0) > work.high) return undefined;
  return { stated, right: exactly(work) };
}

function checkCapacity({ plan }: Context, { sprint, capacity }: Known): WrongNumber | undefined {
  const stated = sprint.statedCapacity;
  if (stated?.value === undefined || capacity === undefined || isRight(plan.source, stated, { low: capacity, high: capacity }))
    return undefined;
  return { stated, right: capacity };
}

/** A sprint that asks for more than it has is over its capacity, whatever it says of a buffer. */
function checkBuffer({ plan: { source } }: Context, { sprint, tasks, work, available, certainty }: Known): WrongBuffer | undefined {
  const stated = sprint.statedBuffer;
  if (stated?.value === undefined || available === undefined || certainty === "unknown" || work.high > available) return undefined;
  if (isRight(source, stated, { low: certainty === "exact" ? available - work.high : 0, high: available - work.low })) return undefined;
  const statedHours = sprint.statedHours && inUnitOf(tasks, source, sprint.statedHours).value;
  const statedCapacity = sprint.statedCapacity && inUnitOf(tasks, source, sprint.statedCapacity).value;
  const left = (statedCapacity ?? available) - (statedHours ?? work.hours);
  const follows = isRight(source, stated, { low: left, high: left }) ? "stated numbers" : "nothing";
  const hours = exactly(work);
  return { stated, right: hours === undefined ? undefined : exactHours(available - hours), follows };
}

function exactly({ hours, low, high }: Totals): number | undefined {
  return low === high ? hours : undefined;
}

/** What is missing or unread may explain a difference; points and sizes are no hours. */
function certaintyOf(tasks: readonly Task[], hasUnread: boolean): Certainty {
  const measured = tasks.every(
    ({ estimate: { value, problem } }) => problem === undefined && value?.kind !== "points" && value?.kind !== "size",
  );
  if (!measured) return "unknown";
  return hasUnread || tasks.some(({ estimate }) => estimate.value === undefined) ? "at least" : "exact";
}

/** Other sums that a total may mean: without what was dropped, with the buffer that it says to include, or of the one table above it. */
function* partialSums({ context, low, high }: Around, stated: Field<number>, tasks: readonly Task[]): Iterable<Sum> {
  const { plan, facts } = context;
  const [{ sprint }] = tasks;
  const sum = (chosen: readonly Task[], extra: number): Sum => ({
    low: exactHours(chosen.reduce((total, { index }) => total + facts.effort.low[index], extra)),
    high: exactHours(chosen.reduce((total, { index }) => total + facts.effort.high[index], extra)),
  });
  yield sum(
    tasks.filter(({ status }) => status.value !== "dropped"),
    0,
  );
  const line = plan.source.text.slice(stated.span.start, stated.span.end + LONGEST_REMARK).split(/[\r\n]/, 1)[0];
  if (/\bincl/i.test(line)) yield sum(tasks, sprint === undefined ? 0 : (plan.sprints[sprint].statedBuffer?.value ?? 0));
  const table = tableAbove(plan.tables, stated.span.start);
  const above = table === undefined ? [] : tasks.filter(({ span }) => table.span.start <= span.start && span.end <= table.span.end);
  if (above.length > 0 && above.length < tasks.length) yield sum(above, 0);
  // At the end of a phase or of the plan a total may be meant for all of it.
  const end = tasks[tasks.length - 1].index + 1;
  for (const first of soFar(plan, sprint)) yield { low: exactHours(low[end] - low[first]), high: exactHours(high[end] - high[first]) };
}

function tableAbove(tables: readonly TaskTable[], place: number): TaskTable | undefined {
  return tables[countBelow(tables, place + 1, ({ span }) => span.end) - 1];
}

/** Where the phase and the plan begin that a sprint ends so far. */
function soFar(plan: Plan, sprint: number | undefined): readonly number[] {
  if (sprint === undefined) return [];
  const { phase } = plan.sprints[sprint];
  return phase === undefined ? [0] : [plan.sprints[plan.phases[phase].sprints[0]].firstTask, 0];
}

const LONGEST_REMARK = 80;
