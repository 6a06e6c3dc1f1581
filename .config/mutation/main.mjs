// Mutates one area or all in turn, and fails where too few mutants are seen:
// [AREA …] [--only FILE,…] [--tests PATTERN,…] [--sample MUTANTS] [--seed NUMBER].
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { areas } from "./areas.mjs";
import { isMissed, isSeen, lineOf, linesByFile } from "./results.mjs";
import { sampleOf } from "./sample.mjs";
import { testFilesOf } from "./tests.mjs";

// Installed by the script that calls this one, and no dependency of the project.
const installed = new URL("../../.cache/mutation/node_modules/", import.meta.url);
const { Stryker } = await import(`${installed}@stryker-mutator/core/dist/src/index.js`);

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, tests: { type: "string" }, sample: { type: "string" }, seed: { type: "string", default: "1" } },
});
const unknown = positionals.filter((name) => !areas.has(name));
if (unknown.length > 0) {
  console.error(`no area ${unknown.join(", ")}; there are ${[...areas.keys()].join(", ")}`);
  process.exit(2);
}
const folder = ".cache/mutation/results";
mkdirSync(folder, { recursive: true });

for (const name of positionals.length > 0 ? positionals : areas.keys()) {
  const began = Date.now();
  const results = await mutate(name);
  const tried = results.filter((result) => isSeen(result) || isMissed(result));
  const missed = tried.filter(isMissed);
  const score = tried.length === 0 ? 0 : 100 * (1 - missed.length / tried.length);
  const { threshold } = areas.get(name);
  const seconds = Math.round((Date.now() - began) / 1_000);
  const left = results.length - tried.length;
  const timeouts = results.filter(({ status }) => status === "Timeout").length;
  const summary = [
    `${name}: ${score.toFixed(1)} % of ${tried.length} mutants are seen${values.sample === undefined ? "" : " in a sample"}`,
    ` (${timeouts} by never ending, ${left} left out, ${seconds} s); at least ${threshold} % must be`,
  ].join("");
  writeFileSync(`${folder}/${name}.txt`, `${[summary, ...linesByFile(tried), ...missed.map(lineOf)].join("\n")}\n`);
  console.log(`${summary}\n${missed.length} that nothing sees: ${folder}/${name}.txt`);
  if (score < threshold) process.exitCode = 1;
}

async function mutate(name) {
  const { tests, ignoreStatic } = areas.get(name);
  const patterns = values.tests?.split(",") ?? tests;
  const sources = values.only === undefined ? areas.get(name).sources : values.only.split(",");
  process.env.MUTATION_TESTS = testFilesOf(patterns).join(",");
  process.env.MUTATION_MISSED = `${folder}/${name}.txt`;
  writeFileSync(process.env.MUTATION_MISSED, "");
  const parts = values.sample === undefined ? sources : await sampleOf(sources, Number(values.sample), Number(values.seed));
  return new Stryker({
    configFile: ".config/mutation/options.mjs",
    mutate: parts,
    ignoreStatic,
    tempDirName: `.cache/mutation/sandbox-${process.pid}`,
  }).runMutationTest();
}
