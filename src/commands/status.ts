import { computeFacts, type Facts } from "../analysis/facts.ts";
import { computeProgress, type PlanProgress, type Progress } from "../analysis/progress.ts";
import type { Config } from "../config.ts";
import { formatCount, formatHours, formatNumber } from "../format.ts";
import type { Plan, Status } from "../model.ts";
import { left, right, strongRow, summaryOf, tableUnder, toned } from "./blocks.ts";
import { sectionId, sectionName } from "./ids.ts";
import type { Block, Column, Inline, Outcome } from "./outcome.ts";
import { decorationWords, prefaceOf } from "./preface.ts";

/** How far the plan, its phases and its sprints are: tasks, hours, criteria and milestones. */
export function status(plan: Plan, config: Config): Outcome {
  const facts = computeFacts(plan, config);
  const progress = computeProgress(plan, config, facts.effort);
  const view = [
    ...prefaceOf(plan, config),
    ...sprintTable(facts, progress),
    ...milestoneTable(plan, progress),
    ...remarks(plan, config, progress),
    ...summaryOf(summaryWords(progress)),
  ];
  return { source: plan.source, plan, reading: config.reading, view, data: dataOf(plan, progress), diagnostics: [] };
}

function dataOf(plan: Plan, { tasks, hours, criteria, sprints, milestones, decorations }: PlanProgress): object {
  return {
    tasks,
    hours,
    sprints: plan.sprints.map((sprint, index) => ({ id: sectionId(sprint), title: sprint.title.text, ...sprints[index] })),
    milestones: plan.milestones.map(({ id, title, week }, index) => ({
      id: id.value ?? id.text,
      title: title.text,
      week: week?.value,
      items: milestones[index],
    })),
    criteria,
    decorations,
  };
}

function sprintTable(facts: Facts, progress: PlanProgress): readonly Block[] {
  const { plan } = facts;
  const teams = plan.sprints.some(({ team }) => team.length > 0);
  const optional: readonly Column[] = [...(teams ? [right("buffer")] : []), ...(progress.criteria.total > 0 ? [right("criteria")] : [])];
  const columns = [left("sprint"), right("tasks done"), right("hours done"), ...optional];
  const rowOf = ({ name, part, buffer }: Row): readonly Inline[] => [
    name,
    doneOf(part.tasks),
    `${formatNumber(part.hours.done)} of ${formatHours(part.hours.total)}`,
    ...(teams ? [buffer === undefined ? "" : formatHours(buffer)] : []),
    ...(progress.criteria.total > 0 ? [doneOf(part.criteria)] : []),
  ];
  const sprintRow = (sprint: number, indent = ""): readonly Inline[] =>
    rowOf({ name: `${indent}${sectionName(plan.sprints[sprint])}`, part: progress.sprints[sprint], buffer: bufferOf(facts, sprint) });
  const outside = plan.sprints.flatMap(({ index, phase }) => (phase === undefined ? [sprintRow(index)] : []));
  const inside = plan.phases.flatMap((phase, index) => {
    if (phase.sprints.length === 0) return [];
    const buffers = phase.sprints.map((sprint) => bufferOf(facts, sprint));
    const known = buffers.flatMap((buffer) => buffer ?? []);
    const total = known.length === 0 ? undefined : known.reduce((sum, buffer) => sum + buffer, 0);
    const head = rowOf({ name: sectionName(phase), part: progress.phases[index], buffer: total });
    return [strongRow(head), ...phase.sprints.map((sprint) => sprintRow(sprint, "  "))];
  });
  return tableUnder("sprints", columns, [...outside, ...inside]);
}

interface Row {
  readonly name: string;
  readonly part: Progress;
  readonly buffer: number | undefined;
}

function bufferOf(facts: Facts, sprint: number): number | undefined {
  return facts.plan.sprints[sprint].team.length === 0 ? undefined : facts.capacity().sprints[sprint].buffer;
}

function milestoneTable(plan: Plan, { milestones }: PlanProgress): readonly Block[] {
  const rows = plan.milestones.map(({ id, title, week }, index): readonly Inline[] => [
    id.text === title.text ? title.text : `${id.text} ${title.text}`.trim(),
    week?.value === undefined ? "" : `end of week ${week.value}`,
    doneOf(milestones[index]),
  ]);
  return tableUnder("milestones", [left("milestone"), left("due"), right("items done")], rows);
}

function remarks(plan: Plan, config: Config, { decorations }: PlanProgress): readonly Block[] {
  const lines = [
    ...(plan.tasks.length > 0 && plan.tasks.every((task) => task.status.value === undefined)
      ? ["no task states a status: all count as open"]
      : []),
    ...(decorations === 0 ? [] : [decorationWords(decorations, config)]),
  ];
  return lines.length === 0 ? [] : [{ kind: "blank" }, ...lines.map((text): Block => ({ kind: "line", text: toned(text, "muted") }))];
}

function summaryWords({ tasks, hours, criteria, milestones }: PlanProgress): string {
  const items = milestones.reduce((sum, { total }) => sum + total, 0);
  const itemsDone = milestones.reduce((sum, { done }) => sum + done, 0);
  const others = OTHERS.filter((each) => tasks[each] > 0).map((each) => `${tasks[each]} ${each}`);
  return [
    `${tasks.done} of ${formatCount(tasks.total, "task")} done`,
    ...others,
    `${formatHours(hours.remaining)} of ${formatHours(hours.total)} remaining`,
    ...(criteria.total === 0 ? [] : [`${criteria.done} of ${formatCount(criteria.total, "criterion", "criteria")} met`]),
    ...(items === 0 ? [] : [`${itemsDone} of ${formatCount(items, "milestone item")} done`]),
  ].join(", ");
}

function doneOf({ done, total }: { readonly done: number; readonly total: number }): string {
  return total === 0 ? "" : `${done} of ${total}`;
}

const OTHERS: readonly Exclude<Status, "open" | "done">[] = ["started", "blocked", "dropped"];
