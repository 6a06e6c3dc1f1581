import { distinctPeople, isPerson } from "../analysis/team-people.ts";
import { formatCount, formatList, formatQuote } from "../format.ts";
import type { StatedDuration } from "../model.ts";
import type { Span } from "../source.ts";
import type { Context, Rule } from "./rule.ts";

export const contradictedTeamSize: Rule = {
  id: "contradicted-team-size",
  severity: "info",
  summary: "the plan states a team of another size than its sprints list",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const stated = (plan.duration?.alternatives ?? []).filter(({ people }) => people !== undefined);
    const isCertain = plan.sprints.every(({ index, team }) => {
      const window = facts.windows[index];
      return team.every((member) => isPerson(member, window && window.end - window.start));
    });
    const people = distinctPeople(plan);
    if (stated.length === 0 || people.length === 0 || !isCertain) return;
    if (stated.some((alternative) => alternative.people === people.length)) return;
    yield {
      span: placeOf(stated),
      message: `the plan states ${statedWords(stated)}, and its sprints list ${formatCount(people.length, "person", "people")}`,
      notes: [formatList(people.map(formatQuote), MOST_SHOWN)],
      help: "state the team that the sprints count on, or take whoever is not of it out of their capacity",
    };
  },
};

type Alternatives = StatedDuration["alternatives"];

function statedWords(stated: Alternatives): string {
  const sizes = [...new Set(stated.map(({ people }) => `${people}`))];
  return `a team of ${sizes.join(" or ")}`;
}

function placeOf(stated: Alternatives): Span {
  return { start: stated[0].span.start, end: stated[stated.length - 1].span.end };
}

const MOST_SHOWN = 12;
