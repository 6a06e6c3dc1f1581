import { type Commit, firstLine, type GitProblem, nonsense, problem, type Repository, textOf } from "./git.ts";

/** What a commit holds, by paths from the repository's root. */
export interface Tree {
  readonly kind: "tree";
  readonly files: ReadonlyMap<string, string>;
  /** Symbolic links; the object holds where they point to. */
  readonly links: ReadonlyMap<string, string>;
}

/** The files and links of a commit, each with the id of its object; submodules are left out. */
export function treeOf(repository: Repository, commit: Commit): Tree | GitProblem {
  const ran = repository.run(["ls-tree", "-r", "-z", "--full-tree", commit.id]);
  if (ran.kind === "refused") return problem(`cannot list the files of \`${commit.name}\`: ${ran.reason}`, undefined);
  if (ran.code !== 0) return problem(`cannot list the files of \`${commit.name}\`: ${firstLine(ran.error)}`, PARTIAL);
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  for (const entry of textOf(ran.output).split("\0")) {
    if (entry !== "" && !/^\d+ (?:blob|commit) [0-9a-f]+\t./s.test(entry)) return nonsense(`for the files of \`${commit.name}\``);
    const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (path !== undefined) (mode === "120000" ? links : files).set(path, id);
  }
  return { kind: "tree", files, links };
}

export type Objects = { readonly kind: "objects"; readonly bytes: ReadonlyMap<string, Uint8Array> } | GitProblem;

/** The bytes of files by their ids, all with one call; each must be there. */
export function readObjects(repository: Repository, ids: Iterable<string>): Objects {
  const wanted = [...new Set(ids)];
  const bytes = new Map<string, Uint8Array>();
  if (wanted.length === 0) return { kind: "objects", bytes };
  const ran = repository.run(["cat-file", "--batch", "--buffer"], `${wanted.join("\n")}\n`);
  if (ran.kind === "refused") return problem(`cannot read files from git: ${ran.reason}`, undefined);
  let at = 0;
  for (const id of wanted) {
    const end = ran.output.indexOf(0x0a, at);
    const header = textOf(ran.output.subarray(at, Math.max(at, end)));
    if (header === `${id} missing`) return problem("cannot read a file from git: its object is missing", PARTIAL);
    const [, named, size] = /^([0-9a-f]+) blob (\d{1,15})$/.exec(header) ?? [];
    // Half a file must not pass for all of it.
    if (named !== id || end + 1 + Number(size) >= ran.output.length) return ran.code === 0 ? nonsense("for a file") : broken(ran.error);
    bytes.set(id, ran.output.subarray(end + 1, end + 1 + Number(size)));
    at = end + Number(size) + 2;
  }
  return { kind: "objects", bytes };
}

function broken(error: string): GitProblem {
  return problem(`cannot read a file from git: ${firstLine(error)}`, PARTIAL);
}

const PARTIAL = "nothing is fetched from here: where this is a partial clone, clone without `--filter`";
