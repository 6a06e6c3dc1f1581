import type { Phase, Plan, Sprint } from "../model.ts";

/** What a task is called, by its index. */
export function taskId(plan: Plan, task: number): string {
  const { id } = plan.tasks[task];
  return id.value ?? id.text;
}

export function taskIds(plan: Plan, tasks: readonly number[]): readonly string[] {
  return tasks.map((task) => taskId(plan, task));
}

export function sectionId({ id }: Sprint | Phase): string {
  return id.value ?? id.text;
}

/** The id of a task's sprint, undefined for a task outside of any. */
export function sprintIdOf(plan: Plan, task: number): string | undefined {
  const { sprint } = plan.tasks[task];
  return sprint === undefined ? undefined : sectionId(plan.sprints[sprint]);
}

/** `1.1 Storage`: the id with the title, the title alone where it is the id. */
export function sectionName(section: Sprint | Phase): string {
  const id = sectionId(section);
  const title = section.title.text;
  return title === "" || id.includes(title) ? id : `${id} ${title}`;
}
