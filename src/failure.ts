import { UsageError } from "./commands/command.ts";
import type { Host } from "./host.ts";
import { LimitError } from "./parse/guard.ts";
import { complain, type ExitCode } from "./shell.ts";
import { didYouMean } from "./suggest.ts";

/** Says what ended the program, in one sentence, and whose fault it is. */
export function failure(error: unknown, host: Host): ExitCode {
  if (error instanceof UsageError) {
    complain(host, error.message);
    return 2;
  }
  if (error instanceof LimitError) {
    complain(host, error.message);
    return 3;
  }
  const message = error instanceof Error ? error.message : String(error);
  const limit = error instanceof RangeError && /call stack|string length|array length/i.test(message);
  complain(host, limit ? `a limit was reached: ${message}` : `this is a fault of the program: ${message}`);
  if (!limit) host.writeError("hint: please report it with the output of the same command under SPRINTPLAN_DEBUG=1\n");
  if (host.environment("SPRINTPLAN_DEBUG") && error instanceof Error) host.writeError(`${error.stack}\n`);
  return 3;
}

/** What the parser of the command line complains of. */
export interface Misuse {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
}

/** Says the parser's complaint in our words; `known` are words that a mistyped one may have meant. */
export function misuse(error: Misuse, known: readonly string[], host: Host): ExitCode {
  if (error.code === "commander.help") return 2;
  const message = error.message
    .replace(/^error: /, "")
    .replace(/'([^']*)'/g, "`$1`")
    .replace(/\. Expected (.*)$/s, (all, expected: string) => (expected.endsWith(".") ? `, expected ${expected.slice(0, -1)}` : all))
    .replace(
      / is invalid\. (?:Allowed choices are (.*)\.$)?/s,
      (_all, choices?: string) => ` is invalid, ${choices ? `allowed are ${choices}` : ""}`,
    );
  const unknown = /^unknown (?:option|command) `([^`]*)`/.exec(message)?.[1];
  complain(host, message + (unknown === undefined ? "" : didYouMean(unknown, known)));
  host.writeError("hint: `sprintplan --help` lists the commands, `sprintplan <command> --help` its options\n");
  return 2;
}
