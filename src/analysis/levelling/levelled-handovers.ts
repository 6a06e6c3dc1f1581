import type { Project } from "../../schedule/project.ts";

/** When the activities of a project start and finish, in ticks. */
export interface Times {
  readonly starts: readonly number[];
  readonly finishes: readonly number[];
}

/** `to` uses what `from` gives back of a resource. */
export interface Handover {
  readonly from: number;
  readonly to: number;
  readonly resource: number;
}

/**
 * Who hands over to whom in a schedule: a resource flow (Artigues, Michelon, Reusser, 2003) in which what has been free
 * for longest is used first.
 */
export function findHandovers({ activities, resources }: Project, times: Times): readonly Handover[] {
  const users = resources.map((): User[] => []);
  for (const [activity, { duration, demands }] of activities.entries()) {
    if (duration === 0) continue;
    const [start, finish] = [times.starts[activity], times.finishes[activity]];
    for (const { resource, amount } of demands) users[resource].push({ activity, amount, start, finish });
  }
  return users.flatMap((each, resource) => handoversOf(each, resource, resources[resource].capacity));
}

interface User {
  readonly activity: number;
  readonly amount: number;
  readonly start: number;
  readonly finish: number;
}

function handoversOf(users: readonly User[], resource: number, capacity: number): readonly Handover[] {
  const givers = [...users].sort((one, other) => one.finish - other.finish || one.activity - other.activity);
  const handovers: Handover[] = [];
  let giver = -1;
  let left = capacity;
  for (const { activity, amount } of [...users].sort((one, other) => one.start - other.start || one.activity - other.activity)) {
    let wanted = amount;
    while (wanted > left && giver + 1 < givers.length) {
      if (giver >= 0 && left > 0) handovers.push({ from: givers[giver].activity, to: activity, resource });
      wanted -= left;
      giver += 1;
      left = givers[giver].amount;
    }
    if (giver >= 0) handovers.push({ from: givers[giver].activity, to: activity, resource });
    left -= wanted;
  }
  return handovers;
}
