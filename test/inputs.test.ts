import { describe, expect, test } from "vitest";
import { findInputs, findInWorkingDirectory } from "../src/inputs.ts";
import { createMemoryHost } from "./memory-host.ts";

const files = [
  "plans/b.md",
  "plans/a.md",
  "plans/deep/c.markdown",
  "plans/code.ts",
  "plans/build/out.md",
  "plans/node_modules/x/readme.md",
  "plans/drafts/d.md",
  "plans/[odd].md",
  "top.md",
  "secret.md",
];
const host = createMemoryHost({
  files: new Map([
    ...files.map((path) => [path, ""] as const),
    [".gitignore", "build/\nsecret.md\n*.tmp.md\n"],
    ["plans/x.tmp.md", ""],
    ["plans/deep/.gitignore", "!kept.tmp.md\n"],
    ["plans/deep/kept.tmp.md", ""],
  ]),
});

function found(patterns: readonly string[], globs: readonly string[] = []): readonly string[] {
  const ignore = { globs, directory: host.workingDirectory };
  const { inputs, problems } = findInputs(host, { patterns, directory: host.workingDirectory, standardInputName: "in.md", ignore });
  return [...inputs.map(({ path }) => path), ...problems];
}

describe("files to read", () => {
  test.each([
    ["a file, even where git ignores it", ["secret.md"], ["secret.md"]],
    [
      "a folder",
      ["plans"],
      ["plans/[odd].md", "plans/a.md", "plans/b.md", "plans/deep/c.markdown", "plans/deep/kept.tmp.md", "plans/drafts/d.md"],
    ],
    ["a folder as written", ["./plans/deep/"], ["./plans/deep/c.markdown", "./plans/deep/kept.tmp.md"]],
    ["a glob", ["plans/*.md"], ["plans/[odd].md", "plans/a.md", "plans/b.md"]],
    ["a glob with folders", ["**/{c,d}.*"], ["plans/deep/c.markdown", "plans/drafts/d.md"]],
    ["a file whose name looks like a glob", ["plans/[odd].md"], ["plans/[odd].md"]],
    ["the order given, nothing twice", ["plans/b.md", "./plans/b.md", "plans/[ab].md", "-"], ["plans/b.md", "plans/a.md", "in.md"]],
    ["an absolute path", ["/project/top.md"], ["/project/top.md"]],
    ["nothing", ["*.rst"], []],
    ["what is missing", ["nowhere.md", ""], ["cannot read `nowhere.md`: no such file", "cannot read ``: no such file"]],
  ])("%s", (_name, patterns, expected) => {
    expect(found(patterns)).toEqual(expected);
  });

  test("globs to leave out hold for searches, not for names", () => {
    const globs = ["plans/drafts", "**/*.markdown", "plans/a.md"];
    expect(found(["plans", "plans/a.md"], globs)).toEqual(["plans/[odd].md", "plans/b.md", "plans/deep/kept.tmp.md", "plans/a.md"]);
  });

  test("patterns of a configuration start from its own folder", () => {
    const ignore = { globs: [], directory: "/project" };
    const { inputs } = findInputs(host, { patterns: ["deep/*"], directory: "/project/plans", standardInputName: "in.md", ignore });
    expect(inputs.map(({ path }) => path)).toEqual(["plans/deep/c.markdown", "plans/deep/kept.tmp.md"]);
  });

  test("the working directory alone", () => {
    expect(findInWorkingDirectory(host, { globs: [], directory: "/project" }).map(({ path }) => path)).toEqual(["top.md"]);
  });
});
