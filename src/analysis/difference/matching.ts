import { likeness } from "../../suggest.ts";
import { foldWords } from "../words.ts";

/** What two versions of one thing are recognised by. */
export interface Candidate {
  /** Empty where it has none. */
  readonly id: string;
  /** Empty where it has none. */
  readonly title: string;
  /** What it stands in, in a form that both plans share. */
  readonly group: string;
  /** What else is written of it, in a form that both plans share. */
  readonly rest: readonly string[];
}

/** Indexes into the two lists. */
export interface Match {
  readonly base: number;
  readonly head: number;
}

/**
 * Which entries of two lists are the same thing, in the order of the second list. What agrees most goes first: id and
 * title, the title alone (the numbers above it have shifted), the id with a title that is alike, an alike title, and
 * last an id whose title is all new but whose other cells have stayed. Entries that agree in nothing more than their
 * place are different things. Exchanging the lists exchanges the sides of each match, and changes nothing else.
 */
export function matchCandidates(base: readonly Candidate[], head: readonly Candidate[]): readonly Match[] {
  const sides: Sides = { base, head, headOf: new Map(), baseOf: new Map() };
  matchEqual(sides, ({ id, title, group }) => key(id, foldWords(title), group));
  matchEqual(sides, ({ id, title }) => (id === "" ? undefined : key(id, foldWords(title))));
  matchEqual(sides, ({ title, group }) => (title === "" ? undefined : key(foldWords(title), group)));
  matchEqual(sides, ({ title }) => (title === "" ? undefined : foldWords(title)));
  matchSameId(sides, (one, other) => one.title === "" || other.title === "" || likenessOf(one, other) >= ALIKE_WITH_SAME_ID);
  matchAlike(sides);
  matchSameId(sides, (one, other) => one.group === other.group && hasStayed(one, other));
  return [...sides.baseOf].map(([at, other]) => ({ base: other, head: at })).sort((one, other) => one.head - other.head);
}

interface Sides {
  readonly base: readonly Candidate[];
  readonly head: readonly Candidate[];
  readonly headOf: Map<number, number>;
  readonly baseOf: Map<number, number>;
}

const ALIKE_WITH_SAME_ID = 0.5;
const ALIKE_IN_SAME_GROUP = 0.75;
const ALIKE_ANYWHERE = 0.85;

/** Comparing titles letter by letter is slow: in big rewrites only those at about the same place are compared. */
const MOST_COMPARISONS = 200_000;

/** Entries with the same key, in their order where several have it. */
function matchEqual(sides: Sides, keyOf: (candidate: Candidate) => string | undefined): void {
  const waiting = new Map<string | undefined, number[]>();
  for (const at of unmatched(sides.base, sides.headOf)) {
    const found = keyOf(sides.base[at]);
    if (found === undefined) continue;
    const same = waiting.get(found);
    if (same === undefined) waiting.set(found, [at]);
    else same.push(at);
  }
  for (const same of waiting.values()) same.reverse();
  for (const at of unmatched(sides.head, sides.baseOf)) {
    const first = waiting.get(keyOf(sides.head[at]))?.pop();
    if (first !== undefined) join(sides, first, at);
  }
}

function matchSameId(sides: Sides, agree: (base: Candidate, head: Candidate) => boolean): void {
  const waiting = new Map<string, number>();
  for (const at of unmatched(sides.base, sides.headOf).toReversed()) if (sides.base[at].id !== "") waiting.set(sides.base[at].id, at);
  for (const at of unmatched(sides.head, sides.baseOf)) {
    const first = waiting.get(sides.head[at].id);
    if (first === undefined) continue;
    waiting.delete(sides.head[at].id);
    if (agree(sides.base[first], sides.head[at])) join(sides, first, at);
  }
}

function matchAlike(sides: Sides): void {
  const bases = unmatched(sides.base, sides.headOf);
  const heads = unmatched(sides.head, sides.baseOf);
  const reach = Math.ceil(MOST_COMPARISONS / Math.max(bases.length, heads.length));
  const pairs: (Match & { readonly likeness: number; readonly apart: number })[] = [];
  for (const [rank, base] of bases.entries()) {
    for (let other = Math.max(0, rank - reach); other <= Math.min(heads.length - 1, rank + reach); other += 1) {
      const head = heads[other];
      const [one, two] = [sides.base[base], sides.head[head]];
      if (!mayBeAlike(one, two)) continue;
      const found = likenessOf(one, two);
      const needed = one.group === two.group ? ALIKE_IN_SAME_GROUP : ALIKE_ANYWHERE;
      if (found >= needed) pairs.push({ base, head, likeness: found - needed, apart: Math.abs(rank - other) });
    }
  }
  // Of equal pairs that share a side the upper one comes first, whichever side that is.
  pairs.sort((one, other) => other.likeness - one.likeness || one.apart - other.apart);
  for (const { base, head } of pairs) if (!sides.headOf.has(base) && !sides.baseOf.has(head)) join(sides, base, head);
}

/** Numbers tell things of a series apart, such as `Part 1` and `Part 2`, however alike the words are. */
function mayBeAlike({ title: one }: Candidate, { title: other }: Candidate): boolean {
  const [shorter, longer] = one.length < other.length ? [one.length, other.length] : [other.length, one.length];
  if (shorter === 0 || shorter < longer * ALIKE_IN_SAME_GROUP) return false;
  return (one.match(/\d+/g) ?? []).join() === (other.match(/\d+/g) ?? []).join();
}

function likenessOf(one: Candidate, other: Candidate): number {
  return likeness(foldWords(one.title), foldWords(other.title));
}

/** At least half of what else is written of both is the same. */
function hasStayed(one: Candidate, other: Candidate): boolean {
  const written = one.rest.map((text, at) => [text, other.rest[at]]).filter(([before, after]) => before !== "" || after !== "");
  return written.filter(([before, after]) => before === after).length * 2 >= written.length;
}

function unmatched(list: readonly Candidate[], matched: ReadonlyMap<number, number>): readonly number[] {
  return list.flatMap((_each, at) => (matched.has(at) ? [] : [at]));
}

function join({ headOf, baseOf }: Sides, base: number, head: number): void {
  headOf.set(base, head);
  baseOf.set(head, base);
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
