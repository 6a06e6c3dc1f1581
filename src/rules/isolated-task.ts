import type { References } from "../analysis/references.ts";
import { targetsOf } from "../analysis/references.ts";
import { formatCount } from "../format.ts";
import type { Plan, Task } from "../model.ts";
import { taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";
import { taskGroups } from "./task-groups.ts";

export const isolatedTask: Rule = {
  id: "isolated-task",
  severity: "off",
  summary: "a task waits for nothing and nothing waits for it, where other tasks are tied to each other",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const tied = findTied(plan, facts.references);
    for (const tasks of taskGroups(plan)) {
      const count = tasks.filter(({ index }) => tied[index]).length;
      if (count === 0) continue;
      for (const task of tasks) {
        if (tied[task.index] || isOver(task)) continue;
        yield {
          span: task.id.text === "" ? task.title.span : task.id.span,
          message: `task ${taskName(task)} waits for nothing, and nothing waits for it`,
          notes: [`${count} of the ${formatCount(tasks.length, "task")} here are tied to another one`],
          help: "say what it needs or what needs it, or let it be if it can be done at any time",
        };
      }
    }
  },
};

/** Whatever waits, is waited for, or is a part of such a task or has such a part. */
function findTied({ tasks }: Plan, references: References): readonly boolean[] {
  const changes = new Int32Array(tasks.length + 1);
  for (const { start, end } of references.flatMap(targetsOf)) {
    changes[start] += 1;
    changes[end] -= 1;
  }
  let open = 0;
  const tied = tasks.map(({ index, dependencies }) => {
    open += changes[index];
    return open > 0 || dependencies.length > 0;
  });
  for (const { index, parent } of tasks) {
    if (parent === undefined || !(tied[index] || tied[parent])) continue;
    tied[index] = true;
    tied[parent] = true;
  }
  return tied;
}

function isOver({ status }: Task): boolean {
  return status.value === "done" || status.value === "dropped";
}
