import { countBelow } from "./sorted.ts";

/** Replaces the text from `start` to `end` (UTF-16 offsets, half open). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that belong together: all of them are made, or none. Only a safe fix never changes what the author meant. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** The order in which edits stand in the text: what is put in front of a place comes before what replaces it. */
export function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** The text with the edits spliced in, every byte outside of them kept. The edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits.toSorted(inOrder)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The fixes that can be made together, first come first served; one that touches another's place waits for the next round. */
export function compatibleFixes(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Edit[] = [];
  const chosen: Fix[] = [];
  for (const fix of fixes) {
    const own = fix.edits.toSorted(inOrder);
    const clash = own.some((edit, index) => (index > 0 && touch(own[index - 1], edit)) || isTaken(taken, edit));
    if (clash) continue;
    for (const edit of own) taken.splice(placeOf(taken, edit), 0, edit);
    chosen.push(fix);
  }
  return chosen;
}

/** Of edits that do not touch each other, in order, only the two beside a new one can touch it. */
function isTaken(taken: readonly Edit[], edit: Edit): boolean {
  const at = placeOf(taken, edit);
  return taken.slice(Math.max(0, at - 1), at + 1).some((other) => touch(other, edit));
}

/** How many of the edits begin before this one. */
function placeOf(taken: readonly Edit[], edit: Edit): number {
  return countBelow(taken, edit.start, ({ start }) => start);
}

function touch(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
