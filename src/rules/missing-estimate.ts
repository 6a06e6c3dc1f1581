import { formatCount } from "../format.ts";
import type { Plan, Task } from "../model.ts";
import { taskName } from "./names.ts";
import type { Finding, Rule } from "./rule.ts";
import { taskGroups } from "./task-groups.ts";

export const missingEstimate: Rule = {
  id: "missing-estimate",
  severity: "warning",
  summary: "a task has no estimate where others have one",
  fixable: "no",
  *check({ plan }) {
    const estimatedParts = new Set<number>();
    for (const { parent, estimate } of plan.tasks) if (parent !== undefined && estimate.value !== undefined) estimatedParts.add(parent);
    for (const group of taskGroups(plan)) {
      const estimated = group.filter(({ estimate }) => estimate.text !== "" && estimate.value !== undefined).length;
      if (estimated === 0) continue;
      for (const task of group) {
        if (isMissing(task, plan) && !estimatedParts.has(task.index)) yield findingOf(task, estimated, group.length);
      }
    }
  },
};

/** A part of an estimated task needs no estimate, and neither does a task that is done or was dropped. */
function isMissing({ estimate, parent, status }: Task, { tasks }: Plan): boolean {
  if (estimate.value !== undefined || estimate.problem !== undefined || status.value === "dropped" || status.value === "done") return false;
  return parent === undefined || tasks[parent].estimate.value === undefined;
}

function findingOf(task: Task, estimated: number, all: number): Finding {
  const name = task.id.text === "" ? task.title : task.id;
  return {
    span: task.estimate.text === "" ? name.span : task.estimate.span,
    message: `task ${taskName(task)} has no estimate and counts 0 h`,
    notes: [`${estimated} of the ${formatCount(all, "task")} here ${estimated === 1 ? "has" : "have"} one`],
    help: "estimate it, or give a range if it is not known well",
  };
}
