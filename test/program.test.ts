import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createMemoryHost } from "./memory-host.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sprintplan-program-"));
const work = join(folder, "work");
const plan = readFileSync(join(root, "plans/minimal.md"), "utf8");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

beforeAll(() => {
  for (const part of ["bin", "package.json", "src/rules"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  const bundler = join(root, "node_modules/rolldown/bin/cli.mjs");
  const options = ["-c", ".config/rolldown.config.mjs", "--dir", join(folder, "dist"), "--logLevel", "silent"];
  execFileSync(process.execPath, [bundler, ...options], { cwd: root });
  mkdirSync(join(work, ".git"), { recursive: true });
  writeFileSync(join(work, "plan.md"), plan);
  writeFileSync(join(work, "other.md"), plan.replace("# ", "# The other "));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, HOME: join(folder, "home"), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/sprintplan.js"), ...words], {
    cwd: work,
    encoding: "utf8",
    env,
    timeout: 20_000,
  });
  return { code: status, screen: stdout + stderr };
}

/** What the sources say to the same words, without a bundle. */
function inProcess(words: readonly string[]) {
  const files = new Map([
    ["plan.md", plan],
    ["other.md", plan.replace("# ", "# The other ")],
  ]);
  const host = createMemoryHost({ files });
  return { code: run(words, host), screen: host.screen().replaceAll(host.workingDirectory, work) };
}

describe("the built program", () => {
  const calls = [
    ["--help"],
    ["check", "--help"],
    ["help", "cp"],
    ["check"],
    ["check", "*.md"],
    ["check", "--color", "plan.md"],
    ["cp", "plan.md"],
    ["capacity", "plan.md"],
    ["status", "plan.md"],
    ["show", "plan.md"],
    ["schedule", "plan.md", "--gantt"],
    ["schedule", "plan.md", "--what-if", "1.1.1 +8h"],
    ["schedule", "plan.md", "--advise"],
    ["forecast", "plan.md", "--runs", "100"],
    ["diff", "plan.md", "other.md"],
    ["explain"],
    ["explain", "wrong-total"],
    ["config"],
    ["chekc"],
    ["check", "--no-such-option"],
    ["check", "missing.md"],
    ...["text", "json", "markdown", "compact", "github", "sarif", "junit", "gitlab", "rdjson"].map((name) => ["check", "--format", name]),
    ...["csv", "mermaid", "dot"].map((name) => ["critical-path", "plan.md", "--format", name]),
  ];

  test.each(calls.map((words) => [words.join(" "), words] as const))("says to `%s` what its sources say", (_name, words) => {
    expect(start(words)).toEqual(inProcess(words));
  });

  test("says the same of many plans in one thread and in three", () => {
    mkdirSync(join(work, "many"));
    for (let index = 0; index < 120; index += 1) writeFileSync(join(work, `many/${index}.md`), plan.replace("1.1.2", `1.${index}.2`));
    const alone = start(["check", "many", "--format", "json"], { SPRINTPLAN_THREADS: "0" });
    expect(JSON.parse(alone.screen).plans).toHaveLength(120);
    expect(start(["check", "many", "--format", "json"], { SPRINTPLAN_THREADS: "2" })).toEqual(alone);
    rmSync(join(work, "many"), { recursive: true });
  });

  test("knows its version", () => {
    expect(start(["--version"])).toEqual({ code: 0, screen: `${version}\n` });
    expect(inProcess(["--version"]).code).toBe(0);
  });

  test("has the licence of each package in it beside it", () => {
    const licences = readFileSync(join(folder, "dist/licences.txt"), "utf8");
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(Object.keys(dependencies).filter((name) => !licences.includes(`${name} ${dependencies[name]}`))).toEqual([]);
  });
});

describe("compiled code", () => {
  const cache = (home: string) => join(home, ".cache/sprintplan");
  const kept = (home: string) => {
    const [build] = readdirSync(cache(home));
    const directory = join(cache(home), build, "check");
    return { directory, parts: readdirSync(directory) };
  };
  const home = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const said = { code: 0, screen: expect.stringContaining("no problems found") };

  test("is kept in the user's own folder, and used again", () => {
    const HOME = home("kept");
    expect(start(["check"], { HOME })).toEqual(said);
    const { directory, parts } = kept(HOME);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(parts).toContain("cli.cjs");
    const before = parts.map((part) => statSync(join(directory, part)).mtimeMs);
    expect(start(["check"], { HOME })).toEqual(said);
    expect(readdirSync(directory).map((part) => statSync(join(directory, part)).mtimeMs)).toEqual(before);
  });

  test("is made anew where it is broken", () => {
    const HOME = home("broken");
    start(["check"], { HOME });
    const { directory, parts } = kept(HOME);
    for (const part of parts) writeFileSync(join(directory, part), "nonsense");
    expect(start(["check"], { HOME })).toEqual(said);
    expect(parts.filter((part) => readFileSync(join(directory, part), "utf8") === "nonsense")).toEqual([]);
  });

  test("is not looked at where others may write it", () => {
    const HOME = home("shared");
    start(["check"], { HOME });
    const { directory, parts } = kept(HOME);
    for (const part of parts) rmSync(join(directory, part), { recursive: true });
    chmodSync(directory, 0o777);
    expect(start(["check"], { HOME })).toEqual(said);
    expect(readdirSync(directory)).toEqual([]);
  });

  test.each([
    ["there is no home", { HOME: "" }],
    ["the home cannot be written", { HOME: "/proc/nowhere" }],
    ["nobody wants it", { HOME: folder, NODE_DISABLE_COMPILE_CACHE: "1" }],
  ])("is not kept where %s", (_name, environment) => {
    expect(start(["check"], environment)).toEqual(said);
    expect(readdirSync(folder)).not.toContain(".cache");
  });
});
