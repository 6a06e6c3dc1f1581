import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { computeFacts } from "../../src/analysis/facts.ts";
import { planProject } from "../../src/analysis/levelling/plan-project.ts";
import { defaultConfig } from "../../src/config.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import { createSource } from "../../src/source.ts";
import { taskJugglerFile } from "./task-juggler.ts";

/** A program that people run beside ours, or know how long it takes. */
export interface Peer {
  readonly name: string;
  /** Undefined where the program is not there. */
  readonly command: readonly string[] | undefined;
  /** Where its plugins are found. */
  readonly directory: string;
}

/** The peers that read the sample plan, then some that only say their version. */
export function findPeers(folder: string, sample: string): readonly Peer[] {
  const directory = join(folder, "peers");
  mkdirSync(directory, { recursive: true });
  const project = join(directory, "plan.tjp");
  writeFileSync(project, projectOf(sample));
  const words: readonly (readonly string[])[] = [
    ["remark", "--no-stdout", "--use", "remark-gfm", "--use", "remark-preset-lint-recommended", sample],
    ["markdownlint-cli2", sample],
    ["prettier", "--check", sample],
    ["mdl", sample],
    ["rumdl", "check", sample],
    ["tj3", "--silent", "--output-dir", directory, project],
    ["eslint", "--version"],
    ["tsc", "--version"],
    ["biome", "--version"],
  ];
  return words.map(([program, ...rest]) => {
    const path = placeOf(program, directory);
    return { name: nameOf(program, rest), command: path === undefined ? undefined : [path, ...rest], directory };
  });
}

function nameOf(program: string, words: readonly string[]): string {
  if (program === "remark") return "`remark` with gfm and the recommended lint preset";
  if (program === "tj3") return "`tj3` schedules the same tasks";
  return words.length === 1 && words[0] !== "--version" ? `\`${program}\`` : `\`${program} ${words[0]}\``;
}

function placeOf(program: string, directory: string): string | undefined {
  const local = join(directory, "node_modules/.bin", program);
  if (existsSync(local)) return local;
  return spawnSync(program, ["--version"]).error === undefined ? program : undefined;
}

/** The plan's tasks, people and waits without its gates, in TaskJuggler's language. */
function projectOf(sample: string): string {
  const plan = parsePlan(createSource("plan.md", readFileSync(sample, "utf8")), defaultConfig);
  const facts = computeFacts({ ...plan, gates: [] }, defaultConfig);
  return taskJugglerFile(planProject(facts, { releases: "windows", interruptions: "none" }).project);
}
