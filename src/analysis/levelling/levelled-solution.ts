import { HOUR_TOLERANCE } from "../../model.ts";
import { once } from "../../once.ts";
import type { Project } from "../../schedule/project.ts";
import { scheduleProject } from "../../schedule/schedule-project.ts";
import { splitProject } from "../../schedule/split.ts";
import { findHandovers, type Handover, type Times } from "./levelled-handovers.ts";
import type { LevellingOptions, PlanProject } from "./levelling.ts";

/** A scheduled plan in ticks. Where work may be interrupted, what was scheduled are pieces of tasks. */
export interface SolvedPlan {
  readonly project: Project;
  readonly times: Times;
  readonly handovers: readonly Handover[];
  /** By activity of the plan's project: when it starts and finishes, and its pieces. */
  readonly whole: Times;
  readonly firstPieces: readonly number[];
  readonly lastPieces: readonly number[];
  /** The activity that each piece is of. */
  readonly wholes: readonly number[];
  readonly taskCount: number;
  /** The number of resources that are people. */
  readonly people: number;
  readonly tick: number;
  readonly makespan: number;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly generated: number;
}

export function solvePlan(plan: PlanProject, options: LevellingOptions): SolvedPlan {
  const known = (options.known ?? []).map((hours) => startsOf(plan, hours));
  const { seed, proof } = options;
  const enough = options.enough === undefined ? undefined : Math.floor(options.enough / plan.tick + HOUR_TOLERANCE);
  const unsplit = scheduleProject(plan.project, { seed, proof, known, enough, budget: options.budget ?? budgetFor(plan.project) });
  const fixed = { taskCount: plan.taskCount, people: plan.people.length, tick: plan.tick };
  if (options.interruptions === "none") {
    const same = plan.project.activities.map((_activity, index) => index);
    const handovers = once(() => findHandovers(plan.project, unsplit));
    return {
      ...fixed,
      ...unsplit,
      project: plan.project,
      times: unsplit,
      get handovers() {
        return handovers();
      },
      whole: unsplit,
      firstPieces: same,
      lastPieces: same,
      wholes: same,
    };
  }
  const { project, firstPieces, lastPieces, piecesOf } = splitProject(plan.project, pieceOf(plan), MOST_PIECES);
  const split = scheduleProject(project, {
    seed,
    proof,
    enough,
    known: [piecesOf(unsplit.starts)],
    budget: options.budget ?? budgetFor(project),
  });
  const whole = { starts: firstPieces.map((piece) => split.starts[piece]), finishes: lastPieces.map((piece) => split.finishes[piece]) };
  const wholes = firstPieces.flatMap((first, activity) => Array.from({ length: lastPieces[activity] - first + 1 }, () => activity));
  const handovers = once(() => findHandovers(project, split));
  const generated = unsplit.generated + split.generated;
  return {
    ...fixed,
    ...split,
    generated,
    project,
    times: split,
    get handovers() {
      return handovers();
    },
    whole,
    firstPieces,
    lastPieces,
    wholes,
  };
}

const MOST_PIECES = 5000;
const MOST_SCHEDULES = 5000;
const FEWEST_SCHEDULES = 50;
/** As many activities as can be scheduled in about a second, where a hundred ticks cost as much as an activity. */
const ACTIVITIES = 600_000;
const TICKS_PER_ACTIVITY = 100;

function budgetFor({ activities }: Project): number {
  const ticks = activities.reduce((sum, { duration }) => sum + duration, 0);
  const size = Math.max(1, activities.length, ticks / TICKS_PER_ACTIVITY);
  return Math.max(FEWEST_SCHEDULES, Math.min(MOST_SCHEDULES, Math.floor(ACTIVITIES / size)));
}

/** An hour where all tasks take whole hours, else a tick. */
function pieceOf({ durations, tick }: PlanProject): number {
  const ticksPerHour = 1 / tick;
  return Number.isInteger(ticksPerHour) && durations.every((hours) => Number.isInteger(hours)) ? ticksPerHour : 1;
}

/** Starts in ticks by activity, events as soon as what they wait for is done. */
function startsOf({ project, firstTask, taskCount, tick }: PlanProject, hours: readonly number[]): readonly number[] {
  const { activities, links } = project;
  const starts = activities.map((_activity, index) =>
    index < taskCount ? Math.max(0, Math.round((hours[firstTask + index] ?? 0) / tick)) : 0,
  );
  const entering = activities.map((): Project["links"][number][] => []);
  for (const link of links) if (link.to >= taskCount) entering[link.to].push(link);
  for (let event = taskCount; event < activities.length; event += 1) {
    for (const { from, relation, lag } of entering[event]) {
      const end = relation === "FS" || relation === "FF" ? starts[from] + activities[from].duration : starts[from];
      starts[event] = Math.max(starts[event], end + lag);
    }
  }
  return starts;
}
