import { foldWords } from "./words.ts";

/** How a written name found a person: by the configuration, the same words, initials, or the first words of the name. */
export type MatchStep = "alias" | "words" | "initials" | "first-word";

/** A list of names, prepared so that looking one up takes no longer in a long list than in a short one. */
export interface NameIndex {
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly initials: ReadonlyMap<string, readonly number[]>;
  readonly leading: ReadonlyMap<string, readonly number[]>;
}

export interface NameMatch {
  /** Indexes into the list of names, more than one where the written name fits several. */
  readonly candidates: readonly number[];
  readonly step: MatchStep;
}

/** Nobody shortens a name to more words than this. */
const LONGEST_BEGINNING = 6;

export function indexNames(names: readonly string[]): NameIndex {
  const words = new Map<string, number[]>();
  const initials = new Map<string, number[]>();
  const leading = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const folded = foldWords(name);
    add(words, folded, index);
    const { letters, number } = splitNumber(folded);
    const parts = letters.split(" ");
    const first = parts.map((part) => part.slice(0, String.fromCodePoint(part.codePointAt(0) ?? 0).length)).join("");
    for (const form of [first, `${first}#${number}`]) add(initials, form, index);
    for (let length = 1; length <= Math.min(parts.length, LONGEST_BEGINNING); length += 1) {
      const beginning = parts.slice(0, length).join(" ");
      for (const form of [beginning, `${beginning}#${number}`]) add(leading, form, index);
    }
  }
  return { words, initials, leading };
}

/** The names that a written name may mean: the first step that finds any decides. Undefined where none does. */
export function findName(index: NameIndex, written: string): NameMatch | undefined {
  const folded = foldWords(written);
  const same = index.words.get(folded);
  if (same !== undefined) return { candidates: same, step: "words" };
  const { letters, number } = splitNumber(folded);
  if (letters === "") return undefined;
  const byInitials = select(index.initials, letters, number);
  if (byInitials !== undefined) return { candidates: byInitials, step: "initials" };
  const byBeginning = select(index.leading, letters, number);
  return byBeginning && { candidates: byBeginning, step: "first-word" };
}

/** A number finds the name with that number; number one also finds the only such name where that one has no number. */
function select(names: ReadonlyMap<string, readonly number[]>, letters: string, number: string): readonly number[] | undefined {
  const all = names.get(letters);
  if (number === "") return all;
  const exact = names.get(`${letters}#${number}`);
  if (exact !== undefined || number !== "1" || all?.length !== 1) return exact;
  return names.get(`${letters}#`);
}

function splitNumber(folded: string): { readonly letters: string; readonly number: string } {
  let digits = folded.length;
  while (digits > 0 && isDigit(folded[digits - 1])) digits -= 1;
  let end = digits;
  while (end > 0 && " #-".includes(folded[end - 1])) end -= 1;
  let start = digits;
  while (start < folded.length - 1 && folded[start] === "0") start += 1;
  return { letters: folded.slice(0, end), number: folded.slice(start) };
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function add(names: Map<string, number[]>, form: string, index: number): void {
  const same = names.get(form);
  if (same === undefined) names.set(form, [index]);
  else same.push(index);
}
