import stringWidth from "string-width";

/** What `displayWidth` is for any text. */
export function wideWidth(text: string): number {
  return stringWidth(text);
}

/** Where the longest beginning of the text ends that fits the columns, with no character torn apart. */
export function endOfFirstColumns(text: string, columns: number): number {
  let width = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width > columns) return index;
  }
  return text.length;
}

/** Where the longest end of the text begins that fits the columns, with no character torn apart. */
export function startOfLastColumns(text: string, columns: number): number {
  const segments = Array.from(segmenter.segment(text));
  let width = 0;
  for (const { segment, index } of segments.toReversed()) {
    width += stringWidth(segment);
    if (width > columns) return index + segment.length;
  }
  return 0;
}

/** What `splitColumns` is for any text. */
export function splitWideColumns(text: string, columns: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let width = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const own = stringWidth(segment);
    if (width + own > columns && index > start) {
      parts.push(text.slice(start, index));
      start = index;
      width = 0;
    }
    width += own;
  }
  return [...parts, text.slice(start)];
}

const segmenter = new Intl.Segmenter("en");
