import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { type BuiltProgram, buildProgram } from "./built-program.ts";
import { createRepository, hostIn, listing, planText, removeTemporaryFolders, temporaryFolder } from "./git-repository.ts";

let program: BuiltProgram;
const canaries = temporaryFolder();
const made = createRepository();
const plan = planText(["1.1 | Begin | 8h | Ada | -", "1.2 | Go on | 8h | Ada | 1.1"]);

const touch = (name: string) => `touch ${join(canaries, name)}`;
const script = (name: string) => `require("node:fs").writeFileSync(${JSON.stringify(join(canaries, name))}, "");\n`;
const module = (name: string) => `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(join(canaries, name))}, "");\n`;
const tagged = (name: string) => `!!js/function 'function () { ${script(name).trim()} }'`;

/** Files of a repository that some tool or other executes. */
const baits: readonly (readonly [string, string])[] = [
  ...["sprintplan.config.js", "sprintplan.config.cjs", ".sprintplanrc.js", ".remarkrc.js", ".eslintrc.js", ".pnp.cjs"].map(
    (name) => [name, script(name)] as const,
  ),
  ...["sprintplan.config.mjs", "sprintplan.config.ts", "sprintplan.config.mts", "vitest.config.mjs"].map(
    (name) => [name, module(name)] as const,
  ),
  ["extended.js", script("extended.js")],
  ["node_modules/evil/index.js", script("evil")],
  ["node_modules/evil/package.json", '{ "name": "evil", "main": "index.js" }'],
  ...["commander", "write-file-atomic", "yaml", "zod", "remark-parse"].map(
    (name) => [`node_modules/${name}/index.js`, script(name)] as const,
  ),
  [
    "package.json",
    JSON.stringify({ scripts: Object.fromEntries(["prepare", "install", "check", "preinstall"].map((name) => [name, touch(name)])) }),
  ],
  [".npmrc", `script-shell=${canaries}/shell\nnode-options=--require ./sprintplan.config.cjs\n`],
  [".env", `NODE_OPTIONS="--require ${made.directory}/sprintplan.config.cjs"\nPATH=${made.directory}/bin\n`],
  [".envrc", touch("envrc")],
  [".nvmrc", `$(${touch("nvmrc")})\n`],
  ["Makefile", `check:\n\t${touch("make")}\n`],
  ["bin/git", `#!/bin/sh\n${touch("bin-git")}\n`],
  ["git", `#!/bin/sh\n${touch("git")}\n`],
  ["node", `#!/bin/sh\n${touch("node")}\n`],
  [".gitattributes", "* diff=evil filter=evil merge=evil\n"],
  [".husky/pre-commit", touch("husky")],
];

const words: readonly (readonly string[])[] = [
  ...["check", "cp", "capacity", "status", "schedule", "show", "trend", "config"].map((name) => [name, "plans/a.md"]),
  ["check"],
  ["check", "--fix", "plans/a.md"],
  ["check", "--diff", "plans/a.md"],
  ["check", "--format", "sarif", "plans"],
  ["schedule", "--gantt", "plans/a.md"],
  ["forecast", "--runs", "50", "plans/a.md"],
  ["diff"],
  ["diff", "HEAD~1"],
  ["diff", "HEAD~1", "HEAD"],
  ["explain"],
  ["--help"],
  ["--version"],
];

beforeAll(() => {
  program = buildProgram();
  made.write("plans/a.md", plan);
  for (const [path, content] of baits) {
    mkdirSync(dirname(join(made.directory, path)), { recursive: true });
    writeFileSync(join(made.directory, path), content);
    chmodSync(join(made.directory, path), 0o755);
  }
  made.commit("begin");
  made.write("plans/a.md", plan.replaceAll("8h", "9h"));
  made.commit("second");
  const hooks = ["pre-commit", "post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-auto-gc"];
  for (const name of hooks) {
    made.write(`.git/hooks/${name}`, `#!/bin/sh\n${touch(name)}\n`);
    chmodSync(join(made.directory, ".git/hooks", name), 0o755);
  }
  const commands = [
    ...["core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "diff.evil.command", "gpg.program"],
    ...["filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "merge.evil.driver", "pager.log", "core.askPass"],
  ];
  for (const name of commands) made.git("config", name, touch(name));
  made.git("config", "diff.evil.textconv", `${touch("textconv")};true`);
  for (const name of ["rev-parse", "log", "cat-file", "ls-tree"]) made.git("config", `alias.${name}`, `!${touch(name)}`);
  made.git("config", "core.hooksPath", ".git/hooks");
  for (const name of readdirSync(canaries)) rmSync(join(canaries, name));
}, 90_000);

afterAll(() => {
  program.remove();
  removeTemporaryFolders();
});

test("the baits are such that others would be caught", () => {
  program.shell("node sprintplan.config.cjs; node sprintplan.config.mjs; git status; ./bin/git; git -c alias.x='!true' log -p", {
    cwd: made.directory,
  });
  expect(readdirSync(canaries)).toEqual(
    expect.arrayContaining(["bin-git", "core.fsmonitor", "sprintplan.config.cjs", "sprintplan.config.mjs"]),
  );
  for (const name of readdirSync(canaries)) rmSync(join(canaries, name));
});

describe("nothing of a repository is executed by", () => {
  test.each(words.map((each) => [each.join(" "), each] as const))("`%s`", (_name, each) => {
    const before = listing(made.directory);
    const { code } = program.start(each, { cwd: made.directory, env: { HOME: canaries } });
    expect(code).toBeLessThan(2);
    expect(readdirSync(canaries)).toEqual([]);
    expect(listing(made.directory)).toEqual(before);
  });
});

/** Configurations that other tools would execute, or fetch. */
const configurations: readonly (readonly [string, string])[] = [
  ["sprintplan.config.json", '{ "extends": "./extended.js" }'],
  ["sprintplan.config.json", '{ "extends": ["evil"], "plugins": ["evil"] }'],
  ["sprintplan.config.json", '{ "rules": { "./extended.js": "error" } }'],
  ["sprintplan.config.json", '{ "$schema": "./extended.js", "parser": "evil" }'],
  ["sprintplan.config.jsonc", '{ "extends": "https://host.invalid/x.js" } // x'],
  ["sprintplan.config.yaml", `plans: ${tagged("yaml-plans")}\n`],
  ["sprintplan.config.yaml", `reading: ${tagged("yaml-reading")}\n`],
  ["sprintplan.config.yaml", "plans: !!python/object/apply:os.system ['touch x']\n"],
  ["sprintplan.config.yaml", `plans: !<tag:yaml.org,2002:js/function> "function () { ${touch("tag")} }"\n`],
  ["sprintplan.config.yaml", "extends: ./extended.js\n"],
  ["package.json", '{ "sprintplan": { "extends": "./extended.js" } }'],
  ["package.json", '{ "sprintplan": "./extended.js" }'],
  ["front.md", `---\nsprintplan:\n  reading: ${tagged("front-matter")}\n---\n${plan}`],
  ["front.md", `---js\n${script("front-matter-js")}---\n${plan}`],
  ["front.md", `---\nsprintplan:\n  extends: ./extended.js\n---\n${plan}`],
];

describe("a configuration is data", () => {
  test.each(configurations.map(([name, text]) => [`${name}: ${text.slice(0, 60)}`, name, text] as const))("%s", (_title, name, text) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, "extended.js"), script("extended.js"));
    mkdirSync(join(folder, "node_modules/evil"), { recursive: true });
    writeFileSync(join(folder, "node_modules/evil/index.js"), script("evil"));
    writeFileSync(join(folder, "front.md"), plan);
    writeFileSync(join(folder, name), text);
    const silent = () => ({ kind: "written" }) as const;
    const host = { ...hostIn(folder), writeOutput: silent, writeError: silent };
    const codes = [
      ["check", "front.md"],
      ["config", "front.md"],
      ["check", "--fix", "."],
    ].map((each) => run(each, host));
    expect(readdirSync(canaries)).toEqual([]);
    expect(existsSync(join(folder, "x"))).toBe(false);
    // A front matter of another language is none.
    expect(codes.slice(0, 2)).toEqual(text.startsWith("---js") ? [0, 0] : [2, 2]);
  });
});
