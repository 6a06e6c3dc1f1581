import type { Facts } from "../analysis/facts.ts";
import { readGates } from "../analysis/gates.ts";
import type { Config } from "../config.ts";
import { formatCount, formatList, formatNumber } from "../format.ts";
import type { Plan, Reading, Task } from "../model.ts";
import { toned } from "./blocks.ts";
import { sectionId } from "./ids.ts";
import type { Block } from "./outcome.ts";

/** What stands above a result that counts hours: how the plan was read, and what the numbers leave out. */
export function prefaceOf(plan: Plan, config: Config): readonly Block[] {
  const uncounted = uncountedLines(plan, config);
  return [
    { kind: "line", text: toned(readingWords(config.reading), "muted") },
    ...uncounted.map((text): Block => ({ kind: "line", text: toned(text, "warn") })),
  ];
}

/** The gates that a result rests on, by name; nothing for a plan without gates. */
export function gateLines({ plan, reading }: Facts): readonly Block[] {
  const gates = readGates(plan, reading.overlap);
  const names = (kind: "hard" | "overlap", sign: string): readonly string[] =>
    gates
      .filter((gate) => gate.kind === kind)
      .map(({ from, to }) => `${sectionId(plan.sprints[from])} ${sign} ${sectionId(plan.sprints[to])}`);
  const hard = names("hard", "→");
  const overlaps = names("overlap", "∥");
  const ignored = plan.gates.length > 0 && gates.length === 0 ? ["no gate between sprints holds under this reading"] : [];
  return [
    ...(hard.length === 0 ? [] : [`${formatCount(hard.length, "hard gate")}: ${formatList(hard, MOST_GATES)}`]),
    ...(overlaps.length === 0
      ? []
      : [`${formatCount(overlaps.length, "overlap")} (${reading.overlap}): ${formatList(overlaps, MOST_GATES)}`]),
    ...ignored,
  ].map((text): Block => ({ kind: "line", text: toned(text, "muted") }));
}

function readingWords({ joint, all, overlap }: Reading): string {
  return `reading: joint ${joint}, all ${all}, overlap ${overlap}`;
}

/** A sentence for each kind of estimate that counts as no hours; none where every task counts. */
function uncountedLines(plan: Plan, config: Config): readonly string[] {
  const parents = new Set(plan.tasks.map(({ parent }) => parent));
  const tasks = plan.tasks.filter(({ index }) => !parents.has(index));
  const points = config.points === undefined ? tasks.flatMap(pointsOf) : [];
  const sum = points.reduce((total, each) => total + each, 0);
  const counts: readonly (readonly [number, string])[] = [
    [tasks.filter(({ estimate }) => estimate.value === undefined && estimate.problem === undefined).length, "without an estimate"],
    [
      tasks.filter(({ estimate }) => estimate.value === undefined && estimate.problem !== undefined).length,
      "with an estimate that cannot be read",
    ],
    [points.length, `in points (${formatNumber(sum)} in all; \`points.hoursPerPoint\` of the configuration says what one is worth)`],
    [tasks.filter((task) => hasUnknownSize(task, config)).length, "in sizes (`sizes` of the configuration says what they are worth)"],
  ];
  return counts.flatMap(([count, what]) =>
    count === 0 ? [] : [`${formatCount(count, "task")} ${what}: ${count === 1 ? "counts" : "count"} 0 h`],
  );
}

/** What became of check marks in front of what has no checkbox, and how to change it. */
export function decorationWords(count: number, { decorations }: Config): string {
  const marks = formatCount(count, "check mark");
  if (decorations === "done") return `${marks} taken as done, as the configuration says`;
  return `${marks} taken as decoration (\`decorations: done\` in the configuration lets them count)`;
}

function pointsOf({ estimate }: Task): readonly number[] {
  return estimate.value?.kind === "points" ? [estimate.value.points] : [];
}

function hasUnknownSize({ estimate }: Task, config: Config): boolean {
  if (estimate.value?.kind !== "size") return false;
  const size = estimate.value.size.toLowerCase();
  return Object.keys(config.sizes).every((known) => known.toLowerCase() !== size);
}

const MOST_GATES = 12;
