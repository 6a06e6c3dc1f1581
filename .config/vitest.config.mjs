import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    // For a busy machine: what is slow by itself has a limit of its own.
    testTimeout: 30_000,
    coverage: {
      // Every file, also one that no test loads. What a child process runs does not count.
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json"],
      reportsDirectory: ".cache/coverage",
      // Written also when tests fail: what is missing is wanted then, too.
      reportOnFailure: true,
      thresholds: { lines: 97, branches: 93, statements: 97, functions: 97 },
    },
  },
});
