import { loadsByReading, type MemberLoad, type ReadLoad } from "../analysis/capacity.ts";
import type { Facts } from "../analysis/facts.ts";
import { type MemberWork, memberWorks } from "../analysis/member-work.ts";
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
      const works = memberWorks(facts.plan, facts.effort, sprint, (task) => facts.durations[task] > 0);
      const freest = freestOf(members);
      for (const [member, load] of members.entries()) {
        if (load.overload > 0) yield findingOf(facts, { sprint, member, load, work: works[member], freest, readings: loads[member] });
      }
    }
  },
};

interface Overload {
  readonly sprint: number;
  /** Index into the sprint's team. */
  readonly member: number;
  readonly load: MemberLoad;
  /** With hours. */
  readonly work: MemberWork;
  /** Whoever of the sprint has most hours left; undefined where nobody has any. */
  readonly freest: MemberLoad | undefined;
  readonly readings: readonly ReadLoad[];
}

function findingOf(facts: Facts, { sprint, member, load, work, freest, readings }: Overload): Finding {
  const { name, capacity } = facts.plan.sprints[sprint].team[member];
  const home = sprintName(facts.plan.sprints[sprint]);
  return {
    span: capacity.text === "" ? name.span : capacity.span,
    message: `${formatQuote(load.name)} is asked for ${formatHours(load.load)} in ${home} and has ${formatHours(load.capacity ?? 0)}, ${formatHours(load.overload)} too few`,
    notes: [
      workText(facts, work),
      readingNote(readings.map(({ reading, overload }) => ({ reading, amount: overload, holds: overload > 0 }))),
    ],
    help: helpFor(load, freest),
  };
}

function workText({ plan, durations }: Facts, { count, first }: MemberWork): string {
  const shown = first(MOST_TASKS).map((task) => `${taskId(plan.tasks[task])} ${formatHours(durations[task])}`);
  const hidden = count - shown.length;
  return shown.join(", ") + (hidden > 0 ? `, … and ${formatCount(hidden, "more task")}` : "");
}

function freestOf(members: readonly MemberLoad[]): MemberLoad | undefined {
  let freest: MemberLoad | undefined;
  for (const member of members) if (spareOf(member) > (freest === undefined ? 0 : spareOf(freest))) freest = member;
  return freest;
}

function helpFor({ overload }: MemberLoad, freest: MemberLoad | undefined): string {
  const move = `move ${formatHours(overload)} to somebody else`;
  return freest === undefined
    ? "add hours, or move work to another sprint"
    : `${move}: ${formatQuote(freest.name)} has ${formatHours(spareOf(freest))} left`;
}

function spareOf({ capacity, load }: MemberLoad): number {
  return (capacity ?? 0) - load;
}

const MOST_TASKS = 8;
