import type { Task } from "../model.ts";

/** A task whose risk is high or critical, and not yet over. */
export function isRisky({ risk, status }: Task): boolean {
  return (risk.value === "high" || risk.value === "critical") && status.value !== "done" && status.value !== "dropped";
}
