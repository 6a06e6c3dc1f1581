import type { Demand } from "../../schedule/project.ts";
import type { Facts } from "../facts.ts";
import type { Network } from "../network.ts";
import { foldWords } from "../words.ts";

/** Who does the tasks of a network, and how long they take. */
export interface Staffing {
  /** By resource index. */
  readonly resources: readonly StaffingResource[];
  /** By activity index, each in hours. */
  readonly durations: Float64Array;
  /** By activity index. */
  readonly demands: readonly (readonly Demand[])[];
}

export interface StaffingResource {
  readonly name: string;
  readonly capacity: number;
  /** The text that is the same for the same person everywhere in the plan; undefined for a whole team. */
  readonly person: string | undefined;
}

/**
 * The people whom the plan names. A task of `All` needs its sprint's team; where the sprint lists none, whoever is
 * named in its tasks, and outside of any sprint whoever is named in the plan.
 */
export function staffByName(facts: Facts, { firstTask, taskCount }: Network): Staffing {
  const roster: Roster = { facts, resources: [], indexes: new Map(), teams: new Map() };
  const demands = Array.from({ length: taskCount }, (_unused, activity) => demandsOf(roster, firstTask + activity));
  return { resources: roster.resources, demands, durations: facts.durations.slice(firstTask, firstTask + taskCount) };
}

/** So many people of whom anybody can do anything. */
export function staffAsTeam(facts: Facts, { firstTask, taskCount }: Network, team: number): Staffing {
  const { effort, reading } = facts;
  const durations = new Float64Array(taskCount);
  const demands = Array.from({ length: taskCount }, (_unused, activity) => {
    const { everyone, size } = effort.crews[firstTask + activity];
    const amount = everyone ? team : Math.max(1, Math.min(size, team));
    const shared = everyone ? reading.all === "share" : reading.joint === "split";
    durations[activity] = effort.hours[firstTask + activity] / (shared ? amount : 1);
    return [{ resource: 0, amount }];
  });
  return { resources: [{ name: "team", capacity: team, person: undefined }], demands, durations };
}

interface Roster {
  readonly facts: Facts;
  readonly resources: StaffingResource[];
  readonly indexes: Map<string, number>;
  readonly teams: Map<number | undefined, readonly Demand[]>;
}

function demandsOf(roster: Roster, task: number): readonly Demand[] {
  const { everyone, people } = roster.facts.effort.crews[task];
  if (!everyone) return people.map(({ person, assignee }) => demandFor(roster, person, nameOf(roster.facts, task, assignee)));
  const team = teamOf(roster, roster.facts.plan.tasks[task].sprint);
  const others = people.map(({ person, assignee }) => demandFor(roster, person, nameOf(roster.facts, task, assignee)));
  return others.length === 0 ? team : distinct([...team, ...others]);
}

function teamOf(roster: Roster, sprint: number | undefined): readonly Demand[] {
  const known = roster.teams.get(sprint);
  if (known !== undefined) return known;
  const members = sprint === undefined ? [] : roster.facts.plan.sprints[sprint].team;
  const names = members.map(({ name }) => name.value ?? name.text);
  const team = names.length > 0 ? distinct(names.map((name) => demandFor(roster, foldWords(name), name))) : namedIn(roster, sprint);
  roster.teams.set(sprint, team);
  return team;
}

function namedIn(roster: Roster, sprint: number | undefined): readonly Demand[] {
  const { plan, effort } = roster.facts;
  const { firstTask, endTask } = sprint === undefined ? { firstTask: 0, endTask: plan.tasks.length } : plan.sprints[sprint];
  const all: Demand[] = [];
  for (let task = firstTask; task < endTask; task += 1) {
    for (const { person, assignee } of effort.crews[task].people) all.push(demandFor(roster, person, nameOf(roster.facts, task, assignee)));
  }
  return distinct(all);
}

function demandFor(roster: Roster, person: string, name: string): Demand {
  const resource = roster.indexes.get(person) ?? roster.resources.length;
  if (resource === roster.resources.length) {
    roster.indexes.set(person, resource);
    roster.resources.push({ name, capacity: 1, person });
  }
  return { resource, amount: 1 };
}

function nameOf({ plan, people }: Facts, task: number, assignee: number): string {
  const resolution = people.assignees[task][assignee];
  return "name" in resolution ? resolution.name : plan.tasks[task].assignees[assignee].text;
}

function distinct(demands: readonly Demand[]): readonly Demand[] {
  return [...new Map(demands.map((demand) => [demand.resource, demand])).values()];
}
