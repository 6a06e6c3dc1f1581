import { type Interval, mergeIntervals } from "../analysis/intervals.ts";
import { type PickedTasks, pickTasks } from "../analysis/picked-tasks.ts";
import type { Resolution } from "../analysis/references.ts";
import { formatCount, formatSome } from "../format.ts";
import type { Plan, Status, Task } from "../model.ts";
import { taskId, taskName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const openPrerequisite: Rule = {
  id: "open-prerequisite",
  severity: "error",
  summary: "a task is done, while one that it depends on is open",
  fixable: "no",
  *check({ plan, facts }: Context) {
    if (plan.tasks.every(({ status }) => status.value !== "done")) return;
    const unfinished = findUnfinished(plan);
    for (const task of plan.tasks) {
      if (task.status.value !== "done") continue;
      const waits = facts.references[task.index];
      const { count, first } = openIn(waits, unfinished);
      if (count > 0) yield findingOf(plan, task, { at: waits.findIndex((each) => openIn([each], unfinished).count > 0), count, first });
    }
  },
};

interface OpenTasks {
  /** The first written dependency that names one of them. */
  readonly at: number;
  readonly count: number;
  readonly first: readonly number[];
}

function findingOf({ tasks }: Plan, task: Task, { at, count, first: open }: OpenTasks): Finding {
  const [first] = open.map((index) => tasks[index]);
  const one = count === 1;
  const which = one ? `${taskName(first)}, which it waits for, is` : `${formatCount(count, "task")} that it waits for are`;
  return {
    span: task.dependencies[at].span,
    message: `task ${taskName(task)} is done, but ${which} ${one ? (first.status.value ?? "open") : "not"}`,
    ...(one
      ? { related: [{ span: placeOf(first), message: `${taskName(first)} is ${first.status.value ?? "open"}` }] }
      : {
          notes: [
            formatSome(
              open.map((index) => taskId(tasks[index])),
              count,
            ),
          ],
        }),
    help: "one of the two states is out of date, or the dependency does not hold",
  };
}

function placeOf({ id, title }: Task): Task["id"]["span"] {
  return id.text === "" ? title.span : id.span;
}

/** A task with parts is done when all of them are, whatever is written at itself; undefined where a status cannot be read. */
function statusesOf({ tasks }: Plan): readonly (Status | undefined)[] {
  const statuses = tasks.map(({ status }) => status.value ?? (status.problem === undefined ? "open" : undefined));
  const openParts = new Map<number, boolean>();
  for (const { index, parent } of tasks) {
    if (parent !== undefined) openParts.set(parent, openParts.get(parent) === true || !isOver(statuses[index]));
  }
  return statuses.map((status, index) => (openParts.get(index) === false ? "done" : status));
}

interface Unfinished {
  readonly notBegun: PickedTasks;
  readonly begun: PickedTasks;
}

function findUnfinished(plan: Plan): Unfinished {
  const statuses = statusesOf(plan);
  const isUnfinished = (status: Status | undefined): boolean => status !== undefined && !isOver(status);
  return {
    notBegun: pickTasks(plan.tasks.length, (task) => statuses[task] !== "started" && isUnfinished(statuses[task])),
    begun: pickTasks(plan.tasks.length, (task) => statuses[task] === "started"),
  };
}

/** The tasks of some entries that should be further than they are; vague words may mean others. */
function openIn(resolutions: readonly Resolution[], { notBegun, begun }: Unfinished): Omit<OpenTasks, "at"> {
  const clear = resolutions.filter(({ reference, vague }) => reference !== undefined && !vague);
  const all = targetsOf(clear);
  const ends = targetsOf(clear.filter(({ reference }) => reference?.link.relation === "FS" || reference?.link.relation === "FF"));
  const first = [...notBegun.firstIn(all, MOST_TASKS), ...begun.firstIn(ends, MOST_TASKS)].sort((a, b) => a - b);
  return { count: notBegun.countIn(all) + begun.countIn(ends), first: first.slice(0, MOST_TASKS) };
}

function targetsOf(resolutions: readonly Resolution[]): readonly Interval[] {
  return mergeIntervals(resolutions.flatMap(({ targets }) => targets));
}

function isOver(status: Status | undefined): boolean {
  return status === "done" || status === "dropped";
}

const MOST_TASKS = 8;
