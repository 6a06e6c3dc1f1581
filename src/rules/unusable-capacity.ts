import type { Facts } from "../analysis/facts.ts";
import { MOST_LEVELLED } from "../analysis/late-end.ts";
import { findUnusableWork, type UnusableWork } from "../analysis/unusable-work.ts";
import { formatCount, formatHours, formatList, formatNumber, formatQuote } from "../format.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { sprintName, taskId } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const unusableCapacity: Rule = {
  id: "unusable-capacity",
  severity: "warning",
  summary: "a member's work begins too late in the sprint for the hours that it takes",
  fixable: "no",
  *check({ plan, config, facts }: Context) {
    const { always } = config.rules["unusable-capacity"];
    for (const { index, firstTask, endTask } of plan.tasks.length > MOST_LEVELLED ? [] : plan.sprints) {
      if (firstTask === endTask || (!always && isTooLong(facts, index))) continue;
      const works = findUnusableWork(facts, index);
      for (const [at, work] of works.entries()) {
        const isKnown = works.findIndex((other) => isSame(other, work)) < at;
        if (!isKnown) yield findingOf(facts, work);
      }
    }
  },
};

/** What people do together comes too late for all of them. */
function isSame(one: UnusableWork, other: UnusableWork): boolean {
  return one.tasks.join() === other.tasks.join();
}

function isTooLong(facts: Facts, sprint: number): boolean {
  const window = facts.windows[sprint];
  return window !== undefined && (facts.sprintPath(sprint)?.duration ?? 0) > window.end - window.start + HOUR_TOLERANCE;
}

function findingOf({ plan, config, durations, windows }: Facts, work: UnusableWork): Finding {
  const home = plan.sprints[work.sprint];
  const { name, capacity } = home.team[work.member];
  const ids = work.tasks.map((task) => taskId(plan.tasks[task]));
  const window = windows[work.sprint];
  const days = window === undefined ? 1 : (window.end - window.start) / config.calendar.hoursPerDay;
  const daily = work.capacity / days;
  const partTime = daily < config.calendar.hoursPerDay - HOUR_TOLERANCE;
  const [subject, takes] = ids.length === 1 ? ["it", "takes"] : ["they", "take"];
  return {
    span: capacity.text === "" ? name.span : capacity.span,
    message: `${formatList(ids, MOST_SHOWN)} of ${formatQuote(name.text)} cannot begin before hour ${formatNumber(work.begin)} of ${sprintName(home)}: ${subject} ${takes} ${formatHours(work.work)}, and ${formatHours(work.left)} are left`,
    notes: [
      work.tasks
        .slice(0, MOST_SHOWN)
        .map((task) => `${taskId(plan.tasks[task])} ${formatHours(durations[task])}`)
        .join(", "),
      ...(partTime ? [`${formatHours(work.capacity)} in ${formatCount(Math.round(days), "day")} are ${formatHours(daily)} a day`] : []),
    ],
    help: "let that work begin earlier, or give some of it to somebody else",
  };
}

const MOST_SHOWN = 8;
