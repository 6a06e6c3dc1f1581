/** How many characters of emoji, their joiners and blanks stand in front of a text. */
export function leadingSigns(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}

/** Where the emoji and blanks behind a text begin: its length where there are none. */
export function trailingSigns(text: string): number {
  let end = text.length;
  for (const character of Array.from(text).reverse()) {
    if (!ONE.test(character)) break;
    end -= character.length;
  }
  return end;
}

/** The pattern of one such character, for patterns that allow more than these. */
export const SIGN = "\\p{Extended_Pictographic}|\\uFE0F|\\u200D|\\s";

const LEADING = new RegExp(`^(?:${SIGN})+`, "u");
const ONE = new RegExp(`^(?:${SIGN})$`, "u");
