import { readdirSync, readFileSync } from "node:fs";
import picomatch from "picomatch";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const installed = new URL("../../.cache/mutation/node_modules/", import.meta.url);
const { Instrumenter } = await import(`${installed}@stryker-mutator/instrumenter/dist/src/index.js`);

/** Ranges (`file.ts:10-14`) that together hold at least so many mutants: whole functions and other statements of a module, by lot. */
export async function sampleOf(sources, count, seed) {
  const statements = shuffled((await Promise.all(filesOf(sources).map(statementsOf))).flat(), seed);
  const chosen = [];
  let mutants = 0;
  for (const statement of statements) {
    if (mutants >= count) break;
    chosen.push(`${statement.file}:${statement.first}-${statement.last}`);
    mutants += statement.mutants;
  }
  return chosen;
}

function filesOf(sources) {
  const isIncluded = picomatch(sources.filter((glob) => !glob.startsWith("!")));
  const isExcluded = picomatch(sources.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)));
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).map((path) => `src/${path.replaceAll("\\", "/")}`);
  return paths.filter((path) => isIncluded(path) && !isExcluded(path)).toSorted();
}

/** The statements of a module with mutants in them; what stands at the left margin begins one, but a closing bracket. */
async function statementsOf(file) {
  const content = readFileSync(file, "utf8");
  const lines = content.split("\n");
  const starts = lines.flatMap((line, index) => (/^[a-z@]/.test(line) ? [index + 1] : []));
  const mutants = await mutantsOf(file, content);
  return starts
    .map((first, index) => {
      const last = (starts[index + 1] ?? lines.length + 1) - 1;
      return { file, first, last, mutants: mutants.filter(({ start }) => start >= first && start <= last).length };
    })
    .filter((statement) => statement.mutants > 0);
}

async function mutantsOf(name, content) {
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants } = await new Instrumenter(SILENT).instrument([{ name, content, mutate: true }], options);
  return mutants.map(({ location, original }) => ({ start: (location ?? original.loc).start.line + 1 }));
}

function shuffled(items, seed) {
  const generator = xoroshiro128plus(seed);
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = uniformInt(generator, 0, index);
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

const SILENT = { debug() {}, info() {}, isDebugEnabled: () => false };
