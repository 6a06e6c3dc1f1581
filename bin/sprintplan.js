#!/usr/bin/env node
const words = process.argv.slice(2);
const HELP = new Set(["--help", "-h", "help"]);

try {
  if (!(words.length === 1 && words[0] === "--version" && printVersion())) {
    // A run of milliseconds has no use for expressions that are compiled twice, first in small and then in full.
    if (!words.some((word) => HELP.has(word))) require("node:v8").setFlagsFromString("--no-regexp-tier-up");
    const { loadProgram } = require("./load-program.js");
    const { program, keepCompiled } = loadProgram("cli.cjs", words[0]);
    process.exitCode = program.run(words, program.createHost({ member: require.resolve("./member.js"), words, size: threadsAskedFor() }));
    keepCompiled();
  }
} catch (error) {
  // Uncaught, it would end with 1, as if something was found.
  process.exitCode = 3;
  const reason = error.syscall === "uv_cwd" ? "the working directory is gone" : String(error.message).split("\n")[0];
  complain(`sprintplan: cannot start: ${reason}\n`);
}

function threadsAskedFor() {
  const asked = process.env.SPRINTPLAN_THREADS ?? "";
  return /^\d{1,2}$/.test(asked) ? Number(asked) : undefined;
}

/** Answered without the program: scripts ask it first, and often. */
function printVersion() {
  const { version } = require("../package.json");
  try {
    require("node:fs").writeSync(1, `${version}\n`);
    return true;
  } catch (error) {
    if (error.code !== "EPIPE") return false;
    process.exitCode = 2;
    return true;
  }
}

function complain(text) {
  try {
    require("node:fs").writeSync(2, text);
  } catch {
    // Nobody hears it: the code has to do.
  }
}
