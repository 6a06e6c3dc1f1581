import type { Plan, Sprint, Task } from "../model.ts";

/** An id such as `1.2.10` or `S1-03`, taken apart at its last number. */
export interface NumberedId {
  readonly prefix: string;
  readonly number: number;
}

export function numberedId({ id }: Task): NumberedId | undefined {
  const text = id.text === "" ? "" : (id.value ?? "");
  const end = text.length > 0 && isLetter(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
  let start = end;
  while (start > 0 && end - start < MOST_DIGITS && isDigit(text.charCodeAt(start - 1))) start -= 1;
  return start === end ? undefined : { prefix: text.slice(0, start), number: Number(text.slice(start, end)) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Of ASCII, in either case. */
function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

/** Finds the sprint whose number a task's id carries: `1.2.10` and `S1.2-03` belong to sprint 1.2; undefined where none has it. */
export function homeFinder({ sprints }: Plan): (task: Task) => number | undefined {
  const byNumber = new Map<string, number>();
  for (const { index, id } of sprints) {
    const number = numberAtEnd(id.value ?? "");
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, index);
  }
  const byPrefix = new Map<string, number | undefined>();
  return (task) => {
    const prefix = numberedId(task)?.prefix ?? "";
    const known = byPrefix.get(prefix);
    if (known !== undefined || byPrefix.has(prefix)) return known;
    const home = byNumber.get(numberAtEnd(prefix) ?? "");
    byPrefix.set(prefix, home);
    return home;
  };
}

/** Whether the task's id carries the sprint's number. */
export function carriesNumber(task: Task, { id }: Sprint): boolean {
  const number = numberAtEnd(id.value ?? "");
  return number !== undefined && number === numberAtEnd(numberedId(task)?.prefix ?? "");
}

/** `1.2` of `1.2`, of `1.2.` and of `S01.2-`. */
function numberAtEnd(text: string): string | undefined {
  const match = /$(?<=(?<number>(?:\d{1,9}\.)*\d{1,9})[^\p{L}\p{N}]?)/u.exec(text.slice(-MOST_LETTERS));
  return match?.groups?.number.split(".").map(Number).join(".");
}

const MOST_LETTERS = 64;
const MOST_DIGITS = 9;
