import { formatCount, formatQuote } from "../format.ts";
import type { Task } from "../model.ts";
import { hidesCharacter } from "./hidden-characters.ts";
import type { Finding, Rule } from "./rule.ts";

export const invalidEstimate: Rule = {
  id: "invalid-estimate",
  severity: "error",
  summary: "an estimate or a capacity is no amount of time",
  fixable: "no",
  *check({ plan }) {
    for (const { capacity, name } of plan.sprints.flatMap(({ team }) => team)) {
      if (capacity.problem === undefined || hidesCharacter(capacity.text)) continue;
      yield {
        span: capacity.span,
        message: `the capacity of ${formatQuote(name.text)} is ${formatQuote(capacity.text)}, not a number of hours`,
        help: "write the hours that this person has for the sprint",
      };
    }
    const broken = plan.tasks.filter(({ estimate }) => estimate.problem !== undefined && !hidesCharacter(estimate.text));
    const readable = plan.tasks.some(({ estimate }) => estimate.value !== undefined);
    if (readable || broken.length < FEWEST_OF_A_UNIT) yield* broken.map(findingOf);
    else yield unitFinding(broken);
  },
};

function findingOf({ estimate }: Task): Finding {
  return { span: estimate.span, message: `${formatQuote(estimate.text)} is no estimate`, help: HELP };
}

/** A plan of which no estimate can be read has a unit of its own: that is one fault, not one a row. */
function unitFinding(broken: readonly Task[]): Finding {
  const [{ estimate }] = broken;
  return {
    span: estimate.span,
    severity: "warning",
    message: `none of the ${formatCount(broken.length, "estimate")} can be read, such as ${formatQuote(estimate.text)}`,
    help: HELP,
  };
}

const HELP = "write a number or a range, with a unit where it is not hours: `4`, `1.5 d`, `2-3 h`, or `TBD`";

const FEWEST_OF_A_UNIT = 3;
