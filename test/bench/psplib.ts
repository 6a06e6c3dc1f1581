import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { Project, ProjectSchedule } from "../../src/schedule/project.ts";
import { scheduleProject } from "../../src/schedule/schedule-project.ts";
import { faultsOf } from "../project-checker.ts";
import { readPsplib } from "./psplib-file.ts";
import { mean, table } from "./table.ts";

// Schedules all instances of some folders of PSPLIB with some budgets: `psplib FOLDER… [SCHEDULES…]`.

interface Instance {
  readonly name: string;
  readonly project: Project;
  /** Ticks; undefined where nobody published one. */
  readonly bestKnown: number | undefined;
}

interface Run extends Instance {
  readonly schedule: ProjectSchedule;
  readonly milliseconds: number;
}

const TITLES = [
  "set",
  "budget",
  "instances",
  "from best known",
  "from critical path",
  "at best known",
  "proved",
  "ms mean",
  "ms max",
  "generated",
  "invalid",
  "bound above best",
  "better than best",
];

const given = process.argv.slice(2);
const folders = given.filter((word) => !/^\d+$/.test(word));
const budgets = given.filter((word) => /^\d+$/.test(word)).map(Number);
if (folders.length === 0) throw new Error("which folder of .sm files? bench:psplib -- FOLDER… [SCHEDULES…]");

const sets = folders.map((folder) => ({ name: basename(resolve(folder)), instances: instancesOf(folder) }));
const rows = sets.flatMap(({ name, instances }) =>
  (budgets.length === 0 ? [1000, 5000, 50_000] : budgets).map((budget) => [name, ...rowOf(instances, budget)]),
);
process.stdout.write(table(TITLES, rows));
for (const { name, instances } of sets) {
  const unknown = instances.filter(({ bestKnown }) => bestKnown === undefined);
  if (unknown.length > 0) process.stdout.write(`${name}: no best known makespan of ${unknown.map((one) => one.name).join(", ")}\n`);
}

function instancesOf(folder: string): readonly Instance[] {
  const bestKnown = bestKnownOf(join(folder, "..", "best_known.csv"));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sm"))
    .sort()
    .map((file) => {
      const name = basename(file, ".sm");
      return { name, project: readPsplib(readFileSync(join(folder, file), "utf8")), bestKnown: bestKnown.get(name) };
    });
}

/** Best known makespans by instance. */
function bestKnownOf(path: string): ReadonlyMap<string, number> {
  if (!existsSync(path)) return new Map();
  const [head, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const titles = head.split(",");
  const records = lines.map((line) => line.split(","));
  return new Map(records.map((record) => [record[titles.indexOf("instance")], Number(record[titles.indexOf("best_known")])]));
}

function rowOf(instances: readonly Instance[], budget: number): readonly string[] {
  const runs = instances.map((instance) => run(instance, budget));
  const known = runs.flatMap(({ bestKnown, schedule }) => (bestKnown === undefined ? [] : [{ bestKnown, ...schedule }]));
  const count = (matching: readonly unknown[]) => `${matching.length}`;
  return [
    `${budget}`,
    count(runs),
    percent(mean(known.map(({ makespan, bestKnown }) => makespan / bestKnown - 1))),
    percent(mean(runs.map(({ schedule, project }) => schedule.makespan / criticalPathOf(project) - 1))),
    count(known.filter(({ makespan, bestKnown }) => makespan <= bestKnown)),
    count(runs.filter(({ schedule }) => schedule.optimal)),
    mean(runs.map(({ milliseconds }) => milliseconds)).toFixed(1),
    Math.max(...runs.map(({ milliseconds }) => milliseconds)).toFixed(1),
    mean(runs.map(({ schedule }) => schedule.generated)).toFixed(0),
    count(runs.filter(({ project, schedule }) => faultsOf(project, schedule).length > 0)),
    count(known.filter(({ lowerBound, bestKnown }) => lowerBound > bestKnown)),
    count(known.filter(({ makespan, bestKnown }) => makespan < bestKnown)),
  ];
}

function run(instance: Instance, budget: number): Run {
  const before = performance.now();
  const schedule = scheduleProject(instance.project, { budget });
  return { ...instance, schedule, milliseconds: performance.now() - before };
}

/** Length of the longest chain of waits, in ticks: jobs come in an order in which nothing waits for a later one. */
function criticalPathOf({ activities, links }: Project): number {
  const finishes = activities.map(({ duration }) => duration);
  for (const { from, to } of links) finishes[to] = Math.max(finishes[to], finishes[from] + activities[to].duration);
  return Math.max(...finishes);
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(2)} %`;
}
