import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("file:///work/main/")),
    setupFiles: ["/tmp/props-a-seed.ts"],
    // For a busy machine: what is slow by itself has a limit of its own.
    testTimeout: 30_000,
  },
});
