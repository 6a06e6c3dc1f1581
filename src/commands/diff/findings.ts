import type { Match, PlanDifference } from "../../analysis/difference/difference.ts";
import type { Facts } from "../../analysis/facts.ts";
import { type Known, sift } from "../../baseline.ts";
import { type Diagnostic, lint } from "../../lint.ts";
import type { Field, Plan } from "../../model.ts";
import { rules } from "../../rules/index.ts";
import { subjectOf } from "../../subject.ts";

/** Findings that only one of two versions of a plan has, each list in its order. */
export interface FindingsDifference {
  readonly new: readonly Diagnostic[];
  readonly resolved: readonly Diagnostic[];
}

/** What the rules find in a version of a plan, without what is known already. */
export function findingsOf(facts: Facts, known: Known | undefined): readonly Diagnostic[] {
  const { plan, config } = facts;
  const found = lint({ plan, config, facts }, rules);
  return known === undefined ? found : sift(plan, found, known).shown;
}

export interface Checked {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A finding stays the same one when its task or sprint gets another number, when what it marks is written otherwise, and
 * when the hours in its message change.
 */
export function compareFindings(base: Checked, head: Checked, { tasks, sprints }: PlanDifference): FindingsDifference {
  const numbers: Numbers = {
    task: numbersOf(base.plan.tasks, head.plan.tasks, tasks),
    sprint: numbersOf(base.plan.sprints, head.plan.sprints, sprints),
  };
  const exact = withoutShared(
    { base: base.diagnostics, head: head.diagnostics },
    { base: (finding) => markedKey(base.plan, finding, numbers), head: (finding) => markedKey(head.plan, finding, NO_NUMBERS) },
  );
  const rest = withoutShared(exact, {
    base: (finding) => wordedKey(base.plan, finding, numbers),
    head: (finding) => wordedKey(head.plan, finding, NO_NUMBERS),
  });
  return { new: rest.head, resolved: rest.base };
}

/** By the ids of the base, what is called so in the head. */
interface Numbers {
  readonly task: ReadonlyMap<string, string>;
  readonly sprint: ReadonlyMap<string, string>;
}

const NO_NUMBERS: Numbers = { task: new Map(), sprint: new Map() };

interface Named {
  readonly id: Field<string>;
  readonly title: Field<string>;
}

function numbersOf(base: readonly Named[], head: readonly Named[], matches: readonly Match[]): ReadonlyMap<string, string> {
  const numbers = matches.map((match) => [nameOf(base[match.base]), nameOf(head[match.head])] as const);
  return new Map(numbers.filter(([before, after]) => before !== after).toReversed());
}

/** As places of findings are called. */
function nameOf({ id, title }: Named): string {
  return (id.text || title.text).normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

interface Sides<Value> {
  readonly base: Value;
  readonly head: Value;
}

type Findings = readonly Diagnostic[];

/** The findings of both sides without those that have a partner with the same key, one for one in their order. */
function withoutShared(findings: Sides<Findings>, keyOf: Sides<(finding: Diagnostic) => string>): Sides<Findings> {
  const waiting = new Map<string, number>();
  for (const finding of findings.base) {
    const key = keyOf.base(finding);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  const shared = new Map<string, number>();
  const head = findings.head.filter((finding) => {
    const key = keyOf.head(finding);
    const count = shared.get(key) ?? 0;
    if (count >= (waiting.get(key) ?? 0)) return true;
    shared.set(key, count + 1);
    return false;
  });
  const base = findings.base.filter((finding) => {
    const key = keyOf.base(finding);
    const count = shared.get(key) ?? 0;
    if (count === 0) return true;
    shared.set(key, count - 1);
    return false;
  });
  return { base, head };
}

/** By the marked text. */
function markedKey(plan: Plan, { rule, span }: Diagnostic, numbers: Numbers): string {
  const [kind, ...words] = subjectOf(plan, span);
  return JSON.stringify([rule, kind, ...words.map((word, index) => renumbered(word, index === 0 ? kind : "task", numbers))]);
}

/** By the message. */
function wordedKey(plan: Plan, { rule, span, message }: Diagnostic, numbers: Numbers): string {
  const [kind, name] = subjectOf(plan, span);
  const place = kind === "line" ? [] : [renumbered(name, kind, numbers)];
  return JSON.stringify([rule, kind, ...place, withoutHours(message, numbers)]);
}

function renumbered(word: string, kind: string, { task, sprint }: Numbers): string {
  return (kind === "sprint" ? sprint : task).get(word) ?? word;
}

/** Plan text stands in backticks, ids have several dots. */
function withoutHours(message: string, numbers: Numbers): string {
  return message.replaceAll(WORDS_OF_MESSAGE, (word) => {
    if (word.startsWith("`")) return `\`${renumbered(word.slice(1, -1), "task", numbers)}\``;
    return AMOUNT.test(word) ? "#" : renumbered(renumbered(word, "task", numbers), "sprint", numbers);
  });
}

const WORDS_OF_MESSAGE = /`[^`]*`|(?<!\.)\.*[\p{L}\p{N}]+(?:\.+[\p{L}\p{N}]+)*/gu;
const AMOUNT = /^\d*(?:\.\d+)?[⅓⅔]?$/u;
