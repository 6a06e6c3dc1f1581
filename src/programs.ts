import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";

export interface ProgramSetting {
  readonly directory: string;
  /** What differs from the environment of this program. */
  readonly environment: ReadonlyMap<string, string>;
  readonly input: string;
  /** A program that says more on either stream is ended. */
  readonly mostBytes: number;
}

export type Ran =
  | { readonly kind: "ran"; readonly code: number; readonly output: Uint8Array; readonly error: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Runs a program of the search path without a shell, and waits for its end, at most a minute. */
export function runProgram(program: string, words: readonly string[], setting: ProgramSetting): Ran {
  const file = programFile(program);
  if (file === undefined) return { kind: "refused", reason: `there is no program \`${program}\` here` };
  if (words.some((word) => word.includes("\0"))) return { kind: "refused", reason: "a program cannot be told a NUL" };
  // Loaded late: most runs start no program, and should not pay for one.
  const { error, signal, status, stdout, stderr } = process.getBuiltinModule("node:child_process").spawnSync(file, words, {
    cwd: setting.directory,
    env: { ...process.env, ...Object.fromEntries(setting.environment) },
    input: setting.input,
    maxBuffer: setting.mostBytes,
    timeout: LONGEST_RUN,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  // A program that does not read its input to the end has its reasons, and tells them by its code.
  if (error !== undefined && codeOf(error) !== "EPIPE") return { kind: "refused", reason: reasons.get(codeOf(error)) ?? error.message };
  if (status === null) return { kind: "refused", reason: `it was ended by ${signal}` };
  return { kind: "ran", code: status, output: stdout, error: stderr.toString() };
}

const LONGEST_RUN = 60_000;

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOBUFS", "it says more than it may"],
  ["ETIMEDOUT", `it took more than ${LONGEST_RUN / 1000} seconds`],
  ["E2BIG", "it is told more than it can be"],
  ["ENOENT", "its folder is gone"],
]);

/** Where a program lies; only in complete directories of the search path, so that none of the working directory is ever run. */
function programFile(program: string): string | undefined {
  const directories = (process.env.PATH ?? "").split(delimiter).filter((directory) => isAbsolute(directory));
  const name = sep === "\\" ? `${program}.exe` : program;
  return directories.map((directory) => join(directory, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
