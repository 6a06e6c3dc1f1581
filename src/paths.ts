import { posix } from "node:path";
import type { Host } from "./host.ts";

/** The absolute path, separated by `/`, of a path as a person gave it. */
export function absolutePath(host: Host, given: string): string {
  const path = withSlashes(host, given);
  const complete = path.startsWith("/") || /^[A-Za-z]:\//.test(path);
  return trimmed(complete ? posix.normalize(path) : posix.join(host.workingDirectory, path));
}

/** A path as given, but separated by `/`. */
export function withSlashes(host: Host, path: string): string {
  return host.pathSeparator === "\\" ? path.replaceAll("\\", "/") : path;
}

/** An absolute path as people at the working directory would write it. */
export function shownPath(host: Host, absolute: string): string {
  return posix.relative(host.workingDirectory, absolute) || ".";
}

/** A path as given, seen from the root of the repository (without one, from here); absolute where it lies outside. */
export function pathFromRoot(host: Host, given: string): string {
  const absolute = absolutePath(host, given);
  const { directories, repository } = upToRepository(host, host.workingDirectory);
  const root = repository ? directories[directories.length - 1] : host.workingDirectory;
  const beginning = root.endsWith("/") ? root : `${root}/`;
  return absolute.startsWith(beginning) ? absolute.slice(beginning.length) : absolute;
}

/** The directory and all above it, the nearest first. */
function upwards(directory: string): readonly string[] {
  const parent = posix.dirname(directory);
  return parent === directory || parent === "." ? [directory] : [directory, ...upwards(parent)];
}

/** The directories from this one up to the one that holds `.git`, or only up to the file system's root; the nearest first. */
export function upToRepository(host: Host, directory: string): { readonly directories: readonly string[]; readonly repository: boolean } {
  const all = upwards(directory);
  const root = all.findIndex((candidate) => host.kindOf(`${candidate}/.git`) !== "missing");
  return root < 0 ? { directories: all, repository: false } : { directories: all.slice(0, root + 1), repository: true };
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
