import { formatCount, formatHours, formatNumber } from "../format.ts";
import { sprintName } from "./names.ts";
import { repair } from "./repair.ts";
import type { Context, Finding, Rule } from "./rule.ts";
import { type SprintSums, sprintSums, type WrongNumber } from "./sprint-sums.ts";
import { wrongStatedSums } from "./stated-sums.ts";

export const wrongTotal: Rule = {
  id: "wrong-total",
  severity: "error",
  summary: "a stated total is not the sum of the tasks",
  fixable: "safe",
  *check(context) {
    for (const sums of sprintSums(context)) if (sums.wrongHours !== undefined) yield findingOf(context, sums, sums.wrongHours);
    yield* wrongStatedSums(context);
  },
};

function findingOf({ facts }: Context, { sprint, tasks, work, wrongBuffer }: SprintSums, wrong: WrongNumber): Finding {
  const sum = work.low === work.high ? formatHours(work.hours) : `between ${formatHours(work.low)} and ${formatHours(work.high)}`;
  const follower = wrongBuffer?.follows === "stated numbers" ? wrongBuffer : undefined;
  const counted = tasks.filter(({ index }) => facts.effort.hours[index] > 0).map(({ index }) => formatNumber(facts.effort.hours[index]));
  return {
    span: wrong.stated.span,
    message: `the total of ${sprintName(sprint)} says ${formatHours(wrong.stated.value ?? 0)}, its ${formatCount(tasks.length, "task")} ${tasks.length === 1 ? "takes" : "sum to"} ${sum}`,
    ...(counted.length > 1 && counted.length <= MOST_ADDENDS && work.low === work.high
      ? { notes: [`${counted.join(" + ")} = ${formatNumber(work.hours)}`] }
      : {}),
    ...repair(wrong, follower),
  };
}

const MOST_ADDENDS = 24;
