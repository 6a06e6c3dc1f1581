import { foldWords } from "../analysis/words.ts";
import { formatCount, formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { nearestAmong } from "../suggest.ts";
import { type AssigneeUse, furtherUses, usesByName } from "./assignee-uses.ts";
import { hidesCharacter } from "./hidden-characters.ts";
import { taskName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const unknownAssignee: Rule = {
  id: "unknown-assignee",
  severity: "warning",
  summary: "an assignee is in no sprint's team, where teams are listed",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const names = shortNames(plan);
    const nearestName = nearestAmong(names.keys());
    let guesses = 0;
    for (const uses of usesByName(plan, facts.people, "unknown", "plan")) {
      // What hides a character is reported as that.
      if (hidesCharacter(uses[0].field.text)) continue;
      guesses += 1;
      const [candidate] = guesses > MOST_GUESSES ? [] : nearestName(foldWords(uses[0].field.text));
      yield findingOf(uses, candidate && (names.get(candidate) ?? candidate));
    }
  },
};

/** A team can be long and a plan full of names that it does not have. */
const MOST_GUESSES = 50;

function findingOf(uses: readonly AssigneeUse[], meant: string | undefined): Finding {
  const [{ task, field }] = uses;
  const work = uses.length === 1 ? `task ${taskName(task)}` : formatCount(uses.length, "task");
  return {
    span: field.span,
    message: `${formatQuote(field.text)} is to do ${work}, but is in no sprint's team`,
    related: furtherUses(uses),
    help: meant === undefined ? "add a line with this person's hours to the team" : `did you mean ${formatQuote(meant)}?`,
  };
}

/** The names of all teams, and the words that each of them begins with. */
function shortNames({ sprints }: Plan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { team } of sprints) {
    for (const { name } of team) {
      const words = foldWords(name.text);
      names.set(words, name.text);
      const [first] = words.split(" ");
      if (!names.has(first)) names.set(first, name.text);
    }
  }
  return names;
}
