import { type Calendar, createCalendars, nextWorked, startFor } from "../../schedule/calendar.ts";
import type { Facts } from "../facts.ts";
import { createArrivals } from "./levelled-arrivals.ts";
import type { Handover } from "./levelled-handovers.ts";
import type { SolvedPlan } from "./levelled-solution.ts";
import type { ChainReason, ChainStep } from "./levelling.ts";
import type { LevellingScope } from "./scope.ts";

/**
 * What decides the end of a schedule, from first to last: each task with the reason why it does not start earlier, back
 * from the one that finishes last, and of these from the first in the document. A task that was interrupted stands
 * there once for each of its parts. Of reasons that hold equally, a dependency comes before a gate, a person, a window.
 */
export function findChain(facts: Facts, scope: LevellingScope, solved: SolvedPlan): readonly ChainStep[] {
  const end = lastTask(solved);
  if (end === undefined) return [];
  const walk = createWalk(facts, scope, solved);
  const steps: ChainStep[] = [];
  const seen = new Set<number>();
  for (let piece: number | undefined = solved.lastPieces[end]; piece !== undefined && !seen.has(piece); ) {
    seen.add(piece);
    const cause: Cause = causeOf(walk, piece);
    if (cause.reason !== undefined) steps.push({ task: scope.network.firstTask + solved.wholes[piece], reason: cause.reason });
    piece = cause.piece;
  }
  return steps.reverse();
}

interface Walk {
  readonly facts: Facts;
  readonly scope: LevellingScope;
  readonly solved: SolvedPlan;
  readonly arrivals: ReturnType<typeof createArrivals>;
  /** By the piece that takes over. */
  readonly handovers: ReadonlyMap<number, readonly Handover[]>;
  readonly calendars: readonly (Calendar | undefined)[];
}

/** Why a piece starts no earlier than at a tick, and the piece that made it wait. */
interface Cause {
  readonly tick: number;
  /** Undefined where it only goes on with its own task. */
  readonly reason: ChainReason | undefined;
  readonly piece: number | undefined;
}

function createWalk(facts: Facts, scope: LevellingScope, solved: SolvedPlan): Walk {
  const { activities, resources } = solved.project;
  const handovers = new Map<number, Handover[]>();
  for (const handover of solved.handovers) {
    const known = handovers.get(handover.to);
    if (known === undefined) handovers.set(handover.to, [handover]);
    else known.push(handover);
  }
  const arrivals = createArrivals(scope.network, solved.whole, solved.tick);
  return { facts, scope, solved, arrivals, handovers, calendars: createCalendars(activities, resources) };
}

function lastTask({ whole, taskCount }: SolvedPlan): number | undefined {
  let last: number | undefined;
  for (let task = 0; task < taskCount; task += 1) {
    if (whole.finishes[task] > (last === undefined ? 0 : whole.finishes[last])) last = task;
  }
  return last;
}

function causeOf(walk: Walk, piece: number): Cause {
  const { solved } = walk;
  const start = solved.times.starts[piece];
  const base: Cause = { tick: 0, reason: { kind: "start" }, piece: undefined };
  const causes = [...ownCauses(walk, piece), ...arrivalCauses(walk, piece), ...personCauses(walk, piece), ...windowCauses(walk, piece)];
  const latest = causes.reduce(
    (best, cause) => (readyAt(walk, piece, cause) > readyAt(walk, piece, best) ? cause : best),
    causes[0] ?? base,
  );
  if (readyAt(walk, piece, latest) > readyAt(walk, piece, base)) return latest;
  return start > 0 && readyAt(walk, piece, base) === start ? { ...base, reason: { kind: "calendar" } } : base;
}

function readyAt({ solved, calendars }: Walk, piece: number, { tick }: Cause): number {
  const calendar = calendars[piece];
  return calendar === undefined || solved.project.activities[piece].duration === 0 ? tick : nextWorked(calendar, Math.max(0, tick));
}

function ownCauses({ solved }: Walk, piece: number): readonly Cause[] {
  const isFirst = solved.firstPieces[solved.wholes[piece]] === piece;
  return isFirst ? [] : [{ tick: solved.times.finishes[piece - 1], reason: undefined, piece: piece - 1 }];
}

/** Dependencies first, in the order of the document, then gates. */
function arrivalCauses({ scope, solved, arrivals, calendars }: Walk, piece: number): readonly Cause[] {
  const whole = solved.wholes[piece];
  const { duration } = solved.project.activities[piece];
  const calendar = calendars[piece];
  const isFirst = solved.firstPieces[whole] === piece;
  const isLast = solved.lastPieces[whole] === piece;
  return arrivals(whole)
    .filter(({ to }) => (to === "start" ? isFirst : isLast))
    .sort((one, other) => Number(one.gate !== undefined) - Number(other.gate !== undefined) || one.source - other.source)
    .map(({ source, to, tick, gate }) => {
      const task = scope.network.firstTask + source;
      const begin = to === "start" ? tick : calendar === undefined ? tick - duration : startFor(calendar, tick, duration);
      const reason: ChainReason = gate === undefined ? { kind: "task", task } : { kind: "gate", task, gate };
      return { tick: begin, reason, piece: solved.lastPieces[source] };
    });
}

function personCauses({ scope, solved, handovers }: Walk, piece: number): readonly Cause[] {
  return (handovers.get(piece) ?? []).flatMap(({ from, resource }) => {
    if (resource >= solved.people) return [];
    const task = scope.network.firstTask + solved.wholes[from];
    return [{ tick: solved.times.finishes[from], reason: { kind: "person", task, member: resource }, piece: from }];
  });
}

function windowCauses({ facts, scope, solved }: Walk, piece: number): readonly Cause[] {
  const release = solved.project.activities[piece].release ?? 0;
  const { sprint } = facts.plan.tasks[scope.network.firstTask + solved.wholes[piece]];
  return release === 0 || sprint === undefined ? [] : [{ tick: release, reason: { kind: "window", sprint }, piece: undefined }];
}
