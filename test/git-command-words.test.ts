import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createRepository, hostIn, listing, planText, removeTemporaryFolders } from "./git-repository.ts";
import { hostileRevisions } from "./hostile-revisions.ts";

afterAll(removeTemporaryFolders);

const plan = planText(["1.1 | Begin | 8h | Ada | -", "1.2 | Go on | 8h | Ada | 1.1"]);
const outer = createRepository();
const made = createRepository(join(outer.directory, "inner"));
made.write("plans/a.md", plan);
made.commit("begin");
made.write("plans/a.md", plan.replaceAll("8h", "9h"));
made.commit("second");

/** Runs the program in the repository; gives its code and everything that it says. */
function act(words: readonly string[]) {
  let screen = "";
  const tell = (text: string) => {
    screen += text;
    return { kind: "written" } as const;
  };
  const code = run(words, { ...hostIn(made.directory), writeOutput: tell, writeError: tell });
  return { code, screen };
}

const places: readonly (readonly [string, (revision: string) => readonly string[]])[] = [
  ["the base of a diff", (revision) => ["diff", revision]],
  ["the head of a diff", (revision) => ["diff", "HEAD~1", revision, "--fail-on", "never"]],
  ["a base before plans", (revision) => ["diff", revision, "--", "plans/a.md"]],
  ["the begin of a trend", (revision) => ["trend", "plans/a.md", `--since=${revision}`]],
];

describe("a hostile revision touches no file as", () => {
  const before = listing(outer.directory);
  const here = readdirSync(".").sort();

  test.each(places)("%s", (_name, wordsFor) => {
    for (const revision of hostileRevisions) {
      const { code, screen } = act(wordsFor(revision));
      expect([revision, [0, 1, 2].includes(code)]).toEqual([revision, true]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b]/);
      expect([revision, listing(outer.directory)]).toEqual([revision, before]);
    }
    expect(readdirSync(".").sort()).toEqual(here);
  });
});
