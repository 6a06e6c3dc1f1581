import { posix } from "node:path";
import { globMatcher, readGlob } from "./globs.ts";
import type { Host } from "./host.ts";
import { type IgnoreRules, ignoreRules } from "./ignored.ts";
import { absolutePath, withSlashes } from "./paths.ts";

/** A place to read a plan from; `named` where it was asked for by its own name, not found by a search. */
export type Input =
  | { readonly kind: "file"; readonly path: string; readonly absolute: string; readonly named: boolean }
  | { readonly kind: "standard-input"; readonly path: string; readonly named: true };

export interface InputRequest {
  /** Files, directories, globs and `-`, as given. */
  readonly patterns: readonly string[];
  /** The directory that the patterns start from. */
  readonly directory: string;
  readonly standardInputName: string;
  readonly ignore: Ignore;
}

/** Globs of files and folders that a search leaves out, and the directory that they start from. */
export interface Ignore {
  readonly globs: readonly string[];
  readonly directory: string;
}

export interface Inputs {
  /** In the order given, each search's files by their paths, no file twice. */
  readonly inputs: readonly Input[];
  readonly problems: readonly string[];
}

/** The Markdown files that the patterns mean; what a search finds may hold no tasks, which only its reader can see. */
export function findInputs(host: Host, request: InputRequest): Inputs {
  const inputs = new Map<string, Input>();
  const problems: string[] = [];
  for (const pattern of request.patterns) {
    const found = findPattern(host, request, withSlashes(host, pattern));
    if (found.kind === "problem") problems.push(found.message);
    else for (const input of found.inputs) inputs.set(keyOf(input), inputs.get(keyOf(input)) ?? input);
  }
  return { inputs: [...inputs.values()], problems };
}

/** The Markdown files that lie right in the working directory. */
export function findInWorkingDirectory(host: Host, ignore: Ignore): readonly Input[] {
  const rules = ignoreRules(host, host.workingDirectory);
  const isLeftOut = leftOutBy(ignore);
  const names = host.entriesOf(host.workingDirectory).filter((entry) => entry.kind === "file" && isMarkdown(entry.name));
  const files = names.map(({ name }): FoundFile => ({ kind: "file", path: name, absolute: absolutePath(host, name), named: false }));
  return files.filter((file) => !rules.ignores(file.absolute) && !isLeftOut(file.absolute)).sort(byPath);
}

type FoundFile = Extract<Input, { readonly kind: "file" }>;
type Found = { readonly kind: "inputs"; readonly inputs: readonly Input[] } | { readonly kind: "problem"; readonly message: string };

function findPattern(host: Host, request: InputRequest, pattern: string): Found {
  if (pattern === "-") return { kind: "inputs", inputs: [{ kind: "standard-input", path: request.standardInputName, named: true }] };
  const place = (given: string) => placeOf(host, request.directory, given);
  const named = place(pattern);
  const kind = pattern === "" ? "missing" : host.kindOf(named.absolute);
  if (kind === "directory") return { kind: "inputs", inputs: search(host, request.ignore, { ...named, matches: () => true }) };
  if (kind !== "missing") return { kind: "inputs", inputs: [{ kind: "file", ...named, named: true }] };
  const glob = readGlob(pattern);
  if (glob === undefined) return { kind: "problem", message: `cannot read \`${named.path}\`: no such file` };
  return { kind: "inputs", inputs: search(host, request.ignore, { ...place(glob.base), matches: glob.matches }) };
}

interface Place {
  readonly path: string;
  readonly absolute: string;
}

/** Shown as given, unless it is meant from another directory than the one people are in. */
function placeOf(host: Host, directory: string, given: string): Place {
  if (directory === host.workingDirectory || given.startsWith("/")) return { path: given, absolute: absolutePath(host, given) };
  const absolute = absolutePath(host, posix.join(directory, given));
  return { path: posix.relative(host.workingDirectory, absolute), absolute };
}

interface Search extends Place {
  /** Of a file's path from where the search starts. */
  matches(relative: string): boolean;
}

function search(host: Host, ignore: Ignore, start: Search): readonly Input[] {
  const isLeftOut = leftOutBy(ignore);
  const prefix = start.path === "" || start.path === "." ? "" : start.path.endsWith("/") ? start.path : `${start.path}/`;
  const found: FoundFile[] = [];
  const visit = (directory: string, rules: IgnoreRules): void => {
    for (const { name, kind, link } of host.entriesOf(directory)) {
      const absolute = directory === "/" ? `/${name}` : `${directory}/${name}`;
      // A linked directory may lead back to one above it.
      const open = kind === "directory" && !link && name !== "node_modules" && name !== ".git";
      if (open && !rules.ignores(`${absolute}/`) && !isLeftOut(absolute)) visit(absolute, rules.inside(absolute));
      const relative = posix.relative(start.absolute, absolute);
      if (kind !== "file" || !isMarkdown(name) || !start.matches(relative)) continue;
      if (!rules.ignores(absolute) && !isLeftOut(absolute)) found.push({ kind: "file", path: prefix + relative, absolute, named: false });
    }
  };
  visit(start.absolute, ignoreRules(host, start.absolute));
  return found.sort(byPath);
}

/** A file is left out by a glob that matches it or a folder above it. */
function leftOutBy(ignore: Ignore): (absolute: string) => boolean {
  if (ignore.globs.length === 0) return () => false;
  const matches = globMatcher(ignore.globs);
  return (absolute) => matches(posix.relative(ignore.directory, absolute));
}

function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

function keyOf(input: Input): string {
  return input.kind === "file" ? input.absolute : "-";
}

function byPath(a: FoundFile, b: FoundFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
