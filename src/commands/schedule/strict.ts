import { provenHours } from "../../analysis/late-end.ts";
import { levelPlan } from "../../analysis/levelling/level-plan.ts";
import type { LevelledSprint, LevellingOptions } from "../../analysis/levelling/levelling.ts";
import { namesPeople } from "../../analysis/team-people.ts";
import { formatHours } from "../../format.ts";
import type { Diagnostic } from "../../lint.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { headingSpan } from "../../rules/heading-span.ts";
import { sectionId } from "../ids.ts";
import type { ScheduleResult } from "./result.ts";

/** An error for each sprint that ends after its window, and whether any schedule could keep it. */
export function overrunFindings(result: ScheduleResult, options: LevellingOptions): readonly Diagnostic[] {
  return result.levelled.sprints.filter(({ overrun }) => overrun > HOUR_TOLERANCE).map((sprint) => overrunFinding(result, options, sprint));
}

function overrunFinding({ facts }: ScheduleResult, options: LevellingOptions, late: LevelledSprint): Diagnostic {
  const { sprint, overrun, finish, window } = late;
  const id = sectionId(facts.plan.sprints[sprint]);
  const due = window === undefined ? "" : `, at ${formatHours(finish)} instead of ${formatHours(window.end)}`;
  return {
    rule: "levelled-overrun",
    severity: "error",
    span: headingSpan(facts.plan.sprints[sprint]),
    message: `sprint ${id} ends ${formatHours(overrun)} after its window${due}`,
    notes: [possibilityWords(facts, options, late)],
  };
}

/** A sprint that is too long even alone, with nothing to wait for, is too long in every schedule. */
function possibilityWords(facts: ScheduleResult["facts"], options: LevellingOptions, { sprint, window }: LevelledSprint): string {
  const alone = levelPlan(facts, { ...options, sprint, known: undefined, budget: ONLY_THE_BOUND });
  if (alone === undefined || window === undefined) return NOT_FOUND;
  const available = window.end - (options.releases === "asap" && options.sprint === undefined ? 0 : window.start);
  const least = provenHours(alone);
  if (least < available + HOUR_TOLERANCE) return NOT_FOUND;
  const assumption = namesPeople(facts, [sprint]) ? "" : ", each name taken for one person";
  return `no schedule can keep the window of ${formatHours(available)}: by itself the sprint takes its people at least ${formatHours(least)}${assumption}`;
}

const NOT_FOUND = "no schedule that keeps the window was found, which does not prove that there is none";

/** A bound rests on no schedule, so that the first one that comes along will do. */
const ONLY_THE_BOUND = 1;
