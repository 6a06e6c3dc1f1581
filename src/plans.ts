import { posix } from "node:path";
import type { Config } from "./config.ts";
import { type ConfigFiles, combine, directoryOf, fileLayers, type Layer } from "./config-file.ts";
import { readConfigured } from "./configured-plan.ts";
import type { Host } from "./host.ts";
import { findInputs, findInWorkingDirectory, type Ignore, type Input } from "./inputs.ts";
import type { Plan } from "./model.ts";
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

/** What could be read, and a sentence for each thing that could not; with a hint where there is an obvious way on. */
export interface Reading {
  readonly plans: readonly ReadPlan[];
  readonly problems: readonly string[];
  readonly hint: string | undefined;
}

/** Finds, reads and parses all plans that are asked for. */
export function readPlans(host: Host, request: PlanRequest): Reading {
  const here = fileLayers(host, request.configFiles, host.workingDirectory);
  if (here.kind === "problem") return { plans: [], problems: [here.message], hint: undefined };
  const { inputs, problems } = inputsFor(host, request, here.layers);
  const plans: ReadPlan[] = [];
  const reader = planReader(host, request);
  for (const input of inputs) {
    const read = reader(input);
    if (typeof read === "string") problems.push(read);
    else if (input.named || read.plan.tasks.length > 0) plans.push(read);
  }
  if (plans.length > 0 || problems.length > 0 || request.unmatched === "allowed") return { plans, problems, hint: undefined };
  return {
    plans,
    problems: [nothingFound(request.patterns)],
    hint: "name a Markdown file that holds a table of tasks, or a folder of such files",
  };
}

function inputsFor(
  host: Host,
  request: PlanRequest,
  layers: readonly Layer[],
): { readonly inputs: readonly Input[]; readonly problems: string[] } {
  const config = combine(layers);
  const ignore: Ignore = { globs: config.ignore, directory: directoryOf(layers, "ignore") ?? host.workingDirectory };
  const searchFor = (patterns: readonly string[], directory: string) => {
    const found = findInputs(host, { patterns, directory, standardInputName: request.standardInputName, ignore });
    return { inputs: found.inputs, problems: [...found.problems] };
  };
  if (request.patterns.length > 0) return searchFor(request.patterns, host.workingDirectory);
  if (config.plans !== undefined) return searchFor(config.plans, directoryOf(layers, "plans") ?? host.workingDirectory);
  if (host.kindOf(posix.join(host.workingDirectory, "plans")) === "directory") return searchFor(["plans"], host.workingDirectory);
  return { inputs: findInWorkingDirectory(host, ignore), problems: [] };
}

/** Reads one input, or says why it cannot be read. Plans of one directory share its configuration files. */
function planReader(host: Host, request: PlanRequest): (input: Input) => ReadPlan | string {
  const known = new Map<string, ReturnType<typeof fileLayers>>();
  const layersAt = (directory: string) => {
    const layers = known.get(directory) ?? fileLayers(host, request.configFiles, directory);
    known.set(directory, layers);
    return layers;
  };
  return (input) => {
    const contents = input.kind === "file" ? host.readFile(input.absolute) : host.readInput();
    if (contents.kind === "refused") return `cannot read \`${input.path}\`: ${contents.reason}`;
    const decoded = decodeSource(input.path, contents.bytes);
    if (decoded.kind === "refused") return `cannot read \`${input.path}\`: ${decoded.reason}`;
    const files = layersAt(input.kind === "file" ? posix.dirname(input.absolute) : host.workingDirectory);
    if (files.kind === "problem") return files.message;
    const configured = readConfigured(decoded.source, files.layers, [request.flags]);
    if (configured.kind === "problem") return configured.message;
    const { plan, config, layers } = configured;
    return { input, bytes: contents.bytes, plan, config, layers };
  };
}

function nothingFound(patterns: readonly string[]): string {
  if (patterns.length === 0) return "no plan found here";
  return `no plan found in ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`;
}
