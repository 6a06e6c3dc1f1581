import type { Span } from "../../source.ts";
import { type ComparedFacts, type FieldValue, type FlatItem, type PlanItem, SUBJECTS, type Subject } from "./item.ts";
import { flattenPlan } from "./items.ts";
import type { Match } from "./matching.ts";
import { type MatchedParts, matchInside, matchParts } from "./parts.ts";
import { type ComparedSide, compareReferences, type RangeReading, rangeReading } from "./references.ts";

export type { ComparedFacts, FieldValue, PlanItem, Subject } from "./item.ts";
export type { Match } from "./matching.ts";

export interface PlanDifference {
  /** By subject, then in the order of the head, then what was removed. */
  readonly changes: readonly PlanChange[];
  /** Tasks that both plans have, as indexes into their tasks, in the order of the head. */
  readonly tasks: readonly Match[];
  readonly sprints: readonly Match[];
}

export type PlanChange = WholeChange | FieldChange;
/** Something that only one of the plans has. */
export type WholeChange = AddedItem | RemovedItem;

export interface AddedItem {
  readonly kind: "added";
  readonly subject: Subject;
  readonly id: string;
  readonly item: PlanItem;
  /** In the head. */
  readonly place: Span;
}

export interface RemovedItem {
  readonly kind: "removed";
  readonly subject: Subject;
  readonly id: string;
  readonly item: PlanItem;
  /** In the base. */
  readonly place: Span;
}

/** One field of something that both plans have. */
export interface FieldChange {
  /** A task in another sprint or a sprint in another phase has moved, a thing with another id is renumbered. */
  readonly kind: "changed" | "moved" | "renumbered";
  readonly subject: Subject;
  /** As in the head. */
  readonly id: string;
  readonly field: string;
  /** Undefined where nothing is written. */
  readonly before: FieldValue | undefined;
  readonly after: FieldValue | undefined;
  /** Of a list, what only the head has, in its own words and numbers; empty of anything else. */
  readonly gained: readonly string[];
  /** Of a list, what only the base has, in its own words and numbers. */
  readonly lost: readonly string[];
  readonly base: PlanItem;
  readonly head: PlanItem;
  /** In the head. */
  readonly place: Span;
}

/**
 * What a second plan says other than a first one, so far as planning depends on it; no changes where only the wording
 * around it, the layout or the way to write the same thing differ. Whatever follows from a change told anyway (references
 * to a task with a new number, assignees with a new name) is not told again.
 */
export function comparePlans(base: ComparedFacts, head: ComparedFacts): PlanDifference {
  const parts = matchParts(base, head);
  const sides: Sides = {
    base: { facts: base, identity: parts.base, otherTask: new Map(parts.tasks.map((match) => [match.base, match.head])) },
    head: { facts: head, identity: parts.head, otherTask: new Map(parts.tasks.map((match) => [match.head, match.base])) },
  };
  const reading = rangeReading(sides.base, sides.head);
  const [before, after] = [bySubject(flattenPlan(base, parts.base)), bySubject(flattenPlan(head, parts.head))];
  const changes = SUBJECTS.flatMap((subject) => {
    const [bases, heads] = [before.get(subject) ?? [], after.get(subject) ?? []];
    return compareItems({ bases, heads, matches: matchesOf(parts, subject, { bases, heads }) }, (one, other) =>
      one.subject === "task" ? referenceChanges(sides, reading, one, other) : [],
    );
  });
  return { changes, tasks: parts.tasks, sprints: parts.sprints };
}

interface Sides {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
}

interface Compared {
  readonly bases: readonly FlatItem[];
  readonly heads: readonly FlatItem[];
  readonly matches: readonly Match[];
}

type Further = (base: FlatItem, head: FlatItem) => readonly FieldChange[];

function compareItems({ bases, heads, matches }: Compared, further: Further): readonly PlanChange[] {
  const baseOf = new Map(matches.map((match) => [match.head, match.base]));
  const kept = new Set(baseOf.values());
  return [
    ...heads.flatMap((item, at): readonly PlanChange[] => {
      const base = baseOf.get(at);
      if (base === undefined) return [{ kind: "added", subject: item.subject, id: item.id, item, place: item.span }];
      return [...fieldChanges(bases[base], item), ...further(bases[base], item)];
    }),
    ...bases.flatMap((item, at): readonly PlanChange[] =>
      kept.has(at) ? [] : [{ kind: "removed", subject: item.subject, id: item.id, item, place: item.span }],
    ),
  ];
}

function fieldChanges(base: FlatItem, head: FlatItem): readonly FieldChange[] {
  return [...new Set([...head.fields.keys(), ...base.fields.keys()])].flatMap((field) => {
    if (field === "dependencies") return [];
    const gained = without(head, base, field);
    const lost = without(base, head, field);
    return gained.length === 0 && lost.length === 0 ? [] : [changeOf(base, head, { field, gained, lost })];
  });
}

function referenceChanges({ base, head }: Sides, reading: RangeReading, one: FlatItem, other: FlatItem): readonly FieldChange[] {
  const tasks = [base.facts.plan.tasks[one.index], head.facts.plan.tasks[other.index]] as const;
  const { gained, lost } = compareReferences(base, head, tasks, reading);
  return gained.length === 0 && lost.length === 0 ? [] : [changeOf(one, other, { field: "dependencies", gained, lost })];
}

function changeOf(base: FlatItem, head: FlatItem, { field, gained, lost }: Pick<FieldChange, "field" | "gained" | "lost">): FieldChange {
  const [before, after] = [base.fields.get(field), head.fields.get(field)];
  const isList = Array.isArray(before) || Array.isArray(after);
  return {
    kind: kindOf(head.subject, field),
    subject: head.subject,
    id: head.id,
    field,
    before,
    after,
    gained: isList ? gained : [],
    lost: isList ? lost : [],
    base,
    head,
    place: head.span,
  };
}

function kindOf(subject: Subject, field: string): FieldChange["kind"] {
  if (field === "id") return "renumbered";
  return (subject === "task" && field === "sprint") || (subject === "sprint" && field === "phase") ? "moved" : "changed";
}

/** What one version has in a field and the other has not, in the one's own words. */
function without(one: FlatItem, other: FlatItem, field: string): readonly string[] {
  const there = new Set(meaningOf(other, field));
  const words = listOf(one.fields.get(field));
  return meaningOf(one, field).flatMap((meaning, at) => (there.has(meaning) ? [] : [words[at]]));
}

function meaningOf(item: FlatItem, field: string): readonly string[] {
  return item.meanings.get(field) ?? listOf(item.fields.get(field));
}

/** Numbers with as many digits as can be meant. */
function listOf(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === "number") return [`${Math.round(value * 1e6) / 1e6}`];
  return typeof value === "object" ? value : [`${value}`];
}

function bySubject(items: readonly FlatItem[]): ReadonlyMap<Subject, readonly FlatItem[]> {
  const groups = new Map<Subject, FlatItem[]>();
  for (const item of items) {
    const group = groups.get(item.subject);
    if (group === undefined) groups.set(item.subject, [item]);
    else group.push(item);
  }
  return groups;
}

function matchesOf(parts: MatchedParts, subject: Subject, { bases, heads }: Omit<Compared, "matches">): readonly Match[] {
  switch (subject) {
    case "plan":
      return [{ base: 0, head: 0 }];
    case "phase":
      return parts.phases;
    case "sprint":
      return parts.sprints;
    case "task":
      return parts.tasks;
    case "member":
      return parts.members;
    default:
      return matchInside(bases, heads);
  }
}
