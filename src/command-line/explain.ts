import { UsageError } from "../commands/command.ts";
import { explainRule, listRules } from "../commands/explain.ts";
import type { Outcome } from "../commands/outcome.ts";
import { presentationOf, type SharedFlags } from "../flags.ts";
import type { Host } from "../host.ts";
import { rules } from "../rules/index.ts";
import { type ExitCode, present } from "../shell.ts";
import { didYouMean } from "../suggest.ts";

/** Shows the page of a rule, or lists all rules where none is named. */
export function answerExplain(host: Host, id: string | undefined, flags: SharedFlags): ExitCode {
  const presentation = presentationOf(host, "explain", flags);
  return present(host, presentation, [explained(host, id)], new Set()) === "complete" ? 0 : 2;
}

function explained(host: Host, id: string | undefined): Outcome {
  if (id === undefined) return listRules(rules);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const ids = rules.map((known) => known.id);
    throw new UsageError(`unknown rule \`${id}\`${didYouMean(id, ids) || ", `sprintplan explain` lists all"}`);
  }
  const page = host.readOwnFile(`src/rules/${rule.id}.md`);
  if (page === undefined) throw new Error(`the page of the rule ${rule.id} is missing`);
  return explainRule(rule, page);
}
