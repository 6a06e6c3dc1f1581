import { type Edit, inOrder } from "../edit.ts";
import { formatQuote } from "../format.ts";
import type { Field, Plan } from "../model.ts";
import { countBelow } from "../sorted.ts";
import { positionAt, type Span } from "../source.ts";

/**
 * What edits did to a plan outside of their places, in words; undefined where everything else is read as before. After safe
 * edits nothing may have changed its meaning or come up new; after unsafe ones, such as of a hidden character in an id,
 * others may be understood at last, but nothing may be lost. Settings may never change: under others, all may mean something else.
 */
export function harmOf(before: Plan, after: Plan, edits: readonly Edit[], allowed: "safe" | "unsafe"): string | undefined {
  if (before.frontMatter?.text !== after.frontMatter?.text) return "the front matter would be read otherwise";
  const moves = movesOf(edits);
  const [old, read] = [readIn(before), readIn(after)];
  const isSame = allowed === "safe" ? meansTheSame : saysTheSame;
  const lost = firstLost(old, { others: read, moves, isSame });
  if (lost !== undefined) return `${nameOf(before, lost)} would be read otherwise`;
  if (allowed === "unsafe") return undefined;
  const back = moves.map((move): Move => ({ from: move.to, to: move.from }));
  const added = firstLost(read, { others: old, moves: back, isSame });
  return added && `${nameOf(after, added)} would be read where nothing was`;
}

/** Something that was read, and what it was taken for: the keys that lead to it, and whose it is. */
interface Read {
  readonly path: string;
  readonly field: Field<unknown>;
}

/** An edited place, before and after or the other way round. */
interface Move {
  readonly from: Span;
  readonly to: Span;
}

interface Comparison {
  readonly others: readonly Read[];
  readonly moves: readonly Move[];
  readonly isSame: (one: Read, other: Read) => boolean;
}

function firstLost(reads: readonly Read[], { others, moves, isSame }: Comparison): Read | undefined {
  const known = byStart(others);
  return reads.find((read) => {
    const span = moved(read.field.span, moves);
    if (span === undefined) return false;
    const there = known.get(span.start) ?? [];
    return !there.some((other) => other.field.span.end === span.end && isSame(read, other));
  });
}

function byStart(reads: readonly Read[]): ReadonlyMap<number, readonly Read[]> {
  const known = new Map<number, Read[]>();
  for (const read of reads) {
    const { start } = read.field.span;
    const there = known.get(start);
    if (there === undefined) known.set(start, [read]);
    else there.push(read);
  }
  return known;
}

function saysTheSame(one: Read, other: Read): boolean {
  return one.path === other.path && one.field.text === other.field.text;
}

function meansTheSame(one: Read, other: Read): boolean {
  return saysTheSame(one, other) && meaningOf(one) === meaningOf(other);
}

function meaningOf({ field }: Read): string {
  return `${JSON.stringify(field.value)} ${field.problem}`;
}

/** Where a place is found again; undefined where an edit touches it. */
function moved(span: Span, moves: readonly Move[]): Span | undefined {
  const passed = countBelow(moves, span.start, ({ from }) => from.end);
  if (passed < moves.length && moves[passed].from.start <= span.end) return undefined;
  const shift = passed === 0 ? 0 : moves[passed - 1].to.end - moves[passed - 1].from.end;
  return { start: span.start + shift, end: span.end + shift };
}

function movesOf(edits: readonly Edit[]): readonly Move[] {
  let shift = 0;
  return edits.toSorted(inOrder).map(({ start, end, text }) => {
    const to = { start: start + shift, end: start + shift + text.length };
    shift = to.end - end;
    return { from: { start, end }, to };
  });
}

/** Every field of the plan, found by its form alone: what the plan comes to hold one day cannot be forgotten here. */
function readIn(plan: Plan): readonly Read[] {
  const reads: Read[] = [];
  for (const [key, part] of Object.entries(plan)) if (!LEFT_OUT.has(key)) gather(part, key, reads);
  return reads;
}

/** The text itself, and what was not understood: that may be. */
const LEFT_OUT = new Set(["source", "unread"]);

function gather(value: unknown, path: string, reads: Read[]): void {
  if (!(value instanceof Object)) return;
  if (isField(value)) {
    reads.push({ path, field: value });
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) gather(each, NUMBERED.has(path) ? `${path} ${index}` : path, reads);
  } else {
    const members = Object.entries(value);
    const owner = members.reduce((ties, [key, member]) => (TIES.has(key) ? `${ties} ${member}` : ties), path);
    for (const [key, member] of members) gather(member, `${owner}.${key}`, reads);
  }
}

/** What is in these is told apart by its number; elsewhere something more may be understood in front of it. */
const NUMBERED = new Set(["phases", "sprints", "tasks", "milestones"]);

/** Under another sprint, or once it is done, the same words mean something else. */
const TIES = new Set(["sprint", "phase", "kind", "done"]);

function isField(value: object): value is Field<unknown> {
  return "text" in value && "span" in value && "value" in value;
}

/** What has no words, such as an id that a task was given, is only known by its place. */
function nameOf({ source }: Plan, { field: { text, span } }: Read): string {
  return `${text === "" ? "something" : formatQuote(text)} in line ${positionAt(source, span.start).line}`;
}
