import { formatCount, formatList } from "../format.ts";
import type { Plan, Sprint, Task } from "../model.ts";
import { headingSpan } from "./heading-span.ts";
import { isRisky } from "./high-risk.ts";
import { sprintName, taskId } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const unmitigatedRisk: Rule = {
  id: "unmitigated-risk",
  severity: "warning",
  summary: "a sprint has high-risk tasks and says nothing on mitigation",
  fixable: "no",
  *check({ plan }: Context) {
    const sections = riskSections(plan);
    if (sections.whole) return;
    const mitigated = plan.sprints.filter((sprint) => sections.sprints.has(sprint.index) || hasAnswer(plan, sprint));
    const answered = new Set(mitigated.map(keyOf));
    for (const sprint of plan.sprints) {
      const risky = plan.tasks.slice(sprint.firstTask, sprint.endTask).filter(isRisky);
      if (risky.length > 0 && !answered.has(keyOf(sprint))) yield findingOf(sprint, risky);
    }
  },
};

function findingOf(sprint: Sprint, risky: readonly Task[]): Finding {
  return {
    span: headingSpan(sprint),
    message: `${sprintName(sprint)} has ${formatCount(risky.length, "high-risk task")} and says nothing on mitigation`,
    notes: [`high risk: ${formatList(risky.map(taskId), MOST_TASKS)}`],
    help: "say what is done against the risk, and what if it comes true all the same",
  };
}

interface RiskSections {
  /** One outside of the sprints speaks for all of them. */
  readonly whole: boolean;
  readonly sprints: ReadonlySet<number>;
}

function riskSections({ sections, sprints }: Plan): RiskSections {
  const inside = new Set<number>();
  let whole = false;
  let next = 0;
  for (const { role, span } of sections) {
    while (next < sprints.length && sprints[next].span.end <= span.start) next += 1;
    if (role !== "risks") continue;
    if (next < sprints.length && sprints[next].span.start <= span.start) inside.add(next);
    else whole = true;
  }
  return { whole, sprints: inside };
}

/** A sprint that stands in two parts under the same id is one. */
function keyOf({ id, index }: Sprint): string {
  return id.value === undefined || id.value === "" ? `#${index}` : id.value;
}

/** A column for it, or a word on it anywhere in the sprint. */
function hasAnswer({ source }: Plan, { span }: Sprint): boolean {
  return ANSWER.test(source.text.slice(span.start, span.end));
}

const ANSWER =
  /\b(?:mitigat|contingen|fallback|plan b\b|gegenmaßnahme|mitigaci|mitigaç|atténuation)|缓解|应对|対策|軽減|완화|대응|снижени|biện pháp|mitigasi/i;
const MOST_TASKS = 8;
