import stringWidth from "string-width";

/** Columns that a text takes on a terminal: two for a wide character, none for a combining one. */
export function displayWidth(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}

/** The longest beginning of the text that fits the columns, with no character torn apart. */
export function firstColumns(text: string, columns: number): string {
  if (isNarrow(text)) return text.slice(0, columns);
  let width = 0;
  for (const { segment, index } of SEGMENTER.segment(text)) {
    width += displayWidth(segment);
    if (width > columns) return text.slice(0, index);
  }
  return text;
}

/** The longest end of the text that fits the columns, with no character torn apart. */
export function lastColumns(text: string, columns: number): string {
  if (isNarrow(text)) return text.slice(Math.max(0, text.length - columns));
  const segments = Array.from(SEGMENTER.segment(text));
  let width = 0;
  for (const { segment, index } of segments.toReversed()) {
    width += displayWidth(segment);
    if (width > columns) return text.slice(index + segment.length);
  }
  return text;
}

/** The text in parts of at most so many columns; only a single character that is wider stands alone and exceeds them. */
export function splitColumns(text: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let width = 0;
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const own = displayWidth(segment);
    if (width + own > columns && index > start) {
      parts.push(text.slice(start, index));
      start = index;
      width = 0;
    }
    width += own;
  }
  return [...parts, text.slice(start)];
}

/** Letters, punctuation, arrows and fractions of one column each: nearly all texts, found out much faster than measured. */
function isNarrow(text: string): boolean {
  return !/[^ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2150-\u2193\u2500-\u257F]/.test(text);
}

const SEGMENTER = new Intl.Segmenter("en");
