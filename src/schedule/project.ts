/**
 * A resource-constrained project: activities that take time and people, machines or whatever else is scarce. All times
 * are whole ticks, of whatever length the caller gives them, and no plan in Markdown is needed to have one.
 */
export interface Project {
  readonly activities: readonly Activity[];
  readonly resources: readonly Resource[];
  readonly links: readonly ProjectLink[];
}

/** An activity runs without interruption, except that it pauses whenever one of its resources has a break. */
export interface Activity {
  /** Working ticks; 0 for a mere event. */
  readonly duration: number;
  /** What it holds from its start to its finish; each resource at most once. */
  readonly demands: readonly Demand[];
  /** It starts no earlier; 0 where nothing is said. */
  readonly release?: number | undefined;
  /** It should be finished by then: ticks beyond count as lateness, which is only less bad than a longer makespan. */
  readonly due?: number | undefined;
}

export interface Demand {
  /** Index into the project's resources. */
  readonly resource: number;
  /** Units, at most the resource's capacity. */
  readonly amount: number;
}

/** A renewable resource: what an activity gives back can be used again at once. */
export interface Resource {
  /** Units; 1 for a person. */
  readonly capacity: number;
  /** Ticks in which nobody works, in order and apart from each other. */
  readonly breaks?: readonly Break[] | undefined;
}

/** Ticks from `start` up to, not including, `end`. */
export interface Break {
  readonly start: number;
  readonly end: number;
}

/** `to` waits for `from`: finish to start, start to start, finish to finish or start to finish, with a lag (a lead is negative). */
export interface ProjectLink {
  readonly from: number;
  readonly to: number;
  readonly relation: "FS" | "SS" | "FF" | "SF";
  readonly lag: number;
}

/** When each activity starts and is finished, by activity index, and how good that is. */
export interface ProjectSchedule {
  readonly starts: readonly number[];
  readonly finishes: readonly number[];
  /** The last finish; 0 without activities. */
  readonly makespan: number;
  /** No schedule ends before it: proven. */
  readonly lowerBound: number;
  /** Whether the makespan is proven to be the least. */
  readonly optimal: boolean;
  /** The sum of all ticks by which activities end after their due times. */
  readonly lateness: number;
  /** How many schedules were generated on the way. */
  readonly generated: number;
}

export interface SearchOptions {
  /** How many schedules may be generated; 5,000 where nothing is said. */
  readonly budget?: number | undefined;
  /** The same seed gives the same schedule. */
  readonly seed?: number | undefined;
  /** The search ends, without a bound, with the first schedule that ends by this tick; without one, it goes on as if nothing were said. */
  readonly enough?: number | undefined;
  /** Whether it is worth the time to prove that nothing better exists; `tried` where nothing is said. */
  readonly proof?: "tried" | "none" | undefined;
  /** Start times of known schedules, also of a similar project: the result is never worse than what they lead to. */
  readonly known?: readonly (readonly number[])[] | undefined;
}

/** The project cannot be scheduled: activities wait for each other, or one needs more than there is. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";
}
