/** What a line begins with: a mark of a block, or the text of a paragraph. */
export type Start = "heading" | "fence" | "rule" | "item" | "quote" | "comment" | "html" | "text";

/** What stands at `start`, the first character of its line that is no blank; nothing where that takes too long to find out. */
export function startAt(text: string, start: number, end: number): Start | undefined {
  const code = text.charCodeAt(start);
  if (code === QUOTE) return "quote";
  if (code === NUMBER_SIGN) return matches(HEADING, text, start) ? "heading" : "text";
  if (code === BACKTICK || code === TILDE) return matches(FENCE, text, start) ? "fence" : "text";
  if (code === LESS_THAN) return matches(COMMENT, text, start) ? "comment" : matches(HTML, text, start) ? "html" : "text";
  if (code === HYPHEN || code === ASTERISK || code === UNDERSCORE) {
    if (matches(PERHAPS_RULE, text, start)) {
      if (end - start > LONGEST_RULE) return undefined;
      if (matches(RULE, text, start)) return "rule";
    }
    return code !== UNDERSCORE && matches(ITEM, text, start) ? "item" : "text";
  }
  return (code === PLUS || (code >= ZERO && code <= ZERO + 9)) && matches(ITEM, text, start) ? "item" : "text";
}

/** Whether a paragraph ends where a line begins like this; only the first item of a list with some text can end one. */
export function endsParagraph(kind: Start, text: string, start: number): boolean {
  return kind === "item" ? matches(FIRST_ITEM, text, start) : kind !== "text";
}

/** Whether a container that begins like this in one line with the one around it is read as it would be by itself. */
export function beginsPlainly(text: string, start: number, end: number): boolean {
  return startAt(text, start, end) !== "item" || matches(FIRST_ITEM, text, start);
}

/** The mark of an item of a list. */
export interface Mark {
  /** The number of an ordered list's item. */
  readonly number: number | undefined;
  /** What all items of one list have in common: the bullet, or what follows the number. */
  readonly sign: number;
  readonly length: number;
  /** How many blanks follow. */
  readonly blanks: number;
}

/** The mark of the item that begins at `start`, if one does. */
export function markAt(text: string, start: number): Mark | undefined {
  ITEM.lastIndex = start;
  const match = ITEM.exec(text);
  if (match === null) return undefined;
  const length = match[0].length - match[2].length;
  return {
    number: match[1] === undefined ? undefined : Number.parseInt(match[1], 10),
    sign: text.charCodeAt(start + length - 1),
    length,
    blanks: match[2].length,
  };
}

function matches(pattern: RegExp, text: string, start: number): boolean {
  pattern.lastIndex = start;
  return pattern.test(text);
}

const HEADING = /#{1,6}(?![^ \r\n])/y;
const FENCE = /`{3}|~{3}/y;
/** One that ends in its line, and the block with it. */
const COMMENT = /<!--(?!-?>)[^\r\n]*-->/y;
const HTML = /<[A-Za-z/!?]/y;
const PERHAPS_RULE = /([-*_]) *\1/y;
const RULE = /([-*_])(?: *\1){2,} *(?![^\r\n])/y;
const ITEM = /(?:[-+*]|(\d{1,9})[.)])(?![^ \r\n])( *)/y;
const FIRST_ITEM = /(?:[-+*]|1[.)]) +[^ \r\n]/y;
const LONGEST_RULE = 1_000;

const QUOTE = 62;
const NUMBER_SIGN = 35;
const BACKTICK = 96;
const TILDE = 126;
const LESS_THAN = 60;
const HYPHEN = 45;
const ASTERISK = 42;
const UNDERSCORE = 95;
const PLUS = 43;
const ZERO = 48;
