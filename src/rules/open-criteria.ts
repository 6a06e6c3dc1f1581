import { formatCount } from "../format.ts";
import type { Criterion, Sprint } from "../model.ts";
import { sprintName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const openCriteria: Rule = {
  id: "open-criteria",
  severity: "warning",
  summary: "all of a sprint's tasks are done, but not all of its criteria are met",
  fixable: "no",
  *check({ plan }: Context) {
    for (const sprint of plan.sprints) {
      const open = sprint.criteria.filter(({ done }) => !done);
      if (open.length === 0) continue;
      const tasks = plan.tasks.slice(sprint.firstTask, sprint.endTask).filter(({ status }) => status.value !== "dropped");
      if (tasks.length > 0 && tasks.every(({ status }) => status.value === "done")) yield findingOf(sprint, tasks.length, open);
    }
  },
};

function findingOf(sprint: Sprint, tasks: number, [first, ...others]: readonly Criterion[]): Finding {
  const done = tasks === 1 ? "the only task" : `all ${formatCount(tasks, "task")}`;
  const open = others.length + 1;
  return {
    span: first.text.span,
    message: `${done} of ${sprintName(sprint)} ${tasks === 1 ? "is" : "are"} done, but ${open} of ${formatCount(sprint.criteria.length, "criterion", "criteria")} ${open === 1 ? "is" : "are"} not met`,
    related: others.map(({ text }) => ({ span: text.span, message: "not met either" })),
    help: "meet the criteria or tick them off, or open the tasks again that are to meet them",
  };
}
