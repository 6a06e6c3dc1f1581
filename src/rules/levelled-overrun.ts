import type { Facts } from "../analysis/facts.ts";
import { MOST_LEVELLED, provenHours, roundingOf } from "../analysis/late-end.ts";
import type { LevelledPlan } from "../analysis/levelling/levelling.ts";
import { namesPeople } from "../analysis/team-people.ts";
import { findUnusableWork } from "../analysis/unusable-work.ts";
import { formatHours } from "../format.ts";
import { HOUR_TOLERANCE, type Sprint } from "../model.ts";
import { headingSpan } from "./heading-span.ts";
import { chainText, sprintName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const levelledOverrun: Rule = {
  id: "levelled-overrun",
  severity: "warning",
  summary: "a sprint's critical path fits, but its people need longer than the sprint",
  fixable: "no",
  *check({ plan, facts }: Context) {
    if (plan.tasks.length > MOST_LEVELLED) return;
    for (const sprint of plan.sprints) {
      const { start, end } = facts.windows[sprint.index] ?? NO_WINDOW;
      const hours = end - start;
      if (!isOpen(facts, sprint, hours) || (facts.firstSchedule(sprint.index)?.makespan ?? 0) <= hours) continue;
      if (findUnusableWork(facts, sprint.index).length > 0) continue;
      const levelled = facts.levelledSprint(sprint.index);
      if (!isTooLong(levelled, hours)) continue;
      yield findingOf(facts, { sprint, levelled, hours });
    }
  },
};

const NO_WINDOW = { start: 0, end: Number.POSITIVE_INFINITY };

function isTooLong(levelled: LevelledPlan | undefined, hours: number): levelled is LevelledPlan {
  return levelled !== undefined && levelled.makespan > hours + roundingOf(levelled);
}

/** Whether it takes a schedule to see that the sprint is too long: its chain fits, and so does each member's work. */
function isOpen(facts: Facts, { index, firstTask, endTask }: Sprint, hours: number): boolean {
  if (firstTask === endTask) return false;
  const path = facts.sprintPath(index);
  if (path === undefined || !Number.isFinite(hours) || path.duration > hours + HOUR_TOLERANCE) return false;
  return namesPeople(facts, [index]) && facts.capacity().sprints[index].members.every(({ overload }) => overload === 0);
}

interface Overrun {
  readonly sprint: Sprint;
  readonly levelled: LevelledPlan;
  /** The length of the sprint's window. */
  readonly hours: number;
}

function findingOf(facts: Facts, { sprint, levelled, hours }: Overrun): Finding {
  const { makespan, chain } = levelled;
  const bound = provenHours(levelled);
  const proof =
    bound > hours + HOUR_TOLERANCE
      ? `no schedule can be shorter than ${formatHours(bound)}`
      : "as scheduled: no better schedule was found, which does not prove that there is none";
  const path = facts.sprintPath(sprint.index)?.duration ?? 0;
  return {
    span: headingSpan(sprint),
    message: `with its people ${sprintName(sprint)} takes ${formatHours(makespan)}, and it has ${formatHours(hours)}, though its critical path takes only ${formatHours(path)}`,
    notes: [
      chainText(
        facts.plan,
        chain.map(({ task }) => task),
      ),
      proof,
    ],
    help: `give work of that chain to somebody who is free meanwhile; \`sprintplan schedule\` shows who waits for whom`,
  };
}
