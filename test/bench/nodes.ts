import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createBench, type Failure, type Timing } from "./processes.ts";
import { writeBlock } from "./readme-block.ts";
import { markdownTable } from "./table.ts";

// The packed package under several versions of Node, fetched when they are not there yet: `nodes [--write] [VERSION…]`.

const TITLES = ["Node", "`node -e 0`", "`--version`, first run", "later runs", "`check`, first run", "later runs"];

const given = process.argv.slice(2).filter((word) => word !== "--write");
const versions = given.length > 0 ? given : ["20", "22", "24", "26"];
const root = resolve(".");
const cache = join(root, ".cache/bench");
const sample = join(root, "plans/backend-refactoring.md");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const folder = mkdtempSync(join(tmpdir(), "sprintplan-nodes-"));

try {
  const program = installPackage();
  const expected = createBench({ folder: join(folder, "own"), node: process.execPath }).print([process.execPath, program, "check", sample]);
  const rows = versions.flatMap((version) => rowsOf(version, program, expected));
  const page = markdownTable(TITLES, rows);
  process.stdout.write(page);
  if (process.argv.includes("--write")) writeBlock(join(root, "README.md"), "nodes", page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The program of the packed package, where it is installed as by a user. */
function installPackage(): string {
  const run = (...words: readonly string[]) => {
    return execFileSync(npm, words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  };
  const [packed]: readonly { readonly filename: string }[] = JSON.parse(
    run("pack", root, "--json", "--ignore-scripts", "--pack-destination", folder),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true }));
  run("install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename));
  return join(folder, "node_modules/sprintplan/bin/sprintplan.js");
}

function rowsOf(version: string, program: string, expected: string): readonly (readonly string[])[] {
  const node = findNode(version);
  if (node === undefined) return [[version, "skipped: the registry has no such program", "", "", "", ""]];
  const exact = execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1);
  const bench = createBench({ folder: join(folder, version), node });
  const printed = bench.print([node, program, "check", sample]);
  if (printed !== expected) return [[exact, "prints something else than the Node that runs this", "", "", "", ""]];
  process.stderr.write(`${exact}: the same output\n`);
  const idle = bench.measure([node, "-e", "0"]);
  const cells = [["--version"], ["check", sample]].flatMap((words) => {
    const command = [node, program, ...words];
    return [timingCell(bench.measureFirst(command)), timingCell(bench.measure(command))];
  });
  return [[exact, "failed" in idle ? idle.failed : `${(1000 * idle.seconds).toFixed(0)} ms`, ...cells]];
}

function timingCell(timing: Timing | Failure): string {
  return "failed" in timing ? timing.failed : `${timing.ratio.toFixed(2)} ×`;
}

/** Node from its package, which is fetched where it is missing; undefined where there is none for this machine. */
function findNode(version: string): string | undefined {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const home = join(cache, "nodes", version);
  const path = join(home, "node_modules", name, process.platform === "win32" ? "bin/node.exe" : "bin/node");
  if (existsSync(path)) return path;
  mkdirSync(home, { recursive: true });
  try {
    const options = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--loglevel", "error"];
    execFileSync(npm, ["install", "--prefix", home, ...options, `${name}@${version}`], { stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    return undefined;
  }
  return existsSync(path) ? path : undefined;
}
