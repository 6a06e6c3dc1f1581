import { formatQuote } from "../format.ts";
import type { Plan, Task } from "../model.ts";
import { once } from "../once.ts";
import { headingSpan } from "./heading-span.ts";
import { sprintName } from "./names.ts";
import { homeFinder, numberedId } from "./numbering.ts";
import type { Finding, Rule } from "./rule.ts";
import { taskGroups } from "./task-groups.ts";

export const misnumberedTask: Rule = {
  id: "misnumbered-task",
  severity: "warning",
  summary: "a task's id belongs to another sprint, or breaks the order of the ids around it",
  fixable: "no",
  *check({ plan }) {
    const isUnique = uniqueIds(plan);
    const homeOf = homeFinder(plan);
    const strays = plan.sprints.flatMap(({ index, firstTask, endTask }) => straysOf(plan.tasks.slice(firstTask, endTask), index, homeOf));
    for (const { task, home } of strays) if (isUnique(task.id.value)) yield strayFinding(plan, task, home);
    const away = new Set(strays.map(({ task }) => task));
    for (const group of taskGroups(plan)) {
      const tasks = group.filter((task) => task.id.text !== "" && !away.has(task));
      const place = onlyDisorder(tasks);
      if (place !== undefined && isUnique(tasks[place].id.value)) yield disorderFinding(tasks, place);
    }
  },
};

/** A duplicate is reported as such: its number says nothing on where it belongs. Most plans have no such task, and never ask. */
function uniqueIds({ tasks }: Plan): (id: string | undefined) => boolean {
  const seen = once(() => {
    const counts = new Map<string | undefined, number>();
    for (const { id } of tasks) counts.set(id.value, (counts.get(id.value) ?? 0) + 1);
    return counts;
  });
  return (id) => seen().get(id) === 1;
}

interface Stray {
  readonly task: Task;
  readonly home: number;
}

/** Tasks that carry another sprint's number where all but a few around them carry their own one's. */
function straysOf(tasks: readonly Task[], sprint: number, homeOf: (task: Task) => number | undefined): readonly Stray[] {
  let atHome = 0;
  const strays: Stray[] = [];
  for (const task of tasks) {
    const home = homeOf(task);
    if (home === sprint) atHome += 1;
    else if (home !== undefined) strays.push({ task, home });
  }
  return atHome >= FEWEST_ORDERED && atHome + strays.length === tasks.length && strays.length * 3 <= tasks.length ? strays : [];
}

/** The place of the only task that breaks a rising order: without it, all others of its prefix are in order. */
function onlyDisorder(tasks: readonly Task[]): number | undefined {
  if (tasks.length <= FEWEST_ORDERED) return undefined;
  const prefix = numberedId(tasks[0])?.prefix;
  const numbers: number[] = [];
  for (const task of tasks) {
    const id = numberedId(task);
    if (id === undefined || id.prefix !== prefix) return undefined;
    numbers.push(id.number);
  }
  const falls = numbers.flatMap((number, place) => (place > 0 && number < numbers[place - 1] ? [place] : []));
  if (falls.length !== 1) return undefined;
  const [fall] = falls;
  return [fall, fall - 1].find((place) => place === 0 || place === numbers.length - 1 || numbers[place - 1] <= numbers[place + 1]);
}

function strayFinding(plan: Plan, { id, sprint }: Task, home: number): Finding {
  const here = sprint === undefined ? [] : [plan.sprints[sprint]];
  return {
    span: id.span,
    message: `${formatQuote(id.text)} belongs to ${sprintName(plan.sprints[home])} by its number, but stands in ${here.map(sprintName).join("")}`,
    help: "give it a number of its sprint, or move its row to the sprint that it belongs to",
    related: here.map((each) => ({ span: headingSpan(each), message: `${sprintName(each)} begins here` })),
  };
}

function disorderFinding(tasks: readonly Task[], place: number): Finding {
  const neighbour =
    place > 0 && (numberedId(tasks[place - 1])?.number ?? 0) > (numberedId(tasks[place])?.number ?? 0)
      ? tasks[place - 1]
      : tasks[place + 1];
  const side = neighbour.index < tasks[place].index ? "behind" : "before";
  return {
    span: tasks[place].id.span,
    message: `${formatQuote(tasks[place].id.text)} stands ${side} ${formatQuote(neighbour.id.text)}, while the other ${tasks.length - 1} ids here are in order`,
    help: "renumber it, or move its row to where its number belongs",
  };
}

/** Fewer tasks show no order. */
const FEWEST_ORDERED = 3;
