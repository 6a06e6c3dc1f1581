import type { Facts } from "../../analysis/facts.ts";
import { foldWords } from "../../analysis/words.ts";
import { formatCount, formatQuote } from "../../format.ts";
import { didYouMean } from "../../suggest.ts";
import { UsageError } from "../command.ts";
import { taskId } from "../ids.ts";

/** The index of the task that is called so; a usage error where the plan has none, or several. */
export function findTask({ plan }: Facts, written: string): number {
  const ids = plan.tasks.map(({ index }) => taskId(plan, index));
  const found = findIds(ids, written);
  if (found.length === 1) return found[0];
  const path = formatQuote(plan.source.path);
  if (found.length > 1) throw new UsageError(`${formatCount(found.length, "task")} in ${path} are called ${formatQuote(written)}`);
  throw new UsageError(`no task ${formatQuote(written)} in ${path}${didYouMean(written, ids)}`);
}

/** Whether some task of the plan is called so. */
export function isTask({ plan }: Facts, written: string): boolean {
  const ids = plan.tasks.map(({ index }) => taskId(plan, index));
  return findIds(ids, written).length > 0;
}

function findIds(ids: readonly string[], written: string): readonly number[] {
  const wanted = foldWords(written.replace(/^task /i, ""));
  return ids.flatMap((id, index) => (foldWords(id) === wanted ? [index] : []));
}
