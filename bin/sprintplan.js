#!/usr/bin/env node
const { createHost, run } = require("../dist/cli.cjs");

process.exitCode = run(process.argv.slice(2), createHost());
