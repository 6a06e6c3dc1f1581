import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Fuzzes a target, or each of them, for some seconds: `npm run fuzz -- parse 600`. What finds new ways through the program
// is kept in .cache/fuzz, what breaks it in test/fuzz/crashes, to be made small and mended.

const TARGETS = ["parse", "fix", "report"];
const MEMORY = 2000;
const LONGEST_RUN = 20;

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, ".cache/fuzz");
const tool = join(cache, "node_modules/jsfuzz/build/src/index.js");
const [name = "all", seconds = "600"] = process.argv.slice(2);
const targets = TARGETS.filter((target) => name === "all" || name === target);

if (targets.length === 0) throw new Error(`there is no target ${name}, known are all, ${TARGETS.join(", ")}`);
if (!/^\d{1,6}$/.test(seconds)) throw new Error("fuzzing lasts a whole number of seconds");
mkdirSync(cache, { recursive: true });
if (!existsSync(tool)) install();
process.exitCode = targets.filter((target) => !survives(target)).length;

/** In a folder of its own: no other script needs it, and it brings a hundred packages. */
function install(): void {
  const options = ["--prefix", cache, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", ["install", ...options, "jsfuzz@1.0.15"], { stdio: "inherit" });
  if (status !== 0) throw new Error("the fuzzer cannot be installed");
}

function survives(target: string): boolean {
  const bundle = join(cache, `${target}.cjs`);
  const options = ["-p", "node", "-f", "cjs", "-o", bundle, "--logLevel", "warn"];
  const built = spawnSync(join(root, "node_modules/.bin/rolldown"), [`test/fuzz/${target}.ts`, ...options], {
    cwd: root,
    stdio: "inherit",
  });
  if (built.status !== 0) throw new Error(`${target} cannot be built`);
  const words = [
    `${target}.cjs`,
    folderOf(`${target}-corpus`),
    join(root, "test/fuzz/corpus"),
    writeSeeds(),
    "--timeout",
    String(LONGEST_RUN),
    "--rssLimitMb",
    String(MEMORY),
    // Its rhymes double in length until no memory is left.
    "--no-versifier",
  ];
  spawnSync(process.execPath, [tool, ...words], { cwd: cache, stdio: "inherit", timeout: Number(seconds) * 1000, killSignal: "SIGKILL" });
  const crashes = readdirSync(cache).filter((file) => file.startsWith("crash-"));
  const kept = join(root, "test/fuzz/crashes");
  mkdirSync(kept, { recursive: true });
  for (const crash of crashes)
    renameSync(join(cache, crash), join(kept, `${target}-${crash.slice("crash-".length, "crash-".length + 12)}`));
  return crashes.length === 0;
}

/** The plans that the rules' pages show: small, and each with something that is read in a way of its own. */
function writeSeeds(): string {
  const seeds = folderOf("seeds");
  for (const page of readdirSync(join(root, "src/rules")).filter((file) => file.endsWith(".md"))) {
    const examples = readFileSync(join(root, "src/rules", page), "utf8").matchAll(/^(`{3,})markdown.*\n([\s\S]*?)^\1$/gm);
    for (const [index, [, , text]] of [...examples].entries()) writeFileSync(join(seeds, `${page}-${index}`), text);
  }
  return seeds;
}

function folderOf(folder: string): string {
  mkdirSync(join(cache, folder), { recursive: true });
  return join(cache, folder);
}
