/** How often a property is tried: so often by itself, and `SPRINTPLAN_RUNS` times that on demand. */
export function times(count: number): number {
  return Math.ceil(count * Number(process.env.SPRINTPLAN_RUNS ?? 1));
}

/** How long a test may take that takes so many seconds at most by itself, on a busy machine. */
export function patience(seconds: number): number {
  return times(seconds) * 1_000 + 30_000;
}
