import type { Config } from "../../config.ts";
import type { RiskLevel, Status } from "../../model.ts";
import type { Facts } from "../facts.ts";
import { type Distribution, quantileAt, quantileTable, SCORE_OF_P90 } from "./distribution.ts";

/** What a forecast takes for granted of estimates. */
export interface Assumptions {
  readonly distribution: Distribution;
  /** How strongly estimates err together, from 0 (not at all) to 1 (all by the same). */
  readonly correlation: number;
  /** The least and the most that a single number stands for, as shares of it, by the task's risk. */
  readonly spread: Config["forecast"]["spread"];
}

/** Between which hours a task's duration lies, and where between them, from 0 to 1, most likely. */
export interface Spread {
  readonly least: number;
  /** Equal to `least` where the duration is certain. */
  readonly most: number;
  readonly mode: number;
}

/**
 * The spread of every task's duration under the reading, by task index. A range is P10 to P90 of a symmetric distribution,
 * three points are its ends and its mode, and a single number spreads by the task's risk. What is done, started or dropped
 * counts as it is, and so does what has no hours.
 */
export function durationSpreads(facts: Facts, assumptions: Assumptions): readonly Spread[] {
  const half = symmetricHalf(assumptions.distribution);
  return facts.plan.tasks.map((_task, task) => {
    const { least, most, mode } = hourSpread(facts, task, { ...assumptions, half });
    const hours = facts.effort.hours[task];
    const share = hours > 0 ? facts.durations[task] / hours : 1;
    return { least: least * share, most: most * share, mode };
  });
}

/** Whether a task's status leaves nothing to forecast. */
export function isSettled(status: Status | undefined): boolean {
  return status === "done" || status === "started" || status === "dropped";
}

/** A risk as the configuration's spreads know it; medium where none is written. */
function spreadLevel(risk: RiskLevel | undefined): keyof Assumptions["spread"] {
  return risk === "critical" ? "high" : (risk ?? "medium");
}

/** How far P90 is from the middle of the symmetric distribution from 0 to 1. */
function symmetricHalf(distribution: Distribution): number {
  return quantileAt(quantileTable(distribution, 0.5), SCORE_OF_P90) - 0.5;
}

function hourSpread({ plan, effort }: Facts, task: number, { spread, half }: Assumptions & { readonly half: number }): Spread {
  const { estimate, risk, status } = plan.tasks[task];
  const hours = effort.hours[task];
  const certain = { least: hours, most: hours, mode: 0.5 };
  if (estimate.value === undefined || hours === 0 || isSettled(status.value)) return certain;
  switch (estimate.value.kind) {
    case "range": {
      const reach = Math.abs(estimate.value.high - estimate.value.low) / (4 * half);
      return { least: hours - reach, most: hours + reach, mode: 0.5 };
    }
    case "three-point": {
      const { optimistic, mostLikely, pessimistic } = estimate.value;
      const [least, middle, most] = [optimistic, mostLikely, pessimistic].sort((one, other) => one - other);
      return most > least ? { least, most, mode: (middle - least) / (most - least) } : certain;
    }
    case "hours":
    case "points":
    case "size": {
      const [least, most] = spread[spreadLevel(risk.value)];
      return most > least ? { least: hours * least, most: hours * most, mode: (1 - least) / (most - least) } : certain;
    }
  }
}
