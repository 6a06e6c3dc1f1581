import { formatHours } from "../format.ts";
import { HOUR_TOLERANCE, type Reading } from "../model.ts";

/** Whether a finding holds under one way to read joint tasks and tasks of everybody. */
export interface ReadResult {
  readonly reading: Reading;
  readonly holds: boolean;
  /** What the finding measures, in hours. */
  readonly amount: number;
}

/** `holds under every reading`, `only with joint: each`, …: a note for findings that depend on the reading. */
export function readingNote(results: readonly ReadResult[]): string {
  const amounts = results.filter(({ holds }) => holds).map(({ amount }) => amount);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  return most - least < HOUR_TOLERANCE ? describe(results) : `${describe(results)} (${formatHours(least)} to ${formatHours(most)})`;
}

function describe(results: readonly ReadResult[]): string {
  const holding = results.filter(({ holds }) => holds).map(({ reading }) => reading);
  const failing = results.filter(({ holds }) => !holds).map(({ reading }) => reading);
  if (failing.length === 0) return "holds under every reading";
  if (failing.length === 1) return `holds unless ${both(failing[0])}`;
  const [{ joint, all }] = holding;
  if (holding.length > 1 && holding.every((reading) => reading.joint === joint)) return `only with joint: ${joint}`;
  if (holding.length > 1 && holding.every((reading) => reading.all === all)) return `only with all: ${all}`;
  return `only with ${holding.map(both).join(", or with ")}`;
}

function both({ joint, all }: Reading): string {
  return `joint: ${joint} and all: ${all}`;
}
