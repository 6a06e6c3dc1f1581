import { defineConfig } from "rolldown";
import { ascii } from "./ascii.mjs";
import { buildId } from "./build-id.mjs";
import { licences } from "./licences.mjs";
import { groupsOf, loadLate } from "./load-late.mjs";

// commander loads this at once, for subcommands that are programs of their own; we have none, and it costs every start.
const withoutChildProcess = {
  name: "without-child-process",
  resolveId: (source, importer) => (source === "node:child_process" && /commander/.test(importer ?? "") ? "\0no-child-process" : undefined),
  load: (id) => (id === "\0no-child-process" ? "export {}" : undefined),
};

/** What only some runs need. */
const late = loadLate([
  "analysis/graph.ts",
  "analysis/levelling/level-plan.ts",
  "atomic-write.ts",
  "baseline-file.ts",
  "command-line/config.ts",
  "command-line/explain.ts",
  "commands/advice/advice.ts",
  "commands/capacity.ts",
  "commands/check.ts",
  "commands/critical-path.ts",
  "commands/diff/conditions.ts",
  "commands/diff/diff.ts",
  "commands/difference.ts",
  "commands/find-cycles.ts",
  "commands/forecast/forecast.ts",
  "commands/list-files.ts",
  "commands/schedule/schedule.ts",
  "commands/show.ts",
  "commands/status.ts",
  "commands/trend/state.ts",
  "commands/trend/trend.ts",
  "commands/what-if/what-if.ts",
  "config-complete.ts",
  "config-json.ts",
  "config-problems.ts",
  "config-yaml.ts",
  "crew.ts",
  "edit-distance.ts",
  "failure.ts",
  "git.ts",
  "globs.ts",
  "ignored.ts",
  "parse/remark-tree.ts",
  "plan-history.ts",
  "plans.ts",
  "programs.ts",
  "report/compact.ts",
  "report/csv.ts",
  "report/dot.ts",
  "report/github.ts",
  "report/gitlab.ts",
  "report/ink.ts",
  "report/json.ts",
  "report/junit.ts",
  "report/library-table.ts",
  "report/markdown-comment.ts",
  "report/markdown.ts",
  "report/mermaid.ts",
  "report/rdjson.ts",
  "report/sarif.ts",
  "report/text.ts",
  "report/wide-text.ts",
  "revisions.ts",
]);

/** Which files those parts share: each module lies in the first one whose roots reach it, and loads with it. */
const files = [
  ["start", ["cli.ts"]],
  ["core", ["commands/capacity.ts", "commands/critical-path.ts", "commands/show.ts", "commands/status.ts", "plans.ts", "report/text.ts"]],
  ["rules", ["commands/check.ts"]],
  ["levelling", ["analysis/levelling/level-plan.ts"]],
  [
    "planning",
    ["commands/advice/advice.ts", "commands/forecast/forecast.ts", "commands/schedule/schedule.ts", "commands/what-if/what-if.ts"],
  ],
  ["history", ["commands/diff/diff.ts", "commands/trend/trend.ts", "plan-history.ts", "revisions.ts"]],
];

export default defineConfig({
  input: { cli: "src/cli.ts", ...late.input },
  platform: "node",
  // jsonc-parser's main entry hides its imports from bundlers.
  resolve: { mainFields: ["module", "main"] },
  plugins: [withoutChildProcess, late.plugin, ascii, licences, buildId],
  output: {
    dir: "dist",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    format: "cjs",
    minify: true,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: "files", name: groupsOf(files) }] },
  },
});
