import type { Fact, Field } from "../model.ts";
import type { Item, Part } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { leadingSigns } from "./signs.ts";
import { field, firstMarked, group, lines, type Slice, sub, textField, trim } from "./slice.ts";

/** `**Goal**: text` or `Goal: text`, taken apart. */
export interface Labelled {
  readonly label: Slice;
  readonly rest: Slice;
}

export function labelled(slice: Slice): Labelled | undefined {
  if (!slice.text.includes(":") && !slice.text.includes("：")) return undefined;
  const whole = trim(slice);
  const strong = firstMarked(whole, "strong");
  if (strong !== undefined && strong.at === whole.at) {
    const after = sub(whole, strong.text.length);
    const inside = /^(?<label>[^:：]{1,60})[:：]\s*(?=\S)/u.exec(strong.text);
    if (inside?.groups !== undefined) {
      const label = trim(sub(strong, 0, inside.groups.label.length));
      return { label, rest: trim(sub(whole, inside[0].length)) };
    }
    const colonInside = /[:：]\s*$/.test(strong.text);
    const colon = /^\s*[:：]\s*/.exec(after.text)?.[0];
    if (!colonInside && colon === undefined) return undefined;
    return { label: withoutColon(strong), rest: trim(sub(after, colon?.length ?? 0)) };
  }
  const match = PLAIN_LABEL(whole.text).exec(whole.text);
  return match === null ? undefined : { label: trim(sub(whole, 0, match[1].length)), rest: trim(sub(whole, match[0].length)) };
}

/** A line of a paragraph or an item of a list, whichever a section uses for its labelled facts. */
export function linesOf(parts: readonly Part[]): readonly Slice[] {
  const found: Slice[] = [];
  addLines(parts, found);
  return found;
}

function addLines(parts: readonly Part[], found: Slice[]): void {
  for (const part of parts) {
    if (part.kind === "paragraph") addText(part.text, found);
    if (part.kind === "quote") addLines(part.parts, found);
    if (part.kind !== "list") continue;
    for (const item of part.items) {
      addText(item.text, found);
      addLines(item.parts, found);
    }
  }
}

function addText(text: Slice, found: Slice[]): void {
  for (const line of lines(text)) found.push(line);
}

/** The items of all lists among the parts, nested ones not included. */
export function itemsOf(parts: readonly Part[]): readonly Item[] {
  return parts.flatMap((part) => (part.kind === "list" ? part.items : []));
}

export function factsOf(parts: readonly Part[]): readonly Fact[] {
  return parts.flatMap((part) => (part.kind === "paragraph" ? lines(part.text).flatMap(factOf) : []));
}

function factOf(line: Slice): readonly Fact[] {
  const found = labelled(line);
  return found === undefined ? [] : [{ label: textField(found.label), text: textField(found.rest) }];
}

/** The text without a check mark or other sign in front of it. */
export function undecorated(slice: Slice): Slice {
  return trim(sub(slice, leadingSigns(slice.text)));
}

/** The first number followed by a unit or nothing, as a field of its own: the place that a fix would rewrite. */
export function numberIn(
  slice: Slice,
  match: RegExpExecArray | null,
  value: (text: string) => number | undefined,
): Field<number> | undefined {
  const found = match === null ? undefined : group(slice, match, "amount");
  if (found === undefined) return undefined;
  const amount = trim(found);
  const hours = value(amount.text);
  if (hours === undefined) return undefined;
  const digits = /^\d[\d.,]*(?=\s*(?:h|hrs?|hours?)$)/i.exec(amount.text)?.[0];
  return field(digits === undefined ? amount : sub(amount, 0, digits.length), hours);
}

function withoutColon(slice: Slice): Slice {
  const end = /(?<!\s)\s*[:：]\s*$/.exec(slice.text)?.index;
  return trim(sub(slice, 0, end));
}

const PLAIN_LABEL = pattern(String.raw`^([\p{L}][\p{L}\p{N} ().#/&'-]{0,60})(?::\s+|：\s*)(?=\S)`, "u");
