import type { Resolution } from "../analysis/references.ts";
import { writtenOut } from "../analysis/references.ts";
import { formatCount, formatList } from "../format.ts";
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
    const statuses = statusesOf(plan);
    for (const task of plan.tasks) {
      if (task.status.value !== "done") continue;
      const waits = facts.references[task.index].map((resolution) => openIn(resolution, statuses));
      const open = [...new Set(waits.flat())].sort((a, b) => a - b);
      if (open.length > 0) yield findingOf(plan, task, { at: waits.findIndex((some) => some.length > 0), open });
    }
  },
};

interface OpenTasks {
  /** The first written dependency that names one of them. */
  readonly at: number;
  readonly open: readonly number[];
}

function findingOf({ tasks }: Plan, task: Task, { at, open }: OpenTasks): Finding {
  const [first] = open.map((index) => tasks[index]);
  const one = open.length === 1;
  const which = one ? `${taskName(first)}, which it waits for, is` : `${formatCount(open.length, "task")} that it waits for are`;
  return {
    span: task.dependencies[at].span,
    message: `task ${taskName(task)} is done, but ${which} ${one ? (first.status.value ?? "open") : "not"}`,
    ...(one
      ? { related: [{ span: placeOf(first), message: `${taskName(first)} is ${first.status.value ?? "open"}` }] }
      : {
          notes: [
            formatList(
              open.map((index) => taskId(tasks[index])),
              MOST_TASKS,
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

/** The tasks of one entry that should be further than they are; vague words may mean others. */
function openIn(resolution: Resolution, statuses: readonly (Status | undefined)[]): readonly number[] {
  const { reference, vague } = resolution;
  if (reference === undefined || vague) return [];
  const begun = reference.link.relation === "SS" || reference.link.relation === "SF";
  return writtenOut([resolution]).filter((index) => {
    const status = statuses[index];
    return status !== undefined && !isOver(status) && !(begun && status === "started");
  });
}

function isOver(status: Status | undefined): boolean {
  return status === "done" || status === "dropped";
}

const MOST_TASKS = 8;
