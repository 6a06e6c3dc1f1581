import type { Instance } from "./compile.ts";
import { earliestFinish } from "./domains.ts";
import type { Choice } from "./pairs.ts";
import type { Project } from "./project.ts";

/**
 * Finds activities that need more of a resource at a time than there is, if they start at these times: in any schedule, some
 * two of them follow each other. Gives all orders of two of them; none where the times are a schedule.
 */
export function createConflictFinder({ activities, resources }: Project, instance: Instance): (starts: Int32Array) => readonly Choice[] {
  const users = resources.map((): User[] => []);
  for (const [activity, { duration, demands }] of activities.entries()) {
    for (const { resource, amount } of demands) if (duration > 0 && amount > 0) users[resource].push({ activity, amount });
  }
  return (starts) => {
    const finish = ({ activity }: User) => earliestFinish(instance, { earliest: starts, latest: starts }, activity);
    for (const [resource, { capacity }] of resources.entries()) {
      let running: readonly User[] = [];
      for (const user of users[resource].sort((one, other) => starts[one.activity] - starts[other.activity])) {
        running = [...running.filter((each) => finish(each) > starts[user.activity]), user];
        if (running.reduce((sum, { amount }) => sum + amount, 0) > capacity) return ordersOf(running);
      }
    }
    return [];
  };
}

interface User {
  readonly activity: number;
  readonly amount: number;
}

function ordersOf(users: readonly User[]): readonly Choice[] {
  return users.flatMap((one) => users.flatMap((two) => (one === two ? [] : [{ before: one.activity, after: two.activity }])));
}
