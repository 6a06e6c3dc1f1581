import { posix } from "node:path";
import ignore from "ignore";
import type { Host } from "./host.ts";
import { upToRepository } from "./paths.ts";

/** What git ignores, as known in one directory: the rules of all `.gitignore` files from the repository's root down to it. */
export interface IgnoreRules {
  /** The same with the rules of a directory in this one. */
  inside(directory: string): IgnoreRules;
  /** Whether git ignores an entry; the path is absolute, and a directory's ends in `/`. */
  ignores(path: string): boolean;
}

/** The rules that hold in a directory: none outside of a repository. */
export function ignoreRules(host: Host, directory: string): IgnoreRules {
  const { directories, repository } = upToRepository(host, directory);
  if (!repository) return rulesOf(host, []);
  const root = directories[directories.length - 1];
  const start = [...ruleFile(host, root, ".git/info/exclude"), ...ruleFile(host, root, ".gitignore")];
  return directories.slice(0, -1).reduceRight((rules, next) => rules.inside(next), rulesOf(host, start));
}

interface RuleFile {
  readonly directory: string;
  readonly matcher: ReturnType<typeof ignore>;
}

function rulesOf(host: Host, files: readonly RuleFile[]): IgnoreRules {
  return {
    inside: (directory) => rulesOf(host, [...files, ...ruleFile(host, directory, ".gitignore")]),
    ignores: (path) => files.reduce((ignored, file) => verdict(file, path) ?? ignored, false),
  };
}

/** The deepest file that speaks of a path decides. */
function verdict(file: RuleFile, path: string): boolean | undefined {
  const relative = posix.relative(file.directory, path) + (path.endsWith("/") ? "/" : "");
  if (!ignore.isPathValid(relative)) return undefined;
  const { ignored, unignored } = file.matcher.test(relative);
  return ignored ? true : unignored ? false : undefined;
}

function ruleFile(host: Host, directory: string, name: string): readonly RuleFile[] {
  const path = `${directory}/${name}`;
  const contents = host.kindOf(path) === "file" ? host.readFile(path) : undefined;
  if (contents?.kind !== "bytes") return [];
  const matcher = ignore({ ignorecase: false }).add(new TextDecoder().decode(contents.bytes));
  return [{ directory, matcher }];
}
