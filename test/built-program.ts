import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
  readonly error: string;
}

export interface BuiltProgram {
  /** Everything that a user gets; a test may break parts of it. */
  readonly folder: string;
  /** The file that Node runs. */
  readonly file: string;
  start(words: readonly string[], options: SpawnSyncOptions, node?: readonly string[]): Ended;
  /** Runs a line of a shell in which `$SP` is the program. */
  shell(line: string, options: SpawnSyncOptions): Ended;
  remove(): void;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Builds the program as it is shipped, in a folder of its own that everybody may read. */
export function buildProgram(): BuiltProgram {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sprintplan-built-")));
  execFileSync("chmod", ["755", folder]);
  for (const part of ["bin", "package.json", "src/rules"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  const bundler = join(root, "node_modules/rolldown/bin/cli.mjs");
  const options = ["-c", ".config/rolldown.config.mjs", "--dir", join(folder, "dist"), "--logLevel", "silent"];
  execFileSync(process.execPath, [bundler, ...options], { cwd: root, timeout: 60_000 });
  const file = join(folder, "bin/sprintplan.js");
  return {
    folder,
    file,
    start: (words, options, node = []) => ended(process.execPath, [...node, file, ...words], options),
    shell: (line, options) =>
      ended("bash", ["--norc", "-c", line], { ...options, env: { ...environment(), ...options.env, SP: `${process.execPath} ${file}` } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ended(program: string, words: readonly string[], options: SpawnSyncOptions): Ended {
  const { status, signal, stdout, stderr } = spawnSync(program, words, {
    timeout: 60_000,
    killSignal: "SIGKILL",
    maxBuffer: 1e8,
    ...options,
    env: { ...environment(), ...options.env },
    encoding: "utf8",
  });
  return { code: status, signal, output: stdout ?? "", error: stderr ?? "" };
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: "1" };
}
