import { type Config, defaultConfig } from "../../config.ts";
import type { Field, Plan, Sprint, StatedTotal, Weeks } from "../../model.ts";
import { foldWords } from "../words.ts";
import {
  type ComparedFacts,
  estimateValue,
  type FieldValue,
  type FlatItem,
  type Identity,
  item,
  nameOf,
  titleOf,
  wordsOf,
} from "./item.ts";
import { describeTask } from "./tasks.ts";

/** What a plan says, so far as planning depends on it, as one flat list: items in document order, subject by subject. */
export function flattenPlan(facts: ComparedFacts, identity: Identity): readonly FlatItem[] {
  const { plan } = facts;
  return [
    describePlan(facts),
    ...plan.phases.map(({ id, title, weeks, heading }, index) =>
      item({ subject: "phase", index, id: nameOf(id), title: titleOf({ id, title }), span: heading.span }, [
        ["id", nameOf(id)],
        ["title", titleOf({ id, title })],
        ["weeks", periodOf(weeks)],
      ]),
    ),
    ...plan.sprints.map((sprint) => describeSprint(plan, sprint, identity)),
    ...plan.sprints.flatMap((sprint) => describeTeam(sprint, identity)),
    ...plan.tasks.map((task) => describeTask(facts, task, identity)),
    ...describeGates(plan, identity),
    ...plan.totals.map((total, index) => describeTotal(plan, total, index, identity)),
    ...describeMilestones(plan),
    ...plan.sprints.flatMap((sprint) => describeCriteria(sprint, identity)),
    ...plan.ceremonies.map(({ name, hours, cadence }, index) =>
      item({ subject: "ceremony", index, id: name.text, title: name.text, span: name.span }, [
        ["name", wordsOf(name)],
        ["hours", amountOf(hours)],
        ["cadence", cadence],
      ]),
    ),
  ];
}

function describePlan({ plan, config }: ComparedFacts): FlatItem {
  const title = plan.title === undefined ? "" : wordsOf(plan.title);
  const alternatives = plan.duration?.alternatives.map(
    ({ weeks, people }) => `${weeks} weeks${people === undefined ? "" : `, ${people} people`}`,
  );
  return item({ subject: "plan", index: 0, id: title, title, key: "plan", span: plan.title?.span ?? { start: 0, end: 0 } }, [
    ["title", title],
    ["duration", alternatives],
    ["configuration", settingsOf(config)],
  ]);
}

/** The settings on which the plan's numbers depend, where they are not the usual ones. */
function settingsOf({ reading, calendar, forecast, aliases, groups, points, sizes, decorations }: Config): readonly string[] {
  const usual = new Set(planningSettings(defaultConfig));
  return planningSettings({ reading, calendar, forecast, aliases, groups, points, sizes, decorations }).filter(
    (setting) => !usual.has(setting),
  );
}

type PlanningConfig = Pick<Config, "reading" | "calendar" | "forecast" | "aliases" | "groups" | "points" | "sizes" | "decorations">;

function planningSettings({ reading, calendar, forecast, aliases, groups, points, sizes, decorations }: PlanningConfig): readonly string[] {
  return Object.entries({ reading, calendar, forecast, aliases, groups, points, sizes, decorations }).flatMap(([name, value]) =>
    leaves(name, value),
  );
}

function leaves(name: string, value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [`${name}: ${value}`];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${name}: ${value.join(", ")}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${name}.${key}`, inner));
}

function describeSprint(plan: Plan, sprint: Sprint, identity: Identity): FlatItem {
  const { index, id, title, heading, phase, weeks, days, dates, statedHours, statedBuffer, statedCapacity } = sprint;
  const period = dates?.value;
  return item({ subject: "sprint", index, id: nameOf(id), title: titleOf({ id, title }), sprint: nameOf(id), span: heading.span }, [
    ["id", nameOf(id)],
    ["title", titleOf({ id, title })],
    phase === undefined ? ["phase", undefined] : ["phase", nameOf(plan.phases[phase].id), [identity.phase(phase)]],
    ["weeks", periodOf(weeks)],
    ["days", periodOf(days)],
    ["dates", period === undefined ? dates?.text : `${period.first}/${period.last}`],
    ["statedHours", amountOf(statedHours)],
    ["statedBuffer", amountOf(statedBuffer)],
    ["statedCapacity", amountOf(statedCapacity)],
  ]);
}

export function describeTeam({ index: sprint, id, team }: Sprint, identity: Identity): readonly FlatItem[] {
  return team.map(({ name, capacity }, index) =>
    item(
      { subject: "member", index, id: name.text, title: name.text, sprint: nameOf(id), inside: identity.sprint(sprint), span: name.span },
      [
        ["name", wordsOf(name), [foldWords(name.text)]],
        ["capacity", amountOf(capacity)],
      ],
    ),
  );
}

function describeCriteria({ index: sprint, id, criteria }: Sprint, identity: Identity): readonly FlatItem[] {
  return criteria.map(({ text, done }, index) =>
    item(
      {
        subject: "criterion",
        index,
        id: text.text,
        title: text.text,
        sprint: nameOf(id),
        inside: identity.sprint(sprint),
        key: `${index}`,
        span: text.span,
      },
      [
        ["text", wordsOf(text)],
        ["done", done],
      ],
    ),
  );
}

function describeMilestones({ milestones }: Plan): readonly FlatItem[] {
  return milestones.map(({ id, title, heading, week, items }, index) =>
    item({ subject: "milestone", index, id: nameOf(id), title: titleOf({ id, title }), key: nameOf(id), span: heading.span }, [
      ["id", nameOf(id)],
      ["title", titleOf({ id, title })],
      ["week", amountOf(week)],
      ["items", items.length],
      ["done", items.filter(({ done }) => done).length],
    ]),
  );
}

/** A gate is often told twice, by an arrow and in words: it counts once. */
function describeGates(plan: Plan, identity: Identity): readonly FlatItem[] {
  const gates = new Map<string, FlatItem>();
  for (const [index, { from, to, kind, span }] of plan.gates.entries()) {
    const key = `${identity.sprintCalled(nameOf(from))} → ${identity.sprintCalled(nameOf(to))}`;
    const gate = item({ subject: "gate", index, id: `${nameOf(from)} → ${nameOf(to)}`, title: "", key, span }, [["kind", kind]]);
    if (!gates.has(`${key} ${kind}`)) gates.set(`${key} ${kind}`, gate);
  }
  return [...gates.values()];
}

function describeTotal(plan: Plan, { amount, from, scopes }: StatedTotal, index: number, identity: Identity): FlatItem {
  const { first, end } = scopes[0];
  const { sprint } = plan.tasks[first];
  const whole = first === 0 && end === plan.tasks.length;
  const id = whole ? "plan" : `${nameOf(plan.tasks[first].id)}–${nameOf(plan.tasks[end - 1].id)}`;
  const place = whole || sprint === undefined ? "plan" : identity.sprint(sprint);
  return item(
    {
      subject: "total",
      index,
      id,
      title: "",
      sprint: sprint === undefined ? undefined : nameOf(plan.sprints[sprint].id),
      key: `${from} ${place}`,
      span: amount.span,
    },
    [["amount", estimateValue(amount)]],
  );
}

function periodOf(weeks: Field<Weeks> | undefined): string | undefined {
  if (weeks?.value === undefined) return weeks?.text;
  const { first, last } = weeks.value;
  return first === last ? `${first}` : `${first}-${last}`;
}

function amountOf(field: Field<number> | undefined): FieldValue | undefined {
  return field?.value ?? field?.text;
}
