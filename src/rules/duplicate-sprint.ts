import { formatQuote } from "../format.ts";
import type { Plan, Sprint } from "../model.ts";
import { headingSpan } from "./heading-span.ts";
import { carriesNumber } from "./numbering.ts";
import type { Finding, Rule } from "./rule.ts";

export const duplicateSprint: Rule = {
  id: "duplicate-sprint",
  severity: "error",
  summary: "two sprints have the same id",
  fixable: "no",
  *check({ plan }) {
    const places = countedAnew(plan);
    const same = new Map<string, Sprint[]>();
    for (const sprint of plan.sprints) {
      if (sprint.firstTask === sprint.endTask) continue;
      const key = `${places.get(sprint) ?? ""} ${labelOf(sprint)}`;
      const sprints = same.get(key);
      if (sprints === undefined) same.set(key, [sprint]);
      else sprints.push(sprint);
    }
    for (const sprints of same.values()) if (sprints.length > 1) yield* findingsOf(plan, sprints);
  },
};

/** The one that may keep its id is the first whose tasks carry it. */
function* findingsOf({ tasks }: Plan, sprints: readonly Sprint[]): Generator<Finding> {
  const keeper = sprints.find((sprint) => carriesNumber(tasks[sprint.firstTask], sprint)) ?? sprints[0];
  for (const sprint of sprints) {
    if (sprint === keeper) continue;
    yield {
      span: headingSpan(sprint),
      message: `a second sprint with the id ${formatQuote(sprint.id.text)}: ${formatQuote(sprint.heading.text)}`,
      help: "what waits for this id waits for only one of them; give this sprint an id of its own",
      related: [{ span: headingSpan(keeper), message: formatQuote(keeper.heading.text) }],
    };
  }
}

/** The heading's word counts: `Week 1` is not `Sprint 1`. */
function labelOf({ id, heading }: Sprint): string {
  const word = heading.text
    .slice(0, heading.text.indexOf(id.text))
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
  return `${word} ${id.value ?? id.text}`;
}

/** The section around each sprint, where its sprints count from the same one again as those of a section before it, or by letters. */
function countedAnew({ sections, sprints }: Plan): ReadonlyMap<Sprint, number> {
  const parents = new Map(sections.map(({ span, parent }) => [span.start, parent]));
  const starts = new Set<string>();
  const seen = new Set<number>();
  const anew = new Set<number>();
  const around = new Map<Sprint, number>();
  for (const sprint of sprints) {
    const parent = parents.get(sprint.span.start);
    if (parent === undefined) continue;
    if (!seen.has(parent) && starts.has(labelOf(sprint))) anew.add(parent);
    if (!seen.has(parent)) starts.add(labelOf(sprint));
    seen.add(parent);
    if (anew.has(parent) || /^\p{L}$/u.test(sprint.id.text)) around.set(sprint, parent);
  }
  return around;
}
