import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Project, ProjectLink } from "../../src/schedule/project.ts";
import { withoutEvents } from "./without-events.ts";

// TaskJuggler 3 (Schlaeger, 2006) as a second opinion: a clock that works around the day, effort of people who have to be there
// together, milestones with dates for releases. It may interrupt a task for another one, which a schedule of ours does not.

const DAY_ZERO = Date.UTC(2001, 0, 1);

/** Whether the program is there. */
export function hasTaskJuggler(): boolean {
  return spawnSync("tj3", ["--version"]).status === 0;
}

/** Its makespan in ticks, which it takes for hours. */
export function taskJugglerMakespan(whole: Project): number {
  const project = withoutEvents(whole);
  const folder = mkdtempSync(join(tmpdir(), "task-juggler-"));
  try {
    writeFileSync(join(folder, "plan.tjp"), projectFile(project));
    execFileSync("tj3", ["--silent", "--output-dir", folder, join(folder, "plan.tjp")], { stdio: ["ignore", "ignore", "pipe"] });
    const ends = [...readFileSync(join(folder, "times.csv"), "utf8").matchAll(/^"t\d+";"(\d{4})-(\d\d)-(\d\d)-(\d\d)"$/gm)];
    if (ends.length !== project.activities.length)
      throw new Error(`${ends.length} of ${project.activities.length} ends in TaskJuggler's report`);
    return Math.max(0, ...ends.map(([, ...parts]) => parts.map(Number)).map(([year, month, day, hour]) => hoursTo(year, month, day, hour)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A project that takes no regard of events, as TaskJuggler reads it. */
export function taskJugglerFile(whole: Project): string {
  return projectFile(withoutEvents(whole));
}

function hoursTo(...[year, month, day, hour]: readonly number[]): number {
  return (Date.UTC(year, month - 1, day, hour) - DAY_ZERO) / 3_600_000;
}

/** The project in TaskJuggler's language. Throws where that cannot say it. */
function projectFile({ activities, resources, links }: Project): string {
  const last = Math.max(0, ...activities.map(({ release = 0 }) => release));
  const work = activities.reduce((sum, { duration }) => sum + duration, 0);
  const breaks = resources.reduce((sum, { breaks: all = [] }) => sum + all.reduce((hours, { start, end }) => hours + end - start, 0), 0);
  const predecessors = new Map<number, ProjectLink[]>();
  for (const link of links) predecessors.set(link.to, [...(predecessors.get(link.to) ?? []), link]);
  return [
    `project plan "Plan" 2001-01-01 +${Math.ceil((last + work + breaks) / 24) + 30}d {`,
    '  timezone "UTC"',
    "  timingresolution 60 min",
    "  dailyworkinghours 24",
    "  yearlyworkingdays 365",
    "  workinghours sun - sat 0:00 - 24:00",
    '  timeformat "%Y-%m-%d-%H"',
    "}",
    ...resources.flatMap(({ breaks: all = [] }, index) => [
      `resource r${index} "Person ${index}" {`,
      ...all.map(({ start, end }) => `  leaves annual ${dateOf(start)} - ${dateOf(end)}`),
      "}",
    ]),
    ...activities.flatMap(({ release = 0 }, index) =>
      release > 0 ? [`task at${index} "Release" { start ${dateOf(release)} milestone }`] : [],
    ),
    ...activities.flatMap((activity, index) => [
      `task t${index} "Task ${index}" {`,
      ...waitsOf(index, activity.release ?? 0, predecessors.get(index) ?? []),
      `  ${workOf(activity)}`,
      "}",
    ]),
    'taskreport times "times" { formats csv columns id, end }',
    "",
  ].join("\n");
}

function waitsOf(index: number, release: number, links: readonly ProjectLink[]): readonly string[] {
  const waits = links.map(({ from, relation, lag }) => {
    if (lag < 0 || relation === "FF" || relation === "SF") throw new Error(`TaskJuggler has no link ${relation}${lag}`);
    const options = [...(relation === "SS" ? ["onstart"] : []), ...(lag > 0 ? [`gapduration ${lag}h`] : [])];
    return options.length === 0 ? `t${from}` : `t${from} { ${options.join(" ")} }`;
  });
  const all = [...new Set([...(release > 0 ? [`at${index}`] : []), ...waits])];
  return all.length === 0 ? [`  start ${dateOf(0)}`] : [`  depends ${all.join(", ")}`];
}

function workOf({ duration, demands }: Project["activities"][number]): string {
  if (duration === 0) return "milestone";
  if (demands.length === 0) return `duration ${duration}h`;
  const allocations = demands.map(({ resource }) => `allocate r${resource} { mandatory }`);
  return `effort ${duration * demands.length}h ${allocations.join(" ")}`;
}

function dateOf(hours: number): string {
  return new Date(DAY_ZERO + hours * 3_600_000).toISOString().slice(0, 16).replace("T", "-");
}
