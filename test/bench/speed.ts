import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { budgetTable } from "./budgets.ts";
import { timeCriticalPath, timeTable } from "./in-process.ts";
import { writeInputs } from "./inputs.ts";
import { findPeers } from "./peers.ts";
import { createBench, type Failure, type Timing } from "./processes.ts";
import { writeBlock } from "./readme-block.ts";
import { budgetsOf, commandTable, peerTable, type Results, SIZED_COMMANDS, type SizeResult, sizeTable } from "./speed-results.ts";

// How fast the built program is, as a user runs it: `speed [--write] [parts] [commands] [sizes] [peers]`, all four unless named.

const GROUPS = ["parts", "commands", "sizes", "peers"];

const given = process.argv.slice(2);
const named = given.filter((word) => word !== "--write");
const stranger = named.find((word) => !GROUPS.includes(word));
if (stranger !== undefined) throw new Error(`no group \`${stranger}\`, there are ${GROUPS.join(", ")}`);
if (named.length > 0 && given.includes("--write")) throw new Error("a page is written of all groups only");

const root = resolve(".");
const folder = join(root, ".cache/bench");
const program = join(root, "bin/sprintplan.js");
if (!existsSync(join(root, "dist/cli.cjs"))) throw new Error("there is no built program, run `npm run build` first");

const inputs = writeInputs(root, join(folder, "inputs"));
const bench = createBench({ folder, node: process.execPath });
const page = pageOf(measureAll());
process.stdout.write(page);
if (given.includes("--write")) writeBlock(join(root, "README.md"), "bench", page);

/** The parts first, in a process that has done nothing yet. */
function measureAll(): Results {
  const wants = (group: string) => named.length === 0 || named.includes(group);
  const parts = wants("parts") ? { criticalPath: timeCriticalPath(100_000), table: timeTable(10_000) } : undefined;
  const commands = wants("commands") ? measureCommands() : new Map<string, Timing | Failure>();
  const sizes = wants("sizes") ? measureSizes() : [];
  return { parts, commands, sizes, peers: wants("peers") ? measurePeers() : new Map() };
}

function measureCommands(): ReadonlyMap<string, Timing | Failure> {
  const { sample, edited } = inputs;
  const onSample = ["check", "critical-path", "capacity", "status", "show", "schedule", "forecast"];
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["--version", ["--version"]],
    ["--help", ["--help"]],
    ...onSample.map((command) => [command, [command, sample]] as const),
    ["diff", ["diff", sample, edited]],
    ["explain", ["explain", "wrong-total"]],
    ["config", ["config", sample]],
  ];
  return new Map(lines.map(([name, words]) => [name, tell(name, bench.measure(ours(words)))]));
}

function measureSizes(): readonly SizeResult[] {
  return inputs.sized.map((input) => {
    const timings = SIZED_COMMANDS.map((command) => {
      return [command, tell(`${command} ${input.name}`, bench.measure(ours([command, input.path])))] as const;
    });
    return { input, timings: new Map(timings) };
  });
}

function measurePeers(): Results["peers"] {
  const peers = findPeers(folder, inputs.sample).map(({ name, command, directory }) => {
    return [name, command && tell(name, bench.measure(command, directory))] as const;
  });
  return new Map(peers);
}

function ours(words: readonly string[]): readonly string[] {
  return [process.execPath, program, ...words];
}

/** Somebody waits: each result as it comes. */
function tell(name: string, timing: Timing | Failure): Timing | Failure {
  const said = "failed" in timing ? timing.failed : `${timing.ratio.toFixed(2)} ×, ${timing.seconds.toFixed(3)} s, ${timing.runs} runs`;
  process.stderr.write(`${name}: ${said}\n`);
  return timing;
}

function pageOf(results: Results): string {
  const idle = bench.measure([process.execPath, "-e", "0"]);
  const start = "failed" in idle ? idle.failed : `${(1000 * idle.seconds).toFixed(0)} ms, ${idle.megabytes?.toFixed(0)} MB`;
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; \`node -e 0\`: ${start}`;
  const tables: readonly (readonly [boolean, string])[] = [
    [true, budgetTable(budgetsOf(results))],
    [results.commands.size > 0, commandTable(results)],
    [results.sizes.length > 0, sizeTable(results)],
    [results.peers.size > 0, peerTable(results)],
  ];
  return [machine, ...tables.flatMap(([filled, table]) => (filled ? [table.trimEnd()] : []))].map((part) => `${part}\n`).join("\n");
}
