import { formatCount, formatList } from "../format.ts";
import type { Plan, Section, SectionRole, Task } from "../model.ts";
import type { Span } from "../source.ts";
import type { Context, Rule } from "./rule.ts";

export const decorativeCheckmarks: Rule = {
  id: "decorative-checkmarks",
  severity: "info",
  summary: "check marks stand in front of what cannot be done yet, as its tasks are open",
  fixable: "no",
  *check({ plan, config }: Context) {
    if (config.decorations === "done" || plan.checkMarks.length === 0) return;
    const marks = marksAhead(plan);
    if (marks.length === 0) return;
    const counts = new Map<string, number>();
    for (const { noun } of marks) counts.set(noun, (counts.get(noun) ?? 0) + 1);
    const open = plan.tasks.filter(isOpen).length;
    yield {
      span: marks[0].span,
      message: `${formatCount(marks.length, "check mark")} in front of ${formatList([...counts.keys()])}, while ${open} of ${formatCount(plan.tasks.length, "task")} ${open === 1 ? "is" : "are"} open`,
      notes: [`${formatList([...counts].map(([noun, count]) => `${count} on ${noun}`))}, taken as decoration`],
      help: "write plain items or `- [ ]`, or set `decorations` to `done` if the marks mean that",
    };
  },
};

interface Mark {
  readonly span: Span;
  /** What it stands in front of. */
  readonly noun: string;
}

function marksAhead(plan: Plan): readonly Mark[] {
  const marks: Mark[] = [];
  const openScopes = openStretches(plan);
  const statuses = new Map<Section, boolean>();
  let next = 0;
  let sprint = 0;
  for (const span of plan.checkMarks.toSorted((a, b) => a.start - b.start)) {
    while (next < plan.sections.length && plan.sections[next].heading.span.start <= span.start) next += 1;
    while (sprint < plan.sprints.length && plan.sprints[sprint].span.end <= span.start) sprint += 1;
    const section = plan.sections[next - 1];
    const noun = next === 0 ? undefined : NOUNS.get(section.role);
    const inSprint = sprint < plan.sprints.length && plan.sprints[sprint].span.start <= span.start;
    const ahead = inSprint ? openScopes.sprints[sprint] : openScopes.whole;
    if (noun === undefined || !ahead) continue;
    const isStatus = statuses.get(section) ?? tellsStatus(plan, section);
    statuses.set(section, isStatus);
    if (!isStatus) marks.push({ span, noun });
  }
  return marks;
}

interface OpenStretches {
  readonly sprints: readonly boolean[];
  readonly whole: boolean;
}

/** Where fewer than half of the tasks are done, what they are for is not there yet. */
function openStretches({ tasks, sprints }: Plan): OpenStretches {
  const isAhead = (some: readonly Task[]) => 2 * some.filter((task) => !isOpen(task)).length < some.length;
  return { sprints: sprints.map(({ firstTask, endTask }) => isAhead(tasks.slice(firstTask, endTask))), whole: isAhead(tasks) };
}

function isOpen({ status }: Task): boolean {
  return status.value !== "done" && status.value !== "dropped";
}

/** Where other signs stand in front of other items, the marks are no decoration. */
function tellsStatus({ source }: Plan, { span }: Section): boolean {
  return OTHER_SIGN.test(source.text.slice(span.start, span.end));
}

const OTHER_SIGN = /^[^\S\r\n\u2028\u2029]*(?:[-*+]|\d+[.)])\s+(?:❌|✗|✘|⏳|⌛|🔄|⬜|🔲|☐|🚧|🟡|🔴|⏸)/mu;

const NOUNS: ReadonlyMap<SectionRole, string> = new Map([
  ["goal", "goals"],
  ["metrics", "metrics"],
  ["milestones", "milestones"],
  ["milestone", "milestone items"],
  ["success", "success criteria"],
]);
