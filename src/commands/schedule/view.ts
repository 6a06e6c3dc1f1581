import type { LevelledSprint, LevelledTask } from "../../analysis/levelling/levelling.ts";
import { formatCount, formatHours, formatNumber, formatPercent } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, right, summaryOf, tableUnder, toned } from "../blocks.ts";
import { sectionId, sectionName, taskId } from "../ids.ts";
import type { Block, Gantt, Inline } from "../outcome.ts";
import { chainTable } from "./chain.ts";
import { schedulePreface } from "./preface.ts";
import { crewNames, groupBySprint, type ScheduleResult } from "./result.ts";
import { dayWords, momentWords, spanWords } from "./times.ts";

/** Who does what when, sprint by sprint and person by person, and what decides the end; with a Gantt chart where one is given. */
export function scheduleView(result: ScheduleResult, gantt: Gantt | undefined): readonly Block[] {
  return [
    ...schedulePreface(result),
    ...taskTables(result),
    ...(gantt === undefined ? [] : ganttBlocks(gantt)),
    ...(result.sprint === undefined ? sprintTable(result) : []),
    ...peopleTable(result),
    ...chainTable(result),
    ...summaryOf(summaryWords(result)),
  ];
}

function ganttBlocks(gantt: Gantt): readonly Block[] {
  if (gantt.groups.every(({ bars }) => bars.length === 0)) return [];
  return [{ kind: "blank" }, { kind: "heading", text: "over time" }, { kind: "gantt", gantt }];
}

/** Each sprint's tasks in the order in which they start. */
function taskTables(result: ScheduleResult): readonly Block[] {
  const { plan } = result.facts;
  const dates = isDated(result) ? [left("starts"), left("ends")] : [];
  const people = hasCrews(result) ? [left("people")] : [];
  const columns = [left("task"), left("title"), ...people, right("from–to"), ...dates, right("slack")];
  return Array.from(groupBySprint(result), ([sprint, tasks]) =>
    tableUnder(
      sprint === undefined ? "outside of any sprint" : sectionName(plan.sprints[sprint]),
      columns,
      tasks.toSorted((a, b) => a.start - b.start || a.task - b.task).map((task) => taskRow(result, task)),
    ),
  ).flat();
}

function taskRow(result: ScheduleResult, levelled: LevelledTask): readonly Inline[] {
  const { facts, critical } = result;
  const { task, start, finish, slack } = levelled;
  const [from, to] = datesOf(result, levelled);
  const sameDay = from !== undefined && to !== undefined && dayWords(from) === dayWords(to);
  const dates = from === undefined || to === undefined ? [] : [momentWords(from), sameDay ? to.slice(11) : momentWords(to)];
  return [
    taskId(facts.plan, task),
    facts.plan.tasks[task].title.text,
    ...(hasCrews(result) ? [crewNames(result, levelled).join(", ")] : []),
    hoursBetween(start, finish),
    ...dates,
    critical.has(task) ? toned("critical", "bad") : formatHours(slack),
  ];
}

function hasCrews({ levelled, facts: { effort } }: ScheduleResult): boolean {
  return levelled.members.length > 0 || levelled.tasks.some(({ task }) => effort.crews[task].everyone);
}

function hoursBetween(start: number, finish: number): string {
  return `${formatNumber(start)}–${formatNumber(finish)}`;
}

/** When it starts and is finished; nothing where the first day is not known. */
function datesOf({ timeAt }: ScheduleResult, { start, finish }: { readonly start: number; readonly finish: number }): readonly string[] {
  return [timeAt(start, "start"), timeAt(finish, "finish")].flatMap((time) => time ?? []);
}

function isDated({ timeAt }: ScheduleResult): boolean {
  return timeAt(0, "start") !== undefined;
}

function sprintTable(result: ScheduleResult): readonly Block[] {
  const { sprints } = result.levelled;
  const windowed = sprints.some(({ window }) => window !== undefined);
  const late = sprints.some(isLate);
  const dates = isDated(result) ? [left("starts"), left("ends")] : [];
  const columns = [left("sprint"), right("from–to"), ...(windowed ? [right("window")] : []), ...(late ? [right("late")] : []), ...dates];
  return tableUnder(
    "sprints",
    columns,
    sprints.map((sprint) => [
      sectionName(result.facts.plan.sprints[sprint.sprint]),
      hoursBetween(sprint.start, sprint.finish),
      ...(windowed ? [sprint.window === undefined ? "" : hoursBetween(sprint.window.start, sprint.window.end)] : []),
      ...(late ? [isLate(sprint) ? toned(formatHours(sprint.overrun), "bad") : ""] : []),
      ...datesOf(result, sprint).map(dayWords),
    ]),
  );
}

function isLate({ overrun }: Pick<LevelledSprint, "overrun">): boolean {
  return overrun > HOUR_TOLERANCE;
}

/** How much of the time between somebody's first task and their last one is work. */
function peopleTable({ levelled: { members } }: ScheduleResult): readonly Block[] {
  return tableUnder(
    "people",
    [left("member"), right("load"), right("idle"), right("used")],
    members.map(({ name, load, idle }) => [
      name,
      formatHours(load),
      formatHours(idle),
      load + idle === 0 ? "" : formatPercent(load / (load + idle)),
    ]),
  );
}

function summaryWords(result: ScheduleResult): Inline {
  const { levelled, facts, sprint, timeAt } = result;
  const { makespan } = levelled;
  if (levelled.tasks.length === 0) return sprint === undefined ? "no tasks to schedule" : "the sprint has no tasks to schedule";
  if (makespan === 0) return "no task has hours, so that there is nothing to schedule";
  const end = timeAt(makespan, "finish");
  const details = [spanWords(makespan, facts.config.calendar), end && `until ${dayWords(end)} ${end.slice(11)}`];
  const spelled = details.flatMap((detail) => detail ?? []).join(", ");
  return [
    { text: formatHours(makespan), tone: "strong" },
    `${spelled === "" ? "" : ` (${spelled})`}${sprint === undefined ? "" : ` for sprint ${sectionId(facts.plan.sprints[sprint])}`}`,
    `, ${qualityWords(result)}${lateWords(result)}`,
  ];
}

function qualityWords({ levelled: { makespan, lowerBound, optimal } }: ScheduleResult): string {
  if (optimal) return "optimal (proved)";
  if (lowerBound <= 0) return "not proved to be optimal";
  return `within ${formatPercentUp(makespan / lowerBound - 1)} of the optimum (lower bound ${formatHours(lowerBound)})`;
}

/** One decimal, rounded up: "within" must hold. */
function formatPercentUp(ratio: number): string {
  return `${formatNumber(Math.ceil(ratio * 1000 - HOUR_TOLERANCE) / 10)} %`;
}

function lateWords({ levelled: { sprints }, sprint }: ScheduleResult): string {
  const windowed = sprints.filter(({ window }) => window !== undefined);
  if (windowed.length === 0) return "";
  const late = windowed.filter(isLate);
  if (sprint !== undefined) return late.length === 0 ? "; it ends in its window" : `; ${formatHours(late[0].overrun)} after its window`;
  if (late.length === 0) return "; every sprint ends in its window";
  return `; ${late.length} of ${formatCount(windowed.length, "sprint")} ${late.length === 1 ? "ends after its window" : "end after their windows"}`;
}
