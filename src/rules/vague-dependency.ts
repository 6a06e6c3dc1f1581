import { type Interval, mergeIntervals } from "../analysis/intervals.ts";
import type { Resolution } from "../analysis/references.ts";
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
  const runs = runsOf(mergeIntervals(resolution.targets));
  if (runs.length === 0) {
    const message = `task ${waiting} waits for ${words}, but no task stands above it that this could mean`;
    return { span: field.span, message, help: "write the ids of the tasks that are meant" };
  }
  const tasks = runs.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const count = tasks === 1 ? "task" : `the ${formatCount(tasks, "task")}`;
  const message = `task ${waiting} waits for ${words}, taken for ${count} ${formatQuote(shorten(plan, runs))}`;
  const help = `write the ids of what is meant, or define ${words} in the configuration's \`groups\``;
  const fix = writeOut(plan, ids, field, runs);
  return { span: field.span, message, help, ...(fix && { fix }) };
}

/** Runs of three and more tasks as a range. */
function shorten(plan: Plan, runs: readonly Run[]): string {
  return runs.map(([first, last]) => rangeText(taskId(plan.tasks[first]), taskId(plan.tasks[last]))).join(", ");
}

/** Undefined where the ids would not be read as these tasks again. */
function writeOut(plan: Plan, ids: ReadonlyMap<string, number>, field: Field<Reference>, runs: readonly Run[]): Fix | undefined {
  const readable = runs.flat().every((task) => {
    const { value, text } = plan.tasks[task].id;
    return text !== "" && value !== undefined && PLAIN_ID.test(value) && ids.get(value) === 1;
  });
  const text = shorten(plan, runs);
  if (!readable || field.value?.link.relation !== "FS" || field.value.link.lag !== 0) return undefined;
  return { title: `write ${formatQuote(text)}`, safe: false, edits: [{ ...field.span, text }] };
}

function countIds(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of plan.tasks) if (id.value !== undefined) counts.set(id.value, (counts.get(id.value) ?? 0) + 1);
  return counts;
}

/** First and last task of neighbours that are written as a range. */
type Run = readonly [first: number, last: number];

/** Two neighbours are two runs. */
function runsOf(intervals: readonly Interval[]): readonly Run[] {
  return intervals.flatMap(({ start, end }): readonly Run[] =>
    end - start === 2
      ? [
          [start, start],
          [start + 1, start + 1],
        ]
      : [[start, end - 1]],
  );
}

/** A hyphen would be lost among the hyphens of ids. */
function rangeText(first: string, last: string): string {
  if (first === last) return first;
  return `${first}${/[-–]/.test(first + last) ? " to " : "-"}${last}`;
}

const PLAIN_ID = /^[\p{L}\p{N}_.:-]+$/u;
