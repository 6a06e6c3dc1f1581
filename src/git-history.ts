import { type Commit, firstLine, type GitProblem, nonsense, problem, type Repository, textOf } from "./git.ts";

/** A file's contents as a commit left them. */
export interface Version {
  readonly commit: string;
  /** When the commit was made, by its committer's clock: `2026-01-05T09:00:00+01:00`. */
  readonly time: string;
  readonly author: string;
  /** What the file was called then, from the repository's root. */
  readonly path: string;
  /** The id of its bytes; undefined where the commit took the file away. */
  readonly object: string | undefined;
}

export interface History {
  readonly kind: "history";
  /** The newest first. */
  readonly versions: readonly Version[];
}

/** The commits and merges up to this one, along their first parents, that changed a file, under its earlier names too; at most `limit`, and none where it was never there. */
export function historyOf(
  repository: Repository,
  commit: Commit,
  file: { readonly path: string; readonly limit: number },
): History | GitProblem {
  const shape = ["--raw", "--no-abbrev", "-z", "-M", "--format=%H%x00%cI%x00%an", "--encoding=UTF-8", "--no-color"];
  const harmless = ["--no-show-signature", "--no-ext-diff", "--no-textconv"];
  // Side by side, branches would take turns: what a merge brought in is its own doing.
  const line = ["-c", "log.diffMerges=separate", "log", "-m", "--first-parent"];
  const ran = repository.run([...line, "--follow", `--max-count=${file.limit}`, ...shape, ...harmless, commit.id, "--", file.path]);
  if (ran.kind === "refused") return problem(`cannot read the history of \`${file.path}\`: ${ran.reason}`, undefined);
  if (ran.code !== 0) return problem(`cannot read the history of \`${file.path}\`: ${firstLine(ran.error)}`, undefined);
  const fields = textOf(ran.output).split("\0");
  const versions = versionsOf(fields);
  const sound = ran.output.length === 0 || (/^[0-9a-f]{40,64}$/.test(fields[0]) && versions.every(({ path }) => Boolean(path)));
  return sound ? { kind: "history", versions } : nonsense(`for the history of \`${file.path}\``);
}

/** A commit is its three fields; then comes what it did to the file, with one path, or two where it was renamed. */
function versionsOf(fields: readonly string[]): readonly Version[] {
  const versions: Version[] = [];
  let at = 0;
  while (at + 2 < fields.length) {
    const [commit, time, author, change = ""] = fields.slice(at, at + 4);
    at += 3;
    const [, object, kind] = /^\n:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(change) ?? [];
    if (kind === undefined) continue;
    const renamed = kind === "R" || kind === "C";
    versions.push({ commit, time, author, path: fields[at + (renamed ? 2 : 1)], object: kind === "D" ? undefined : object });
    at += renamed ? 3 : 2;
  }
  return versions;
}
