import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { runProgram } from "../src/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "sprintplan-programs-"));
const path = process.env.PATH;
const run = (program: string, words: readonly string[], more: { input?: string; mostBytes?: number; directory?: string } = {}) => {
  const ran = runProgram(program, words, {
    directory: folder,
    environment: new Map([["OWN", "here"]]),
    input: "",
    mostBytes: 1000,
    ...more,
  });
  return ran.kind === "ran" ? { ...ran, output: new TextDecoder().decode(ran.output) } : ran;
};

afterEach(() => {
  process.env.PATH = path;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a program", () => {
  test("gets its words as they are, without a shell", () => {
    const words = ["$(touch x)", "; touch x", "> x", "*", "a b", "\n", "ü", ""];
    expect(run("printf", ["%s|", ...words])).toEqual({ kind: "ran", code: 0, output: `${words.join("|")}|`, error: "" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("gets its input, folder and environment, and tells its code and complaints", () => {
    const words = ["-c", "cat; pwd; echo $OWN; echo no >&2; exit 3"];
    expect(run("sh", words, { input: "in\n" })).toEqual({ kind: "ran", code: 3, output: `in\n${folder}\nhere\n`, error: "no\n" });
  });

  test("that reads no input is no failure", () => {
    expect(run("true", [], { input: "x".repeat(1_000_000) })).toMatchObject({ kind: "ran", code: 0 });
  });

  test.each([
    ["says too much", () => run("yes", []), "it says more than it may"],
    ["is told a NUL", () => run("printf", ["\0"]), "a program cannot be told a NUL"],
    ["is told too much", () => run("printf", ["x".repeat(3_000_000)]), "it is told more than it can be"],
    ["kills itself", () => run("sh", ["-c", "kill -9 $$"]), "it was ended by SIGKILL"],
    ["starts in no folder", () => run("true", [], { directory: join(folder, "missing") }), "its folder is gone"],
    ["is not there", () => run("no-such-program", []), "there is no program `no-such-program` here"],
  ])("that %s is refused", (_name, ran, reason) => {
    expect(ran()).toEqual({ kind: "refused", reason });
  });

  test("is never one that lies in the working directory", () => {
    for (const place of [folder, process.cwd()]) expect(readdirSync(place)).not.toContain("own-program");
    writeFileSync(join(folder, "own-program"), "#!/bin/sh\necho own\n");
    chmodSync(join(folder, "own-program"), 0o755);
    mkdirSync(join(folder, "sub/own-program"), { recursive: true });
    process.env.PATH = `.::bin:${join(folder, "sub")}`;
    expect(run("own-program", [])).toMatchObject({ kind: "refused" });
    process.env.PATH = folder;
    expect(run("own-program", [])).toMatchObject({ output: "own\n" });
  });
});
