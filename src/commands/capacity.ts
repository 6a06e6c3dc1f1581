import { memberTasks, type SprintCapacity } from "../analysis/capacity.ts";
import { type CeremonyCost, computeCeremonyCost } from "../analysis/ceremonies.ts";
import { computeFacts, type Facts } from "../analysis/facts.ts";
import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import { capacityView } from "./capacity-view.ts";
import { sectionId, taskId, taskIds } from "./ids.ts";
import type { Outcome } from "./outcome.ts";

export interface CapacityOptions {
  /** Also which short name was taken for whom. */
  readonly aliases: boolean;
  /** Also what the recurring meetings cost. */
  readonly ceremonies: boolean;
}

/** Who is asked for how many hours in each sprint, against how many they have there. */
export function capacity(plan: Plan, config: Config, options: CapacityOptions): Outcome {
  const facts = computeFacts(plan, config);
  const ceremonies = options.ceremonies ? computeCeremonyCost(plan, config, facts.windows) : undefined;
  const view = capacityView(facts, { ceremonies, aliases: options.aliases ? facts.people.aliases : [] });
  return { source: plan.source, plan, reading: config.reading, view, data: dataOf(facts, ceremonies, options), diagnostics: [] };
}

function dataOf(facts: Facts, ceremonies: CeremonyCost | undefined, options: CapacityOptions): object {
  const { hours, capacity: available, sprints } = facts.capacity();
  return {
    hours,
    capacity: available,
    sprints: sprints.map((sprint) => sprintData(facts, sprint)),
    ...(options.aliases ? { aliases: aliasData(facts) } : {}),
    ...(ceremonies === undefined ? {} : { ceremonies: { weekly: ceremonies.weekly, total: ceremonies.total } }),
  };
}

function sprintData({ plan, effort }: Facts, { sprint, hours, capacity: available, buffer, members, without }: SprintCapacity): object {
  const listed = members.length > 0 ? { capacity: available, buffer } : {};
  return {
    id: sectionId(plan.sprints[sprint]),
    hours,
    ...listed,
    members: members.map((member, index) => ({ ...member, tasks: taskIds(plan, memberTasks(plan, effort, sprint, index)) })),
    without: without.map(({ task, ...work }) => ({ task: taskId(plan, task), ...work })),
  };
}

function aliasData({ plan, people }: Facts): readonly object[] {
  return people.aliases.map(({ written, name, step, sprints }) => ({
    written,
    name,
    step,
    sprints: sprints.map((sprint) => sectionId(plan.sprints[sprint])),
  }));
}
