import type { SprintCapacity } from "../analysis/capacity.ts";
import { type CeremonyCost, computeCeremonyCost } from "../analysis/ceremonies.ts";
import { computeFacts, type Facts } from "../analysis/facts.ts";
import { type MemberWork, memberWorks } from "../analysis/member-work.ts";
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
  const works = sprints.map(({ sprint }) => memberWorks(facts.plan, facts.effort, sprint));
  const listed = works.flat().reduce((sum, { count }) => sum + count, 0) <= MOST_LISTED;
  return {
    hours,
    capacity: available,
    sprints: sprints.map((sprint) => sprintData(facts, sprint, listed ? works[sprint.sprint] : undefined)),
    ...(options.aliases ? { aliases: aliasData(facts) } : {}),
    ...(ceremonies === undefined ? {} : { ceremonies: { weekly: ceremonies.weekly, total: ceremonies.total } }),
  };
}

/** A big team with many tasks of everybody would be listed at far greater length than it is written. */
const MOST_LISTED = 1_000_000;

function sprintData({ plan }: Facts, capacities: SprintCapacity, works: readonly MemberWork[] | undefined): object {
  const { sprint, hours, capacity: available, buffer, members, without } = capacities;
  const listed = members.length > 0 ? { capacity: available, buffer } : {};
  return {
    id: sectionId(plan.sprints[sprint]),
    hours,
    ...listed,
    members: members.map((member, index) => ({
      ...member,
      tasks: works && taskIds(plan, works[index].first(works[index].count)),
    })),
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
