import { once } from "../once.ts";
import { compileProject, type Instance, mirrorProject } from "./compile.ts";
import { createGenerator, type Generator } from "./generation.ts";
import type { Project } from "./project.ts";
import { createSorter, type Sorter } from "./sorting.ts";

/** One way to look at a project: with time running forward, or backward from a horizon. */
export interface Side {
  readonly instance: Instance;
  readonly generator: Generator;
  /** Brings activities in the order of their starts on this side, those that are waited for first. */
  readonly sorter: Sorter;
  /** By activity, what must at least lie behind its finish on this side: its release on the other one. */
  readonly tails: Int32Array;
}

/** Both sides of a project; every schedule of one is, read from its end, a list for the other. The backward one is made when it is first asked for. */
export interface Sides {
  readonly forward: Side;
  readonly backward: Side;
  /** Where time begins on the backward side. */
  readonly horizon: number;
}

export function createSides(project: Project): Sides {
  const instance = compileProject(project);
  const generator = createGenerator(instance);
  const horizon = once(() => createGenerator(instance).serial(instance.order, 0));
  const backward = once((): Side => {
    const mirrored = compileProject(mirrorProject(project, horizon()));
    return { instance: mirrored, generator: createGenerator(mirrored), sorter: createSorter(mirrored), tails: instance.releases };
  });
  return {
    forward: { instance, generator, sorter: createSorter(instance), tails: new Int32Array(instance.count) },
    get backward() {
      return backward();
    },
    get horizon() {
      return horizon();
    },
  };
}
