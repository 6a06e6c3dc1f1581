import type { ReferenceProblem } from "../analysis/references.ts";
import { foldWords } from "../analysis/words.ts";
import { formatList, formatQuote } from "../format.ts";
import { once } from "../once.ts";
import { createForeignTest, idBeginnings } from "./foreign-reference.ts";
import { hidesCharacter } from "./hidden-characters.ts";
import { taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";

export const unresolvedDependency: Rule = {
  id: "unresolved-dependency",
  severity: "warning",
  summary: "a dependency is in words, or in ids of another file, that name no task of this plan",
  fixable: "no",
  *check({ plan, facts }: Context) {
    const isForeign = createForeignTest(plan);
    const beginnings = once(() => [...idBeginnings(plan)]);
    const titles = once(() => new Map(plan.tasks.map((task) => [foldWords(task.title.text), task])));
    for (const task of plan.tasks) {
      for (const [at, { problem }] of facts.references[task.index].entries()) {
        if (problem === undefined || !isForeign(problem)) continue;
        const { text, span } = task.dependencies[at];
        if (hidesCharacter(text)) continue;
        const same = titles().get(foldWords(text));
        const help = same === undefined || same.id.text === "" ? HELP : `write ${taskName(same)}, the task with this title`;
        const message = `task ${taskName(task)} waits for ${formatQuote(text)}, which names no task of this plan`;
        yield { span, message, help, notes: notesOf(problem, beginnings()) };
      }
    }
  },
};

const HELP = "write the id of the task that is meant; as written, it holds nothing up";

function notesOf(problem: ReferenceProblem, beginnings: readonly string[]): readonly string[] {
  const letters = beginnings.filter((beginning) => beginning !== "").map(formatQuote);
  const own = beginnings.includes("") ? ["a number", ...letters] : letters;
  return problem.kind === "unknown" && problem.role === "task" && own.length > 0
    ? [`the ids of this plan begin with ${formatList(own, 4)}`]
    : [];
}
