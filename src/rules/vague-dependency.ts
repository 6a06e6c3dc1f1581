import { type Resolution, writtenOut } from "../analysis/references.ts";
import type { Fix } from "../edit.ts";
import { formatCount, formatQuote } from "../format.ts";
import type { Field, Plan, Reference } from "../model.ts";
import { taskId, taskName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const vagueDependency: Rule = {
  id: "vague-dependency",
  severity: "warning",
  summary: "a dependency names a group of tasks that is nowhere defined",
  fixable: "unsafe",
  *check({ plan, facts }: Context) {
    const ids = countIds(plan);
    for (const task of plan.tasks) {
      for (const [at, resolution] of facts.references[task.index].entries()) {
        if (resolution.vague) yield findingOf(plan, ids, { waiting: taskName(task), field: task.dependencies[at], resolution });
      }
    }
  },
};

interface VagueReference {
  readonly waiting: string;
  readonly field: Field<Reference>;
  readonly resolution: Resolution;
}

function findingOf(plan: Plan, ids: ReadonlyMap<string, number>, { waiting, field, resolution }: VagueReference): Finding {
  const words = formatQuote(field.text);
  const tasks = writtenOut([resolution]);
  if (tasks.length === 0) {
    const message = `task ${waiting} waits for ${words}, but no task stands above it that this could mean`;
    return { span: field.span, message, help: "write the ids of the tasks that are meant" };
  }
  const count = tasks.length === 1 ? "task" : `the ${formatCount(tasks.length, "task")}`;
  const message = `task ${waiting} waits for ${words}, taken for ${count} ${formatQuote(shorten(plan, tasks))}`;
  const help = `write the ids of what is meant, or define ${words} in the configuration's \`groups\``;
  const fix = writeOut(plan, ids, field, tasks);
  return { span: field.span, message, help, ...(fix && { fix }) };
}

/** Runs of three and more tasks as a range. */
function shorten(plan: Plan, tasks: readonly number[]): string {
  return runsOf(tasks)
    .map(([first, last]) => rangeText(taskId(plan.tasks[first]), taskId(plan.tasks[last])))
    .join(", ");
}

/** Undefined where the ids would not be read as these tasks again. */
function writeOut(plan: Plan, ids: ReadonlyMap<string, number>, field: Field<Reference>, tasks: readonly number[]): Fix | undefined {
  const ends = runsOf(tasks).flat();
  const readable = ends.every((task) => {
    const { value, text } = plan.tasks[task].id;
    return text !== "" && value !== undefined && PLAIN_ID.test(value) && ids.get(value) === 1;
  });
  const text = shorten(plan, tasks);
  if (!readable || field.value?.link.relation !== "FS" || field.value.link.lag !== 0) return undefined;
  return { title: `write ${formatQuote(text)}`, safe: false, edits: [{ ...field.span, text }] };
}

function countIds(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of plan.tasks) if (id.value !== undefined) counts.set(id.value, (counts.get(id.value) ?? 0) + 1);
  return counts;
}

/** First and last of each run of neighbours; two neighbours are two runs. */
function runsOf(tasks: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const task of tasks) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === task - 1) run[1] = task;
    else runs.push([task, task]);
  }
  return runs.flatMap(([first, last]): (readonly [number, number])[] =>
    last - first === 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

/** A hyphen would be lost among the hyphens of ids. */
function rangeText(first: string, last: string): string {
  if (first === last) return first;
  return `${first}${/[-–]/.test(first + last) ? " to " : "-"}${last}`;
}

const PLAIN_ID = /^[\p{L}\p{N}_.:-]+$/u;
