import { fstatSync, readdirSync, readFileSync, readSync, type Stats, statSync, writeSync } from "node:fs";
import { sep } from "node:path";
import { createWhole, replaceWhole } from "./atomic-write.ts";
import { type Crew, type Membership, type Muster, startCrew } from "./crew.ts";
import { type ProgramSetting, type Ran, runProgram } from "./programs.ts";

/** The outside world. Paths are absolute and separated by `/`; nothing here throws for what a user or a disk can cause. */
export interface Host {
  readonly workingDirectory: string;
  readonly pathSeparator: "/" | "\\";
  kindOf(path: string): EntryKind;
  /** The entries of a directory in no particular order; nothing where it cannot be read. */
  entriesOf(path: string): readonly Entry[];
  readFile(path: string): Contents;
  /** Everything on standard input. */
  readInput(): Contents;
  /** Replaces a file, as a whole or not at all, and only while it still holds the bytes that were read. */
  replaceFile(path: string, expected: Uint8Array, bytes: Uint8Array): Written;
  /** Creates or replaces a file as a whole or not at all. */
  writeFile(path: string, bytes: Uint8Array): Written;
  writeOutput(text: string): Written;
  writeError(text: string): Written;
  environment(name: string): string | undefined;
  /** Columns of the terminal that standard output is; undefined where it is none. */
  terminalWidth(): number | undefined;
  /** Today's date here, as an ISO date. */
  today(): string;
  /** Runs a program that the search path knows, without a shell, and waits for its end. */
  runProgram(program: string, words: readonly string[], setting: ProgramSetting): Ran;
  /** Threads that take part in the work on these items; undefined where they would not pay, or cannot be. */
  startCrew<Result>(items: readonly string[]): Crew<Result> | undefined;
  /** What this thread has taken part in since it started; undefined for one that works by itself. */
  readonly membership?: Membership;
  /** Shows on a terminal how far a long run is, in place of what was shown before; an empty text takes it away. */
  showProgress(text: string): void;
  /** A text file of this package itself, by its path from the package's root. */
  readOwnFile(path: string): string | undefined;
}

export type EntryKind = "file" | "directory" | "other" | "missing";

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly link: boolean;
}

export type Contents = { readonly kind: "bytes"; readonly bytes: Uint8Array } | { readonly kind: "refused"; readonly reason: string };
export type Written =
  | { readonly kind: "written" }
  | { readonly kind: "refused"; readonly reason: string }
  /** Whoever reads has seen enough: there is nothing to complain of, but not all was told. */
  | { readonly kind: "unwanted" };

/** The real outside world: this process, its files and streams. `muster` says how further threads of it start. */
export function createHost(muster?: Muster): Host {
  return {
    workingDirectory: process.cwd().replaceAll(sep, "/"),
    pathSeparator: sep === "\\" ? "\\" : "/",
    kindOf,
    entriesOf,
    readFile,
    readInput,
    replaceFile: (path, expected, bytes) => written(() => replaceWhole(path, expected, bytes)),
    writeFile: (path, bytes) => written(() => createWhole(path, bytes)),
    writeOutput: (text) => writeStream(1, text),
    writeError: (text) => writeStream(2, text),
    environment: (name) => process.env[name],
    terminalWidth,
    today,
    runProgram,
    startCrew: (items) => (muster === undefined ? undefined : startCrew(muster, items)),
    showProgress,
    readOwnFile,
  };
}

function kindOf(path: string): EntryKind {
  try {
    return kindOfStats(statSync(path));
  } catch {
    return "missing";
  }
}

function kindOfStats(stats: Stats): EntryKind {
  return stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other";
}

function entriesOf(path: string): readonly Entry[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => {
      const link = entry.isSymbolicLink();
      const kind = link ? kindOf(`${path}/${entry.name}`) : entry.isFile() ? "file" : entry.isDirectory() ? "directory" : "other";
      return { name: entry.name, kind, link };
    });
  } catch {
    return [];
  }
}

function readFile(path: string): Contents {
  try {
    const kind = kindOfStats(statSync(path));
    if (kind === "directory") return { kind: "refused", reason: "it is a directory" };
    // A pipe without a writer would block for ever.
    if (kind === "other") return { kind: "refused", reason: "it is not a regular file" };
    return { kind: "bytes", bytes: readFileSync(path) };
  } catch (error) {
    return { kind: "refused", reason: reasonOf(error) };
  }
}

function readInput(): Contents {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = new Uint8Array(65536);
    const step = attempt(() => readSync(0, chunk));
    if (step.kind === "failed" && step.code === "EAGAIN") pause();
    else if (step.kind === "failed" && step.code !== "EOF") return { kind: "refused", reason: step.reason };
    else if (step.kind === "failed" || step.value === 0) return { kind: "bytes", bytes: Buffer.concat(chunks) };
    else chunks.push(chunk.subarray(0, step.value));
  }
}

function written(write: () => string | undefined): Written {
  try {
    const reason = write();
    return reason === undefined ? { kind: "written" } : { kind: "refused", reason };
  } catch (error) {
    return { kind: "refused", reason: reasonOf(error) };
  }
}

function writeStream(descriptor: 1 | 2, text: string): Written {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const step = attempt(() => writeSync(descriptor, bytes, start));
    if (step.kind === "done") at += step.value;
    else if (step.code === "EAGAIN") pause();
    else if (step.code === "EPIPE") return { kind: "unwanted" };
    else return { kind: "refused", reason: step.reason };
  }
  return { kind: "written" };
}

function terminalWidth(): number | undefined {
  try {
    // Asking the stream loads the terminal module, which a pipe or file does not need.
    if (!fstatSync(1).isCharacterDevice() || !process.stdout.isTTY) return undefined;
  } catch {
    return undefined;
  }
  return process.stdout.columns > 0 ? process.stdout.columns : 80;
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) writeStream(2, `\r\u001b[2K${text}`);
}

function today(): string {
  const now = new Date();
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function readOwnFile(path: string): string | undefined {
  try {
    // src/, dist/ and the bundle all lie one folder below the package's root.
    return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}

type Attempt =
  | { readonly kind: "done"; readonly value: number }
  | { readonly kind: "failed"; readonly code: string; readonly reason: string };

function attempt(action: () => number): Attempt {
  try {
    return { kind: "done", value: action() };
  } catch (error) {
    return { kind: "failed", code: codeOf(error), reason: reasonOf(error) };
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file"],
  ["ENOTDIR", "no such file"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EFBIG", "it is larger than a file may be here"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space left on the device"],
  ["EDQUOT", "the disk quota is used up"],
  ["ELOOP", "its symbolic links go in circles"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ERR_FS_FILE_TOO_LARGE", "it is too large"],
]);

function reasonOf(error: unknown): string {
  return reasons.get(codeOf(error)) ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
