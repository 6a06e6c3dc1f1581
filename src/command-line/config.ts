import { UsageError } from "../commands/command.ts";
import { configuration } from "../commands/configuration.ts";
import { fileLayers } from "../config-file.ts";
import { settingsOf } from "../config-origins.ts";
import { type ConfigFlags, type PlanFlags, planCall } from "../flags.ts";
import type { Host } from "../host.ts";
import { answer, type Call, type ExitCode, present } from "../shell.ts";

/** Shows the configuration that holds for a plan, or in this folder where none is named. */
export function answerConfig(host: Host, plan: string | undefined, given: ConfigFlags): ExitCode {
  const flags: PlanFlags = { ...given, errorOnUnmatchedPattern: true, stdinFilename: "<stdin>", parser: "fast" };
  const call = planCall(host, "config", plan === undefined ? [] : [plan], flags);
  if (plan !== undefined) {
    const run: Call["run"] = (read, { reading }, layers) => configuration(settingsOf(layers, read.source.path), { plan: read, reading });
    return answer({ ...call, run }, host);
  }
  const found = fileLayers(host, call.configFiles, host.workingDirectory);
  if (found.kind === "problem") throw new UsageError(found.message);
  const outcome = configuration(settingsOf([...found.layers, call.flags], undefined), undefined);
  return present(host, call, [outcome], new Set()) === "complete" ? 0 : 2;
}
