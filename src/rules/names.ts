import { formatChain, formatQuote, formatWeeks } from "../format.ts";
import type { Plan, Sprint, Task } from "../model.ts";

/** What a task is called in a chain of tasks: its id, else its place in its table. */
export function taskId({ id }: Task): string {
  return id.text === "" ? (id.value ?? "?") : id.text;
}

/** What a task is called in a sentence: its id in backticks, else its title. */
export function taskName(task: Task): string {
  return task.id.text === "" ? formatQuote(task.title.text) : formatQuote(task.id.text);
}

/** Tasks that follow each other, in one line: `1.1 → 1.3 → … → 1.9`. */
export function chainText(plan: Plan, tasks: readonly number[]): string {
  return chainWithin(plan, tasks, LONGEST_CHAIN);
}

/** Tasks that wait for each other, in one line: `1.1 → 1.3 → 1.1`, and which way that is to be read. */
export function loopText(plan: Plan, tasks: readonly number[]): string {
  return `${chainWithin(plan, [...tasks, tasks[0]], LONGEST_LOOP)} (each waits for the one before it)`;
}

/** `sprint 2.3`, `phase 1`, `week 3`, as its heading calls it, else its title in backticks. */
export function sprintName({ id, heading }: Sprint): string {
  const at = id.text === "" ? -1 : heading.text.indexOf(id.text);
  const word = at < 0 ? undefined : /(?<!\p{L})(\p{L}+)\s*(?:#\s*)?$/u.exec(heading.text.slice(0, at).slice(-LONGEST_WORD))?.[1];
  return word === undefined ? formatQuote(heading.text) : `${word.toLowerCase()} ${id.text}`;
}

/** `sprint 2.3`, or `the plan` for tasks outside of any sprint. */
export function homeName(plan: Plan, sprint: number | undefined): string {
  return sprint === undefined ? "the plan" : sprintName(plan.sprints[sprint]);
}

/** ` (week 6)`, ` (2025-10-27 to 2025-11-07)`, or nothing for a sprint without weeks and dates. */
export function sprintTime({ weeks, dates }: Sprint): string {
  if (weeks?.value !== undefined) return ` (${formatWeeks(weeks.value)})`;
  return dates?.value === undefined ? "" : ` (${dates.value.first} to ${dates.value.last})`;
}

function chainWithin(plan: Plan, tasks: readonly number[], columns: number): string {
  const ids = tasks.map((task) => taskId(plan.tasks[task]));
  let limit = Math.min(ids.length, MOST_STEPS);
  while (limit > FEWEST_STEPS && formatChain(ids, limit).length > columns) limit -= 1;
  return formatChain(ids, limit);
}

const LONGEST_WORD = 40;

const LONGEST_CHAIN = 74;
const LONGEST_LOOP = 40;
const MOST_STEPS = 12;
const FEWEST_STEPS = 3;
