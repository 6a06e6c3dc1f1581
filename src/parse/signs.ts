/** How many characters of emoji, their joiners and blanks stand in front of a text. */
export function leadingSigns(text: string): number {
  return isSign(text, 0) ? (LEADING.exec(text)?.[0].length ?? 0) : 0;
}

/** Where the emoji and blanks behind a text begin: its length where there are none. */
export function trailingSigns(text: string): number {
  let end = text.length;
  if (!isSign(text, end - 1)) return end;
  for (const character of Array.from(text).reverse()) {
    if (!ONE.test(character)) break;
    end -= character.length;
  }
  return end;
}

/** Whether one may stand there: of ASCII only the blanks count. */
export function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code >= 0x7f;
}

/** The pattern of one such character, for patterns that allow more than these. */
export const SIGN = "\\p{Extended_Pictographic}|\\uFE0F|\\u200D|\\s";

const LEADING = new RegExp(`^(?:${SIGN})+`, "u");
const ONE = new RegExp(`^(?:${SIGN})$`, "u");
