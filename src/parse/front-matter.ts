import type { FrontMatter } from "../model.ts";
import type { Source } from "../source.ts";

/** The block between two lines of three hyphens at the very start of the file; between two rules stands a part of the plan. */
export function frontMatterOf({ text }: Source): FrontMatter | undefined {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  if (closing === null) return undefined;
  const body = text.slice(start, closing.index);
  return SETTINGS.test(body) ? { text: body, span: { start: 0, end: closing.index + closing[0].length } } : undefined;
}

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/gm;
/** What pandoc takes for settings: anything that begins right under the hyphens, comments aside. */
const SETTINGS = /^(?:#[^\r\n]*(?:\r?\n|\r))*(?:[^\S\r\n]*[^\s#]|\s*$)/;
