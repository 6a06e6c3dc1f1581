import type { AssigneeResolution, People } from "../analysis/people.ts";
import type { Assignee, Field, Plan, Task } from "../model.ts";
import { taskName } from "./names.ts";
import type { Related } from "./rule.ts";

/** A name in an assignee cell, and whom it means. */
export interface AssigneeUse<Resolution = AssigneeResolution> {
  readonly task: Task;
  readonly field: Field<Assignee>;
  readonly resolution: Resolution;
}

/** The uses of each name of one kind in document order, so that a name is one finding however often it is written. */
export function usesByName<Kind extends AssigneeResolution["kind"]>(
  plan: Plan,
  people: People,
  kind: Kind,
  scope: "plan" | "sprint",
): Iterable<readonly AssigneeUse<Extract<AssigneeResolution, { kind: Kind }>>[]> {
  const groups = new Map<string, AssigneeUse<Extract<AssigneeResolution, { kind: Kind }>>[]>();
  for (const task of plan.tasks) {
    for (const [at, resolution] of people.assignees[task.index].entries()) {
      if (!isKind(resolution, kind)) continue;
      const key = `${scope === "plan" ? "" : task.sprint} ${"person" in resolution ? resolution.person : ""}`;
      const use = { task, field: task.assignees[at], resolution };
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [use]);
      else group.push(use);
    }
  }
  return groups.values();
}

/** The places of all uses but the first, which is the finding's own. */
export function furtherUses(uses: readonly AssigneeUse[]): readonly Related[] {
  return uses.slice(1).map(({ task, field }) => ({ span: field.span, message: `also on task ${taskName(task)}` }));
}

function isKind<Kind extends AssigneeResolution["kind"]>(
  resolution: AssigneeResolution,
  kind: Kind,
): resolution is Extract<AssigneeResolution, { kind: Kind }> {
  return resolution.kind === kind;
}
