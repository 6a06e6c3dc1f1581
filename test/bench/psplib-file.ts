import type { Project } from "../../src/schedule/project.ts";

/** The project of a single-mode file of PSPLIB (Kolisch and Sprecher, 1997); its source and sink stay in it as events. */
export function readPsplib(text: string): Project {
  const waits = rowsOf(text, "PRECEDENCE RELATIONS:");
  const requests = rowsOf(text, "REQUESTS/DURATIONS:");
  const [capacities] = rowsOf(text, "RESOURCEAVAILABILITIES:");
  return {
    activities: requests.map(([, , duration, ...amounts]) => ({
      duration,
      demands: amounts.flatMap((amount, resource) => (amount > 0 ? [{ resource, amount }] : [])),
    })),
    resources: capacities.map((capacity) => ({ capacity })),
    links: waits.flatMap(([job, , , ...successors]) =>
      successors.map((successor) => ({ from: job - 1, to: successor - 1, relation: "FS" as const, lag: 0 })),
    ),
  };
}

/** The rows of whole numbers below a heading, up to the next rule of stars. */
function rowsOf(text: string, heading: string): readonly (readonly number[])[] {
  const [, below = ""] = text.split(heading);
  const [section] = below.split("***");
  return section
    .split("\n")
    .filter((line) => /^[\s\d]*\d[\s\d]*$/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));
}
