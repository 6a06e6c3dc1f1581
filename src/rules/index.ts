import { ambiguousAssignee } from "./ambiguous-assignee.ts";
import { assigneeWithoutCapacity } from "./assignee-without-capacity.ts";
import { backwardDependency } from "./backward-dependency.ts";
import { contradictedGate } from "./contradicted-gate.ts";
import { contradictedParallel } from "./contradicted-parallel.ts";
import { contradictedTeamSize } from "./contradicted-team-size.ts";
import { deceptiveCharacter } from "./deceptive-character.ts";
import { decorativeCheckmarks } from "./decorative-checkmarks.ts";
import { dependencyCycle } from "./dependency-cycle.ts";
import { duplicateDependency } from "./duplicate-dependency.ts";
import { duplicateSprint } from "./duplicate-sprint.ts";
import { duplicateTask } from "./duplicate-task.ts";
import { emptyPlan } from "./empty-plan.ts";
import { idleMember } from "./idle-member.ts";
import { invalidEstimate } from "./invalid-estimate.ts";
import { isolatedTask } from "./isolated-task.ts";
import { lateMilestone } from "./late-milestone.ts";
import { levelledOverrun } from "./levelled-overrun.ts";
import { misnumberedTask } from "./misnumbered-task.ts";
import { missingEstimate } from "./missing-estimate.ts";
import { missingSection } from "./missing-section.ts";
import { mojibake } from "./mojibake.ts";
import { openCriteria } from "./open-criteria.ts";
import { openPrerequisite } from "./open-prerequisite.ts";
import { overCapacity } from "./over-capacity.ts";
import { overloadedMember } from "./overloaded-member.ts";
import { oversizedTask } from "./oversized-task.ts";
import { planOverrun } from "./plan-overrun.ts";
import { redundantDependency } from "./redundant-dependency.ts";
import { reversedRange } from "./reversed-range.ts";
import { riskyChain } from "./risky-chain.ts";
import type { Rule } from "./rule.ts";
import { sprintOverrun } from "./sprint-overrun.ts";
import { unassignedTask } from "./unassigned-task.ts";
import { unbudgetedCeremonies } from "./unbudgeted-ceremonies.ts";
import { unknownAssignee } from "./unknown-assignee.ts";
import { unknownDependency } from "./unknown-dependency.ts";
import { unmitigatedRisk } from "./unmitigated-risk.ts";
import { unreadRow } from "./unread-row.ts";
import { unreadTable } from "./unread-table.ts";
import { unresolvedDependency } from "./unresolved-dependency.ts";
import { unusableCapacity } from "./unusable-capacity.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { vagueDependency } from "./vague-dependency.ts";
import { wrongBuffer } from "./wrong-buffer.ts";
import { wrongCapacityTotal } from "./wrong-capacity-total.ts";
import { wrongTotal } from "./wrong-total.ts";
import { wrongWeeks } from "./wrong-weeks.ts";

/** All rules, by group: reading, arithmetic, dependencies, people, time, risk and progress. */
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
  redundantDependency,
  isolatedTask,
  unassignedTask,
  unknownAssignee,
  ambiguousAssignee,
  assigneeWithoutCapacity,
  overloadedMember,
  idleMember,
  sprintOverrun,
  levelledOverrun,
  unusableCapacity,
  planOverrun,
  lateMilestone,
  unbudgetedCeremonies,
  contradictedTeamSize,
  unmitigatedRisk,
  riskyChain,
  decorativeCheckmarks,
  openPrerequisite,
  openCriteria,
  oversizedTask,
  missingSection,
  unusedSuppression,
];
