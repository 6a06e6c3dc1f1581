import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

/** What starts programs, builds, reads git or the sources themselves, or takes seconds even with few runs. */
const SLOW = [
  "action",
  "action-*",
  "corpus",
  "faults",
  "faults-*",
  "git",
  "git-*",
  "guard",
  "host",
  "layers",
  "library",
  "program",
  "programs",
  "readme",
  "revisions",
  "safety-diagrams",
  "safety-every-command",
  "safety-expressions",
  "safety-graphs",
  "safety-names",
  "schedule-exhaustive",
  "section-reader",
  "supply-chain",
  "trend",
];

/** The tests that a mutant of this area has to face, in this order: the ones that are likely to see it come first. */
const names = process.env.MUTATION_TESTS?.split(",") ?? ["*"];
const places = new Map(names.map((name, index) => [name, index]));
const placeOf = ({ moduleId }) => places.get(basename(moduleId, ".test.ts")) ?? names.length;

class InOrder extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: names.map((name) => `test/${name}.test.ts`),
    exclude: [...configDefaults.exclude, ...SLOW.map((name) => `test/${name}.test.ts`)],
    setupFiles: ["test/seed.ts", ".config/vitest.mutation.setup.mjs"],
    // The modules of one test file do for the next one: loading them takes longer than most tests.
    isolate: false,
    // Few runs of each property, and no mutant may write transcripts.
    env: { SPRINTPLAN_RUNS: "0.02", UPDATE: "" },
    sequence: { sequencer: InOrder },
    // On a busy machine a test that is only slow must not pass for one that saw the mutant: endless ones are ended from outside.
    testTimeout: 120_000,
  },
});
