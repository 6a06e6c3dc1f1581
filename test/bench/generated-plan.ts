import { createRandom, type Random } from "../../src/schedule/random.ts";

export interface PlanShape {
  readonly tasks: number;
  readonly people: number;
  readonly sprints: number;
}

const PEOPLE = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana"];
const HOURS_PER_WEEK = 40;

/**
 * A plan of the usual shape in Markdown, the same for the same seed: whole hours, some tasks of two people, waits for tasks
 * shortly before, a review of everybody at the end of each sprint, a gate between one sprint and the next only by their windows.
 */
export function generatePlan(seed: number, { tasks, people, sprints }: PlanShape): string {
  const random = createRandom(seed);
  const team = PEOPLE.slice(0, people);
  const lines = ["# Generated Plan"];
  let week = 1;
  for (let sprint = 1; sprint <= sprints; sprint += 1) {
    const count = Math.round((sprint * tasks) / sprints) - Math.round(((sprint - 1) * tasks) / sprints);
    const rows = rowsOf(random, team, `${sprint}`, count);
    const load = rows.reduce((sum, { hours }) => sum + hours, 0);
    const weeks = Math.max(1, Math.ceil(load / (people * HOURS_PER_WEEK * 0.8)));
    lines.push(...sprintLines({ sprint, week, weeks, team }), ...rows.map(({ line }) => line));
    week += weeks;
  }
  return `${lines.join("\n")}\n`;
}

interface SprintHead {
  readonly sprint: number;
  readonly week: number;
  readonly weeks: number;
  readonly team: readonly string[];
}

function sprintLines({ sprint, week, weeks, team }: SprintHead): readonly string[] {
  return [
    "",
    `## Sprint ${sprint}: Generated (${weeks === 1 ? `Week ${week}` : `Weeks ${week}-${week + weeks - 1}`})`,
    "",
    "### Team Capacity",
    ...team.map((name) => `- ${name}: ${weeks * HOURS_PER_WEEK} hours`),
    "",
    "### Tasks",
    "",
    "| Task | Description | Hours | Assignee | Dependencies | Risk |",
    "|------|-------------|-------|----------|--------------|------|",
  ];
}

function rowsOf(random: Random, team: readonly string[], sprint: string, count: number): readonly { line: string; hours: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${sprint}.${index + 1}`;
    if (index === count - 1) return { line: `| ${id} | Review | 2 | All | All | Low |`, hours: 2 * team.length };
    const joint = random.fraction() < 0.3;
    // Two people share a task's hours: an even number of them leaves whole ones.
    const hours = joint ? 2 * (1 + random.below(6)) : 1 + random.below(12);
    const waits = [random, random].filter((each) => each.fraction() < 0.6).map(() => index - random.below(8));
    const after = [...new Set(waits.filter((wait) => wait > 0))].sort((one, other) => one - other);
    return {
      line: `| ${id} | Work | ${hours} | ${crewOf(random, team, joint)} | ${after.map((wait) => `${sprint}.${wait}`).join(", ") || "None"} | Low |`,
      hours,
    };
  });
}

function crewOf(random: Random, team: readonly string[], joint: boolean): string {
  const first = random.below(team.length);
  const second = (first + 1 + random.below(team.length - 1)) % team.length;
  return joint ? `${team[first]} + ${team[second]}` : team[first];
}
