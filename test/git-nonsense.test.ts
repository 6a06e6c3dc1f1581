import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import type { Host } from "../src/host.ts";
import { createRepository, hostIn, planText, removeTemporaryFolders } from "./git-repository.ts";

afterAll(removeTemporaryFolders);

const made = createRepository();
made.write("plan.md", planText(["1.1 | Begin | 8h | Ada | -"]));
made.commit("begin");
made.write("plan.md", planText(["1.1 | Begin | 9h | Ada | -"]));
made.commit("second");

const ID = "0123456789".repeat(4);

/** What may stand in the search path under git's name. */
const answers: readonly (readonly [string, string])[] = [
  ["a sentence", "this is no answer\n"],
  ["NUL characters", "true\nfalse\n\0\0\n"],
  ["a path that leads elsewhere", "true\nfalse\n/etc\n"],
  ["half a file", `${ID} blob 99999\n# Plan\n`],
  ["another file", `${ID} blob 2\nab\n`],
  ["a list without names", `100644 blob ${ID}\t\0`],
  ["a renamed file without names", `${ID}\0x\0y\0\n:100644 100644 ${ID} ${ID} R100\0`],
];

/** What standard error shows of a run in the repository, and the code. */
function failing(words: readonly string[], changed: Partial<Host> = {}): { readonly code: number; readonly said: string } {
  let said = "";
  const writeError: Host["writeError"] = (text) => {
    said += text;
    return { kind: "written" };
  };
  const code = run(words, { ...hostIn(made.directory), writeOutput: () => ({ kind: "written" }), writeError, ...changed });
  return { code, said };
}

describe("a git that answers nonsense is named as such, and what it was asked", () => {
  test.each([
    ["rev-parse --is-inside-work-tree", "where this repository begins", "trend plan.md"],
    ["rev-parse --verify", "which commit `HEAD` is", "trend plan.md"],
    ["ls-tree", "for the files of `HEAD~1`", "diff HEAD~1 HEAD plan.md"],
    ["cat-file", "for a file", "diff HEAD~1 HEAD plan.md"],
    ["log", "for the history of `plan.md`", "trend plan.md"],
  ])("%s", (asked, words, line) => {
    for (const [name, answer] of answers) {
      const runProgram: Host["runProgram"] = (program, given, setting) => {
        const isAsked = asked.split(" ").every((word) => given.includes(word));
        const output = new TextEncoder().encode(answer);
        return isAsked ? { kind: "ran", code: 0, output, error: "" } : hostIn(made.directory).runProgram(program, given, setting);
      };
      const { code, said } = failing(line.split(" "), { runProgram });
      expect(code, name).toBe(2);
      expect(said, name).toContain(`cannot read what git answers when it is asked ${words}`);
    }
  });
});

test("a name with a line feed makes no line of its own on standard error", () => {
  const { code, said } = failing(["check", "a\nsprintplan: all is well\n"]);
  expect(code).toBe(2);
  expect(said).toContain("a\\u{a}sprintplan: all is well\\u{a}");
  expect(said).not.toMatch(/^sprintplan: all/m);
});

test("files without an end that a repository names are not read", { timeout: 30_000 }, () => {
  const before = performance.now();
  const endless = createRepository();
  endless.write("plan.md", planText(["1.1 | Begin | 8h | Ada | -"]));
  endless.commit("begin");
  endless.git("mv", "plan.md", "moved.md");
  endless.write("moved.md", planText(["1.1 | Begin | 9h | Ada | -"]));
  endless.commit("second");
  for (const name of ["core.attributesFile", "mailmap.file"]) endless.git("config", name, "/dev/zero");
  const host: Host = { ...hostIn(endless.directory), writeOutput: () => ({ kind: "written" }) };
  expect(run(["trend", "moved.md"], host)).toBe(0);
  expect(run(["diff", "HEAD~1", "HEAD"], host)).toBeLessThan(2);
  expect(performance.now() - before).toBeLessThan(25_000);
});
