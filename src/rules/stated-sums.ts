import { exactHours } from "../analysis/effort.ts";
import { runningSums } from "../analysis/running-sums.ts";
import { formatCount, formatHours, formatNumber } from "../format.ts";
import { HOUR_TOLERANCE, type Plan, type StatedTotal, type Task, type TaskRun, type TaskTable } from "../model.ts";
import { countBelow } from "../sorted.ts";
import type { Span } from "../source.ts";
import { sprintName } from "./names.ts";
import type { Context, Finding } from "./rule.ts";
import { restated } from "./stated-number.ts";

/** Findings about sums that stand in rows, in headings and in lines under a table, in hours or in points. */
export function* wrongStatedSums(context: Context): Generator<Finding> {
  if (context.plan.totals.length === 0) return;
  const around = surroundingsOf(context);
  for (const total of context.plan.totals) {
    const [scope, ...others] = total.scopes;
    const first = scope && sumOf(around, total, scope);
    if (first === undefined || !isWrong(total, first)) continue;
    const sums = others.map((other) => sumOf(around, total, other));
    if (sums.every((sum) => sum !== undefined && isWrong(total, sum))) yield findingOf(context, total, { ...first, ...scope });
  }
}

/** What is the same for every total of a plan. */
interface Surroundings {
  readonly plan: Plan;
  /** In order. */
  readonly unreadable: readonly Span[];
  /** Several people may work at the same time: a heading may then say how long it takes, not how much it is. */
  readonly shared: boolean;
  /** Up to each task, what the tasks before it come to and how many there are of a kind. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly points: Float64Array;
  readonly withoutHours: Float64Array;
  readonly withoutPoints: Float64Array;
  readonly estimated: Float64Array;
  readonly open: Float64Array;
}

function surroundingsOf({ plan, facts }: Context): Surroundings {
  const { tasks, unread } = plan;
  const people = new Set(tasks.flatMap(({ assignees }) => assignees.map(({ text }) => text)));
  const sums = (of: (task: Task) => number) => runningSums(tasks.map(of));
  const counts = (is: (task: Task) => boolean) => sums((task) => (is(task) ? 1 : 0));
  return {
    plan,
    unreadable: unread.flatMap(({ kind, text }) => (kind === "unreadable" ? [text.span] : [])),
    shared: people.size > 1,
    low: runningSums(facts.effort.low),
    high: runningSums(facts.effort.high),
    points: sums(pointsOf),
    withoutHours: counts((task) => !isMeasured(task, "hours")),
    withoutPoints: counts((task) => !isMeasured(task, "points")),
    estimated: counts(({ estimate }) => estimate.value !== undefined),
    open: counts(({ estimate, status }) => estimate.value === undefined && status.value !== "dropped"),
  };
}

function isMeasured({ estimate: { value, problem } }: Task, unit: "hours" | "points"): boolean {
  if (problem !== undefined || value?.kind === "size") return false;
  return value === undefined || (value.kind === "points") === (unit === "points");
}

interface ScopeSum {
  readonly low: number;
  readonly high: number;
  /** An estimate is missing, so that the sum can only be more. */
  readonly open: boolean;
  readonly shared: boolean;
}

/** The sum in the unit of the stated total; undefined where the tasks are not measured in it. */
function sumOf(around: Surroundings, total: StatedTotal, { first, end }: TaskRun): ScopeSum | undefined {
  const { plan, shared, withoutHours, withoutPoints, estimated, open } = around;
  const within = (sums: Float64Array): number => sums[end] - sums[first];
  const isPoints = total.amount.value?.kind === "points";
  if (within(isPoints ? withoutPoints : withoutHours) > 0 || within(estimated) === 0) return undefined;
  if (hasSpanWithin(around.unreadable, stretchOf(plan, total, { first, end }))) return undefined;
  const [low, high] = isPoints ? [around.points, around.points] : [around.low, around.high];
  return { low: exactHours(within(low)), high: exactHours(within(high)), open: within(open) > 0, shared };
}

/** The tasks with the rows before and behind them in their tables, which are no tasks, as far as the total may count those. */
function stretchOf({ tasks, tables }: Plan, { amount, from }: StatedTotal, { first, end }: TaskRun): Span {
  const last = tasks[end - 1].span;
  const rowsEnd = from === "row" ? last.end : tableAround(tables, last).end;
  return { start: Math.min(tableAround(tables, tasks[first].span).start, amount.span.start), end: Math.max(rowsEnd, amount.span.end) };
}

/** The table that a task stands in, else the task alone. */
function tableAround(tables: readonly TaskTable[], task: Span): Span {
  const table = tables[countBelow(tables, task.start, ({ span }) => span.start) - 1];
  return table !== undefined && task.end <= table.span.end ? table.span : task;
}

/** Rows of tables do not overlap: the first one behind the start of a stretch is the first to end. */
function hasSpanWithin(spans: readonly Span[], around: Span): boolean {
  const next = spans[countBelow(spans, around.start, ({ start }) => start)];
  return next !== undefined && next.end <= around.end;
}

function pointsOf({ estimate: { value } }: Task): number {
  return value?.kind === "points" ? value.points : 0;
}

function isWrong({ amount, from, buffer }: StatedTotal, { low, high, open, shared }: ScopeSum): boolean {
  const [least, most] = boundsOf(amount.value);
  // A heading is rounded to what reads well.
  const about = amount.text.startsWith("~") ? most * ABOUT : 0;
  const slack = about + HOUR_TOLERANCE + (from === "heading" ? HEADING_ROUNDING : decimalRounding(amount.text));
  const fits = (extra: number): boolean => least <= high + extra + slack && most >= low + extra - slack;
  if (fits(0) || (buffer > 0 && fits(buffer))) return false;
  if (most > high) return !open;
  return !(from === "heading" && shared);
}

function boundsOf(value: StatedTotal["amount"]["value"]): readonly [number, number] {
  switch (value?.kind) {
    case "hours":
      return [value.hours, value.hours];
    case "points":
      return [value.points, value.points];
    case "range":
      return [value.low, value.high];
    default:
      return [0, Number.POSITIVE_INFINITY];
  }
}

function findingOf({ plan }: Context, { amount, from }: StatedTotal, { first, end, low, high }: ScopeSum & TaskRun): Finding {
  const tasks = plan.tasks.slice(first, end);
  const points = amount.value?.kind === "points";
  const inWords = (value: number): string => (points ? formatCount(value, "point") : formatHours(value));
  const sum = Math.abs(high - low) < HOUR_TOLERANCE ? inWords(low) : `between ${inWords(low)} and ${inWords(high)}`;
  const [{ sprint }] = tasks;
  const whole = sprint !== undefined && plan.sprints[sprint].endTask - plan.sprints[sprint].firstTask === tasks.length;
  const subject =
    from === "row"
      ? "the total row"
      : from === "heading"
        ? "the heading"
        : tasks.length === plan.tasks.length && plan.sprints.length !== 1
          ? "the total of the plan"
          : whole
            ? `the total of ${sprintName(plan.sprints[sprint])}`
            : "the total";
  const numbers = numbersOf(tasks);
  const stated = amount.value?.kind === "range" ? amount.text : inWords(boundsOf(amount.value)[0]);
  return {
    span: amount.span,
    message: `${subject} says ${stated}, its ${formatCount(tasks.length, "task")} ${tasks.length === 1 ? "takes" : "sum to"} ${sum}`,
    ...fixOf(plan.source.text, amount, low === high ? low : undefined),
    ...(numbers.length <= MOST_ADDENDS && numbers.length > 1 && low === high ? { notes: [addends(numbers)] } : {}),
  };
}

/** A number that stands alone can be put right; behind one with a remark in numbers, the remark would become wrong instead. */
function fixOf(text: string, amount: StatedTotal["amount"], right: number | undefined): Pick<Finding, "fix"> {
  const line = text.slice(amount.span.end).split(/[\r\n|]/, 1)[0];
  const value = boundsOf(amount.value)[0];
  const single = amount.value?.kind === "hours" || amount.value?.kind === "points";
  if (right === undefined || !single || /\d/.test(line)) return {};
  const written = restated({ ...amount, value }, right);
  return { fix: { title: `write \`${written}\``, safe: true, edits: [{ ...amount.span, text: written }] } };
}

function numbersOf(tasks: readonly Task[]): readonly number[] {
  return tasks.flatMap(({ estimate: { value } }) =>
    value?.kind === "hours" ? [value.hours] : value?.kind === "points" ? [value.points] : [],
  );
}

function addends(numbers: readonly number[]): string {
  return `${numbers.map(formatNumber).join(" + ")} = ${formatNumber(numbers.reduce((sum, number) => sum + number, 0))}`;
}

function decimalRounding(text: string): number {
  const decimals = /[.,](\d+)/.exec(text)?.[1].length;
  return decimals === undefined ? 0 : 0.5 * 10 ** -decimals;
}

/** In hours or points: five minutes are no mistake. */
const HEADING_ROUNDING = 0.1;
/** How far `~30 hours` may be off. */
const ABOUT = 0.2;
const MOST_ADDENDS = 16;
