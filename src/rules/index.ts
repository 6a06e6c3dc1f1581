import { ambiguousAssignee } from "./ambiguous-assignee.ts";
import { assigneeWithoutCapacity } from "./assignee-without-capacity.ts";
import { backwardDependency } from "./backward-dependency.ts";
import { contradictedGate } from "./contradicted-gate.ts";
import { contradictedParallel } from "./contradicted-parallel.ts";
import { deceptiveCharacter } from "./deceptive-character.ts";
import { dependencyCycle } from "./dependency-cycle.ts";
import { duplicateDependency } from "./duplicate-dependency.ts";
import { duplicateSprint } from "./duplicate-sprint.ts";
import { duplicateTask } from "./duplicate-task.ts";
import { emptyPlan } from "./empty-plan.ts";
import { invalidEstimate } from "./invalid-estimate.ts";
import { misnumberedTask } from "./misnumbered-task.ts";
import { missingEstimate } from "./missing-estimate.ts";
import { mojibake } from "./mojibake.ts";
import { overCapacity } from "./over-capacity.ts";
import { overloadedMember } from "./overloaded-member.ts";
import { reversedRange } from "./reversed-range.ts";
import type { Rule } from "./rule.ts";
import { sprintOverrun } from "./sprint-overrun.ts";
import { unassignedTask } from "./unassigned-task.ts";
import { unknownAssignee } from "./unknown-assignee.ts";
import { unknownDependency } from "./unknown-dependency.ts";
import { unreadRow } from "./unread-row.ts";
import { unreadTable } from "./unread-table.ts";
import { unresolvedDependency } from "./unresolved-dependency.ts";
import { vagueDependency } from "./vague-dependency.ts";
import { wrongBuffer } from "./wrong-buffer.ts";
import { wrongCapacityTotal } from "./wrong-capacity-total.ts";
import { wrongTotal } from "./wrong-total.ts";
import { wrongWeeks } from "./wrong-weeks.ts";

/** All rules, by group: reading, arithmetic, dependencies, people, time. */
export const rules: readonly Rule[] = [
  emptyPlan,
  unreadTable,
  unreadRow,
  mojibake,
  deceptiveCharacter,
  invalidEstimate,
  missingEstimate,
  duplicateTask,
  duplicateSprint,
  misnumberedTask,
  wrongTotal,
  wrongBuffer,
  wrongCapacityTotal,
  overCapacity,
  wrongWeeks,
  unknownDependency,
  dependencyCycle,
  backwardDependency,
  reversedRange,
  duplicateDependency,
  vagueDependency,
  unresolvedDependency,
  contradictedGate,
  contradictedParallel,
  unassignedTask,
  unknownAssignee,
  ambiguousAssignee,
  assigneeWithoutCapacity,
  overloadedMember,
  sprintOverrun,
];
