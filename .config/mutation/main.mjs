// Mutates one area or all in turn, and fails where too few mutants are seen:
// [AREA …] [--only FILE] [--sample MUTANTS] [--seed NUMBER].
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { areas } from "./stryker.config.mjs";
import { sampleOf } from "./stryker.sample.mjs";

// Installed by the script that calls this one, and no dependency of the project.
const installed = new URL("../.cache/mutation/node_modules/", import.meta.url);
const { Stryker } = await import(`${installed}@stryker-mutator/core/dist/src/index.js`);

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, sample: { type: "string" }, seed: { type: "string", default: "1" } },
});
const unknown = positionals.filter((name) => !areas.has(name));
if (unknown.length > 0) {
  console.error(`no area ${unknown.join(", ")}; there are ${[...areas.keys()].join(", ")}`);
  process.exit(2);
}
const folder = ".cache/mutation/results";
mkdirSync(folder, { recursive: true });

const SEEN = new Set(["Killed", "Timeout"]);
const MISSED = new Set(["Survived", "NoCoverage"]);

for (const name of positionals.length > 0 ? positionals : areas.keys()) {
  const began = Date.now();
  const results = await mutate(name);
  const tried = results.filter(({ status }) => SEEN.has(status) || MISSED.has(status));
  const missed = tried.filter(({ status }) => MISSED.has(status));
  const score = tried.length === 0 ? 0 : 100 * (1 - missed.length / tried.length);
  const { threshold } = areas.get(name);
  const seconds = Math.round((Date.now() - began) / 1_000);
  const left = results.filter(({ status }) => !SEEN.has(status) && !MISSED.has(status)).length;
  const timeouts = results.filter(({ status }) => status === "Timeout").length;
  const summary = [
    `${name}: ${score.toFixed(1)} % of ${tried.length} mutants are seen${values.sample === undefined ? "" : " in a sample"}`,
    ` (${timeouts} by never ending, ${left} left out, ${seconds} s); at least ${threshold} % must be`,
  ].join("");
  writeFileSync(`${folder}/${name}.txt`, `${[summary, ...missed.map(describe)].join("\n")}\n`);
  console.log(`${summary}\n${missed.length} that nothing sees: ${folder}/${name}.txt`);
  if (score < threshold) process.exitCode = 1;
}

async function mutate(name) {
  const { tests, ignoreStatic } = areas.get(name);
  const sources = values.only === undefined ? areas.get(name).sources : [values.only];
  process.env.MUTATION_TESTS = tests.join(",");
  process.env.MUTATION_MISSED = `${folder}/${name}.txt`;
  writeFileSync(process.env.MUTATION_MISSED, "");
  const parts = values.sample === undefined ? sources : await sampleOf(sources, Number(values.sample), Number(values.seed));
  return new Stryker({
    configFile: ".config/stryker.config.mjs",
    mutate: parts,
    ignoreStatic,
    tempDirName: `.cache/mutation/sandbox-${process.pid}`,
    // A part has nothing in common with the next one.
    incremental: values.sample === undefined && values.only === undefined,
    incrementalFile: `.cache/mutation/${name}.json`,
  }).runMutationTest();
}

function describe({ fileName, location, mutatorName, replacement, status }) {
  const place = `${fileName.slice(process.cwd().length + 1)}:${location.start.line}:${location.start.column}`;
  return `${place} ${status} ${mutatorName}: ${JSON.stringify(replacement)}`;
}
