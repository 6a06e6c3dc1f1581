import { defineConfig } from "rolldown";

// commander loads this at once, for subcommands that are programs of their own; we have none, and it costs every start.
const withoutChildProcess = {
  name: "without-child-process",
  resolveId: (source, importer) => (source === "node:child_process" && /commander/.test(importer ?? "") ? "\0no-child-process" : undefined),
  load: (id) => (id === "\0no-child-process" ? "export {}" : undefined),
};

export default defineConfig({
  input: "src/cli.ts",
  platform: "node",
  // jsonc-parser's main entry hides its imports from bundlers.
  resolve: { mainFields: ["module", "main"] },
  plugins: [withoutChildProcess],
  output: { file: "dist/cli.cjs", format: "cjs", minify: true },
});
