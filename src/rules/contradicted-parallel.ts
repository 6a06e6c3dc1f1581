import type { Facts } from "../analysis/facts.ts";
import { type ResolvedGate, resolveGates } from "../analysis/gates.ts";
import type { Interval } from "../analysis/intervals.ts";
import { formatCount, formatWeeks } from "../format.ts";
import type { Plan, Sprint, Weeks } from "../model.ts";
import { countBelow } from "../sorted.ts";
import type { Span } from "../source.ts";
import { declaredOrder } from "./declared-order.ts";
import { sprintName, taskName } from "./names.ts";
import type { Context, Finding, Related, Rule } from "./rule.ts";

export const contradictedParallel: Rule = {
  id: "contradicted-parallel",
  severity: "warning",
  summary: "sprints are said to run in parallel, but a gate or a dependency puts one behind the other",
  fixable: "no",
  *check({ plan, facts }: Context) {
    if (plan.parallelClaims.length === 0) return;
    const gates = hardGatesBySprint(plan);
    const taskOrders = findTaskOrders(facts);
    const sprintsWithin = createSprintFinder(facts);
    for (const { weeks } of plan.parallelClaims) {
      if (weeks.value === undefined) continue;
      const sprints = sprintsWithin(weeks.value);
      const between = [...sprints].flatMap((sprint) => taskOrders.get(sprint) ?? []).filter(({ after }) => sprints.has(after));
      const orders = [...gateOrders(plan, gates, sprints), ...between.sort((a, b) => a.place - b.place)];
      if (orders.length > 0) yield findingOf(plan, weeks.span, weeks.value, orders);
    }
  },
};

/** What puts one sprint behind another. */
interface Order {
  readonly before: number;
  readonly after: number;
  readonly proof: Related;
}

/** Places count from the first dependency of the document. */
type PlacedOrder = Order & { readonly place: number };

function findingOf(plan: Plan, span: Span, weeks: Weeks, orders: readonly Order[]): Finding {
  const [{ before, after }] = orders;
  const others = new Set(orders.map((order) => `${order.before} ${order.after}`)).size - 1;
  const more = others === 0 ? "" : ` (and ${formatCount(others, "other pair")} of sprints cannot either)`;
  return {
    span,
    message: `work is said to run in parallel in ${formatWeeks(weeks)}, but ${sprintName(plan.sprints[after])} waits for ${sprintName(plan.sprints[before])}${more}`,
    notes: ["holds under every reading"],
    related: orders.map(({ proof }) => proof),
    help: "let the one sprint overlap the other in the declared order, or take the claim back",
  };
}

/** The sprints whose windows overlap some weeks, in document order. */
function createSprintFinder({ windows, config }: Facts): (weeks: Weeks) => ReadonlySet<number> {
  const hoursPerWeek = config.calendar.hoursPerDay * config.calendar.daysPerWeek;
  const known = windows.flatMap((window, sprint) => (window === undefined ? [] : [{ sprint, ...window }]));
  const begun = known.toSorted((a, b) => a.start - b.start);
  /** By place among them, the latest end so far. */
  const ends: number[] = [];
  for (const { end } of begun) ends.push(Math.max(end, ends.at(-1) ?? end));
  return ({ first, last }) => {
    const [start, end] = [(first - 1) * hoursPerWeek, last * hoursPerWeek];
    const found: number[] = [];
    for (let at = countBelow(begun, end, (window) => window.start) - 1; at >= 0 && ends[at] > start; at -= 1) {
      if (begun[at].end > start) found.push(begun[at].sprint);
    }
    return new Set(found.sort((a, b) => a - b));
  };
}

type HardGates = ReadonlyMap<number, readonly ResolvedGate[]>;

function hardGatesBySprint(plan: Plan): HardGates {
  const gates = new Map<number, ResolvedGate[]>();
  for (const gate of resolveGates(plan)) {
    if (gate.kind !== "hard") continue;
    const same = gates.get(gate.from);
    if (same === undefined) gates.set(gate.from, [gate]);
    else same.push(gate);
  }
  return gates;
}

/** From each sprint along hard gates to the next ones of the claim, also by way of sprints outside of it. */
function gateOrders(plan: Plan, gates: HardGates, sprints: ReadonlySet<number>): readonly Order[] {
  return [...sprints].flatMap((before) => {
    const orders: Order[] = [];
    const seen = new Set([before]);
    const open = [before];
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      for (const gate of gates.get(from) ?? []) {
        if (seen.has(gate.to)) continue;
        seen.add(gate.to);
        if (sprints.has(gate.to)) orders.push({ before, after: gate.to, proof: declaredOrder(plan, gate) });
        else open.push(gate.to);
      }
    }
    return orders;
  });
}

/** For every two sprints of the plan, the first dependency that joins them, by the sprint that comes before. */
function findTaskOrders({ plan, references }: Facts): ReadonlyMap<number, readonly PlacedOrder[]> {
  const orders = new Map<number, Map<number, PlacedOrder>>();
  let place = 0;
  for (const { index, sprint: after, dependencies } of plan.tasks) {
    if (after === undefined) continue;
    for (const [dependency, { targets }] of references[index].entries()) {
      const others: readonly number[] = targets.flatMap((interval) =>
        isInside(plan.sprints[after], interval) ? [] : firstOfEachSprint(plan, interval),
      );
      for (const target of others) {
        const before = plan.tasks[target].sprint;
        if (before === undefined || before === after) continue;
        const behind: Map<number, PlacedOrder> = orders.get(before) ?? new Map<number, PlacedOrder>();
        orders.set(before, behind);
        if (behind.has(after)) continue;
        const message = `task ${taskName(plan.tasks[index])} waits for ${taskName(plan.tasks[target])}`;
        behind.set(after, { before, after, proof: { span: dependencies[dependency].span, message }, place });
        place += 1;
      }
    }
  }
  return new Map(Array.from(orders, ([before, behind]) => [before, [...behind.values()]]));
}

function isInside({ firstTask, endTask }: Sprint, { start, end }: Interval): boolean {
  return firstTask <= start && end <= endTask;
}

function firstOfEachSprint(plan: Plan, { start, end }: Interval): readonly number[] {
  const tasks: number[] = [];
  for (let task = start; task < end; ) {
    const { sprint } = plan.tasks[task];
    if (sprint !== undefined) tasks.push(task);
    task = sprint === undefined ? task + 1 : plan.sprints[sprint].endTask;
  }
  return tasks;
}
