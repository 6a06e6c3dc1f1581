// What the steps share: inputs that come through the environment, the bundled program, and the files that the runner reads.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/sprintplan.js", import.meta.url));
const bundle = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
// The runner drops a summary beyond 1 MiB.
const MOST_SUMMARY_BYTES = 1_000_000;

/** A value on one line; undefined where none is given. */
export function lineOf(name) {
  const value = (process.env[variableOf(name)] ?? "").trim();
  if (hasControls(value)) refuse(`the input \`${name}\` is one line of text`);
  return value === "" ? undefined : value;
}

/** The lines of a value, without the empty ones. */
export function listOf(name) {
  const lines = (process.env[variableOf(name)] ?? "").split(/\r?\n/).map((line) => line.trim());
  if (lines.some(hasControls)) refuse(`the input \`${name}\` holds control characters`);
  if (lines.includes("-")) refuse(`the input \`${name}\` names standard input, which a step does not have`);
  return lines.filter((line) => line !== "");
}

export function isTrue(name) {
  const value = lineOf(name) ?? "false";
  if (value !== "true" && value !== "false") refuse(`the input \`${name}\` is \`true\` or \`false\``);
  return value === "true";
}

/** Runs the program that lies beside this script; gives its exit code. */
export function runProgram(args) {
  if (!existsSync(bundle)) refuse("this revision holds no built program: name a release and no branch");
  const { status, error } = spawnSync(process.execPath, [program, ...args], { stdio: ["ignore", "inherit", "inherit"] });
  if (error !== undefined) refuse(`the program cannot be started: ${error.code}`);
  return status ?? 3;
}

/** What git prints, without the last newline; undefined where it fails. */
export function git(...args) {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout.trimEnd() : undefined;
}

export function temporaryFile(name) {
  return join(mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), "sprintplan-")), name);
}

/** A report; empty where the program wrote none. */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

export function addToSummary(path) {
  if (process.env.GITHUB_STEP_SUMMARY === undefined || textOf(path) === "") return;
  const fits = statSync(path).size <= MOST_SUMMARY_BYTES;
  appendFileSync(process.env.GITHUB_STEP_SUMMARY, fits ? textOf(path) : "The report is too long for a summary, see the step's log.\n");
}

/** Hands a value to later steps; a delimiter that the value does not hold keeps it whole. */
export function output(name, value) {
  if (process.env.GITHUB_OUTPUT === undefined) return;
  let delimiter = "end";
  while (value.includes(delimiter)) delimiter += "-end";
  appendFileSync(process.env.GITHUB_OUTPUT, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** Ends the step with an annotation, like every other misuse with 2. */
export function refuse(message) {
  annotate("error", message);
  process.exit(2);
}

export function annotate(severity, message) {
  const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${severity} title=sprintplan::${escaped}\n`);
}

function variableOf(name) {
  return `SPRINTPLAN_${name.toUpperCase().replaceAll("-", "_")}`;
}

function hasControls(text) {
  return /\p{Cc}/u.test(text);
}
