// Checks the plans: findings as annotations, in the summary and, if asked for, as SARIF.
import { addToSummary, isTrue, lineOf, listOf, output, runProgram, temporaryFile } from "./runner.mjs";

const config = lineOf("config");
const failOn = lineOf("fail-on");
const uploads = isTrue("upload-sarif");
const sarif = lineOf("sarif-file") ?? (uploads ? temporaryFile("sprintplan.sarif") : undefined);
// Later steps only look whether it is true, and a misspelt wish would be lost.
isTrue("comment");
const summary = temporaryFile("check.md");
const args = [
  "check",
  "--format=auto",
  `--format=markdown=${summary}`,
  ...(sarif === undefined ? [] : [`--format=sarif=${sarif}`]),
  ...(config === undefined ? [] : [`--config=${config}`]),
  ...(failOn === undefined ? [] : [`--fail-on=${failOn}`]),
  "--",
  ...listOf("plans"),
];

const code = runProgram(args);
addToSummary(summary);
// After a misuse there are no findings to upload.
if (sarif !== undefined && code < 2) output("sarif-file", sarif);
process.exitCode = code;
