import { formatHours, formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import type { Span } from "../source.ts";
import { sprintName, taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";

export const assigneeWithoutCapacity: Rule = {
  id: "assignee-without-capacity",
  severity: "warning",
  summary: "an assignee belongs to another sprint's team, but has no capacity in this one",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const memberSpan = createMemberFinder(plan);
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
              span: memberSpan(resolution.sprint, resolution.name),
              message: `${name} is in the team of ${sprintName(plan.sprints[resolution.sprint])}`,
            },
          ],
          help: `give ${name} hours in ${sprint}, or the task to ${teamOf(plan, task.sprint)}`,
        };
      }
    }
  },
};

/** Where a name first stands in the team of a sprint. */
function createMemberFinder({ sprints }: Plan): (sprint: number, name: string) => Span {
  const known = new Map<number, ReadonlyMap<string, Span>>();
  return (sprint, name) => {
    const { team, heading } = sprints[sprint];
    const spans =
      known.get(sprint) ?? new Map(team.toReversed().map((member) => [member.name.value ?? member.name.text, member.name.span]));
    known.set(sprint, spans);
    return spans.get(name) ?? heading.span;
  };
}

/** A long team only by its first members. */
function teamOf({ sprints }: Plan, sprint: number): string {
  const { team } = sprints[sprint];
  const names = team.slice(0, MOST_NAMES).map(({ name }) => formatQuote(name.text));
  return [...names, ...(team.length > MOST_NAMES ? ["somebody else of its team"] : [])].join(" or ");
}

const MOST_NAMES = 12;
