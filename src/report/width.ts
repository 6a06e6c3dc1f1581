import { endOfFirstColumns, splitWideColumns, startOfLastColumns, wideWidth } from "./wide-text.ts";

/** Columns that a text takes on a terminal: two for a wide character, none for a combining one. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  let emoji = 0;
  const others = text.replaceAll(EMOJI, () => {
    emoji += 1;
    return "";
  });
  return isNarrow(others) ? 2 * emoji + others.length : wideWidth(text);
}

/** The longest beginning of the text that fits the columns, with no character torn apart. */
export function firstColumns(text: string, columns: number): string {
  return text.slice(0, isNarrow(text) ? columns : endOfFirstColumns(text, columns));
}

/** The longest end of the text that fits the columns, with no character torn apart. */
export function lastColumns(text: string, columns: number): string {
  return text.slice(isNarrow(text) ? Math.max(0, text.length - columns) : startOfLastColumns(text, columns));
}

/** The text in parts of at most so many columns; only a single character that is wider stands alone and exceeds them. */
export function splitColumns(text: string, columns: number): readonly string[] {
  if (!isNarrow(text)) return splitWideColumns(text, columns);
  const parts = Math.max(1, Math.ceil(text.length / columns));
  return Array.from({ length: parts }, (_, index) => text.slice(index * columns, (index + 1) * columns));
}

/** Letters, punctuation, arrows and signs of one column each: nearly all texts, found out much faster than measured. */
function isNarrow(text: string): boolean {
  return !/[^ -~\u00A1-\u00AC\u00AE-\u02FF\u03A3-\u0482\u2010-\u2027\u2030-\u205E\u20A0-\u20C0\u2100-\u2319\u2500-\u257F]/.test(text);
}

/** Emoji that are a sign by themselves, and two columns wide; flags and skin tones join with what stands beside them. */
const EMOJI = /(?![\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}])\p{Emoji_Presentation}/gu;
