/** Every mutator is on; only what changes nothing that anybody reads could be left out, and there is no such thing here. */
export default {
  packageManager: "npm",
  plugins: ["./.config/mutation/runner.mjs", "./.config/mutation/reporter.mjs"],
  testRunner: "one-process",
  coverageAnalysis: "perTest",
  // Types are stripped, and checked elsewhere; Stryker cannot read a configuration of TypeScript 7, and need not.
  checkers: [],
  disableTypeChecks: false,
  tsconfigFile: "none",
  concurrency: 2,
  // Long, for a busy machine: a test that is only slow must not pass for a mutant that is seen.
  timeoutMS: 10_000,
  inPlace: false,
  ignorePatterns: [".cache", ".git", "dist", "coverage", "test/bench", "test/fuzz/crashes"],
  reporters: ["clear-text", "progress-append-only", "as-they-come"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
};
