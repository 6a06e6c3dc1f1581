import { applyEdits, type Edit } from "../src/edit.ts";
import type { Plan } from "../src/model.ts";
import type { Span } from "../src/source.ts";

/** Something that was read: what part of the plan it is, its words, and where they stand. */
interface Words extends Span {
  readonly part: string;
  readonly text: string;
}

/**
 * What was read in lines that no edit touches, and is no longer read there afterwards. Whatever in a plan has words and a
 * place counts, found by its form alone.
 */
export function lostWords(before: Plan, after: Plan, edits: readonly Edit[]): readonly string[] {
  const found = new Set(wordsIn(after).map(({ part, text, start, end }) => `${part} ${start}-${end} ${text}`));
  return wordsIn(before).flatMap((words) => {
    const shift = shiftAt(before, words, edits);
    if (shift === undefined) return [];
    const key = `${words.part} ${words.start + shift}-${words.end + shift} ${words.text}`;
    return found.has(key) ? [] : [key];
  });
}

/** What takes back edits of a text. */
export function undoing(text: string, edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
    });
}

/** The text with the edits made and taken back. */
export function madeAndUndone(text: string, edits: readonly Edit[]): string {
  return applyEdits(applyEdits(text, edits), undoing(text, edits));
}

/** How far a place moves; undefined where an edit touches its lines or those beside them. */
function shiftAt({ source }: Plan, { start, end }: Span, edits: readonly Edit[]): number | undefined {
  const first = source.lineStarts.findLast((line) => line <= start) ?? 0;
  const next = source.lineStarts.find((line) => line > end) ?? source.text.length;
  if (edits.some((edit) => edit.start <= next && edit.end >= first)) return undefined;
  return edits.filter((edit) => edit.end < first).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
}

/** What is told of the text rather than read in it. */
const TOLD = new Set(["source", "damage", "suppressions", "unread", "checkMarks", "sections"]);

function wordsIn(plan: Plan): readonly Words[] {
  const all: Words[] = [];
  gather(plan, "", all);
  return all;
}

function gather(value: unknown, part: string, all: Words[]): void {
  if (typeof value !== "object" || value === null) return;
  const words = wordsOf(value, part);
  if (words !== undefined) all.push(words);
  else if (Array.isArray(value)) for (const each of value) gather(each, part, all);
  else for (const [key, member] of Object.entries(value)) if (!TOLD.has(key)) gather(member, `${part}.${key}`, all);
}

function wordsOf(value: object, part: string): Words | undefined {
  if (!("text" in value && "span" in value)) return undefined;
  const { text, span } = value;
  if (typeof text !== "string" || typeof span !== "object" || span === null || !("start" in span && "end" in span)) return undefined;
  const { start, end } = span;
  return text !== "" && typeof start === "number" && typeof end === "number" ? { part, text, start, end } : undefined;
}
