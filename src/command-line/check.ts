import { type Baseline, knownIn, readBaseline } from "../baseline-file.ts";
import { check } from "../commands/check.ts";
import { UsageError } from "../commands/command.ts";
import { type PlanFlags, planCall } from "../flags.ts";
import type { Host } from "../host.ts";
import type { Plan } from "../model.ts";
import { answer, type ExitCode, list } from "../shell.ts";
import { type PlanCommand, type Words, wholeNumber } from "./plan-command.ts";

interface CheckFlags extends PlanFlags {
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly diff?: boolean;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly listFiles?: boolean;
}

export const checkCommand: PlanCommand<CheckFlags> = {
  name: "check",
  question: "what is wrong with this plan?",
  options: [
    { flags: "--fix", description: "make the safe fixes" },
    { flags: "--unsafe", description: "with --fix or --diff: also make fixes that need a second look" },
    { flags: "--diff", description: "print what --fix would change, and write nothing" },
    { flags: "--max-warnings <count>", description: "exit with 1 above this number of warnings", value: wholeNumber() },
    { flags: "--baseline <file>", description: "hide the findings that this file lists" },
    { flags: "--update-baseline", description: "with --baseline: let the file list what is found now" },
    { flags: "--list-files", description: "print which plans would be read, and check nothing" },
  ],
  answer: answerCheck,
};

function answerCheck(host: Host, { all: patterns }: Words, flags: CheckFlags): ExitCode {
  const fixing = flags.fix === true || flags.diff === true;
  if (flags.unsafe === true && !fixing) throw new UsageError("--unsafe needs --fix or --diff beside it");
  if (flags.listFiles === true) return list(planCall(host, "list-files", patterns, flags), host);
  const baseline = baselineOf(host, flags);
  const fix = fixing ? (flags.unsafe === true ? "unsafe" : "safe") : "none";
  const fixed = flags.diff === true ? "shown" : "written";
  const knownOf = ({ source }: Plan) => (baseline === undefined ? {} : { known: knownIn(host, baseline, source.path) });
  return answer(
    {
      ...planCall(host, "check", patterns, flags),
      run: (plan, config) => check(plan, config, { fix, fixed, ...knownOf(plan) }),
      rewrites: fixing && fixed === "written" ? "plans" : "nothing",
      mostWarnings: flags.maxWarnings,
      baseline,
    },
    host,
  );
}

function baselineOf(host: Host, flags: CheckFlags): Baseline | undefined {
  if (flags.baseline === undefined) {
    if (flags.updateBaseline === true) throw new UsageError("--update-baseline needs --baseline and a file beside it");
    return undefined;
  }
  const read = readBaseline(host, flags.baseline, flags.updateBaseline === true ? "updated" : "kept");
  if (read.kind === "problem") throw new UsageError(read.message);
  return read.baseline;
}
