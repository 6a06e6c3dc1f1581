import { posix } from "node:path";
import type { Config } from "./config.ts";
import { type ConfigFiles, combine, directoryOf, fileLayers, type Layer } from "./config-file.ts";
import { readConfigured } from "./configured-plan.ts";
import type { Host } from "./host.ts";
import { findInputs, findInWorkingDirectory, type Ignore, type Input } from "./inputs.ts";
import type { Plan } from "./model.ts";
import { describeExcess, type Excess, excessOfBytes } from "./parse/guard.ts";
import { parseMarkdown, referenceMarkdown } from "./parse/markdown.ts";
import { decodeSource } from "./source.ts";

export interface PlanRequest {
  /** Files, directories, globs and `-`, as given. */
  readonly patterns: readonly string[];
  /** What plans from standard input are called. */
  readonly standardInputName: string;
  /** What becomes of a search that finds nothing. */
  readonly unmatched: "refused" | "allowed";
  readonly configFiles: ConfigFiles;
  /** What flags configure. */
  readonly flags: Layer;
  /** What reads the Markdown: the fast reader, which asks remark where it is not sure, or remark alone. */
  readonly parser: "fast" | "remark";
  /** How many times the usual limits on what is read; once unless given. */
  readonly limits?: number | undefined;
}

/** A plan as it was read, with the configuration that holds for it. */
export interface ReadPlan {
  readonly input: Input;
  readonly bytes: Uint8Array;
  readonly plan: Plan;
  readonly config: Config;
  /** Where that configuration comes from, the weakest layer first. */
  readonly layers: readonly Layer[];
}

/** What could not be read, in a sentence, and whether it was only too much. */
export interface Unread {
  readonly message: string;
  readonly why: "problem" | "limit";
}

/** What could be read, and a sentence for each thing that could not; with a hint where there is an obvious way on. */
export interface Reading {
  readonly plans: readonly ReadPlan[];
  readonly problems: readonly Unread[];
  readonly hint: string | undefined;
}

/** Where plans that are asked for may lie. */
export interface FoundInputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly string[];
}

/** Finds, reads and parses all plans that are asked for. */
export function readPlans(host: Host, request: PlanRequest): Reading {
  const { inputs, problems } = findPlans(host, request);
  const read = inputs.map(planReader(host, request));
  const plans = read.flatMap((each) => (each === undefined || "message" in each ? [] : [each]));
  const said = [...problems.map(unread), ...read.flatMap((each) => (each !== undefined && "message" in each ? [each] : []))];
  const nothing = plans.length === 0 && said.length === 0 ? foundNothing(request) : undefined;
  return { plans, problems: nothing === undefined ? said : [unread(nothing.problem)], hint: nothing?.hint };
}

/** Finds what may hold the plans that are asked for. */
export function findPlans(host: Host, request: PlanRequest): FoundInputs {
  const here = fileLayers(host, request.configFiles, host.workingDirectory);
  return here.kind === "problem" ? { inputs: [], problems: [here.message] } : inputsFor(host, request, here.layers);
}

/** What to say where neither a plan nor a problem was found; undefined where that is allowed. */
export function foundNothing({ patterns, unmatched }: PlanRequest): { readonly problem: string; readonly hint: string } | undefined {
  if (unmatched === "allowed") return undefined;
  const places = patterns.length === 0 ? "here" : `in ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`;
  return { problem: `no plan found ${places}`, hint: "name a Markdown file that holds a table of tasks, or a folder of such files" };
}

function inputsFor(host: Host, request: PlanRequest, layers: readonly Layer[]): FoundInputs {
  const config = combine(layers);
  const ignore: Ignore = { globs: config.ignore, directory: directoryOf(layers, "ignore") ?? host.workingDirectory };
  const searchFor = (patterns: readonly string[], directory: string) => {
    return findInputs(host, { patterns, directory, standardInputName: request.standardInputName, ignore });
  };
  if (request.patterns.length > 0) return searchFor(request.patterns, host.workingDirectory);
  if (config.plans !== undefined) return searchFor(config.plans, directoryOf(layers, "plans") ?? host.workingDirectory);
  if (host.kindOf(posix.join(host.workingDirectory, "plans")) === "directory") return searchFor(["plans"], host.workingDirectory);
  return { inputs: findInWorkingDirectory(host, ignore), problems: [] };
}

/**
 * Reads one input, or says why it cannot be read; undefined for a file without tasks that nobody named. Plans of one directory
 * share its configuration files.
 */
export function planReader(host: Host, request: PlanRequest): (input: Input) => ReadPlan | Unread | undefined {
  const known = new Map<string, ReturnType<typeof fileLayers>>();
  const layersAt = (directory: string) => {
    const layers = known.get(directory) ?? fileLayers(host, request.configFiles, directory);
    known.set(directory, layers);
    return layers;
  };
  const markdown = request.parser === "remark" ? referenceMarkdown : parseMarkdown;
  return (input) => {
    const contents = input.kind === "file" ? host.readFile(input.absolute) : host.readInput();
    if (contents.kind === "refused") return unread(`cannot read \`${input.path}\`: ${contents.reason}`);
    const large = excessOfBytes(contents.bytes.length, request.limits);
    if (large !== undefined) return tooMuch(input, large);
    const decoded = decodeSource(input.path, contents.bytes);
    if (decoded.kind === "refused") return unread(`cannot read \`${input.path}\`: ${decoded.reason}`);
    const files = layersAt(input.kind === "file" ? posix.dirname(input.absolute) : host.workingDirectory);
    if (files.kind === "problem") return unread(files.message);
    const configured = readConfigured(decoded.source, files.layers, [request.flags], { markdown, limits: request.limits });
    if (configured.kind === "excess") return tooMuch(input, configured.excess);
    if (configured.kind === "problem") return unread(configured.message);
    const { plan, config, layers } = configured;
    if (!input.named && plan.tasks.length === 0) return undefined;
    return { input, bytes: contents.bytes, plan, config, layers };
  };
}

function unread(message: string): Unread {
  return { message, why: "problem" };
}

function tooMuch({ path }: Input, excess: Excess): Unread {
  return { message: `${describeExcess(path, excess)}; --limits ${excess.needed} raises that`, why: "limit" };
}
