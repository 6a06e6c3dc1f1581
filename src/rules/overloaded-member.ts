import { loadsByReading, type MemberLoad, memberTasks, type ReadLoad } from "../analysis/capacity.ts";
import type { Facts } from "../analysis/facts.ts";
import { formatCount, formatHours, formatQuote } from "../format.ts";
import { sprintName, taskId } from "./names.ts";
import { readingNote } from "./readings.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const overloadedMember: Rule = {
  id: "overloaded-member",
  severity: "error",
  summary: "a member is asked for more hours than the sprint's capacity gives it",
  fixable: "no",
  *check({ facts }: Context) {
    for (const { sprint, members } of facts.capacity().sprints) {
      if (members.every(({ overload }) => overload === 0)) continue;
      const loads = loadsByReading(facts.plan, facts.effort, facts.reading, sprint);
      for (const [member, load] of members.entries()) {
        if (load.overload > 0) yield findingOf(facts, { sprint, member, load, others: members, readings: loads[member] });
      }
    }
  },
};

interface Overload {
  readonly sprint: number;
  /** Index into the sprint's team. */
  readonly member: number;
  readonly load: MemberLoad;
  readonly others: readonly MemberLoad[];
  readonly readings: readonly ReadLoad[];
}

function findingOf(facts: Facts, { sprint, member, load, others, readings }: Overload): Finding {
  const { name, capacity } = facts.plan.sprints[sprint].team[member];
  const home = sprintName(facts.plan.sprints[sprint]);
  return {
    span: capacity.text === "" ? name.span : capacity.span,
    message: `${formatQuote(load.name)} is asked for ${formatHours(load.load)} in ${home} and has ${formatHours(load.capacity ?? 0)}, ${formatHours(load.overload)} too few`,
    notes: [
      workOf(facts, sprint, member),
      readingNote(readings.map(({ reading, overload }) => ({ reading, amount: overload, holds: overload > 0 }))),
    ],
    help: helpFor(load, others),
  };
}

function workOf({ plan, effort, durations }: Facts, sprint: number, member: number): string {
  const tasks = memberTasks(plan, effort, sprint, member).filter((task) => durations[task] > 0);
  const shown = tasks.slice(0, MOST_TASKS).map((task) => `${taskId(plan.tasks[task])} ${formatHours(durations[task])}`);
  const hidden = tasks.length - shown.length;
  return shown.join(", ") + (hidden > 0 ? `, … and ${formatCount(hidden, "more task")}` : "");
}

function helpFor({ overload }: MemberLoad, others: readonly MemberLoad[]): string {
  let freest: MemberLoad | undefined;
  for (const other of others) if (spareOf(other) > (freest === undefined ? 0 : spareOf(freest))) freest = other;
  const move = `move ${formatHours(overload)} to somebody else`;
  return freest === undefined
    ? "add hours, or move work to another sprint"
    : `${move}: ${formatQuote(freest.name)} has ${formatHours(spareOf(freest))} left`;
}

function spareOf({ capacity, load }: MemberLoad): number {
  return (capacity ?? 0) - load;
}

const MOST_TASKS = 8;
