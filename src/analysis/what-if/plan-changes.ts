import type { Config } from "../../config.ts";
import type { Assignee, Estimate, Field, Member, Plan, Task } from "../../model.ts";
import { hoursOf } from "../effort.ts";
import type { Facts } from "../facts.ts";
import { findName, indexNames } from "../names.ts";
import type { AssigneeResolution } from "../people.ts";
import { foldWords } from "../words.ts";

export interface HoursChange {
  readonly task: number;
  readonly how: "add" | "set" | "scale";
  readonly amount: number;
}

/** The plan with other hours for a task: every end of a range is moved, points and sizes become the hours they are worth. */
export function withHours(plan: Plan, config: Config, { task, how, amount }: HoursChange): Plan {
  const old = plan.tasks[task].estimate.value;
  const hours = hoursOf(old, config);
  const changed: Record<HoursChange["how"], () => Estimate> = {
    set: () => ({ kind: "hours", hours: amount }),
    add: () => mapHours(old, hours, (each) => Math.max(0, each + amount)),
    scale: () => mapHours(old, hours, (each) => each * amount),
  };
  return withTask(plan, task, (each) => ({ ...each, estimate: estimated(each, changed[how]()) }));
}

/** The plan with a task, and all of its parts, that take no time and nobody. */
export function withoutWork(plan: Plan, task: number): Plan {
  const gone = new Set(withParts(plan, task));
  const tasks = plan.tasks.map((each) =>
    gone.has(each.index) ? { ...each, assignees: [], estimate: estimated(each, { kind: "hours", hours: 0 }) } : each,
  );
  return { ...plan, tasks };
}

export function withAssignees(plan: Plan, task: number, assignees: readonly Field<Assignee>[]): Plan {
  return withTask(plan, task, (each) => ({ ...each, assignees }));
}

/**
 * The plan with one more in a sprint's team, who has as many hours as others of the role, else those of the sprint's
 * window. Where the sprint lists no team, those who are named in its tasks become one. All names still mean whom they meant.
 */
export function withMember(facts: Facts, { name, sprint }: { readonly name: string; readonly sprint: number }): Plan {
  const { plan, config, windows } = facts;
  const window = windows[sprint];
  const whole = window === undefined ? config.calendar.hoursPerDay * config.calendar.daysPerWeek : window.end - window.start;
  const place = { span: plan.sprints[sprint].heading.span, problem: undefined };
  const memberOf = (each: string, hours: number): Member => ({
    name: { ...place, text: each, value: each },
    capacity: { ...place, text: `${hours} h`, value: hours },
  });
  const { team: listed } = plan.sprints[sprint];
  const team = listed.length > 0 ? listed : namedIn(facts, sprint).map((each) => memberOf(each, whole));
  const mate = matesIn(team, name).find((member) => team[member].capacity.value !== undefined);
  const hours = (mate === undefined ? undefined : team[mate].capacity.value) ?? whole;
  const grown = [...team, memberOf(name, hours)];
  return { ...withExactNames(facts), sprints: plan.sprints.map((each) => (each.index === sprint ? { ...each, team: grown } : each)) };
}

/** The members of a sprint's team who have the same role as a name: the same words, but for a number behind them. */
export function roleMates({ sprints }: Plan, sprint: number, name: string): readonly number[] {
  return matesIn(sprints[sprint].team, name);
}

/** A task and the tasks that are parts of it, in document order. */
export function withParts(plan: Plan, task: number): readonly number[] {
  const family = new Set([task]);
  for (const { index, parent } of plan.tasks) if (parent !== undefined && family.has(parent)) family.add(index);
  return [...family].sort((a, b) => a - b);
}

/** An estimate that is so many times as high. */
export function scaled(task: Task, config: Config, factor: number): Field<Estimate> {
  return estimated(
    task,
    mapHours(task.estimate.value, hoursOf(task.estimate.value, config), (hours) => hours * factor),
  );
}

/** A task's estimate put in words of its own, at the place of the old one. */
export function estimated({ estimate }: Task, value: Estimate): Field<Estimate> {
  return { text: "", span: estimate.span, value, problem: undefined };
}

/** The plan with all assignees called what they were taken for, so that no further member can be meant by their names. */
function withExactNames({ plan, people }: Facts): Plan {
  const tasks = plan.tasks.map((task) => {
    const assignees = task.assignees.map((field, at) => exactly(field, people.assignees[task.index][at]));
    return { ...task, assignees };
  });
  return { ...plan, tasks };
}

function exactly(field: Field<Assignee>, resolution: AssigneeResolution): Field<Assignee> {
  if (resolution.kind === "everyone" || resolution.kind === "nobody") return field;
  return { ...field, value: { kind: "person", name: calledAs(resolution, field), exact: true } };
}

/** Those who are named in the tasks of a sprint, each once. */
function namedIn({ plan, people }: Facts, sprint: number): readonly string[] {
  const { firstTask, endTask } = plan.sprints[sprint];
  const names = new Map<string, string>();
  for (const { index, assignees } of plan.tasks.slice(firstTask, endTask)) {
    for (const [at, resolution] of people.assignees[index].entries()) {
      if (resolution.kind === "everyone" || resolution.kind === "nobody" || names.has(resolution.person)) continue;
      names.set(resolution.person, calledAs(resolution, assignees[at]));
    }
  }
  return [...names.values()];
}

function calledAs(resolution: Extract<AssigneeResolution, { readonly person: string }>, { text }: Field<Assignee>): string {
  const names = "name" in resolution ? [resolution.name, text] : [text];
  return names.find((name) => foldWords(name) === resolution.person) ?? resolution.person;
}

function mapHours(estimate: Estimate | undefined, hours: number, change: (hours: number) => number): Estimate {
  switch (estimate?.kind) {
    case "range":
      return { kind: "range", low: change(estimate.low), high: change(estimate.high) };
    case "three-point":
      return {
        kind: "three-point",
        optimistic: change(estimate.optimistic),
        mostLikely: change(estimate.mostLikely),
        pessimistic: change(estimate.pessimistic),
      };
    default:
      return { kind: "hours", hours: change(hours) };
  }
}

function withTask(plan: Plan, task: number, change: (task: Task) => Task): Plan {
  return { ...plan, tasks: plan.tasks.map((each) => (each.index === task ? change(each) : each)) };
}

function matesIn(team: readonly Member[], name: string): readonly number[] {
  const names = team.map((member) => member.name.value ?? member.name.text);
  const roles = names.map(roleOf);
  const found = findName(indexNames(names), roleOf(name))?.candidates ?? [];
  const meant = new Set(found.map((member) => roles[member]));
  if (meant.size !== 1) return [];
  return roles.flatMap((role, member) => (meant.has(role) && foldWords(names[member]) !== foldWords(name) ? [member] : []));
}

function roleOf(name: string): string {
  return foldWords(name.replace(/(?<![\s#-])[\s#-]*(?<!\d)\d+$/u, ""));
}
