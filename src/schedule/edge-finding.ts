/** Work on one machine, in its own working time; all arrays are by job. */
export interface Jobs {
  readonly heads: Int32Array;
  readonly durations: Int32Array;
  readonly deadlines: Int32Array;
}

/**
 * Raises the heads of jobs that must come after a set of targets, for one machine that does one job at a time (edge
 * finding: Carlier and Pinson, 1989; this quadratic form after Baptiste, Le Pape and Nuijten, 2001). False where no order
 * keeps all deadlines.
 */
export function raiseHeads({ heads, durations, deadlines }: Jobs, byHead: Int32Array): boolean {
  const count = byHead.length;
  const raised = heads.slice();
  const least = new Float64Array(count);
  for (const last of byHead) {
    const deadline = deadlines[last];
    let work = 0;
    let bound = Number.NEGATIVE_INFINITY;
    for (let at = count - 1; at >= 0; at -= 1) {
      const job = byHead[at];
      if (deadlines[job] <= deadline) {
        work += durations[job];
        bound = Math.max(bound, heads[job] + work);
        if (bound > deadline) return false;
      }
      least[at] = bound;
    }
    let reach = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at += 1) {
      const job = byHead[at];
      if (deadlines[job] <= deadline) {
        reach = Math.max(reach, heads[job] + work);
        work -= durations[job];
        continue;
      }
      if (heads[job] + work + durations[job] > deadline) raised[job] = Math.max(raised[job], least[at]);
      if (reach + durations[job] > deadline) raised[job] = Math.max(raised[job], bound);
    }
  }
  heads.set(raised);
  return true;
}
