// Keeps one comment on a pull request up to date. It runs no plan and no program but GitHub's own `gh`.
import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { annotate, lineOf, refuse } from "../action/runner.mjs";

const MARKER = "<!-- sprintplan-diff -->";
const MOST_CHARACTERS = 65_000;
// Each page of a list, an entry a line.
const ENTRIES = ".[] | @json";
const repository = process.env.GITHUB_REPOSITORY ?? "";
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? "", "utf8"));

const text = commentText(lineOf("comment-file") ?? refuse("the input `file` names the comment's text"));
const pull = pullRequest();
if (pull !== undefined) publish(pull, text);

/** From a file that another run may have made: of a plain file, no more than a comment's worth, and only one of ours. */
function commentText(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.size > 1_000_000) refuse(`\`${path}\` is no file of a comment's size`);
  const written = readFileSync(path, "utf8").trim();
  if (written !== "" && !written.startsWith(MARKER)) refuse(`\`${path}\` does not begin as a comment of sprintplan does`);
  return written.length <= MOST_CHARACTERS ? written : shortened(written);
}

/** The verdict and the table of effects stand before what is folded. */
function shortened(written) {
  const head = written.split("<details>")[0];
  return `${head.length <= MOST_CHARACTERS ? head : MARKER}\n\nThe details are too long for a comment, see the summary of the workflow's run.`;
}

/** The number of the pull request that this run is about, or that the run before this one was about. */
function pullRequest() {
  if (event.pull_request !== undefined) {
    if (event.pull_request.head.repo?.full_name === repository) return event.pull_request.number;
    annotate("notice", "a fork's pull request may not write comments, see the recipe for forks");
    return undefined;
  }
  const { head_sha: commit, head_branch: branch, head_repository: head } = event.workflow_run ?? refuse("this event has no pull request");
  // Whoever opens a pull request decides what its run leaves behind, so its number is not taken from there.
  const found = list("--method", "GET", `repos/${repository}/pulls`, "-f", "state=open", "-f", `head=${head.owner.login}:${branch}`);
  const pull = found.find((candidate) => candidate.head.sha === commit);
  if (pull === undefined) annotate("notice", "the pull request has moved on or is closed, nothing to comment on");
  return pull?.number;
}

function publish(number, written) {
  const comments = `repos/${repository}/issues`;
  const known = list("--paginate", `${comments}/${number}/comments?per_page=100`);
  // A person may quote the marker, and is not overwritten.
  const own = known.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(MARKER));
  if (own === undefined && written === "") return;
  const body = written === "" ? `${MARKER}\nThis pull request changes no plan any more.` : written;
  if (own === undefined) send("POST", `${comments}/${number}/comments`, body);
  else if (own.body !== body) send("PATCH", `${comments}/comments/${own.id}`, body);
}

function send(method, path, body) {
  gh(["--method", method, path, "--input", "-", "--silent"], JSON.stringify({ body }));
}

function list(...args) {
  const lines = gh([...args, "--jq", ENTRIES], "").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

function gh(args, input) {
  const options = { encoding: "utf8", input, maxBuffer: 64 * 1024 * 1024, stdio: ["pipe", "pipe", "inherit"] };
  const { status, stdout, error } = spawnSync("gh", ["api", ...args], options);
  if (error !== undefined) refuse(`GitHub's program \`gh\` cannot be started: ${error.code}`);
  if (status !== 0) refuse("GitHub does not take the comment; the job needs the permission `pull-requests: write`");
  return stdout;
}
