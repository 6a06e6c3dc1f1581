import type { Plan, Sprint, Task } from "../model.ts";

/** An id such as `1.2.10` or `S1-03`, taken apart at its last number. */
export interface NumberedId {
  readonly prefix: string;
  readonly number: number;
}

export function numberedId({ id }: Task): NumberedId | undefined {
  const text = id.text === "" ? "" : (id.value ?? "");
  const match = /(\d{1,9})[a-z]?$/i.exec(text);
  return match === null ? undefined : { prefix: text.slice(0, match.index), number: Number(match[1]) };
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
    if (!byPrefix.has(prefix)) byPrefix.set(prefix, byNumber.get(numberAtEnd(prefix) ?? ""));
    return byPrefix.get(prefix);
  };
}

/** Whether the task's id carries the sprint's number. */
export function carriesNumber(task: Task, { id }: Sprint): boolean {
  const number = numberAtEnd(id.value ?? "");
  return number !== undefined && number === numberAtEnd(numberedId(task)?.prefix ?? "");
}

/** `1.2` of `1.2`, of `1.2.` and of `S01.2-`. */
function numberAtEnd(text: string): string | undefined {
  const match = /(?<number>\d{1,9}(?:\.\d{1,9})*)[^\p{L}\p{N}]?$/u.exec(text.slice(-MOST_LETTERS));
  return match?.groups?.number.split(".").map(Number).join(".");
}

const MOST_LETTERS = 64;
