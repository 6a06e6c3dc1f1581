import type { FieldValue, PlanChange, PlanItem } from "../../analysis/difference/difference.ts";
import type { MemberEffect, PlanEffect, SprintEffect, SprintSides } from "../../analysis/difference/effect.ts";
import { differs } from "../../analysis/difference/effect-measure.ts";
import type { Diagnostic } from "../../lint.ts";
import type { Plan } from "../../model.ts";
import { positionAt, type Span } from "../../source.ts";
import { sectionId, taskId, taskIds } from "../ids.ts";
import type { DiffOptions } from "./diff.ts";
import type { DiffResult } from "./result.ts";

/** What programs get; without a change in the plan, no effect. */
export function diffData(result: DiffResult, names: Pick<DiffOptions, "base" | "head">): object {
  const { status, base, head, difference, effect, findings, renamedFrom } = result;
  return {
    base: names.base,
    head: names.head,
    status,
    renamedFrom,
    changes: difference.changes.map((change) => changeData(change, change.kind === "removed" ? base.plan : head.plan)),
    ...(effect === undefined ? {} : effectData(result, effect)),
    diagnostics: {
      new: findings.new.map((finding) => findingData(head.plan, finding)),
      resolved: findings.resolved.map((finding) => findingData(base.plan, finding)),
    },
  };
}

function changeData(change: PlanChange, { source }: Plan): object {
  const { kind, subject, id, place } = change;
  const { line } = positionAt(source, place.start);
  const { title, sprint } = "item" in change ? change.item : change.head;
  const common = { kind, subject, id, title: title === "" ? undefined : title, sprint, line };
  if ("item" in change) return { ...common, fields: fieldsOf(change.item) };
  const { field, before, after, gained, lost } = change;
  const lists = gained.length + lost.length === 0 ? {} : { gained, lost };
  return { ...common, field, before, after, ...lists };
}

function fieldsOf({ fields }: PlanItem): readonly { readonly field: string; readonly value: FieldValue }[] {
  return Array.from(fields, ([field, value]) => ({ field, value }));
}

function effectData(result: DiffResult, effect: PlanEffect): object {
  const { base, head } = result;
  const { duration, finish, hours, capacity, levelled, criticalPath, sprints, members, slack, milestones } = effect;
  return {
    effect: {
      duration,
      finish,
      optimal: { before: levelled.base?.optimal, after: levelled.head?.optimal },
      hours,
      capacity,
      sprints: sprints
        .filter((sprint) => [sprint.finish, sprint.overrun, sprint.duration, sprint.hours].some(differs))
        .map((sprint) => ({ id: sprintIdOf(result, sprint), ...measuresOf(sprint) })),
      slack: slack.map((each) => ({ id: taskId(head.plan, each.head), ...each.slack, critical: each.critical })),
      milestones: milestones
        .filter(({ reached, due }) => differs(reached) || differs(due))
        .map((each) => ({ id: milestoneId(result, each), due: each.due, reached: each.reached })),
    },
    criticalPath: { before: taskIds(base.plan, criticalPath.before), after: taskIds(head.plan, criticalPath.after) },
    members: members.filter(hasOtherLoad).map((member) => memberData(result, member)),
  };
}

function measuresOf({ finish, overrun, duration, hours }: SprintEffect): object {
  return { finish, overrun, duration, hours };
}

/** In the head, where it is there. */
function sprintIdOf({ base, head }: DiffResult, sides: SprintSides): string {
  return sectionId(sides.head === undefined ? base.plan.sprints[sides.base ?? 0] : head.plan.sprints[sides.head]);
}

function milestoneId({ base, head }: DiffResult, sides: { readonly base: number | undefined; readonly head: number | undefined }): string {
  const milestone = sides.head === undefined ? base.plan.milestones[sides.base ?? 0] : head.plan.milestones[sides.head];
  return milestone.id.value ?? milestone.id.text;
}

function hasOtherLoad({ before, after }: MemberEffect): boolean {
  return before?.load !== after?.load || before?.capacity !== after?.capacity;
}

function memberData(result: DiffResult, { sprint, before, after }: MemberEffect): object {
  return { sprint: sprintIdOf(result, sprint), name: after?.name ?? before?.name, before: loadData(before), after: loadData(after) };
}

function loadData(load: MemberEffect["before"]): object | undefined {
  return load && { load: load.load, capacity: load.capacity, utilization: load.utilization, overload: load.overload };
}

function findingData({ source }: Plan, { rule, severity, message, span }: Diagnostic): object {
  return { rule, severity, message, ...placeOf(source, span) };
}

function placeOf(source: Plan["source"], { start, end }: Span): object {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}
