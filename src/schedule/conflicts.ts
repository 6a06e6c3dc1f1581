import type { Instance } from "./compile.ts";
import { earliestFinish } from "./domains.ts";
import type { Choice } from "./pairs.ts";
import type { Project } from "./project.ts";

/**
 * Finds activities that need more of a resource at a time than there is, if they start at these times: in any schedule, some
 * two of them follow each other. Gives all orders of two of them; none where the times are a schedule.
 */
export function createConflictFinder({ activities, resources }: Project, instance: Instance): (starts: Int32Array) => readonly Choice[] {
  const users = resources.map((_resource, index) =>
    activities.flatMap(({ duration, demands }, activity) =>
      demands.flatMap(({ resource, amount }) => (resource === index && duration > 0 && amount > 0 ? [{ activity, amount }] : [])),
    ),
  );
  return (starts) => {
    const finish = (activity: number) => earliestFinish(instance, { earliest: starts, latest: starts }, activity);
    for (const [resource, { capacity }] of resources.entries()) {
      for (const { activity } of users[resource]) {
        const time = starts[activity];
        const running = users[resource].filter((user) => starts[user.activity] <= time && finish(user.activity) > time);
        if (running.reduce((sum, { amount }) => sum + amount, 0) <= capacity) continue;
        return running.flatMap((one) => running.flatMap((two) => (one === two ? [] : [{ before: one.activity, after: two.activity }])));
      }
    }
    return [];
  };
}
