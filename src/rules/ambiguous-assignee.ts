import { formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { furtherUses, usesByName } from "./assignee-uses.ts";
import { homeName } from "./names.ts";
import type { Context, Related, Rule } from "./rule.ts";

export const ambiguousAssignee: Rule = {
  id: "ambiguous-assignee",
  severity: "warning",
  summary: "the short name of an assignee fits several members",
  fixable: "no",
  *check({ plan, facts }: Context) {
    for (const uses of usesByName(plan, facts.people, "ambiguous", "sprint")) {
      const [{ task, field, resolution }] = uses;
      const names = [...new Set(resolution.candidates)];
      yield {
        span: field.span,
        message: `${formatQuote(field.text)} in ${homeName(plan, task.sprint)} could be ${alternatives(names, resolution.candidates.length)}`,
        related: [...membersNamed(plan, task.sprint, names.slice(0, MOST_NAMES)), ...furtherUses(uses)],
        help:
          names.length === 1
            ? "list each person once in the team, or tell those of one name apart"
            : "write as much of the name as only one of them has, or define it in the configuration's `aliases`",
      };
    }
  },
};

const MOST_NAMES = 3;

/** The names, each once; one that all of the members have with their number. */
function alternatives(names: readonly string[], members: number): string {
  if (names.length === 1) return `any of ${members} members called ${formatQuote(names[0])}`;
  const more = names.length > MOST_NAMES ? ` or ${names.length - MOST_NAMES} more` : "";
  return `${names.slice(0, MOST_NAMES).map(formatQuote).join(" or ")}${more}`;
}

function membersNamed(plan: Plan, sprint: number | undefined, names: readonly string[]): readonly Related[] {
  if (sprint === undefined) return [];
  const wanted = new Set(names);
  const members = plan.sprints[sprint].team.filter(({ name }) => wanted.has(name.value ?? name.text));
  return members.slice(0, MOST_NAMES).map(({ name }) => ({ span: name.span, message: `${formatQuote(name.text)} is of the team` }));
}
