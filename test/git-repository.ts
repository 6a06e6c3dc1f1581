import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createHost, type Host } from "../src/host.ts";
import type { PlanRequest } from "../src/plans.ts";

export interface TestRepository {
  readonly directory: string;
  git(...words: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** Commits everything; each commit one hour after the one before. */
  commit(message: string): string;
}

/** A real repository in a folder of its own, whose commits are the same on every machine and day. */
export function createRepository(directory: string = temporaryFolder()): TestRepository {
  let commits = 0;
  const git = (...words: readonly string[]) => {
    const time = `${1767600000 + 3600 * commits} +0000`;
    const dates = { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
    return execFileSync("git", words, {
      cwd: directory,
      env: { ...plainEnvironment(), ...dates },
      stdio: "pipe",
      encoding: "utf8",
    }).trimEnd();
  };
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const commit = (message: string) => {
    commits += 1;
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    return git("rev-parse", "HEAD");
  };
  mkdirSync(directory, { recursive: true });
  git("init", "--quiet", "--initial-branch", "main");
  git("config", "user.name", "Ada");
  git("config", "user.email", "ada@example.org");
  return { directory, git, write, remove: (path) => rmSync(join(directory, path), { recursive: true }), commit };
}

/** The real outside world as seen from a folder, with an environment of its own for what is asked by name. */
export function hostIn(directory: string, environment: ReadonlyMap<string, string> = new Map()): Host {
  return { ...createHost(), workingDirectory: directory, environment: (name) => environment.get(name) };
}

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sprintplan-git-")));
  folders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Every file below a folder with its size and contents, to be compared with what it holds later. */
export function listing(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return paths.map((path) => {
    const stats = statSync(join(folder, path), { throwIfNoEntry: false });
    return stats?.isFile() ? `${path} ${stats.mtimeMs} ${readFileSync(join(folder, path)).toString("base64")}` : path;
  });
}

/** A plan of one sprint with these tasks, a line each: `1.1 | title | 8h | Ada | -`. */
export function planText(rows: readonly string[]): string {
  const table = rows.map((row) => `| ${row} |\n`).join("");
  return `# Plan\n\n## Sprint 1: Start\n\n| Task | Title | Estimate | Assignee | Dependencies |\n| --- | --- | --- | --- | --- |\n${table}`;
}

export function planRequest(patterns: readonly string[] = []): PlanRequest {
  return {
    patterns,
    standardInputName: "standard input",
    unmatched: "refused",
    configFiles: { kind: "nearest" },
    parser: "fast",
    flags: { origin: "flags", directory: "", value: {} },
  };
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
}
