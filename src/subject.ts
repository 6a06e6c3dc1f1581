import type { OutlinedSprint, OutlinedTask, PlanOutline } from "./model.ts";
import { positionAt, type Source, type Span } from "./source.ts";

/** Where a place is, in words that stay when lines move: `task` or `sprint`, its id and the marked text; else `line` and its words. */
export function subjectOf(plan: PlanOutline, span: Span): readonly string[] {
  const { source, tasks, sprints } = plan;
  const task = taskAround(tasks, span.start);
  if (task !== undefined) return ["task", wordsOf(task.id.text || task.title.text), wordsOf(partOf(source, span))];
  const sprint = around(sprints, span.start);
  if (sprint !== undefined) return ["sprint", wordsOf(sprint.id.text), wordsOf(partOf(source, span))];
  return ["line", wordsOf(lineOf(source, span.start))];
}

/** The innermost task at an offset: a task may hold others. */
function taskAround(tasks: readonly OutlinedTask[], offset: number): OutlinedTask | undefined {
  let task = lastFrom(tasks, offset);
  while (task !== undefined && offset >= task.span.end) task = task.parent === undefined ? undefined : tasks[task.parent];
  return task;
}

function around(sprints: readonly OutlinedSprint[], offset: number): OutlinedSprint | undefined {
  const sprint = lastFrom(sprints, offset);
  return sprint !== undefined && offset < sprint.span.end ? sprint : undefined;
}

/** The last one that begins at the offset or before it. */
function lastFrom<Part extends { readonly span: Span }>(parts: readonly Part[], offset: number): Part | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : parts[low - 1];
}

/** No finding takes more time than another, however much it marks. */
function partOf({ text }: Source, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + LONGEST));
}

function lineOf(source: Source, offset: number): string {
  const { line } = positionAt(source, offset);
  const start = source.lineStarts[line - 1];
  return partOf(source, { start, end: source.lineStarts[line] ?? source.text.length });
}

/** Line ends, indentation and the padding of a table say nothing. */
function wordsOf(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

const LONGEST = 500;
