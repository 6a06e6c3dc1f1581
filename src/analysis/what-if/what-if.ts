import type { Config } from "../../config.ts";
import type { Assignee, Field, Plan } from "../../model.ts";
import type { Facts } from "../facts.ts";
import type { Absence } from "../levelling/levelling.ts";
import { withAssignees, withHours, withMember, withoutWork } from "./plan-changes.ts";
import { type Rearranged, withMoved, withSplit } from "./plan-changes-order.ts";

/** Something of a plan that could be different. Tasks and sprints are indexes into the plan that is changed. */
export type Change =
  /** To the hours of the row: added, put in their place, or a factor. */
  | { readonly kind: "hours"; readonly task: number; readonly how: "add" | "set" | "scale"; readonly amount: number }
  /** The task takes no time and nobody; what waits for it still waits for what it waits for. */
  | { readonly kind: "drop"; readonly task: number }
  | { readonly kind: "absence"; readonly absence: Absence }
  /** ISO dates, or two of them with a slash between. */
  | { readonly kind: "days-off"; readonly name: string; readonly days: string }
  | { readonly kind: "join"; readonly name: string; readonly sprint: number }
  | { readonly kind: "assign"; readonly task: number; readonly assignees: readonly Field<Assignee>[] }
  /** The task becomes the last one of the sprint. */
  | { readonly kind: "move"; readonly task: number; readonly sprint: number }
  /** Each person of a joint task does an own part of it, at an own time. */
  | { readonly kind: "split"; readonly task: number }
  | { readonly kind: "team"; readonly size: number };

/** A plan after some changes, and what of them is no part of a plan. */
export interface Changed {
  readonly plan: Plan;
  readonly config: Config;
  readonly absences: readonly Absence[];
  /** So many people of whom anybody can do anything, instead of those whom the plan names. */
  readonly team: number | undefined;
  /** For every task, the index that it, or the task it is a part of, had before all changes. */
  readonly origins: readonly number[];
  readonly joined: readonly Joined[];
}

/** Somebody who came to a sprint's team. */
export interface Joined {
  readonly name: string;
  readonly sprint: number;
}

export function unchanged(plan: Plan, config: Config): Changed {
  return { plan, config, absences: [], team: undefined, origins: plan.tasks.map(({ index }) => index), joined: [] };
}

/** `facts` are those of the plan that is changed. */
export function applyChange(changed: Changed, facts: Facts, change: Change): Changed {
  const { plan, config } = changed;
  switch (change.kind) {
    case "hours":
      return { ...changed, plan: withHours(plan, config, change) };
    case "drop":
      return { ...changed, plan: withoutWork(plan, change.task) };
    case "absence":
      return { ...changed, absences: [...changed.absences, change.absence] };
    case "days-off":
      return { ...changed, config: withDaysOff(config, change) };
    case "join":
      return { ...changed, plan: withMember(facts, change), joined: [...changed.joined, { name: change.name, sprint: change.sprint }] };
    case "assign":
      return { ...changed, plan: withAssignees(plan, change.task, change.assignees) };
    case "move":
      return rearranged(changed, withMoved(facts, change.task, change.sprint));
    case "split":
      return rearranged(changed, withSplit(facts, change.task));
    case "team":
      return { ...changed, team: change.size };
  }
}

function rearranged(changed: Changed, { plan, origins }: Rearranged): Changed {
  return { ...changed, plan, origins: origins.map((origin) => changed.origins[origin]) };
}

function withDaysOff(config: Config, { name, days }: { readonly name: string; readonly days: string }): Config {
  const { daysOff } = config.calendar;
  const known = Object.hasOwn(daysOff, name) ? daysOff[name] : [];
  return { ...config, calendar: { ...config.calendar, daysOff: { ...daysOff, [name]: [...known, days] } } };
}
