import picomatch from "picomatch";

export interface Glob {
  /** The folder that the glob's fixed beginning names. */
  readonly base: string;
  /** Whether it means a path that starts from that folder. */
  matches(path: string): boolean;
}

/** What a glob on the command line means; undefined for a plain path. */
export function readGlob(pattern: string): Glob | undefined {
  const { isGlob, glob, base } = picomatch.scan(pattern);
  return !isGlob || glob === "" ? undefined : { base, matches: picomatch(glob) };
}

/** Whether one of the globs means a path, hidden files and folders included. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.filter((glob) => glob !== "").map((glob) => picomatch(glob.replace(/\/$/, ""), { dot: true }));
  return (path) => matchers.some((matches) => matches(path));
}
