import fc from "fast-check";
import type { Reading } from "../src/model.ts";

/** A plan as its inventor knows it: what waits for what is settled before a word of it is written. */
export interface InventedPlan {
  readonly tasks: readonly InventedTask[];
  readonly sprints: readonly InventedSprint[];
}

export interface InventedTask {
  readonly sprint: number;
  /** Hours of the row, and how they are written. */
  readonly hours: number;
  readonly estimate: string;
  readonly people: readonly string[] | "everybody";
  /** The dependencies as written, each with the tasks that it means. */
  readonly waits: readonly Wait[];
}

export interface Wait {
  readonly text: string;
  readonly tasks: readonly number[];
}

export interface InventedSprint {
  readonly id: string;
  readonly team: readonly string[];
  readonly gate: InventedGate;
}

/** How the diagram joins a sprint to those before it: by nothing, an arrow, or an arrow with a note. */
export interface InventedGate {
  readonly kind: "none" | "arrow" | "hard" | "overlap";
  /** Indexes of sprints. */
  readonly from: readonly number[];
}

export const readings: fc.Arbitrary<Reading> = fc.record({
  joint: fc.constantFrom("split", "each"),
  all: fc.constantFrom("attend", "share"),
  overlap: fc.constantFrom("inherit", "wait", "free"),
});

/** The task that `index` is, as the plan calls it. */
export function idOf({ tasks, sprints }: InventedPlan, index: number): string {
  const { sprint } = tasks[index];
  return `${sprints[sprint].id}.${index - tasks.findIndex((task) => task.sprint === sprint) + 1}`;
}

const PEOPLE = ["Ada", "Ben", "Cleo", "Dora"];

const estimateDraw = fc.record({ quarters: fc.nat(40), form: fc.constantFrom("bare", "short", "long", "minutes", "range", "three") });

const waitDraw = fc.record({
  kind: fc.constantFrom("id", "id", "id", "near", "near", "range", "all", "forward"),
  first: fc.nat(),
  length: fc.nat(5),
  form: fc.nat(3),
});

const taskDraw = fc.record({
  estimate: estimateDraw,
  people: fc.oneof(fc.subarray(PEOPLE, { minLength: 1 }), fc.constant("everybody" as const)),
  waits: fc.array(waitDraw, { maxLength: 3 }),
});

const sprintDraw = (tasks: number) =>
  fc.record({
    team: fc.subarray(PEOPLE),
    tasks: fc.array(taskDraw, { maxLength: tasks }),
    gate: fc.record({ kind: fc.constantFrom("none", "arrow", "hard", "overlap"), from: fc.nat(), both: fc.boolean() }),
  });

type WaitDraw = typeof waitDraw extends fc.Arbitrary<infer Draw> ? Draw : never;
type SprintDraw = ReturnType<typeof sprintDraw> extends fc.Arbitrary<infer Draw> ? Draw : never;
type EstimateDraw = typeof estimateDraw extends fc.Arbitrary<infer Draw> ? Draw : never;

/** Plans of one to three sprints with up to eight tasks each, in which nothing waits for itself. */
export const plans: fc.Arbitrary<InventedPlan> = fc.array(sprintDraw(8), { minLength: 1, maxLength: 3 }).map(invent);

/** Plans of one or two sprints with up to three tasks each: where it is their writing that matters, more of them can be tried. */
export const smallPlans: fc.Arbitrary<InventedPlan> = fc.array(sprintDraw(3), { minLength: 1, maxLength: 2 }).map(invent);

function invent(draws: readonly SprintDraw[]): InventedPlan {
  const sprints = draws.map(({ team, gate }, index) => ({ id: `1.${index + 1}`, team, gate: inventGate(gate, index) }));
  const bare = draws.flatMap(({ tasks }, sprint) =>
    tasks.map(({ estimate, people }) => ({ sprint, people, waits: [], ...inventEstimate(estimate) })),
  );
  let plan: InventedPlan = { sprints, tasks: bare };
  for (const [index, { waits }] of draws.flatMap(({ tasks }) => tasks).entries()) {
    for (const draw of waits) {
      const wait = inventWait(plan, index, draw);
      if (wait?.tasks.every((other) => !leadsTo(plan, index, other))) plan = withWait(plan, index, wait);
    }
  }
  return plan;
}

/** The same plan with one more dependency at the end of a task's. */
export function withWait(plan: InventedPlan, index: number, wait: Wait): InventedPlan {
  return { ...plan, tasks: plan.tasks.map((task, at) => (at === index ? { ...task, waits: [...task.waits, wait] } : task)) };
}

/** Whether `task` is `other`, or `other` waits for it in the end. */
function leadsTo({ tasks }: InventedPlan, task: number, other: number): boolean {
  const open = [other];
  const seen = new Set<number>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === task) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...tasks[next].waits.flatMap((wait) => wait.tasks));
  }
  return false;
}

function inventGate({ kind, from, both }: SprintDraw["gate"], sprint: number): InventedGate {
  if (sprint === 0) return { kind: "none", from: [] };
  if (kind === "none" || kind === "arrow") return { kind, from: kind === "none" ? [] : [sprint - 1] };
  return { kind, from: both ? Array.from({ length: sprint }, (_unused, index) => index) : [from % sprint] };
}

/** A range counts as its middle, three points as one of the first, four of the second and one of the third by six. */
function inventEstimate({ quarters, form }: EstimateDraw): Pick<InventedTask, "hours" | "estimate"> {
  const hours = quarters / 4;
  switch (form) {
    case "bare":
      return { hours, estimate: `${hours}` };
    case "short":
      return { hours, estimate: `${hours}h` };
    case "long":
      return { hours, estimate: `${hours} hours` };
    case "minutes":
      return { hours, estimate: `${hours * 60} min` };
    case "range":
      return { hours: hours + 0.5, estimate: `${hours}-${hours + 1}` };
    case "three":
      return { hours: (hours + 4 * (hours + 1) + (hours + 3.5)) / 6, estimate: `${hours}/${hours + 1}/${hours + 3.5}` };
  }
}

function inventWait(plan: InventedPlan, index: number, { kind, first, length, form }: WaitDraw): Wait | undefined {
  const { sprint } = plan.tasks[index];
  const start = plan.tasks.findIndex((task) => task.sprint === sprint);
  switch (kind) {
    case "id":
      return index === 0 ? undefined : { text: idOf(plan, first % index), tasks: [first % index] };
    case "near":
      return index === start ? undefined : { text: idOf(plan, index - 1), tasks: [index - 1] };
    case "all":
      return index === start ? undefined : { text: ["All", "All above", "all", "All previous"][form], tasks: numbers(start, index) };
    case "range": {
      if (index === 0) return undefined;
      const from = first % index;
      const tasks = numbers(from, Math.min(index, from + length + 1));
      const mark = ["-", "–", " to ", " … "][form];
      return { text: `${idOf(plan, from)}${mark}${idOf(plan, from + tasks.length - 1)}`, tasks };
    }
    case "forward": {
      const end = plan.tasks.findLastIndex((task) => task.sprint === sprint) + 1;
      const other = index + 1 + (length % Math.max(1, end - index - 1));
      return other >= end ? undefined : { text: idOf(plan, other), tasks: [other] };
    }
  }
}

function numbers(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_unused, offset) => start + offset);
}

/** The plan as a person would write it. */
export function writePlan(plan: InventedPlan): string {
  const sprints = plan.sprints.map((sprint, index) => writeSprint(plan, sprint, index)).join("\n");
  return `# Any Plan\n\n${sprints}\n## Critical Path\n\n\`\`\`\n${writeDiagram(plan)}\`\`\`\n`;
}

function writeSprint(plan: InventedPlan, { id, team }: InventedSprint, sprint: number): string {
  const members = team.map((name) => `- ${name}: 40 hours\n`).join("");
  const capacity = team.length === 0 ? "" : `#### Team Capacity\n${members}\n#### Tasks\n\n`;
  const rows = plan.tasks.flatMap((task, index) => (task.sprint === sprint ? [writeTask(plan, task, index)] : []));
  const header = "| Task | Hours | Assignee | Dependencies |\n|---|---|---|---|\n";
  return `### Sprint ${id}: Part ${sprint + 1} (Week ${sprint + 1})\n\n${capacity}${header}${rows.join("")}`;
}

function writeTask(plan: InventedPlan, { estimate, people, waits }: InventedTask, index: number): string {
  const names = people === "everybody" ? "All" : people.join([" + ", ", ", " / ", " & "][index % 4]);
  const separator = [", ", "; ", " + ", " and "][index % 4];
  const after = waits.length === 0 ? ["None", "-", "", "N/A"][index % 4] : waits.map(({ text }) => text).join(separator);
  const id = index % 2 === 0 ? `**${idOf(plan, index)}**` : idOf(plan, index);
  return `| ${id} | ${estimate} | ${names} | ${after} |\n`;
}

function writeDiagram({ sprints }: InventedPlan): string {
  const lines = sprints.map(({ id, gate }) => {
    const from = gate.from.map((index) => sprints[index].id).join(", ");
    const note = { none: "", arrow: "", hard: ` ← Must wait for ${from}`, overlap: ` ← Can partially parallel with ${from}` }[gate.kind];
    return `${gate.kind === "none" ? "" : "    ↓\n"}Sprint ${id}${note}\n`;
  });
  return lines.join("");
}
