import { formatHours, formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { sprintName, taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";

export const assigneeWithoutCapacity: Rule = {
  id: "assignee-without-capacity",
  severity: "warning",
  summary: "an assignee belongs to another sprint's team, but has no capacity in this one",
  fixable: "no",
  *check({ plan, facts }: Context) {
    for (const task of plan.tasks) {
      for (const [at, resolution] of facts.people.assignees[task.index].entries()) {
        if (resolution.kind !== "elsewhere" || task.sprint === undefined) continue;
        const { text, span } = task.assignees[at];
        const sprint = sprintName(plan.sprints[task.sprint]);
        const name = formatQuote(resolution.name);
        const hours = facts.durations[task.index];
        const work = hours > 0 ? `${formatHours(hours)} of task ${taskName(task)} are` : `task ${taskName(task)} is`;
        yield {
          span,
          message: `${formatQuote(text)} has no capacity in ${sprint}: ${work} in nobody's hours`,
          related: [
            {
              span: memberSpan(plan, resolution.sprint, resolution.name),
              message: `${name} is in the team of ${sprintName(plan.sprints[resolution.sprint])}`,
            },
          ],
          help: `give ${name} hours in ${sprint}, or the task to ${teamOf(plan, task.sprint)}`,
        };
      }
    }
  },
};

function memberSpan(plan: Plan, sprint: number, name: string) {
  const { team, heading } = plan.sprints[sprint];
  return team.find((member) => (member.name.value ?? member.name.text) === name)?.name.span ?? heading.span;
}

function teamOf(plan: Plan, sprint: number): string {
  return plan.sprints[sprint].team.map(({ name }) => formatQuote(name.text)).join(" or ");
}
