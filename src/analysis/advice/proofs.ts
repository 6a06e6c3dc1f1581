import { HOUR_TOLERANCE } from "../../model.ts";
import { exactHours } from "../effort.ts";
import { computeFacts, type Facts } from "../facts.ts";
import { roleMates, withoutWork } from "../what-if/plan-changes.ts";
import { applyChange, unchanged } from "../what-if/what-if.ts";
import { isAhead, isAssigned, type Moves, tasksIn } from "./moves.ts";
import type { RemedyKind } from "./remedies.ts";

/** Changes of these kinds, however many of them, do not make a sprint fit. */
export interface Proof {
  readonly kinds: readonly RemedyKind[];
  readonly reason: ProofReason;
}

export type ProofReason =
  /** Tasks that wait for each other take that many hours, whoever does them. */
  | { readonly kind: "chain"; readonly hours: number }
  /** Those of one role have that many hours of work each, however they share it. */
  | { readonly kind: "load"; readonly hours: number; readonly people: readonly string[] }
  /** Nobody who works in the sprint has somebody of the same role there. */
  | { readonly kind: "no-mates" }
  | { readonly kind: "no-joint-tasks" }
  | { readonly kind: "no-later-sprint" }
  /** Every later sprint comes behind one that waits for this one as a whole. */
  | { readonly kind: "gate" }
  /** No other later sprint keeps its window as it is. */
  | { readonly kind: "no-room" }
  /** For every task, something that stays waits for it. */
  | { readonly kind: "nothing-movable" }
  | { readonly kind: "nothing-optional" };

/** Why kinds of change cannot help a sprint: there is nothing of the kind, or a bound with all of them at once is more than the window. */
export function findProofs(facts: Facts, sprint: number, moves: Moves): readonly Proof[] {
  const { windows } = facts;
  const window = windows[sprint];
  if (window === undefined) return [];
  const absent = missingKinds(facts, sprint, moves);
  const possible = KINDS.filter((kind) => !absent.some(({ kinds }) => kinds.includes(kind)) && (kind !== "move" || moves.settled));
  const bounds: Proof[] = [];
  for (const kinds of relaxations(possible)) {
    if (bounds.some((wider) => kinds.every((kind) => wider.kinds.includes(kind)))) continue;
    const bound = boundOf(relaxed(facts, sprint, { moves, kinds }), sprint);
    if (bound !== undefined && bound.hours > window.end - window.start + HOUR_TOLERANCE) bounds.push({ kinds, reason: bound });
  }
  return [...bounds, ...absent];
}

const KINDS: readonly RemedyKind[] = ["assign", "split", "move", "drop"];

/** The widest first. Who does a task, and whether its people meet, changes nothing about the bounds. */
function relaxations(possible: readonly RemedyKind[]): readonly (readonly RemedyKind[])[] {
  const without = (...kinds: readonly RemedyKind[]) => possible.filter((kind) => !kinds.includes(kind));
  return [possible, without("move"), without("drop"), without("move", "drop")].filter(({ length }) => length > 0);
}

function missingKinds(facts: Facts, sprint: number, moves: Moves): readonly Proof[] {
  const { plan, effort } = facts;
  const ahead = tasksIn(plan, sprint).filter((task) => isAhead(facts, task));
  const crews = ahead.filter((task) => isAssigned(facts, task)).map((task) => effort.crews[task].people);
  const hasMate = crews.some((people) => people.some(({ member }) => member !== undefined && matesOf(facts, sprint, member).length > 0));
  return [
    ...(hasMate ? [] : [missing("assign", "no-mates")]),
    ...(crews.some(({ length }) => length > 1) ? [] : [missing("split", "no-joint-tasks")]),
    ...missingMoves(moves),
    ...(ahead.some((task) => plan.tasks[task].optional) ? [] : [missing("drop", "nothing-optional")]),
  ];
}

function missingMoves({ later, open, settled, targets, groups }: Moves): readonly Proof[] {
  if (open.length === 0) return [missing("move", later.length === 0 ? "no-later-sprint" : "gate")];
  if (targets.length === 0) return settled ? [missing("move", "no-room")] : [];
  return groups.size > 0 || !settled ? [] : [missing("move", "nothing-movable")];
}

function missing(kind: RemedyKind, reason: Exclude<ProofReason["kind"], "chain" | "load">): Proof {
  return { kinds: [kind], reason: { kind: reason } };
}

function matesOf({ plan }: Facts, sprint: number, member: number): readonly number[] {
  const { name } = plan.sprints[sprint].team[member];
  return roleMates(plan, sprint, name.value ?? name.text);
}

/** The plan after every change of these kinds that could be made, whether it makes sense or not. */
function relaxed(facts: Facts, sprint: number, { moves, kinds }: { readonly moves: Moves; readonly kinds: readonly RemedyKind[] }): Facts {
  const { plan, config, reading } = facts;
  const optional = kinds.includes("drop") ? tasksIn(plan, sprint).filter((task) => plan.tasks[task].optional) : [];
  const less = optional.reduce(withoutWork, plan);
  const [target] = moves.targets;
  let changed = unchanged(less, config);
  let after = less === plan ? facts : computeFacts(less, config, reading);
  for (const origin of kinds.includes("move") ? moves.groups.keys() : []) {
    changed = applyChange(changed, after, { kind: "move", task: changed.origins.lastIndexOf(origin), sprint: target });
    after = computeFacts(changed.plan, config, reading);
  }
  return after;
}

type Bound = Extract<ProofReason, { readonly hours: number }>;

/** A sprint takes no less than its longest chain, and no less than the work of each role, shared evenly. */
function boundOf(facts: Facts, sprint: number): Bound | undefined {
  const chain = facts.sprintPath(sprint)?.duration;
  if (chain === undefined) return undefined;
  return loads(facts, sprint).reduce<Bound>((most, load) => (load.hours > most.hours + HOUR_TOLERANCE ? load : most), {
    kind: "chain",
    hours: chain,
  });
}

function loads(facts: Facts, sprint: number): readonly Bound[] {
  const { plan, effort, durations } = facts;
  const { team } = plan.sprints[sprint];
  const hours = new Float64Array(team.length);
  for (const task of tasksIn(plan, sprint)) {
    const { everyone, people } = effort.crews[task];
    const members = everyone ? [...team.keys()] : people.flatMap(({ member }) => member ?? []);
    for (const member of members) hours[member] += durations[task];
  }
  return Array.from(hours, (_own, member) => {
    const role = [member, ...matesOf(facts, sprint, member)];
    const sum = role.reduce((total, each) => total + hours[each], 0);
    return {
      kind: "load",
      hours: exactHours(sum / role.length),
      people: role.map((each) => team[each].name.value ?? team[each].name.text),
    };
  });
}
