import { formatCount } from "../format.ts";
import type { Task } from "../model.ts";
import { taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";
import { taskGroups } from "./task-groups.ts";

export const unassignedTask: Rule = {
  id: "unassigned-task",
  severity: "warning",
  summary: "nobody is assigned to a task, where most tasks around it have somebody",
  fixable: "no",
  *check({ plan }: Context) {
    const parents = new Set<number>();
    for (const { parent } of plan.tasks) if (parent !== undefined) parents.add(parent);
    for (const tasks of taskGroups(plan)) {
      const assigned = tasks.filter(isAssigned).length;
      if (assigned * 2 < tasks.length) continue;
      for (const task of tasks) {
        if (isAssigned(task) || isOver(task) || parents.has(task.index)) continue;
        const message = `nobody is assigned to task ${taskName(task)}, while ${assigned} of the ${formatCount(tasks.length, "task")} here ${assigned === 1 ? "has" : "have"} somebody`;
        yield { span: task.assignees[0]?.span ?? task.id.span, message };
      }
    }
  },
};

function isAssigned({ assignees }: Task): boolean {
  return assignees.some(({ value }) => value?.kind !== "nobody");
}

function isOver({ status }: Task): boolean {
  return status.value === "done" || status.value === "dropped";
}
