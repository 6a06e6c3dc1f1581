import { UsageError } from "./commands/command.ts";
import { memberOf } from "./config-data.ts";
import type { ConfigFiles } from "./config-file.ts";
import type { Host } from "./host.ts";
import { reportersOf } from "./report/reporter.ts";
import type { Call, Format, Presentation } from "./shell.ts";
import { didYouMean } from "./suggest.ts";
import { colorLevel } from "./terminal.ts";

/** The options that every command has, as the command line gives them. */
export interface SharedFlags {
  readonly format: readonly Format[];
  readonly color?: boolean;
}

/** The options that configure. */
export interface ConfigFlags extends SharedFlags {
  readonly failOn?: string;
  readonly joint?: string;
  readonly all?: string;
  readonly overlap?: string;
  readonly config?: string | false;
}

/** The options of every command that reads plans. */
export interface PlanFlags extends ConfigFlags {
  readonly errorOnUnmatchedPattern: boolean;
  readonly stdinFilename: string;
  readonly parser: "fast" | "remark";
  readonly limits?: number;
}

/** `json=report.json` as a format and its file. */
export function formatOf(value: string, names: readonly string[]): Format {
  const [name, ...rest] = value.split("=");
  if (!names.includes(name))
    throw new UsageError(`unknown format \`${name}\`${didYouMean(name, names) || `, known are ${names.join(", ")}`}`);
  const file = rest.length === 0 ? undefined : rest.join("=");
  if (file === "") throw new UsageError(`--format ${name}= names no file`);
  return { name, file };
}

/** What the options say of a call; what the command does is still to be told. */
export function planCall(host: Host, command: string, patterns: readonly string[], flags: PlanFlags): Omit<Call, "run"> {
  const { failOn, joint, all, overlap } = flags;
  return {
    ...presentationOf(host, command, flags),
    patterns,
    standardInputName: flags.stdinFilename,
    unmatched: flags.errorOnUnmatchedPattern ? "refused" : "allowed",
    configFiles: configFilesOf(flags.config),
    parser: flags.parser,
    limits: flags.limits,
    flags: { origin: "flags", directory: host.workingDirectory, value: given({ failOn, reading: given({ joint, all, overlap }) }) },
    rewrites: "nothing",
    mostWarnings: undefined,
  };
}

/** How results are shown. */
export function presentationOf(host: Host, command: string, flags: SharedFlags): Presentation {
  const given = flags.format.length === 0 ? [{ name: "auto", file: undefined }] : flags.format;
  const formats = given.map((format) => (format.name === "auto" ? { ...format, name: automaticFormat(host, command, format) } : format));
  const names = [...reportersOf(command).keys()];
  const foreign = formats.find(({ name }) => !names.includes(name));
  if (foreign !== undefined) throw new UsageError(`\`${command}\` has no format \`${foreign.name}\`, known are ${names.join(", ")}`);
  if (formats.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError("only one format can go to standard output, give the others a file: --format json=report.json");
  }
  const color = flags.color === undefined ? "auto" : flags.color ? "always" : "never";
  return { command, formats, color: colorLevel(host, color), version: versionOf(host) };
}

/** A workflow of GitHub shows what its commands say beside the lines that are spoken of. */
function automaticFormat(host: Host, command: string, { file }: Format): string {
  const annotates = file === undefined && host.environment("GITHUB_ACTIONS") === "true" && reportersOf(command).has("github");
  return annotates ? "github" : "text";
}

function configFilesOf(flag: string | false | undefined): ConfigFiles {
  if (typeof flag === "string") return { kind: "file", path: flag };
  return { kind: flag === undefined ? "nearest" : "none" };
}

/** Only the values that were given: an absent flag must not hide what a file says. */
function given(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The version of this package. */
export function versionOf(host: Host): string {
  const own = host.readOwnFile("package.json");
  return own === undefined ? "unknown" : String(memberOf(JSON.parse(own), "version"));
}
