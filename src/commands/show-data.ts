import type { Facts } from "../analysis/facts.ts";
import type { AssigneeResolution } from "../analysis/people.ts";
import { countWrittenOut, type Resolution, writtenOut } from "../analysis/references.ts";
import type { Criterion, Estimate, Field, Plan, RiskNote, Sprint, Task } from "../model.ts";
import { sectionId, sprintIdOf, taskId, taskIds } from "./ids.ts";

/** Everything that was read, for programs. */
export function showData(facts: Facts): object {
  const { plan } = facts;
  const shape: Shape = {
    dependencies: countWrittenOut(facts.references) > MOST_WRITTEN_OUT ? "ranges" : "written out",
    members: countMembers(facts) > MOST_WRITTEN_OUT ? "left out" : "written out",
  };
  return {
    title: plan.title?.text,
    phases: plan.phases.map((phase) => ({
      id: sectionId(phase),
      title: phase.title.text,
      weeks: phase.weeks?.value,
      sprints: phase.sprints.map((sprint) => sectionId(plan.sprints[sprint])),
    })),
    sprints: plan.sprints.map((sprint) => sprintData(facts, sprint)),
    tasks: plan.tasks.map((task) => taskData(facts, task, shape)),
    gates: plan.gates.map(({ from, to, kind }) => ({ from: idOf(from), to: idOf(to), kind })),
    milestones: plan.milestones.map(({ id, title, week, items }) => ({
      id: idOf(id),
      title: title.text,
      week: week?.value,
      items: items.map(criterionData),
    })),
    ceremonies: plan.ceremonies.map(({ name, hours, cadence }) => ({ name: name.text, hours: hours?.value, cadence })),
    unread: plan.unread.map(({ line, kind }) => ({ line, kind })),
  };
}

function sprintData({ plan, windows }: Facts, sprint: Sprint): object {
  const { index, phase, team, statedHours, statedBuffer, statedCapacity, firstTask, endTask } = sprint;
  const stated = { hours: statedHours?.value, buffer: statedBuffer?.value, capacity: statedCapacity?.value };
  return {
    id: sectionId(sprint),
    title: sprint.title.text,
    phase: phase === undefined ? undefined : sectionId(plan.phases[phase]),
    weeks: sprint.weeks?.value,
    dates: sprint.dates?.value,
    window: windows[index],
    goal: sprint.goal?.text,
    team: team.map(({ name, capacity }) => ({ name: name.text, capacity: capacity.value })),
    stated: Object.values(stated).every((hours) => hours === undefined) ? undefined : stated,
    tasks: plan.tasks.slice(firstTask, endTask).map((task) => idOf(task.id)),
    criteria: sprint.criteria.map(criterionData),
    risks: sprint.risks.map(riskData),
  };
}

/** A few words such as `All` in every row could stand for far more ids and names than the file has letters. */
interface Shape {
  readonly dependencies: "written out" | "ranges";
  readonly members: "written out" | "left out";
}

const MOST_WRITTEN_OUT = 1_000_000;

function countMembers({ plan, people }: Facts): number {
  return plan.tasks.reduce((sum, { index, sprint }) => {
    const everyone = people.assignees[index].some(({ kind }) => kind === "everyone");
    return sum + (everyone && sprint !== undefined ? plan.sprints[sprint].team.length : people.assignees[index].length);
  }, 0);
}

function taskData({ plan, references, people }: Facts, task: Task, shape: Shape): object {
  const resolutions = references[task.index];
  return {
    id: idOf(task.id),
    title: task.title.text,
    sprint: sprintIdOf(plan, task.index),
    estimate: task.estimate.value && estimateData(task.estimate.value),
    assignees: task.assignees.map(({ text }) => text),
    members:
      shape.members === "written out"
        ? [...new Set(people.assignees[task.index].flatMap((resolution) => namesOf(plan, task, resolution)))]
        : undefined,
    dependencies: shape.dependencies === "written out" ? [...new Set(taskIds(plan, writtenOut(resolutions)))] : undefined,
    references: task.dependencies.map(({ text }, index) => referenceData(plan, text, resolutions[index], shape)),
    risk: task.risk.value,
    priority: task.priority.text === "" ? undefined : task.priority.text,
    status: task.status.value,
    parent: task.parent === undefined ? undefined : taskId(plan, task.parent),
    line: task.line,
  };
}

function referenceData(plan: Plan, text: string, resolution: Resolution, { dependencies }: Shape): object {
  const kind = resolution.reference?.kind ?? "outside";
  if (dependencies === "written out") return { text, kind, tasks: taskIds(plan, writtenOut([resolution])) };
  return { text, kind, ranges: resolution.targets.map(({ start, end }) => ({ first: taskId(plan, start), last: taskId(plan, end - 1) })) };
}

/** The kind of an estimate can be told from its properties. */
function estimateData(estimate: Estimate): object {
  const { kind: _kind, ...amounts } = estimate;
  return amounts;
}

function namesOf(plan: Plan, task: Task, resolution: AssigneeResolution): readonly string[] {
  switch (resolution.kind) {
    case "member":
    case "elsewhere":
      return [resolution.name];
    case "everyone":
      return task.sprint === undefined ? [] : plan.sprints[task.sprint].team.map(({ name }) => name.text);
    case "ambiguous":
    case "unknown":
    case "unlisted":
    case "nobody":
      return [];
  }
}

function criterionData({ text, done }: Criterion): object {
  return { text: text.text, done };
}

function riskData({ level, text, mitigation, fallback }: RiskNote): object {
  return { level, text: text.text, mitigation: mitigation?.text, fallback: fallback?.text };
}

function idOf({ value, text }: Field<string>): string {
  return value ?? text;
}
