import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sprintplan-action-"));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Git as on a fresh machine: nobody's configuration, and an author. */
export function git(directory: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...author, ...args], { cwd: directory, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

/** An empty folder of this test run. */
export function emptyFolder(): string {
  return mkdtempSync(join(folder, "place-"));
}

export function removeFolders(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A repository with these files in its one commit. */
export function repositoryOf(files: Readonly<Record<string, string>>): string {
  const directory = emptyFolder();
  git(directory, "init");
  commit(directory, files);
  return directory;
}

/** Writes the files and commits them; gives the commit. */
export function commit(directory: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  git(directory, "add", "--all");
  git(directory, "commit", "--message", "Edit");
  return git(directory, "rev-parse", "HEAD");
}

/** This project as a repository of one commit, with its program built beside it and not committed. */
export function projectRepository(): string {
  const directory = emptyFolder();
  const parts = [
    ".ci",
    ".github",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "action.yml",
    "bin",
    "package.json",
  ];
  for (const part of [...parts, "src/rules"]) cpSync(join(root, part), join(directory, part), { recursive: true });
  const bundler = join(root, "node_modules/rolldown/bin/cli.mjs");
  const bundle = ["-c", ".config/rolldown.config.mjs", "--dir", join(directory, "dist"), "--logLevel", "silent"];
  execFileSync(process.execPath, [bundler, ...bundle], { cwd: root });
  git(directory, "init");
  commit(directory, {});
  return directory;
}

export function release(directory: string): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".ci/release.mjs"], { cwd: directory, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

/** A fresh checkout of a release, as an action or a hook gets it. */
export function checkoutOf(directory: string, tag: string): string {
  const checkout = join(emptyFolder(), "checkout");
  git(folder, "clone", "--quiet", "--depth", "1", "--branch", tag, `file://${directory}`, checkout);
  return checkout;
}
