import { readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { afterwards, beginFile, memory, tests } from "./collector.mjs";

const installed = new URL("../../.cache/mutation/node_modules/", import.meta.url);

/**
 * Runs mutants in the process that loaded the tests: a mutant costs the few tests that see it, some milliseconds, and no start of a
 * worker. Stryker ends the process for a mutant that never comes back, and for one of what is made when a module loads.
 */
class OneProcess {
  /** Where the mutated sources look which of their mutants is on, and count which they come across. */
  mutants = mutantsOfProcess();
  static inject = ["options"];
  isLoaded = false;
  isSpoilt = false;
  runs = 0;

  constructor({ ignoreStatic }) {
    this.ignoreStatic = ignoreStatic;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Loading is not to count as time of the first mutant; one of what is made by loading has to be on before it. */
  async init() {
    if (this.ignoreStatic) await this.load();
  }

  async dryRun() {
    const began = performance.now();
    await this.load();
    const results = [];
    const kept = {};
    for (const test of tests) {
      this.mutants.currentTestId = test.id;
      Object.assign(memory, { texts: [], isRecording: true });
      const first = await failureOf(test);
      // A test that fails when it runs again would be blamed on whatever mutant is on.
      Object.assign(memory, { isRecording: false, compared: 0 });
      const again = await failureOf(test);
      if (again.milliseconds > LONGEST) {
        delete this.mutants.mutantCoverage.perTest[test.id];
        continue;
      }
      kept[test.id] = { texts: memory.texts, milliseconds: Math.round(again.milliseconds) };
      results.push(resultOf(test, first.message === undefined ? again : first));
    }
    this.mutants.currentTestId = undefined;
    writeFileSync(KEPT, JSON.stringify(kept));
    // Stryker grants every mutant the time of this run that no test has, and waits so long for each that never ends.
    const rest = results.reduce((left, { timeSpentMs }) => left - timeSpentMs, performance.now() - began);
    results.push({ id: "the rest", name: "loading, second runs, and what is left out", status: 0, timeSpentMs: rest });
    return { status: "complete", tests: results, mutantCoverage: this.coverage() };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    // Stryker starts another process for what fails, and tries it again there.
    if (this.isSpoilt) throw new Error("a mutant before this one left something behind");
    if (mutantActivation === "static") this.mutants.activeMutant = activeMutant.id;
    await this.load();
    this.kept ??= JSON.parse(readFileSync(KEPT, "utf8"));
    const chosen = this.chosen(testFilter);
    this.runs += 1;
    for (const [index, test] of chosen.entries()) {
      const message = await this.failureUnder(activeMutant.id, hitLimit, test);
      const isEndless = this.mutants.hitCount > hitLimit;
      if (message === undefined && !isEndless) continue;
      if (mutantActivation === "runtime") await this.testAgain(test);
      if (isEndless) return { status: "timeout", reason: "runs on and on" };
      return { status: "killed", killedBy: [test.id], failureMessage: message, nrOfTests: index + 1 };
    }
    return { status: "survived", nrOfTests: chosen.length };
  }

  async dispose() {
    for (const body of afterwards) await body();
  }

  async load() {
    if (this.isLoaded) return;
    this.isLoaded = true;
    Object.assign(process.env, { SPRINTPLAN_RUNS: "0.02", UPDATE: "" });
    const { register: readTypeScript } = await import(`${installed}tsx/dist/esm/api/index.mjs`);
    readTypeScript();
    register("./resolve.mjs", import.meta.url);
    // First the sources: what they make when they load is no test's doing, and what a file of tests makes is no module's.
    for (const name of await readdir("src", { recursive: true })) {
      if (name.endsWith(".ts")) await import(pathToFileURL(`src/${name}`).href);
    }
    this.mutants.currentTestId = COLLECTION;
    for (const name of ["test/seed.ts", ".config/mutation/properties.mjs", ...process.env.MUTATION_TESTS.split(",")]) {
      beginFile(name);
      await import(pathToFileURL(name).href);
    }
    this.mutants.currentTestId = undefined;
  }

  /** Which mutants each test comes across; what is static only in part counts as static only where those are wanted. */
  coverage() {
    const { static: atLoad, perTest } = this.mutants.mutantCoverage;
    delete perTest[COLLECTION];
    const inTests = new Set(Object.values(perTest).flatMap(Object.keys));
    const onlyAtLoad = Object.entries(atLoad).filter(([mutant]) => !(this.ignoreStatic && inTests.has(mutant)));
    return { static: Object.fromEntries(onlyAtLoad), perTest };
  }

  /** The quickest tests first: of those that come across the mutant, or, where only its load does, of all. */
  chosen(ids = Object.keys(this.kept)) {
    const wanted = new Set(ids);
    const timeOf = ({ id }) => this.kept[id].milliseconds;
    const sorted = tests.filter(({ id }) => wanted.has(id)).toSorted((a, b) => timeOf(a) - timeOf(b));
    let left = PATIENCE;
    return sorted.filter((test) => {
      left -= timeOf(test);
      return left > 0;
    });
  }

  async failureUnder(mutant, hitLimit, test) {
    Object.assign(this.mutants, { activeMutant: mutant, hitCount: 0, hitLimit });
    Object.assign(memory, { texts: this.kept[test.id].texts, isRecording: false, compared: 0 });
    const { message } = await failureOf(test);
    this.mutants.activeMutant = undefined;
    return message;
  }

  /** What fails without its mutant, too, saw something that a mutant left behind; the first one in a process can blame only itself. */
  async testAgain(test) {
    if ((await this.failureUnder(undefined, undefined, test)) === undefined) return;
    this.isSpoilt = true;
    if (this.runs > 1) throw new Error(`${test.id} fails without a mutant`);
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "one-process", injectableClass: OneProcess }];

const COLLECTION = "collection";

/** In milliseconds: what takes longer is left out, and of the rest a mutant faces the quickest, as many as take so long together. */
const LONGEST = 2_000;
const PATIENCE = 5_000;
const KEPT = "tests-without-mutant.json";

function mutantsOfProcess() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

async function failureOf({ before, run }) {
  const began = performance.now();
  try {
    for (const step of before) {
      if (!step.isDone) await step.body();
      step.isDone = true;
    }
    await run();
    return { message: undefined, milliseconds: performance.now() - began };
  } catch (error) {
    return { message: String(error?.message ?? error), milliseconds: performance.now() - began };
  }
}

function resultOf({ id, name, file }, { message, milliseconds }) {
  const common = { id, name: `${id} ${name}`, fileName: file, timeSpentMs: milliseconds };
  return message === undefined ? { ...common, status: 0 } : { ...common, status: 1, failureMessage: message };
}
