import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  checkoutOf,
  commit,
  type Ended,
  emptyFolder,
  git,
  projectRepository,
  release,
  removeFolders,
  repositoryOf,
} from "./action-release.ts";
import { type ActionRun, runAction, type Workplace } from "./action-runner.ts";
import { workflowCommands } from "./workflow-commands.ts";

const sound = "| ID | Task | Hours | Depends On |\n|----|------|-------|-----|\n| 1 | Dig | 8 | |\n| 2 | Build | 4 | 1 |\n";
const broken = sound.replace("| 1 |\n", "| 9 |\n");
const { version }: { readonly version: string } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const tag = `v${version}`;
let project = "";
let released: Ended = { code: null, output: "" };
let checkout = "";

beforeAll(() => {
  project = projectRepository();
  released = release(project);
  checkout = checkoutOf(project, tag);
}, 60_000);

afterAll(removeFolders);

describe("a release", () => {
  test("is the commit's files and the program, and leaves the branch as it is", () => {
    expect(released).toEqual({ code: 0, output: `${tag} and v${version.split(".")[0]} are ${git(project, "rev-parse", tag)}\n` });
    const added = readdirSync(join(project, "dist")).map((file) => `A\tdist/${file}`);
    expect(git(project, "diff", "--name-status", "HEAD", tag).split("\n").toSorted()).toEqual(added.toSorted());
    expect(git(project, "rev-parse", `${tag}^`)).toBe(git(project, "rev-parse", "HEAD"));
    expect(git(project, "rev-parse", `v${version.split(".")[0]}`)).toBe(git(project, "rev-parse", tag));
    expect(git(project, "status", "--porcelain")).toBe("");
    for (const file of readdirSync(join(project, "dist"))) {
      expect(readFileSync(join(checkout, "dist", file))).toEqual(readFileSync(join(project, "dist", file)));
    }
  });

  test("is made once, and of committed files", () => {
    expect(release(project).output).toContain(`${tag} is released already`);
    writeFileSync(join(project, "LICENSE"), "mine");
    expect(release(project)).toMatchObject({ code: 1, output: expect.stringContaining("committed files only") });
    git(project, "checkout", "LICENSE");
  });

  test("is needed: a branch holds no program", () => {
    const branch = checkoutOf(project, "main");
    const { steps } = runAction(join(branch, "action.yml"), {}, pushTo(repositoryOf({ "plans/shed.md": sound })));
    expect(steps.map(({ code }) => code)).toEqual([2]);
    expect(messagesOf(steps[0].output)).toEqual(["error: this revision holds no built program: name a release and no branch"]);
  });
});

describe("checking", () => {
  test("a sound plan passes, and says so in the summary", () => {
    const run = act({}, pushTo(repositoryOf({ "plans/shed.md": sound })));
    expect(run.failed).toBe(false);
    expect(run.steps.map(({ id }) => id)).toEqual(["check"]);
    expect(workflowCommands(run.steps[0].output)).toEqual([]);
    expect(run.steps[0].summary).toContain("no problems found");
  });

  test("a broken plan fails the step, with annotations at their places", () => {
    const run = act({}, pushTo(repositoryOf({ "plans/shed.md": broken })));
    expect(run.steps.map(({ code }) => code)).toEqual([1]);
    const [command] = workflowCommands(run.steps[0].output);
    expect([command.name, command.properties.get("file"), command.properties.get("line")]).toEqual(["error", "plans/shed.md", "4"]);
    expect(run.steps[0].summary).toContain("unknown-dependency");
  });

  test("takes plans line by line, a configuration and a severity", () => {
    const files = { "a plan.md": sound, "other.md": broken, "never.json": '{ "failOn": "never" }' };
    const place = pushTo(repositoryOf(files));
    expect(act({ plans: "a plan.md\n" }, place).failed).toBe(false);
    expect(act({ plans: "a plan.md\r\n  other.md\n\n" }, place).failed).toBe(true);
    expect(act({ plans: "other.md", "fail-on": "never" }, place).failed).toBe(false);
    expect(act({ plans: "other.md", config: "never.json" }, place).failed).toBe(false);
  });

  test("hands SARIF on, also where the findings failed the step", () => {
    const place = pushTo(repositoryOf({ "plans/shed.md": broken }));
    const run = act({ "sarif-file": "out put.sarif", "upload-sarif": "true" }, place);
    expect(JSON.parse(readFileSync(join(place.workspace, "out put.sarif"), "utf8")).runs[0].results.length).toBe(1);
    expect(run.outputs.get("sarif-file")).toBe("out put.sarif");
    expect(run.steps.map(({ id, code }) => [id, code])).toEqual([
      ["check", 1],
      ["upload", 0],
    ]);
    expect(run.steps[1].with.get("sarif_file")).toBe("out put.sarif");
    // Without a name of its own, the file lies outside of the workspace.
    expect(act({ "upload-sarif": "true" }, place).steps[1].with.get("sarif_file")).toMatch(/^\/.*sprintplan\.sarif$/);
  });

  test("uploads nothing that could not be written", () => {
    const run = act({ plans: "missing.md", "upload-sarif": "true" }, pushTo(repositoryOf({ "plans/shed.md": sound })));
    expect(run.steps.map(({ id, code }) => [id, code])).toEqual([["check", 2]]);
  });
});

describe("hostile inputs", () => {
  const canary = "canary";
  const texts = [
    `; touch ${canary}`,
    `$(touch ${canary})`,
    `\`touch ${canary}\``,
    `" && touch ${canary} && "`,
    `' ; touch ${canary} ; '`,
    `x\ntouch ${canary}`,
    `x\rtouch ${canary}`,
    `\${{ github.token }}`,
    "--fix",
    "--help",
    "-",
    "--config=evil.json",
    `--format=json=${canary}`,
    "::stop-commands::x",
    "x\u001b[31m",
    "../../nowhere",
    "[a\\",
  ];
  let place: Workplace;
  let before: readonly string[] = [];
  const listed = () => readdirSync(place.workspace, { recursive: true, encoding: "utf8" });
  const refused = (inputs: Readonly<Record<string, string>>) => {
    const { steps, failed } = act(inputs, place);
    expect([failed, listed()]).toEqual([true, before]);
    const others = steps.flatMap(({ output }) => workflowCommands(output)).filter(({ name }) => name !== "error");
    expect(others).toEqual([]);
    return steps.map(({ id, code }) => [id, code]);
  };

  beforeAll(() => {
    place = pushTo(repositoryOf({ "plans/shed.md": sound }));
    before = listed();
  });

  test("as plans are files that are not there", () => {
    expect(refused({ plans: texts.filter((text) => !/^-$|\p{Cc}/u.test(text)).join("\n") })).toEqual([["check", 2]]);
    for (const text of ["-", "x\rtouch canary", "x\u001b[31m"]) expect(refused({ plans: text })).toEqual([["check", 2]]);
  });

  test.each(texts)("as anything else: %j", (text) => {
    const everywhere = { config: text, base: text, "fail-if": text, comment: text };
    expect(refused(everywhere)).toEqual([
      ["check", 2],
      ["diff", 2],
    ]);
  });

  test.each(texts.slice(0, 4))("as a choice: %j", (text) => {
    expect(refused({ "fail-on": text })).toEqual([["check", 2]]);
    expect(refused({ "upload-sarif": text, "sarif-file": "x" })).toEqual([["check", 2]]);
    expect(refused({ comment: text })).toEqual([["check", 2]]);
  });

  test("a file for SARIF is written where it is said, whatever it is called", () => {
    for (const name of ["; touch canary", "$(touch canary)", "--fix"]) expect(act({ "sarif-file": name }, place).failed).toBe(false);
    expect(readdirSync(place.workspace).sort()).toEqual(["$(touch canary)", "--fix", ".git", "; touch canary", "plans"]);
  });
});

describe("a pull request", () => {
  /** A checkout whose program takes down what it was asked for, and has something to say of the change. */
  const recording = (says: string, code: number) => {
    const copy = emptyFolder();
    cpSync(checkout, copy, { recursive: true });
    const said = JSON.stringify(says);
    const program = `exports.createHost = () => ({});
      exports.run = (args) => {
        const { appendFileSync, writeFileSync } = require("node:fs");
        appendFileSync(${JSON.stringify(join(copy, "asked"))}, JSON.stringify(args) + "\\n");
        const report = args.find((arg) => arg.startsWith("--format=markdown=")).slice("--format=markdown=".length);
        writeFileSync(report, args[0] === "diff" ? ${said} : "");
        return args[0] === "diff" ? ${code} : 0;
      };`;
    writeFileSync(join(copy, "dist/cli.cjs"), program);
    const asked = (): readonly string[] => JSON.parse(readFileSync(join(copy, "asked"), "utf8").trim().split("\n").at(-1) ?? "");
    return { file: join(copy, "action.yml"), asked };
  };

  /** A repository as GitHub checks a pull request out: the merge of a branch into a main branch that went on. */
  const opened = () => {
    const directory = repositoryOf({ "plans/shed.md": sound });
    const base = git(directory, "rev-parse", "HEAD");
    git(directory, "checkout", "-b", "branch");
    const head = commit(directory, { "plans/shed.md": sound.replace("8", "12") });
    git(directory, "checkout", "main");
    const main = commit(directory, { "plans/other.md": sound });
    git(directory, "checkout", "--detach");
    git(directory, "merge", "--no-ff", "--message", "Merge", "branch");
    return { directory, base, head, main, merge: git(directory, "rev-parse", "HEAD") };
  };

  const pullRequest = (directory: string, base: string, sha: string): Workplace => ({
    workspace: directory,
    event: "pull_request",
    payload: { pull_request: { number: 7, base: { sha: base }, head: { sha: "x", repo: { full_name: "ada/shed" } } } },
    sha,
  });

  test("is compared with what it is merged into", () => {
    const { file, asked } = recording("<!-- sprintplan-diff -->\nit ends later\n", 0);
    const { directory, base, main, merge } = opened();
    const run = runAction(file, { plans: "plans\nmore plans", "fail-if": "slip>1d" }, pullRequest(directory, base, merge));
    expect(asked().filter((arg) => !arg.startsWith("--format="))).toEqual([
      "diff",
      "--fail-if=slip>1d",
      main,
      "HEAD",
      "--",
      "plans",
      "more plans",
    ]);
    expect(run.steps.map(({ id, summary }) => [id, summary])).toEqual([
      ["check", ""],
      ["diff", "<!-- sprintplan-diff -->\nit ends later\n"],
    ]);
    expect(run.outputs.get("changed")).toBe("true");
    expect(readFileSync(run.outputs.get("comment-file") ?? "", "utf8")).toContain("it ends later");
  });

  test("learns from the program itself what it changes", () => {
    const { directory, base, merge } = opened();
    const run = runAction(join(checkout, "action.yml"), { "fail-if": "slip>1h" }, pullRequest(directory, base, merge));
    expect(run.failed).toBe(true);
    expect(run.steps[1].summary.split("\n").slice(0, 5)).toEqual([
      "<!-- sprintplan-diff -->",
      "",
      "### the end moves 4 h later (12 h → 16 h)",
      "",
      "- **not allowed** by `diff/slip`: the end moves 4 h later (12 h → 16 h), allowed are 1 h (`plans/shed.md:1:1`)",
    ]);
    expect(run.outputs.get("changed")).toBe("true");
  });

  test("whose own branch is checked out is compared with where it left the main branch", () => {
    const { file, asked } = recording("", 0);
    const { directory, base, main, merge } = opened();
    git(directory, "checkout", "branch");
    const run = runAction(file, {}, pullRequest(directory, main, merge));
    expect(asked().slice(-3)).toEqual([base, "HEAD", "--"]);
    expect(run.outputs.get("changed")).toBe("false");
    expect(run.steps[1].summary).toBe("");
  });

  test("fails where its effect is one that should, and still has its say", () => {
    const { file } = recording("<!-- sprintplan-diff -->\nit ends later\n", 1);
    const { directory, base, merge } = opened();
    const run = runAction(file, {}, pullRequest(directory, base, merge));
    expect(run.failed).toBe(true);
    expect(run.outputs.get("changed")).toBe("true");
  });

  test("in a shallow checkout is told what is missing", () => {
    const { file } = recording("", 0);
    const { directory, base, merge } = opened();
    const shallow = checkoutOf(directory, "branch");
    const run = runAction(file, {}, pullRequest(shallow, base, merge));
    expect(messagesOf(run.steps[1].output)).toEqual([
      "error: the base of this pull request is not in this checkout; give actions/checkout `fetch-depth: 0`",
    ]);
    expect(run.outputs.get("comment-file")).toBe("");
  });

  test("may be compared with another revision", () => {
    const { file, asked } = recording("", 0);
    const { directory, base, main, merge } = opened();
    runAction(file, { base }, pullRequest(directory, main, merge));
    expect(asked().slice(-3)).toEqual([base, "HEAD", "--"]);
  });
});

describe("a hook", () => {
  const hooks: readonly { readonly id: string; readonly entry: string; readonly files: string }[] = parse(
    readFileSync(new URL("../.pre-commit-hooks.yaml", import.meta.url), "utf8"),
  );
  /** What is told to be a script runs from the hooks' own checkout, in the folder of whoever commits. */
  const commits = (id: string, directory: string) => {
    const [program, ...args] = hooks.find((hook) => hook.id === id)?.entry.split(" ") ?? [];
    return spawnSync(join(checkout, program), args, { cwd: directory, encoding: "utf8" });
  };

  test("checks", () => {
    expect(commits("sprintplan-check", repositoryOf({ "plans/shed.md": sound })).status).toBe(0);
    expect(commits("sprintplan-check", repositoryOf({ "plans/shed.md": broken })).status).toBe(1);
  });

  test("repairs", () => {
    const twice = sound.replace("| 4 | 1 |", "| 4 | 1, 1 |");
    const directory = repositoryOf({ "plans/shed.md": twice });
    expect(commits("sprintplan-fix", directory).status).toBe(0);
    expect(readFileSync(join(directory, "plans/shed.md"), "utf8")).toBe(sound);
  });

  test("runs for plans and configurations", () => {
    for (const { files } of hooks) {
      const names = [
        "plans/shed.md",
        "a.MARKDOWN",
        "sprintplan.config.jsonc",
        "sub/sprintplan.config.yaml",
        "package.json",
        "a.ts",
        "mysprintplan.config.json",
      ];
      expect(names.filter((name) => new RegExp(files).test(name))).toEqual(names.filter((_, index) => [0, 2, 3, 4].includes(index)));
    }
  });
});

test("the recipe for GitLab writes a report that it then hands over", () => {
  const recipe = readFileSync(new URL("../.github/recipes/gitlab-ci.yml", import.meta.url), "utf8");
  const {
    plans,
  }: {
    readonly plans: { readonly script: readonly string[]; readonly artifacts: { readonly reports: { readonly codequality: string } } };
  } = parse(recipe);
  const directory = repositoryOf({ "plans/shed.md": broken });
  const script = plans.script[1].replace("npx --no-install sprintplan", join(checkout, "bin/sprintplan.js"));
  expect(spawnSync("bash", ["-c", script], { cwd: directory }).status).toBe(1);
  const report: readonly object[] = JSON.parse(readFileSync(join(directory, plans.artifacts.reports.codequality), "utf8"));
  expect(report).toEqual([expect.objectContaining({ check_name: "unknown-dependency" })]);
});

function act(inputs: Readonly<Record<string, string>>, place: Workplace): ActionRun {
  return runAction(join(checkout, "action.yml"), inputs, place);
}

function pushTo(workspace: string): Workplace {
  return { workspace, event: "push", payload: {} };
}

function messagesOf(output: string): readonly string[] {
  return workflowCommands(output).map(({ name, message }) => `${name}: ${message}`);
}
