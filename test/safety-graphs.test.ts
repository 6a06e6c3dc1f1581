import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createMemoryHost } from "./memory-host.ts";
import { patience, times } from "./runs.ts";

/** Tasks in numbers that a recursion, or a list of all pairs, does not survive. */
const MANY = 100_000;
const SOME = Math.min(MANY, times(3_000));
const RING = 5_000;

const COMMANDS = ["capacity", "status", "show", "schedule --budget 1", "forecast --runs 2", "diff plan.md", "check", "critical-path"];

const shapes: readonly (readonly [name: string, size: number, plan: string, lines: readonly string[]])[] = [
  ["one long chain", MANY, tasks(MANY, (at) => (at === 0 ? "" : `${at}`)), ["critical-path"]],
  ["a chain", SOME, tasks(SOME, (at) => (at === 0 ? "" : `${at}`)), COMMANDS],
  ["everything before each", SOME, tasks(SOME, () => "All"), COMMANDS],
  ["dense layers", SOME, tasks(SOME, (at) => (at < 100 ? "" : `${at - (at % 100) - 99}-${at - (at % 100)}`)), COMMANDS],
  ["a ring", RING, tasks(RING, (at) => `${((at + RING - 1) % RING) + 1}`), COMMANDS],
];

test.each(shapes)("%s of %i tasks is answered by every command", { timeout: patience(120) }, (_name, size, plan, lines) => {
  for (const line of lines) {
    const [command, ...flags] = line.split(" ");
    const host = createMemoryHost({ files: new Map([["plan.md", plan]]) });
    const code = run([command, "plan.md", ...flags, "--format", "json"], host);
    const { summary } = JSON.parse(host.output() === "" ? "{}" : host.output());
    expect([line, code < 2, host.screen().includes("RangeError"), command === "diff" || summary?.tasks === size]).toEqual([
      line,
      true,
      false,
      true,
    ]);
  }
});

function tasks(count: number, dependencies: (index: number) => string): string {
  const rows = Array.from({ length: count }, (_, index) => `| ${index + 1} | Dig | 1 | Ada | ${dependencies(index)} |\n`);
  return `# Plan\n\n## Sprint 1: One (Week 1)\n\n| Task | Title | Hours | Assignee | Dependencies |\n|---|---|---|---|---|\n${rows.join("")}`;
}
