import type { Fix } from "../edit.ts";
import { formatQuote } from "../format.ts";
import type { Task } from "../model.ts";
import type { Source } from "../source.ts";

/**
 * Leaves out one of several written dependencies with the separator in front of it, or with the one behind where nothing stands
 * in front; undefined where something else than a separator is there.
 */
export function removal({ text }: Source, { dependencies }: Task, at: number): Fix | undefined {
  const [before, own, after] = [dependencies[at - 1], dependencies[at], dependencies[at + 1]];
  const edit = at > 0 ? { start: before.span.end, end: own.span.end } : { start: own.span.start, end: after.span.start };
  const separator = at > 0 ? text.slice(before.span.end, own.span.start) : text.slice(own.span.end, after.span.start);
  if (!SEPARATOR.test(separator)) return undefined;
  return { title: `leave out ${formatQuote(own.text)}`, safe: true, edits: [{ ...edit, text: "" }] };
}

const SEPARATOR = /^ *(?:[,;+&、，；]|and|<br ?\/?>) *$/i;
