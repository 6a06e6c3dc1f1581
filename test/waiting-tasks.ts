import { section } from "./rule-findings.ts";

export const ONE = "Sprint 1: A (Week 1)";

/** A sprint of tasks 1.1, 1.2 and so on, each with what it waits for. */
export function waits(...rows: readonly string[]): string {
  return sprintOf("1.", rows);
}

/** A sprint of tasks and so on. */
export function letters(...rows: readonly string[]): string {
  return sprintOf("A-", rows);
}

function sprintOf(prefix: string, rows: readonly string[]): string {
  return section(
    ONE,
    rows.map((row, index) => `${prefix}${index + 1} | Step | 3 | Ada | ${row}`),
  );
}
