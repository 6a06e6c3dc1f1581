import { formatPath } from "../format.ts";
import type { Outcome } from "./outcome.ts";
import { withoutPlan } from "./without-plan.ts";

/** The plans that a command would look at, a line each. */
export function listFiles(paths: readonly string[]): Outcome {
  const files = paths.map(formatPath);
  return withoutPlan(
    files.map((text) => ({ kind: "line", text })),
    { files },
  );
}
