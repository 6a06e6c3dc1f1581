import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

interface Layer {
  /** Files, or folders with everything in them. */
  readonly parts: readonly string[];
  /** Why no earlier layer may know this one. */
  readonly reason: string;
}

/** From the first stage of the pipeline to the last: a file may import its own layer and those above it here. */
const layers: readonly Layer[] = [
  {
    parts: ["source.ts", "edit.ts", "edit-distance.ts", "suggest.ts", "arcs.ts", "sorted.ts", "once.ts"],
    reason: "nothing comes before text and places in it",
  },
  { parts: ["model.ts", "format.ts", "config.ts", "config-schema.ts"], reason: "text and places mean nothing by themselves" },
  { parts: ["schedule/"], reason: "whoever reads a plan need not know how it is scheduled" },
  { parts: ["parse/"], reason: "the model is what everyone agrees on, not what one reader makes of a text" },
  { parts: ["analysis/"], reason: "reading a plan must not depend on what is computed from it: any text is some plan" },
  { parts: ["rules/"], reason: "a fact is true whether a rule complains of it or not" },
  {
    parts: ["lint.ts", "suppress.ts", "fingerprint.ts", "subject.ts", "baseline.ts"],
    reason: "a rule says what and where, its severity and order are decided elsewhere",
  },
  { parts: ["commands/"], reason: "rules hold for every command" },
  { parts: ["report/"], reason: "what is said must not depend on how it is shown" },
  { parts: ["host.ts", "atomic-write.ts", "crew.ts", "programs.ts"], reason: "plans are read, judged and shown without an outside world" },
  {
    parts: ["config-complete.ts", "config-data.ts", "config-json.ts", "config-yaml.ts", "config-problems.ts", "paths.ts"],
    reason: "files are the shell's",
  },
  {
    parts: [
      "baseline-file.ts",
      "config-file.ts",
      "config-origins.ts",
      "configured-plan.ts",
      "git-history.ts",
      "git-objects.ts",
      "git.ts",
      "globs.ts",
      "ignored.ts",
      "inputs.ts",
      "plan-history.ts",
      "plans.ts",
      "revision-files.ts",
      "revision-pairs.ts",
      "revisions.ts",
      "similarity.ts",
      "telling.ts",
      "terminal.ts",
    ],
    reason: "what is read, and how, is the shell's",
  },
  { parts: ["shell.ts", "flags.ts", "failure.ts"], reason: "reading and writing is the same, whatever the command line looks like" },
  { parts: ["command-line/"], reason: "only what reads the command line needs to know what it looks like" },
  { parts: ["cli.ts", "index.ts", "remark.ts"], reason: "there are several ways to use the program" },
];

/** Each package in one place, so that each could be replaced in an afternoon. */
const homes = new Map([
  ["@dagrejs/graphlib", ["analysis/graph.ts"]],
  ["chalk", ["report/ink.ts"]],
  ["cli-table3", ["report/library-table.ts"]],
  ["commander", ["cli.ts"]],
  ["csv-stringify/sync", ["report/csv.ts"]],
  ["diff", ["commands/difference.ts"]],
  ["fast-xml-builder", ["report/junit.ts"]],
  ["fastest-levenshtein", ["edit-distance.ts"]],
  ["ignore", ["ignored.ts"]],
  ["jsonc-parser", ["config-json.ts"]],
  ["picomatch", ["globs.ts"]],
  ["pure-rand/generator/xoroshiro128plus", ["schedule/random.ts"]],
  ["remark-gfm", ["parse/remark-tree.ts"]],
  ["remark-parse", ["parse/remark-tree.ts"]],
  ["string-width", ["report/wide-text.ts"]],
  ["unified", ["parse/remark-tree.ts"]],
  ["write-file-atomic", ["atomic-write.ts"]],
  ["yaml", ["config-yaml.ts"]],
  // Both describe data from outside, one what comes in, the other what goes out.
  [
    "zod",
    [
      "config-schema.ts",
      ...["schema", "schema-data", "schema-diff", "schema-parts", "schema-planning", "schema-trend"].map((name) => `report/${name}.ts`),
    ],
  ],
  ["node:fs", ["atomic-write.ts", "host.ts", "programs.ts"]],
  ["node:crypto", ["fingerprint.ts"]],
  ["node:os", ["crew.ts"]],
  ["node:worker_threads", ["crew.ts"]],
]);

/** What belongs to the edge of the program: each word with the files that may say it. */
const reserved: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ["process", /\bprocess\b/, ["host.ts", "programs.ts"]],
  ["console", /\bconsole\b/, []],
  ["catch", /\bcatch\b/, ["host.ts", "programs.ts", "cli.ts"]],
  ["async", /\b(?:async|await)\b/, ["host.ts", "cli.ts"]],
  ["a cast", /\bas (?!const\b)/, []],
  ["any", /[:<,|&(] ?any\b/, []],
  ["null as a value", /(?:return|=>|[^=!]=) null\b/, []],
  ["a class that is no error", /\bclass (?!\w+ extends \w*Error\b)/, []],
];

const root = new URL("../src/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const sources = new Map(files.map((path) => [path, readFileSync(new URL(path, root), "utf8")]));

describe("imports", () => {
  test("every file has a layer", () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  test("point one way only", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((name) => posix.join(posix.dirname(file), name))
        .filter((target) => layerOf(target) > layerOf(file))
        .map((target) => `${file} imports ${target}, but ${layers[layerOf(target)].reason}`),
    );
    expect(wrong).toEqual([]);
  });

  test("name each package in its one place", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith(".") && !isPlainBuiltin(name) && name !== "mdast")
        .filter((name) => !(homes.get(name) ?? []).includes(file))
        .map((name) => `${file} imports ${name}, whose place is ${homes.get(name)?.join(" and ") ?? "nowhere"}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the edge of the program", () => {
  test.each(reserved)("only its own files have %s", (word, pattern, allowed) => {
    const wrong = files.filter((file) => !allowed.includes(file) && pattern.test(codeOf(file)));
    expect(wrong.map((file) => `${file} has ${word}`)).toEqual([]);
  });

  test("no file is a drawer", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc|types|constants)(\/|\.ts$)/.test(file))).toEqual([]);
  });
});

function layerOf(file: string): number {
  return layers.findIndex(({ parts }) => parts.some((part) => (part.endsWith("/") ? file.startsWith(part) : file === part)));
}

function importsOf(file: string): readonly string[] {
  const text = sources.get(file) ?? "";
  return [...text.matchAll(/^(?:import|export)\s[\w\s{},*]*?\sfrom\s+"([^"]+)";$/gm)].map((match) => match[1]);
}

/** Parts of Node that touch nothing outside of the program. */
function isPlainBuiltin(name: string): boolean {
  return ["node:path", "node:buffer"].includes(name);
}

/** A file's text without its comments, strings and import lines. */
function codeOf(file: string): string {
  const text = (sources.get(file) ?? "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/(?<![:\\/])\/\/.*$/gm, "")
    .replace(/^(?:import|export) (?:type )?(?:\*|\{)[^;]*;$/gm, "");
  return withoutTemplates(text);
}

/** Templates stand inside of templates: the innermost go first, and leave what they compute. */
function withoutTemplates(text: string): string {
  const innermost = /`(?:[^`$\\]|\\.|\$(?!\{)|\$\{[^`{}]*\})*`/g;
  const without = text.replace(
    innermost,
    (template) => `(${[...template.matchAll(/\$\{([^`{}]*)\}/g)].map((match) => match[1]).join(", ")})`,
  );
  return without === text ? text : withoutTemplates(without);
}
