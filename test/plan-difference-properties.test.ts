import fc from "fast-check";
import { expect, test } from "vitest";
import {
  comparePlans,
  type FieldChange,
  type PlanChange,
  type PlanDifference,
  type PlanItem,
} from "../src/analysis/difference/difference.ts";
import type { Identity } from "../src/analysis/difference/item.ts";
import { flattenPlan } from "../src/analysis/difference/items.ts";
import type { Facts } from "../src/analysis/facts.ts";
import { writtenOut } from "../src/analysis/references.ts";
import { cosmeticEdits, type edited, editScripts, factsOf, PLAN } from "./edit-scripts.ts";
import { plans, writePlan } from "./random-plan.ts";

const RUNS = Number(process.env.RUNS ?? 100);
const LIMIT = 60_000 + RUNS * 200;

/** Edits that fit each other; one whose place is gone is left out. */
const editedPlans = fc
  .subarray([...editScripts, ...cosmeticEdits], { maxLength: 12 })
  .map((scripts) =>
    scripts.reduce(
      (text, [, edits]) =>
        edits.every(([from]) => (typeof from === "string" ? text.includes(from) : text.search(from) >= 0)) ? tryEdits(text, edits) : text,
      PLAN,
    ),
  );

function tryEdits(text: string, edits: Parameters<typeof edited>[1]): string {
  return edits.reduce((now, [from, to]) => now.replace(from, to), text);
}

const written = fc.oneof(editedPlans, plans.map(writePlan));

test("a plan does not differ from itself", { timeout: LIMIT }, () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(comparePlans(factsOf(text), factsOf(text)).changes).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("backwards, everything is the other way round", { timeout: LIMIT }, () => {
  fc.assert(
    fc.property(written, written, (before, after) => {
      const [base, head] = [factsOf(before), factsOf(after)];
      const there = comparePlans(base, head);
      const back = comparePlans(head, base);
      expect(back.changes.map(signature).sort()).toEqual(there.changes.map(reversed).sort());
      expect(back.tasks.map((match) => [match.head, match.base]).sort(byNumber)).toEqual(
        there.tasks.map((match) => [match.base, match.head]).sort(byNumber),
      );
    }),
    { numRuns: RUNS },
  );
});

test("a plan with the changes made to it is the other plan", { timeout: LIMIT }, () => {
  const met = { changes: 0, dependencies: 0 };
  fc.assert(
    fc.property(written, written, (before, after) => {
      const [base, head] = [factsOf(before), factsOf(after)];
      const difference = comparePlans(base, head);
      met.changes += difference.changes.length;
      met.dependencies += difference.changes.filter((change) => "field" in change && change.field === "dependencies").length;
      expect(withChanges(base, head, difference)).toEqual(itemsOf(head, difference));
      expect(waitsWithChanges(base, head, difference)).toEqual(waitsOf(head, base, difference));
    }),
    { numRuns: RUNS },
  );
  expect(met.changes).toBeGreaterThan(RUNS);
  expect(met.dependencies).toBeGreaterThan(RUNS / 10);
});

const PLAIN: Identity = { task: String, sprint: String, sprintCalled: String, phase: String, person: String };

function signature(change: PlanChange): string {
  if ("item" in change) return `${change.kind} ${placeOf(change.item)}`;
  const { kind, base, head, field, before, after, gained, lost } = change;
  return JSON.stringify([kind, placeOf(base), placeOf(head), field, before, after, gained.toSorted(), lost.toSorted()]);
}

function reversed(change: PlanChange): string {
  if (change.kind === "added") return signature({ ...change, kind: "removed" });
  if (change.kind === "removed") return signature({ ...change, kind: "added" });
  const { base, head, before, after, gained, lost } = change;
  return signature({ ...change, base: head, head: base, before: after, after: before, gained: lost, lost: gained });
}

function byNumber([one]: readonly number[], [other]: readonly number[]): number {
  return one - other;
}

function placeOf({ subject, index, span }: PlanItem): string {
  return `${subject} ${index} at ${span.start}`;
}

/** What the head has; an old name for somebody with a new one is as good as the new one. */
function itemsOf(head: Facts, { changes }: PlanDifference): readonly string[] {
  const renamed = renamedPeople(changes);
  return flattenPlan(head, PLAIN)
    .map((item) =>
      asText({
        subject: item.subject,
        fields: new Map([...item.fields].map(([field, value]) => [field, withNewNames(renamed, field, value)])),
      }),
    )
    .sort();
}

function withNewNames(renamed: ReadonlyMap<unknown, unknown>, field: string, value: unknown): unknown {
  return field === "assignees" && Array.isArray(value) ? value.map((name) => renamed.get(name) ?? name) : value;
}

/** What the items of the base become; dependencies have their own model below. */
function withChanges(base: Facts, head: Facts, { changes, sprints, tasks }: PlanDifference): readonly string[] {
  const removed = new Set(changes.flatMap((change) => (change.kind === "removed" ? [placeOf(change.item)] : [])));
  const changed = new Map<string, FieldChange[]>();
  for (const change of changes)
    if ("field" in change) changed.set(placeOf(change.base), [...(changed.get(placeOf(change.base)) ?? []), change]);
  const sprintOf = new Map(sprints.map((match) => [match.base, match.head]));
  const renamed = renamedPeople(changes);
  const follow = (item: PlanItem, field: string, value: unknown): unknown => {
    if (field !== "sprint" || item.subject !== "task") return withNewNames(renamed, field, value);
    const sprint = sprintOf.get(base.plan.tasks[item.index].sprint ?? -1);
    return sprint === undefined ? value : head.plan.sprints[sprint].id.text;
  };
  expect(tasks.length + changes.filter(({ kind, subject }) => kind === "added" && subject === "task").length).toBe(head.plan.tasks.length);
  const kept = flattenPlan(base, PLAIN).filter((item) => !removed.has(placeOf(item)));
  const added = changes.flatMap((change) => (change.kind === "added" ? [change.item] : []));
  const result = kept.map((item) => {
    const fields = new Map<string, unknown>([...item.fields].map(([field, value]) => [field, follow(item, field, value)]));
    for (const { field, after } of changed.get(placeOf(item)) ?? []) {
      if (after === undefined) fields.delete(field);
      else fields.set(field, withNewNames(renamed, field, after));
    }
    return asText({ subject: item.subject, fields });
  });
  const whole = added.map(({ subject, fields }) =>
    asText({ subject, fields: new Map([...fields].map(([field, value]) => [field, withNewNames(renamed, field, value)])) }),
  );
  return [...result, ...whole].sort();
}

function renamedPeople(changes: readonly PlanChange[]): ReadonlyMap<unknown, unknown> {
  return new Map(changes.flatMap((change) => ("field" in change && change.field === "name" ? [[change.before, change.after]] : [])));
}

function asText({ subject, fields }: { readonly subject: string; readonly fields: ReadonlyMap<string, unknown> }): string {
  const entries = [...fields]
    .filter(([field]) => field !== "dependencies")
    .map(([field, value]) => [field, Array.isArray(value) ? value.toSorted() : value]);
  return JSON.stringify([subject, Object.fromEntries(entries.sort())]);
}

/** For every task of both plans, the tasks of both that it waits for in the head, by what the base and the changes say. */
function waitsWithChanges(base: Facts, head: Facts, difference: PlanDifference): readonly string[] {
  const headOf = new Map(difference.tasks.map((match) => [match.base, match.head]));
  return comparable(base, head, difference).map((match) => {
    const change = difference.changes.find(
      (each) => "field" in each && each.field === "dependencies" && each.subject === "task" && each.head.index === match.head,
    );
    const waits = new Set(
      idsOf(
        head,
        writtenOut(base.references[match.base]).flatMap((task) => headOf.get(task) ?? []),
      ),
    );
    if (change !== undefined && "field" in change) {
      for (const id of change.lost) for (const found of idsInHead(base, head, headOf, bare(id))) waits.delete(found);
      for (const id of change.gained) if (isInBoth(head, new Set(headOf.values()), bare(id))) waits.add(bare(id));
    }
    return `${match.head}: ${[...waits].sort()}`;
  });
}

function waitsOf(head: Facts, base: Facts, difference: PlanDifference): readonly string[] {
  const both = new Set(difference.tasks.map((match) => match.head));
  return comparable(base, head, difference).map(
    (match) =>
      `${match.head}: ${idsOf(
        head,
        writtenOut(head.references[match.head]).filter((task) => both.has(task)),
      ).toSorted()}`,
  );
}

/** Tasks whose references are numbers and ranges, in plans that give no number twice. */
function comparable(base: Facts, head: Facts, { tasks }: PlanDifference): PlanDifference["tasks"] {
  if ([base, head].some(({ plan }) => new Set(plan.tasks.map(({ id }) => id.text)).size < plan.tasks.length)) return [];
  const isPlain = (facts: Facts, task: number): boolean =>
    facts.references[task].every(({ reference }) => reference?.kind === "id" || reference?.kind === "range");
  return tasks.filter((match) => isPlain(base, match.base) && isPlain(head, match.head));
}

function idsOf({ plan }: Facts, tasks: readonly number[]): readonly string[] {
  return [...new Set(tasks.map((task) => plan.tasks[task].id.text))];
}

function idsInHead(base: Facts, head: Facts, headOf: ReadonlyMap<number, number>, id: string): readonly string[] {
  return base.plan.tasks.flatMap((task) => (task.id.text === id ? idsOf(head, [headOf.get(task.index) ?? []].flat()) : []));
}

function isInBoth({ plan }: Facts, both: ReadonlySet<number>, id: string): boolean {
  return plan.tasks.some((task) => task.id.text === id && both.has(task.index));
}

function bare(reference: string): string {
  return reference.replace(/ (?:FS|SS|FF|SF).*$/, "");
}
