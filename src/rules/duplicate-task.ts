import { formatQuote } from "../format.ts";
import type { Plan, Task } from "../model.ts";
import { homeFinder } from "./numbering.ts";
import type { Finding, Rule } from "./rule.ts";

export const duplicateTask: Rule = {
  id: "duplicate-task",
  severity: "error",
  summary: "two tasks have the same id",
  fixable: "no",
  *check({ plan }) {
    const homeOf = homeFinder(plan);
    for (const [id, tasks] of tasksById(plan)) {
      if (tasks.length > 1 && !isNumberedAnew(id, tasks)) yield* findingsOf(id, tasks, homeOf);
    }
  },
};

function tasksById({ tasks }: Plan): ReadonlyMap<string, readonly Task[]> {
  const byId = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.id.value === undefined || task.id.text === "") continue;
    const same = byId.get(task.id.value);
    if (same === undefined) byId.set(task.id.value, [task]);
    else same.push(task);
  }
  return byId;
}

/** Plans that count from one in every sprint: a bare number that no sprint has twice. */
function isNumberedAnew(id: string, tasks: readonly Task[]): boolean {
  return /^\p{L}*[\s-]?\d+$/u.test(id) && new Set(tasks.map(({ sprint }) => sprint)).size === tasks.length;
}

/** The one that may keep its id is the first that stands where the id belongs. */
function* findingsOf(id: string, tasks: readonly Task[], homeOf: (task: Task) => number | undefined): Generator<Finding> {
  const home = homeOf(tasks[0]);
  const keeper = tasks.find(({ sprint }) => sprint !== undefined && sprint === home) ?? tasks[0];
  for (const task of tasks) {
    if (task === keeper) continue;
    yield {
      span: task.id.span,
      message: `a second task with the id ${formatQuote(id)}: ${formatQuote(task.title.text)}`,
      help: "what waits for this id waits for only one of them; give this task an id of its own",
      related: [{ span: keeper.id.span, message: `${formatQuote(id)} is ${formatQuote(keeper.title.text)}` }],
    };
  }
}
