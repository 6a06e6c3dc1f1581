import type { Facts } from "../analysis/facts.ts";
import { type ResolvedGate, resolveGates } from "../analysis/gates.ts";
import type { Interval } from "../analysis/intervals.ts";
import { formatCount, formatWeeks } from "../format.ts";
import type { Plan, Weeks } from "../model.ts";
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
    for (const { weeks } of plan.parallelClaims) {
      if (weeks.value === undefined) continue;
      const sprints = sprintsWithin(facts, weeks.value);
      const orders = [
        ...gateOrders(plan, gates, sprints),
        ...taskOrders.filter(({ before, after }) => sprints.has(before) && sprints.has(after)),
      ];
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

/** The sprints whose windows overlap the weeks. */
function sprintsWithin({ windows, config }: Facts, { first, last }: Weeks): ReadonlySet<number> {
  const hoursPerWeek = config.calendar.hoursPerDay * config.calendar.daysPerWeek;
  const [start, end] = [(first - 1) * hoursPerWeek, last * hoursPerWeek];
  return new Set(windows.flatMap((window, sprint) => (window !== undefined && window.start < end && window.end > start ? [sprint] : [])));
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

/** For every two sprints of the plan, the first dependency that joins them. */
function findTaskOrders({ plan, references }: Facts): readonly Order[] {
  const orders = new Map<string, Order>();
  for (const { index, sprint: after, dependencies } of plan.tasks) {
    for (const [dependency, { targets }] of references[index].entries()) {
      for (const target of targets.flatMap((interval) => firstOfEachSprint(plan, interval))) {
        const before = plan.tasks[target].sprint;
        if (before === undefined || after === undefined || before === after || orders.has(`${before} ${after}`)) continue;
        const message = `task ${taskName(plan.tasks[index])} waits for ${taskName(plan.tasks[target])}`;
        orders.set(`${before} ${after}`, { before, after, proof: { span: dependencies[dependency].span, message } });
      }
    }
  }
  return [...orders.values()];
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
