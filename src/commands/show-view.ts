import { exactHours } from "../analysis/effort.ts";
import type { Facts } from "../analysis/facts.ts";
import { countWrittenOut } from "../analysis/references.ts";
import { sprintTotals, type Totals } from "../analysis/totals.ts";
import { formatCount, formatHours, formatList, formatWeeks } from "../format.ts";
import type { Ceremony, Field, Gate, Milestone, Phase, Plan, Sprint, TaskTable } from "../model.ts";
import { left, right, strongRow, summaryOf, tableUnder } from "./blocks.ts";
import { sectionId, sectionName } from "./ids.ts";
import type { Block, Inline } from "./outcome.ts";
import { prefaceOf } from "./preface.ts";
import { doubtBlocks, doubtWords } from "./show-doubts.ts";

/** The outline, what was read with doubt or not at all, and then how tables, order and names were understood. */
export function showView(facts: Facts): readonly Block[] {
  const { plan, config } = facts;
  const title: readonly Block[] = plan.title === undefined ? [] : [{ kind: "heading", text: plan.title.text }];
  return [
    ...title,
    ...prefaceOf(plan, config),
    ...outline(facts),
    ...doubtBlocks(facts),
    ...tableUnder("columns", [right("tables"), left("line"), left("taken for")], columnRows(plan)),
    ...tableUnder("stated", [left("sprint"), right("hours"), right("buffer"), right("capacity"), left("team")], statedRows(plan)),
    ...tableUnder("around the sprints", [left("what"), left("read as")], surroundings(plan)),
    ...tableUnder("dependencies", [left("written as"), right("times"), right("tasks")], referenceRows(facts)),
    ...summaryOf(summaryWords(facts)),
  ];
}

function outline(facts: Facts): readonly Block[] {
  const { plan } = facts;
  const columns = [left("sprint"), left("window"), right("tasks"), right("hours"), right("criteria")];
  const totals = sprintTotals(plan, facts.effort);
  const rowOf = (index: number, indent: string): readonly Inline[] => sprintRow(plan.sprints[index], totals[index], indent);
  const loose = plan.tasks.filter(({ sprint }) => sprint === undefined);
  const looseHours = exactHours(loose.reduce((sum, { index }) => sum + facts.effort.hours[index], 0));
  const rows: readonly (readonly Inline[])[] = [
    ...plan.sprints.flatMap((sprint) => (sprint.phase === undefined ? [rowOf(sprint.index, "")] : [])),
    ...plan.phases.flatMap((phase) => [phaseRow(phase), ...phase.sprints.map((sprint) => rowOf(sprint, "  "))]),
    ...(loose.length === 0 ? [] : [["outside of any sprint", "", `${loose.length}`, formatHours(looseHours)]]),
  ];
  return tableUnder("outline", columns, rows);
}

function phaseRow(phase: Phase): readonly Inline[] {
  return strongRow([sectionName(phase), phase.weeks?.value === undefined ? "" : formatWeeks(phase.weeks.value)]);
}

function sprintRow(sprint: Sprint, totals: Totals, indent: string): readonly Inline[] {
  const criteria = sprint.criteria.length === 0 ? "" : `${sprint.criteria.length}`;
  return [`${indent}${sectionName(sprint)}`, windowOf(sprint), `${totals.tasks}`, formatHours(totals.hours), criteria];
}

/** What a sprint says of itself in numbers, where it says anything. */
function statedRows({ sprints }: Plan): readonly (readonly Inline[])[] {
  const hoursOf = (field: Field<number> | undefined): string => (field?.value === undefined ? "" : formatHours(field.value));
  return sprints.flatMap((sprint) => {
    const { team, statedHours, statedBuffer, statedCapacity } = sprint;
    const numbers = [statedHours, statedBuffer, statedCapacity].map(hoursOf);
    if (team.length === 0 && numbers.every((text) => text === "")) return [];
    const people = team.map(({ name, capacity }) => `${name.text}: ${hoursOf(capacity) || "unread"}`);
    return [[sectionId(sprint), ...numbers, people.join(", ")]];
  });
}

function windowOf({ weeks, dates }: Sprint): string {
  if (weeks?.value !== undefined) return formatWeeks(weeks.value);
  return dates?.value === undefined ? "" : `${dates.value.first} to ${dates.value.last}`;
}

/** Tables that were read in the same way stand together. */
function columnRows(plan: Plan): readonly (readonly Inline[])[] {
  const alike = new Map<string, TaskTable[]>();
  for (const table of plan.tables) {
    const words = table.columns
      .map(({ header, role }) => `${header.text || "(no header)"}: ${role === undefined ? "not read" : role}`)
      .join(", ");
    const group = alike.get(words);
    if (group === undefined) alike.set(words, [table]);
    else group.push(table);
  }
  return Array.from(alike, ([words, tables]) => [
    `${tables.length}`,
    formatList(
      tables.map(({ line }) => `${line}`),
      MOST_LINES,
    ),
    words,
  ]);
}

function surroundings(plan: Plan): readonly (readonly Inline[])[] {
  const gates = (kind: Gate["kind"], sign: string): readonly string[] =>
    plan.gates.filter((gate) => gate.kind === kind).map(({ from, to }) => `${from.text} ${sign} ${to.text}`);
  const claims = plan.parallelClaims.map(({ weeks }) => weeks.text);
  return [
    counted(gates("hard", "→"), "hard gate"),
    counted(gates("overlap", "∥"), "overlap"),
    counted(claims, "parallel claim"),
    counted(plan.milestones.map(milestoneWords), "milestone"),
    counted(plan.ceremonies.map(ceremonyWords), "ceremony", "ceremonies"),
  ].flat();
}

/** One row, or none where there are no items. */
function counted(items: readonly string[], noun: string, plural?: string): readonly (readonly Inline[])[] {
  return items.length === 0 ? [] : [[formatCount(items.length, noun, plural), formatList(items, MOST_ITEMS)]];
}

function milestoneWords({ id, title, week, items }: Milestone): string {
  const due = week?.value === undefined ? "no week" : `week ${week.value}`;
  const name = id.text === title.text ? title.text : `${id.text} ${title.text}`;
  return `${name} (${due}, ${formatCount(items.length, "item")})`.trim();
}

function ceremonyWords({ name, hours, cadence }: Ceremony): string {
  return `${name.text} (${hours?.value === undefined ? "no length" : formatHours(hours.value)} ${cadence === "daily" ? "a day" : "a sprint"})`;
}

function referenceRows({ references }: Facts): readonly (readonly Inline[])[] {
  const counts = new Map<string, { times: number; tasks: number }>();
  for (const { reference, targets } of references.flat()) {
    const kind = KIND_WORDS[reference?.kind ?? "outside"];
    const count = counts.get(kind) ?? { times: 0, tasks: 0 };
    count.times += 1;
    count.tasks += targets.reduce((sum, { start, end }) => sum + end - start, 0);
    counts.set(kind, count);
  }
  return Object.values(KIND_WORDS).flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [[kind, `${count.times}`, `${count.tasks}`]];
  });
}

function summaryWords(facts: Facts): Inline {
  const { plan, references } = facts;
  const sprints = plan.sprints.length === 0 ? "" : ` in ${formatCount(plan.sprints.length, "sprint")}`;
  const dependencies = countWrittenOut(references);
  const words = `${formatCount(plan.tasks.length, "task")}${sprints}, ${formatCount(dependencies, "dependency", "dependencies")}; ${doubtWords(facts)}`;
  if (plan.tasks.length === 0) return `${words} (a task table has an id or a title beside an estimate, an assignee or dependencies)`;
  return [words, { text: " (`--format json` lists every task)", tone: "muted" }];
}

const KIND_WORDS = {
  id: "an id",
  range: "a range",
  all: "all above",
  group: "a group",
  section: "a sprint, phase or week",
  outside: "something outside",
} as const;

const MOST_LINES = 4;
const MOST_ITEMS = 12;
