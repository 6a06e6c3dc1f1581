import type { Point } from "./lines.ts";
import { lastOf, type Run, settle, sizeOf, type Tokens } from "./tokens.ts";

/** What a character is to the marks beside it. */
export type Neighbour = "blank" | "tilde" | "punctuation" | "letter";

/** What stands at an offset of a line; outside of its stretch is nothing but blanks. */
export function neighbourAt(line: string, offset: number): Neighbour {
  const code = line.charCodeAt(offset);
  if (code >= 128) {
    const character = line[offset];
    return SPACE.test(character) ? "blank" : PUNCTUATION.test(character) ? "punctuation" : "letter";
  }
  if (Number.isNaN(code) || code === 32 || (code >= 9 && code <= 13)) return "blank";
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return "letter";
  if (code === 126) return "tilde";
  return code < 32 || code === 127 ? "letter" : "punctuation";
}

/** Whether a run of marks between two neighbours can open or close something. */
export function flanks(mark: string, before: Neighbour, after: Neighbour): { readonly opens: boolean; readonly closes: boolean } {
  const opens = touches(mark, after) || (after !== "blank" && before !== "letter");
  const closes = touches(mark, before) || (before !== "blank" && after !== "letter");
  if (mark !== "_") return { opens, closes };
  return { opens: opens && (before !== "letter" || !closes), closes: closes && (after !== "letter" || !opens) };
}

/** Beside tildes, other marks are read as they are beside letters. */
function touches(mark: string, neighbour: Neighbour): boolean {
  return neighbour === "letter" || (neighbour === "tilde" && mark !== "~");
}

/** Adds a run of marks after it has closed what it can; tells whether that was plain. */
export function addRun(tokens: Tokens, run: Run): boolean {
  while (run.closes && sizeOf(run) > 0) {
    const opener = openerOf(tokens, run);
    if (opener === undefined) return false;
    if (opener < 0) break;
    if (!close(tokens, run, opener)) return false;
  }
  if (sizeOf(run) === 0) return true;
  if (run.opens) {
    if (tokens.runs.length > MOST_OPEN) return false;
    tokens.runs.push(tokens.all.length);
  }
  tokens.all.push(run);
  return true;
}

/** The index of the run that this one closes, -1 without one; nothing where that is not certain. */
function openerOf({ all, runs, brackets }: Tokens, closer: Run): number | undefined {
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const token = all[runs[index]];
    if (token.type !== "run" || !fits(token, closer)) continue;
    // A link behind the bracket would come first.
    return runs[index] < lastOf(brackets) ? undefined : runs[index];
  }
  return -1;
}

function fits(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false;
  if (closer.mark === "~") return sizeOf(opener) === sizeOf(closer);
  return !((opener.closes || closer.opens) && sizeOf(closer) % 3 !== 0 && (sizeOf(opener) + sizeOf(closer)) % 3 === 0);
}

function close(tokens: Tokens, closer: Run, index: number): boolean {
  const { all, runs } = tokens;
  const opener = all[index];
  if (opener.type !== "run") return false;
  const between = runs.slice(runs.indexOf(index) + 1).map((each) => all[each]);
  // Struck text is found in a search of its own, before or after the rest.
  if (between.some((token) => token.type === "run" && (token.mark === "~" || closer.mark === "~"))) return false;
  const use = closer.mark === "~" ? sizeOf(closer) : sizeOf(opener) > 1 && sizeOf(closer) > 1 ? 2 : 1;
  const children = settle(tokens, index + 1);
  opener.end = moved(opener.end, -use);
  const position = { start: opener.end, end: moved(closer.start, use) };
  closer.start = position.end;
  if (sizeOf(opener) === 0) {
    all.pop();
    runs.pop();
  }
  if (closer.mark === "~") all.push({ type: "delete", children, position });
  else all.push({ type: use === 2 ? "strong" : "emphasis", children, position });
  return true;
}

function moved({ line, column, offset = 0 }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by };
}

const SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
/** What is read with more marks open is deep, or takes long. */
const MOST_OPEN = 100;
