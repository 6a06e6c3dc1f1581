import type { Config } from "../config.ts";
import type { Plan, Reading } from "../model.ts";
import { once, onceEach } from "../once.ts";
import { computeCapacity, type PlanCapacity } from "./capacity.ts";
import { type CriticalPath, findCriticalPath, findDuration } from "./critical-path.ts";
import { type Cycle, findCycles } from "./cycles.ts";
import { type EarliestEnds, findEarliestEnds } from "./earliest-ends.ts";
import { computeEffort, type Effort, effortReadings, taskDurations } from "./effort.ts";
import { type FirstSchedule, firstSchedule } from "./first-schedule.ts";
import { levelPlan } from "./levelling/level-plan.ts";
import type { LevelledPlan, LevellingOptions, PlanProject } from "./levelling/levelling.ts";
import { planProject } from "./levelling/plan-project.ts";
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
  /** One sprint by itself: only the dependencies between its own tasks. */
  sprintNetwork(sprint: number): Network;
  /** Tasks that wait for each other through dependencies and gates. */
  cycles(): readonly Cycle[];
  /** The whole plan by dependencies and gates, windows ignored; undefined where there is a cycle. */
  planPath(): CriticalPath | undefined;
  /** One sprint by the dependencies inside of it, from its own start; undefined where there is a cycle. */
  sprintPath(sprint: number): CriticalPath | undefined;
  /** The length of a sprint's critical path under each way to read joint tasks and tasks of everybody, this reading first. */
  sprintDurations(sprint: number): readonly ReadDuration[];
  capacity(): PlanCapacity;
  /** When each task can end at the earliest, whoever does it; undefined where there is a cycle. */
  earliestEnds(): EarliestEnds | undefined;
  /** Who does what when in the whole plan, sprints within their windows; undefined where there is a cycle. */
  levelled(): LevelledPlan | undefined;
  /** The same of one sprint from its own start; where it fits its window, by the first schedule found that does. */
  levelledSprint(sprint: number): LevelledPlan | undefined;
  /** One sprint as a project over its people, from its own start. */
  sprintProject(sprint: number): PlanProject;
  /** Who does what when in one sprint, by the first schedule at all; undefined where there is a cycle. */
  firstSchedule(sprint: number): FirstSchedule | undefined;
  /** The same by the first schedules that come to mind: what is on time in them needs no search for better ones. */
  firstLevelled(): LevelledPlan | undefined;
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
  const facts: Facts = {
    plan,
    config,
    reading,
    references,
    people,
    effort,
    durations,
    windows: findWindows(plan, config),
    network,
    sprintNetwork: networkOf,
    cycles: once(() => findCycles(network(), references)),
    planPath: once(() => findCriticalPath(network(), durations)),
    sprintPath: onceEach((sprint: number) => findCriticalPath(networkOf(sprint), durations)),
    sprintDurations: onceEach((sprint: number) => {
      const known = facts.sprintPath(sprint)?.duration;
      const { firstTask, endTask } = plan.sprints[sprint];
      const isSame = (other: Float64Array) => {
        for (let task = firstTask; task < endTask; task += 1) if (other[task] !== durations[task]) return false;
        return true;
      };
      return readings.map((each, index) => {
        const other = durationsUnder(index);
        return { reading: each, duration: isSame(other) ? known : findDuration(networkOf(sprint), other) };
      });
    }),
    capacity: once(() => computeCapacity(plan, effort, reading)),
    earliestEnds: once(() => findEarliestEnds(facts)),
    levelled: once(() => levelPlan(facts, LEVELLING)),
    sprintProject: onceEach((sprint: number) => planProject(facts, { ...LEVELLING, sprint })),
    firstSchedule: onceEach((sprint: number) =>
      facts.sprintPath(sprint) === undefined ? undefined : firstSchedule(facts.sprintProject(sprint)),
    ),
    firstLevelled: once(() => levelPlan(facts, FIRST)),
    levelledSprint: onceEach((sprint: number) => {
      const window = facts.windows[sprint];
      const enough = window && window.end - window.start;
      return levelPlan(facts, { ...LEVELLING, sprint, enough }, facts.sprintProject(sprint));
    }),
  };
  return facts;
}

/** Enough to tell whether a plan is late; the command for schedules takes its time. */
const LEVELLING: LevellingOptions = { releases: "windows", interruptions: "none", budget: 1000 };
const FIRST: LevellingOptions = { ...LEVELLING, budget: 1, proof: "none" };
