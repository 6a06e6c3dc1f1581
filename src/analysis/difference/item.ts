import type { Estimate, Field } from "../../model.ts";
import type { Span } from "../../source.ts";
import type { Facts } from "../facts.ts";

/** One thing that a plan says, so far as planning depends on it. */
export interface PlanItem {
  readonly subject: Subject;
  /** Index into the plan's tasks, sprints, phases …; of a member, a criterion, into those of its sprint. */
  readonly index: number;
  /** What people call it: its number where it has one, else its name. */
  readonly id: string;
  /** Empty where it has none besides its id. */
  readonly title: string;
  /** Id of the sprint that it belongs to. */
  readonly sprint: string | undefined;
  /** What is written of it, by field, as it is meant; what is not written is not in here. */
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly span: Span;
}

export type Subject = (typeof SUBJECTS)[number];
export const SUBJECTS = ["plan", "phase", "sprint", "member", "task", "gate", "total", "milestone", "criterion", "ceremony"] as const;

/** Hours are numbers; references, names and settings are lists. */
export type FieldValue = number | string | boolean | readonly string[];

/** An item with what its two versions are recognised and compared by. */
export interface FlatItem extends PlanItem {
  /** Items are only looked for where this is the same; of items that move about freely, empty. */
  readonly inside: string;
  /** In a form that both plans share; the title, if this is empty. */
  readonly key: string;
  /** By field, in a form that both plans share, where that is not the value itself. */
  readonly meanings: ReadonlyMap<string, readonly string[]>;
}

/** What a plan's things are called in a form that both plans share, once they have been recognised. */
export interface Identity {
  readonly task: (index: number) => string;
  readonly sprint: (index: number | undefined) => string;
  /** From an id as written somewhere. */
  readonly sprintCalled: (id: string) => string;
  readonly phase: (index: number) => string;
  /** From the folded name. */
  readonly person: (name: string) => string;
}

/** What is needed of a plan's facts to compare it. */
export type ComparedFacts = Pick<Facts, "plan" | "config" | "references" | "people">;

type Written = readonly [field: string, value: FieldValue | undefined, meaning?: readonly string[]];
type Described = Pick<PlanItem, "subject" | "index" | "id" | "title" | "span"> & Partial<Pick<FlatItem, "sprint" | "inside" | "key">>;

export function item({ sprint, inside = "", key = "", ...rest }: Described, written: readonly Written[]): FlatItem {
  const present = written.flatMap(([field, value, meaning]) =>
    value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? [] : [{ field, value, meaning }],
  );
  return {
    ...rest,
    sprint,
    inside,
    key,
    fields: new Map(present.map(({ field, value }) => [field, value])),
    meanings: new Map(present.flatMap(({ field, meaning }) => (meaning === undefined ? [] : [[field, meaning]]))),
  };
}

/** What something is called. */
export function nameOf({ value, text }: Field<string>): string {
  return value ?? text;
}

/** A title without differences that nobody sees. */
export function wordsOf({ text }: Field<string>): string {
  return text.normalize("NFC").trim().split(/\s+/u).join(" ");
}

/** Empty where something is called by its id alone. */
export function titleOf({ id, title }: { readonly id: Field<string>; readonly title: Field<string> }): string {
  const words = wordsOf(title);
  return words === nameOf(id) ? "" : words;
}

/** Hours as a number, anything else as a text; what cannot be read as it is written. */
export function estimateValue({ value, text }: Field<Estimate>): FieldValue {
  switch (value?.kind) {
    case undefined:
      return text;
    case "hours":
      return value.hours;
    case "range":
      return `${value.low}-${value.high} h`;
    case "three-point":
      return `${value.optimistic}/${value.mostLikely}/${value.pessimistic} h`;
    case "points":
      return `${value.points} points`;
    case "size":
      return `size ${value.size}`;
  }
}
