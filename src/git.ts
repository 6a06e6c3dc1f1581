import { posix } from "node:path";
import type { Host } from "./host.ts";
import type { Ran } from "./programs.ts";
import { didYouMean } from "./suggest.ts";

/** A git repository with files, as seen from a directory in it. */
export interface Repository {
  /** The absolute path of the directory that its files lie in. */
  readonly root: string;
  /** Whether older commits were left out when it was cloned. */
  readonly shallow: boolean;
  /** Runs git in the root; nothing that the repository itself configures is executed, and nothing is fetched. */
  run(words: readonly string[], input?: string): Ran;
}

export interface Commit {
  readonly kind: "commit";
  readonly id: string;
  /** As people call it. */
  readonly name: string;
}

/** What went wrong in one sentence, and a way on where there is an obvious one. */
export interface GitProblem {
  readonly kind: "problem";
  readonly message: string;
  readonly hint: string | undefined;
}

/** The repository that the working directory lies in. */
export function openRepository(host: Host): { readonly kind: "repository"; readonly repository: Repository } | GitProblem {
  const ran = runGit(host, host.workingDirectory, ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-cdup"]);
  if (ran.kind === "refused") return problem(`cannot run git: ${ran.reason}`, "two files can be compared without git");
  if (ran.code !== 0) return whyNotOpened(ran.error);
  const answer = OPENED.exec(textOf(ran.output));
  if (answer === null) return nonsense("where this repository begins");
  const [, inside, shallow, upwards = ""] = answer;
  if (inside !== "true") return problem("there are no files of a git repository here", "start in a folder of its files");
  const root = posix.resolve(host.workingDirectory, upwards);
  const repository: Repository = { root, shallow: shallow === "true", run: (words, input) => runGit(host, root, words, input) };
  return { kind: "repository", repository };
}

/** What is said where git, or what is called so, succeeds and its answer cannot be read. */
export function nonsense(asked: string): GitProblem {
  return problem(
    `cannot read what git answers when it is asked ${asked}`,
    "`git --version` shows whether it works, `type git` where it lies",
  );
}

/** The commit that a revision names; whatever looks like an option or a range is refused before git sees it. */
export function resolveRevision(repository: Repository, revision: string): Commit | GitProblem {
  const refusal = whyNoRevision(revision);
  if (refusal !== undefined) return problem(refusal, "a revision is a branch, a tag, a commit or such as `HEAD~1`");
  const ran = repository.run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  const found = ran.kind === "ran" && ran.code === 0;
  const id = found ? objectId(textOf(ran.output).trimEnd()) : undefined;
  // What a revision excludes is no commit, but git's own way to say so.
  if (found && id === undefined && !/^\^[0-9a-f]+\n$/.test(textOf(ran.output))) return nonsense(`which commit \`${revision}\` is`);
  return id === undefined ? unknownRevision(repository, revision) : { kind: "commit", id, name: revision };
}

/** The nearest commit that both commits come from. */
export function mergeBase(repository: Repository, one: Commit, other: Commit): Commit | GitProblem {
  const ran = repository.run(["merge-base", one.id, other.id]);
  const id = ran.kind === "ran" && ran.code === 0 ? objectId(textOf(ran.output).split("\n")[0]) : undefined;
  if (id !== undefined) return { kind: "commit", id, name: `merge base of ${one.name} and ${other.name}` };
  const message = `\`${one.name}\` and \`${other.name}\` have no common commit`;
  return problem(repository.shallow ? `${message} in this shallow clone` : message, repository.shallow ? DEEPEN : undefined);
}

/** The newest known commit of the branch that work is merged into: the pull request's target, else the remote's default, else main or master. */
export function mainBranch(repository: Repository, host: Host): Commit | GitProblem {
  const asked = ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"].map((name) => host.environment(name) ?? "").find(Boolean);
  const names = asked === undefined ? ["origin/HEAD", "origin/main", "origin/master", "main", "master"] : [`origin/${asked}`, asked];
  const references = names.map((name) => (name.startsWith("origin/") ? `refs/remotes/${name}` : `refs/heads/${name}`));
  const known = new Map(listReferences(repository, references).map((reference) => [reference.full, reference]));
  const found = references.map((reference) => known.get(reference)).find((reference) => reference !== undefined);
  if (found !== undefined) return { kind: "commit", id: found.id, name: found.short };
  if (asked === undefined) return problem("no main branch is known here to compare with", "name the revision to compare with");
  return problem(`the target branch \`${asked}\` is not known here`, DEEPEN);
}

export function problem(message: string, hint: string | undefined): GitProblem {
  return { kind: "problem", message, hint };
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

const DEEPEN = "fetch the whole history: `git fetch --unshallow`, or in GitHub Actions `fetch-depth: 0` of actions/checkout";

/** Inside of its files or not, shallow or not, and the way up; the way is not told where there are no files. */
const OPENED = /^(true|false)\n(true|false)\n(?:((?:\.\.\/)*)\n)?$/;

/** The most that git may say at once. */
const MOST_BYTES = 256 * 1024 * 1024;

// What the repository's own configuration could make these commands execute, or read without an end; the system's and the user's
// stays, as it says which folders are safe.
const settings = [
  "core.attributesFile=/dev/null",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "diff.orderFile=/dev/null",
  "log.mailmap=false",
  "log.showRoot=true",
  "log.showSignature=false",
  "protocol.allow=never",
  "safe.bareRepository=explicit",
].flatMap((setting) => ["-c", setting]);

const environment: ReadonlyMap<string, string> = new Map([
  ["GIT_ALLOW_PROTOCOL", "none"],
  ["GIT_LITERAL_PATHSPECS", "1"],
  ["GIT_NO_LAZY_FETCH", "1"],
  ["GIT_OPTIONAL_LOCKS", "0"],
  ["GIT_TERMINAL_PROMPT", "0"],
  ["LC_ALL", "C"],
]);

function runGit(host: Host, directory: string, words: readonly string[], input = ""): Ran {
  return host.runProgram("git", ["--no-pager", ...settings, ...words], { directory, environment, input, mostBytes: MOST_BYTES });
}

function whyNotOpened(error: string): GitProblem {
  if (error.includes("dubious ownership")) {
    return problem("git does not trust this repository, because it belongs to another user", "`git help config` tells of `safe.directory`");
  }
  if (error.includes("not a git repository")) return problem("this is no git repository", "two files can be compared without one");
  if (error.includes("safe.bareRepository") || error.includes("must be run in a work tree")) {
    return problem("this git repository is bare, it has no files", "start in a clone or worktree of it");
  }
  return problem(`git cannot read this repository: ${firstLine(error)}`, undefined);
}

/** What git says of a failure, without the word for it. */
export function firstLine(error: string): string {
  return error.split("\n")[0].replace(/^(?:fatal|error): /, "") || "it gives no reason";
}

function whyNoRevision(revision: string): string | undefined {
  if (revision === "") return "a revision is missing: the name is empty";
  if (revision.startsWith("-")) return `\`${revision}\` is no revision, as it begins with \`-\``;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(revision)) return "a revision cannot hold control characters";
  if (revision.length > 1000) return "a revision cannot be as long as that";
  if (revision.includes("..") && !/[{}:]/.test(revision)) return `\`${revision}\` is a range: name its two ends as two revisions`;
  return undefined;
}

function unknownRevision(repository: Repository, revision: string): GitProblem {
  const names = listReferences(repository, ["refs/heads", "refs/tags", "refs/remotes"]).map((reference) => reference.short);
  if (names.length === 0) return problem(`unknown revision \`${revision}\`: this repository has no commit on a branch yet`, undefined);
  const remote = names.find((name) => name === `origin/${revision}`);
  const guess = remote === undefined ? didYouMean(revision, names) : `, did you mean \`${remote}\`?`;
  return problem(
    `unknown revision \`${revision}\`${repository.shallow ? " in this shallow clone" : ""}${guess}`,
    repository.shallow ? DEEPEN : undefined,
  );
}

interface Reference {
  readonly full: string;
  readonly short: string;
  readonly id: string;
}

/** The branches and tags below these names, the most recently changed first; nothing where git finds none. */
function listReferences(repository: Repository, below: readonly string[]): readonly Reference[] {
  const format = "--format=%(objectname)%09%(refname)%09%(symref)";
  const ran = repository.run(["for-each-ref", "--count=1000", "--sort=-creatordate", format, ...below]);
  const lines = ran.kind === "ran" && ran.code === 0 ? textOf(ran.output).split("\n").filter(Boolean) : [];
  return lines.map((line) => {
    const [id, full, target] = line.split("\t");
    return { id, full, short: (target || full).replace(/^refs\/(?:heads|tags|remotes)\//, "") };
  });
}

/** SHA-1 or SHA-256; undefined for anything else that git may say. */
function objectId(text: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}
