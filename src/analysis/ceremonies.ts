import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import { exactHours } from "./effort.ts";
import { teamSize } from "./people.ts";
import type { Window } from "./windows.ts";

/** What the recurring meetings of a plan cost, in hours. */
export interface CeremonyCost {
  /** Of one person in a week, on average over all weeks; 0 where nothing is known. */
  readonly weekly: number;
  /** Of everybody in all sprints. */
  readonly total: number;
  /** By sprint index; undefined for a sprint whose weeks are not known. */
  readonly sprints: readonly (SprintCeremonyCost | undefined)[];
}

export interface SprintCeremonyCost {
  /** Of one person of the team. */
  readonly person: number;
  readonly team: number;
}

/** Everybody of a sprint's team comes to each meeting: to daily ones each working day, to the others once a sprint. */
export function computeCeremonyCost(plan: Plan, config: Config, windows: readonly (Window | undefined)[]): CeremonyCost {
  const { hoursPerDay, daysPerWeek } = config.calendar;
  const daily = lengthOf(plan, "daily");
  const once = lengthOf(plan, "sprint");
  let total = 0;
  let weeks = 0;
  const sprints = plan.sprints.map((_sprint, index) => {
    const window = windows[index];
    if (window === undefined) return undefined;
    const size = teamSize(plan, index);
    const days = (window.end - window.start) / hoursPerDay;
    const person = exactHours(daily * days + once);
    total += person * size;
    weeks += (days / daysPerWeek) * size;
    return { person, team: exactHours(person * size) };
  });
  return { weekly: weeks === 0 ? 0 : exactHours(total / weeks), total: exactHours(total), sprints };
}

function lengthOf({ ceremonies }: Plan, cadence: "daily" | "sprint"): number {
  return ceremonies.reduce((sum, ceremony) => sum + (ceremony.cadence === cadence ? (ceremony.hours?.value ?? 0) : 0), 0);
}
