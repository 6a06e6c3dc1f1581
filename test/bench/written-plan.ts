import { createRandom, type Random } from "../../src/schedule/random.ts";

export interface WrittenShape {
  readonly sprints: number;
  readonly tasksPerSprint: number;
}

const TEAM = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay"];
const HOURS_PER_WEEK = 40;
const VERBS = ["Describe", "Build", "Test", "Measure", "Replace", "Review", "Document", "Simplify", "Prepare", "Harden"];
const THINGS = ["timetable", "booking form", "fare table", "ticket printer", "search index", "waiting list", "crew roster", "harbour map"];
const MANNERS = [
  "for every route of the line",
  "as the harbour office asked",
  "so that nobody waits for it",
  "without a change for clients",
];
const RISKS = ["Low", "Low", "Medium", "High"];

/**
 * A plan of one shape in Markdown, the same for the same seed: per sprint a goal, a team whose hours suffice, one table of tasks
 * that wait for tasks shortly before, a right total, and what has to be true in the end.
 */
export function writePlan(seed: number, { sprints, tasksPerSprint }: WrittenShape): string {
  const random = createRandom(seed);
  const lines = [`# Plan ${seed + 1}`, "", "What has to be done, by whom, and in which order."];
  let week = 1;
  for (let sprint = 1; sprint <= sprints; sprint += 1) {
    const tasks = tasksOf(random, sprint, tasksPerSprint);
    const hours = tasks.reduce((sum, task) => sum + task.hours, 0);
    const weeks = Math.max(1, Math.ceil((1.5 * hours) / (TEAM.length * HOURS_PER_WEEK)));
    lines.push(...headOf(random, sprint, week, weeks), ...tasks.map(({ line }) => line), ...footOf(random, hours, weeks));
    week += weeks;
  }
  return `${lines.join("\n")}\n`;
}

function headOf(random: Random, sprint: number, week: number, weeks: number): readonly string[] {
  const capacity = weeks * HOURS_PER_WEEK;
  return [
    "",
    `## Sprint ${sprint}: ${titleOf(random)} (${weeks === 1 ? `Week ${week}` : `Weeks ${week}-${week + weeks - 1}`})`,
    "",
    "### Sprint Goal",
    "",
    `**${sentenceOf(random)}**`,
    "",
    "### Team Capacity",
    "",
    ...TEAM.map((name) => `- ${name}: ${capacity} hours`),
    `- Total: ${capacity * TEAM.length} hours`,
    "",
    "### Tasks",
    "",
    "| Task | Description | Hours | Assignee | Dependencies | Risk |",
    "|------|-------------|-------|----------|--------------|------|",
  ];
}

function footOf(random: Random, hours: number, weeks: number): readonly string[] {
  return [
    "",
    `**Total Estimated Hours**: ${hours} hours (${weeks * HOURS_PER_WEEK * TEAM.length - hours} hours buffer)`,
    "",
    "### Definition of Done",
    "",
    ...Array.from({ length: 5 }, () => `- [ ] ${sentenceOf(random)}, and **somebody else** has looked at \`${pick(random, THINGS)}\``),
  ];
}

function tasksOf(random: Random, sprint: number, count: number): readonly { readonly line: string; readonly hours: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const hours = 2 * (1 + random.below(6));
    const waits = [1 + random.below(8), 1 + random.below(8)].map((steps) => index + 1 - steps).filter((wait) => wait > 0);
    const after = [...new Set(waits)].sort((one, other) => one - other).map((wait) => `${sprint}.${wait}`);
    const first = random.below(TEAM.length);
    const second = TEAM[(first + 1) % TEAM.length];
    const crew = random.fraction() < 0.2 ? `${TEAM[first]} + ${second}` : TEAM[first];
    const cells = [`**${sprint}.${index + 1}**`, sentenceOf(random), `${hours}`, crew, after.join(", ") || "None", pick(random, RISKS)];
    return { line: `| ${cells.join(" | ")} |`, hours };
  });
}

function sentenceOf(random: Random): string {
  return `${titleOf(random)} ${pick(random, MANNERS)}`;
}

function titleOf(random: Random): string {
  return `${pick(random, VERBS)} the ${pick(random, THINGS)}`;
}

function pick(random: Random, words: readonly string[]): string {
  return words[random.below(words.length)];
}
