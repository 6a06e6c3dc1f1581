import type { Config } from "../config.ts";
import type { Plan, Reading } from "../model.ts";
import { computeCapacity, type PlanCapacity } from "./capacity.ts";
import { type CriticalPath, findCriticalPath, findDuration } from "./critical-path.ts";
import { type Cycle, findCycles } from "./cycles.ts";
import { computeEffort, type Effort, effortReadings, taskDurations } from "./effort.ts";
import { type Network, planNetwork, sprintNetwork } from "./network.ts";
import { type People, resolveAssignees } from "./people.ts";
import { type References, resolveReferences } from "./references.ts";
import { findWindows, type Window } from "./windows.ts";

/**
 * What is known of a plan under one reading. Whatever only some rules or commands need is worked out when it is first
 * asked for, and only once.
 */
export interface Facts {
  readonly plan: Plan;
  readonly config: Config;
  readonly reading: Reading;
  readonly references: References;
  readonly people: People;
  readonly effort: Effort;
  /** Hours that each task takes under the reading, by task index. */
  readonly durations: Float64Array;
  /** By sprint index. */
  readonly windows: readonly (Window | undefined)[];
  network(): Network;
  /** Tasks that wait for each other through dependencies and gates. */
  cycles(): readonly Cycle[];
  /** The whole plan by dependencies and gates, windows ignored; undefined where there is a cycle. */
  planPath(): CriticalPath | undefined;
  /** One sprint by the dependencies inside of it, from its own start; undefined where there is a cycle. */
  sprintPath(sprint: number): CriticalPath | undefined;
  /** The length of a sprint's critical path under each way to read joint tasks and tasks of everybody, this reading first. */
  sprintDurations(sprint: number): readonly ReadDuration[];
  capacity(): PlanCapacity;
}

/** Hours under one reading; undefined where there is a cycle. */
export interface ReadDuration {
  readonly reading: Reading;
  readonly duration: number | undefined;
}

export function computeFacts(plan: Plan, config: Config, reading: Reading = config.reading): Facts {
  const references = resolveReferences(plan, config);
  const people = resolveAssignees(plan, config);
  const effort = computeEffort(plan, config, people);
  const durations = taskDurations(effort, reading);
  const readings = effortReadings(reading);
  const network = once(() => planNetwork(plan, references, reading.overlap));
  const networkOf = onceEach((sprint: number) => sprintNetwork(references, plan.sprints[sprint]));
  const durationsUnder = onceEach((index: number) => (index === 0 ? durations : taskDurations(effort, readings[index])));
  return {
    plan,
    config,
    reading,
    references,
    people,
    effort,
    durations,
    windows: findWindows(plan, config),
    network,
    cycles: once(() => findCycles(network(), references)),
    planPath: once(() => findCriticalPath(network(), durations)),
    sprintPath: onceEach((sprint: number) => findCriticalPath(networkOf(sprint), durations)),
    sprintDurations: onceEach((sprint: number) =>
      readings.map((each, index) => ({ reading: each, duration: findDuration(networkOf(sprint), durationsUnder(index)) })),
    ),
    capacity: once(() => computeCapacity(plan, effort, reading)),
  };
}

function once<Result>(compute: () => Result): () => Result {
  const known = onceEach(compute);
  return () => known(0);
}

function onceEach<Result>(compute: (index: number) => Result): (index: number) => Result {
  const known = new Map<number, { readonly result: Result }>();
  return (index) => {
    const found = known.get(index) ?? { result: compute(index) };
    known.set(index, found);
    return found.result;
  };
}
