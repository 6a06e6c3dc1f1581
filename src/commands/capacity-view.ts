import type { MemberLoad, SprintCapacity } from "../analysis/capacity.ts";
import type { CeremonyCost } from "../analysis/ceremonies.ts";
import { exactHours } from "../analysis/effort.ts";
import type { Facts } from "../analysis/facts.ts";
import { type MemberWork, memberWorks } from "../analysis/member-work.ts";
import type { AliasUse } from "../analysis/people.ts";
import { formatCount, formatHours, formatList, formatPercent } from "../format.ts";
import { HOUR_TOLERANCE, type Plan } from "../model.ts";
import { left, linesUnder, right, strongRow, summaryOf, tableUnder, toned } from "./blocks.ts";
import { sectionId, sectionName, taskId } from "./ids.ts";
import type { Block, Column, Inline } from "./outcome.ts";
import { prefaceOf } from "./preface.ts";

export interface CapacityExtras {
  readonly ceremonies: CeremonyCost | undefined;
  readonly aliases: readonly AliasUse[];
}

/** Each sprint's sums, each member's load, the work of people without capacity, and what else was asked for. */
export function capacityView(facts: Facts, { ceremonies, aliases }: CapacityExtras): readonly Block[] {
  const { plan, config } = facts;
  const { sprints } = facts.capacity();
  return [
    ...prefaceOf(plan, config),
    ...sprintTable(facts, ceremonies),
    ...memberTable(facts, ceremonies),
    ...tableUnder(
      "without capacity in their sprint",
      [left("sprint"), left("task"), left("assignee"), right("hours")],
      sprints.flatMap(({ sprint, members, without }) =>
        (members.length === 0 ? [] : without).map(({ task, assignee, hours }) => [
          sectionId(plan.sprints[sprint]),
          taskId(plan, task),
          assignee,
          formatHours(hours),
        ]),
      ),
    ),
    ...tableUnder(
      "names",
      [left("as written"), left("taken for"), left("found by"), left("sprints")],
      aliases.map((use) => aliasRow(plan, use)),
    ),
    ...(ceremonies === undefined ? [] : linesUnder("ceremonies", ceremonyLines(plan, ceremonies))),
    ...summaryOf(summaryWords(facts)),
  ];
}

function sprintTable(facts: Facts, ceremonies: CeremonyCost | undefined): readonly Block[] {
  const { plan } = facts;
  const { sprints, hours, capacity } = facts.capacity();
  const rows = sprints.map((sprint): readonly Inline[] => {
    const name = sectionName(plan.sprints[sprint.sprint]);
    if (sprint.members.length === 0) return [name, formatHours(sprint.hours)];
    const cost = ceremonies?.sprints[sprint.sprint]?.team;
    const rest = cost === undefined ? [] : [formatHours(cost), signedHours(sprint.buffer - cost)];
    return [name, formatHours(sprint.hours), formatHours(sprint.capacity), signedHours(sprint.buffer), ...rest];
  });
  const cost = ceremonies === undefined ? [] : [formatHours(ceremonies.total), signedHours(capacity - hours - ceremonies.total)];
  const total: readonly Inline[] = ["all", formatHours(hours), formatHours(capacity), signedHours(capacity - hours), ...cost];
  const listed = sprints.some(({ members }) => members.length > 0);
  const teamColumns = [right("capacity"), right("buffer"), ...(ceremonies === undefined ? [] : [right("ceremonies"), right("left")])];
  const columns = [left("sprint"), right("hours"), ...(listed ? teamColumns : [])];
  return tableUnder("sprints", columns, rows.length > 1 ? [...rows, strongRow(total)] : rows);
}

function signedHours(hours: number): Inline {
  const exact = exactHours(hours);
  return exact < -HOUR_TOLERANCE ? toned(formatHours(exact), "bad") : formatHours(exact);
}

function memberTable(facts: Facts, ceremonies: CeremonyCost | undefined): readonly Block[] {
  const { sprints } = facts.capacity();
  if (sprints.every(({ members }) => members.length === 0)) return loadTable(facts);
  const extra = ceremonies === undefined ? [] : [right("ceremonies")];
  const columns: readonly Column[] = [left("sprint"), left("member"), right("capacity"), right("load"), ...extra, right("used")];
  const rows = sprints.flatMap((sprint) => {
    const works = memberWorks(facts.plan, facts.effort, sprint.sprint);
    return works.map((work, index) => memberRow(facts, sprint, { index, work }, ceremonies));
  });
  const remarked = rows.some((row) => row[columns.length] !== "");
  return tableUnder("people", remarked ? [...columns, left("remark")] : columns, rows);
}

/** A member by its index in the sprint's team. */
interface Place {
  readonly index: number;
  readonly work: MemberWork;
}

function memberRow(
  facts: Facts,
  { sprint, members }: SprintCapacity,
  { index, work }: Place,
  ceremonies: CeremonyCost | undefined,
): readonly Inline[] {
  const { name, capacity, load, utilization } = members[index];
  const cost = ceremonies?.sprints[sprint]?.person;
  return [
    index === 0 ? sectionId(facts.plan.sprints[sprint]) : "",
    name,
    capacity === undefined ? "" : formatHours(capacity),
    formatHours(load),
    ...(ceremonies === undefined ? [] : [cost === undefined ? "" : formatHours(cost)]),
    capacity === undefined || utilization === undefined ? "" : formatPercent((load + (cost ?? 0)) / capacity),
    remark(members[index], work, cost ?? 0),
  ];
}

/** Where the plan says of nobody how many hours they have, what they are asked for is still worth a look. */
function loadTable(facts: Facts): readonly Block[] {
  const rows = facts.capacity().sprints.flatMap(({ sprint, without }) => {
    const loads = new Map<string, number>();
    for (const { assignee, hours } of without) loads.set(assignee, (loads.get(assignee) ?? 0) + hours);
    const id = sectionId(facts.plan.sprints[sprint]);
    return Array.from(loads, ([name, hours], index) => [index === 0 ? id : "", name, formatHours(exactHours(hours))]);
  });
  return tableUnder("people", [left("sprint"), left("member"), right("load")], rows);
}

/** Ceremonies take some of the member's hours. */
function remark({ capacity, load, overload }: MemberLoad, work: MemberWork, ceremonies: number): Inline {
  if (capacity === undefined) return toned("capacity unread", "warn");
  const over = exactHours(load + ceremonies - capacity);
  if (over > HOUR_TOLERANCE) return toned(`${formatHours(over)} over`, overload > 0 ? "bad" : "warn");
  return load === 0 && work.count === 0 ? toned("no task", "muted") : "";
}

function aliasRow(plan: Plan, { written, name, step, sprints }: AliasUse): readonly Inline[] {
  const ids = sprints.map((sprint) => sectionId(plan.sprints[sprint]));
  return [written, name, STEPS[step], formatList(ids, MOST_SPRINTS)];
}

function ceremonyLines(plan: Plan, { weekly, total }: CeremonyCost): readonly string[] {
  if (plan.ceremonies.length === 0) return ["the plan names none"];
  const each = plan.ceremonies.map(({ name, hours, cadence }) => {
    const length =
      hours?.value === undefined ? "no length given" : `${formatHours(hours.value)} ${cadence === "daily" ? "a day" : "a sprint"}`;
    return `${name.text}: ${length}`;
  });
  return [...each, `${formatHours(weekly)} a person a week, ${formatHours(total)} in all, which no capacity line takes off`];
}

function summaryWords(facts: Facts): string {
  const { hours, capacity, sprints } = facts.capacity();
  const members = sprints.flatMap((sprint) => sprint.members);
  const overloaded = members.filter(({ overload }) => overload > 0).length;
  const without = sprints.reduce((count, sprint) => count + (sprint.members.length === 0 ? 0 : sprint.without.length), 0);
  if (members.length === 0) return `${formatHours(hours)} of work; the plan lists nobody's capacity`;
  const parts = [
    `${formatHours(hours)} of work for ${formatHours(capacity)} of capacity`,
    overloaded === 0 ? "nobody overloaded" : `${formatCount(overloaded, "overload")}`,
    ...(without === 0 ? [] : [`${formatCount(without, "assignment")} without capacity`]),
  ];
  return parts.join(", ");
}

const STEPS: Readonly<Record<AliasUse["step"], string>> = { alias: "configuration", initials: "initials", "first-word": "first words" };

const MOST_SPRINTS = 8;
