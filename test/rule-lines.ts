import { lintPlan } from "../src/commands/fixing.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Fix } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource, type Span } from "../src/source.ts";

/**
 * What one rule says of a plan, a line for each finding, note (`=`), related place (`<`) and help (`?`), and for a fix (`>`) what it
 * writes where.
 */
export function toldBy(rule: string, text: string, settings: object = {}): readonly string[] {
  const config = configSchema.parse(settings);
  const { diagnostics } = lintPlan(parsePlan(createSource("plan.md", text), config), config);
  const placed = ({ start, end }: Span): string => `[${text.slice(start, end)}]`;
  const written = ({ edits }: Fix): string => edits.map((edit) => `${placed(edit)} to [${edit.text}]`).join(", ");
  return diagnostics
    .filter((each) => each.rule === rule)
    .flatMap(({ span, message, notes = [], help, related = [], fix }) => [
      `${placed(span)} ${message}`,
      ...notes.map((note) => `= ${note}`),
      ...related.map((each) => `< ${placed(each.span)} ${each.message}`),
      ...(help === undefined ? [] : [`? ${help}`]),
      ...(fix === undefined ? [] : [`> ${fix.safe ? "" : "perhaps "}${fix.title}: ${written(fix)}`]),
    ]);
}

/** The first line of each finding. */
export function firstLinesOf(rule: string, text: string, settings: object = {}): readonly string[] {
  return toldBy(rule, text, settings).filter((line) => line.startsWith("["));
}

export interface SprintParts {
  /** The columns of the table. */
  readonly head?: string;
  /** Lines such as `Ada: 20 hours`. */
  readonly team?: readonly string[];
  /** What stands behind the table. */
  readonly after?: string;
}

const HOURS = "ID | Task | Hours | Owner | Depends On";

/** A sprint with a table of these rows. */
export function sprintOf(heading: string, rows: readonly string[], { head = HOURS, team = [], after = "" }: SprintParts = {}): string {
  const people = team.length === 0 ? "" : `#### Team Capacity\n\n${team.map((line) => `- ${line}\n`).join("")}\n#### Tasks\n\n`;
  return `## ${heading}\n\n${people}${tableOf(rows, head)}\n${after === "" ? "" : `${after}\n\n`}`;
}

export function tableOf(rows: readonly string[], head = HOURS): string {
  return `| ${head} |\n|${"---|".repeat(head.split("|").length)}\n${rows.map((row) => `| ${row} |\n`).join("")}`;
}
