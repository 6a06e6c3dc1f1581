import { formatCount, formatHours, formatNumber } from "../format.ts";
import { sprintName } from "./names.ts";
import { repair } from "./repair.ts";
import type { Finding, Rule } from "./rule.ts";
import { type SprintSums, sprintSums, type WrongNumber } from "./sprint-sums.ts";

export const wrongCapacityTotal: Rule = {
  id: "wrong-capacity-total",
  severity: "error",
  summary: "a stated total of capacity is not the sum of the team's lines",
  fixable: "safe",
  *check(context) {
    for (const sums of sprintSums(context)) if (sums.wrongCapacity !== undefined) yield findingOf(sums, sums.wrongCapacity);
  },
};

/** A buffer that follows from two wrong numbers is repaired with the hours. */
function findingOf({ sprint, capacity = 0, wrongHours, wrongBuffer }: SprintSums, wrong: WrongNumber): Finding {
  const follower = wrongBuffer?.follows === "stated numbers" && wrongHours === undefined ? wrongBuffer : undefined;
  const lines = sprint.team.map((member) => formatNumber(member.capacity.value ?? 0));
  return {
    span: wrong.stated.span,
    message: `the capacity of ${sprintName(sprint)} says ${formatHours(wrong.stated.value ?? 0)}, its ${formatCount(lines.length, "line")} ${lines.length === 1 ? "has" : "sum to"} ${formatHours(capacity)}`,
    ...(lines.length > 1 ? { notes: [`${lines.join(" + ")} = ${formatNumber(capacity)}`] } : {}),
    ...repair(wrong, follower),
  };
}
