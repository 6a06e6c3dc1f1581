import type { Command } from "../commands/command.ts";
import { type PlanFlags, planCall } from "../flags.ts";
import type { Host } from "../host.ts";
import { answer, type ExitCode } from "../shell.ts";

/** A command over plans as the command line knows it; `Flags` are all options by their names, absent unless they were given. */
export interface PlanCommand<Flags extends PlanFlags> {
  readonly name: string;
  readonly alias?: string;
  readonly question: string;
  /** What it takes where that is more than plans. */
  readonly words?: { readonly syntax: string; readonly description: string };
  /** Its own options, which help lists before those of every command. */
  readonly options: readonly PlanOption[];
  readonly answer: (host: Host, words: Words, flags: Flags) => ExitCode;
}

/** The words of a command line that are no options: files, folders, globs, or - for standard input, if nothing else is said. */
export interface Words {
  readonly all: readonly string[];
  /** Those behind `--`; undefined without one. */
  readonly afterDashes: readonly string[] | undefined;
}

export interface PlanOption {
  /** As help shows it, such as `--near <hours>`. */
  readonly flags: string;
  readonly description: string;
  /** The only values that there are. */
  readonly choices?: readonly string[];
  /** How a value is read; as text where nothing is said. */
  readonly value?: OptionValue;
  /** Given several times, its values come as a list. */
  readonly repeatable?: true;
}

export interface OptionValue {
  /** What a value has to be. */
  readonly expected: string;
  /** Undefined for a value that is none. */
  readonly read: (text: string) => number | undefined;
}

/** A command that says something of each plan, and changes nothing. */
export function tellingCommand<Flags extends PlanFlags>(
  { name, ...rest }: Omit<PlanCommand<Flags>, "answer">,
  command: Command<Flags>,
): PlanCommand<Flags> {
  return {
    name,
    ...rest,
    answer: (host, { all }, flags) =>
      answer({ ...planCall(host, name, all, flags), run: (plan, config) => command(plan, config, flags) }, host),
  };
}

/** A whole number, and no longer one than anybody types. */
export function wholeNumber(range?: { readonly least: number; readonly most: number }): OptionValue {
  const { least, most } = range ?? { least: 0, most: LARGEST };
  return {
    expected: range === undefined ? "a whole number" : `a whole number from ${least} to ${most}`,
    read: (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
  };
}

export const hours: OptionValue = {
  expected: "a number of hours",
  read: (text) => (/^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined),
};

export const share: OptionValue = {
  expected: "a number from 0 to 1",
  read: (text) => (/^(?:0?\.\d{1,9}|0|1|1\.0{1,9})$/.test(text) ? Number(text) : undefined),
};

const LARGEST = 999_999_999;
