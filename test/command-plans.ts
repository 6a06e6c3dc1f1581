import { readFileSync } from "node:fs";
import type { Outcome } from "../src/commands/outcome.ts";
import type { Config } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { reportJson } from "../src/report/json.ts";
import { outputSchema } from "../src/report/schema.ts";
import { reportText } from "../src/report/text.ts";
import { createSource } from "../src/source.ts";
import { optionsFor } from "./report-outcome.ts";

export const settings = (input: unknown = {}): Config => configSchema.parse(input);

export function planOf(text: string, config: Config = settings()): Plan {
  return parsePlan(createSource("plan.md", text), config);
}

/** A plan of the repository's `plans/` folder. */
export function samplePlan(name: string): Plan {
  return parsePlan(createSource(`plans/${name}`, readFileSync(new URL(`../plans/${name}`, import.meta.url), "utf8")), settings());
}

/** Sprints in consecutive weeks with rows of `id | hours | assignees | dependencies`, `team` in each. */
export function sprintPlan(sprints: readonly (readonly string[])[], team: readonly string[] = []): string {
  return sprints.map((rows, index) => `${heading(index + 1, team)}${TABLE}${rows.map((row) => `| ${row} |\n`).join("")}`).join("\n");
}

export function textOf(command: string, outcome: Outcome): string {
  return reportText([outcome], optionsFor(command));
}

/** What programs get: checked against the published schema, and the data of its only plan. */
export function dataOf(command: string, outcome: Outcome): unknown {
  const output = outputSchema.parse(JSON.parse(reportJson([outcome], optionsFor(command))));
  return output.plans[0].data;
}

function heading(number: number, team: readonly string[]): string {
  const capacity = team.length === 0 ? "" : `#### Team Capacity\n\n${team.map((member) => `- ${member}\n`).join("")}\n#### Tasks\n\n`;
  return `### Sprint ${number}: S${number} (Week ${number})\n\n${capacity}`;
}

const TABLE = "| Task | Description | Hours | Assignee | Dependencies |\n|---|---|---|---|---|\n";
