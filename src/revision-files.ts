import { posix } from "node:path";
import type { Commit, GitProblem, Repository } from "./git.ts";
import { readObjects, treeOf } from "./git-objects.ts";
import type { Contents, Entry, EntryKind, Host } from "./host.ts";

/** The outside world with the repository's files as a commit has them; everything outside of the repository stays as it is. */
export function hostAt(host: Host, repository: Repository, commit: Commit): { readonly kind: "host"; readonly host: Host } | GitProblem {
  const tree = treeOf(repository, commit);
  if (tree.kind === "problem") return tree;
  const targets = readObjects(repository, tree.links.values());
  if (targets.kind === "problem") return targets;
  const links = new Map([...tree.links].map(([path, id]) => [path, new TextDecoder().decode(targets.bytes.get(id))]));
  const folders = foldersOf([...tree.files.keys(), ...links.keys()]);
  const inside = (absolute: string) => insideOf(repository.root, absolute);
  const settled = (path: string) => settle(links, path, 0);
  const kindOf = (path: string | undefined): EntryKind =>
    path === undefined ? "missing" : tree.files.has(path) ? "file" : folders.has(path) ? "directory" : "missing";
  const entriesOf = (path: string): readonly Entry[] =>
    [...(folders.get(settled(path) ?? path) ?? [])].map((name) => {
      const at = posix.join(settled(path) ?? path, name);
      const kind = kindOf(settled(at));
      return { name, kind: kind === "missing" ? "other" : kind, link: links.has(at) };
    });
  const readFile = objectReader(repository, tree.files, folders);
  const at: Host = {
    ...host,
    kindOf: (absolute) =>
      within(
        inside(absolute),
        (path) => kindOf(settled(path)),
        () => host.kindOf(absolute),
      ),
    entriesOf: (absolute) => within(inside(absolute), entriesOf, () => host.entriesOf(absolute)),
    readFile: (absolute) =>
      within(
        inside(absolute),
        (path) => readFile(settled(path)),
        () => host.readFile(absolute),
      ),
  };
  return { kind: "host", host: at };
}

/** The outside world without the folders that are repositories of their own, such as submodules: no commit here holds their files. */
export function hostOfWorkingTree(host: Host): Host {
  const isForeign = (path: string) => host.kindOf(`${path}/.git`) !== "missing";
  const entriesOf = (directory: string) =>
    host.entriesOf(directory).filter(({ name, kind }) => kind !== "directory" || !isForeign(posix.join(directory, name)));
  return { ...host, entriesOf };
}

/** A path from the repository's root; undefined outside of it and in git's own folder. */
function insideOf(root: string, absolute: string): string | undefined {
  const path = posix.relative(root, absolute);
  return path === ".." || path.startsWith("../") || posix.isAbsolute(path) || path === ".git" || path.startsWith(".git/")
    ? undefined
    : path;
}

function within<T>(path: string | undefined, there: (path: string) => T, elsewhere: () => T): T {
  return path === undefined ? elsewhere() : there(path);
}

/** Where a path leads when its links are followed; undefined where they lead out of the repository or in circles. */
function settle(links: ReadonlyMap<string, string>, path: string, hops: number): string | undefined {
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const target = links.get(parts.slice(0, index + 1).join("/"));
    if (target === undefined) continue;
    const next = posix.join(...parts.slice(0, index), target, ...parts.slice(index + 1));
    const leaves = posix.isAbsolute(target) || next === ".." || next.startsWith("../");
    return leaves || hops > MOST_HOPS ? undefined : settle(links, next, hops + 1);
  }
  return path === "." ? "" : path;
}

/** As Linux has it. */
const MOST_HOPS = 40;

/** The names in each folder, by its path; the root's path is empty. */
function foldersOf(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([["", new Set()]]);
  for (const path of paths) {
    let below = path;
    while (below !== "") {
      const cut = below.lastIndexOf("/");
      const folder = below.slice(0, Math.max(0, cut));
      const names = folders.get(folder) ?? new Set();
      const known = names.has(below.slice(cut + 1));
      folders.set(folder, names.add(below.slice(cut + 1)));
      if (known) break;
      below = folder;
    }
  }
  return folders;
}

type Files = ReadonlyMap<string, string>;

/** Reads files by their paths; plans lie side by side, so that one call reads them all. */
function objectReader(repository: Repository, files: Files, folders: ReadonlyMap<string, ReadonlySet<string>>) {
  const known = new Map<string, Uint8Array>();
  const load = (ids: readonly string[]) => {
    const objects = readObjects(repository, ids);
    if (objects.kind === "problem") return objects.message;
    for (const [id, bytes] of objects.bytes) known.set(id, bytes);
    return undefined;
  };
  const besides = (path: string) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const names = [...(folders.get(folder) ?? [])].filter((name) => /\.(?:md|markdown)$/i.test(name));
    return names.flatMap((name) => files.get(folder === "" ? name : `${folder}/${name}`) ?? []);
  };
  return (path: string | undefined): Contents => {
    const id = path === undefined ? undefined : files.get(path);
    if (path === undefined || id === undefined) return { kind: "refused", reason: "no such file" };
    const failed = known.has(id) || load([id, ...besides(path)]) === undefined ? undefined : load([id]);
    const bytes = known.get(id);
    return bytes === undefined ? { kind: "refused", reason: failed ?? "no such file" } : { kind: "bytes", bytes };
  };
}
