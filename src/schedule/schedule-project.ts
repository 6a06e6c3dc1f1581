import { headsOf, tailsOf } from "./priorities.ts";
import type { Project, ProjectSchedule, SearchOptions } from "./project.ts";
import { createRandom } from "./random.ts";
import { costOf } from "./incumbent.ts";
import { search } from "./search.ts";
import { createSides } from "./sides.ts";

export function scheduleProject(project: Project, options: SearchOptions = {}): ProjectSchedule {
  const sides = createSides(project);
  const { instance } = sides.forward;
  const heads = headsOf(instance);
  const tails = tailsOf(instance);
  const lowerBound = heads.reduce((bound, head, activity) => Math.max(bound, head + tails[activity]), 0);
  const known = (options.known ?? []).map((starts) => Int32Array.from(starts));
  const incumbent = search(sides, known, { budget: options.budget ?? 5000, enough: costOf(lowerBound, 0) }, createRandom(options.seed ?? 1));
  return {
    starts: [...incumbent.starts],
    finishes: [...incumbent.finishes],
    makespan: incumbent.makespan(),
    lowerBound,
    optimal: incumbent.makespan() === lowerBound,
    lateness: incumbent.lateness(),
    generated: incumbent.generated(),
  };
}
