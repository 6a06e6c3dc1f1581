import { sprintIndexes } from "../analysis/sections.ts";
import { foldWords } from "../analysis/words.ts";
import { formatList, formatQuote } from "../format.ts";
import type { Plan } from "../model.ts";
import { didYouMean } from "../suggest.ts";
import { UsageError } from "./command.ts";
import { sectionId } from "./ids.ts";

/** The index of the sprint that an option names, as `2.3` or `Sprint 2.3`; a usage error where the plan has none of that name. */
export function findSprint(plan: Plan, id: string): number {
  const indexes = sprintIndexes(plan);
  const index = indexes.get(foldWords(id)) ?? indexes.get(foldWords(id.replace(/^\s*sprint\b/i, "")));
  if (index !== undefined) return index;
  const ids = plan.sprints.map(sectionId);
  const known = ids.length === 0 ? ", it has none" : `, it has ${formatList(ids, MOST_SPRINTS)}`;
  throw new UsageError(`no sprint \`${id}\` in ${formatQuote(plan.source.path)}${didYouMean(id, ids) || known}`);
}

const MOST_SPRINTS = 12;
