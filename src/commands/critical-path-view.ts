import type { CriticalPath, TaskTimes } from "../analysis/critical-path.ts";
import { exactHours } from "../analysis/effort.ts";
import type { Facts } from "../analysis/facts.ts";
import { readGates } from "../analysis/gates.ts";
import type { Window } from "../analysis/windows.ts";
import { formatCount, formatHours, formatNumber } from "../format.ts";
import { HOUR_TOLERANCE, type Plan } from "../model.ts";
import { left, right, summaryOf, tableUnder, toned } from "./blocks.ts";
import { sectionId, sectionName, sprintIdOf, taskId, taskIds } from "./ids.ts";
import type { Block, Inline } from "./outcome.ts";
import { gateLines, prefaceOf } from "./preface.ts";

/** The whole plan: its chain, each sprint by itself, and the tasks with at most `near` hours of slack. */
export function planView(facts: Facts, path: CriticalPath, near: number): readonly Block[] {
  const { plan, config } = facts;
  const legs = legsOf(facts, path);
  const chains = new Set(legs.map(({ ids }) => ids));
  return [
    ...prefaceOf(plan, config),
    ...gateLines(facts),
    ...tableUnder(
      chainHeading(path),
      [left("sprint"), right("from"), right("to"), left("chain")],
      legs.map(({ sprint, start, end, ids }) => [sprint, formatNumber(start), formatHours(end), ids]),
    ),
    ...(path.duration === 0 ? [] : sprintTable(facts, chains)),
    ...(path.path.length === 0 || path.duration === 0 ? [] : taskTable(facts, path, near)),
    ...summaryOf(
      path.duration === 0
        ? [NO_HOURS]
        : [{ text: formatHours(path.duration), tone: "strong" }, ` on the critical path${gateWords(facts)}${overrunWords(facts)}`],
    ),
  ];
}

/** One sprint by the dependencies inside of it, counted from its own start, with all of its tasks. */
export function sprintView(facts: Facts, whole: CriticalPath, sprint: number): readonly Block[] {
  const { plan, config, windows } = facts;
  const path = facts.sprintPath(sprint);
  if (path === undefined) return [];
  const inPlan = whole.tasks.filter(({ task, critical }) => critical && plan.tasks[task].sprint === sprint).length;
  const chain = path.path.length === 0 ? [] : [[chainOf(plan, path.path)]];
  return [
    ...prefaceOf(plan, config),
    { kind: "line", text: toned("only the dependencies inside of the sprint, in hours from its start", "muted") },
    ...tableUnder(sectionName(plan.sprints[sprint]), [left(chainHeading(path))], chain),
    ...tableUnder(
      "tasks",
      TASK_COLUMNS,
      path.tasks.map((times) => taskRow(facts, times)),
    ),
    ...summaryOf([
      { text: formatHours(path.duration), tone: "strong" },
      ` on the critical path of sprint ${sectionId(plan.sprints[sprint])}, ${windowWords(windows[sprint], path.duration)}; `,
      `${inPlan} of its ${formatCount(path.tasks.length, "task")} ${inPlan === 1 ? "is" : "are"} critical for the whole plan`,
    ]),
  ];
}

function sprintTable(facts: Facts, chains: ReadonlySet<string>): readonly Block[] {
  return tableUnder(
    "each sprint by itself",
    [left("sprint"), right("path"), ...(hasWindows(facts) ? [right("window"), right("spare")] : []), left("chain")],
    facts.plan.sprints.map(({ index }) => sprintRow(facts, index, chains)),
  );
}

const NO_HOURS = "no task has hours, so that no chain has a length";

function chainHeading({ several }: CriticalPath): string {
  return several ? "the chain that decides the end, one of several as long" : "the chain that decides the end";
}

interface Leg {
  readonly sprint: string;
  readonly start: number;
  readonly end: number;
  readonly ids: string;
}

/** The chain cut where it goes from one sprint to another. */
function legsOf({ plan }: Facts, { path, tasks }: CriticalPath): readonly Leg[] {
  const legs: number[][] = [];
  for (const [at, task] of path.entries()) {
    const last = legs.at(-1);
    if (last !== undefined && plan.tasks[path[at - 1]].sprint === plan.tasks[task].sprint) last.push(task);
    else legs.push([task]);
  }
  return legs.map((leg) => ({
    sprint: sprintIdOf(plan, leg[0]) ?? "",
    start: tasks[leg[0]].earliestStart,
    end: tasks[leg[leg.length - 1]].earliestFinish,
    ids: chainOf(plan, leg),
  }));
}

function chainOf(plan: Plan, tasks: readonly number[]): string {
  return taskIds(plan, tasks).join(" → ");
}

/** The sprint's own chain is spelled out only where the plan's chain does not go the same way. */
function sprintRow(facts: Facts, sprint: number, shown: ReadonlySet<string>): readonly Inline[] {
  const path = facts.sprintPath(sprint);
  const window = facts.windows[sprint];
  const id = sectionId(facts.plan.sprints[sprint]);
  if (path === undefined) return [id];
  const own = chainOf(facts.plan, path.path);
  const chain = shown.has(own) ? toned("as above", "muted") : own;
  const windowed = window === undefined ? ["", ""] : [formatHours(lengthOf(window)), spareOf(window, path.duration)];
  return [id, formatHours(path.duration), ...(hasWindows(facts) ? windowed : []), chain];
}

function hasWindows({ windows }: Facts): boolean {
  return windows.some((window) => window !== undefined);
}

function spareOf(window: Window, duration: number): Inline {
  const spare = exactHours(lengthOf(window) - duration);
  return spare > -HOUR_TOLERANCE ? formatHours(Math.max(0, spare)) : toned(`${formatHours(-spare)} over`, "bad");
}

function windowWords(window: Window | undefined, duration: number): string {
  if (window === undefined) return "which has no window";
  const spare = exactHours(lengthOf(window) - duration);
  const length = formatHours(lengthOf(window));
  return spare > -HOUR_TOLERANCE
    ? `${formatHours(Math.max(0, spare))} to spare in its window of ${length}`
    : `${formatHours(-spare)} over its window of ${length}`;
}

function lengthOf({ start, end }: Window): number {
  return end - start;
}

/** Of critical tasks the earliest and latest times are the same, so that one of them says it all. */
function taskTable(facts: Facts, path: CriticalPath, near: number): readonly Block[] {
  const listed = path.tasks.filter(({ totalSlack }) => totalSlack < near + HOUR_TOLERANCE);
  const counts = `${listed.length} of ${path.tasks.length}`;
  if (near > 0) {
    const rows = listed.map((times) => taskRow(facts, times));
    return tableUnder(`tasks with at most ${formatHours(near)} of slack: ${counts}`, TASK_COLUMNS, rows);
  }
  const rows = listed.map((times) => {
    const [id, title, hours, earliest] = taskRow(facts, times);
    return [id, title, hours, earliest];
  });
  return tableUnder(`critical tasks: ${counts}`, [left("task"), left("title"), right("hours"), right("from–to")], rows);
}

const TASK_COLUMNS = [left("task"), left("title"), right("hours"), right("earliest"), right("latest"), right("slack"), right("free")];

/** A task that decides the end is set off by a word, for slack of 0 alone is easily overlooked. */
function taskRow({ plan }: Facts, times: TaskTimes): readonly Inline[] {
  return [
    taskId(plan, times.task),
    plan.tasks[times.task].title.text,
    formatNumber(times.duration),
    `${formatNumber(times.earliestStart)}–${formatNumber(times.earliestFinish)}`,
    `${formatNumber(times.latestStart)}–${formatNumber(times.latestFinish)}`,
    times.critical ? toned("critical", "bad") : formatHours(times.totalSlack),
    formatHours(times.freeSlack),
  ];
}

/** ` under 6 hard gates, 2 overlaps (inherit)`; nothing for a plan without gates. */
function gateWords({ plan, reading }: Facts): string {
  const gates = readGates(plan, reading.overlap);
  const hard = gates.filter(({ kind }) => kind === "hard").length;
  const overlaps = gates.length - hard;
  const words = [
    hard === 0 ? "" : formatCount(hard, "hard gate"),
    overlaps === 0 ? "" : `${formatCount(overlaps, "overlap")} (${reading.overlap})`,
  ];
  const named = words.filter((word) => word !== "");
  return named.length === 0 ? "" : ` under ${named.join(", ")}`;
}

function overrunWords(facts: Facts): string {
  const windowed = facts.plan.sprints.filter(({ index }) => facts.windows[index] !== undefined);
  if (windowed.length === 0) return "";
  const over = windowed.filter(({ index }) => {
    const window = facts.windows[index];
    const path = facts.sprintPath(index);
    return window !== undefined && path !== undefined && path.duration > lengthOf(window) + HOUR_TOLERANCE;
  });
  return over.length === 0
    ? "; every sprint fits its window"
    : `; ${over.length} of ${formatCount(windowed.length, "sprint")} longer than the window`;
}
