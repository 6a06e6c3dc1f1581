import { readConditions } from "../commands/diff/conditions.ts";
import { type DiffOutcome, diff } from "../commands/diff/diff.ts";
import { type PlanFlags, planCall } from "../flags.ts";
import type { Host } from "../host.ts";
import { comparisonOf, pairPlans } from "../revisions.ts";
import { complain, type ExitCode, inOneLine, present } from "../shell.ts";
import type { PlanCommand, Words } from "./plan-command.ts";

interface DiffFlags extends PlanFlags {
  readonly failIf?: readonly string[];
  readonly exitCode?: boolean;
}

export const diffCommand: PlanCommand<DiffFlags> = {
  name: "diff",
  question: "what does this edit change, in the plan and in its end?",
  words: { syntax: "[words...]", description: "two revisions at most, then plans; behind --, only plans; or two files" },
  options: [
    {
      flags: "--fail-if <conditions>",
      description: "what a change may not do, like 'slip>1d,new-error,over-capacity'",
      repeatable: true,
    },
    { flags: "--exit-code", description: "exit with 1 if anything changed" },
  ],
  answer: answerDiff,
};

function answerDiff(host: Host, { all, afterDashes }: Words, flags: DiffFlags): ExitCode {
  const failIf = (flags.failIf ?? []).flatMap(readConditions);
  const call = planCall(host, "diff", all, flags);
  const comparison = comparisonOf(host, all.slice(0, all.length - (afterDashes?.length ?? 0)), afterDashes);
  const pairing = comparison.kind === "problem" ? comparison : pairPlans(host, comparison, call);
  if (pairing.kind === "problem") {
    complain(host, pairing.message);
    if (pairing.hint !== undefined) host.writeError(`hint: ${inOneLine(pairing.hint)}\n`);
    return 2;
  }
  const names = { base: pairing.base.name, head: pairing.head.name };
  const outcomes = pairing.pairs.map(({ base, head }) => diff({ base, head }, { ...names, failIf }));
  const paths = new Set(pairing.pairs.flatMap(({ head }) => (head?.input.kind === "file" ? [head.input.absolute] : [])));
  const presented = present(host, call, outcomes, paths);
  return presented === "failed" ? 2 : codeOf(outcomes, flags);
}

function codeOf(outcomes: readonly DiffOutcome[], { exitCode }: DiffFlags): ExitCode {
  const refused = outcomes.some(({ diagnostics }) => diagnostics.length > 0);
  return refused || (exitCode === true && outcomes.some(({ changed }) => changed)) ? 1 : 0;
}
