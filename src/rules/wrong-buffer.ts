import { formatHours } from "../format.ts";
import { sprintName } from "./names.ts";
import { repair } from "./repair.ts";
import type { Finding, Rule } from "./rule.ts";
import { type SprintSums, sprintSums, type WrongBuffer } from "./sprint-sums.ts";

export const wrongBuffer: Rule = {
  id: "wrong-buffer",
  severity: "error",
  summary: "a stated buffer is not what the tasks leave of the capacity",
  fixable: "safe",
  *check(context) {
    for (const sums of sprintSums(context)) if (sums.wrongBuffer?.follows === "nothing") yield findingOf(sums, sums.wrongBuffer);
  },
};

function findingOf({ sprint, work, available = 0 }: SprintSums, wrong: WrongBuffer): Finding {
  const left =
    wrong.right === undefined
      ? `between ${formatHours(available - work.high)} and ${formatHours(available - work.low)}`
      : formatHours(wrong.right);
  const hours = work.low === work.high ? formatHours(work.hours) : `${formatHours(work.low)} to ${formatHours(work.high)}`;
  return {
    span: wrong.stated.span,
    message: `the buffer of ${sprintName(sprint)} says ${formatHours(wrong.stated.value ?? 0)}, ${formatHours(available)} of capacity less ${hours} of tasks leave ${left}`,
    ...repair(wrong, undefined),
  };
}
