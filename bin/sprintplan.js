#!/usr/bin/env node
const words = process.argv.slice(2);

if (!(words.length === 1 && words[0] === "--version" && printVersion())) {
  const { loadProgram } = require("./load-program.js");
  const { program, keepCompiled } = loadProgram("cli.cjs", words[0]);
  process.exitCode = program.run(words, program.createHost({ member: require.resolve("./member.js"), words }));
  keepCompiled();
}

/** Answered without the program: scripts ask it first, and often. */
function printVersion() {
  try {
    require("node:fs").writeSync(1, `${require("../package.json").version}\n`);
    return true;
  } catch (error) {
    return error.code === "EPIPE";
  }
}
