import type { Plan, Task } from "../model.ts";

/** The tasks by the table that they stand in, or by their sprint where they stand in none; in document order. */
export function taskGroups({ tasks, tables }: Plan): readonly (readonly Task[])[] {
  const groups = new Map<number, Task[]>();
  let table = 0;
  for (const task of tasks) {
    while (table < tables.length && tables[table].span.end <= task.span.start) table += 1;
    const inside = table < tables.length && tables[table].span.start <= task.span.start;
    const key = inside ? table : OUTSIDE - (task.sprint ?? -1);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  return [...groups.values()];
}

/** Tables count from 0 up; no sprint, and then the sprints, from here down. */
const OUTSIDE = -2;
