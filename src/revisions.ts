import { type Commit, type GitProblem, mainBranch, mergeBase, openRepository, problem, type Repository, resolveRevision } from "./git.ts";
import type { Host } from "./host.ts";
import { absolutePath } from "./paths.ts";
import type { PlanRequest } from "./plans.ts";
import { hostAt, hostOfWorkingTree } from "./revision-files.ts";
import { type End, type PlanPair, pairEnds, readNamed } from "./revision-pairs.ts";

/** What is compared: revisions, each with what holds where none is named, or two files. */
export type Comparison =
  | {
      readonly kind: "revisions";
      /** Without one, the merge base of the main branch and the head. */
      readonly base: string | undefined;
      /** Without one, the files as they lie here. */
      readonly head: string | undefined;
      readonly patterns: readonly string[];
    }
  | { readonly kind: "files"; readonly base: string; readonly head: string };

/** One end of a comparison, as people call it; the commit's id where it is one. */
export interface Side {
  readonly name: string;
  readonly commit: string | undefined;
}

export type Pairing =
  | { readonly kind: "pairs"; readonly base: Side; readonly head: Side; readonly pairs: readonly PlanPair[] }
  | GitProblem;

/**
 * What the words of a command line compare. Up to two revisions come first, then plans; `--` parts them (`plans` are
 * the words after it, undefined without one), and without it each word must be a revision or a file, but not both.
 */
export function comparisonOf(host: Host, words: readonly string[], plans: readonly string[] | undefined): Comparison | GitProblem {
  if (plans !== undefined) {
    if (words.length > 2) return problem("more than two revisions cannot be compared", undefined);
    return { kind: "revisions", base: words[0], head: words[1], patterns: plans };
  }
  const isFile = (word: string) => host.kindOf(absolutePath(host, word)) === "file";
  const opened = openRepository(host);
  const repository = opened.kind === "repository" ? opened.repository : undefined;
  const missing = repository === undefined ? words.find((word) => !isPath(host, word)) : undefined;
  if (missing !== undefined) return problem(`\`${missing}\` is no file, and this is no git repository`, undefined);
  const revisions: string[] = [];
  for (const word of words.slice(0, 2)) {
    const meaning = meaningOf(host, repository, word);
    if (meaning.kind === "problem") return meaning;
    if (meaning.kind === "plan") break;
    revisions.push(word);
  }
  if (revisions.length === 0 && words.length === 2 && words.every(isFile)) return { kind: "files", base: words[0], head: words[1] };
  return { kind: "revisions", base: revisions[0], head: revisions[1], patterns: words.slice(revisions.length) };
}

/** Reads what is compared; the patterns of the request give way to those of the comparison. */
export function pairPlans(host: Host, comparison: Comparison, request: PlanRequest): Pairing {
  if (comparison.kind === "files") return pairFiles(host, comparison, request);
  const opened = openRepository(host);
  if (opened.kind === "problem") return opened;
  const { repository } = opened;
  const outside = comparison.patterns.find((pattern) => pattern === "-" || !isInside(repository, absolutePath(host, pattern)));
  if (outside !== undefined) return problem(`no revision holds \`${outside}\`: it is not in this repository`, WITHOUT_GIT);
  const head = comparison.head === undefined ? undefined : resolveRevision(repository, comparison.head);
  if (head?.kind === "problem") return head;
  const base = comparison.base === undefined ? usualBase(host, repository, head) : resolveRevision(repository, comparison.base);
  if (base.kind === "problem") return base;
  const before = endAt(host, repository, base);
  if (before.kind === "problem") return before;
  const after = endAt(host, repository, head);
  if (after.kind === "problem") return after;
  const { patterns } = comparison;
  const paired = pairEnds(before, after, { ...request, patterns });
  if (paired.kind === "problem") return paired;
  if (paired.pairs.length === 0 && request.unmatched === "refused") return nothingFound(patterns);
  return { kind: "pairs", base: sideOf(before.name, base), head: sideOf(after.name, head), pairs: paired.pairs };
}

const WITHOUT_GIT = "two files can be compared without git";

type Meaning = { readonly kind: "revision" } | { readonly kind: "plan" } | GitProblem;

function meaningOf(host: Host, repository: Repository | undefined, word: string): Meaning {
  if (repository === undefined) return { kind: "plan" };
  const resolved = resolveRevision(repository, word);
  if (resolved.kind === "commit") {
    const both = `\`${word}\` is both a revision and a file`;
    return isPath(host, word) ? problem(both, "put `--` behind the revisions, and the plans after it") : { kind: "revision" };
  }
  const isPattern = /[*?[\]{}]/.test(word) && !/[@^]\{/.test(word);
  if (isPath(host, word) || isPattern) return { kind: "plan" };
  const way = "where it was a plan that is gone, put `--` before it";
  return /\.(?:md|markdown)$/i.test(word) ? problem(`\`${word}\` is neither a revision nor a file`, way) : resolved;
}

/** An empty word is a variable that was not set, and not this folder. */
function isPath(host: Host, word: string): boolean {
  return word === "-" || (word !== "" && host.kindOf(absolutePath(host, word)) !== "missing");
}

/** Where the head left the main branch, so that what others did there since does not count. */
function usualBase(host: Host, repository: Repository, head: Commit | undefined): Commit | GitProblem {
  const main = mainBranch(repository, host);
  if (main.kind === "problem") return main;
  const end = head ?? resolveRevision(repository, "HEAD");
  return end.kind === "problem" ? end : mergeBase(repository, main, end);
}

type OpenedEnd = ({ readonly kind: "end" } & End) | GitProblem;

function endAt(host: Host, repository: Repository, commit: Commit | undefined): OpenedEnd {
  const { root } = repository;
  if (commit === undefined) return { kind: "end", host: hostOfWorkingTree(host), name: "working tree", root };
  const at = hostAt(host, repository, commit);
  return at.kind === "problem" ? at : { kind: "end", host: at.host, name: commit.name, root };
}

function sideOf(name: string, commit: Commit | undefined): Side {
  return { name, commit: commit?.id };
}

function isInside(repository: Repository, absolute: string): boolean {
  return absolute === repository.root || absolute.startsWith(repository.root.endsWith("/") ? repository.root : `${repository.root}/`);
}

function pairFiles(host: Host, files: Extract<Comparison, { readonly kind: "files" }>, request: PlanRequest): Pairing {
  const before = readNamed({ host, name: files.base, root: host.workingDirectory }, files.base, request);
  if (before.kind === "problem") return before;
  const after = readNamed({ host, name: files.head, root: host.workingDirectory }, files.head, request);
  if (after.kind === "problem") return after;
  const [base] = before.plans.values();
  const [head] = after.plans.values();
  const pairs = [{ path: files.head, base, head }];
  return { kind: "pairs", base: sideOf(files.base, undefined), head: sideOf(files.head, undefined), pairs };
}

function nothingFound(patterns: readonly string[]): GitProblem {
  const place = patterns.length === 0 ? "here" : `in ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`;
  return problem(`no plan found ${place}, at neither end`, "name a Markdown file that holds a table of tasks, or a folder of such files");
}
