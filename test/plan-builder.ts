import type {
  Assignee,
  Dates,
  Estimate,
  Field,
  Gate,
  Link,
  Plan,
  Reference,
  ReferenceTarget,
  Sprint,
  Status,
  Task,
  Weeks,
} from "../src/model.ts";
import { createSource } from "../src/source.ts";

/** Dependencies: `A`, `A..C` (a range), `All`, `group:All routes`, `sprint:1.1`, `week:2` …, with a link: `A SS+2`. */
export interface TaskRow {
  readonly id: string;
  readonly hours?: number;
  readonly estimate?: Estimate;
  readonly who?: readonly string[];
  readonly after?: readonly string[];
  readonly status?: Status;
  readonly parent?: number;
}

export interface SprintRow {
  readonly id: string;
  readonly weeks?: Weeks;
  readonly dates?: Dates;
  readonly team?: readonly (readonly [name: string, hours: number])[];
  readonly tasks?: readonly TaskRow[];
}

export interface PlanRows {
  readonly sprints?: readonly SprintRow[];
  /** Tasks outside of any sprint. */
  readonly tasks?: readonly TaskRow[];
  /** `1.1 > 1.2` hard, `1.1 ~ 1.2` overlapping. */
  readonly gates?: readonly string[];
  readonly phases?: readonly { readonly id: string; readonly sprints: readonly number[] }[];
  readonly milestones?: readonly { readonly id: string; readonly week: number }[];
}

export function buildPlan({ sprints = [], tasks = [], gates = [], phases = [], milestones = [] }: PlanRows): Plan {
  const built: Task[] = [];
  const builtSprints = sprints.map((sprint, index) => {
    const firstTask = built.length;
    for (const row of sprint.tasks ?? []) built.push(buildTask(row, built.length, index));
    return buildSprint(sprint, index, { firstTask, endTask: built.length });
  });
  for (const row of tasks) built.push(buildTask(row, built.length, undefined));
  return {
    ...EMPTY,
    sprints: builtSprints,
    tasks: built,
    gates: gates.map(buildGate),
    phases: phases.map(({ id, sprints: members }) => ({
      id: field(id, id),
      title: NOTHING,
      heading: NOTHING,
      weeks: undefined,
      sprints: members,
      span: SPAN,
    })),
    milestones: milestones.map(({ id, week }) => ({
      id: field(id, id),
      title: NOTHING,
      heading: NOTHING,
      week: field(String(week), week),
      items: [],
    })),
  };
}

export function field<T>(text: string, value: T | undefined): Field<T> {
  return { text, span: SPAN, value, problem: undefined };
}

const SPAN = { start: 0, end: 0 };
const NOTHING: Field<never> = { text: "", span: SPAN, value: undefined, problem: undefined };

const EMPTY: Plan = {
  totals: [],
  source: createSource("plan.md", ""),
  title: undefined,
  facts: [],
  duration: undefined,
  phases: [],
  sprints: [],
  tasks: [],
  gates: [],
  parallelClaims: [],
  milestones: [],
  ceremonies: [],
  communications: [],
  successCriteria: [],
  sections: [],
  tables: [],
  unread: [],
  damage: [],
  checkMarks: [],
  frontMatter: undefined,
  suppressions: [],
};

function buildSprint({ id, weeks, dates, team = [] }: SprintRow, index: number, tasks: Pick<Sprint, "firstTask" | "endTask">): Sprint {
  return {
    index,
    id: field(id, id),
    title: NOTHING,
    heading: NOTHING,
    phase: undefined,
    weeks: weeks && field("", weeks),
    dates: dates && field("", dates),
    goal: undefined,
    team: team.map(([name, hours]) => ({ name: field(name, name), capacity: field(String(hours), hours) })),
    statedCapacity: undefined,
    statedHours: undefined,
    statedBuffer: undefined,
    focus: [],
    criteria: [],
    risks: [],
    metrics: [],
    ...tasks,
    span: SPAN,
  };
}

function buildTask(
  { id, hours, estimate, who = [], after = [], status, parent }: TaskRow,
  index: number,
  sprint: number | undefined,
): Task {
  const estimated: Estimate | undefined = hours === undefined ? estimate : { kind: "hours", hours };
  return {
    index,
    id: field(id, id),
    title: NOTHING,
    sprint,
    parent,
    estimate: field("", estimated),
    assignees: who.map((name) => field(name, buildAssignee(name))),
    dependencies: after.map((text) => field(text, buildReference(text))),
    risk: NOTHING,
    priority: NOTHING,
    status: field("", status),
    optional: false,
    line: index + 1,
    span: SPAN,
  };
}

function buildAssignee(name: string): Assignee {
  if (name === "All") return { kind: "everyone" };
  return name === "TBD" ? { kind: "nobody" } : { kind: "person", name };
}

function buildReference(text: string): Reference {
  const linked = /^(.*) (FS|SS|FF|SF)([+-]\d+)?$/.exec(text);
  const relation = RELATIONS.find((each) => each === linked?.[2]) ?? "FS";
  return { ...buildTarget(linked?.[1] ?? text), link: { relation, lag: Number(linked?.[3] ?? 0) } };
}

const RELATIONS: readonly Link["relation"][] = ["FS", "SS", "FF", "SF"];

function buildTarget(text: string): ReferenceTarget {
  if (text === "All") return { kind: "all" };
  if (text === "outside") return { kind: "outside" };
  const range = text.split("..");
  if (range.length === 2) return { kind: "range", first: range[0], last: range[1] };
  const [role, words] = text.split(":");
  if (words === undefined) return { kind: "id", id: text };
  if (role === "sprint" || role === "phase" || role === "milestone" || role === "week") return { kind: "section", role, id: words };
  return { kind: "group", words };
}

function buildGate(text: string): Gate {
  const [from, kind, to] = text.split(" ");
  return { from: field(from, from), to: field(to, to), kind: kind === ">" ? "hard" : "overlap", span: SPAN };
}
