import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { computeFacts, type Facts } from "../../src/analysis/facts.ts";
import type { PlanProject } from "../../src/analysis/levelling/levelling.ts";
import { planProject } from "../../src/analysis/levelling/plan-project.ts";
import { defaultConfig } from "../../src/config.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import type { Project } from "../../src/schedule/project.ts";
import { scheduleProject } from "../../src/schedule/schedule-project.ts";
import { splitProject } from "../../src/schedule/split.ts";
import { createSource } from "../../src/source.ts";
import { faultsOf } from "../project-checker.ts";
import { generatePlan, type PlanShape } from "./generated-plan.ts";
import { mean, table } from "./table.ts";
import { hasTaskJuggler, taskJugglerMakespan } from "./task-juggler.ts";

// Schedules a plan sprint by sprint and whole, and generated plans, beside TaskJuggler where that is installed: `plans PLAN.md [COUNT]`.

/** Times in ticks, which are hours for TaskJuggler. */
interface Run {
  readonly starts: readonly number[];
  readonly makespan: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly milliseconds: number;
}

interface Comparison {
  readonly ours: Run;
  readonly split: Run;
  /** Undefined without TaskJuggler. */
  readonly theirs: Theirs | undefined;
}

interface Theirs {
  readonly makespan: number;
  readonly milliseconds: number;
}

const [path = "plans/backend-refactoring.md", given = "200"] = process.argv.slice(2);
const count = Number(given);
const installed = hasTaskJuggler();
if (!installed) process.stdout.write("tj3 is not installed: no comparison with TaskJuggler\n");

const written = factsOf(readFileSync(path, "utf8"));
process.stdout.write(`\n${path}, without gates\n${comparePlan(written, (project) => project)}`);
process.stdout.write(`\n${path}, without gates, everybody full time\n${comparePlan(written, withoutBreaks)}`);
process.stdout.write(`\n${count} generated plans of 20 to 60 tasks and 3 to 8 people\n${compareGenerated()}`);
process.stdout.write(`\n${count} generated plans each of one sprint, 3 to 8 people\n${proofs()}`);

function comparePlan(facts: Facts, changed: (project: Project) => Project): string {
  const sprints = facts.plan.sprints.flatMap(({ id, firstTask, endTask }, sprint) =>
    firstTask === endTask ? [] : [{ name: `sprint ${id.text}`, sprint }],
  );
  const rows = [...sprints, { name: "whole plan", sprint: undefined }].map(({ name, sprint }) => {
    const { project, tick } = projectOf(facts, sprint);
    const { ours, split, theirs } = compare(changed(project));
    const lengths = [ours.makespan, ours.lowerBound, split.makespan, split.lowerBound, theirs?.makespan];
    const times = [ours.milliseconds, split.milliseconds, theirs?.milliseconds];
    return [
      name,
      ...lengths.map((ticks) => (ticks === undefined ? "-" : `${ticks * tick}`)),
      ...times.map((time) => time?.toFixed(0) ?? "-"),
    ];
  });
  return table(["", "ours h", "bound h", "split h", "bound h", "tj3 h", "ours ms", "split ms", "tj3 ms"], rows);
}

function compareGenerated(): string {
  const all = Array.from({ length: count }, (_, seed) =>
    compare(projectOf(factsOf(generatePlan(seed, { tasks: 20 + (seed % 41), people: 3 + (seed % 6), sprints: 1 + (seed % 3) }))).project),
  );
  const pairs = all.flatMap(({ ours, split, theirs }) => (theirs === undefined ? [] : [{ ours, split, theirs }]));
  const longer = pairs.filter(({ ours, theirs }) => ours.makespan > theirs.makespan);
  const rows = [
    ["we are shorter", `${pairs.filter(({ ours, theirs }) => ours.makespan < theirs.makespan).length}`],
    ["equally long", `${pairs.filter(({ ours, theirs }) => ours.makespan === theirs.makespan).length}`],
    ["longer", `${longer.length}`],
    ["longer, but not with split", `${longer.filter(({ split, theirs }) => split.makespan <= theirs.makespan).length}`],
    ["with split longer", `${pairs.filter(({ split, theirs }) => split.makespan > theirs.makespan).length}`],
    ["TaskJuggler is longer by, mean", percent(mean(pairs.map(({ ours, theirs }) => theirs.makespan / ours.makespan - 1)))],
    ["ms, ours, mean", mean(all.map(({ ours }) => ours.milliseconds)).toFixed(0)],
    ["ms, TaskJuggler, mean", mean(pairs.map(({ theirs }) => theirs.milliseconds)).toFixed(0)],
  ];
  return table(["", "plans"], rows);
}

function proofs(): string {
  const rows = [30, 60].map((tasks) => {
    const runs = Array.from({ length: count }, (_, seed) => {
      const shape: PlanShape = { tasks, people: 3 + (seed % 6), sprints: 1 };
      return run(projectOf(factsOf(generatePlan(1000 + seed, shape))).project);
    });
    const share = (matching: readonly Run[]) => percent(matching.length / runs.length);
    return [
      `${tasks}`,
      share(runs.filter(({ optimal }) => optimal)),
      share(runs.filter(({ optimal, milliseconds }) => optimal && milliseconds <= 100)),
      percent(mean(runs.map(({ makespan, lowerBound }) => makespan / lowerBound - 1))),
      mean(runs.map(({ milliseconds }) => milliseconds)).toFixed(0),
      Math.max(...runs.map(({ milliseconds }) => milliseconds)).toFixed(0),
    ];
  });
  return table(["tasks", "proved", "within 100 ms", "mean gap to bound", "ms mean", "ms max"], rows);
}

/** The plan without its gates: TaskJuggler would need them written out. */
function factsOf(text: string): Facts {
  const plan = parsePlan(createSource("plan.md", text), defaultConfig);
  return computeFacts({ ...plan, gates: [] }, defaultConfig);
}

function withoutBreaks(project: Project): Project {
  return { ...project, resources: project.resources.map(({ capacity }) => ({ capacity })) };
}

function compare(project: Project): Comparison {
  const ours = run(project);
  const { project: pieces, piecesOf } = splitProject(project, 1, 5000);
  return { ours, split: run(pieces, [piecesOf(ours.starts)]), theirs: installed ? theirRun(project) : undefined };
}

function run(project: Project, known: readonly (readonly number[])[] = []): Run {
  const before = performance.now();
  const schedule = scheduleProject(project, { known });
  const milliseconds = performance.now() - before;
  const [fault] = faultsOf(project, schedule);
  if (fault !== undefined) throw new Error(fault);
  return { ...schedule, milliseconds };
}

function theirRun(project: Project): Theirs {
  const before = performance.now();
  const makespan = taskJugglerMakespan(project);
  return { makespan, milliseconds: performance.now() - before };
}

function projectOf(facts: Facts, sprint?: number): PlanProject {
  return planProject(facts, { sprint, releases: "windows", interruptions: "none" });
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(2)} %`;
}
