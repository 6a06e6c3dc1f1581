import { run } from "../src/cli.ts";
import { createMemoryHost } from "./memory-host.ts";

const HEADER = "| ID | Task | Hours | Assignee | Depends on |\n| --- | --- | --- | --- | --- |\n";

/** A plan of one sprint with so many tasks. */
export function planOf(tasks: number, rest = ""): string {
  const rows = Array.from({ length: tasks }, (_, at) => `| **1.${at + 1}** | *Build* \`it\` | 8 | Ann | - |\n`);
  return `# Plan\n\n## Sprint 1\n\n${HEADER}${rows.join("")}${rest}`;
}

/** Milliseconds of the processor, and how it ended, for a check of this text. */
export function timed(text: string): { readonly time: number; readonly code: number; readonly screen: string } {
  const host = createMemoryHost({ files: new Map([["plan.md", text]]) });
  const before = process.cpuUsage();
  const code = run(["check", "plan.md"], host);
  const { user, system } = process.cpuUsage(before);
  return { time: (user + system) / 1000, code, screen: host.screen() };
}
