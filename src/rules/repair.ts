import { formatHours } from "../format.ts";
import type { Finding } from "./rule.ts";
import type { WrongBuffer, WrongNumber } from "./sprint-sums.ts";
import { restated } from "./stated-number.ts";

/** The fix of a wrong number, together with the buffer that is wrong only because of it. */
export function repair(wrong: WrongNumber, follower: WrongBuffer | undefined): Pick<Finding, "related" | "fix"> {
  const numbers = follower === undefined ? [wrong] : [wrong, follower];
  const edits = numbers.flatMap(({ stated, right }) => (right === undefined ? [] : [{ ...stated.span, text: restated(stated, right) }]));
  const related = follower === undefined ? [] : [{ span: follower.stated.span, message: messageOf(follower) }];
  const fix = { title: `write ${edits.map(({ text }) => `\`${text}\``).join(" and ")}`, safe: true, edits };
  return { ...(related.length > 0 ? { related } : {}), ...(edits.length > 0 ? { fix } : {}) };
}

function messageOf({ stated, right }: WrongBuffer): string {
  const says = `the buffer of ${formatHours(stated.value ?? 0)} follows from it`;
  return right === undefined ? says : `${says}, it is ${formatHours(right)}`;
}
