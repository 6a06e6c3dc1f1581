import { expect, test } from "vitest";
import { isPlainTerminal } from "../src/terminal.ts";
import { createMemoryHost } from "./memory-host.ts";

test.each([
  [{}, 80, false],
  [{ TERM: "dumb" }, 80, true],
  [{ TERM: "linux", LANG: "en_US.UTF-8" }, 80, true],
  [{ TERM: "xterm-256color", LANG: "en_US.UTF-8" }, 80, false],
  [{ LANG: "C" }, 80, true],
  [{ LC_ALL: "", LC_CTYPE: "C.utf8", LANG: "C" }, 80, false],
  [{ LC_ALL: "POSIX", LANG: "en_US.UTF-8" }, 80, true],
  [{ LANG: "C" }, undefined, false],
] as const)("%o on a terminal of %s columns", (environment, columns, plain) => {
  const host = createMemoryHost({ environment: new Map(Object.entries(environment)), ...(columns === undefined ? {} : { columns }) });
  expect(isPlainTerminal(host)).toBe(plain);
});
