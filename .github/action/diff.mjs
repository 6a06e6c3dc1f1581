// Says what a pull request changes in the plans, in the summary and as the text of a comment.
import { readFileSync } from "node:fs";
import { addToSummary, git, lineOf, listOf, output, refuse, runProgram, temporaryFile, textOf } from "./runner.mjs";

const config = lineOf("config");
const failIf = lineOf("fail-if");
const comment = temporaryFile("comment.md");
const args = [
  "diff",
  "--format=text",
  `--format=markdown=${comment}`,
  ...(config === undefined ? [] : [`--config=${config}`]),
  ...(failIf === undefined ? [] : [`--fail-if=${failIf}`]),
  baseRevision(),
  "HEAD",
  "--",
  ...listOf("plans"),
];

const code = runProgram(args);
addToSummary(comment);
if (code < 2) {
  output("comment-file", comment);
  output("changed", String(textOf(comment).trim() !== ""));
}
process.exitCode = code;

function baseRevision() {
  const given = lineOf("base");
  if (given === undefined) return pullRequestBase();
  const commit = given.startsWith("-") ? undefined : commitOf(given);
  return commit ?? refuse(`the revision \`${given}\` is not in this checkout; give actions/checkout \`fetch-depth: 0\``);
}

/** What a pull request is checked out as is a merge into its base: between the two lies the change and nothing else. */
function pullRequestBase() {
  const head = commitOf("HEAD");
  const merged = head !== undefined && head === process.env.GITHUB_SHA && commitOf("HEAD^2") !== undefined;
  const { pull_request: pull } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? "", "utf8"));
  const base = merged ? commitOf("HEAD^1") : commitOf(git("merge-base", "--end-of-options", pull.base.sha, "HEAD") ?? "");
  return base ?? refuse("the base of this pull request is not in this checkout; give actions/checkout `fetch-depth: 0`");
}

function commitOf(revision) {
  return revision === "" ? undefined : git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
}
