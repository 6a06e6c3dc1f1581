import { formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { didYouMean } from "../suggest.ts";
import { headingSpan } from "./heading-span.ts";
import { sprintName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const missingSection: Rule = {
  id: "missing-section",
  severity: "off",
  summary: "a section that the configuration asks for is not there",
  fixable: "no",
  *check({ plan, config }: Context) {
    const headings = plan.sections.map(({ heading }) => ({ start: heading.span.start, words: wordsOf(heading.text) }));
    for (const section of config.rules["missing-section"].sections) {
      const words = wordsOf(section);
      const found = headings.filter((heading) => heading.words.includes(words));
      if (found.length === 0) yield missingInPlan(plan, section);
      else yield* missingInSprints(plan, section, found);
    }
  },
};

function missingInPlan({ title, sections }: Plan, section: string): Finding {
  const texts = sections.map(({ heading }) => heading.text);
  return {
    span: title?.span ?? { start: 0, end: 0 },
    message: `the plan has no section ${formatQuote(section)}${didYouMean(section, texts)}`,
    help: "add it under a heading with these words",
  };
}

/** What one sprint has, each of them must have. */
function* missingInSprints({ sprints }: Plan, section: string, found: readonly { readonly start: number }[]): Generator<Finding> {
  const having = new Set<number>();
  let sprint = 0;
  for (const { start } of found) {
    while (sprint < sprints.length && sprints[sprint].span.end <= start) sprint += 1;
    if (sprint < sprints.length && sprints[sprint].heading.span.end <= start) having.add(sprint);
  }
  if (having.size === 0) return;
  for (const each of sprints) {
    if (having.has(each.index)) continue;
    yield {
      span: headingSpan(each),
      message: `${sprintName(each)} has no section ${formatQuote(section)}`,
      notes: [`${having.size} of the ${sprints.length} sprints ${having.size === 1 ? "has" : "have"} one`],
    };
  }
}

/** Letters and digits only, so that a heading's numbers, signs and marks do not matter. */
function wordsOf(text: string): string {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}
