import { HOUR_TOLERANCE } from "../../model.ts";
import { exactHours } from "../effort.ts";

/** Hours in the base and in the head; undefined where there is nothing to measure. */
export interface Measure {
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** How many more the head has; undefined where one of the two has none. */
  readonly delta: number | undefined;
}

export function measure(before: number | undefined, after: number | undefined): Measure {
  return { before, after, delta: deltaOf(before, after) };
}

/** Whether there is any difference. */
export function differs({ before, after, delta }: Measure): boolean {
  return (before === undefined) !== (after === undefined) || (delta !== undefined && delta !== 0);
}

function deltaOf(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined || after === undefined) return undefined;
  return Math.abs(after - before) < HOUR_TOLERANCE ? 0 : exactHours(after - before);
}
