import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { emptyFolder, removeFolders } from "./action-release.ts";
import { type ActionRun, runAction } from "./action-runner.ts";
import { workflowCommands } from "./workflow-commands.ts";

const action = fileURLToPath(new URL("../.github/comment/action.yml", import.meta.url));
const marker = "<!-- sprintplan-diff -->";

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: string };
}

/** What GitHub holds, and what was asked of it. */
interface Hub {
  readonly comments: readonly Comment[];
  readonly pulls: readonly { readonly number: number; readonly head: { readonly sha: string } }[];
  readonly asked: readonly (readonly string[])[];
  readonly tokens: readonly string[];
}

const ours = (body: string, id = 1): Comment => ({ id, body, user: { type: "Bot" } });
const theirs = (body: string, id = 2): Comment => ({ id, body, user: { type: "User" } });
const pull = (from: string) => ({ pull_request: { number: 7, head: { repo: { full_name: from } } } });
const afterRun = { workflow_run: { head_sha: "abc", head_branch: "x", head_repository: { owner: { login: "eve" } } } };

/** A stand-in for GitHub's program: the few requests that a comment needs, over a file instead of the network. */
const gh = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require("node:fs");
const state = __dirname + "/state.json";
const hub = JSON.parse(readFileSync(state, "utf8"));
const args = process.argv.slice(2);
const path = args.find((arg) => arg.startsWith("repos/"));
const method = args[args.indexOf("--method") + 1];
hub.asked.push(args);
hub.tokens.push(process.env.GH_TOKEN);
if (args.includes("--input")) {
  const { body } = JSON.parse(readFileSync(0, "utf8"));
  if (method === "POST") hub.comments.push({ id: 100, body, user: { type: "Bot" } });
  else hub.comments.find(({ id }) => path.endsWith("/" + id)).body = body;
} else {
  const entries = path.endsWith("/pulls") ? hub.pulls : hub.comments;
  process.stdout.write(entries.map((entry) => JSON.stringify(entry) + "\\n").join(""));
}
writeFileSync(state, JSON.stringify(hub));
`;

afterAll(removeFolders);

interface Posted {
  readonly run: ActionRun;
  readonly hub: Hub;
}

function post(text: string, event: object, known: Partial<Hub> = {}, place = (path: string) => writeFileSync(path, text)): Posted {
  const workspace = emptyFolder();
  const programs = join(workspace, "bin");
  mkdirSync(programs);
  writeFileSync(join(programs, "gh"), gh);
  writeFileSync(join(programs, "state.json"), JSON.stringify({ comments: [], pulls: [], asked: [], tokens: [], ...known }));
  chmodSync(join(programs, "gh"), 0o755);
  place(join(workspace, "comment.md"));
  const run = runAction(action, { file: join(workspace, "comment.md") }, { workspace, event: "any", payload: event, programs });
  return { run, hub: JSON.parse(readFileSync(join(programs, "state.json"), "utf8")) };
}

describe("a comment", () => {
  const text = `${marker}\nit ends later`;

  test("is written once", () => {
    const { run, hub } = post(text, pull("ada/shed"));
    expect(run.failed).toBe(false);
    expect(hub.comments.map(({ body }) => body)).toEqual([text]);
    expect(hub.asked.at(-1)).toContain("repos/ada/shed/issues/7/comments");
    expect(new Set(hub.tokens)).toEqual(new Set(["a-token"]));
  });

  test("is brought up to date where it stands", () => {
    const { hub } = post(text, pull("ada/shed"), { comments: [theirs("nice"), ours(`${marker}\nold`)] });
    expect(hub.comments).toEqual([theirs("nice"), ours(text)]);
  });

  test("that says the same is left alone", () => {
    const { hub } = post(text, pull("ada/shed"), { comments: [ours(text)] });
    expect(hub.asked.length).toBe(1);
  });

  test("of a person who quotes ours is not touched", () => {
    const { hub } = post(text, pull("ada/shed"), { comments: [theirs(`${marker}\nmine`)] });
    expect(hub.comments.map(({ body }) => body)).toEqual([`${marker}\nmine`, text]);
  });

  test("is not written where nothing changes", () => {
    expect(post("", pull("ada/shed")).hub.comments).toEqual([]);
  });

  test("is taken back where nothing changes any more", () => {
    const { hub } = post("", pull("ada/shed"), { comments: [ours(text)] });
    expect(hub.comments).toEqual([ours(`${marker}\nThis pull request changes no plan any more.`)]);
  });

  test("that is too long keeps what stands before the details", () => {
    const { hub } = post(`${text}\n<details>${"x".repeat(70_000)}</details>`, pull("ada/shed"));
    expect(hub.comments[0].body).toBe(`${text}\n\n\nThe details are too long for a comment, see the summary of the workflow's run.`);
  });
});

describe("a fork's pull request", () => {
  const text = `${marker}\nit ends later`;

  test("may not write, which is no failure", () => {
    const { run, hub } = post(text, pull("eve/shed"));
    expect([run.failed, hub.asked]).toEqual([false, []]);
    expect(workflowCommands(run.steps[0].output)[0].message).toBe("a fork's pull request may not write comments, see the recipe for forks");
  });

  test("is found by the commit that its run was about", () => {
    const pulls = [
      { number: 3, head: { sha: "other" } },
      { number: 9, head: { sha: "abc" } },
    ];
    const { run, hub } = post(text, afterRun, { pulls });
    expect(run.failed).toBe(false);
    expect(hub.asked[0]).toContain("head=eve:x");
    expect(hub.asked.at(-1)).toContain("repos/ada/shed/issues/9/comments");
  });

  test("that has moved on gets no comment", () => {
    const { run, hub } = post(text, afterRun, { pulls: [{ number: 3, head: { sha: "other" } }] });
    expect([run.failed, hub.comments]).toEqual([false, []]);
  });
});

describe("refuses", () => {
  test.each([
    ["a text that is none of ours", (path: string) => writeFileSync(path, "buy this")],
    ["a text that only holds the marker", (path: string) => writeFileSync(path, `buy this\n${marker}`)],
    ["a link", (path: string) => symlinkSync("/etc/passwd", path)],
    ["a folder", (path: string) => mkdirSync(path)],
    ["nothing", () => undefined],
    ["far too much", (path: string) => writeFileSync(path, marker + "x".repeat(1_000_000))],
  ])("%s", (_, place) => {
    const { run, hub } = post("", pull("ada/shed"), {}, place);
    expect([run.steps[0].code, hub.asked]).toEqual([2, []]);
  });

  test("an event without a pull request", () => {
    expect(post(`${marker}\n`, {}).run.steps[0].code).toBe(2);
  });
});
