import type { PhrasingContent } from "mdast";
import type { Point } from "./lines.ts";

/** What a block's text is made of before it is known which marks belong together. */
export type Token = PhrasingContent | Run | Bracket;

/** Asterisks, underscores or tildes that may open or close something; those that do are taken away. */
export interface Run {
  readonly type: "run";
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
  start: Point;
  end: Point;
}

/** An opening bracket that may begin a link. */
export interface Bracket {
  readonly type: "bracket";
  readonly start: Point;
  readonly end: Point;
}

/** Tokens in order, and where among them the marks are that still wait for their other half. */
export interface Tokens {
  readonly all: Token[];
  readonly runs: number[];
  readonly brackets: number[];
  /** How many of the first brackets have a link behind them, and so can begin none: links hold no links. */
  inactive: number;
}

/** Adds text, to the text before it if there is one. */
export function addText(all: Token[], value: string, start: Point, end: Point): void {
  const last = all.at(-1);
  if (last?.type === "text" && last.position !== undefined) {
    last.value += value;
    last.position.end = end;
  } else all.push({ type: "text", value, position: { start, end } });
}

/** Takes the tokens from an index on; marks among them that have found nothing are text. */
export function settle(tokens: Tokens, from: number): PhrasingContent[] {
  const settled: PhrasingContent[] = [];
  for (const token of tokens.all.splice(from)) {
    if (token.type === "bracket") addText(settled, "[", token.start, token.end);
    else if (token.type === "run") addText(settled, token.mark.repeat(sizeOf(token)), token.start, token.end);
    else if (token.type === "text" && token.position !== undefined) addText(settled, token.value, token.position.start, token.position.end);
    else settled.push(token);
  }
  while (lastOf(tokens.runs) >= from) tokens.runs.pop();
  return settled;
}

export function sizeOf(run: Run): number {
  return (run.end.offset ?? 0) - (run.start.offset ?? 0);
}

/** The last of some indexes, -1 without any. */
export function lastOf(indexes: readonly number[]): number {
  return indexes.length === 0 ? -1 : indexes[indexes.length - 1];
}
